"""Finds and adds learners and the owner, and keeps one-time sign-in links."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update
from sqlalchemy.orm import Session

from quiz.storage.tables import PersonRow, SignInLinkRow


def find_owner(session: Session) -> PersonRow | None:
    return session.scalar(select(PersonRow).where(PersonRow.is_owner.is_(True)))


def add_person(
    session: Session, now: datetime, *, zone: str = "UTC", is_owner: bool = False
) -> PersonRow:
    person = PersonRow(zone=zone, is_owner=is_owner, created=now)
    session.add(person)
    session.flush()
    return person


def add_learner(connection: Connection, now: datetime, zone: str) -> int:
    """Add someone who has just given a first answer, and return their id."""
    values = {"zone": zone, "created": now}
    key = connection.execute(insert(PersonRow), values).inserted_primary_key
    assert key is not None  # a single row was added
    return int(key[0])


def is_there(connection: Connection, person_id: int) -> bool:
    query = select(PersonRow.id).where(PersonRow.id == person_id)
    return connection.execute(query).first() is not None


def add_link(
    session: Session, digest: str, person_id: int, expires: datetime, purpose: str = "desk"
) -> None:
    link = SignInLinkRow(digest=digest, person_id=person_id, expires=expires)
    link.purpose = purpose
    session.add(link)


def is_good(digest: str, now: datetime, purpose: str) -> ColumnElement[bool]:
    is_this = (SignInLinkRow.digest == digest) & (SignInLinkRow.purpose == purpose)
    return is_this & SignInLinkRow.used.is_(None) & (SignInLinkRow.expires > now)


def find_link(session: Session, digest: str, now: datetime, purpose: str) -> int | None:
    """Return whose link it is, as long as it is good."""
    query = select(SignInLinkRow.person_id).where(is_good(digest, now, purpose))
    return session.scalar(query)


def use_link(
    session: Session, digest: str, now: datetime, purpose: str = "desk"
) -> int | None:
    """Use up a link and return whose it was; None if it is unknown, used or too old."""
    query = (
        update(SignInLinkRow)
        .where(is_good(digest, now, purpose))
        .values(used=now)
        .returning(SignInLinkRow.person_id)
    )
    return session.scalar(query)


def forget_links(session: Session, before: datetime) -> None:
    """Delete the links that ran out before a moment."""
    session.execute(delete(SignInLinkRow).where(SignInLinkRow.expires < before))
