"""A learner says that an answer was right, rates it otherwise, or takes it back.

The log is never changed: the old review is voided and, if it still counts in another
way, a new one takes its place.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from quiz.actions.show_question import reviewed
from quiz.core.grading import Grade
from quiz.core.learner import Learner
from quiz.core.problems import Problem
from quiz.core.scheduling import Rating
from quiz.storage.banks import NotFound
from quiz.storage.engine import begin_writing
from quiz.storage.memories import change_memory, forget_memory
from quiz.storage.practice_queries import find_standing
from quiz.storage.reviews import Review, add_review, find_review, void_review


@dataclass(frozen=True, slots=True)
class Changed:
    """What was changed; `review_id` is the answer that counts, None if it was undone."""

    bank_id: int
    question_id: int
    review_id: int | None


def find_own_review(session: Session, learner: Learner, review_id: int) -> Review:
    """Return the learner's review.

    Raises:
        NotFound: it isn't there or is somebody else's.
    """
    found = find_review(session.connection(), review_id)
    if found is None or learner.id is None or found.learner_id != learner.id:
        raise NotFound("answer")
    return found


def rate_answer(
    session: Session,
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
    old = find_own_review(session, learner, review_id)
    if old.voided or old.rating is rating:
        return unchanged(session, learner, old)
    return replace_review(session, learner, old, replace(old, rating=rating), now, seed)


def dispute_answer(
    session: Session, learner: Learner, review_id: int, now: datetime, seed: str
) -> Changed:
    """Count the answer as right because the learner says so; kept for the teacher.

    Raises:
        NotFound: it isn't this learner's answer.
        Problem: the question was answered again meanwhile.
    """
    old = find_own_review(session, learner, review_id)
    if old.voided or old.grade is Grade.RIGHT:
        return unchanged(session, learner, old)
    new = replace(old, grade=Grade.RIGHT, rating=Rating.GOOD, disputed=True)
    return replace_review(session, learner, old, new, now, seed)


def undo_answer(
    session: Session, learner: Learner, review_id: int, now: datetime
) -> Changed:
    """Bring the memory back exactly as it was before the answer.

    Undoing what was undone already changes nothing.

    Raises:
        NotFound: it isn't this learner's answer.
        Problem: the question was answered again meanwhile.
    """
    old = find_own_review(session, learner, review_id)
    standing = find_standing(session.connection(), learner, old.question_id)
    session.rollback()
    if not old.voided:
        write_undo(session, old, now)
    return Changed(standing.bank.id, old.question_id, None)


def replace_review(
    session: Session,
    learner: Learner,
    old: Review,
    new: Review,
    now: datetime,
    seed: str,
) -> Changed:
    standing = find_standing(session.connection(), learner, old.question_id)
    session.rollback()
    after = reviewed(standing, learner.zone, new.before, new.at, seed)[new.rating]
    new = replace(new, after=after)
    begin_writing(session)
    connection = session.connection()
    changed = change_memory(
        connection, old.learner_id, old.question_id, old.reps + 1, new.after
    )
    if not changed or not void_review(connection, old.id, now):
        session.rollback()
        raise answered_again()
    review_id = add_review(connection, new)
    session.commit()
    return Changed(standing.bank.id, old.question_id, review_id)


def unchanged(session: Session, learner: Learner, old: Review) -> Changed:
    standing = find_standing(session.connection(), learner, old.question_id)
    return Changed(standing.bank.id, old.question_id, old.id)


def write_undo(session: Session, old: Review, now: datetime) -> None:
    begin_writing(session)
    connection = session.connection()
    which = old.learner_id, old.question_id, old.reps + 1
    if old.before is None:
        changed = forget_memory(connection, *which)
    else:
        changed = change_memory(connection, *which, old.before)
    if not changed or not void_review(connection, old.id, now):
        session.rollback()
        raise answered_again()
    session.commit()


def answered_again() -> Problem:
    return Problem(
        "This question was answered again meanwhile. Only its last answer can be changed."
    )
