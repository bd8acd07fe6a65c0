"""Keeps nicknames, each with the hash of its password."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.tables import NicknameRow


def find_nickname(session: Session, person_id: int) -> NicknameRow | None:
    return session.get(NicknameRow, person_id)


def find_by_key(session: Session, key: str) -> NicknameRow | None:
    return session.scalar(select(NicknameRow).where(NicknameRow.key == key))


def keep_nickname(
    session: Session, person_id: int, name: str, key: str, password: str
) -> None:
    """Set the person's nickname; `password` is its hash.

    Raises:
        sqlalchemy.exc.IntegrityError: somebody else has it.
    """
    row = session.get(NicknameRow, person_id)
    if row is None:
        row = NicknameRow(person_id=person_id, name=name, key=key, password=password)
        session.add(row)
    row.name, row.key, row.password = name, key, password
    session.flush()
