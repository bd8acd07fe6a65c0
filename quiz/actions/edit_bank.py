"""A teacher names a bank, shows it to visitors, or removes one that nobody answered."""

from datetime import datetime

from sqlalchemy.orm import Session

from quiz.core.problems import Problem
from quiz.storage.bank_history import keep_bank
from quiz.storage.bank_members import find_own_bank
from quiz.storage.banks import find_bank_of, remove_unanswered_bank, touch
from quiz.storage.engine import begin_writing
from quiz.storage.tables import BankRow

LONGEST_TITLE = 200


def edit_bank(
    session: Session,
    owner_id: int,
    bank_id: int,
    title: str,
    is_public: bool,
    now: datetime,
) -> BankRow:
    """Give the bank a title, and say whether every visitor finds it.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: the title is empty or too long.
    """
    title = checked_title(title)
    begin_writing(session)
    bank = find_bank_of(session, owner_id, bank_id)
    if (bank.title, bank.is_public) != (title, is_public):
        keep_bank(session, bank, title, is_public, "named", owner_id, now)
        touch(bank, now)
    session.commit()
    return bank


def checked_title(title: str) -> str:
    title = " ".join(title.split())
    if not title:
        raise Problem("Give the bank a title.")
    if len(title) > LONGEST_TITLE:
        raise Problem(
            "Shorten the title to at most %(most)d characters.", most=LONGEST_TITLE
        )
    return title


def remove_bank(session: Session, owner_id: int, bank_id: int) -> None:
    """Remove a bank with its articles and questions.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: learners have answered it.
    """
    begin_writing(session)
    remove_unanswered_bank(session, find_own_bank(session, owner_id, bank_id))
    session.commit()
