"""A learner doesn't want to be asked a question: today, any more, or as one known."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, Engine

from quiz.actions.know_learner import known_learner
from quiz.core.learner import Learner
from quiz.core.scheduling import day_number, day_start
from quiz.storage.engine import lock_for_writing
from quiz.storage.memories import forget_memory
from quiz.storage.practice_queries import find_standing
from quiz.storage.reviews import void_reviews
from quiz.storage.wishes import set_aside, take_up


class Wish(StrEnum):
    TOMORROW = "tomorrow"  # bury: not before the learner's next day
    NEVER = "never"  # suspend: not until the learner says so
    AGAIN = "again"  # end either
    OVER = "over"  # forget what was learned: the question is new


@dataclass(frozen=True, slots=True)
class Granted:
    learner_id: int
    bank_id: int


def set_question_aside(
    engine: Engine, learner: Learner, question_id: int, wish: Wish, now: datetime
) -> Granted:
    """Do what the learner wishes with the question.

    Learning it anew voids its answers: they no longer say what the learner knows.

    Raises:
        NotFound: the question isn't there or isn't this learner's.
    """
    with engine.connect() as connection:
        standing = find_standing(connection, learner, question_id)
        connection.rollback()
        lock_for_writing(connection)
        learner_id = known_learner(connection, learner, now)
        if wish is Wish.OVER:
            forget(connection, learner_id, question_id, standing.reps, now)
        until = None
        if wish is Wish.TOMORROW:
            until = day_start(day_number(now, learner.zone) + 1, learner.zone)
        if wish in {Wish.TOMORROW, Wish.NEVER}:
            set_aside(connection, learner_id, question_id, until)
        else:
            take_up(connection, learner_id, question_id)
        connection.commit()
    return Granted(learner_id, standing.bank.id)


def forget(
    connection: Connection, learner_id: int, question_id: int, reps: int, now: datetime
) -> None:
    """Make the question new, unless it was answered meanwhile."""
    if forget_memory(connection, learner_id, question_id, reps):
        void_reviews(connection, learner_id, question_id, now)
