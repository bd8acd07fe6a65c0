"""The past of banks: what each was called and who found it, and all that happened in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from quiz.storage.deeds import deeds_of_bank
from quiz.storage.desk_tables import DeedRow
from quiz.storage.tables import BankRevisionRow, BankRow, QuestionRow, RevisionRow


@dataclass(frozen=True, slots=True)
class Event:
    """All that one change did: to how many questions, or to the bank itself."""

    at: datetime
    by_id: int | None
    counts: Counter[str] = field(default_factory=Counter)  # of questions, by what
    question_id: int = 0  # the first of them
    bank: tuple[BankRevisionRow, BankRevisionRow | None] | None = None  # and before it
    deeds: list[DeedRow] = field(default_factory=list)


def bank_revisions(session: Session, bank_id: int) -> list[BankRevisionRow]:
    """Return the bank's own revisions, the oldest first."""
    query = select(BankRevisionRow).where(BankRevisionRow.bank_id == bank_id)
    return list(session.scalars(query.order_by(BankRevisionRow.number)))


def keep_bank(
    session: Session,
    bank: BankRow,
    title: str,
    is_public: bool,
    what: str,
    by_id: int,
    now: datetime,
) -> None:
    """Set what the bank is called and who finds it, and log it.

    The first time, what it was before is logged too.
    """
    past = bank_revisions(session, bank.id)
    if not past:
        past.append(bank_revision(bank, 1, "created", None, bank.created))
    bank.title, bank.is_public = title, is_public
    number = past[-1].number + 1
    session.add_all([*past, bank_revision(bank, number, what, by_id, now)])


def bank_revision(
    bank: BankRow, number: int, what: str, by_id: int | None, at: datetime
) -> BankRevisionRow:
    return BankRevisionRow(
        bank_id=bank.id,
        number=number,
        at=at,
        by_id=by_id,
        what=what,
        title=bank.title,
        is_public=bank.is_public,
    )


def last_bank_change(
    session: Session, bank_id: int, by_id: int, since: datetime
) -> tuple[BankRevisionRow, BankRevisionRow] | None:
    """Return the newest change of the bank itself that stands, and what it was before.

    None where it is old or somebody else's.
    """
    past = bank_revisions(session, bank_id)
    stack: list[BankRevisionRow] = []
    for each in past:
        if each.what == "undone":
            if stack:
                stack.pop()
        elif each.number > 1:
            stack.append(each)
    if not stack or stack[-1].at < since or stack[-1].by_id != by_id:
        return None
    return stack[-1], next(each for each in past if each.number == stack[-1].number - 1)


def events_of(session: Session, bank_id: int, before: datetime, most: int) -> list[Event]:
    """Return the bank's last changes before a moment, the newest first."""
    moments = moments_of(session, bank_id, before, most)
    if not moments:
        return []
    query = (
        select(
            RevisionRow.at,
            RevisionRow.by_id,
            RevisionRow.what,
            func.count(),
            func.min(RevisionRow.question_id),
        )
        .join(QuestionRow, QuestionRow.id == RevisionRow.question_id)
        .where(or_(QuestionRow.bank_id == bank_id, RevisionRow.from_bank == bank_id))
        .where(RevisionRow.at >= moments[-1], RevisionRow.at <= moments[0])
        .group_by(RevisionRow.at, RevisionRow.by_id, RevisionRow.what)
    )
    found: dict[datetime, Event] = {}
    for at, by_id, what, count, first in session.execute(query):
        event = found.setdefault(at, Event(at, by_id, question_id=first))
        event.counts[what] += count
    own = bank_revisions(session, bank_id)
    for event in own_events(own):
        if moments[-1] <= event.at <= moments[0]:
            found.setdefault(event.at, event)
    for deed in deeds_of_bank(session, bank_id, moments[-1], moments[0]):
        found.setdefault(deed.at, Event(deed.at, deed.by_id)).deeds.append(deed)
    return [found[at] for at in moments if at in found]


def own_events(past: list[BankRevisionRow]) -> Iterable[Event]:
    for old, new in zip([None, *past], past, strict=False):
        if old is not None:
            yield Event(new.at, new.by_id, bank=(new, old))


def moments_of(
    session: Session, bank_id: int, before: datetime, most: int
) -> list[datetime]:
    """Return when the bank's last changes before a moment were, the newest first."""
    of_questions = (
        select(RevisionRow.at)
        .join(QuestionRow, QuestionRow.id == RevisionRow.question_id)
        .where(or_(QuestionRow.bank_id == bank_id, RevisionRow.from_bank == bank_id))
        .where(RevisionRow.at < before)
        .distinct()
        .order_by(RevisionRow.at.desc())
        .limit(most)
    )
    own = (
        select(BankRevisionRow.at)
        .where(BankRevisionRow.bank_id == bank_id, BankRevisionRow.number > 1)
        .where(BankRevisionRow.at < before)
    )
    deeds = select(DeedRow.at).where(DeedRow.bank_id == bank_id, DeedRow.at < before)
    latest = deeds.order_by(DeedRow.at.desc()).limit(most)
    moments = {
        each for query in (of_questions, own, latest) for each in session.scalars(query)
    }
    return sorted(moments, reverse=True)[:most]


def revisions_at(session: Session, bank_id: int, moment: datetime) -> list[RevisionRow]:
    """Return what one moment's change made of the bank's questions."""
    query = (
        select(RevisionRow)
        .join(QuestionRow, QuestionRow.id == RevisionRow.question_id)
        .where(or_(QuestionRow.bank_id == bank_id, RevisionRow.from_bank == bank_id))
        .where(RevisionRow.at == moment)
        .order_by(QuestionRow.position, RevisionRow.question_id)
    )
    return list(session.scalars(query))


def changed_after(session: Session, bank_id: int, moment: datetime) -> list[int]:
    """Return the questions of the bank that were changed after a moment."""
    query = (
        select(RevisionRow.question_id)
        .join(QuestionRow, QuestionRow.id == RevisionRow.question_id)
        .where(QuestionRow.bank_id == bank_id, RevisionRow.at > moment)
        .distinct()
    )
    return list(session.scalars(query))


def contents_at(
    session: Session, bank_id: int, moment: datetime
) -> dict[int, dict[str, Any]]:
    """Return what each question of the bank was at a moment; a later one is not there."""
    last = (
        select(RevisionRow.question_id, func.max(RevisionRow.number).label("number"))
        .join(QuestionRow, QuestionRow.id == RevisionRow.question_id)
        .where(QuestionRow.bank_id == bank_id, RevisionRow.at <= moment)
        .group_by(RevisionRow.question_id)
        .subquery()
    )
    query = select(RevisionRow.question_id, RevisionRow.content).join(
        last,
        (last.c.question_id == RevisionRow.question_id)
        & (last.c.number == RevisionRow.number),
    )
    return {row[0]: row[1] for row in session.execute(query)}
