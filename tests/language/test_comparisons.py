"""What is larger or the largest, asked of sentences of our own."""

import pytest

CASES = [
    ("가온마루는 누리봉보다 해발 고도가 높다. 가온마루는 멀다. 누리봉은 가깝다.",
     "누리봉보다 해발 고도가 높은 것은 무엇인가?", "가온마루"),
    ("목성은 태양계 행성 가운데 가장 크다. 목성은 밝다.",
     "태양계 행성 가운데 가장 큰 행성은 무엇인가?", "목성"),
    ("가온강은 남쪽 지방에서 가장 길다. 가온강은 맑다.",
     "남쪽 지방에서 가장 긴 강은 무엇인가?", "가온강"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "prompt", "answer"), CASES)
def test_the_one_that_exceeds_is_asked(asked, text, prompt, answer):
    found = asked(text)
    assert found.get(prompt) == answer, found


def test_larger_than_before_compares_no_two_things(asked):
    found = asked("가온강은 예전보다 물이 맑다. 가온강은 길다. 가온강은 가온시에 있다.")
    assert not any("예전보다" in prompt for prompt in found)


def test_the_largest_of_nothing_named_is_not_asked(asked):
    found = asked("가온강은 가장 길다. 가온강은 맑다. 가온강은 가온시에 있다.")
    assert not any("가장 긴" in prompt for prompt in found)
