"""The forgetting curve, and what follows from it for many questions."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from fsrs_rs_python import FSRS, MemoryState
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.recall import (
    count_by_lasting,
    course_of,
    known_at,
    known_if_practised,
    recall,
)
from quiz.core.scheduling import STANDARD, Memory, Rating, State, review

NOW = datetime(2030, 1, 1, 9, tzinfo=UTC)
SEOUL = ZoneInfo("Asia/Seoul")
DAY = timedelta(days=1)
stabilities = st.floats(0.01, 3000)
days = st.floats(0, 3000)


def memory(stability: float = 10.0, state: State = State.REVIEW) -> Memory:
    return Memory(state, 0, stability, 5.0, NOW + stability * DAY, NOW, 3, 0)


@given(stabilities, days, days)
def test_what_waits_longer_is_never_better_known(
    stability: float, first: float, second: float
) -> None:
    early, late = sorted([first, second])
    held = memory(stability)
    assert 0 < recall(held, NOW + late * DAY) <= recall(held, NOW + early * DAY) <= 1


@given(stabilities)
def test_after_its_stability_nine_of_ten_are_known(stability: float) -> None:
    held = memory(stability)
    assert recall(held, NOW + stability * DAY) == pytest.approx(0.9, abs=1e-6)


@pytest.mark.parametrize("retention", [0.8, 0.9, 0.95])
def test_the_curve_is_the_one_that_intervals_come_from(retention: float) -> None:
    interval = FSRS(STANDARD).next_interval(40.0, retention, 3)
    assert recall(memory(40.0), NOW + interval * DAY) == pytest.approx(retention, abs=1e-3)
    good = FSRS(STANDARD).next_states(MemoryState(40.0, 5.0), retention, 40).good
    assert good.memory.stability > 40


def test_a_clock_that_was_set_back_knows_everything() -> None:
    assert recall(memory(), NOW - DAY) == 1


def test_a_course_counts_from_its_first_answer() -> None:
    first = review(None, Rating.GOOD, NOW, SEOUL)
    course = course_of(first, [(None, first)])
    assert known_at([course], NOW - DAY) == 0
    assert known_at([course], NOW) == 1
    assert 0.5 < known_at([course], NOW + DAY) < 1


def test_a_course_before_its_answers_is_what_they_began_with() -> None:
    old = replace(memory(), reviewed=NOW - 30 * DAY)
    new = review(old, Rating.GOOD, NOW, SEOUL)
    course = course_of(new, [(old, new)])
    assert known_at([course], NOW - DAY) == pytest.approx(recall(old, NOW - DAY))
    assert known_at([course], NOW) == 1
    assert course_of(None, []) == ()


@given(st.lists(st.floats(0.5, 300), min_size=1, max_size=20))
def test_practice_keeps_at_least_about_the_retention_and_idling_less(
    found: list[float],
) -> None:
    memories = [memory(stability) for stability in found]
    moments = [NOW, NOW + 15 * DAY, NOW + 30 * DAY]
    told = known_if_practised(memories, moments, SEOUL, 0.9)
    again = known_if_practised(memories, moments, SEOUL, 0.9)
    idle = known_at([(each,) for each in memories], moments[-1])
    assert told == again
    assert told[0] == pytest.approx(len(memories))
    assert idle - 1e-9 <= told[-1] <= len(memories)
    # A day late at most, and even what was just forgotten is known when it was seen.
    assert told[-1] >= 0.75 * len(memories)


def test_many_memories_are_foreseen_by_a_part_of_them() -> None:
    memories = [memory(5.0 + number % 50) for number in range(5000)]
    told = known_if_practised(memories, [NOW, NOW + 30 * DAY], SEOUL, 0.9)
    assert told[0] == pytest.approx(5000)
    assert 4400 < told[1] < 5000


def test_memories_are_counted_once_by_how_long_they_last() -> None:
    memories = [memory(each) for each in (0.5, 1, 6.9, 7, 31, 364, 4000)]
    learning = memory(20.0, State.LEARNING)
    counts = count_by_lasting([*memories, learning])
    assert counts == {0: 2, 1: 2, 7: 1, 30: 1, 90: 1, 365: 1}
