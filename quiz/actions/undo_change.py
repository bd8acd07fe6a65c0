"""A teacher takes a change back, or brings an old state of a question back."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from quiz.core.plain_data import question_from
from quiz.core.problems import Problem
from quiz.storage.banks import (
    NotFound,
    change_question,
    change_questions,
    find_bank_of,
    find_question_of,
)
from quiz.storage.catalogue import questions_by_id
from quiz.storage.engine import begin_writing
from quiz.storage.revisions import contents_before, find_revision, last_change, last_number
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
    bank = find_bank_of(session, owner_id, bank_id)
    change = last_change(session, bank_id, now - UNDO_TIME)
    if not change:
        raise Problem("There is nothing to undo.")
    ids = [undone.question_id for undone in change]
    rows = questions_by_id(session, ids, lock=True)
    before = contents_before(session, change)
    old = [(rows[each], question_from(before[each])) for each in ids]
    change_questions(session, bank, old, "undone", owner_id, now)
    session.commit()
    return ids


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
        old = find_revision(session, question_id, number)
        if old is None:
            raise NotFound("revision")
        content = question_from(old.content)
        change_question(session, row, content, "restored", owner_id, now)
    session.commit()
    return row
