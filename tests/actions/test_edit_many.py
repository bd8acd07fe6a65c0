"""Bulk edits and find and replace: what can take the change gets it, in one step."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from quiz.actions.edit_many import edit_many, preview_replacement, replace_text
from quiz.actions.review_question import review_question
from quiz.actions.undo_change import undo_change
from quiz.core.bulk_edits import BulkEdit
from quiz.core.problems import Problem
from quiz.core.questions import Form, Status
from quiz.core.text_replacing import Replacement
from quiz.storage.banks import NotFound, change_question, whole_bank
from quiz.storage.catalogue import Wanted, count_questions, list_questions, tags_in
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


def test_all_that_match_are_edited_and_undone_as_one(
    session: Session, bank: BankRow, now: datetime
) -> None:
    before = whole_bank(bank).questions
    edit = BulkEdit(status=Status.APPROVED, add_tags=("1과",), difficulty=0.9)
    outcome = edit_many(session, bank.owner_id, bank.id, Wanted(), edit, now)
    assert (outcome.changed, outcome.refused) == (5, ())
    assert count_questions(session, bank.id, Wanted(tag="1과", level="hard")) == 5
    assert count_questions(session, bank.id, Wanted(tag="과")) == 0
    assert tags_in(session, bank.id) == ["1과", "사람"]
    later = now + timedelta(seconds=1)
    assert len(undo_change(session, bank.owner_id, bank.id, later)) == 5
    after = whole_bank(bank).questions
    assert [replace(q, changed=q.created) for q in after] == list(before)


def test_what_cannot_take_the_edit_is_named_and_the_rest_is_edited(
    session: Session, bank: BankRow, now: datetime
) -> None:
    broken = replace(bank.questions[0].question, prompt="")
    change_question(session, bank.questions[0], broken, "edited", bank.owner_id, now)
    session.commit()
    edit = BulkEdit(status=Status.APPROVED)
    outcome = edit_many(session, bank.owner_id, bank.id, Wanted(), edit, now)
    assert outcome.changed == 4
    assert [row.position for row, _ in outcome.refused] == [0]
    assert [(str(problem), n) for problem, n in outcome.reasons] == [
        ("Write the question.", 1)
    ]


def test_only_the_chosen_are_edited_and_strange_ids_are_left_out(
    session: Session, bank: BankRow, now: datetime, owner: PersonRow
) -> None:
    ids = [bank.questions[1].id, 10**6]
    edit = BulkEdit(add_forms=(Form.CARD,))
    assert edit_many(session, owner.id, bank.id, ids, edit, now).changed == 1
    assert count_questions(session, bank.id, Wanted(form=Form.CARD)) == 4
    with pytest.raises(NotFound):
        edit_many(session, owner.id + 1, bank.id, ids, edit, now)
    with pytest.raises(Problem, match="what to change"):
        edit_many(session, owner.id, bank.id, ids, BulkEdit(), now)


def test_what_is_so_already_gets_no_revision(
    session: Session, bank: BankRow, now: datetime
) -> None:
    edit = BulkEdit(status=Status.DRAFT)
    assert edit_many(session, bank.owner_id, bank.id, Wanted(), edit, now).changed == 0


def test_a_replacement_is_shown_first_and_then_made(
    session: Session, bank: BankRow, now: datetime
) -> None:
    wanted = Replacement("한빛천문대", "달빛관측소")
    args = (session, bank.owner_id, bank.id, Wanted(), wanted)
    preview = preview_replacement(*args)
    assert len(preview.changes) == 5
    row, changes = preview.changes[2]
    assert [change.field for change in changes] == ["prompt"]
    assert row.prompt == "한빛천문대는 몇 년에 세워졌는가?"
    assert replace_text(*args, now).changed == 5
    prompts = [row.prompt for row in list_questions(session, bank.id, Wanted(), 0, 9)]
    assert prompts[2] == "달빛관측소는 몇 년에 세워졌는가?"
    assert not any("한빛" in prompt for prompt in prompts)


def test_a_replacement_that_would_break_a_question_is_refused(
    session: Session, bank: BankRow, now: datetime
) -> None:
    review_question(session, bank.owner_id, bank.questions[0].id, Status.APPROVED, now)
    wanted = Replacement("이도현", "김서윤")
    args = (session, bank.owner_id, bank.id, Wanted(), wanted)
    [(row, problem)] = preview_replacement(*args).refused
    assert str(problem) == "“김서윤” is also an accepted answer."
    assert replace_text(*args, now).changed == 0
    assert row.question.wrong[0].text == "이도현"


def test_lists_are_ordered_as_asked(session: Session, bank: BankRow) -> None:
    prompts = [
        row.prompt for row in list_questions(session, bank.id, Wanted(order="prompt"), 0, 9)
    ]
    assert prompts == sorted(prompts)
    strange = list_questions(session, bank.id, Wanted(order="x"), 0, 9)
    assert [row.position for row in strange] == list(range(5))
