"""Counts what learners answered to a bank, question by question, without their names.

Answers that were given in Anki count only for those who allowed it.
"""

from dataclasses import dataclass

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session

from quiz.storage.tables import PersonRow, QuestionRow, ReviewRow

IS_FIRST = ReviewRow.reps == 0
IS_RIGHT = ReviewRow.grade == "right"
IN_ANKI = ReviewRow.source == "anki"
MAY_COUNT = and_(ReviewRow.voided.is_(None), or_(~IN_ANKI, PersonRow.shares_anki.is_(True)))


@dataclass(frozen=True, slots=True)
class AnswerCounts:
    """Answers, those among them that were first ones, and how many of both were right."""

    answers: int
    right: int
    first: int
    first_right: int
    in_anki: int

    @property
    def part_right(self) -> float | None:
        """The part of right ones among the later answers; None where there are none."""
        later = self.answers - self.first
        return (self.right - self.first_right) / later if later else None

    @property
    def part_first_right(self) -> float | None:
        return self.first_right / self.first if self.first else None


@dataclass(frozen=True, slots=True)
class QuestionCounts:
    question_id: int
    prompt: str
    counts: AnswerCounts


COUNTED = (
    func.count(ReviewRow.id),
    func.coalesce(func.sum(case((IS_RIGHT, 1), else_=0)), 0),
    func.coalesce(func.sum(case((IS_FIRST, 1), else_=0)), 0),
    func.coalesce(func.sum(case((and_(IS_FIRST, IS_RIGHT), 1), else_=0)), 0),
    func.coalesce(func.sum(case((IN_ANKI, 1), else_=0)), 0),
)


def count_answers_to_bank(session: Session, bank_id: int) -> tuple[int, AnswerCounts]:
    """Return how many learners answered the bank's questions, and what."""
    query = (
        select(func.count(ReviewRow.learner_id.distinct()), *COUNTED)
        .join(QuestionRow, QuestionRow.id == ReviewRow.question_id)
        .join(PersonRow, PersonRow.id == ReviewRow.learner_id)
        .where(QuestionRow.bank_id == bank_id, MAY_COUNT)
    )
    learners, *counts = session.execute(query).one()
    return learners, AnswerCounts(*counts)


def hardest_questions(session: Session, bank_id: int, most: int) -> list[QuestionCounts]:
    """Return the questions that were answered, those most often wrong first."""
    wrong = func.sum(case((IS_RIGHT, 0), else_=1.0)) / func.count(ReviewRow.id)
    query = (
        select(QuestionRow.id, QuestionRow.prompt, *COUNTED)
        .join_from(ReviewRow, QuestionRow, QuestionRow.id == ReviewRow.question_id)
        .join(PersonRow, PersonRow.id == ReviewRow.learner_id)
        .where(QuestionRow.bank_id == bank_id, MAY_COUNT)
        .group_by(QuestionRow.id, QuestionRow.prompt)
        .order_by(wrong.desc(), QuestionRow.id)
        .limit(most)
    )
    return [
        QuestionCounts(question_id, prompt, AnswerCounts(*counts))
        for question_id, prompt, *counts in session.execute(query)
    ]
