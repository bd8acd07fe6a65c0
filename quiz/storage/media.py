"""Finds and keeps the pictures and sounds of a bank."""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Text, cast, delete, exists, func, select, update
from sqlalchemy.orm import Session

from quiz.core.questions import Status
from quiz.storage.tables import MediumRow, QuestionRow


def add_waiting(
    session: Session, bank_id: int, name: str, content: bytes, now: datetime
) -> None:
    """Keep a file that a question is to show; one that is there already stays."""
    row = session.get(MediumRow, (bank_id, name))
    if row is None:
        row = MediumRow(bank_id=bank_id, name=name, content=content, waiting=now)
        session.add(row)
    elif row.waiting is not None:
        row.waiting = now


def settle_media(session: Session, bank_id: int, names: Iterable[str]) -> None:
    """Note that these files are in a question, and so in its history for good."""
    if wanted := set(names):
        which = MediumRow.bank_id == bank_id, MediumRow.name.in_(wanted)
        session.execute(update(MediumRow).where(*which).values(waiting=None))


def drop_forgotten(session: Session, bank_id: int, before: datetime) -> None:
    """Remove the files that were brought `before` then and came into no question."""
    which = MediumRow.bank_id == bank_id, MediumRow.waiting < before
    session.execute(delete(MediumRow).where(*which))


def size_of_media(session: Session, bank_id: int) -> int:
    """Return how many bytes the bank's files take."""
    sizes = func.sum(func.length(MediumRow.content))
    return session.scalar(select(sizes).where(MediumRow.bank_id == bank_id)) or 0


def names_of_media(session: Session, bank_id: int, names: Iterable[str]) -> set[str]:
    """Return which of these files the bank has."""
    which = MediumRow.bank_id == bank_id, MediumRow.name.in_(set(names))
    return set(session.scalars(select(MediumRow.name).where(*which)))


def is_asked(session: Session, bank_id: int, name: str) -> bool:
    """Tell whether an approved question of the bank shows the file."""
    told = json.dumps(name)[1:-1]  # as the database writes it
    which = (
        QuestionRow.bank_id == bank_id,
        QuestionRow.status == Status.APPROVED,
        cast(QuestionRow.content, Text).contains(told, autoescape=True),
    )
    return bool(session.scalar(select(exists().where(*which))))
