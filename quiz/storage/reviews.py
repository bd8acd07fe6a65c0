"""The log of answers: rows are added and voided, never changed otherwise."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from quiz.core.grading import Grade
from quiz.core.questions import Form
from quiz.core.scheduling import Memory, Rating
from quiz.storage.memories import memory_data, memory_from
from quiz.storage.prepared import Prepared
from quiz.storage.tables import ReviewRow, SittingRow

REVIEW, SITTING = ReviewRow.__table__, SittingRow.__table__
ADD = insert(ReviewRow)
VOID = (
    update(ReviewRow)
    .where(REVIEW.c.id == bindparam("which"), REVIEW.c.voided.is_(None))
    .values(voided=bindparam("at_time"))
)
BY_ID = select(REVIEW).where(REVIEW.c.id == bindparam("which"))
STANDING = Prepared(
    select(REVIEW.c.id)
    .where(
        REVIEW.c.learner_id == bindparam("by"),
        REVIEW.c.question_id == bindparam("of"),
        REVIEW.c.reps == bindparam("at_reps"),
        REVIEW.c.voided.is_(None),
    )
    .order_by(REVIEW.c.id.desc())
    .limit(1)
)
BEGIN_SITTING = insert(SittingRow)
SITTING_SINCE = Prepared(
    select(SITTING.c.id, SITTING.c.started)
    .where(
        SITTING.c.learner_id == bindparam("by"),
        SITTING.c.bank_id == bindparam("bank"),
        SITTING.c.started >= bindparam("since"),
    )
    .order_by(SITTING.c.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Review:
    """One answered question. `reps` counts the answers before it.

    `seconds` are those from the question to its answer, where they are known.
    """

    learner_id: int
    question_id: int
    sitting_id: int
    reps: int
    at: datetime
    form: Form
    given: str
    grade: Grade
    rating: Rating
    before: Memory | None
    after: Memory
    disputed: bool = False
    hinted: bool = False
    seconds: float | None = None
    id: int = 0
    voided: datetime | None = None
    source: str = "here"  # or "anki"
    sent_id: str | None = None  # what a device called an answer that it sent later


@dataclass(frozen=True, slots=True)
class Sitting:
    """One go at practice: the answers of one learner's day in one bank."""

    id: int
    started: datetime


def add_review(connection: Connection, review: Review) -> int:
    """Log the review and return its id."""
    values: dict[str, Any] = {
        "learner_id": review.learner_id,
        "question_id": review.question_id,
        "sitting_id": review.sitting_id,
        "reps": review.reps,
        "at": review.at,
        "form": review.form.value,
        "given": review.given,
        "grade": review.grade.value,
        "rating": int(review.rating),
        "disputed": review.disputed,
        "hinted": review.hinted,
        "seconds": review.seconds,
        "before": memory_data(review.before) if review.before else None,
        "after": memory_data(review.after),
        "source": review.source,
        "sent_id": review.sent_id,
    }
    return new_id(connection.execute(ADD, values).inserted_primary_key)


def void_review(connection: Connection, review_id: int, now: datetime) -> bool:
    """Take the review out of all counts; tell whether it still counted."""
    return connection.execute(VOID, {"which": review_id, "at_time": now}).rowcount == 1


def void_reviews(
    connection: Connection, learner_id: int, question_id: int, now: datetime
) -> None:
    """Take all answers of a learner to a question out of all counts."""
    which = REVIEW.c.learner_id == learner_id, REVIEW.c.question_id == question_id
    stand = update(ReviewRow).where(*which, REVIEW.c.voided.is_(None))
    connection.execute(stand.values(voided=now))


def find_review(connection: Connection, review_id: int) -> Review | None:
    row = connection.execute(BY_ID, {"which": review_id}).mappings().first()
    if row is None:
        return None
    after = memory_from(row["after"])
    assert after is not None  # the column is never null
    read = {
        "form": Form(row["form"]),
        "grade": Grade(row["grade"]),
        "rating": Rating(row["rating"]),
        "before": memory_from(row["before"]),
        "after": after,
    }
    plain = {each.name: row[each.name] for each in fields(Review)}
    return Review(**(plain | read))


def standing_review(
    connection: Connection, learner_id: int, question_id: int, reps: int
) -> int | None:
    """Return the id of the answer that counts after `reps` others, if there is one."""
    values = {"by": learner_id, "of": question_id, "at_reps": reps}
    found: int | None = STANDING.scalar(connection, values)
    return found


def find_sitting(
    connection: Connection, learner_id: int, bank_id: int, since: datetime
) -> Sitting | None:
    """Return the learner's last sitting at a bank that began at `since` or later."""
    values = {"by": learner_id, "bank": bank_id, "since": since}
    row = SITTING_SINCE.first(connection, values)
    return Sitting(row.id, row.started) if row else None


def begin_sitting(
    connection: Connection, learner_id: int, bank_id: int, now: datetime
) -> int:
    values = {"learner_id": learner_id, "bank_id": bank_id, "started": now}
    return new_id(connection.execute(BEGIN_SITTING, values).inserted_primary_key)


def new_id(key: Any) -> int:
    return int(key[0])
