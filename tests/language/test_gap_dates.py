"""A date in a gap is whole, its year sure, and stands there once."""

from datetime import date

import pytest

DAY = date(2025, 9, 10)


@pytest.fixture
def clozes(draft):
    def made(text, title="글", day=DAY):
        return [q.cloze for q in draft(text, title, day).questions if q.cloze]

    return made


def test_a_pointed_day_is_shown_as_the_whole_date(clozes):
    found = clozes("누리항시는 오는 20일 시민회관에서 바다축제를 연다.")
    assert "누리항시는 {{2025년 9월 20일}} 시민회관에서 바다축제를 연다." in found


def test_a_year_that_is_in_sight_is_not_told_again(clozes):
    found = clozes(
        "《새벽별》은 1931년 1월 1일부터 6월 14일까지 《가온일보》에 연재되었다."
    )
    assert any("{{6월 14일}}" in c or "1일부터 6월 14일까지}}" in c for c in found)
    assert all("{{1931년 6월 14일}}" not in c for c in found)


def test_the_day_of_a_telling_is_no_gap(clozes):
    found = clozes("누리항시는 내년 3월 바다도서관을 연다고 10일 밝혔다.")
    assert all("{{2025년 9월 10일}}" not in c for c in found)
    assert any("{{2026년 3월}}" in c for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "고라니는 1871년에 알려졌다. 고라니의 짝짓기는 11월에서 이듬해 1월 사이이다.",
        "새로 나오는 '누리패스'는 5만 원에 시내버스를 탈 수 있는 30일 정액권이다.",
        "옥잠축제는 2020년과 2021년에 전염병으로 취소되었다.",
    ],
)
def test_what_is_no_one_date_is_no_gap(clozes, text):
    found = clozes(text)
    assert all("년 1월}}" not in c and "일}} 정액권" not in c for c in found)
    assert all("{{2020년}}" not in c and "{{2021년}}" not in c for c in found)


def test_what_comes_back_each_year_is_told_without_a_year(clozes):
    found = clozes(
        "옥잠축제는 해마다 9월 중순부터 10월 초까지 누리항에서 열린다.", "옥잠축제"
    )
    assert any("월 초" in c and "20" not in c for c in found if "{{" in c)
