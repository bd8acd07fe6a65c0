"""Why something happened and what for, asked of sentences of our own."""

from datetime import date

import pytest

from quiz.core.questions import Form

DAY = date(2021, 5, 8)
# Names that come back are the article's own.
MORE = """
가온시는 바닷가에 있다. 가온서원은 산 아래에 있다. 북극곰은 크다. 누리섬 주민들은 적다.
가람강 댐은 높다. 한울은행은 오래되었다. 새 관세법은 길다. 서하은 시장은 바쁘다.
"""
CASES = [
    ("가온시는 외환 위기 때문에 1998년 박람회를 취소했다.",
     "가온시가 1998년 박람회를 취소한 것은 무엇 때문인가?", "외환 위기"),
    ("가온서원은 서하은의 노력 덕분에 1988년 복원되었다.",
     "가온서원이 1988년 복원된 것은 무엇 덕분인가?", "서하은의 노력"),
    ("가온서원이 화재로 무너진 뒤 유림은 강학당을 새로 지었다.",
     "가온서원이 무너진 것은 무엇 때문인가?", "화재"),
    ("상인들이 세금 인상에 반대했기 때문에 새 관세법은 3년 뒤에야 시행되었다.",
     "새 관세법이 3년 뒤에야 시행된 까닭은 무엇인가?",
     "상인들이 세금 인상에 반대했기 때문"),
    ("북극곰이 줄어든 것은 바다 얼음이 녹았기 때문이다. 북극곰은 곰이다.",
     "북극곰이 줄어든 까닭은 무엇인가?", "바다 얼음이 녹았기 때문"),
    ("누리섬 주민들은 1950년 육지로 옮겨 갔다. 이는 우물이 모두 말랐기 때문이다.",
     "누리섬 주민들이 1950년 육지로 옮겨 간 까닭은 무엇인가?",
     "우물이 모두 말랐기 때문"),
    ("감지기에서 이상 신호가 나와 누리호 발사가 중단되었다. 누리호 발사는 길었다.",
     "누리호 발사가 중단된 까닭은 무엇인가?", "감지기에서 이상 신호가 나왔기 때문"),
    ("메아리는 소리가 벽에 부딪히면서 생기는 현상이다. 메아리는 재미있다.",
     "메아리가 생기는 원인은 무엇인가?", "소리가 벽에 부딪히기 때문"),
    ("가온시는 큰 빚을 졌다. 이 때문에 가온시는 2002년 시청사를 팔았다.",
     "가온시가 2002년 시청사를 판 까닭은 무엇인가?", "큰 빚을 졌기 때문"),
    ("누리호는 연료가 남아 있지 않으므로 다시 날지 못한다. 누리호는 무겁다.",
     "누리호가 다시 날지 못하는 까닭은 무엇인가?", "연료가 남아 있지 않기 때문"),
    ("서하은 시장은 목소리가 작아 연설을 그만두었다.",
     "서하은 시장이 연설을 그만둔 까닭은 무엇인가?", "목소리가 작았기 때문"),
    ("한울은행은 금리 인상으로 인해 2020년 대출이 줄었다.",
     "2020년 한울은행의 대출이 줄어든 것은 무엇 때문인가?", "금리 인상"),
    ("누리호는 빙산에 부딪쳐 1912년 침몰했다. 누리호는 배다.",
     "누리호가 1912년 침몰한 까닭은 무엇인가?", "빙산에 부딪쳤기 때문"),
    ("누리호가 침몰한 원인은 짙은 안개였다. 누리호는 배다.",
     "누리호가 침몰한 원인은 무엇인가?", "짙은 안개"),
    ("가온FC는 수비수가 둘이나 빠진 탓에 후반에 세 골을 내주었다. 가온FC는 강하다.",
     "가온FC가 후반에 세 골을 내준 까닭은 무엇인가?", "수비수가 둘이나 빠졌기 때문"),
    ("누리호는 점화 장치가 젖는 바람에 이륙하지 못했다. 누리호는 무겁다.",
     "누리호가 이륙하지 못한 까닭은 무엇인가?", "점화 장치가 젖었기 때문"),
    ("가온시는 다리가 위험하다는 이유로 가람교를 철거했다. 가온시는 넓다.",
     "가온시가 가람교를 철거한 까닭은 무엇인가?", "다리가 위험하기 때문"),
    ("서하은 시장은 1932년 장티푸스로 세상을 떠났다. 서하은 시장은 젊었다.",
     "서하은 시장이 1932년 세상을 떠난 것은 무엇 때문인가?", "장티푸스"),
    ("새 관세법은 대체로 환영받았지만 가온시에서는 지지를 얻지 못하였다. "
     "수입하는 배가 줄었기 때문이다.",
     "새 관세법이 가온시에서 지지를 얻지 못한 까닭은 무엇인가?",
     "수입하는 배가 줄었기 때문"),
]  # fmt: skip
PURPOSES = [
    ("가람강 댐은 1974년 홍수를 막기 위해 지어졌다.",
     "가람강 댐이 1974년 지어진 목적은 무엇인가?", "홍수를 막기 위해"),
    ("서하은 시장은 교통난을 해결하려고 2011년 경전철을 도입했다.",
     "서하은 시장은 왜 2011년 경전철을 도입했는가?", "교통난을 해결하려고"),
    ("한울은행은 위조를 막기 위해 지폐에 은선을 넣는다고 2011년 3월 4일 밝혔다.",
     "한울은행이 지폐에 은선을 넣는 목적은 무엇인가?", "위조를 막기 위해"),
    ("막대한 빚에 눌린 가온시는 재정을 메우려고 시청사를 팔았다.",
     "막대한 빚에 눌린 가온시는 왜 시청사를 팔았는가?", "재정을 메우려고"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "prompt", "answer"), [*CASES, *PURPOSES])
