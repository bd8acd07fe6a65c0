"""A learner's record leaves: to another device, as a file, or for good."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quiz.actions.sign_in import digest_of
from quiz.core.learner import Learner
from quiz.storage.engine import begin_writing, lock_for_writing
from quiz.storage.people import add_link, find_link, forget_links, use_link
from quiz.storage.record_files import record_data
from quiz.storage.records import empty_person, find_person, forget_record

LINK_LIFE = timedelta(minutes=30)
PURPOSE = "record"


def make_record_link(session: Session, learner_id: int, now: datetime) -> str:
    """Return the secret token of a new link to this record, good once and for a while."""
    begin_writing(session)
    token = secrets.token_urlsafe(24)
    forget_links(session, now)
    add_link(session, digest_of(token), learner_id, now + LINK_LIFE, PURPOSE)
    session.commit()
    return token


def whose_link(session: Session, token: str, now: datetime) -> int | None:
    """Return whose record the link leads to, without using it; None if it is spent."""
    return find_link(session, digest_of(token), now, PURPOSE)


def open_record(session: Session, token: str, now: datetime) -> int | None:
    """Use up the link and return whose record it is; None if it is not good any more."""
    begin_writing(session)
    person_id = use_link(session, digest_of(token), now, PURPOSE)
    session.commit()
    return person_id


def export_record(engine: Engine, learner: Learner, now: datetime) -> dict[str, Any]:
    """Return everything that is kept of a learner, as plain data."""
    with engine.connect() as connection:
        return record_data(connection, learner.id or 0, now)


def delete_record(engine: Engine, learner: Learner, now: datetime) -> None:
    """Delete everything that is kept of a learner. The owner stays the owner."""
    if learner.id is None:
        return
    with engine.connect() as connection:
        lock_for_writing(connection)
        person = find_person(connection, learner.id)
        if person is not None:
            forget_record(connection, person.id, keep_way_in=person.is_owner)
            empty_person(connection, person.id, now)
        connection.commit()
