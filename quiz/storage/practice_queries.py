"""What practice reads: who asks, what may be asked next, how far they are.

Constant statements on a connection: this is the path that every question takes.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Select,
    Text,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    union_all,
)

from quiz.core.learner import Learner, Settings
from quiz.core.plain_data import question_from
from quiz.core.practice_queue import LEARN_AHEAD, Allowance, Candidate
from quiz.core.questions import Question, Status
from quiz.core.scheduling import Memory, Parameters, State
from quiz.storage.banks import NotFound
from quiz.storage.memories import COLUMNS, memory_of
from quiz.storage.prepared import Prepared
from quiz.storage.tables import (
    AsideRow,
    BankRow,
    ExamRow,
    MemoryRow,
    PersonRow,
    QuestionRow,
    ReviewRow,
    SittingRow,
)

FEW = 12  # candidates of a kind: enough to keep siblings apart
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
NEW_A_DAY, RETENTION = Settings().new_a_day, Settings().retention
BANK, MEMORY, PERSON = BankRow.__table__, MemoryRow.__table__, PersonRow.__table__
ASIDE, EXAM = AsideRow.__table__, ExamRow.__table__
QUESTION, REVIEW = QuestionRow.__table__, ReviewRow.__table__
SITTING = SittingRow.__table__
LEARNER: BindParameter[int | None] = bindparam("learner")
IN_BANK: BindParameter[int] = bindparam("bank")
APPROVED = QUESTION.c.status == Status.APPROVED.value
MINE = and_(MEMORY.c.learner_id == LEARNER, MEMORY.c.bank_id == IN_BANK)
WISHES = tuple(PERSON.c[each.name] for each in fields(Settings))
SETTINGS = (*WISHES, PERSON.c.parameters)
NOW: BindParameter[datetime] = bindparam("now")
NOT_ASIDE = ~exists().where(
    ASIDE.c.learner_id == LEARNER,
    ASIDE.c.question_id == QUESTION.c.id,
    or_(ASIDE.c.until.is_(None), ASIDE.c.until > NOW),
)
# Written out, because a partial index is not taken for a value that is bound.
IS_LEARNING = MEMORY.c.state != literal_column(str(int(State.REVIEW)))
MOST_COUNTED = 300  # questions left today; counting on would take longer than asking

PRACTISED_BANK = Prepared(
    select(
        BANK.c.id,
        BANK.c.title,
        BANK.c.language,
        BANK.c.is_public,
        BANK.c.owner_id,
        EXAM.c.day,
        *SETTINGS,
    )
    .outerjoin_from(BANK, PERSON, PERSON.c.id == LEARNER)
    .outerjoin(EXAM, and_(EXAM.c.learner_id == LEARNER, EXAM.c.bank_id == BANK.c.id))
    .where(BANK.c.id == IN_BANK)
)
SITTING_NOW = (
    select(func.max(SITTING.c.id))
    .where(SITTING.c.learner_id == LEARNER, SITTING.c.bank_id == QUESTION.c.bank_id)
    .where(SITTING.c.started >= bindparam("since"))
    .correlate(QUESTION)
    .scalar_subquery()
)
STANDING = Prepared(
    select(
        SITTING_NOW.label("sitting_id"),
        QUESTION.c.bank_id,
        QUESTION.c.status,
        cast(QUESTION.c.content, Text).label("content"),
        BANK.c.title,
        BANK.c.language,
        BANK.c.is_public,
        BANK.c.owner_id,
        *SETTINGS,
        *COLUMNS,
    )
    .join_from(QUESTION, BANK, BANK.c.id == QUESTION.c.bank_id)
    .outerjoin(PERSON, PERSON.c.id == LEARNER)
    .outerjoin(
        MEMORY,
        and_(MEMORY.c.question_id == QUESTION.c.id, MEMORY.c.learner_id == LEARNER),
    )
    .where(QUESTION.c.id == bindparam("question"))
)


def due_query(*, learning: bool) -> Select[tuple[int, str, str, str, datetime, bool]]:
    until = bindparam("ahead") if learning else NOW
    return (
        select(
            QUESTION.c.id,
            QUESTION.c.sibling,
            QUESTION.c.kind,
            QUESTION.c.labels,
            MEMORY.c.due,
            literal(learning).label("learning"),
        )
        .join_from(MEMORY, QUESTION, QUESTION.c.id == MEMORY.c.question_id)
        .where(MINE, APPROVED, IS_LEARNING if learning else ~IS_LEARNING, NOT_ASIDE)
        .where(MEMORY.c.due <= until)
        .order_by(MEMORY.c.due)
        .limit(FEW)
    )


DUE = Prepared(
    union_all(
        select(due_query(learning=True).subquery("learning")),
        select(due_query(learning=False).subquery("due")),
    )
)
NEVER_SEEN = ~exists().where(
    MEMORY.c.learner_id == LEARNER, MEMORY.c.question_id == QUESTION.c.id
)
NEW = Prepared(
    select(
        QUESTION.c.id,
        QUESTION.c.sibling,
        QUESTION.c.kind,
        QUESTION.c.labels,
        QUESTION.c.position,
    )
    .where(QUESTION.c.bank_id == IN_BANK, APPROVED, NEVER_SEEN, NOT_ASIDE)
    .order_by(QUESTION.c.position)
    .limit(FEW)
)
BEGUN = Prepared(
    select(func.count()).where(MINE, MEMORY.c.first_reviewed >= bindparam("since"))
)
LAST = Prepared(
    select(
        REVIEW.c.id,
        REVIEW.c.question_id,
        QUESTION.c.sibling,
        QUESTION.c.kind,
        QUESTION.c.labels,
    )
    .join_from(REVIEW, QUESTION, QUESTION.c.id == REVIEW.c.question_id)
    .where(REVIEW.c.sitting_id == bindparam("sitting"), REVIEW.c.voided.is_(None))
    .order_by(REVIEW.c.id.desc())
    .limit(1)
)
ANSWERED = Prepared(
    select(
        func.count().label("answers"),
        func.count(REVIEW.c.question_id.distinct()).label("seen"),
    ).where(REVIEW.c.sitting_id == bindparam("sitting"), REVIEW.c.voided.is_(None))
)
DUE_TODAY = (
    select(MEMORY.c.state, MEMORY.c.step, MEMORY.c.reviewed)
    .join_from(MEMORY, QUESTION, QUESTION.c.id == MEMORY.c.question_id)
    .where(MINE, APPROVED, NOT_ASIDE, MEMORY.c.due < bindparam("day_end"))
    .limit(MOST_COUNTED)
    .subquery()
)
IS_REVIEW = DUE_TODAY.c.state == int(State.REVIEW)
TWO_TO_GO = and_(DUE_TODAY.c.state == int(State.LEARNING), DUE_TODAY.c.step == 0)
LEFT = Prepared(
    select(
        func.count().label("due"),
        func.coalesce(func.sum(case((IS_REVIEW, 1), else_=0)), 0).label("reviews"),
        func.coalesce(func.sum(case((TWO_TO_GO, 2), else_=1)), 0).label("answers"),
        func.coalesce(
            func.sum(case((DUE_TODAY.c.reviewed >= bindparam("started"), 1), else_=0)), 0
        ).label("seen"),
    ).select_from(DUE_TODAY)
)
WAITING = Prepared(
    select(func.count()).select_from(
        select(MEMORY.c.question_id)
        .where(MINE, ~IS_LEARNING, MEMORY.c.due < bindparam("day_end"))
        .limit(bindparam("most"))
        .subquery()
    )
)
UNSEEN = Prepared(
    select(func.count()).select_from(
        select(QUESTION.c.id)
        .where(QUESTION.c.bank_id == IN_BANK, APPROVED, NEVER_SEEN, NOT_ASIDE)
        .limit(bindparam("most"))
        .subquery()
    )
)


@dataclass(frozen=True, slots=True)
class PractisedBank:
    """A bank as one learner practises it. `knows_learner`: their row is in the database.

    `parameters` are FSRS's as fitted to the learner; None where the standard ones hold.
    `exam` is the day for which the learner wants to know all of it.
    """

    id: int
    title: str
    language: str
    settings: Settings
    knows_learner: bool
    parameters: Parameters | None = None
    exam: date | None = None

    @property
    def retention(self) -> float:
        return self.settings.retention

    @property
    def new_a_day(self) -> int:
        return self.settings.new_a_day


@dataclass(frozen=True, slots=True)
class Standing:
    """One question and what one learner knows of it.

    `sitting_id` is the learner's sitting at its bank since the given moment, if any.
    """

    question_id: int
    question: Question
    memory: Memory | None
    is_approved: bool
    bank: PractisedBank
    sitting_id: int | None

    @property
    def reps(self) -> int:
        return self.memory.reps if self.memory else 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sitting is: questions for the words, answers for the line."""

    seen: int
    questions: int
    answers: int
    all_answers: int


