"""What practice tells afterwards: the evidence, a sitting's answers, the days to come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, or_, select

from quiz.core.evidence_window import Passage, passage_around, window_of
from quiz.core.learner import Learner
from quiz.core.plain_data import question_from
from quiz.core.questions import Evidence, Status
from quiz.core.scheduling import State
from quiz.storage.tables import (
    ArticleRow,
    AsideRow,
    BankRow,
    MemoryRow,
    QuestionRow,
    ReviewRow,
    SittingRow,
)

IS_APPROVED = QuestionRow.status == Status.APPROVED.value


@dataclass(frozen=True, slots=True)
class Source:
    """The passage that proves an answer, and the title of its article."""

    title: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Rival:
    """Another question, whose answer was given: `quote` is its evidence."""

    prompt: str
    answer: str
    quote: str


@dataclass(frozen=True, slots=True)
class AnsweredOnce:
    """One answer of a sitting, with how its question stands now."""

    question_id: int
    prompt: str
    answer: str
    given: str
    form: str
    grade: str
    at: datetime
    due: datetime | None
    is_learned: bool
    was_new: bool


@dataclass(frozen=True, slots=True)
class BankCounts:
    """A bank in numbers for one learner. `next_due` is after the learner's day.

    `is_given`: it is the learner's own or shared with them, not merely open to everyone.
    """

    id: int
    title: str
    questions: int
    seen: int = 0
    learned: int = 0
    next_due: datetime | None = None
    language: str = ""
    is_given: bool = False


def find_source(
    connection: Connection, bank_id: int, evidence: Evidence | None
) -> Source | None:
    """Read only the part of the article around the evidence: articles may be books."""
    if evidence is None:
        return None
    start, end = window_of(evidence)
    window = func.substr(ArticleRow.text, start + 1, end - start).label("window")
    query = select(ArticleRow.title, window).where(
        ArticleRow.bank_id == bank_id, ArticleRow.uid == evidence.article
    )
    row = connection.execute(query).first()
    if row is None:
        return Source("", passage_around(evidence, ""))
    return Source(row.title, passage_around(evidence, row.window))


def find_rival(
    connection: Connection, bank_id: int, question_id: int, given: str
) -> Rival | None:
    """Return another question of the bank that what was given would have answered."""
    query = (
        select(QuestionRow.content)
        .where(QuestionRow.bank_id == bank_id, IS_APPROVED)
        .where(QuestionRow.answer == given, QuestionRow.id != question_id)
        .order_by(QuestionRow.position)
        .limit(1)
    )
    content = connection.execute(query).scalar()
    if content is None:
        return None
    question = question_from(content)
    quote = question.evidence.quote if question.evidence else ""
    return Rival(question.prompt, question.answer.shown, quote)


def answers_of_sitting(connection: Connection, sitting_id: int) -> list[AnsweredOnce]:
    """Return the answers that count, in the order in which they were given."""
    is_this = and_(
        MemoryRow.learner_id == ReviewRow.learner_id,
        MemoryRow.question_id == ReviewRow.question_id,
    )
    query = (
        select(
            ReviewRow.question_id,
            QuestionRow.prompt,
            QuestionRow.answer,
            ReviewRow.given,
            ReviewRow.form,
            ReviewRow.grade,
            ReviewRow.at,
            MemoryRow.due,
            (MemoryRow.state == int(State.REVIEW)).label("is_learned"),
            (MemoryRow.first_reviewed >= SittingRow.started).label("was_new"),
        )
        .join_from(ReviewRow, QuestionRow, QuestionRow.id == ReviewRow.question_id)
        .join(SittingRow, SittingRow.id == ReviewRow.sitting_id)
        .outerjoin(MemoryRow, is_this)
        .where(ReviewRow.sitting_id == sitting_id, ReviewRow.voided.is_(None))
        .order_by(ReviewRow.at, ReviewRow.id)
    )
    return [AnsweredOnce(**row) for row in connection.execute(query).mappings()]


def not_aside(learner: Learner, now: datetime) -> ColumnElement[bool]:
    """Leave out what the learner doesn't want to be asked at `now`."""
    return ~exists().where(
        AsideRow.learner_id == learner.id,
        AsideRow.question_id == QuestionRow.id,
        or_(AsideRow.until.is_(None), AsideRow.until > now),
    )


