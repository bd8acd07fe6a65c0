"""Relative times become dates."""

from datetime import date

import pytest

from quiz.core.article import Article
from quiz.language.korean.moments import Calendar, calendar_of, resolve, year_in

MAY = Calendar(date(2021, 5, 8), 2021, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("올해 대회는 끝났다", "2021년 대회는 끝났다"),
        ("지난해 문을 열었다", "2020년 문을 열었다"),
        ("내년에 시작한다", "2022년에 시작한다"),
        ("지난 3월 시작했다", "2021년 3월 시작했다"),
        ("지난 11월 시작했다", "2020년 11월 시작했다"),
        ("3일 열렸다", "2021년 5월 3일 열렸다"),
        ("30일 열렸다", "2021년 4월 30일 열렸다"),
        ("지난달 15일 열렸다", "2021년 4월 15일 열렸다"),
        ("다음 달 2일에 연다", "2021년 6월 2일에 연다"),
        ("3일 동안 열렸다", "3일 동안 열렸다"),
        ("현재 회장은 김가람이다", "2021년 현재 회장은 김가람이다"),
        ("이번 대회에서", "2021년 대회에서"),
        ("지난해 2020 대회는", "2020 대회는"),
        ("세계 각국", "세계 각국"),
    ],
)
def test_relative_time_is_read_from_the_article_s_date(text, expected):
    assert resolve(text, MAY, None) == expected


def test_same_year_is_the_last_one_named():
    assert resolve("같은 해 죽었다", MAY, 1434) == "1434년 죽었다"
    assert resolve("이듬해 죽었다", MAY, 1434) == "1435년 죽었다"


def test_this_day_is_the_last_full_date():
    assert resolve("이날 끝났다", MAY, None, "2021년 5월 3일") == "2021년 5월 3일 끝났다"


def test_without_a_date_nothing_is_guessed():
    assert resolve("올해 끝났다", Calendar(None, None, True), None) == "올해 끝났다"


def test_a_year_in_the_title_stands_in_for_a_date():
    found = calendar_of(Article("x", "2018 봄꽃축제", "올해 축제가 끝났다."))
    assert (found.date, found.year, found.news) == (None, 2018, True)


def test_the_last_year_named_is_remembered():
    assert year_in("1592년에 시작해 1598년에 끝났다") == 1598
    assert year_in("오래전이다") is None


def test_more_days_than_a_month_has_are_a_length_of_time():
    calendar = Calendar(date(2026, 3, 18), 2026, news=True)
    told = "배우자 휴가는 10일에서 20일로 확대된다."
    assert resolve(told, calendar, None) == told
    assert resolve("심사 기간은 90일에서 45일로 준다.", calendar, None) == (
        "심사 기간은 90일에서 45일로 준다."
    )