def find_practised_bank(
    connection: Connection, learner: Learner, bank_id: int
) -> PractisedBank:
    """Return the bank if it is this learner's to practise.

    Raises:
        NotFound: it isn't, or it isn't there.
    """
    values = {"learner": learner.id, "bank": bank_id}
    row = PRACTISED_BANK.first(connection, values)
    if row is None or not may_practise(learner, row.is_public, row.owner_id, row.id):
        raise NotFound("bank")
    return practised_bank(row.id, row, row.day)


def find_standing(
    connection: Connection,
    learner: Learner,
    question_id: int,
    since: datetime = NEVER,
) -> Standing:
    """Return the question, approved or not, if its bank is this learner's to practise.

    Raises:
        NotFound: it isn't, or there is no such question.
    """
    values = {"learner": learner.id, "question": question_id, "since": since}
    row = STANDING.first(connection, values)
    if row is None or not may_practise(learner, row.is_public, row.owner_id, row.bank_id):
        raise NotFound("question")
    return Standing(
        question_id,
        question_in(row.content),
        memory_of(row),
        row.status == Status.APPROVED.value,
        practised_bank(row.bank_id, row),
        row.sitting_id,
    )


@lru_cache(maxsize=4096)
def question_in(content: str) -> Question:
    """Read a question; an edit changes its content, so that what is kept is never old."""
    return question_from(json.loads(content))


