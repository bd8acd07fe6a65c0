"""One change for many questions, or none of it for one that can't take it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.bulk_edits import BulkEdit, bulk_edited
from quiz.core.problems import Problem
from quiz.core.questions import Form, Question, Status
from tests.samples import sample_questions

QUESTIONS = st.sampled_from(sample_questions())
TAGS = st.lists(st.sampled_from(["사람", "역사", "1과"]), max_size=3, unique=True).map(
    tuple
)
EDITS = st.builds(
    BulkEdit,
    st.none() | st.sampled_from(Status),
    TAGS,
    TAGS,
    difficulty=st.none() | st.floats(0, 1),
)


@given(QUESTIONS, EDITS)
def test_an_edit_made_twice_is_made_once(question: Question, edit: BulkEdit) -> None:
    once = bulk_edited(question, edit)
    assert bulk_edited(once, edit) == once


@given(QUESTIONS)
def test_an_edit_that_says_nothing_changes_nothing(question: Question) -> None:
    assert BulkEdit().says_nothing
    assert bulk_edited(question, BulkEdit()) == question


def test_tags_come_and_go_without_repeats() -> None:
    first = sample_questions()[0]
    new = bulk_edited(first, BulkEdit(add_tags=("천문", "사람"), remove_tags=("없음",)))
    assert new.tags == ("사람", "천문")
    assert bulk_edited(new, BulkEdit(remove_tags=("사람",))).tags == ("천문",)


def test_a_form_that_is_not_possible_refuses_the_whole_edit() -> None:
    third = sample_questions()[2]  # no wrong options
    with pytest.raises(Problem, match="two wrong options"):
        bulk_edited(third, BulkEdit(add_tags=("새것",), add_forms=(Form.CHOICE,)))


def test_the_last_form_stays() -> None:
    statement = sample_questions()[4]
    with pytest.raises(Problem, match="at least one form"):
        bulk_edited(statement, BulkEdit(remove_forms=(Form.TRUTH,)))
    swapped = BulkEdit(remove_forms=(Form.TRUTH,), add_forms=(Form.CARD,))
    assert bulk_edited(statement, swapped).forms == (Form.CARD,)


def test_a_broken_draft_can_be_tagged_but_not_approved() -> None:
    broken = replace(sample_questions(Status.DRAFT)[0], prompt="")
    assert bulk_edited(broken, BulkEdit(add_tags=("나중",))).tags == ("사람", "나중")
    with pytest.raises(Problem, match="Write the question"):
        bulk_edited(broken, BulkEdit(status=Status.APPROVED))
