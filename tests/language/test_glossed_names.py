"""Other names in brackets."""

from collections.abc import Callable

import pytest

CASES = [
    ("물범고래",
     "물범고래(水凡, 학명 Balaena gaonica)는 바다에 사는 동물이다. 물범고래는 "
     "크다.",
     "물범고래의 학명은 무엇인가?", "Balaena gaonica"),
    ("글", "2010년 가온보호연맹(GAPU)은 목록을 발표했다.",
     "‘GAPU’는 어느 기구의 약칭인가?", "가온보호연맹"),
    ("글", "공장은 열병합발전기(CHP)를 2010년에 들여왔다.",
     "‘CHP’는 무엇을 뜻하는 약어인가?", "열병합발전기"),
    ("글", "서울은 생활 물가 지수(LPI, Living Price Index)를 2010년에 발표했다.",
     "생활 물가 지수의 영문 약칭은 무엇인가?", "LPI"),
    ("글", "642년 대가람성(지금의 경남 합천)이 함락되었다.",
     "대가람성은 오늘날의 어디인가?", "경남 합천"),
    ("글", "가온FC 공격수 마르틴 보스(29·네덜란드)는 2020년 5월 두 골을 넣었다.",
     "마르틴 보스는 어느 나라 선수인가?", "네덜란드"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "prompt", "answer"), CASES)
def test_a_name_in_brackets_is_asked(asked, title, text, prompt, answer):
    found = asked(text, title)
    assert found.get(prompt) == answer, found


def test_an_abbreviation_that_everybody_knows_is_not_asked(
    asked: Callable[..., dict[str, str]],
) -> None:
    text = "미국 항공 우주국(NASA)과 하람국의 연구진은 2016년 가온호의 번개를 세었다."
    assert not any("NASA" in prompt for prompt in asked(text, "가온호"))
