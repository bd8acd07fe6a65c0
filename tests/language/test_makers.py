"""Who made what a relative clause tells."""

import pytest

CASES = [
    ("글",
     "서가람(徐嘉藍)이 쓴 농사책 『가온농서』는 벼를 다룬다. 서가람은 "
     "농부였다. 서가람은 컸다.",
     "『가온농서』를 쓴 농부는 누구인가?", "서가람"),
    ("글", "그 이름은 2009년 가온연구소가 펴낸 『누리사전』에 올랐다.",
     "『누리사전』을 펴낸 연구소는 어디인가?", "가온연구소"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "prompt", "answer"), CASES)
def test_the_maker_is_asked_too(asked, title, text, prompt, answer):
    found = asked(text, title)
    assert found.get(prompt) == answer, found
