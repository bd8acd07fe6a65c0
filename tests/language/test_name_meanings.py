"""What a name means."""

import pytest

CASES = [
    ("글", "마을에는 ‘달의 뜰’이라는 뜻의 월정원이라는 이름이 붙었다.",
     "‘월정원’이라는 이름은 무슨 뜻인가?", "달의 뜰"),
    ("글", "사람들은 이 샘을 ‘가온샘’이라고 불렀다. 한가운데에서 솟는 물이라는 뜻이다.",
     "‘가온샘’이라는 이름은 무슨 뜻인가?", "한가운데에서 솟는 물"),
    ("글", "가람은 「석양」(夕陽, 저무는 해)을 발표했다.",
     "「석양」이라는 제목은 무슨 뜻인가?", "저무는 해"),
    ("글",
     "마루탑이라는 이름은 그리스어로 ‘높은 언덕’을 뜻한다.",
     "‘마루탑’이라는 이름은 그리스어로 무슨 뜻인가?", "높은 언덕"),
    ("글",
     "사업의 이름인 ‘이음누리’는 ‘사람을 잇는 세상’이라는 뜻이다.",
     "‘이음누리’라는 이름은 무슨 뜻인가?", "사람을 잇는 세상"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "prompt", "answer"), CASES)
def test_the_meaning_of_a_name_is_asked(asked, title, text, prompt, answer):
    found = asked(text, title)
    assert found.get(prompt) == answer, found


def test_the_language_of_a_name_is_no_name(asked):
    found = asked(
        "세균을 잡아먹는 바이러스를 세균먹보라고 하는데, 이는 ‘먹는 것’이라는 뜻의 "
        "그리스어에서 온 말이다."
    )
    assert found["‘세균먹보’라는 이름은 그리스어로 무슨 뜻인가?"] == "먹는 것"
