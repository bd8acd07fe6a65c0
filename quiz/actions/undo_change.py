"""A teacher takes a change back, or brings an old state of a question back."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from quiz.core.plain_data import question_from
from quiz.core.problems import Problem
from quiz.storage.banks import NotFound, change_question, find_bank_of, find_question_of
from quiz.storage.engine import begin_writing
from quiz.storage.revisions import find_revision, last_change, last_number
from quiz.storage.tables import QuestionRow

UNDO_TIME = timedelta(hours=1)


def undo_change(session: Session, owner_id: int, bank_id: int, now: datetime) -> list[int]:
    """Take back the bank's last change, if it is fresh; return the questions' ids.

    Again and again, it takes back the change before, and the one before that.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: there is nothing to take back.
    """
    begin_writing(session)
    find_bank_of(session, owner_id, bank_id)
    change = last_change(session, bank_id, now - UNDO_TIME)
    if not change:
        raise Problem("There is nothing to undo.")
    for undone in change:
        row = find_question_of(session, owner_id, undone.question_id, lock=True)
        bring_back(session, row, undone.number - 1, "undone", owner_id, now)
    session.commit()
    return [undone.question_id for undone in change]


def restore_question(
    session: Session, owner_id: int, question_id: int, number: int, now: datetime
) -> QuestionRow:
    """Make the question what it was after its revision `number`, status and all.

    Raises:
        NotFound: the teacher has no such question, or it no such revision.
    """
    begin_writing(session)
    row = find_question_of(session, owner_id, question_id, lock=True)
    if number != last_number(session, question_id):
        bring_back(session, row, number, "restored", owner_id, now)
    session.commit()
    return row


def bring_back(
    session: Session, row: QuestionRow, number: int, what: str, by_id: int, now: datetime
) -> None:
    old = find_revision(session, row.id, number)
    if old is None:
        raise NotFound("revision")
    change_question(session, row, question_from(old.content), what, by_id, now)
