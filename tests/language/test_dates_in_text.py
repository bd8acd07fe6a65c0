"""Times that a sentence names, resolved where that is certain."""

from datetime import date

import pytest

from quiz.core.article import Span
from quiz.language.korean.context import Context
from quiz.language.korean.dates_in_text import forms_of, times_in
from quiz.language.korean.moments import Calendar
from quiz.language.korean.morphology import Gloss, Sentence

REPORT = Calendar(date(2021, 5, 8), 2021, news=True)
HISTORY = Calendar(date(2021, 5, 8), 2021, news=False, days=False)


def named(
    text: str,
    context: Context | None = None,
    calendar: Calendar = REPORT,
    glosses: tuple[Gloss, ...] = (),
) -> dict[str, str]:
    offsets = tuple(range(len(text)))
    sentence = Sentence(Span(0, len(text)), text, offsets, glosses, 0)
    return {t.surface: t.full for t in times_in(sentence, context or Context(), calendar)}


@pytest.mark.parametrize(
    ("text", "surface", "full"),
    [
        ("공장은 지난달 3일 열렸다.", "지난달 3일", "2021년 4월 3일"),
        ("공장은 이달 3일 열렸다.", "이달 3일", "2021년 5월 3일"),
        ("공장은 다음 달 5일 열린다.", "다음 달 5일", "2021년 6월 5일"),
        ("공장은 오는 14일 열린다.", "오는 14일", "2021년 5월 14일"),
        ("공장은 오는 3일 열린다.", "오는 3일", "2021년 6월 3일"),
        ("공장은 지난 11월 열렸다.", "지난 11월", "2020년 11월"),
        ("공장은 재작년 9월 열렸다.", "재작년 9월", "2019년 9월"),
        ("가온시는 7일 밝혔다.", "7일", "2021년 5월 7일"),
        ("내년 상반기에 열린다.", "내년 상반기", "2022년 상반기"),
        ("2027년 하반기에 열린다.", "2027년 하반기", "2027년 하반기"),
        ("20세기 중반에 사라졌다.", "20세기 중반", "20세기 중반"),
        ("1938년 무렵 직장을 옮겼다.", "1938년 무렵", "1938년 무렵"),
    ],
)
def test_a_time_is_resolved_against_the_article_s_date(text, surface, full):
    assert named(text)[surface] == full


def test_a_later_time_leans_on_the_one_before_it_in_the_sentence():
    found = named("다음 달 3일부터 20일까지 받는다.")
    assert found == {"다음 달 3일": "2021년 6월 3일", "20일": "2021년 6월 20일"}
    found = named("668년 성을 에워쌌고, 그해 9월 왕이 항복하였다.", calendar=HISTORY)
    assert found["그해 9월"] == "668년 9월"
    found = named("1810년 10월 12일 결혼했고, 17일 경마가 열렸다.", calendar=HISTORY)
    assert found["17일"] == "1810년 10월 17일"


def test_same_year_and_next_day_lean_on_the_sentence_before():
    before = Context(year=1434, day="1434년 2월 28일")
    assert named("이듬해 왕이 죽었다.", before)["이듬해"] == "1435년"
    assert named("이튿날 왕이 죽었다.", before)["이튿날"] == "1434년 3월 1일"


def test_the_day_of_the_report_is_no_day_of_the_event_told_in_it():
    found = named("오는 10월 1일 시작한다고 7일 밝혔다.")
    assert found["7일"] == "2021년 5월 7일"


@pytest.mark.parametrize(
    "text",
    ["9월에 열린다.", "17일 문을 열었다.", "같은 해 죽었다.", "같은 달 문을 닫았다."],
)
def test_what_is_not_certain_stays_open(text):
    assert set(named(text, calendar=HISTORY).values()) == {""}


@pytest.mark.parametrize("text", ["3년 동안 일했다.", "5년 만에 이겼다.", "10일간 쉬었다."])
def test_a_length_of_time_is_no_time(text):
    assert not any(named(text).values())


def test_the_year_of_a_reign_stands_in_brackets():
    text = "해시계는 세종 16년 10월 놓였다."
    at = text.index(" 10월")
    found = named(text, calendar=HISTORY, glosses=(Gloss(at, "1434"),))
    assert found["세종 16년"] == "1434년"


def test_a_date_may_be_told_without_its_year():
    assert list(forms_of("2021년 4월 3일", "지난달 3일")) == [
        "2021년 4월 3일", "4월 3일", "지난달 3일"
    ]  # fmt: skip
    assert list(forms_of("2014년 11월", "2014년 11월")) == ["2014년 11월", "2014년 11월"]
