"""What is told comes out without the telling, where teller and doer are one."""

import pytest

from quiz.language.korean.announcements import (
    asked_plainly,
    asks_when_told,
    stated_plainly,
)


@pytest.mark.parametrize(
    ("prompt", "plain"),
    [
        (
            "가온시는 어떤 사업을 시작한다고 2026년 3월 12일 밝혔는가?",
            "가온시는 어떤 사업을 시작하는가?",
        ),
        ("누리전자는 어디에 공장을 짓는다고 밝혔는가?", "누리전자는 어디에 공장을 짓는가?"),
        ("가온재단은 몇 명을 뽑았다고 설명했는가?", "가온재단은 몇 명을 뽑았는가?"),
        ("미술관은 언제 문을 연다고 전했는가?", "미술관은 언제 문을 여는가?"),
        # What another did stays what somebody says.
        (
            "소방서는 불이 몇 시에 났다고 밝혔는가?",
            "소방서는 불이 몇 시에 났다고 밝혔는가?",
        ),
        ("가온시는 무엇을 늘리겠다고 밝혔는가?", "가온시는 무엇을 늘리겠다고 밝혔는가?"),
        ("가온시가 왜 늦었는가?", "가온시가 왜 늦었는가?"),
    ],
)
def test_a_prompt_asks_what_was_announced(prompt: str, plain: str) -> None:
    assert asked_plainly(prompt) == plain


def test_a_cloze_states_what_was_announced() -> None:
    told = "가온시는 {{청년}} 월세를 돕는다고 2026년 3월 12일 밝혔다."
    assert stated_plainly(told) == "가온시는 {{청년}} 월세를 돕는다."


def test_a_gap_in_the_day_of_the_announcement_stays() -> None:
    told = "가온시는 월세를 돕는다고 {{2026년 3월 12일}} 밝혔다."
    assert stated_plainly(told) == told


def test_the_day_of_an_announcement_is_known() -> None:
    assert asks_when_told("가온시가 ‘새싹길’ 사업을 시작한다고 밝힌 날은 언제인가?")
    assert not asks_when_told("가온시가 ‘새싹길’ 사업을 시작한 날은 언제인가?")
