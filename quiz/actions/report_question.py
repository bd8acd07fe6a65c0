"""A learner tells the teacher what is wrong with a question; the teacher settles it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quiz.actions.know_learner import known_learner
from quiz.core.learner import Learner
from quiz.core.problems import Problem
from quiz.storage.banks import find_question_of
from quiz.storage.deeds import Deed, note_deed
from quiz.storage.engine import begin_writing, lock_for_writing
from quiz.storage.practice_queries import find_standing
from quiz.storage.reports import add_report, settle_reports

LONGEST_WORD = 500  # characters


class Reason(StrEnum):
    WRONG = "wrong"
    UNCLEAR = "unclear"
    TYPO = "typo"
    OTHER = "other"


def report_question(
    engine: Engine,
    learner: Learner,
    question_id: int,
    reason: Reason,
    word: str,
    now: datetime,
) -> tuple[int, int]:
    """Keep the report for the teacher; return the learner's id and the bank's.

    Raises:
        NotFound: the question isn't there or isn't this learner's.
        Problem: another reason is given without a word.
    """
    word = " ".join(word.replace("\x00", "").split())[:LONGEST_WORD]
    if reason is Reason.OTHER and not word:
        raise Problem("Say in a word or two what is wrong.")
    with engine.connect() as connection:
        standing = find_standing(connection, learner, question_id)
        connection.rollback()
        lock_for_writing(connection)
        learner_id = known_learner(connection, learner, now)
        add_report(connection, learner_id, question_id, reason.value, word, now)
        connection.commit()
    return learner_id, standing.bank.id


def settle(session: Session, owner_id: int, question_id: int, now: datetime) -> int:
    """Close all reports of a teacher's own question; return its bank's id.

    Raises:
        NotFound: it isn't there or is somebody else's.
    """
    begin_writing(session)
    row = find_question_of(session, owner_id, question_id)
    settle_reports(session, question_id, now)
    bank_id = row.bank_id
    data = {"title": row.prompt, "question": question_id}
    note_deed(session, Deed.SETTLED, owner_id, now, bank_id, **data)
    session.commit()
    return bank_id
