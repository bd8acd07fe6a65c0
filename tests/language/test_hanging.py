"""What hangs on another sentence is not asked."""

from collections.abc import Callable
from datetime import date

import pytest

from quiz.core.questions import Question
from quiz.language.drafts import Draft

LEAD = (
    "누리제과는 올해 과자값을 올린다고 13일 밝혔다. 누리제과는 2014년 가온시에 세워졌다. "
)


def drafted(draft: Callable[..., Draft], text: str) -> tuple[Question, ...]:
    return draft(LEAD + text, "누리제과 과자값 인상", date(2026, 3, 13)).questions


@pytest.mark.parametrize(
    "text",
    [
        "서아프리카의 가온국에 폭우와 가뭄이 번갈아 닥쳤기 때문이다.",
        "지난해 5월 17개 제품을 평균 11% 올린 지 열 달 만이다.",
        "2019년 하람시에서 처음 선보인 뒤 7년 만에 처음이다.",
    ],
)
def test_a_cause_without_what_it_causes_is_not_asked(draft, text):
    last = text.split()[-1]
    assert not any(q.cloze.endswith(last) for q in drafted(draft, text))


def test_that_the_press_was_met_is_not_asked(draft):
    text = "하람전자는 12일 가온시청에서 기자간담회를 열고 새 공장을 짓는다고 밝혔다."
    found = drafted(draft, text)
    assert not any("간담회를 열었다" in q.cloze or "간담회를 연" in q.prompt for q in found)


def test_a_cause_with_its_subject_is_asked(draft):
    text = "하람강의 물이 붉은 것은 2019년 가온산의 철광이 무너졌기 때문이다."
    assert any("때문이다" in q.cloze for q in draft(text, "하람강").questions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1907년 하람회가 가온왕의 퇴위에 반대하다 해산된 것이 대표적인 예이다.", "예이다"),
        ("2019년 최가람은 재판에서 무죄 판결을 받았다.", "재판에서"),
        ("운동의 중심이던 가온신문의 발행인을 1908년 서누리가 추방하였다.", "운동의 중심"),
        ("첫 설명회는 2026년 4월 6일 가온시청에서 열린다.", "첫 설명회"),
        ("내놓는 열이 공기를 데우므로 기온이 100 m마다 약 0.5 ℃씩 낮아진다.", "내놓는"),
    ],
)
def test_what_another_sentence_names_is_not_asked(
    draft: Callable[..., Draft], text: str, told: str
) -> None:
    found = draft("가온산은 하람국의 산이다. " + text, "글").questions
    assert not any(told in q.cloze or q.prompt.startswith(told) for q in found)


def test_an_example_of_something_is_asked(draft: Callable[..., Draft]) -> None:
    text = "가온강은 하람국에서 1907년에 바닥을 드러낸 강의 대표적인 예이다."
    assert any("예이다" in q.cloze for q in draft(text, "가온강").questions)
