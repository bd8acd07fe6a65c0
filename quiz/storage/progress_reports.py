"""What a learner's log and memories tell as a whole: rare pages, long looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, exists, func, select

from quiz.core.learner import Learner
from quiz.core.questions import Status
from quiz.core.scheduling import Memory, Parameters, Rating
from quiz.storage.memories import COLUMNS, memory_from, memory_of
from quiz.storage.practice_queries import NEW_A_DAY, RETENTION
from quiz.storage.tables import (
    AsideRow,
    BankRow,
    MemoryRow,
    PersonRow,
    QuestionRow,
    ReviewRow,
    SittingRow,
)

IS_APPROVED = QuestionRow.status == Status.APPROVED.value


@dataclass(frozen=True, slots=True)
class MemorySettings:
    """What a learner's schedule is made with."""

    new_a_day: int
    retention: float
    parameters: Parameters | None


@dataclass(frozen=True, slots=True)
class LoggedAnswer:
    question_id: int
    at: datetime
    rating: Rating
    before: Memory | None
    after: Memory


@dataclass(frozen=True, slots=True)
class HardQuestion:
    question_id: int
    bank_id: int
    language: str
    prompt: str
    answer: str
    lapses: int
    answers: int


def find_memory_settings(connection: Connection, learner_id: int) -> MemorySettings:
    query = select(PersonRow.new_a_day, PersonRow.retention, PersonRow.parameters)
    row = connection.execute(query.where(PersonRow.id == learner_id)).first()
    if row is None:
        return MemorySettings(NEW_A_DAY, RETENTION, None)
    own = tuple(row.parameters) if row.parameters else None
    return MemorySettings(row.new_a_day, row.retention, own)


def memories_of(connection: Connection, learner_id: int) -> dict[int, Memory]:
    """Return the memories of questions that are still asked, by question."""
    query = (
        select(MemoryRow.question_id, *COLUMNS)
        .join_from(MemoryRow, QuestionRow, QuestionRow.id == MemoryRow.question_id)
        .where(MemoryRow.learner_id == learner_id, IS_APPROVED)
    )
    rows = ((row.question_id, memory_of(row)) for row in connection.execute(query))
    return {question: memory for question, memory in rows if memory}


def suspended_questions(connection: Connection, learner_id: int) -> set[int]:
    """Return the questions that the learner has set aside for good: never due."""
    query = select(AsideRow.question_id).where(AsideRow.learner_id == learner_id)
    return set(connection.execute(query.where(AsideRow.until.is_(None))).scalars())


def answers_since(
    connection: Connection, learner_id: int, since: datetime
) -> list[LoggedAnswer]:
    """Return the answers that count, in the order in which they were given."""
    query = (
        select(
            ReviewRow.question_id,
            ReviewRow.at,
            ReviewRow.rating,
            ReviewRow.before,
            ReviewRow.after,
        )
        .where(ReviewRow.learner_id == learner_id, ReviewRow.voided.is_(None))
        .where(ReviewRow.at >= since)
        .order_by(ReviewRow.at, ReviewRow.reps, ReviewRow.id)
    )
    found = []
    for question, at, rating, before, after in connection.execute(query):
        left = memory_from(after)
        assert left is not None  # the column is never null
        found.append(LoggedAnswer(question, at, Rating(rating), memory_from(before), left))
    return found


def banks_met(connection: Connection, learner: Learner) -> list[tuple[int, str, str]]:
    """Return the banks (id, title, language) that a learner remembers and may practise."""
    query = (
        select(BankRow.id, BankRow.title, BankRow.language)
        .where(BankRow.is_public | (BankRow.owner_id == learner.owner))
        .where(
            exists().where(
                MemoryRow.learner_id == learner.id, MemoryRow.bank_id == BankRow.id
            )
        )
        .order_by(BankRow.id)
    )
    return [(row.id, row.title, row.language) for row in connection.execute(query)]


def count_answers(connection: Connection, learner_id: int) -> int:
    query = select(func.count()).where(
        ReviewRow.learner_id == learner_id, ReviewRow.voided.is_(None)
    )
    return connection.execute(query).scalar_one()


def sitting_times(connection: Connection, learner_id: int) -> Sequence[datetime]:
    query = select(SittingRow.started).where(SittingRow.learner_id == learner_id)
    return connection.execute(query).scalars().all()


def hardest_questions(
    connection: Connection, learner_id: int, most: int
) -> list[HardQuestion]:
    """Return the questions that were forgotten most often, then the hardest of those."""
    query = (
        select(
            QuestionRow.id.label("question_id"),
            QuestionRow.bank_id,
            BankRow.language,
            QuestionRow.prompt,
            QuestionRow.answer,
            MemoryRow.lapses,
            MemoryRow.reps.label("answers"),
        )
        .join_from(MemoryRow, QuestionRow, QuestionRow.id == MemoryRow.question_id)
        .join(BankRow, BankRow.id == QuestionRow.bank_id)
        .where(MemoryRow.learner_id == learner_id, IS_APPROVED, MemoryRow.lapses > 0)
        .order_by(MemoryRow.lapses.desc(), MemoryRow.difficulty.desc(), QuestionRow.id)
        .limit(most)
    )
    return [HardQuestion(**row) for row in connection.execute(query).mappings()]
