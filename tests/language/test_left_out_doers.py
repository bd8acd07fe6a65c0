"""Who did what a part of a sentence tells, and what only points back."""

from collections.abc import Callable
from datetime import date

from quiz.language import Draft
from quiz.language.korean.moments import Calendar, resolve


def shown(draft: Callable[..., Draft], text: str, title: str) -> list[str]:
    return [each for q in draft(text, title).questions for each in (q.prompt, q.cloze)]


def test_a_headless_part_gets_what_the_article_is_about(draft):
    text = "균전법은 땅을 나누는 제도이다. 1623년 가온도에서 시행된 것은 1651년이었다."
    assert any(
        "균전법이 가온도에서 시행된 것은 {{1651년}}" in s
        for s in shown(draft, text, "균전법")
    )


def test_who_died_is_named_in_a_life(draft):
    text = "최가람은 조선의 화가이다. 1783년 병으로 세상을 떠나자 벗 박누리가 시를 지었다."
    assert any("최가람이 병으로 세상을 떠나자" in s for s in shown(draft, text, "최가람"))


def test_a_law_and_no_person_is_enforced(draft):
    text = "최가람은 균전법의 확대를 거듭 청하였다. 1651년 가온도에서 다시 시행되었다."
    assert not any("최가람" in s and "시행" in s for s in shown(draft, text, "균전법"))


def test_a_successor_is_asked_without_whom_he_followed(asked):
    text = "한누리왕은 성을 쌓았다. 그의 뒤를 이은 미르왕은 1839년 균전법을 반포하였다."
    found = asked(text, "누리국")
    assert found["미르왕이 균전법을 반포한 해는 언제인가?"] == "1839년"


def test_a_family_name_alone_is_the_only_one_of_that_name(draft):
    text = "사진가 문태섭 씨는 2020년 가온항을 찍었다. 문씨는 2021년 누리섬으로 떠났다."
    assert not any("문씨는" in s for s in shown(draft, text, "가온항 사진전"))


def test_asked_is_not_buried(draft):
    text = "최가람은 조선의 학자이다. 최가람은 1766년 신부 미르너에게 별의 이름을 물었다."
    assert not any("묻었" in s for s in shown(draft, text, "최가람"))


def test_days_that_are_counted_are_no_dates():
    calendar = Calendar(date(2025, 8, 13), 2025, news=True)
    told = "폭염 일수는 31일로 지난해 같은 기간보다 12일 많았고, 8일 비가 왔다."
    assert resolve(told, calendar, 2025) == (
        "폭염 일수는 31일로 2024년 같은 기간보다 12일 많았고, 2025년 8월 8일 비가 왔다."
    )


def test_parts_of_a_festival_are_told_with_it(draft):
    text = (
        "가온시는 17일 제6회 가온사진축제를 24일부터 연다고 밝혔다. "
        "올해 주제는 ‘물때’이다. 1부 ‘들물’에는 최가람의 신작이 걸린다."
    )
    found = shown(draft, text, "가온시 사진축제")
    assert any(s.startswith("제6회 가온사진축제") and "들물" in s for s in found)
