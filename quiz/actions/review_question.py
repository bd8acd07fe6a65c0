"""A teacher decides on questions: approve, retire, or take back among the drafts."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from quiz.core.problems import Problem
from quiz.core.questions import Status, checked
from quiz.storage.banks import (
    change_question,
    change_questions,
    find_bank_of,
    find_question_of,
)
from quiz.storage.catalogue import EVERYTHING, Chosen, lock_drafts
from quiz.storage.engine import begin_writing
from quiz.storage.tables import QuestionRow

WHAT = {
    Status.APPROVED: "approved",
    Status.RETIRED: "retired",
    Status.DRAFT: "reopened",
}


def review_question(
    session: Session, owner_id: int, question_id: int, status: Status, now: datetime
) -> QuestionRow:
    """Give the question a status; one that has it already stays untouched.

    Raises:
        NotFound: the teacher has no such question.
        Problem: it can't be approved as it is.
    """
    begin_writing(session)
    row = find_question_of(session, owner_id, question_id, lock=True)
    if row.status != status:
        new = replace(row.question, status=status)
        if status is Status.APPROVED:
            checked(new)
        change_question(session, row, new, WHAT[status], owner_id, now)
    session.commit()
    return row


def approve_drafts(
    session: Session,
    owner_id: int,
    bank_id: int,
    now: datetime,
    chosen: Chosen = EVERYTHING,
) -> int:
    """Approve every chosen draft that can be asked, as one change; count them.

    Raises:
        NotFound: the teacher has no such bank.
    """
    begin_writing(session)
    bank = find_bank_of(session, owner_id, bank_id)
    sound = [
        (row, replace(row.question, status=Status.APPROVED))
        for row in lock_drafts(session, bank_id, chosen)
        if is_sound(row)
    ]
    if sound:
        change_questions(session, bank, sound, "approved", owner_id, now)
    session.commit()
    return len(sound)


def is_sound(row: QuestionRow) -> bool:
    try:
        checked(row.question)
    except Problem:
        return False
    return True
