"""Finds what a learner knows of a bank's questions, by their ids, and how that came."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from quiz.core.scheduling import Memory, Rating
from quiz.storage.memories import COLUMNS, memory_from, memory_of
from quiz.storage.tables import MemoryRow, QuestionRow, ReviewRow, RevisionRow

QUESTION, REVIEW = QuestionRow.__table__, ReviewRow.__table__
MEMORY, REVISION = MemoryRow.__table__, RevisionRow.__table__
KNOWN = (
    select(QUESTION.c.uid, *COLUMNS)
    .join_from(MEMORY, QUESTION, QUESTION.c.id == MEMORY.c.question_id)
    .where(
        MEMORY.c.learner_id == bindparam("learner"), MEMORY.c.bank_id == bindparam("bank")
    )
)
ANY_KNOWN = KNOWN.limit(1)
ANSWERS = (
    select(
        QUESTION.c.uid,
        REVIEW.c.at,
        REVIEW.c.rating,
        REVIEW.c.before,
        REVIEW.c.after,
        REVIEW.c.seconds,
    )
    .join_from(REVIEW, QUESTION, QUESTION.c.id == REVIEW.c.question_id)
    .where(REVIEW.c.learner_id == bindparam("learner"), REVIEW.c.voided.is_(None))
    .where(QUESTION.c.bank_id == bindparam("bank"))
    .order_by(REVIEW.c.at, REVIEW.c.reps, REVIEW.c.id)
)
ONCE_APPROVED = (
    select(QUESTION.c.uid)
    .distinct()
    .join_from(QUESTION, REVISION, REVISION.c.question_id == QUESTION.c.id)
    .where(QUESTION.c.bank_id == bindparam("bank"), QUESTION.c.status == "retired")
    .where(REVISION.c.content["status"].as_string() == "approved")
)


class AnswerThatCounts(NamedTuple):
    """A review that was not voided, of the question with the id `uid`."""

    uid: str
    at: datetime
    rating: Rating
    before: Memory | None
    after: Memory
    seconds: float | None  # that it took, where they are known


def known_questions(
    connection: Connection, learner_id: int, bank_id: int
) -> dict[str, Memory]:
    """Return the learner's memory of each question of the bank that they have answered."""
    rows = connection.execute(KNOWN, {"learner": learner_id, "bank": bank_id})
    return {row.uid: memory for row in rows if (memory := memory_of(row))}


def knows_any(connection: Connection, learner_id: int, bank_id: int) -> bool:
    """Tell whether the learner has answered a question of the bank."""
    values = {"learner": learner_id, "bank": bank_id}
    return connection.execute(ANY_KNOWN, values).first() is not None


def answers_that_count(
    connection: Connection, learner_id: int, bank_id: int
) -> Iterator[AnswerThatCounts]:
    """Yield the learner's answers to the bank in time order."""
    rows = connection.execute(ANSWERS, {"learner": learner_id, "bank": bank_id})
    for uid, at, rating, before, after, seconds in rows:
        left = memory_from(after)
        assert left is not None  # the column is never null
        known = memory_from(before)
        yield AnswerThatCounts(uid, at, Rating(rating), known, left, seconds)


def retired_after_approval(connection: Connection, bank_id: int) -> frozenset[str]:
    """Return the ids of retired questions that a deck of the bank may have held."""
    rows = connection.execute(ONCE_APPROVED, {"bank": bank_id})
    return frozenset(row.uid for row in rows)
