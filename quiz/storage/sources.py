"""Keeps texts on their way in, until a teacher has looked at them."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from quiz.storage.banks import NotFound
from quiz.storage.desk_tables import SourceRow

KEPT = timedelta(days=7)  # a text nobody went on with
READING_TIME = timedelta(seconds=90)  # a reading that lasts longer was killed


def add_source(session: Session, row: SourceRow) -> SourceRow:
    session.add(row)
    session.flush()
    return row


def sources_of(session: Session, owner_id: int, batch: str) -> list[SourceRow]:
    """Return the texts that a teacher brought together, in their order.

    Raises:
        NotFound: there are none any more.
    """
    query = select(SourceRow).where(*waits(owner_id, batch))
    if rows := list(session.scalars(query.order_by(SourceRow.id))):
        return rows
    raise NotFound("source")


def count_sources(session: Session, owner_id: int, batch: str) -> int:
    query = select(func.count()).select_from(SourceRow).where(*waits(owner_id, batch))
    return session.scalar(query) or 0


def waits(owner_id: int, batch: str) -> tuple[ColumnElement[bool], ...]:
    """Return what is true of a batch's texts that were not dropped."""
    is_here = SourceRow.owner_id == owner_id, SourceRow.batch == batch
    return (*is_here, SourceRow.dropped.is_(None))


def is_being_read(row: SourceRow, now: datetime) -> bool:
    return row.state == "reading" and now - row.created < READING_TIME


def forget_sources(session: Session, owner_id: int, now: datetime) -> None:
    """Remove a teacher's texts that nobody went on with for a week."""
    session.execute(
        delete(SourceRow).where(
            SourceRow.owner_id == owner_id, SourceRow.created < now - KEPT
        )
    )


def drop_batch(session: Session, owner_id: int, batch: str, now: datetime) -> None:
    """Take a batch away. What has a text can come back, until it is forgotten."""
    mine = waits(owner_id, batch)
    session.execute(delete(SourceRow).where(*mine, SourceRow.text == ""))
    session.execute(update(SourceRow).where(*mine).values(dropped=now))


def bring_batch_back(
    session: Session, owner_id: int, batch: str, dropped: datetime
) -> None:
    """Bring back what was dropped of a batch at one moment."""
    mine = SourceRow.owner_id == owner_id, SourceRow.batch == batch
    query = update(SourceRow).where(*mine, SourceRow.dropped == dropped)
    session.execute(query.values(dropped=None))
