"""A teacher writes a question, or corrects one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from quiz.core.questions import Question, checked
from quiz.storage.banks import (
    add_questions,
    change_question,
    find_bank_of,
    find_question_of,
)
from quiz.storage.engine import begin_writing
from quiz.storage.media import settle_media
from quiz.storage.revisions import last_number
from quiz.storage.tables import QuestionRow


class ChangedMeanwhile(Exception):
    """Somebody changed the question after it was opened; `number` is its last revision."""

    def __init__(self, question: Question, number: int) -> None:
        super().__init__()
        self.question, self.number = question, number


def edit_question(
    session: Session,
    owner_id: int,
    question_id: int,
    change: Callable[[Question], Question],
    seen: int,
    now: datetime,
) -> QuestionRow:
    """Keep what `change` makes of the question, if it is still as the teacher saw it.

    Raises:
        ChangedMeanwhile: its last revision is no longer number `seen`.
        NotFound: the teacher has no such question.
        Problem: it could not be asked any more.
    """
    begin_writing(session)
    row = find_question_of(session, owner_id, question_id, lock=True)
    old, number = row.question, last_number(session, question_id)
    if number != seen:
        session.rollback()
        raise ChangedMeanwhile(old, number)
    new = checked(change(old))
    if new != old:
        change_question(session, row, new, "edited", owner_id, now)
        settle_media(session, row.bank_id, (medium.name for medium in new.media))
    session.commit()
    return row


def add_question(
    session: Session, owner_id: int, bank_id: int, question: Question, now: datetime
) -> QuestionRow:
    """Add a question written by hand at the end of the bank.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: it can't be asked.
    """
    begin_writing(session)
    bank = find_bank_of(session, owner_id, bank_id)
    new = replace(checked(question), id=str(uuid4()), created=now, changed=now)
    [row] = add_questions(session, bank, [new], owner_id, now, "written")
    settle_media(session, bank_id, (medium.name for medium in new.media))
    session.commit()
    return row
