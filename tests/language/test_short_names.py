"""A body's short name is told in full, where the text names one such body."""

from collections.abc import Callable
from datetime import date

from quiz.language.drafts import Draft

DAY = date(2026, 3, 13)


def everything(draft: Callable[..., Draft], text: str, title: str = "소식") -> str:
    return " ".join(f"{q.prompt} {q.cloze}" for q in draft(text, title, DAY).questions)


LEAD = "하람대 서가람 교수 연구팀이 새 접착제를 만들었다고 12일 밝혔다. "


def test_a_team_is_told_with_its_professor(draft):
    told = everything(draft, LEAD + "연구팀은 2027년 누리청에 시험 승인을 신청했다.")
    assert "하람대 서가람 교수 연구팀은" in told


def test_of_two_teams_neither_is_meant(draft):
    other = "누리대 윤다온 교수 연구팀도 함께했다. "
    told = everything(draft, LEAD + other + "연구팀은 2027년 누리청에 승인을 신청했다.")
    assert "교수 연구팀은 2027년" not in told


def test_a_county_is_told_by_its_name(draft):
    text = (
        "가온군이 하람면에 추진해 온 시설 건립에 법원이 제동을 걸었다. "
        "가온군수는 판결을 따르겠다고 12일 밝혔다. "
        "군은 2022년 11월 위원회를 꾸려 하람면을 최종 입지로 고시했다."
    )
    told = everything(draft, text)
    assert "가온군은" in told.replace("{{", "").replace("}}", "")
    assert not any(word == "군은" for word in told.split())


def test_another_team_is_not_the_named_one(draft):
    told = everything(draft, LEAD + "국내 연구팀은 2019년 누리청에서 처음 상을 받았다.")
    assert "하람대 서가람 교수 연구팀은 2019년" not in told
