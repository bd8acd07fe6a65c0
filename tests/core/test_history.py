"""Memories rebuilt from a log, against what Anki recomputes from the same log."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from quiz.core.history import Rated, rebuild, since
from quiz.core.scheduling import Memory, Rating, State, day_number, day_start, review
from tests.core.anki_log import collection_with, random_history

ZONES = ("Asia/Seoul", "UTC", "America/New_York", "Pacific/Apia", "Asia/Kathmandu")
SEOUL = ZoneInfo("Asia/Seoul")
NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize("name", ZONES)
def test_anki_recomputes_the_same_memory_from_two_hundred_histories(
    name: str, tmp_path: Path
) -> None:
    zone, now, chance = ZoneInfo(name), datetime.now(UTC), Random(name)
    histories = [random_history(chance, now, 12) for _ in range(200)]
    with collection_with(tmp_path, zone, now, histories) as collection:
        for card, history in zip(collection.find_cards(""), histories, strict=True):
            theirs = collection.compute_memory_state(card)
            ours = rebuild(history, now, zone)[-1]
            assert ours.stability == pytest.approx(theirs.stability, rel=1e-4), history
            assert ours.difficulty == pytest.approx(theirs.difficulty, rel=1e-4), history


def test_the_first_second_of_a_day_counts_as_the_day_before(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    start = day_start(day_number(now, SEOUL), SEOUL)
    first, second = (start - timedelta(days=days) for days in (30, 20))
    history = [Rated(first, Rating.GOOD), Rated(second + timedelta(hours=5), Rating.GOOD)]
    with collection_with(tmp_path, SEOUL, now, [history]) as collection:
        (card,) = collection.find_cards("")
        theirs = collection.compute_memory_state(card).stability
    assert rebuild(history, now, SEOUL)[-1].stability == pytest.approx(theirs, rel=1e-6)


def histories() -> some.SearchStrategy[Sequence[Rated]]:
    """Return answers in order, from a minute to half a year apart."""
    steps = some.lists(
        some.tuples(some.integers(60, 15_000_000), some.sampled_from(Rating)), max_size=12
    )
    return steps.map(answers_of)


def answers_of(steps: list[tuple[int, Rating]]) -> list[Rated]:
    at, answers = NOW - timedelta(days=3000), []
    for wait, rating in steps:
        at += timedelta(seconds=wait)
        answers.append(Rated(at, rating))
    return answers


@given(histories())
def test_where_clocks_never_change_a_log_rebuilds_what_practice_left(
    answers: Sequence[Rated],
) -> None:
    memory: Memory | None = None
    stepwise = []
    for answer in answers:
        memory = review(memory, answer.rating, answer.at, SEOUL)
        stepwise.append(memory)
    assert list(rebuild(answers, NOW, SEOUL)) == stepwise


@given(histories(), some.sampled_from(ZONES))
def test_what_is_due_in_days_is_due_at_four_in_the_morning(
    answers: Sequence[Rated], name: str
) -> None:
    zone = ZoneInfo(name)
    for memory in rebuild(answers, NOW, zone):
        local = memory.due.astimezone(zone)
        assert memory.state is not State.REVIEW or (local.hour, local.second) == (4, 0)
        assert memory.due > memory.reviewed


@given(histories(), some.integers(0, 12))
@example(
    [
        Rated(datetime(2018, 9, 5, 3, n, tzinfo=UTC), rating)
        for n, rating in enumerate((Rating.GOOD, Rating.EASY, Rating.GOOD, Rating.HARD), 1)
    ],
    3,
)  # the last interval is one of days, at whose end practice goes on
def test_a_log_goes_on_from_a_memory_as_from_the_answers_before_it(
    answers: Sequence[Rated], cut: int
) -> None:
    whole = rebuild(answers, NOW, SEOUL)
    start = rebuild(answers[:cut], NOW, SEOUL)
    rest = rebuild(answers[cut:], NOW, SEOUL, start=start[-1] if start else None)
    assert (*start, *rest) == whole


def test_nothing_from_before_a_question_was_made_new_counts() -> None:
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    answers = [Rated(noon + timedelta(days=day), Rating.GOOD) for day in range(4)]
    assert since(answers, None) == answers
    assert since(answers, noon + timedelta(days=2)) == answers[2:]
    assert since(answers, noon + timedelta(days=9)) == []
