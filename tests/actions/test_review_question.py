"""Decisions on drafts, and taking them back to the very first state."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from quiz.actions.edit_question import edit_question
from quiz.actions.review_question import approve_drafts, review_question
from quiz.actions.undo_change import UNDO_TIME, restore_question, undo_change
from quiz.core.problems import Problem
from quiz.core.questions import Question, Status
from quiz.storage.banks import NotFound, change_question, count_by_status, whole_bank
from quiz.storage.people import add_person
from quiz.storage.revisions import last_number, revisions_of
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


def statuses(bank: BankRow) -> list[str]:
    return [row.status for row in bank.questions]


@pytest.mark.parametrize(
    ("status", "what"), [(Status.APPROVED, "approved"), (Status.RETIRED, "retired")]
)
def test_a_decision_is_kept_with_its_revision(
    session: Session, bank: BankRow, now: datetime, status: Status, what: str
) -> None:
    row = review_question(session, bank.owner_id, bank.questions[0].id, status, now)
    assert row.status == row.question.status == status
    assert revisions_of(session, row.id)[0].what == what


def test_the_same_decision_twice_is_one(
    session: Session, bank: BankRow, now: datetime
) -> None:
    for _ in range(2):
        review_question(session, bank.owner_id, bank.questions[0].id, Status.RETIRED, now)
    assert last_number(session, bank.questions[0].id) == 2


def test_a_draft_that_cannot_be_asked_cannot_be_approved(
    session: Session, bank: BankRow, now: datetime
) -> None:
    broken = replace(bank.questions[0].question, prompt="")
    change_question(session, bank.questions[0], broken, "edited", bank.owner_id, now)
    session.commit()
    with pytest.raises(Problem):
        review_question(session, bank.owner_id, bank.questions[0].id, Status.APPROVED, now)
    session.rollback()
    assert approve_drafts(session, bank.owner_id, bank.id, now) == 4
    assert statuses(bank) == ["draft", *["approved"] * 4]


def test_approving_all_is_one_change_and_undone_as_one(
    session: Session, bank: BankRow, now: datetime
) -> None:
    review_question(session, bank.owner_id, bank.questions[4].id, Status.RETIRED, now)
    assert approve_drafts(session, bank.owner_id, bank.id, now + timedelta(seconds=1)) == 4
    assert count_by_status(session, bank.id)[Status.APPROVED] == 4
    undone = undo_change(session, bank.owner_id, bank.id, now + timedelta(seconds=2))
    assert len(undone) == 4
    assert statuses(bank) == [*["draft"] * 4, "retired"]
    undo_change(session, bank.owner_id, bank.id, now + timedelta(seconds=3))
    assert statuses(bank) == ["draft"] * 5


def test_nothing_is_left_to_undo_after_an_hour(
    session: Session, bank: BankRow, now: datetime
) -> None:
    review_question(session, bank.owner_id, bank.questions[0].id, Status.RETIRED, now)
    with pytest.raises(Problem, match="nothing to undo"):
        undo_change(session, bank.owner_id, bank.id, now + UNDO_TIME + timedelta(seconds=1))


def test_somebody_else_can_neither_decide_nor_undo(
    session: Session, bank: BankRow, now: datetime
) -> None:
    stranger = bank.owner_id + 1
    with pytest.raises(NotFound):
        review_question(session, stranger, bank.questions[0].id, Status.APPROVED, now)
    with pytest.raises(NotFound):
        undo_change(session, stranger, bank.id, now)
    with pytest.raises(NotFound):
        approve_drafts(session, stranger, bank.id, now)


def test_nobody_undoes_what_another_teacher_did(
    session: Session, bank: BankRow, now: datetime
) -> None:
    colleague = add_person(session, now).id
    first, second = bank.questions[0], bank.questions[1]
    approve_drafts(session, bank.owner_id, bank.id, now)
    edited = replace(first.question, prompt="동료가 고친 문제?")
    later = now + timedelta(seconds=1)
    change_question(session, first, edited, "edited", colleague, later)
    session.commit()
    undone = undo_change(session, bank.owner_id, bank.id, now + timedelta(seconds=2))
    assert len(undone) == 4
    assert (first.prompt, first.status) == ("동료가 고친 문제?", "approved")
    assert second.status == "draft"
    with pytest.raises(Problem):
        undo_change(session, bank.owner_id, bank.id, now + timedelta(seconds=3))


CHANGES = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(["approve", "retire", "reopen", "edit"])),
    max_size=8,
)


@given(CHANGES)
@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_changes_can_be_undone_to_the_first_state(
    session: Session, bank: BankRow, changes: list[tuple[int, str]]
) -> None:
    # The bank is shared by all examples: each starts an hour after the one before.
    start = max(bank.changed, datetime(2030, 1, 1, tzinfo=UTC)) + 2 * UNDO_TIME
    before = [untimed(question) for question in whole_bank(bank).questions]
    for number, (place, what) in enumerate(changes):
        act(session, bank, place, what, start + timedelta(seconds=number))
    end = start + timedelta(seconds=100)
    for number in range(len(changes) + 1):
        try:
            undo_change(session, bank.owner_id, bank.id, end + timedelta(seconds=number))
        except Problem:
            session.rollback()
            break
    assert [untimed(question) for question in whole_bank(bank).questions] == before


def act(session: Session, bank: BankRow, place: int, what: str, now: datetime) -> None:
    row = bank.questions[place]
    if what == "edit":
        seen = last_number(session, row.id)
        more = f"{row.prompt} ({seen})"
        edit_question(
            session, bank.owner_id, row.id, lambda old: replace(old, prompt=more), seen, now
        )
        return
    status = {"approve": Status.APPROVED, "retire": Status.RETIRED}.get(what, Status.DRAFT)
    review_question(session, bank.owner_id, row.id, status, now)


def untimed(question: Question) -> Question:
    return replace(question, changed=question.created)


def test_an_old_state_can_be_brought_back_from_the_history(
    session: Session, bank: BankRow, now: datetime
) -> None:
    row = bank.questions[0]
    act(session, bank, 0, "edit", now)
    act(session, bank, 0, "approve", now)
    restore_question(session, bank.owner_id, row.id, 1, now)
    assert (row.prompt, row.status) == (sample_prompt(bank), "draft")
    assert [each.what for each in revisions_of(session, row.id)] == [
        "restored",
        "approved",
        "edited",
        "created",
    ]
    with pytest.raises(NotFound):
        restore_question(session, bank.owner_id, row.id, 99, now)


def sample_prompt(bank: BankRow) -> str:
    return "한빛천문대의 초대 대장은 누구인가?"
