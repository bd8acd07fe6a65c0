"""A teacher sees which answers learners call right and the program does not."""

from sqlalchemy.orm import Session

from quiz.core.asking import ask, grade_asked
from quiz.core.grading import Grade
from quiz.storage.disputes import Dispute, list_disputes

MOST_READ, MOST_SHOWN = 200, 20


def open_disputes(session: Session, bank_id: int, language: str) -> list[Dispute]:
    """Return the disputes that are still open, newest first, at most MOST_SHOWN.

    One is settled when its answer has become an accepted one, or its question is
    retired.
    """
    found = list_disputes(session, bank_id, MOST_READ)
    return [each for each in found if not is_settled(each, language)][:MOST_SHOWN]


def is_settled(dispute: Dispute, language: str) -> bool:
    asked = ask(dispute.row.question, dispute.form, seed="")
    return grade_asked(asked, dispute.given, language).grade is Grade.RIGHT
