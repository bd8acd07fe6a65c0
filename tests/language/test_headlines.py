"""Whose report it is, by its headline; of which period its figures are."""

from collections.abc import Callable
from datetime import date

from quiz.language.drafts import Draft

DAY = date(2026, 7, 30)
QUARTER = (
    "누리타이어가 올해 2분기에 역대 최대 매출을 올렸다. "
    "누리타이어는 연결 기준 2분기 매출이 1조 2480억 원으로 8.4% 늘었다고 30일 공시했다. "
)


def everything(draft: Callable[..., Draft], text: str, title: str) -> str:
    return " ".join(f"{q.prompt} {q.cloze}" for q in draft(text, title, DAY).questions)


def test_a_headline_names_the_company_whose_figures_are_told(draft):
    text = QUARTER + "유럽 매출은 4368억 원으로 14.2% 늘어 전체의 35.0%를 차지했다."
    told = everything(draft, text, "누리타이어 2분기 매출 역대 최대")
    assert "누리타이어의 2026년 2분기 유럽 매출은" in told


def test_the_year_of_the_figure_before_goes_on(draft):
    text = (
        "누리제과는 과자 23개 제품의 가격을 올린다고 30일 밝혔다.\n"
        "누리제과의 지난해 영업이익은 412억원으로 37.1% 줄었다. 매출은 1조1830억원이었다."
    )
    told = everything(draft, text, "누리제과, 과자값 인상")
    assert "누리제과의 2025년 매출은" in told


def test_what_anybody_may_do_the_town_does_not(draft):
    text = (
        "하람군이 내년 3월 1일부터 버스 요금을 받지 않기로 했다. "
        "나이와 거주지를 따지지 않고 누구나 무료로 탈 수 있다."
    )
    assert "하람군은 나이와" not in everything(draft, text, "하람군, 버스 전면 무료화")


def test_what_prices_do_the_company_does_not(draft):
    text = (
        "누리제과는 과자 23개 제품의 가격을 올린다고 30일 밝혔다.\n"
        "2023년 하반기부터 가파르게 뛰기 시작해 뉴욕 시장에서 사상 최고치를 새로 썼다."
    )
    told = everything(draft, text + " 누리제과는 1990년에 세워졌다.", "누리제과, 값 인상")
    assert "누리제과는 2023년 하반기부터" not in told


def test_what_will_be_done_is_not_told_as_done(draft):
    text = (
        "하람부는 오는 9월 1일부터 급여의 상한액을 250만 원으로 올리고 "
        "옛 제도를 없앤다고 30일 밝혔다."
    )
    told = everything(draft, text, "하람부, 급여 인상")
    assert "올린다" in told
    assert "올렸다" not in told
