"""Whose son or teacher somebody is."""

import pytest

CASES = [
    ("글", "무열왕의 아들 문무왕은 661년 왕위에 올랐다. 무열왕은 컸다.",
     "무열왕의 아들은 누구인가?", "문무왕"),
    ("글", "경덕왕은 아버지인 성덕왕의 명복을 빌었다. 경덕왕은 신라의 왕이다.",
     "경덕왕의 아버지는 누구인가?", "성덕왕"),
    ("최가람",
     "최가람은 화가이다. 최가람은 산을 그렸다. 최가람은 살았다. 어머니는 "
     "일본인 사카이 유키(酒井ユキ)였다.",
     "최가람의 어머니는 누구인가?", "사카이 유키"),
    ("글",
     "세종의 셋째 아들인 안평대군은 글씨를 잘 썼다.",
     "세종의 셋째 아들은 누구인가?", "안평대군"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "prompt", "answer"), CASES)
def test_kinship_is_asked_by_both_names(asked, title, text, prompt, answer):
    found = asked(text, title)
    assert found.get(prompt) == answer, found
