"""The answers that learners call right although they were graded otherwise."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.core.questions import Form, Status
from quiz.storage.catalogue import questions_by_id
from quiz.storage.tables import QuestionRow, ReviewRow


@dataclass(frozen=True, slots=True)
class Dispute:
    """What was written, by learners who say it is right, and how often."""

    row: QuestionRow
    form: Form
    given: str
    count: int


def list_disputes(session: Session, bank_id: int, most: int) -> list[Dispute]:
    """Return the standing disputes of a bank's live questions, newest first."""
    query = (
        select(
            ReviewRow.question_id,
            ReviewRow.given,
            # Where it was asked in both ways: "cloze" sorts first and accepts more.
            func.min(ReviewRow.form),
            func.count(),
        )
        .join(QuestionRow, QuestionRow.id == ReviewRow.question_id)
        .where(QuestionRow.bank_id == bank_id)
        .where(QuestionRow.status != Status.RETIRED.value)
        .where(ReviewRow.disputed.is_(True), ReviewRow.voided.is_(None))
        .group_by(ReviewRow.question_id, ReviewRow.given)
        .order_by(func.max(ReviewRow.id).desc())
        .limit(most)
    )
    found = session.execute(query).all()
    rows = questions_by_id(session, {question_id for question_id, *_ in found})
    return [
        Dispute(rows[question_id], Form(form), given, count)
        for question_id, given, form, count in found
    ]
