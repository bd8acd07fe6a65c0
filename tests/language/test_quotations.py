"""Who said it, and where it is told, asked of sentences of our own."""

import pytest

PEOPLE = """
표정수 누리FC 감독은 2020년 부임했다. 서가람 회장은 2019년 취임했다. 한누리 교수는 바쁘다.
가온전자는 수원에 있다. 누리성은 높다.
"""
CASES = [
    ("표 감독은 \"선수들이 겁 없이 뛰어 주었다\"고 말했다.",
     "“선수들이 겁 없이 뛰어 주었다”라고 말한 인물은 누구인가?", "표정수"),
    ("“바다는 누구의 것도 아니다”라고 한누리 교수는 지적했다.",
     "“바다는 누구의 것도 아니다”라고 지적한 인물은 누구인가?", "한누리"),
    ("가온전자는 “새 배터리는 10분 만에 충전된다”라고 밝혔다.",
     "“새 배터리는 10분 만에 충전된다”라고 밝힌 회사는 어디인가?", "가온전자"),
    ("서가람 회장은 “길은 처음부터 있던 것이 아니다”라는 말을 남겼다.",
     "“길은 처음부터 있던 것이 아니다”라는 말을 남긴 인물은 누구인가?", "서가람"),
    ("서가람 회장은 “낡은 배를 처음부터 다시 고치는 중”이라는 말을 남겼다.",
     "“낡은 배를 처음부터 다시 고치는 중”이라는 말을 남긴 인물은 누구인가?", "서가람"),
    ("『가온지』에 따르면 누리성은 1592년 왜군의 공격으로 불탔다.",
     "누리성이 1592년 왜군의 공격으로 불탔다고 전하는 책은 무엇인가?", "가온지"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "prompt", "answer"), CASES)
def test_the_speaker_is_asked_by_what_was_said(asked, text, prompt, answer):
    found = asked(PEOPLE + text)
    assert found.get(prompt) == answer, found


def test_a_title_with_a_surname_is_accepted_beside_the_whole_name(draft):
    questions = draft(PEOPLE + CASES[0][0]).questions
    question = next(q for q in questions if q.prompt == CASES[0][1])
    assert question.answer.accepted == ("표정수", "표 감독")


def test_a_long_speech_is_cut_to_a_sentence_or_its_last_clause(asked):
    found = asked(
        PEOPLE + "서가람 회장은 “오랫동안 비어 있던 낡은 공장을 여러 사람의 힘으로 다시 "
        "고치고 나면 마을의 젊은이들이 돌아오겠지만, 가게마다 불이 켜질 것”이라고 말했다."
    )
    assert "“가게마다 불이 켜질 것”이라고 말한 인물은 누구인가?" in found, found
    assert all(len(prompt) <= 75 for prompt in found)


def test_words_that_point_away_are_not_quoted(asked):
    found = asked(PEOPLE + "서가람 회장은 “이것은 우리 모두의 것이다”라고 말했다.")
    assert not any("이것은" in prompt for prompt in found)


def test_nobody_need_remember_who_a_passer_by_was(asked):
    words = "“버스가 서지 않아 한 시간을 걸었다”라고 말했다."
    found = asked(PEOPLE + f"주민 박순덕 씨는 {words}")
    assert not any("한 시간을 걸었다" in prompt for prompt in found), found
    assert any("한 시간을 걸었다" in p for p in asked(PEOPLE + f"서가람 회장은 {words}"))
