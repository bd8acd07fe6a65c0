"""A learner says that an answer was right, rates it otherwise, or takes it back.

The log is never changed: the old review is voided and, if it still counts in another
way, a new one takes its place.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Engine

from quiz.actions.show_question import reviewed
from quiz.core.grading import Grade
from quiz.core.learner import Learner
from quiz.core.problems import Problem
from quiz.core.questions import Form
from quiz.core.scheduling import Rating
from quiz.storage.banks import NotFound
from quiz.storage.engine import lock_for_writing
from quiz.storage.memories import change_memory, forget_memory
from quiz.storage.practice_queries import Standing, find_standing
from quiz.storage.reviews import Review, add_review, find_review, void_review


@dataclass(frozen=True, slots=True)
class Changed:
    """What was changed; `review_id` is the answer that counts, None if it was undone."""

    bank_id: int
    question_id: int
    review_id: int | None


def may_dispute(review: Review) -> bool:
    """Tell whether the learner can know better: only what was written can be right."""
    is_written = review.form in {Form.TYPED, Form.CLOZE} and bool(review.given.strip())
    return is_written and review.grade is not Grade.RIGHT


def find_own_review(connection: Connection, learner: Learner, review_id: int) -> Review:
    """Return the learner's review.

    Raises:
        NotFound: it isn't there or is somebody else's.
    """
    found = find_review(connection, review_id)
    if found is None or learner.id is None or found.learner_id != learner.id:
        raise NotFound("answer")
    return found


def rate_answer(
    engine: Engine,
    learner: Learner,
    review_id: int,
    rating: Rating,
    now: datetime,
    seed: str,
) -> Changed:
    """Schedule the answer by the learner's own rating.

    `seed` is that of the answer, so that the due date is the one shown on the button.

    Raises:
        NotFound: it isn't this learner's answer.
        Problem: the question was answered again meanwhile.
    """
    with engine.connect() as connection:
        old = find_own_review(connection, learner, review_id)
        standing = find_standing(connection, learner, old.question_id)
        if old.voided or old.rating is rating:
            return Changed(standing.bank.id, old.question_id, old.id)
        new = rescheduled(standing, learner, replace(old, rating=rating), seed)
        return replace_review(connection, standing, old, new, now)


def dispute_answer(
    engine: Engine, learner: Learner, review_id: int, now: datetime, seed: str
) -> Changed:
    """Count the answer as right because the learner says so; kept for the teacher.

    Where `may_dispute` says no, nothing changes.

    Raises:
        NotFound: it isn't this learner's answer.
        Problem: the question was answered again meanwhile.
    """
    with engine.connect() as connection:
        old = find_own_review(connection, learner, review_id)
        standing = find_standing(connection, learner, old.question_id)
        if old.voided or not may_dispute(old):
            return Changed(standing.bank.id, old.question_id, old.id)
        right = replace(old, grade=Grade.RIGHT, rating=Rating.GOOD, disputed=True)
        new = rescheduled(standing, learner, right, seed)
        return replace_review(connection, standing, old, new, now)


def undo_answer(engine: Engine, learner: Learner, review_id: int, now: datetime) -> Changed:
    """Bring the memory back exactly as it was before the answer.

    Undoing what was undone already changes nothing.

    Raises:
        NotFound: it isn't this learner's answer.
        Problem: the question was answered again meanwhile.
    """
    with engine.connect() as connection:
        old = find_own_review(connection, learner, review_id)
        standing = find_standing(connection, learner, old.question_id)
        connection.rollback()
        if not old.voided:
            write_undo(connection, old, now)
        return Changed(standing.bank.id, old.question_id, None)


def rescheduled(standing: Standing, learner: Learner, new: Review, seed: str) -> Review:
    """Compute the memory from what it was before, at the time of the answer itself."""
    after = reviewed(standing, learner.zone, new.before, new.rating, new.at, seed)
    return replace(new, after=after)


def replace_review(
    connection: Connection, standing: Standing, old: Review, new: Review, now: datetime
) -> Changed:
    connection.rollback()
    lock_for_writing(connection)
    which = old.learner_id, old.question_id, old.reps + 1
    if not change_memory(connection, *which, new.after):
        raise answered_again()
    if not void_review(connection, old.id, now):
        raise answered_again()
    review_id = add_review(connection, new)
    connection.commit()
    return Changed(standing.bank.id, old.question_id, review_id)


def write_undo(connection: Connection, old: Review, now: datetime) -> None:
    lock_for_writing(connection)
    which = old.learner_id, old.question_id, old.reps + 1
    if old.before is None:
        changed = forget_memory(connection, *which)
    else:
        changed = change_memory(connection, *which, old.before)
    if not changed or not void_review(connection, old.id, now):
        raise answered_again()
    connection.commit()


def answered_again() -> Problem:
    """Return what to raise inside a transaction, which then comes to nothing."""
    return Problem(
        "This question was answered again meanwhile. Only its last answer can be changed."
    )
