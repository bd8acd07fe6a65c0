"""A teacher changes many questions at once: a bulk edit, or find and replace."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from quiz.core.bulk_edits import BulkEdit, bulk_edited
from quiz.core.differences import Difference, differences
from quiz.core.problems import Problem
from quiz.core.questions import Question, Status, checked
from quiz.core.text_replacing import Replacement, checked_replacement, with_replacement
from quiz.storage.banks import change_questions, find_bank_of
from quiz.storage.catalogue import Chosen, chosen_questions
from quiz.storage.engine import begin_writing
from quiz.storage.tables import QuestionRow

WHAT = {Status.APPROVED: "approved", Status.RETIRED: "retired", Status.DRAFT: "reopened"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many questions changed; `refused` says why others could not."""

    changed: int = 0
    refused: tuple[tuple[QuestionRow, Problem], ...] = ()

    @property
    def reasons(self) -> list[tuple[Problem, int]]:
        """Return each reason once, the commonest first, with how many it holds for."""
        by_text = {str(problem): problem for _, problem in self.refused}
        counted = Counter(str(problem) for _, problem in self.refused)
        return [(by_text[text], count) for text, count in counted.most_common()]


@dataclass(slots=True)
class Sorting:
    """What a change makes of each question, or why it can't be made."""

    fit: list[tuple[QuestionRow, Question]] = field(default_factory=list)
    refused: list[tuple[QuestionRow, Problem]] = field(default_factory=list)


def edit_many(
    session: Session,
    owner_id: int,
    bank_id: int,
    chosen: Chosen,
    edit: BulkEdit,
    now: datetime,
) -> Outcome:
    """Make one change to all chosen questions that can take it, undone as one.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: the edit says nothing.
    """
    if edit.says_nothing:
        raise Problem("Choose what to change.")
    only_status = edit.status and edit == BulkEdit(status=edit.status)
    what = WHAT[edit.status] if edit.status and only_status else "edited"
    return change_many(
        session, owner_id, bank_id, chosen, lambda q: bulk_edited(q, edit), what, now
    )


def replace_text(
    session: Session,
    owner_id: int,
    bank_id: int,
    chosen: Chosen,
    wanted: Replacement,
    now: datetime,
) -> Outcome:
    """Replace a text in all chosen questions that stay sound, undone as one.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: there is nothing to find.
    """
    checked_replacement(wanted)
    return change_many(
        session, owner_id, bank_id, chosen, lambda q: sound(q, wanted), "edited", now
    )


def change_many(
    session: Session,
    owner_id: int,
    bank_id: int,
    chosen: Chosen,
    change: Callable[[Question], Question],
    what: str,
    now: datetime,
) -> Outcome:
    begin_writing(session)
    bank = find_bank_of(session, owner_id, bank_id)
    rows = chosen_questions(session, bank_id, chosen, lock=True)
    sorting = sort_out(rows, change)
    if sorting.fit:
        change_questions(session, bank, sorting.fit, what, owner_id, now)
    session.commit()
    return Outcome(len(sorting.fit), tuple(sorting.refused))


def sort_out(rows: list[QuestionRow], change: Callable[[Question], Question]) -> Sorting:
    """Try the change on every question; those that stay as they are are left out."""
    sorting = Sorting()
    for row in rows:
        old = row.question
        try:
            new = change(old)
        except Problem as problem:
            sorting.refused.append((row, problem))
            continue
        if new != old:
            sorting.fit.append((row, new))
    return sorting


@dataclass(frozen=True, slots=True)
class Preview:
    """What find and replace would do, before it does."""

    changes: tuple[tuple[QuestionRow, tuple[Difference, ...]], ...]
    refused: tuple[tuple[QuestionRow, Problem], ...]


def preview_replacement(
    session: Session, owner_id: int, bank_id: int, chosen: Chosen, wanted: Replacement
) -> Preview:
    """Say what `replace_text` would change. Nothing is kept.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: there is nothing to find.
    """
    checked_replacement(wanted)
    find_bank_of(session, owner_id, bank_id)
    rows = chosen_questions(session, bank_id, chosen)
    sorting = sort_out(rows, lambda question: sound(question, wanted))
    changes = ((row, differences(row.question, new)) for row, new in sorting.fit)
    return Preview(tuple(changes), tuple(sorting.refused))


def sound(question: Question, wanted: Replacement) -> Question:
    """Replace the text; refuse what would leave a sound question broken."""
    new = with_replacement(question, wanted)
    if new != question and (question.status is Status.APPROVED or is_sound(question)):
        checked(new)
    return new


def is_sound(question: Question) -> bool:
    try:
        checked(question)
    except Problem:
        return False
    return True
