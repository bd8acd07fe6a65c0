"""When a rule holds and what follows, asked of sentences of our own."""

import pytest

from quiz.core.questions import Form

CASES = [
    ("누리섬 화산은 바닷물이 마그마와 만날 때 폭발한다.",
     "누리섬 화산은 언제 폭발하는가?", "바닷물이 마그마와 만날 때"),
    ("기온이 내려가면 공기의 부피가 줄어든다.",
     "기온이 내려가면 줄어드는 것은 무엇인가?", "공기의 부피"),
    ("금리가 오르면 저축은 늘고 대출은 준다.",
     "금리가 오르면 늘어나는 것은 무엇인가?", "저축"),
    ("점수가 같으면 나이가 많은 사람을 먼저 뽑는다.",
     "점수가 같으면 어떤 사람을 먼저 뽑는가?", "나이가 많은 사람"),
    ("신청자가 많으면 소득이 낮은 순서로 뽑는다.",
     "신청자가 많으면 어떤 순서로 뽑는가?", "소득이 낮은 순서"),
    ("가온항 등대는 안개가 끼면 종을 울린다.",
     "가온항 등대가 종을 울리는 것은 어떤 경우인가?", "안개가 끼는 경우"),
    ("누리섬 주민은 회원증을 등록하면 도서관을 무료로 이용할 수 있다.",
     "누리섬 주민이 도서관을 무료로 이용할 수 있는 조건은 무엇인가?", "회원증을 등록하면"),
    ("나이가 어린 순서로 뽑되, 점수가 같으면 먼저 신청한 사람을 뽑는다.",
     "점수가 같으면 어떤 사람을 뽑는가?", "먼저 신청한 사람"),
    ("누리섬 수당은 만 19세 이상 청년이 신청할 수 있다. 누리섬 수당은 적다.",
     "누리섬 수당을 신청할 수 있는 사람은 누구인가?", "만 19세 이상 청년"),
    ("누리섬 나루는 하루 손님이 200명을 넘으면 표를 팔지 않는다. 누리섬 나루는 좁다.",
     "누리섬 나루가 표를 팔지 않는 것은 어떤 경우인가?", "하루 손님이 200명을 넘는 경우"),
    ("바다코끼리의 수염은 조개를 찾는 데 쓰인다.",
     "바다코끼리의 수염은 무엇을 하는 데 쓰이는가?", "조개를 찾는 데"),
    ("가온상은 후보가 모두 사퇴한 경우 시상식을 취소한다. 가온상은 무겁다.",
     "가온상이 시상식을 취소하는 것은 어떤 경우인가?", "후보가 모두 사퇴한 경우"),
    ("새 관세법은 물건값이 20만 원을 넘는 경우에만 적용된다. 새 관세법은 길다.",
     "새 관세법이 적용되는 것은 어떤 경우인가?", "물건값이 20만 원을 넘는 경우"),
]  # fmt: skip
MORE = """ 바다코끼리는 크다. 가온항 등대는 희다. 누리섬 주민은 적다.
누리섬 화산은 높다. 가온상은 2001년 생겼다. 가온시는 누리섬에 있다."""


@pytest.mark.parametrize(("text", "prompt", "answer"), CASES)
def test_what_follows_a_condition_is_asked(asked, text, prompt, answer):
    found = asked(text + MORE)
    assert found.get(prompt) == answer, found


def test_who_is_left_out_of_a_programme_is_asked_with_its_name(asked):
    found = asked(
        "가온시는 ‘푸른길’ 사업을 시작한다. 이 사업은 청년에게 자전거를 준다.\n"
        "다른 지원을 받고 있는 사람은 제외된다."
    )
    prompt = "‘푸른길’ 사업에서 제외되는 사람은 누구인가?"
    assert found.get(prompt) == "다른 지원을 받고 있는 사람", found


def test_a_topic_that_others_change_does_nothing_itself(asked):
    found = asked(
        "한울법은 국회의원 3분의 2가 찬성해야 고칠 수 있다. 한울법은 길다." + MORE
    )
    assert not any("한울법이 고칠" in prompt for prompt in found)


def test_what_is_set_aside_is_no_condition(asked):
    found = asked("누리섬 화산은 분화구를 빼면 숲이 없다." + MORE)
    assert not any("숲이 없는" in prompt for prompt in found)


def test_a_clause_as_an_answer_has_no_options(draft):
    questions = draft(CASES[0][0] + MORE).questions
    question = next(q for q in questions if q.prompt == CASES[0][1])
    assert not question.wrong
    assert {Form.TYPED, Form.CARD} <= set(question.forms)


def test_a_condition_that_points_back_is_not_asked(asked):
    found = asked("이것이 내려가면 공기의 부피가 줄어든다." + MORE)
    assert not any("내려가면" in prompt for prompt in found)
