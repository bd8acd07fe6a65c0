"""A teacher takes a change back, or brings an old state of a question or a bank back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from quiz.actions.undo_deed import can_undo_deed, undo_deed
from quiz.core.plain_data import question_from
from quiz.core.problems import Problem
from quiz.core.questions import Question, Status
from quiz.storage.bank_history import (
    changed_after,
    contents_at,
    keep_bank,
    last_bank_change,
)
from quiz.storage.bank_members import banks_changed
from quiz.storage.banks import (
    NotFound,
    change_question,
    change_questions,
    find_bank_of,
    find_question_of,
    may_edit,
    touch,
)
from quiz.storage.catalogue import questions_by_id
from quiz.storage.deeds import Deed, deeds_since
from quiz.storage.desk_tables import DeedRow
from quiz.storage.engine import begin_writing
from quiz.storage.moves import put_into_place
from quiz.storage.revisions import (
    EDITIONS,
    Change,
    contents_before,
    find_revision,
    last_change,
    last_number,
)
from quiz.storage.tables import BankRevisionRow, BankRow, QuestionRow

UNDO_TIME = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class LastChange:
    """What undo takes back: all that a teacher did at one moment.

    `bank_id` is where the questions are now, or the bank that was changed itself.
    """

    at: datetime
    bank_id: int | None
    of_questions: tuple[Change, ...] = ()
    of_bank: tuple[BankRevisionRow, BankRevisionRow] | None = None  # and before it
    deeds: tuple[DeedRow, ...] = ()


def find_last_change(
    session: Session, bank_id: int | None, by_id: int, now: datetime
) -> LastChange | None:
    """Return a teacher's newest fresh change: of one bank, or (None) of anything."""
    since = now - UNDO_TIME
    banks = [bank_id] if bank_id else banks_changed(session, by_id, since)
    found = [
        each for bank in banks for each in changes_of_bank(session, bank, by_id, since)
    ]
    for deed in deeds_since(session, by_id, since):
        if bank_id in {None, deed.bank_id} and is_undoable(session, deed, by_id):
            found.append(LastChange(deed.at, deed.bank_id, deeds=(deed,)))
    if not found:
        return None
    newest = max(each.at for each in found)
    return joined([each for each in found if each.at == newest])


def joined(changes: Sequence[LastChange]) -> LastChange:
    """Return all changes of one moment as one; a move is told once of its two banks."""
    with_questions = [each for each in changes if each.of_questions]
    with_bank = [each for each in changes if each.of_bank]
    first = (with_questions or with_bank or changes)[0]
    return LastChange(
        first.at,
        first.of_questions[0].bank_id if with_questions else first.bank_id,
        first.of_questions,
        with_bank[0].of_bank if with_bank else None,
        tuple(deed for each in changes for deed in each.deeds),
    )


def changes_of_bank(
    session: Session, bank_id: int, by_id: int, since: datetime
) -> Iterator[LastChange]:
    """Yield the last change of the bank's questions, and that of the bank itself.

    What an edition did to questions is taken back with the edition.
    """
    changes = last_change(session, bank_id, by_id, since)
    if changes and changes[0].what not in EDITIONS:
        yield LastChange(changes[0].at, bank_id, tuple(changes))
    if own := last_bank_change(session, bank_id, by_id, since):
        yield LastChange(own[0].at, bank_id, of_bank=own)


def is_undoable(session: Session, deed: DeedRow, by_id: int) -> bool:
    """Tell whether a deed can be taken back by a teacher who may still do so."""
    if deed.bank_id and deed.what not in {Deed.REMOVED, Deed.PARTED, Deed.JOINED}:
        bank = session.get(BankRow, deed.bank_id)
        if bank is None or not may_edit(session, by_id, bank):
            return False
    return can_undo_deed(session, deed)


