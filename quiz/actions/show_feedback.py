"""A learner sees how an answer was graded, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine

from quiz.actions.overrule_answer import find_own_review
from quiz.actions.plan_day import find_day
from quiz.actions.show_question import Way, every_rating, progress_of, turn_seed
from quiz.core.asking import Asked, ask, grade_asked
from quiz.core.grading import Grade, Verdict
from quiz.core.learner import Learner
from quiz.core.scheduling import Memory, Rating
from quiz.storage.practice_queries import PractisedBank, Progress, find_standing
from quiz.storage.practice_reports import Rival, Source, find_rival, find_source
from quiz.storage.reviews import Review, standing_review


@dataclass(frozen=True, slots=True)
class Feedback:
    """A graded answer with everything that its page tells.

    `verdict` says what was off; `choices` what each rating leads to; `rival` is another
    question that the wrong answer would have answered.
    """

    bank: PractisedBank
    review: Review
    asked: Asked
    verdict: Verdict
    source: Source | None
    progress: Progress
    choices: Mapping[Rating, Memory]
    rival: Rival | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The answer was taken back, or rated otherwise in the review `review_id`."""

    bank_id: int
    question_id: int
    review_id: int | None


def show_feedback(
    engine: Engine,
    learner: Learner,
    review_id: int,
    now: datetime,
    seed: str,
    way: Way = Way.SPACED,
) -> Feedback | Elsewhere:
    """Return what to tell about an answer of this learner.

    Raises:
        NotFound: it isn't there or is somebody else's.
    """
    with engine.connect() as connection:
        review = find_own_review(connection, learner, review_id)
        standing = find_standing(connection, learner, review.question_id)
        bank, question = standing.bank, standing.question
        if review.voided:
            instead = standing_review(
                connection, review.learner_id, review.question_id, review.reps
            )
            return Elsewhere(bank.id, review.question_id, instead)
        day = find_day(connection, learner, bank.id, now)
        asked = ask(question, review.form, turn_seed(question.id, review.reps, seed))
        return Feedback(
            bank=bank,
            review=review,
            asked=asked,
            verdict=grade_asked(asked, review.given, bank.language),
            source=find_source(connection, bank.id, question.evidence),
            progress=progress_of(connection, learner, day, way),
            choices=every_rating(standing, learner.zone, review.before, review.at, seed),
            rival=rival_of(connection, bank.id, review),
        )


def rival_of(connection: Connection, bank_id: int, review: Review) -> Rival | None:
    """Look for what a wrong answer would have been right for."""
    given = review.given.strip()
    if review.grade is not Grade.WRONG or given in {"", "true", "false", "again"}:
        return None
    return find_rival(connection, bank_id, review.question_id, given)