def due_times(
    connection: Connection,
    learner: Learner,
    bank_id: int,
    until: datetime,
    now: datetime,
) -> Mapping[datetime, int]:
    """Count the questions by when they are due, before `until`."""
    query = (
        select(MemoryRow.due, func.count())
        .join_from(MemoryRow, QuestionRow, QuestionRow.id == MemoryRow.question_id)
        .where(MemoryRow.learner_id == learner.id, MemoryRow.bank_id == bank_id)
        .where(IS_APPROVED, not_aside(learner, now), MemoryRow.due < until)
        .group_by(MemoryRow.due)
        .order_by(MemoryRow.due)
    )
    return dict(connection.execute(query).all())


def next_due_time(
    connection: Connection, learner: Learner, bank_id: int, since: datetime
) -> datetime | None:
    query = (
        select(func.min(MemoryRow.due))
        .join_from(MemoryRow, QuestionRow, QuestionRow.id == MemoryRow.question_id)
        .where(MemoryRow.learner_id == learner.id, MemoryRow.bank_id == bank_id)
        .where(IS_APPROVED, not_aside(learner, since), MemoryRow.due >= since)
    )
    return connection.execute(query).scalar()


def count_banks(
    connection: Connection, learner: Learner, now: datetime, day_end: datetime
) -> list[BankCounts]:
    """Return the banks this learner may practise that have approved questions."""
    mine = or_(
        BankRow.is_public,
        BankRow.owner_id == learner.owner,
        BankRow.id.in_(learner.shared),
    )
    query = (
        select(BankRow.id, BankRow.title, BankRow.language, BankRow.is_public, func.count())
        .join_from(BankRow, QuestionRow, QuestionRow.bank_id == BankRow.id)
        .where(mine, IS_APPROVED, not_aside(learner, now))
        .group_by(BankRow.id, BankRow.title, BankRow.language, BankRow.is_public)
        .order_by(BankRow.id)
    )
    known = count_memories(connection, learner, now, day_end)
    return [
        BankCounts(
            bank_id,
            title,
            count,
            language=language,
            is_given=not is_public or bank_id in learner.shared,
            **known.get(bank_id, {}),
        )
        for bank_id, title, language, is_public, count in connection.execute(query)
    ]


def count_memories(
    connection: Connection, learner: Learner, now: datetime, day_end: datetime
) -> dict[int, dict[str, Any]]:
    if learner.id is None:
        return {}
    is_review = MemoryRow.state == int(State.REVIEW)
    query = (
        select(
            MemoryRow.bank_id,
            func.count().label("seen"),
            func.sum(case((is_review, 1), else_=0)).label("learned"),
            func.min(case((MemoryRow.due >= day_end, MemoryRow.due))).label("next_due"),
        )
        .join_from(MemoryRow, QuestionRow, QuestionRow.id == MemoryRow.question_id)
        .where(MemoryRow.learner_id == learner.id, IS_APPROVED, not_aside(learner, now))
        .group_by(MemoryRow.bank_id)
    )
    rows = connection.execute(query).mappings()
    return {row["bank_id"]: {k: row[k] for k in row if k != "bank_id"} for row in rows}


def remembered_between(
    connection: Connection, learner: Learner, start: datetime, end: datetime
) -> tuple[int, int]:
    """Count the questions answered in that time, and those not wrong at first."""
    query = (
        select(ReviewRow.question_id, ReviewRow.grade)
        .join_from(SittingRow, ReviewRow, ReviewRow.sitting_id == SittingRow.id)
        .where(SittingRow.learner_id == learner.id)
        .where(SittingRow.started >= start, SittingRow.started < end)
        .where(ReviewRow.voided.is_(None))
        .order_by(ReviewRow.id.desc())
    )
    first = dict(connection.execute(query).all())  # the earliest stays
    return len(first), sum(grade != "wrong" for grade in first.values())
