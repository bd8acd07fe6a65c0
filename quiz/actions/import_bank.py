"""A teacher brings in a bank file."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from quiz.core.problems import Problem
from quiz.core.questions import Bank, Question, Status, checked
from quiz.formats.bank_file import read_bank
from quiz.formats.spreadsheet import bank_in, is_whole_bank
from quiz.formats.xlsx_file import ZIPPED, read_xlsx
from quiz.storage.banks import add_bank, find_bank_by_uid
from quiz.storage.deeds import Deed, note_deed
from quiz.storage.engine import begin_writing
from quiz.storage.many_questions import columns_of, grounds_of
from quiz.storage.tables import BankRow


def import_bank(session: Session, owner_id: int, content: bytes, now: datetime) -> BankRow:
    """Add the bank; one that is here already comes in as a copy of its own.

    An approved question that can't be asked comes in as a draft.

    Raises:
        Problem: the file is no sound bank file.
    """
    bank = bank_of(content)
    bank = replace(bank, questions=tuple(sound_or_draft(q) for q in bank.questions))
    columns = columns_of(bank.questions, grounds_of(bank))
    begin_writing(session)
    if find_bank_by_uid(session, bank.id) is not None:
        bank = replace(bank, id=str(uuid4()))
    row = add_bank(session, bank, owner_id, now, columns)
    note_deed(session, Deed.MADE, owner_id, now, row.id, title=row.title)
    session.commit()
    return row


def bank_of(content: bytes) -> Bank:
    """Read a bank file, or a workbook that carries a whole bank."""
    if not content.startswith(ZIPPED):
        return read_bank(content)
    sheets = read_xlsx(content)
    if not is_whole_bank(sheets):
        raise Problem(
            "This spreadsheet is not a whole bank. Open a bank and bring its rows in there."
        )
    return bank_in(sheets)


def sound_or_draft(question: Question) -> Question:
    try:
        return checked(question)
    except Problem:
        is_approved = question.status is Status.APPROVED
        return replace(question, status=Status.DRAFT) if is_approved else question
