"""Adds questions by the thousand: worked out before the write lock, inserted in bulk."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import insert, literal, select
from sqlalchemy.orm import Session

from quiz.core.doubts import Grounds
from quiz.core.questions import Bank, Question
from quiz.storage.tables import QuestionRow, RevisionRow

QUESTION, REVISION = QuestionRow.__table__, RevisionRow.__table__
PLACED = {"id", "bank_id", "position"}  # what is only known where the question goes
KEPT = [column.name for column in QUESTION.columns if column.name not in PLACED]
LOGGED = ["question_id", "number", "at", "by_id", "what", "content"]

Columns = dict[str, Any]


def columns_of(questions: Iterable[Question], grounds: Grounds) -> list[Columns]:
    """Return what the table keeps of new questions; asks nothing of the database."""
    return [kept_of(question, grounds) for question in questions]


def kept_of(question: Question, grounds: Grounds) -> Columns:
    row = QuestionRow()
    row.keep(question, grounds)
    return {name: getattr(row, name) for name in KEPT}


def grounds_of(bank: Bank) -> Grounds:
    return Grounds({article.id: article.text for article in bank.articles}, bank.warnings)


def insert_questions(
    session: Session,
    bank_id: int,
    first: int,
    columns: Iterable[Columns],
    by_id: int | None,
    now: datetime,
    what: str = "created",
) -> None:
    """Insert questions from the position `first` on, each with its first revision.

    `what` is created, or imported where that can be undone.
    """
    placed = [
        each | {"bank_id": bank_id, "position": position}
        for position, each in enumerate(columns, first)
    ]
    if not placed:
        return
    connection = session.connection()  # as rows: no object is made of any
    connection.execute(insert(QuestionRow), placed)
    log = select(
        QUESTION.c.id,
        literal(1),
        literal(now, REVISION.c.at.type),
        literal(by_id, REVISION.c.by_id.type),
        literal(what),
        QUESTION.c.content,
    ).where(QUESTION.c.bank_id == bank_id, QUESTION.c.position >= first)
    connection.execute(insert(RevisionRow).from_select(LOGGED, log))
