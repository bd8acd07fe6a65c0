"""A teacher names a bank, shows it to visitors, or removes one that nobody answered."""

from datetime import datetime

from sqlalchemy.orm import Session

from quiz.core.problems import Problem
from quiz.storage.bank_history import keep_bank
from quiz.storage.bank_members import find_own_bank
from quiz.storage.banks import NotFound, find_bank_of, touch
from quiz.storage.engine import begin_writing
from quiz.storage.removed_banks import (
    bring_bank_back,
    forget_removed,
    put_aside,
    removed_by,
)

LONGEST_TITLE = 200


def edit_bank(
    session: Session,
    owner_id: int,
    bank_id: int,
    title: str,
    is_public: bool,
    now: datetime,
) -> bool:
    """Give the bank a title, and say whether every visitor finds it; tell if that is new.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: the title is empty or too long.
    """
    title = checked_title(title)
    begin_writing(session)
    bank = find_bank_of(session, owner_id, bank_id)
    is_new = (bank.title, bank.is_public) != (title, is_public)
    if is_new:
        keep_bank(session, bank, title, is_public, "named", owner_id, now)
        touch(bank, now)
    session.commit()
    return is_new


def checked_title(title: str) -> str:
    title = " ".join(title.split())
    if not title:
        raise Problem("Give the bank a title.")
    if len(title) > LONGEST_TITLE:
        raise Problem(
            "Shorten the title to at most %(most)d characters.", most=LONGEST_TITLE
        )
    return title


def remove_bank(session: Session, owner_id: int, bank_id: int, now: datetime) -> None:
    """Remove a bank with its articles and questions; for a day it can be brought back.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: learners have answered it.
    """
    begin_writing(session)
    forget_removed(session, now)
    put_aside(session, find_own_bank(session, owner_id, bank_id), owner_id, now)
    session.commit()


def bring_back(session: Session, owner_id: int, bank_id: int, now: datetime) -> None:
    """Bring back a bank that the teacher removed within a day.

    Raises:
        NotFound: there is no such bank.
    """
    begin_writing(session)
    removals = removed_by(session, owner_id, now)
    removal = next((each for each in removals if each.bank_id == bank_id), None)
    if removal is None:
        raise NotFound("bank")
    bring_bank_back(session, removal, now)
    session.commit()
