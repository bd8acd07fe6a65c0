"""What is doubtful about a draft, and what is not."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.doubts import Doubt, Grounds, doubts_about, is_told
from quiz.core.near_duplicates import Brief, answers_of, near_twins, with_twins
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Form,
    Option,
    Question,
    Status,
    Warning,
    plain,
)
from tests.samples import ARTICLE, sample_questions

TEXTS = {ARTICLE.id: ARTICLE.text}
FIRST = sample_questions(Status.DRAFT)[0]


def about(question: Question, *warnings: Warning) -> tuple[Doubt, ...]:
    return doubts_about(question, (), Grounds(TEXTS, warnings))


def test_good_questions_raise_no_doubt() -> None:
    questions = sample_questions()
    assert [doubts_about(q, questions, Grounds(TEXTS)) for q in questions] == [()] * 5
    assert with_twins(in_brief(each) for each in questions) == set()


LONG = Answer(AnswerKind.WORDS, ("김서윤 박사와 그의 모임",))
LONG_OPTIONS = (Option("아주 긴 보기이다"), Option("더 긴 보기이다"))


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"prompt": ""}, Doubt.BROKEN),
        ({"prompt": "김서윤은 몇 대 대장인가?"}, Doubt.LEAKS),
        ({"answer": LONG}, Doubt.LENGTH),
        ({"wrong": LONG_OPTIONS}, Doubt.LENGTH),
    ],
)
def test_what_is_odd_is_found(changes: dict[str, Any], doubt: Doubt) -> None:
    assert doubt in about(replace(FIRST, **changes))


def test_evidence_that_is_gone_is_found() -> None:
    elsewhere = Grounds({ARTICLE.id: "다른 글"})
    assert doubts_about(FIRST, (), elsewhere) == (Doubt.LOST,)


def test_a_warning_counts_where_it_touches_the_evidence() -> None:
    assert FIRST.evidence
    start = FIRST.evidence.start
    assert about(FIRST, Warning("odd", "", ((start, start + 2),))) == (Doubt.WARNED,)
    assert about(FIRST, Warning("odd", "", ((start - 2, start),))) == ()
    assert about(FIRST, Warning("odd", "", ((start, start + 2),), "another")) == ()


def test_nearly_the_same_question_is_a_twin_unless_its_answer_is_another() -> None:
    twin = replace(FIRST, id="2", prompt="한빛천문대 초대 대장은 누구인가?")
    other = replace(
        twin,
        id="3",
        answer=Answer(AnswerKind.WORDS, ("윤가람",)),
        cloze="",
        forms=(Form.CARD,),
    )
    far = replace(twin, id="4", prompt="누가 천문학자인가?")
    assert near_twins(FIRST, (FIRST, twin, other, far)) == (twin,)
    assert doubts_about(FIRST, (twin, other, far), Grounds(TEXTS)) == (Doubt.TWIN,)
    retired = replace(twin, status=Status.RETIRED)
    assert doubts_about(FIRST, (retired,), Grounds(TEXTS)) == ()


def in_brief(question: Question) -> Brief:
    number, is_live = int(question.id[-12:], 16), question.status is not Status.RETIRED
    return Brief(number, plain(question.prompt), answers_of(question), is_live)


ASKED = st.builds(
    lambda id, prompt, answers, status: replace(
        FIRST,
        id=f"{id:032x}",
        prompt=prompt,
        answer=Answer(AnswerKind.WORDS, tuple(answers)),
        status=status,
    ),
    st.integers(1, 10**6),
    st.sampled_from(
        ["누구인가?", "누구일까?", "누가 대장인가?", "초대 대장은 누구인가?", "?"]
    ),
    st.lists(st.sampled_from(["가", "나", "다"]), min_size=1, max_size=2),
    st.sampled_from(Status),
)


@given(st.lists(ASKED, max_size=9, unique_by=lambda question: question.id))
def test_all_twins_of_a_bank_are_those_that_a_look_at_each_finds(
    questions: list[Question],
) -> None:
    live = [each for each in questions if each.status is not Status.RETIRED]
    expected = {in_brief(each).id for each in questions if near_twins(each, live)}
    assert with_twins(in_brief(each) for each in questions) == expected


@pytest.mark.parametrize(
    ("text", "prompt", "is_so"),
    [
        ("DI", "What did Ada present?", False),
        ("20", "How old was it in 2019?", False),
        ("DI", "What is DI?", True),
        ("AI", "AI는 무엇인가?", True),
        ("김서윤", "김서윤은 누구인가?", True),
        ("Alibaba Cloud", "Who led Alibaba-Cloud?", True),
    ],
)
def test_a_short_word_inside_another_tells_nothing(
    text: str, prompt: str, is_so: bool
) -> None:
    assert is_told(text, prompt) is is_so
