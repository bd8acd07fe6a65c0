"""A text is found in every field and replaced, Korean particles and all."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.problems import Problem
from quiz.core.questions import Question
from quiz.core.text_replacing import (
    Replacement,
    checked_replacement,
    replaced,
    with_replacement,
)
from tests.samples import sample_questions

WORDS = st.text(st.sampled_from("가나각 aA.책은는을를"), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("text", "find", "put", "options", "expected"),
    [
        ("책은 책을 책이다", "책", "나무", {}, "나무는 나무를 나무다"),
        ("책은 책이", "책", "나무", {"fit_particles": False}, "나무은 나무이"),
        ("‘책’은 좋다", "책", "나무", {}, "‘나무’는 좋다"),
        ("장젠펑은 장젠펑과", "장젠펑", "왕젠", {}, "왕젠은 왕젠과"),
        ("Quiz는 quiz", "quiz", "책", {"match_case": False}, "책은 책"),
        ("AI는 PAID", "AI", "인공지능", {"whole_words": True}, "인공지능은 PAID"),
        ("수는 호수는", "수", "값", {"whole_words": True}, "값은 호수는"),
        ("cat cats", "cat", "dog", {"whole_words": True}, "dog cats"),
        ("a.b a+b", "a.b", "c", {}, "c a+b"),
        ("가가가", "가가", "나", {}, "나가"),
        ("1\\1", "\\1", "\\g<0>", {}, "1\\g<0>"),
    ],
)
def test_what_is_found_is_replaced(
    text: str, find: str, put: str, options: dict[str, Any], expected: str
) -> None:
    assert replaced(text, Replacement(find, put, **options)) == expected


@given(WORDS, WORDS, WORDS)
def test_without_fitting_it_is_what_python_does(text: str, find: str, put: str) -> None:
    wanted = Replacement(find, put, fit_particles=False)
    assert replaced(text, wanted) == text.replace(find, put)


@given(st.sampled_from(sample_questions()), WORDS, st.booleans())
def test_replacing_a_text_by_itself_changes_nothing(
    question: Question, text: str, whole: bool
) -> None:
    assert (
        with_replacement(question, Replacement(text, text, whole_words=whole)) == question
    )


def test_every_field_is_looked_through_and_no_other() -> None:
    first = sample_questions()[0]
    new = with_replacement(first, Replacement("김서윤", "한서윤"))
    assert new.answer.accepted[0] == "한서윤"
    assert "{{한서윤}}" in new.cloze
    assert new.evidence == first.evidence
    only = with_replacement(first, Replacement("대장", "원장", fields=("prompt",)))
    assert only.prompt == "한빛천문대의 초대 원장은 누구인가?"
    assert (only.cloze, only.wrong) == (first.cloze, first.wrong)


def test_members_of_a_list_are_looked_through() -> None:
    listed = sample_questions()[3]
    new = with_replacement(listed, Replacement("지기", "지킴이"))
    assert new.answer.items == (("별지킴이",), ("달지킴이",), ("해지킴이", "태양지킴이"))


def test_a_tag_that_becomes_empty_goes() -> None:
    assert with_replacement(sample_questions()[0], Replacement("사람", "")).tags == ()


@pytest.mark.parametrize(
    "wanted",
    [Replacement("", "x"), Replacement("x", "y" * 201), Replacement("x", "y", fields=())],
)
def test_what_cannot_be_carried_out_gets_a_sentence(wanted: Replacement) -> None:
    with pytest.raises(Problem):
        checked_replacement(wanted)
