"""Puts answers that were given elsewhere into a learner's log, many at once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import Connection, and_, case, insert, or_, select, update

from quiz.core.learner import Learner
from quiz.core.scheduling import Memory, Rating, day_number
from quiz.storage.memories import COLUMNS, fields_of, memory_data, memory_of
from quiz.storage.tables import (
    BankRow,
    MemoryRow,
    PersonRow,
    QuestionRow,
    ReviewRow,
    SittingRow,
)

QUESTION, BANK, MEMORY = QuestionRow.__table__, BankRow.__table__, MemoryRow.__table__


@dataclass(frozen=True, slots=True)
class Known:
    """A question that may be practised, and what the learner knows of it."""

    question_id: int
    bank_id: int
    memory: Memory | None


@dataclass(frozen=True, slots=True)
class Logged:
    """An answer in the log. `counts` is False where it was taken back or replaced."""

    at: datetime
    rating: Rating
    counts: bool


@dataclass(frozen=True, slots=True)
class Joining:
    """An answer to add: the rating, and the memory before and after it.

    `seconds` are those that it took, where they are known.
    """

    question_id: int
    sitting_id: int
    reps: int
    at: datetime
    rating: Rating
    before: Memory | None
    after: Memory
    seconds: float | None = None


def find_known(
    connection: Connection, learner: Learner, uids: Collection[str]
) -> dict[str, Known]:
    """Return the questions with these ids that the learner may practise.

    A copied bank keeps its questions' ids; of several, the one that the learner has
    answered comes first, then the oldest.
    """
    is_mine = or_(BANK.c.is_public, BANK.c.owner_id == learner.owner)
    query = (
        select(QUESTION.c.uid, QUESTION.c.id, QUESTION.c.bank_id, *COLUMNS)
        .join_from(QUESTION, BANK, BANK.c.id == QUESTION.c.bank_id)
        .outerjoin(
            MEMORY,
            and_(MEMORY.c.question_id == QUESTION.c.id, MEMORY.c.learner_id == learner.id),
        )
        .where(QUESTION.c.uid.in_(uids), is_mine)
        .order_by(case((MEMORY.c.reps.is_(None), 1), else_=0), QUESTION.c.id)
    )
    found: dict[str, Known] = {}
    for row in connection.execute(query):
        found.setdefault(row.uid, Known(row.id, row.bank_id, memory_of(row)))
    return found


def find_logged(
    connection: Connection, learner_id: int, question_ids: Collection[int]
) -> dict[int, list[Logged]]:
    """Return all that was ever answered to these questions, in the order of time."""
    query = (
        select(ReviewRow.question_id, ReviewRow.at, ReviewRow.rating, ReviewRow.voided)
        .where(ReviewRow.learner_id == learner_id)
        .where(ReviewRow.question_id.in_(question_ids))
        .order_by(ReviewRow.at, ReviewRow.reps, ReviewRow.id)
    )
    found: dict[int, list[Logged]] = {number: [] for number in question_ids}
    for question_id, at, rating, voided in connection.execute(query):
        found[question_id].append(Logged(at, Rating(rating), voided is None))
    return found


def join_answers(
    connection: Connection, learner_id: int, answers: Iterable[Joining], source: str
) -> None:
    """Add answers that were given as cards are: by a rating of one's own."""
    rows: list[dict[str, Any]] = [
        {
            "learner_id": learner_id,
            "question_id": answer.question_id,
            "sitting_id": answer.sitting_id,
            "reps": answer.reps,
            "at": answer.at,
            "form": "card",
            "given": answer.rating.name.lower(),
            "grade": "wrong" if answer.rating is Rating.AGAIN else "right",
            "rating": int(answer.rating),
            "seconds": answer.seconds,
            "before": memory_data(answer.before) if answer.before else None,
            "after": memory_data(answer.after),
            "source": source,
        }
        for answer in answers
    ]
    if rows:
        connection.execute(insert(ReviewRow), rows)


def put_memory(
    connection: Connection,
    learner_id: int,
    known: Known,
    memory: Memory,
    first_reviewed: datetime,
) -> None:
    """Set what the learner knows of a question, whatever it was before."""
    if known.memory is None:
        which = {
            "learner_id": learner_id,
            "question_id": known.question_id,
            "bank_id": known.bank_id,
            "first_reviewed": first_reviewed,
        }
        connection.execute(insert(MemoryRow), which | fields_of(memory))
        return
    connection.execute(
        update(MemoryRow)
        .where(MemoryRow.learner_id == learner_id)
        .where(MemoryRow.question_id == known.question_id)
        .values(fields_of(memory))
    )


class SittingsByDay:
    """The learner's sittings, one a bank and day; a missing one is begun when asked for."""

    def __init__(self, connection: Connection, learner_id: int, zone: tzinfo) -> None:
        self.connection, self.learner_id, self.zone = connection, learner_id, zone
        query = select(SittingRow.id, SittingRow.bank_id, SittingRow.started)
        rows = connection.execute(query.where(SittingRow.learner_id == learner_id))
        self.ids = {(bank, day_number(at, zone)): number for number, bank, at in rows}

    def of(self, bank_id: int, at: datetime) -> int:
        key = bank_id, day_number(at, self.zone)
        if key not in self.ids:
            values = {"learner_id": self.learner_id, "bank_id": bank_id, "started": at}
            added = self.connection.execute(insert(SittingRow), values)
            self.ids[key] = int((added.inserted_primary_key or (0,))[0])
        return self.ids[key]


def let_teachers_count(connection: Connection, learner_id: int, allowed: bool) -> None:
    """Keep whether teachers may count what the learner answered in Anki."""
    query = update(PersonRow).where(PersonRow.id == learner_id)
    connection.execute(query.values(shares_anki=allowed))


def is_known(connection: Connection, learner_id: int) -> bool:
    query = select(PersonRow.id).where(PersonRow.id == learner_id)
    return connection.execute(query).first() is not None
