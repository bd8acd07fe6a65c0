"""Dates as people say them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from quiz.web.due_words import due_date_words, in_words, time_spent, today_words

SEOUL = ZoneInfo("Asia/Seoul")
EVENING = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)  # 23:00 in Seoul


SOON = [
    (timedelta(seconds=20), "1분 뒤", "in 1 minute"),
    (timedelta(minutes=10), "10분 뒤", "in 10 minutes"),
    (timedelta(hours=3), "3시간 뒤", "in 3 hours"),
    (timedelta(hours=5), "내일", "tomorrow"),
    (timedelta(days=8), "8일 뒤", "in 8 days"),
    (timedelta(days=91), "약 3달 뒤", "in about 3 months"),
    (timedelta(days=800), "약 2년 뒤", "in about 2 years"),
]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_next_time_is_told_in_the_learners_days(app: Flask, language: str) -> None:
    with app.test_request_context(headers={"Accept-Language": language}):
        for wait, korean, english in SOON:
            words = korean if language == "ko" else english
            assert in_words(EVENING + wait, EVENING, SEOUL) == words


def test_the_hours_before_four_belong_to_the_day_before(app: Flask) -> None:
    night = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)  # 03:30 in Seoul, the 23rd
    with app.test_request_context(headers={"Accept-Language": "ko"}):
        assert today_words(night, SEOUL) == "11월 22일 일요일"
        assert in_words(night + timedelta(minutes=10), night, SEOUL) == "10분 뒤"
        assert in_words(night + timedelta(hours=2), night, SEOUL) == "내일"


def test_a_date_has_its_year_only_when_it_is_another(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "ko"}):
        assert due_date_words(EVENING + timedelta(days=8), EVENING, SEOUL) == "11월 30일"
        later = EVENING + timedelta(days=60)
        assert due_date_words(later, EVENING, SEOUL) == "2027년 1월 21일"


def test_the_time_spent_is_told_in_minutes_and_seconds(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert time_spent(1) == "1 second"
        assert time_spent(520) == "8 min 40 s"
