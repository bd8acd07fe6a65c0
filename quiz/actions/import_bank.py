"""A teacher brings in a bank file."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from quiz.core.problems import Problem
from quiz.core.questions import Question, Status, checked
from quiz.formats.bank_file import read_bank
from quiz.storage.banks import add_bank, find_bank_by_uid
from quiz.storage.engine import begin_writing
from quiz.storage.tables import BankRow


def import_bank(session: Session, owner_id: int, content: bytes, now: datetime) -> BankRow:
    """Add the bank; one that is here already comes in as a copy of its own.

    An approved question that can't be asked comes in as a draft.

    Raises:
        Problem: the file is no sound bank file.
    """
    bank = read_bank(content)
    bank = replace(bank, questions=tuple(sound_or_draft(q) for q in bank.questions))
    begin_writing(session)
    if find_bank_by_uid(session, bank.id) is not None:
        bank = replace(bank, id=str(uuid4()))
    row = add_bank(session, bank, owner_id, now)
    session.commit()
    return row


def sound_or_draft(question: Question) -> Question:
    try:
        return checked(question)
    except Problem:
        is_approved = question.status is Status.APPROVED
        return replace(question, status=Status.DRAFT) if is_approved else question
