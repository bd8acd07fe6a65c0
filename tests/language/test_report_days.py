"""이날 in a report is the day of what its lead tells."""

from collections.abc import Callable
from datetime import date

import pytest

from quiz.core.article import Article
from quiz.language import Draft
from quiz.language.korean import pipeline
from quiz.language.korean.moments import Calendar, calendar_of, resolve, season_of
from quiz.language.korean.report_days import day_of_report

LEAD = "다솔군의회는 14일 열린 제95회 정례회 본회의에서 공원 조성안을 부결했다.\n"
PETITION = "솔내면 주민회는 지난달 28일 주민 812명의 서명을 군의회에 냈다.\n"
DEBATE = "이날 본회의에서는 표결에 앞서 50분 동안 토론이 벌어졌다."


def day_of(text: str) -> str | None:
    article = Article("x", "글", text, "ko", date(2025, 11, 14))
    sentences = pipeline.read(article, lambda *_: None, len(text))
    return day_of_report(sentences, calendar_of(article))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (LEAD + DEBATE, "2025년 11월 14일"),
        (
            "다솔군은 13일 축제 계획을 발표했다. 이날 군수는 예산도 밝혔다.",
            "2025년 11월 13일",
        ),
        ("다솔군이 지난해 계획을 바꾸었다. 이날 회의는 길었다.", ""),
        ("다솔은 12일 열린 경기에서 이겼다. 13일 열린 경기에서는 졌다. 올해 일이다.", ""),
        ("한여름은 1919년 3월 1일 태어났다. 이날 눈이 왔다.", None),
    ],
)
def test_the_lead_tells_the_day_of_a_report(text: str, day: str | None) -> None:
    assert day_of(text) == day


def test_a_new_paragraph_means_the_day_of_the_report(draft: Callable[..., Draft]) -> None:
    found = draft(LEAD + PETITION + DEBATE, "공원 부결", date(2025, 11, 14)).questions
    told = [q.cloze for q in found if "토론" in q.cloze]
    assert told
    assert all("2025년 11월 14일" in text for text in told)


def test_in_its_paragraph_it_means_the_day_named_there(
    draft: Callable[..., Draft],
) -> None:
    text = LEAD + PETITION.strip() + " 이날 군청 앞에서는 주민 90명이 집회를 열었다."
    found = draft(text, "공원 부결", date(2025, 11, 14)).questions
    told = [q.cloze for q in found if "집회" in q.cloze]
    assert told
    assert all("2025년 10월 28일" in text for text in told)


def test_this_season_is_the_season_that_the_text_names() -> None:
    calendar = Calendar(date(2026, 2, 3), 2026, True, season="2025-2026")
    assert resolve("올 시즌 최다 관중", calendar, None) == "2025-2026 시즌 최다 관중"
    assert resolve("이번 시즌을 앞두고", calendar, None) == "2025-2026 시즌을 앞두고"


def test_two_seasons_or_one_of_other_years_are_none() -> None:
    assert season_of("2025-2026 시즌 4라운드", 2026) == "2025-2026"
    assert season_of("2025-26 시즌", 2026) == "2025-26"
    assert season_of("2019-2020 시즌", 2026) == ""
    assert season_of("02-2025-2031로 전화", 2026) == ""


def test_without_a_day_in_the_lead_nothing_is_told_of_this_day(
    draft: Callable[..., Draft],
) -> None:
    lead = "다솔군의회가 올해 정례회 본회의에서 산들공원 조성안을 찬성 4표로 부결했다.\n"
    found = draft(lead + PETITION + DEBATE, "공원 부결", date(2025, 11, 14)).questions
    assert found
    assert not any("토론" in q.cloze + q.prompt for q in found)