def undo_change(
    session: Session,
    owner_id: int,
    bank_id: int | None,
    now: datetime,
    seen: datetime | None = None,
) -> list[int]:
    """Take back the teacher's last change, if it is fresh; return the questions' ids.

    Again and again, it takes back the change before, and the one before that. A
    question that began with the change is retired. `bank_id` None means whatever was
    last, in any bank or none; `seen` is the moment of the change that is meant.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: there is nothing to take back, or something else came last.
    """
    begin_writing(session)
    if bank_id is not None:
        find_bank_of(session, owner_id, bank_id)
    change = find_last_change(session, bank_id, owner_id, now)
    if change is None:
        raise Problem("There is nothing to undo.")
    if seen is not None and change.at != seen:
        raise Problem("Something else was changed last. Look what it was, then undo it.")
    if change.of_bank:
        put_settings_back(session, change.of_bank[1], owner_id, now)
    if change.of_questions:
        bank = find_bank_of(session, owner_id, change.of_questions[0].bank_id)
        take_back(session, bank, change.of_questions, owner_id, now)
    for deed in change.deeds:
        undo_deed(session, deed, now)
    session.commit()
    return [each.question_id for each in change.of_questions]


def put_settings_back(
    session: Session, before: BankRevisionRow, by_id: int, now: datetime
) -> None:
    bank = find_bank_of(session, by_id, before.bank_id)
    keep_bank(session, bank, before.title, before.is_public, "undone", by_id, now)
    touch(bank, now)


def take_back(
    session: Session,
    bank: BankRow,
    changes: tuple[Change, ...],
    owner_id: int,
    now: datetime,
) -> None:
    ids = [each.question_id for each in changes if each.what != "moved"]
    rows = questions_by_id(session, ids, lock=True)
    before = contents_before(session, changes)
    old = [
        (rows[each], question_from(before[each]) if each in before else retired(rows[each]))
        for each in ids
    ]
    change_questions(session, bank, old, "undone", owner_id, now)
    move_back(session, [each for each in changes if each.what == "moved"], owner_id, now)


def retired(row: QuestionRow) -> Question:
    return replace(row.question, status=Status.RETIRED)


def move_back(
    session: Session, changes: list[Change], owner_id: int, now: datetime
) -> None:
    """Put moved questions back where they were.

    Raises:
        NotFound: the bank that they came from is no longer this teacher's.
    """
    for bank_id in {each.from_bank or 0 for each in changes}:
        touch(find_bank_of(session, owner_id, bank_id), now)
    places = {
        each.question_id: (each.from_bank or 0, each.from_position or 0) for each in changes
    }
    rows = list(questions_by_id(session, places.keys(), lock=True).values())
    before = contents_before(session, changes)
    for row in rows:  # its article may have another id here
        row.keep(question_from(before[row.id]))
    if rows:
        put_into_place(session, rows, places, "undone", owner_id, now)


def restore_question(
    session: Session, owner_id: int, question_id: int, number: int, now: datetime
) -> QuestionRow:
    """Make the question what it was after its revision `number`, status and all.

    Raises:
        NotFound: the teacher has no such question, or it no such revision.
    """
    begin_writing(session)
    row = find_question_of(session, owner_id, question_id, lock=True)
    if number != last_number(session, question_id):
        old = find_revision(session, question_id, number)
        if old is None:
            raise NotFound("revision")
        content = question_from(old.content)
        change_question(session, row, content, "restored", owner_id, now)
    session.commit()
    return row


def restore_bank(
    session: Session, owner_id: int, bank_id: int, moment: datetime, now: datetime
) -> int:
    """Make every question of the bank what it was after the change of a moment.

    Questions that came later are retired; those that were moved away stay away. It is
    one change, which can be undone. Returns how many questions it changed.

    Raises:
        NotFound: the teacher has no such bank.
    """
    begin_writing(session)
    bank = find_bank_of(session, owner_id, bank_id)
    rows = questions_by_id(session, changed_after(session, bank_id, moment), lock=True)
    then = contents_at(session, bank_id, moment)
    restored = [
        (row, question_from(then[row.id]) if row.id in then else retired(row))
        for row in sorted(rows.values(), key=lambda row: row.position)
    ]
    different = [(row, new) for row, new in restored if differs(row.question, new)]
    if different:
        change_questions(session, bank, different, "restored", owner_id, now)
    session.commit()
    return len(different)


def differs(old: Question, new: Question) -> bool:
    return replace(old, changed=new.changed) != new
