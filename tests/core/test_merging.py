"""What two people changed in one question stands together, or is named a conflict."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.merging import merge
from quiz.core.questions import Answer, AnswerKind, Form, Option, Question, Status
from tests.samples import sample_questions

BASE = sample_questions(Status.DRAFT)[0]
CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "prompt": st.sampled_from([BASE.prompt, "누구인가?", "대장의 이름은?"]),
    "answer": st.sampled_from([BASE.answer, Answer(AnswerKind.WORDS, ("김서윤",))]),
    "wrong": st.lists(
        st.sampled_from([*BASE.wrong, Option("윤가람"), Option("한별")]), unique=True
    ).map(tuple),
    "forms": st.lists(st.sampled_from(Form), unique=True).map(
        lambda forms: tuple(form for form in Form if form in forms)
    ),
    "tags": st.lists(st.sampled_from(["사람", "천문", "1과"]), unique=True).map(tuple),
    "explanation": st.sampled_from([BASE.explanation, "", "긴 풀이이다."]),
    "difficulty": st.sampled_from([0.5, 0.8]),
    "status": st.sampled_from(Status),
}
QUESTIONS = st.fixed_dictionaries({}, optional=CHANGES).map(
    lambda changes: replace(BASE, **changes)
)


@given(QUESTIONS)
def test_who_changed_nothing_takes_all_of_the_other(theirs: Question) -> None:
    assert merge(BASE, BASE, theirs).question == theirs
    assert merge(BASE, BASE, theirs).conflicts == ()


@given(QUESTIONS)
def test_where_the_other_changed_nothing_mine_stands(mine: Question) -> None:
    merged = merge(BASE, mine, BASE)
    assert merged.question == mine
    assert (merged.taken, merged.conflicts) == ((), ())


@given(QUESTIONS)
def test_the_same_change_twice_is_no_conflict(mine: Question) -> None:
    merged = merge(BASE, mine, mine)
    assert merged.question == mine
    assert (merged.taken, merged.conflicts) == ((), ())


@given(QUESTIONS, QUESTIONS)
def test_nothing_of_theirs_goes_without_being_named(
    mine: Question, theirs: Question
) -> None:
    merged = merge(BASE, mine, theirs)
    for name in CHANGES:
        was, there = getattr(BASE, name), getattr(theirs, name)
        if there == was or name in merged.conflicts:
            continue
        stands = getattr(merged.question, name)
        if name in {"tags", "forms", "wrong"}:
            assert set(there) - set(was) <= set(stands)
        else:
            assert stands == there


@given(QUESTIONS, QUESTIONS)
def test_all_that_i_put_in_stands(mine: Question, theirs: Question) -> None:
    merged = merge(BASE, mine, theirs).question
    for name in CHANGES:
        was, here = getattr(BASE, name), getattr(mine, name)
        if name in {"tags", "forms", "wrong"}:
            assert set(here) - set(was) <= set(getattr(merged, name))
        elif here != was:
            assert getattr(merged, name) == here


def test_different_fields_stand_together() -> None:
    mine = replace(BASE, prompt="누구인가?", tags=(*BASE.tags, "1과"))
    theirs = replace(BASE, explanation="새 풀이", tags=(*BASE.tags, "천문"))
    merged = merge(BASE, mine, theirs)
    assert merged.question.prompt == "누구인가?"
    assert merged.question.explanation == "새 풀이"
    assert merged.question.tags == ("사람", "천문", "1과")
    assert (merged.taken, merged.conflicts) == (("explanation", "tags"), ())


def test_the_same_field_is_a_conflict_in_which_mine_stands() -> None:
    mine, theirs = replace(BASE, prompt="내 것?"), replace(BASE, prompt="남의 것?")
    merged = merge(BASE, mine, theirs)
    assert merged.question.prompt == "내 것?"
    assert merged.conflicts == ("prompt",)


def test_an_option_that_both_changed_is_a_conflict() -> None:
    first, *rest = BASE.wrong
    mine = replace(BASE, wrong=(Option("내 것"), *rest))
    theirs = replace(BASE, wrong=(Option("남의 것"), *rest))
    assert merge(BASE, mine, theirs).conflicts == ("wrong",)
    theirs = replace(BASE, wrong=(first, *rest, Option("하나 더")))
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == ()
    assert [o.text for o in merged.question.wrong] == [
        "박하늘",
        "최가람",
        "하나 더",
        "내 것",
    ]
