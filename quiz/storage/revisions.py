"""Finds the past of questions: what each was after every change."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.core.plain_data import question_data
from quiz.storage.tables import QuestionRow, RevisionRow

CAN_BE_UNDONE = {"edited", "approved", "retired", "reopened", "restored"}


@dataclass(frozen=True, slots=True)
class Change:
    """What a revision did to a question, without its content."""

    question_id: int
    number: int
    what: str
    at: datetime


def revision(
    row: QuestionRow, number: int, what: str, by_id: int | None, now: datetime
) -> RevisionRow:
    return RevisionRow(
        question_id=row.id,
        number=number,
        at=now,
        by_id=by_id,
        what=what,
        content=question_data(row.question),
    )


def revisions_of(session: Session, question_id: int) -> list[RevisionRow]:
    """Return every revision of a question, the newest first."""
    query = select(RevisionRow).where(RevisionRow.question_id == question_id)
    return list(session.scalars(query.order_by(RevisionRow.number.desc())))


def find_revision(session: Session, question_id: int, number: int) -> RevisionRow | None:
    return session.get(RevisionRow, (question_id, number))


def last_number(session: Session, question_id: int) -> int:
    """Return the number of a question's last revision; 0 where it has none."""
    query = select(func.max(RevisionRow.number))
    return session.scalar(query.where(RevisionRow.question_id == question_id)) or 0


def last_numbers(session: Session, bank_id: int) -> dict[int, int]:
    """Return the number of the last revision for each question of a bank."""
    query = (
        select(RevisionRow.question_id, func.max(RevisionRow.number))
        .join(QuestionRow, QuestionRow.id == RevisionRow.question_id)
        .where(QuestionRow.bank_id == bank_id)
        .group_by(RevisionRow.question_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def last_change(session: Session, bank_id: int, since: datetime) -> list[Change]:
    """Return the bank's newest change that has not been taken back; it may be of many.

    What was changed at one moment is one change: approving all drafts is undone whole.
    """
    query = (
        select(
            RevisionRow.question_id, RevisionRow.number, RevisionRow.what, RevisionRow.at
        )
        .join(QuestionRow, QuestionRow.id == RevisionRow.question_id)
        .where(QuestionRow.bank_id == bank_id, RevisionRow.at >= since)
        .order_by(RevisionRow.question_id, RevisionRow.number)
    )
    stacks: dict[int, list[Change]] = {}
    for row in session.execute(query):
        change = Change(*row)
        stack = stacks.setdefault(change.question_id, [])
        if change.what in CAN_BE_UNDONE:
            stack.append(change)
        elif change.what == "undone" and stack:
            stack.pop()  # it took back the change before it
    tops = [stack[-1] for stack in stacks.values() if stack]
    newest = max((change.at for change in tops), default=None)
    return [change for change in tops if change.at == newest]


def contents_before(
    session: Session, changes: Collection[Change]
) -> dict[int, dict[str, Any]]:
    """Return what each of the changed questions was before its change."""
    by_number: dict[int, list[int]] = {}
    for change in changes:
        by_number.setdefault(change.number - 1, []).append(change.question_id)
    found: dict[int, dict[str, Any]] = {}
    for number, ids in by_number.items():
        query = select(RevisionRow.question_id, RevisionRow.content).where(
            RevisionRow.number == number, RevisionRow.question_id.in_(ids)
        )
        found.update((row[0], row[1]) for row in session.execute(query))
    return found