def test_why_and_what_for_are_asked_of_what_followed(asked, text, prompt, answer):
    found = asked(text + MORE, "글", DAY)
    assert found.get(prompt) == answer, found


def test_a_purpose_is_told_in_many_ways_and_never_chosen(draft):
    text = "서하은 시장은 교통난을 해결하기 위해 2011년 경전철을 도입했다."
    question = next(q for q in draft(text + MORE).questions if q.origin.name == "purpose")
    told = question.answer.accepted
    assert {"교통난을 해결하려고", "교통난 해결", "교통난을 해결하는 것"} <= set(told)
    assert Form.CHOICE not in question.forms
    assert Form.CARD in question.forms


def test_the_subject_of_the_cause_alone_is_no_subject_of_the_effect(asked):
    found = asked("서하은이 가온시에 남았기 때문에 취소되었다. 서하은은 기뻤다." + MORE)
    assert not any("까닭" in prompt for prompt in found)


def test_an_aim_before_a_verb_of_a_noun_belongs_to_that_verb(asked):
    found = asked("가온시는 홍수를 막기 위해 지은 가람댐을 2001년 헐었다." + MORE)
    assert not any("목적" in prompt for prompt in found)


def test_what_this_is_in_a_cause_is_not_guessed(asked):
    found = asked("그가 반대했기 때문에 가온시는 2001년 가람댐을 헐었다." + MORE)
    assert not any("까닭" in prompt for prompt in found)


def test_only_the_past_of_a_cause_stays_past(draft):
    text = "펭귄은 체온을 지키려고 서로 몸을 붙인다. 펭귄은 새이다."
    question = next(q for q in draft(text + MORE).questions if q.origin.name == "purpose")
    assert "체온을 지키기 위해" in question.answer.accepted
    assert not any("었기" in told for told in question.answer.accepted)


def test_a_cause_of_the_past_may_be_told_without_its_tense(draft):
    text = "상인들이 세금 인상에 반대했기 때문에 새 관세법은 3년 뒤에야 시행되었다."
    question = next(q for q in draft(text + MORE).questions if q.origin.name == "cause")
    assert "상인들이 세금 인상에 반대해서" in question.answer.accepted