def practised_bank(bank_id: int, row: Any, exam: date | None = None) -> PractisedBank:
    """Read the bank with the learner's settings, which a visitor doesn't have yet."""
    known = row.retention is not None
    return PractisedBank(
        bank_id,
        row.title,
        row.language,
        read_settings(row) if known else Settings(),
        known,
        tuple(row.parameters) if row.parameters else None,
        exam,
    )


def read_settings(row: Any) -> Settings:
    """Read a learner's settings from a row that selected WISHES."""
    return Settings(**{each.name: getattr(row, each.name) for each in fields(Settings)})


def topic_of(row: Any) -> str:
    """Return what a question is about: its first tag, else what kind of fact it asks."""
    first: str = row.labels.lstrip("\n").partition("\n")[0]
    return first or str(row.kind)


def may_practise(learner: Learner, is_public: bool, owner_id: int, bank_id: int) -> bool:
    """Tell whether a bank is shown to everybody, the teacher's own, or shared with them."""
    return is_public or learner.owner == owner_id or bank_id in learner.shared


def candidates(
    connection: Connection,
    learner: Learner,
    bank_id: int,
    now: datetime,
    *,
    with_new: bool = True,
) -> Iterator[Candidate]:
    """Yield the first few questions of each kind that may be asked at `now`."""
    values = {"learner": learner.id, "bank": bank_id, "now": now}
    if learner.id is not None:
        for row in DUE.rows(connection, values | {"ahead": now + LEARN_AHEAD}):
            is_learning, topic = bool(row.learning), topic_of(row)
            yield Candidate(row.id, row.sibling, row.due, is_learning, topic=topic)
    for row in NEW.rows(connection, values) if with_new else ():
        topic = topic_of(row)
        yield Candidate(row.id, row.sibling, position=row.position, topic=topic)


def begun_since(
    connection: Connection, learner: Learner, bank_id: int, since: datetime
) -> int:
    """Count the questions that were new to the learner after `since`."""
    values = {"learner": learner.id, "bank": bank_id, "since": since}
    return int(BEGUN.scalar(connection, values))


def last_asked(connection: Connection, sitting_id: int) -> tuple[int, Candidate] | None:
    """Return the last review's id and its question."""
    row = LAST.first(connection, {"sitting": sitting_id})
    if row is None:
        return None
    return row.id, Candidate(row.question_id, row.sibling, topic=topic_of(row))


def count_answered(connection: Connection, sitting_id: int) -> tuple[int, int]:
    """Count the answers of a sitting, and the questions that they were given to."""
    row = ANSWERED.first(connection, {"sitting": sitting_id})
    return row.answers, row.seen


def count_waiting(
    connection: Connection, learner: Learner, bank_id: int, day_end: datetime, most: int
) -> int:
    """Count the reviews that are due until `day_end`, at most `most` of them."""
    values = {"learner": learner.id, "bank": bank_id, "day_end": day_end, "most": most}
    return int(WAITING.scalar(connection, values))


def count_unseen(
    connection: Connection, learner: Learner, bank_id: int, now: datetime, most: int
) -> int:
    """Count the questions that were never asked, at most `most` of them."""
    values = {"learner": learner.id, "bank": bank_id, "now": now, "most": most}
    return int(UNSEEN.scalar(connection, values))


def measure_progress(
    connection: Connection,
    learner: Learner,
    bank_id: int,
    done: tuple[int, int],
    started: datetime,
    now: datetime,
    day_end: datetime,
    allowed: Allowance,
) -> Progress:
    """Add what is left until `day_end` to what was done since the sitting `started`.

    `done` are the answers of the sitting and the questions that they were given to.
    """
    answers, seen = done
    values = {"learner": learner.id, "bank": bank_id, "now": now}
    left = LEFT.first(connection, values | {"day_end": day_end, "started": started})
    new = count_unseen(connection, learner, bank_id, now, allowed.new)
    waits = 0  # for another day
    if allowed.reviews is not None:
        waits = max(left.reviews - allowed.reviews, 0)
    return Progress(
        seen=seen,
        questions=seen + left.due - waits - left.seen + new,
        answers=answers,
        all_answers=answers + left.answers - waits + 2 * new,
    )
