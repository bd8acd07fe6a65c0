"""Finds the past of questions: what each was after every change."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from quiz.storage.tables import QuestionRow, RevisionRow

# Changes of a question that was there before.
CHANGES = frozenset({"edited", "approved", "retired", "reopened", "restored", "moved"})
# What a question can begin with, besides "created" with its bank: taken back, it retires.
BEGINNINGS = frozenset({"written", "imported", "copied"})
# What a new edition of its article did to a question; taken back with the whole edition.
EDITIONS = frozenset({"shifted", "reworded", "unproved", "reverted"})
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

    def is_of(self, bank_id: int, by_id: int) -> bool:
        return by_id == self.by_id and bank_id in {self.bank_id, self.from_bank}


def revision(
    row: QuestionRow,
    number: int,
    what: str,
    by_id: int | None,
    now: datetime,
    came_from: Place | None = None,
) -> RevisionRow:
    return RevisionRow(**revision_values(row, number, what, by_id, now, came_from))


def revision_values(
    row: QuestionRow,
    number: int,
    what: str,
    by_id: int | None,
    now: datetime,
    came_from: Place | None = None,
) -> dict[str, Any]:
    """Return the columns of a revision: thousands of them are inserted as they are."""
    from_bank, from_position = came_from or (None, None)
    return {
        "question_id": row.id,
        "number": number,
        "at": now,
        "by_id": by_id,
        "what": what,
        "from_bank": from_bank,
        "from_position": from_position,
        "content": row.content,  # the row was made or kept just now
    }


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


def changed_by_others(session: Session, question_ids: Collection[int], by_id: int) -> bool:
    """Tell whether anybody else has changed one of the questions since it began."""
    is_change = RevisionRow.by_id != by_id, RevisionRow.number > 1
    return any(
        session.scalar(
            select(RevisionRow.question_id)
            .where(*is_change, RevisionRow.question_id.in_(ids))
            .limit(1)
        )
        for ids in in_chunks(question_ids)
    )


def in_chunks(ids: Collection[int]) -> Iterator[list[int]]:
    """Yield the ids in lists that are short enough for one statement."""
    whole = list(ids)
    for start in range(0, len(whole), MOST_PARAMETERS):
        yield whole[start : start + MOST_PARAMETERS]


def last_change(
    session: Session, bank_id: int, by_id: int, since: datetime
) -> list[Change]:
    """Return somebody's newest change of the bank that stands; it may be of many.

    What was changed at one moment is one change: approving all drafts is undone whole.
    Questions that were moved away, or changed by somebody else since, are left out.
    """
    newest = session.scalar(
        select(func.max(RevisionRow.at)).where(*lately(bank_id, since)).join(QuestionRow)
    )
    if newest is None:
        return []
    last = changes_where(session, [*lately(bank_id, since), RevisionRow.at == newest])
    if all(each.what in CAN_BE_UNDONE and each.is_of(bank_id, by_id) for each in last):
        return last  # nothing came after it, so it stands: no need to look further
    return last_standing(
        change
        for change in standing(changes_since(session, bank_id, since))
        if change.is_of(bank_id, by_id)
    )


def standing(changes: Iterable[Change]) -> list[Change]:
    """Return the last change of each question that has not been taken back."""
    stacks: dict[int, list[Change]] = {}
    for change in changes:
        stack = stacks.setdefault(change.question_id, [])
        if change.what in CAN_BE_UNDONE | EDITIONS:
            stack.append(change)
        elif change.what == "undone" and stack:
            stack.pop()  # it took back the change before it
    return [stack[-1] for stack in stacks.values() if stack]


def last_standing(changes: Iterable[Change]) -> list[Change]:
    """Return those of the latest moment."""
    known = list(changes)
    newest = max((change.at for change in known), default=None)
    return [change for change in known if change.at == newest]


def lately(bank_id: int, since: datetime) -> list[ColumnElement[bool]]:
    """Return what is true of the revisions of questions that are or were in the bank."""
    moved_away = select(RevisionRow.question_id).where(
        RevisionRow.from_bank == bank_id, RevisionRow.at >= since
    )
    is_near = or_(QuestionRow.bank_id == bank_id, QuestionRow.id.in_(moved_away))
    return [is_near, RevisionRow.at >= since]


def changes_since(session: Session, bank_id: int, since: datetime) -> list[Change]:
    """Return what happened since a moment to questions that are or were in the bank."""
    return changes_where(session, lately(bank_id, since))


def changes_where(
    session: Session, conditions: Iterable[ColumnElement[bool]]
) -> list[Change]:
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
        .where(*conditions)
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


def revisions_at(session: Session, bank_id: int, at: datetime) -> list[Change]:
    """Return the changes of a moment in a bank that stand and that nothing came after."""
    return [each for each in standing(changes_since(session, bank_id, at)) if each.at == at]
