"""Keeps what teachers did beside changing questions, so that it can be taken back."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.desk_tables import DeedRow


class Deed(StrEnum):
    """What a teacher can do at the desk beside changing questions and settings."""

    MADE = "made"  # a bank, in whatever way
    REMOVED = "removed"  # a bank
    ADDED = "added"  # texts to a bank
    LEFT_OUT = "left out"  # texts that were not in a bank yet
    DRAFTED = "drafted"  # a passage again
    CORRECTED = "corrected"  # a text in which nothing was found
    EDITION = "edition"  # an article got another text
    INVITED = "invited"
    REVOKED = "revoked"  # an invitation
    JOINED = "joined"
    PARTED = "parted"  # with a member, or left
    CALLED = "called"  # oneself by another name
    SETTLED = "settled"  # what learners reported


def note_deed(
    session: Session,
    what: Deed,
    by_id: int,
    now: datetime,
    bank_id: int | None = None,
    **data: Any,
) -> None:
    """Log a deed; `data` is what undoing needs to know, and what it is called."""
    session.add(DeedRow(at=now, by_id=by_id, what=what, bank_id=bank_id, data=data))


def deeds_since(session: Session, by_id: int, since: datetime) -> list[DeedRow]:
    """Return a teacher's deeds that stand, the newest first."""
    query = select(DeedRow).where(DeedRow.by_id == by_id, DeedRow.at >= since)
    query = query.where(DeedRow.undone.is_(None))
    return list(session.scalars(query.order_by(DeedRow.at.desc(), DeedRow.id.desc())))


def deeds_of_bank(
    session: Session, bank_id: int, first: datetime, last: datetime
) -> list[DeedRow]:
    """Return what was done with a bank from one moment to another."""
    query = select(DeedRow).where(DeedRow.bank_id == bank_id)
    return list(session.scalars(query.where(DeedRow.at >= first, DeedRow.at <= last)))


def old_removals(session: Session, before: datetime) -> list[DeedRow]:
    """Return the removals of banks that were not taken back."""
    query = select(DeedRow).where(DeedRow.what == Deed.REMOVED, DeedRow.at < before)
    return list(session.scalars(query.where(DeedRow.undone.is_(None))))
