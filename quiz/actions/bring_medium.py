"""A teacher brings a picture or a sound for a question."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from quiz.core.problems import Problem
from quiz.readers.media_files import read_medium
from quiz.storage.banks import find_bank_of
from quiz.storage.engine import begin_writing
from quiz.storage.media import add_waiting, drop_forgotten, size_of_media

MOST_TOGETHER = 300_000_000  # bytes of all files of a bank
WAITS = timedelta(days=2)  # for a question to be saved with it


def bring_medium(
    session: Session, owner_id: int, bank_id: int, content: bytes, now: datetime
) -> str:
    """Keep a picture or sound for a question that is yet to be saved; return its name.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: it is no picture or sound that can be kept.
    """
    find_bank_of(session, owner_id, bank_id)
    session.rollback()  # nothing is open while it is read
    found = read_medium(content)
    begin_writing(session)
    find_bank_of(session, owner_id, bank_id)
    drop_forgotten(session, bank_id, now - WAITS)
    if size_of_media(session, bank_id) + len(found.content) > MOST_TOGETHER:
        raise Problem(
            "The pictures and sounds of a bank may take at most %(most)d MB together.",
            most=MOST_TOGETHER // 1_000_000,
        )
    add_waiting(session, bank_id, found.name, found.content, now)
    session.commit()
    return found.name
