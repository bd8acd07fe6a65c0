"""Keeps tests: what is asked, what was answered so far, and the grades afterwards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from quiz.core.drawing import Drawable, Drawn
from quiz.core.grading import Grade
from quiz.core.learner import Learner
from quiz.core.plain_data import question_from
from quiz.core.questions import Form
from quiz.storage.banks import NotFound
from quiz.storage.practice_queries import APPROVED, NOT_ASIDE, QUESTION, topic_of
from quiz.storage.tables import TestItemRow, TestRow

TEST, ITEM = TestRow.__table__, TestItemRow.__table__
DRAWABLE = select(
    QUESTION.c.id,
    QUESTION.c.sibling,
    QUESTION.c.kind,
    QUESTION.c.labels,
    QUESTION.c.content,
).where(APPROVED, NOT_ASIDE)


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a test. `given` is None until it is answered.

    `grade` and `credit` (0 to 1) are None until the test is handed in; they stay None
    where the question was retired meanwhile.
    """

    number: int
    question_id: int
    form: Form
    given: str | None
    at: datetime | None
    grade: Grade | None
    credit: float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A test of one learner; `ends` is None where there is no time limit."""

    id: int
    learner_id: int
    bank_id: int
    started: datetime
    ends: datetime | None
    handed_in: datetime | None
    items: tuple[Item, ...]

    @property
    def answered(self) -> int:
        return sum(item.given is not None for item in self.items)

    @property
    def counted(self) -> int:
        return sum(item.credit is not None for item in self.items)

    @property
    def credit(self) -> float:
        return sum(item.credit or 0.0 for item in self.items)


@dataclass(frozen=True, slots=True)
class PastTest:
    """`credit` of `count` questions; both are 0 while it is not handed in."""

    id: int
    started: datetime
    is_open: bool
    count: int
    credit: float


def drawable_questions(
    connection: Connection, learner: Learner, bank_id: int, now: datetime
) -> list[Drawable]:
    query = DRAWABLE.where(QUESTION.c.bank_id == bank_id).order_by(QUESTION.c.position)
    values = {"learner": learner.id, "now": now}
    return [
        Drawable(row.id, row.sibling, topic_of(row), question_from(row.content))
        for row in connection.execute(query, values)
    ]


def add_sheet(
    connection: Connection,
    learner_id: int,
    bank_id: int,
    drawn: Iterable[Drawn],
    now: datetime,
    ends: datetime | None,
) -> int:
    values = {"learner_id": learner_id, "bank_id": bank_id, "started": now, "ends": ends}
    key = connection.execute(insert(TestRow), values).inserted_primary_key
    assert key is not None  # a single row was added
    rows = [
        {"test_id": key[0], "number": n, "question_id": each.id, "form": each.form.value}
        for n, each in enumerate(drawn, 1)
    ]
    connection.execute(insert(TestItemRow), rows)
    return int(key[0])


def find_sheet(connection: Connection, learner: Learner, test_id: int) -> Sheet:
    """Return the learner's test.

    Raises:
        NotFound: it isn't there or is somebody else's.
    """
    row = connection.execute(select(TEST).where(TEST.c.id == test_id)).first()
    if row is None or learner.id is None or row.learner_id != learner.id:
        raise NotFound("test")
    query = select(ITEM).where(ITEM.c.test_id == test_id).order_by(ITEM.c.number)
    items = tuple(
        Item(
            each.number,
            each.question_id,
            Form(each.form),
            each.given,
            each.at,
            Grade(each.grade) if each.grade else None,
            each.credit,
        )
        for each in connection.execute(query)
    )
    when = row.started, row.ends, row.handed_in
    return Sheet(row.id, row.learner_id, row.bank_id, *when, items)


def keep_given(
    connection: Connection, test_id: int, number: int, given: str | None, now: datetime
) -> None:
    """Keep an answer, or None: it was taken out again."""
    which = ITEM.c.test_id == test_id, ITEM.c.number == number
    at = now if given is not None else None
    connection.execute(update(TestItemRow).where(*which).values(given=given, at=at))


def close_sheet(connection: Connection, test_id: int, now: datetime) -> bool:
    """Hand the test in; tell whether it was still open."""
    still_open = TEST.c.id == test_id, TEST.c.handed_in.is_(None)
    change = update(TestRow).where(*still_open).values(handed_in=now)
    return connection.execute(change).rowcount == 1


def keep_grades(
    connection: Connection, test_id: int, grades: Mapping[int, tuple[Grade, float]]
) -> None:
    """Keep the grade and the credit of each item, by its number."""
    for number, (grade, credit) in grades.items():
        which = ITEM.c.test_id == test_id, ITEM.c.number == number
        values = {"grade": grade.value, "credit": credit}
        connection.execute(update(TestItemRow).where(*which).values(values))


def past_tests(
    connection: Connection, learner: Learner, bank_id: int, most: int = 10
) -> list[PastTest]:
    """Return the learner's tests in a bank, the newest first."""
    query = (
        select(
            TEST.c.id,
            TEST.c.started,
            TEST.c.handed_in,
            func.count(ITEM.c.credit).label("counted"),
            func.coalesce(func.sum(ITEM.c.credit), 0.0).label("credit"),
        )
        .join_from(TEST, ITEM, ITEM.c.test_id == TEST.c.id)
        .where(TEST.c.learner_id == learner.id, TEST.c.bank_id == bank_id)
        .group_by(TEST.c.id, TEST.c.started, TEST.c.handed_in)
        .order_by(TEST.c.id.desc())
        .limit(most)
    )
    return [
        PastTest(row.id, row.started, row.handed_in is None, row.counted, row.credit)
        for row in connection.execute(query)
    ]
