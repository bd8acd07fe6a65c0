"""Which retention suits whom: the quick and those who forget slowly get more."""

from datetime import UTC, datetime, timedelta

import pytest

from quiz.core.best_retention import (
    USUAL,
    Effort,
    best_retention,
    effort_of,
    worth_of,
)
from quiz.core.history import Rated
from quiz.core.pace import AWAY
from quiz.core.scheduling import STANDARD, Rating

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
# FSRS-6's w8: how much a recalled answer makes stability grow.
SLOWLY = (*STANDARD[:8], STANDARD[8] + 0.4, *STANDARD[9:])
QUICKLY = (*STANDARD[:8], STANDARD[8] - 0.7, *STANDARD[9:])


def test_a_usual_memory_and_speed_get_the_usual_retention() -> None:
    assert best_retention(None, USUAL) == best_retention(STANDARD, USUAL) == 0.9


def test_the_quicker_the_answers_the_more_is_worth_recalling() -> None:
    assert best_retention(None, Effort(4, 12)) > 0.91
    assert best_retention(None, Effort(24, 72)) < 0.87


def test_where_forgetting_is_dear_more_is_worth_recalling() -> None:
    assert best_retention(None, Effort(8, 60)) > best_retention(None, Effort(8, 12))


def test_who_forgets_slowly_gets_more_for_the_same_price() -> None:
    assert best_retention(SLOWLY, USUAL) > 0.9 > best_retention(QUICKLY, USUAL)


@pytest.mark.parametrize("effort", [Effort(0.1, 0.1), Effort(300, 300), Effort(300, 0.1)])
def test_nobody_is_asked_to_recall_nearly_nothing_or_everything(effort: Effort) -> None:
    assert 0.8 <= best_retention(None, effort) <= 0.97


def test_more_retention_takes_more_and_leaves_more() -> None:
    worths = [worth_of(STANDARD, USUAL, each) for each in (0.8, 0.85, 0.9, 0.95)]
    assert [w.seconds for w in worths] == sorted(w.seconds for w in worths)
    assert [w.known for w in worths] == sorted(w.known for w in worths)
    assert all(0.8 < worth.known < 1 for worth in worths)


def answered(day: int, rating: Rating, seconds: float | None, later: int = 0) -> Rated:
    at = NOW - timedelta(days=100 - day) + timedelta(minutes=later)
    return Rated(at, rating, seconds)


def test_a_day_counts_by_its_first_answer_with_all_its_steps() -> None:
    again, good = Rating.AGAIN, Rating.GOOD
    history = [
        answered(0, good, 90),  # the first day teaches: it comes back no cheaper
        answered(3, good, 4),
        answered(9, again, 10),
        answered(9, good, 5, later=11),
        answered(30, good, None),
    ]
    effort = effort_of([history] * 50, NOW, UTC)
    assert effort.recalled == pytest.approx((50 * 4 + 20 * USUAL.recalled) / 70)
    assert effort.forgotten == pytest.approx((50 * 15 + 20 * USUAL.forgotten) / 70)
    assert effort.first[good - 1] == pytest.approx((50 + 20 * USUAL.first[2]) / 70)


def test_little_known_is_near_the_usual_and_nothing_is_it() -> None:
    assert effort_of([], NOW, UTC) == USUAL
    one = [answered(0, Rating.GOOD, 5), answered(2, Rating.GOOD, 1)]
    assert USUAL.recalled - 1 < effort_of([one], NOW, UTC).recalled < USUAL.recalled


def test_who_was_away_was_not_thinking_all_the_time() -> None:
    away = [answered(0, Rating.GOOD, 5), answered(2, Rating.GOOD, 9 * AWAY)]
    expected = (AWAY + 20 * USUAL.recalled) / 21
    assert effort_of([away], NOW, UTC).recalled == pytest.approx(expected)
