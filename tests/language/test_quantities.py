"""A number is asked so that nothing else could be meant, and only if it is worth it."""

import random
from datetime import date

import pytest

from quiz.core.problems import Problem

DAY = date(2021, 5, 8)
CASES = [
    ("가온전자가 올해 3분기에 영업이익 41억 원을 올려 8개 분기 만에 흑자로 돌아섰다. "
     "가온전자는 크다.", "가온전자의 2021년 3분기 영업이익은 얼마였는가?", "41억 원"),
    ("가온전자는 크다. 가온전자는 매출이 61억 원으로 지난해 같은 기간보다 23.4% 늘었다고 "
     "4일 공시했다.", "가온전자의 매출이 전년 동기보다 몇 % 늘었는가?", "23.4%"),
    ("가온전자는 크다. 가온전자는 매출이 61억 원으로 지난해 같은 기간보다 23.4% 늘었다고 "
     "4일 공시했다.", "가온전자의 매출은 얼마였는가?", "61억 원"),
    ("가온전자는 크다. 가온호의 판매량이 지난해보다 두 배 가까이 늘어난 1만 2,000대에 "
     "이르렀다. 가온호는 배다.", "가온호의 판매량이 몇 대에 이르렀는가?", "1만 2,000대"),
    ("가온호는 길이 21.4m, 지름 1.6m, 무게 24톤이다. 가온호는 배다.",
     "가온호의 지름은 몇 m인가?", "1.6m"),
    ("가온호는 2020년 3월 8일 오전 10시 42분 누리항을 떠났다. 가온호는 배다.",
     "가온호는 2020년 3월 8일 몇 시 몇 분에 누리항을 떠났는가?", "오전 10시 42분"),
    ("가온호는 누리항을 떠난 지 1시간 33분 만에 돌아왔다. 가온호는 배다.",
     "가온호는 누리항을 떠난 지 몇 시간 몇 분 만에 돌아왔는가?", "1시간 33분"),
    ("변호사 9명으로 꾸려진 가온위원회는 까닭을 밝혔다. 가온위원회는 크다.",
     "가온위원회는 변호사 몇 명으로 꾸려졌는가?", "9명"),
    ("가온연합은 크다. 48개국이 참여하는 가온연합은 해마다 모인다.",
     "가온연합에는 몇 개국이 참여하는가?", "48개국"),
    ("한누리는 평생 290여 편의 글을 남겼다. 한누리는 소설가이다.",
     "한누리는 평생 몇 편의 글을 남겼는가?", "290여 편"),
]  # fmt: skip
TRIVIAL = [
    ("가온전자는 크게 네 가지 일을 한다. 가온전자는 크다.", "네 가지"),
    ("세 번째 원칙은 가온재단이 돈을 낸다는 것이다. 가온재단은 크다.", "세 번째"),
    ("가온전자는 ‘누리 1호’를 만들었다. 가온전자는 크다.", "1호"),
    ("가온시 인구는 2015년 9만 명에서 2020년 7만 명으로 2만 명 줄었다. 가온시는 크다.",
     "2만 명"),
    ("가온역에서 한 명이 내렸다. 가온역은 크다.", "한 명"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "prompt", "answer"), CASES)
def test_a_number_is_asked_as_a_teacher_would(asked, text, prompt, answer):
    found = asked(text, day=DAY)
    assert found.get(prompt) == answer, found


@pytest.mark.parametrize(("text", "answer"), TRIVIAL)
def test_what_nobody_need_know_is_no_question(draft, text, answer):
    try:
        questions = draft(text, day=DAY).questions
    except Problem:
        questions = ()
    assert answer not in {q.answer.shown for q in questions if "몇" in q.prompt}


def test_a_long_scene_is_not_copied(asked):
    text = (
        "가온전자는 누리시에 있던 낡은 공장을 사들여 사람을 모아 가르친 뒤 "
        "1999년 말까지 온 나라에 팔 손목시계 300개를 만들었다. 가온전자는 크다."
    )
    prompts = [p for p, a in asked(text, day=DAY).items() if a == "300개"]
    assert prompts
    assert all("낡은 공장" not in prompt for prompt in prompts)


def test_no_order_of_words_stops_the_drafting(draft):
    words = " ".join(text for text, *_ in CASES + TRIVIAL).split()
    chance = random.Random(7)
    lines = [
        " ".join(
            [*chance.sample(words, 9), chance.choice(["3명이다.", "5% 줄었다.", "했다."])]
        )
        for _ in range(120)
    ]
    assert draft("\n".join(lines), day=DAY).questions


def test_a_measure_told_of_the_topic_before_says_whose_it_is(asked):
    found = asked(
        "소행성 베누는 검다. "
        "소행성 베누는 1999년에 발견된 천체로, 공전 주기는 약 1.2년이다."
    )
    assert found.get("소행성 베누의 공전 주기는 약 몇 년인가?") == "1.2년", found
    assert "공전 주기는 약 몇 년인가?" not in found
