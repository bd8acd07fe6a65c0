"""A visitor becomes a learner: the first time that something of theirs is kept."""

from datetime import datetime

from sqlalchemy import Connection

from quiz.core.learner import Learner
from quiz.storage.people import add_learner, is_there


def known_learner(connection: Connection, learner: Learner, now: datetime) -> int:
    """Return the learner's id; a visitor, or one whose record is gone, gets a new one."""
    if learner.id is not None and is_there(connection, learner.id):
        return learner.id
    return add_learner(connection, now, learner.zone.key)
