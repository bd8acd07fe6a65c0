"""A teacher takes a change back, or brings an old state of a question or a bank back."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from quiz.core.plain_data import question_from
from quiz.core.problems import Problem
from quiz.core.questions import Question, Status
from quiz.storage.bank_history import (
    changed_after,
    contents_at,
    keep_bank,
    last_bank_change,
)
from quiz.storage.banks import (
    NotFound,
    change_question,
    change_questions,
    find_bank_of,
    find_question_of,
    touch,
)
from quiz.storage.catalogue import questions_by_id
from quiz.storage.engine import begin_writing
from quiz.storage.moves import put_into_place
from quiz.storage.revisions import (
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
    """The change of a bank that undo takes back: of questions, of the bank, or of both."""

    of_questions: tuple[Change, ...] = ()
    of_bank: tuple[BankRevisionRow, BankRevisionRow] | None = None  # and before it


def find_last_change(
    session: Session, bank_id: int, by_id: int, now: datetime
) -> LastChange | None:
    """Return somebody's newest fresh change of a bank; what was at once is one."""
    since = now - UNDO_TIME
    changes = last_change(session, bank_id, by_id, since)
    own = last_bank_change(session, bank_id, by_id, since)
    if changes and (own is None or own[0].at < changes[0].at):
        return LastChange(tuple(changes))
    if own and (not changes or changes[0].at < own[0].at):
        return LastChange(of_bank=own)
    return LastChange(tuple(changes), own) if changes else None


def undo_change(session: Session, owner_id: int, bank_id: int, now: datetime) -> list[int]:
    """Take back the teacher's last change, if it is fresh; return the questions' ids.

    Again and again, it takes back the change before, and the one before that. A
    question that began with the change is retired.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: there is nothing to take back.
    """
    begin_writing(session)
    bank = find_bank_of(session, owner_id, bank_id)
    change = find_last_change(session, bank_id, owner_id, now)
    if change is None:
        raise Problem("There is nothing to undo.")
    if change.of_bank:
        _, before = change.of_bank
        keep_bank(session, bank, before.title, before.is_public, "undone", owner_id, now)
        touch(bank, now)
    if change.of_questions:
        take_back(session, bank, change.of_questions, owner_id, now)
    session.commit()
    return [each.question_id for each in change.of_questions]


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
