"""A learner says how to practise: settings, and the day of an exam."""

from datetime import date, datetime, timedelta

from sqlalchemy import Engine

from quiz.actions.know_learner import known_learner
from quiz.core.learner import Learner, Settings
from quiz.core.problems import Problem
from quiz.core.scheduling import day_number
from quiz.storage.engine import lock_for_writing
from quiz.storage.practice_queries import find_practised_bank
from quiz.storage.wishes import keep_exam, keep_settings

LONGEST_WAIT = timedelta(days=5 * 366)


def change_settings(
    engine: Engine, learner: Learner, settings: Settings, now: datetime
) -> int:
    """Keep the settings and return the learner's id, who may be new."""
    with engine.connect() as connection:
        lock_for_writing(connection)
        learner_id = known_learner(connection, learner, now)
        keep_settings(connection, learner_id, settings)
        connection.commit()
    return learner_id


def set_exam(
    engine: Engine, learner: Learner, bank_id: int, day: date | None, now: datetime
) -> int:
    """Practise a bank towards a day, or None: no longer. Return the learner's id.

    Raises:
        NotFound: the bank isn't there or isn't this learner's.
        Problem: the day is over, or too far off to plan for.
    """
    today = date.fromordinal(day_number(now, learner.zone))
    if day is not None and day < today:
        raise Problem("That day is over. Choose a day to come.")
    if day is not None and day - today > LONGEST_WAIT:
        raise Problem("That day is too far off to plan for.")
    with engine.connect() as connection:
        find_practised_bank(connection, learner, bank_id)
        connection.rollback()
        lock_for_writing(connection)
        learner_id = known_learner(connection, learner, now)
        keep_exam(connection, learner_id, bank_id, day)
        connection.commit()
    return learner_id
