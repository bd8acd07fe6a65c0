"""A bank's past: told change by change, and brought back to any of them, the first too."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from quiz.actions.edit_bank import edit_bank
from quiz.actions.edit_many import edit_many, replace_text
from quiz.actions.edit_question import add_question
from quiz.actions.import_rows import import_rows, paste_table
from quiz.actions.review_question import approve_drafts, review_question
from quiz.actions.undo_change import restore_bank, undo_change
from quiz.core.bulk_edits import BulkEdit
from quiz.core.problems import Problem
from quiz.core.questions import Form, Question, Status
from quiz.core.text_replacing import Replacement
from quiz.formats.question_columns import Column
from quiz.storage.bank_history import events_of
from quiz.storage.banks import NotFound, whole_bank
from quiz.storage.catalogue import Wanted
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank
from tests.samples import sample_questions

SECOND = timedelta(seconds=1)
FAR = datetime(9999, 1, 1, tzinfo=UTC)


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


def state(bank: BankRow) -> list[Question]:
    return [replace(each, changed=each.created) for each in whole_bank(bank).questions]


def test_every_change_is_told_once_with_who_and_how_many(
    session: Session, bank: BankRow, now: datetime
) -> None:
    args = (session, bank.owner_id, bank.id)
    review_question(session, bank.owner_id, bank.questions[0].id, Status.RETIRED, now)
    approve_drafts(*args, now + SECOND)
    edit_bank(*args, "새 이름", True, now + 2 * SECOND)
    events = events_of(session, bank.id, FAR, 10)
    assert [event.counts for event in events] == [
        Counter(),
        Counter(approved=4),
        Counter(retired=1),
        Counter(created=5),
    ]
    named = events[0].bank
    assert named is not None
    assert (named[0].title, named[1] and named[1].title) == ("새 이름", "한빛천문대")
    assert {event.by_id for event in events} == {bank.owner_id}
    older = events_of(session, bank.id, events[1].at, 1)
    assert [event.counts for event in older] == [Counter(retired=1)]


def test_the_settings_of_a_bank_are_undone_in_turn(
    session: Session, bank: BankRow, now: datetime
) -> None:
    args = (session, bank.owner_id, bank.id)
    edit_bank(*args, "하나", False, now)
    edit_many(*args, Wanted(), BulkEdit(add_tags=("1과",)), now + SECOND)
    edit_bank(*args, "둘", True, now + 2 * SECOND)
    assert undo_change(*args, now + 3 * SECOND) == []
    assert (bank.title, bank.is_public) == ("하나", False)
    assert len(undo_change(*args, now + 4 * SECOND)) == 5
    assert undo_change(*args, now + 5 * SECOND) == []
    assert bank.title == "한빛천문대"
    with pytest.raises(Problem):
        undo_change(*args, now + 6 * SECOND)


def test_the_bank_comes_back_as_it_was_and_that_is_undone_too(
    session: Session, bank: BankRow, now: datetime
) -> None:
    args = (session, bank.owner_id, bank.id)
    approve_drafts(*args, now)
    then = state(bank)
    add_question(*args, replace(sample_questions()[2], status=Status.DRAFT), now + SECOND)
    edit_many(*args, Wanted(), BulkEdit(add_tags=("1과",)), now + 2 * SECOND)
    latest = state(bank)
    assert restore_bank(*args, now, now + 3 * SECOND) == 6
    assert state(bank)[:5] == then
    assert state(bank)[5].status is Status.RETIRED
    assert restore_bank(*args, now, now + 4 * SECOND) == 0
    undo_change(*args, now + 5 * SECOND)
    assert state(bank) == latest
    with pytest.raises(NotFound):
        restore_bank(session, bank.owner_id + 1, bank.id, now, now)


CHANGES = st.lists(
    st.sampled_from(
        ["tag", "approve", "retire", "replace", "forms", "rows", "write", "undo"]
    ),
    max_size=7,
)


@given(CHANGES, st.integers(0, 7))
@settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_history_can_be_brought_back_to_any_of_its_moments(
    session: Session, bank: BankRow, changes: list[str], wanted: int
) -> None:
    # The bank is shared by all examples: each goes on days after the one before.
    start = max(bank.changed, datetime(2030, 1, 1, tzinfo=UTC)) + timedelta(days=1)
    states = [(start, state(bank))]
    for number, what in enumerate(changes, 1):
        at = start + number * SECOND
        act(session, bank, what, at)
        states.append((at, state(bank)))
    moment, then = states[min(wanted, len(states) - 1)]
    restore_bank(session, bank.owner_id, bank.id, moment, start + 100 * SECOND)
    now = state(bank)
    assert now[: len(then)] == then
    assert {question.status for question in now[len(then) :]} <= {Status.RETIRED}


def act(session: Session, bank: BankRow, what: str, at: datetime) -> None:
    args = (session, bank.owner_id, bank.id)
    name = f"{at:%H%M%S%f}"
    edits = {
        "tag": BulkEdit(add_tags=(name,)),
        "approve": BulkEdit(status=Status.APPROVED),
        "retire": BulkEdit(status=Status.RETIRED),
        "forms": BulkEdit(add_forms=(Form.CARD,), difficulty=0.9),
    }
    if what in edits:
        edit_many(*args, Wanted(), edits[what], at)
    elif what == "replace":
        replace_text(*args, Wanted(), Replacement("한빛", f"한빛{at.second}"), at)
    elif what == "rows":
        rows = paste_table(f"{name}인가?\t그렇다")
        import_rows(*args, rows, [Column.QUESTION, Column.ANSWER], at, has_head=False)
    elif what == "write":
        add_question(*args, sample_questions(Status.DRAFT)[1], at)
    else:
        try:
            undo_change(*args, at)
        except Problem:
            session.rollback()
