"""Two names told in one sentence."""

import pytest

CASES = [
    ("글",
     "가온놀이는 오래된 놀이이다. 노래로 푸는 대목은 ‘솟음’, 말로 잇는 "
     "대목은 ‘흘림’이라고 부른다.",
     "가온놀이에서 노래로 푸는 대목은 무엇이라고 부르는가?", "솟음"),
    ("글",
     "가온놀이는 오래된 놀이이다. 노래로 푸는 대목은 ‘솟음’, 말로 잇는 "
     "대목은 ‘흘림’이라고 부른다.",
     "가온놀이에서 말로 잇는 대목은 무엇이라고 부르는가?", "흘림"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "prompt", "answer"), CASES)
def test_each_of_several_names_is_a_fact(asked, title, text, prompt, answer):
    found = asked(text, title)
    assert found.get(prompt) == answer, found
