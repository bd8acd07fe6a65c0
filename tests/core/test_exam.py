"""The way to an exam: everything at 90 % on its day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.exam import Countdown, count_down, fades, is_asked_early, new_for_exam
from quiz.core.recall import recall
from quiz.core.scheduling import Memory, Rating, State, day_start, review

SEOUL = ZoneInfo("Asia/Seoul")
NOW = datetime(2030, 1, 1, 3, tzinfo=UTC)  # noon in Seoul


def known(days: float, since: timedelta, due: datetime) -> Memory:
    return Memory(State.REVIEW, 0, days, 5.0, due, NOW - since, 5, 0)


def test_days_are_the_learners_and_end_with_the_exam() -> None:
    down = count_down(date(2030, 1, 8), NOW, SEOUL)
    assert down == Countdown(7, NOW)
    assert count_down(date(2029, 12, 31), NOW, SEOUL) is None
    assert count_down(None, NOW, SEOUL) is None
    late = datetime(2030, 1, 1, 18, 30, tzinfo=UTC)  # 03:30: still the day before
    assert count_down(date(2030, 1, 1), late, SEOUL) is not None


def test_on_the_last_day_what_fades_during_the_exam_is_asked() -> None:
    down = count_down(date(2030, 1, 2), NOW, SEOUL)
    assert down
    assert down.horizon == datetime(2030, 1, 2, 19, tzinfo=UTC)
    memory = known(3.0, timedelta(days=2), NOW + timedelta(days=20))
    assert is_asked_early(memory, down, NOW)
    week_before = count_down(date(2030, 1, 8), NOW, SEOUL)
    assert week_before
    assert not is_asked_early(memory, week_before, NOW)


def test_what_is_due_or_was_just_asked_is_not_asked_early() -> None:
    down = Countdown(1, NOW + timedelta(days=2))
    assert not is_asked_early(known(1.0, timedelta(days=3), NOW), down, NOW)
    assert not is_asked_early(known(1.0, timedelta(hours=2), NOW + down_day()), down, NOW)


def down_day() -> timedelta:
    return timedelta(days=1)


def test_a_stability_beyond_the_calendar_never_fades() -> None:
    assert fades(known(1e9, timedelta(days=1), NOW)).year == 9999


@given(st.integers(0, 500), st.integers(1, 60))
def test_all_new_questions_are_begun_before_the_last_day(unseen: int, days: int) -> None:
    left = unseen
    for before in range(days, 0, -1):
        if before == 1 and days > 1:
            assert left == 0
        left -= min(new_for_exam(left, Countdown(before, NOW)), left)
    assert left == 0


@given(
    st.lists(
        st.sampled_from([Rating.HARD, Rating.GOOD, Rating.EASY]), min_size=2, max_size=6
    ),
    st.integers(2, 40),
    st.sampled_from([0.8, 0.85, 0.9, 0.95]),
)
def test_everything_is_at_ninety_percent_on_the_day(
    ratings: list[Rating], days: int, retention: float
) -> None:
    """Whoever answers each day what is asked knows it when the exam begins and ends."""
    exam = date(2030, 1, 1) + timedelta(days=days)
    memory, at = None, NOW
    for rating in ratings:
        memory = review(memory, rating, at, SEOUL, retention)
        at = memory.due
    assert memory is not None
    shift = memory.reviewed - NOW + timedelta(days=1)
    memory = moved(memory, shift)
    for day in range(days + 1):
        now = NOW + timedelta(days=day)
        down = count_down(exam, now, SEOUL)
        assert down
        if memory.due <= now or is_asked_early(memory, down, now):
            memory = review(memory, Rating.GOOD, now, SEOUL, retention)
            if memory.state is not State.REVIEW:
                memory = review(memory, Rating.GOOD, memory.due, SEOUL, retention)
    start = day_start(exam.toordinal(), SEOUL)
    for moment in (start + timedelta(hours=8), start + timedelta(hours=23)):
        assert recall(memory, max(moment, memory.reviewed)) > 0.899


def moved(memory: Memory, shift: timedelta) -> Memory:
    when = memory.due - shift, memory.reviewed - shift
    return Memory(
        memory.state, memory.step, memory.stability, memory.difficulty, *when, 5, 0
    )
