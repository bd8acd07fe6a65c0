"""Facts that only a gap, or a why about what was made, asks."""

from datetime import date

import pytest

DAY = date(2025, 9, 10)


@pytest.fixture
def clozes(draft):
    def made(text, title="글", day=DAY):
        return [q.cloze for q in draft(text, title, day).questions if q.cloze]

    return made


def test_the_rise_goes_where_it_gives_the_new_price_away(clozes):
    found = clozes("가온시의 시내버스 요금은 1,450원에서 1,600원으로 150원 오른다.")
    assert "가온시의 시내버스 요금은 1,450원에서 {{1,600원}}으로 오른다." in found
    assert all("{{150원}}" not in c for c in found)


def test_a_comparison_with_a_named_year_is_no_pointer(clozes):
    found = clozes("누리전자의 2분기 매출은 지난해 같은 기간보다 9.6% 늘었다.")
    assert any("2024년 같은 기간보다 {{9.6%}} 늘었다" in c for c in found)


def test_a_numbered_war_is_a_name(clozes):
    found = clozes("1973년 제4차 중동 전쟁을 계기로 석유 가격이 크게 올랐다.")
    assert any("{{제4차 중동 전쟁}}" in c for c in found)


def test_counted_lines_are_a_gap_but_not_a_rate(clozes):
    found = clozes("앙부일구의 절기선은 열세 줄이다. 균역법은 토지 1결당 쌀 2두를 물렸다.")
    assert any("{{열세 줄}}" in c for c in found)
    assert all("{{1결}}당" not in c for c in found)


def test_a_clause_that_leads_on_keeps_its_end(clozes):
    text = "가온전지의 양극재는 북미의 재고 조정이 길어지면서 출하량이 9% 줄었다."
    assert all(not c.endswith("길어졌다.") for c in clozes(text))


def test_of_what_was_made_the_reason_is_asked(asked):
    found = asked("가온포럼은 누리시가 시민과 이야기를 나누려고 만든 자리이다.")
    assert any(
        p.endswith("가온포럼을 만든 까닭은 무엇인가?") and "이야기를 나누" in found[p]
        for p in found
    )
