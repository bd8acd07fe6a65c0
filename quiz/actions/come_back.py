"""A learner takes a nickname and a password, and comes back by them on any device."""

import unicodedata

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from werkzeug.security import check_password_hash, generate_password_hash

from quiz.core.nickname_rules import (
    LONGEST_PASSWORD,
    checked_nickname,
    checked_password,
    nickname_key,
)
from quiz.core.problems import Problem
from quiz.storage.engine import begin_writing
from quiz.storage.nicknames import find_by_key, find_nickname, keep_nickname

# Compared where nobody has the nickname, so that the time doesn't tell.
NOBODYS = generate_password_hash("a password that nobody has")


def nickname_of(session: Session, person_id: int | None) -> str:
    """Return the learner's nickname, "" where there is none."""
    row = find_nickname(session, person_id) if person_id is not None else None
    return row.name if row else ""


def has_password(session: Session, person_id: int | None) -> bool:
    """Tell whether the nickname has a password; passkeys need none."""
    row = find_nickname(session, person_id) if person_id is not None else None
    return row is not None and bool(row.password)


def free_nickname(session: Session, name: str) -> str:
    """Return a nickname as it is shown.

    Raises:
        Problem: it can't be had.
    """
    shown = checked_nickname(name)
    if find_by_key(session, nickname_key(shown)) is not None:
        raise taken()
    return shown


def taken() -> Problem:
    return Problem("Somebody has this nickname already. Take another.")


def put_nickname(session: Session, person_id: int, name: str) -> None:
    """Set a nickname without a password, within the caller's transaction."""
    shown = free_nickname(session, name)
    keep_nickname(session, person_id, shown, nickname_key(shown), "")


def take_nickname(session: Session, person_id: int, name: str, password: str) -> None:
    """Keep the nickname and its password; a new one takes the place of the last.

    Raises:
        Problem: it can't be had, or the password is too weak.
    """
    shown = checked_nickname(name)
    hashed = generate_password_hash(checked_password(password, shown))
    begin_writing(session)
    try:
        keep_nickname(session, person_id, shown, nickname_key(shown), hashed)
    except IntegrityError:
        session.rollback()
        raise taken() from None
    session.commit()


def whose_nickname(session: Session, name: str, password: str) -> int | None:
    """Return whose nickname and password these are, or None."""
    row = find_by_key(session, nickname_key(name))
    told = unicodedata.normalize("NFKC", password[: LONGEST_PASSWORD + 1])
    is_right = check_password_hash(row.password if row else NOBODYS, told)
    return row.person_id if row and is_right else None
