"""Finds the past of questions: what each was after every change."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from quiz.storage.tables import QuestionRow, RevisionRow

# Changes of a question that was there before.
CHANGES = frozenset({"edited", "approved", "retired", "reopened", "restored", "moved"})
# What a question can begin with, besides "created" with its bank: taken back, it retires.
BEGINNINGS = frozenset({"written", "imported", "copied"})
CAN_BE_UNDONE = CHANGES | BEGINNINGS


MOST_PARAMETERS = 10_000  # of one statement; SQLite takes 32,766

Place = tuple[int, int]  # a bank's number and a position in it


@dataclass(frozen=True, slots=True)
class Change:
    """What a revision did to a question, without its content.

    `bank_id` is where the question is now; a moved one came from the other two.
    """

    question_id: int
    number: int
    what: str
    at: datetime
    by_id: int | None
    bank_id: int
    from_bank: int | None = None
    from_position: int | None = None


def revision(
    row: QuestionRow,
    number: int,
    what: str,
    by_id: int | None,
    now: datetime,
    came_from: Place | None = None,
) -> RevisionRow:
    from_bank, from_position = came_from or (None, None)
    return RevisionRow(
        from_bank=from_bank,
        from_position=from_position,
        question_id=row.id,
        number=number,
        at=now,
        by_id=by_id,
        what=what,
        content=row.content,  # the row was made or kept just now
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


def last_numbers(session: Session, question_ids: Collection[int]) -> dict[int, int]:
    """Return the number of the last revision for each of the questions."""
    found: dict[int, int] = {}
    for ids in in_chunks(question_ids):
        query = (
            select(RevisionRow.question_id, func.max(RevisionRow.number))
            .where(RevisionRow.question_id.in_(ids))
            .group_by(RevisionRow.question_id)
        )
        found.update((row[0], row[1]) for row in session.execute(query))
    return found


def in_chunks(ids: Collection[int]) -> Iterator[list[int]]:
    """Yield the ids in lists that are short enough for one statement."""
    whole = list(ids)
    for start in range(0, len(whole), MOST_PARAMETERS):
        yield whole[start : start + MOST_PARAMETERS]


def last_change(session: Session, bank_id: int, since: datetime) -> list[Change]:
    """Return the bank's newest change that has not been taken back; it may be of many.

    What was changed at one moment is one change: approving all drafts is undone whole.
    Questions that were moved away belong to it as long as nothing else happened to them.
    """
    stacks: dict[int, list[Change]] = {}
    for change in changes_since(session, bank_id, since):
        stack = stacks.setdefault(change.question_id, [])
        if change.what in CAN_BE_UNDONE:
            stack.append(change)
        elif change.what == "undone" and stack:
            stack.pop()  # it took back the change before it
    tops = [stack[-1] for stack in stacks.values() if stack]
    mine = [each for each in tops if bank_id in {each.bank_id, each.from_bank}]
    newest = max((change.at for change in mine), default=None)
    return [change for change in mine if change.at == newest]


def changes_since(session: Session, bank_id: int, since: datetime) -> list[Change]:
    """Return what happened since a moment to questions that are or were in the bank."""
    moved_away = select(RevisionRow.question_id).where(
        RevisionRow.from_bank == bank_id, RevisionRow.at >= since
    )
    query = (
        select(
            RevisionRow.question_id,
            RevisionRow.number,
            RevisionRow.what,
            RevisionRow.at,
            RevisionRow.by_id,
            QuestionRow.bank_id,
            RevisionRow.from_bank,
            RevisionRow.from_position,
        )
        .join(QuestionRow, QuestionRow.id == RevisionRow.question_id)
        .where(or_(QuestionRow.bank_id == bank_id, QuestionRow.id.in_(moved_away)))
        .where(RevisionRow.at >= since)
        .order_by(RevisionRow.question_id, RevisionRow.number)
    )
    return [Change(*row) for row in session.execute(query)]


def contents_before(
    session: Session, changes: Collection[Change]
) -> dict[int, dict[str, Any]]:
    """Return what each of the changed questions was before its change.

    One that began with the change is not there.
    """
    by_number: dict[int, list[int]] = {}
    for change in changes:
        by_number.setdefault(change.number - 1, []).append(change.question_id)
    found: dict[int, dict[str, Any]] = {}
    for number, all_ids in by_number.items():
        for ids in in_chunks(all_ids):
            query = select(RevisionRow.question_id, RevisionRow.content).where(
                RevisionRow.number == number, RevisionRow.question_id.in_(ids)
            )
            found.update((row[0], row[1]) for row in session.execute(query))
    return found
