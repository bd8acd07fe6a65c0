"""Days end at 04:00 where the learner is, also for one who travels or changes clocks."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy.orm import Session

from quiz.actions.plan_today import plan_today
from quiz.core.scheduling import Rating, State, day_number, day_start, review
from quiz.storage.tables import BankRow, PersonRow
from quiz.web.database import db
from tests.practice_bank import add_practice_bank
from tests.studying import Student

SEOUL, NEW_YORK = ZoneInfo("Asia/Seoul"), ZoneInfo("America/New_York")
BERLIN, LORD_HOWE = ZoneInfo("Europe/Berlin"), ZoneInfo("Australia/Lord_Howe")


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


@pytest.mark.parametrize(("home", "away"), [(SEOUL, NEW_YORK), (NEW_YORK, SEOUL)])
@pytest.mark.parametrize("hour", [5, 9, 22])
def test_what_is_counted_abroad_is_what_is_asked_there(
    bank: BankRow, now: datetime, home: ZoneInfo, away: ZoneInfo, hour: int
) -> None:
    student = Student(db.engine, bank.id, now)
    student.learner = replace(student.learner, zone=home)
    student.study(1)
    student.learner = replace(student.learner, zone=away)
    for days in range(12):
        local = datetime(2030, 1, 2, hour, tzinfo=away) + timedelta(days=days)
        student.now = local.astimezone(UTC)
        today = plan_today(db.engine, student.learner, student.now)
        asked = 0
        while student.answer() is not None:
            asked += 1
        assert asked == today.due + today.new


@pytest.mark.parametrize(
    ("zone", "change", "hours"),
    [
        (BERLIN, date(2026, 3, 28), 23),
        (BERLIN, date(2026, 10, 24), 25),
        (NEW_YORK, date(2026, 3, 7), 23),
        (LORD_HOWE, date(2026, 4, 4), 24.5),
    ],
)
def test_the_day_of_a_clock_change_is_shorter_or_longer(
    zone: ZoneInfo, change: date, hours: float
) -> None:
    day = change.toordinal()
    start, end = day_start(day, zone), day_start(day + 1, zone)
    assert (end - start) / timedelta(hours=1) == hours
    assert start.astimezone(zone).hour == end.astimezone(zone).hour == 4


@given(
    some.integers(0, 365 * 24 * 60),
    some.sampled_from([BERLIN, NEW_YORK, LORD_HOWE, SEOUL]),
)
def test_a_review_is_due_at_four_whatever_the_clocks_do_until_then(
    minutes: int, zone: ZoneInfo
) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    memory = review(review(None, Rating.EASY, at, zone), Rating.GOOD, at, zone)
    assert memory.state is State.REVIEW
    assert memory.due.astimezone(zone).hour == 4
    assert day_number(memory.due, zone) > day_number(at, zone)
