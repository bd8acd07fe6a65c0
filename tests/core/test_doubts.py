"""What is doubtful about a draft, and what is not."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.core.doubts import Doubt, doubtful, doubts_about
from quiz.core.near_duplicates import near_twins
from quiz.core.questions import Answer, AnswerKind, Form, Option, Question, Status, Warning
from tests.samples import ARTICLE, sample_questions

TEXTS = {ARTICLE.id: ARTICLE.text}
FIRST = sample_questions(Status.DRAFT)[0]


def about(question: Question, *warnings: Warning) -> tuple[Doubt, ...]:
    return doubts_about(question, (), TEXTS, warnings)


def test_good_questions_raise_no_doubt() -> None:
    assert doubtful(sample_questions(), TEXTS, ()) == {}


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
    assert doubts_about(FIRST, (), {ARTICLE.id: "다른 글"}, ()) == (Doubt.LOST,)


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
    found = doubtful((FIRST, twin, other, far), TEXTS, ())
    assert found == {FIRST.id: (Doubt.TWIN,), "2": (Doubt.TWIN,)}
    retired = replace(twin, status=Status.RETIRED)
    assert doubtful((FIRST, retired), TEXTS, ()).get(FIRST.id) is None
