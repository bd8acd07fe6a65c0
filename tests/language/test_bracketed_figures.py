"""Numbers in brackets: lives, ages, years of works, counts and converted sums."""

from datetime import date

import pytest

DAY = date(2021, 5, 8)
CASES = [
    ("한누리(韓누리, 1902년 7월 21일~1950년 6월 11일)는 소설가이다. 한누리는 가난했다.",
     "한누리가 태어난 날은 언제인가?", "1902년 7월 21일"),
    ("최가람(1900~1944)은 화가이다. 최가람 화가는 산을 그렸다.",
     "최가람이 세상을 떠난 해는 언제인가?", "1944년"),
    ("서가람(47) 감독은 올해 처음 무대에 섰다. 서가람 감독은 웃었다.",
     "2021년 현재 서가람 감독의 나이는 몇 세인가?", "47세"),
    ("그렇게 나온 책이 『누리 소리책』(2019)이다. 『누리 소리책』은 두껍다.",
     "『누리 소리책』은 몇 년도 작품인가?", "2019년"),
    ("배추(염색체 10쌍)는 채소이다. 배추는 배춧과이다.",
     "배추의 염색체는 몇 쌍인가?", "10쌍"),
    ("가온상은 크다. 가온상의 상금은 100만 위안(약 1억 6,858만 원)이다.",
     "가온상의 상금 100만 위안은 원화로 약 얼마인가?", "1억 6,858만 원"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "prompt", "answer"), CASES)
def test_what_stands_in_brackets_is_asked(draft, text, prompt, answer):
    found = {q.prompt: q for q in draft(text, day=DAY).questions}
    assert prompt in found, list(found)
    question = found[prompt]
    assert question.answer.shown == answer
    evidence = question.evidence
    assert evidence.quote[evidence.answer_start : evidence.answer_end] in answer
    assert not question.cloze


def test_each_of_a_row_is_asked_alone(asked):
    found = asked(
        "가온전자는 크다. "
        "시계 부문은 41억 원, 배터리 부문은 30억 원의 매출을 각각 기록했다."
    )
    values = {a: p for p, a in found.items()}
    assert values["41억 원"].endswith("시계 부문 매출은 얼마였는가?")
    assert values["30억 원"].endswith("배터리 부문 매출은 얼마였는가?")


def test_the_day_of_an_event_that_names_its_year(asked):
    found = asked(
        "누리FC가 7일 가온경기장에서 열린 2021 가온컵 결승전에서 한강FC를 꺾었다. "
        "누리FC는 이번 대회에서 처음 우승했다. 2021 가온컵 결승전은 뜨거웠다.",
        day=DAY,
    )
    assert found["2021 가온컵 결승전이 가온경기장에서 열린 날은 언제인가?"] == "5월 7일"
