"""Offices, positions and works."""

import pytest

CASES = [
    ("가온연합",
     "가온연합은 국제기구이다. 가온연합은 크다. 사무국장은 2022년 1월부터 "
     "일본의 메토키 하루(目時春)가 맡고 있다.",
     "2022년 1월부터 가온연합 사무국장을 맡고 있는 인물은 누구인가?", "메토키 하루"),
    ("글", "신라 제35대 경덕왕은 큰 종을 만들었다. 경덕왕은 왕이다.",
     "신라 제35대 왕은 누구인가?", "경덕왕"),
    ("문무왕", "문무왕은 신라의 제30대 국왕이다. 문무왕은 컸다.",
     "문무왕은 신라의 몇 대 국왕인가?", "제30대"),
    ("글", "1909년 공원에 세워진 조형물은 프랑스의 조각가 르네 드 생마르소의 작품이다.",
     "1909년 공원에 세워진 조형물은 누구의 작품인가?", "르네 드 생마르소"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "prompt", "answer"), CASES)
def test_an_office_is_asked(asked, title, text, prompt, answer):
    found = asked(text, title)
    assert found.get(prompt) == answer, found
