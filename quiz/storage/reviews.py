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
LOGGED = (
    *("learner_id", "question_id", "sitting_id", "reps", "at", "form", "given", "grade"),
    *("rating", "disputed", "hinted", "seconds", "before", "after", "source", "sent_id"),
)
ADD = Prepared(
    insert(ReviewRow)
    .values({name: bindparam(name) for name in LOGGED})
    .returning(REVIEW.c.id)
)
VOID = (
    update(ReviewRow)
    .where(REVIEW.c.id == bindparam("which"), REVIEW.c.voided.is_(None))
    .values(voided=bindparam("at_time"))
)
BY_ID = Prepared(select(REVIEW).where(REVIEW.c.id == bindparam("which")))
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
BEGIN_SITTING = Prepared(
    insert(SittingRow)
    .values({name: bindparam(name) for name in ("learner_id", "bank_id", "started")})
    .returning(SITTING.c.id)
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


def add_review(connection: Connection, review: Review) -> int:
    """Log the review and return its id."""
    changed: dict[str, Any] = {
        "form": review.form.value,
        "grade": review.grade.value,
        "rating": int(review.rating),
        "before": memory_data(review.before) if review.before else None,
        "after": memory_data(review.after),
    }
    return ADD.add(connection, {n: getattr(review, n) for n in LOGGED} | changed)


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
    row = BY_ID.first(connection, {"which": review_id})
    if row is None:
        return None
    after = memory_from(row.after)
    assert after is not None  # the column is never null
    read = {
        "form": Form(row.form),
        "grade": Grade(row.grade),
        "rating": Rating(row.rating),
        "before": memory_from(row.before),
        "after": after,
    }
    plain = {each.name: getattr(row, each.name) for each in fields(Review)}
    return Review(**(plain | read))


def standing_review(
    connection: Connection, learner_id: int, question_id: int, reps: int
) -> int | None:
    """Return the id of the answer that counts after `reps` others, if there is one."""
    values = {"by": learner_id, "of": question_id, "at_reps": reps}
    found: int | None = STANDING.scalar(connection, values)
    return found


def begin_sitting(
    connection: Connection, learner_id: int, bank_id: int, now: datetime
) -> int:
    values = {"learner_id": learner_id, "bank_id": bank_id, "started": now}
    return BEGIN_SITTING.add(connection, values)
