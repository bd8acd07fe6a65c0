"""A teacher puts questions into another bank: moved, copied, merged or split off."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from quiz.actions.edit_bank import checked_title
from quiz.core.problems import Problem
from quiz.core.questions import Bank, Question
from quiz.storage.banks import add_bank, add_questions, find_bank_of, touch
from quiz.storage.catalogue import Chosen, chosen_questions
from quiz.storage.deeds import Deed, note_deed
from quiz.storage.engine import begin_writing
from quiz.storage.moves import bring_along, move_questions, uids_in
from quiz.storage.tables import BankRow, QuestionRow


@dataclass(frozen=True, slots=True)
class Moved:
    """Where questions went; `there` counts those that stayed: the target has them."""

    bank: BankRow
    count: int
    there: int = 0


def put_questions(
    session: Session,
    owner_id: int,
    bank_id: int,
    chosen: Chosen,
    target_id: int,
    now: datetime,
    *,
    copy: bool = False,
) -> Moved:
    """Move or copy the chosen questions to the end of another bank, undone as one.

    A moved question keeps its id and what learners remember of it; one that the
    target has already (a copy of the same bank) stays where it is. A copy is a new
    question that nobody has learned yet.

    Raises:
        NotFound: the teacher has no such bank, or no such target.
        Problem: no question was chosen, or both banks are the same.
    """
    begin_writing(session)
    source = find_bank_of(session, owner_id, bank_id)
    target = find_bank_of(session, owner_id, target_id)
    if source.id == target.id:
        raise Problem("These questions are in this bank already. Choose another one.")
    moved = put(session, owner_id, source, target, chosen, now, copy=copy)
    session.commit()
    return moved


def put_into_new(
    session: Session,
    owner_id: int,
    bank_id: int,
    chosen: Chosen,
    title: str,
    now: datetime,
    *,
    copy: bool = False,
) -> Moved:
    """Move or copy the chosen questions into a new bank.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: no question was chosen, or the title can't stand.
    """
    title = checked_title(title)
    begin_writing(session)
    source = find_bank_of(session, owner_id, bank_id)
    target = add_bank(session, Bank(str(uuid4()), title, source.language), owner_id, now)
    session.flush()
    note_deed(session, Deed.MADE, owner_id, now, target.id, title=target.title)
    moved = put(session, owner_id, source, target, chosen, now, copy=copy)
    session.commit()
    return moved


def put(
    session: Session,
    owner_id: int,
    source: BankRow,
    target: BankRow,
    chosen: Chosen,
    now: datetime,
    *,
    copy: bool,
) -> Moved:
    rows = chosen_questions(session, source.id, chosen, lock=True)
    if not rows:
        raise Problem("Choose at least one question.")
    there = set() if copy else uids_in(session, target.id)
    going = [row for row in rows if row.uid not in there]
    renamed, texts = bring_along(session, going, source, target)
    if texts:
        data = {"title": texts[0].title, "uids": [each.id for each in texts]}
        note_deed(session, Deed.ADDED, owner_id, now, target.id, **data)
    if copy:
        new = [replace(resting(row, renamed), id=str(uuid4()), changed=now) for row in rows]
        add_questions(session, target, new, owner_id, now, "copied")
        return Moved(target, len(rows))
    for row in going if renamed else ():
        row.keep(resting(row, renamed))
    move_questions(session, going, target, owner_id, now)
    touch(source, now)
    touch(target, now)
    return Moved(target, len(going), len(rows) - len(going))


def resting(row: QuestionRow, renamed: Mapping[str, str]) -> Question:
    """Return the question with its evidence in the article as the target calls it."""
    question, evidence = row.question, row.question.evidence
    if evidence is None or evidence.article not in renamed:
        return question
    return replace(question, evidence=replace(evidence, article=renamed[evidence.article]))
