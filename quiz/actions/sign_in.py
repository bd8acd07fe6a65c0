"""The owner signs in by a one-time link."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from quiz.storage.people import add_link, add_person, find_owner, forget_links, use_link
from quiz.storage.tables import PersonRow

LINK_LIFE = timedelta(hours=24)


def owner_of_installation(session: Session, now: datetime) -> PersonRow:
    """Return the owner, made on the first call."""
    owner = find_owner(session)
    if owner is None:
        owner = add_person(session, now, is_owner=True)
        session.commit()
    return owner


def make_owner_link(session: Session, now: datetime) -> str:
    """Return the secret token of a new link, good once and for a day."""
    owner = owner_of_installation(session, now)
    token = secrets.token_urlsafe(24)
    forget_links(session, now)
    add_link(session, digest_of(token), owner.id, now + LINK_LIFE)
    session.commit()
    return token


def sign_in(session: Session, token: str, now: datetime) -> int | None:
    """Use up the link and return the person's id; None if it is not good any more."""
    person_id = use_link(session, digest_of(token), now)
    session.commit()
    return person_id


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
