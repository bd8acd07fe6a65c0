"""The schedule against Anki's own engine, and the laws it keeps."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from anki.cards_pb2 import FsrsMemoryState
from anki.collection import Collection
from anki.consts import CardQueue, CardType
from anki.decks import DeckId
from anki.scheduler_pb2 import SchedulingState
from hypothesis import given
from hypothesis import strategies as some

from quiz.core.scheduling import (
    Memory,
    Rating,
    State,
    day_number,
    day_start,
    fuzz_bounds,
    preview,
    review,
)

SEOUL = ZoneInfo("Asia/Seoul")
NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)  # in Seoul


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    os.environ["ANKI_TEST_MODE"] = "1"  # no fuzz
    path: Path = tmp_path_factory.mktemp("anki") / "collection.anki2"
    collection = Collection(str(path))
    collection.set_config("fsrs", True)
    kind = collection.models.by_name("Basic")
    assert kind
    note = collection.new_note(kind)
    note["Front"] = "?"
    collection.add_note(note, DeckId(1))
    yield collection
    collection.close()
    del os.environ["ANKI_TEST_MODE"]


def card_that_knows(collection: Collection, memory: Memory | None, ago: int) -> int:
    """Give Anki's card the memory of ours, last reviewed `ago` days before today."""
    card = collection.get_card(collection.find_cards("")[0])
    today, now = collection.sched.today, collection.sched.day_cutoff - 43200
    if memory is None:
        card.type, card.queue, card.ivl = CardType(0), CardQueue(0), 0
        card.memory_state = None
        card.last_review_time = None
        collection.update_card(card)
        return card.id
    last = day_number(memory.due, SEOUL) - day_number(memory.reviewed, SEOUL)
    card.reps, card.lapses = memory.reps, memory.lapses
    card.type = CardType(memory.state)
    card.queue = CardQueue(2 if memory.state is State.REVIEW else 1)
    card.ivl = last if memory.state is State.REVIEW else 1
    card.due = today - ago + last if memory.state is State.REVIEW else now
    card.left = {State.LEARNING: 2 - memory.step, State.RELEARNING: 1}.get(memory.state, 0)
    card.factor = 2500
    card.memory_state = FsrsMemoryState(
        stability=memory.stability, difficulty=memory.difficulty
    )
    card.last_review_time = now - ago * 86400
    collection.update_card(card)
    return card.id


def as_anki_stores(memory: Memory) -> Memory:
    """Round as Anki's card data does, so that both engines start from one state."""
    return replace(
        memory,
        stability=round(memory.stability, 4),
        difficulty=round(memory.difficulty, 3),
    )


def told_by_anki(state: SchedulingState) -> tuple[str, int, float, float]:
    """Return unit, length, stability and difficulty of one of Anki's answers."""
    normal = state.normal
    which = normal.WhichOneof("kind")
    if which == "review":
        known = normal.review.memory_state
        return "days", normal.review.scheduled_days, known.stability, known.difficulty
    step = normal.relearning.learning if which == "relearning" else normal.learning
    known = step.memory_state
    return "seconds", step.scheduled_secs, known.stability, known.difficulty


def told_by_us(memory: Memory) -> tuple[str, int, float, float]:
    if memory.state is State.REVIEW:
        days = day_number(memory.due, SEOUL) - day_number(memory.reviewed, SEOUL)
        return "days", days, memory.stability, memory.difficulty
    seconds = int((memory.due - memory.reviewed).total_seconds())
    return "seconds", seconds, memory.stability, memory.difficulty


def random_history(seed: int) -> Iterator[tuple[Memory | None, int, datetime]]:
    """Yield the memory before each answer, the days since the last one, and the time."""
    chance, memory, now = Random(seed), None, NOON
    for _ in range(12):
        ago = day_number(now, SEOUL) - day_number(memory.reviewed, SEOUL) if memory else 0
        yield memory and as_anki_stores(memory), ago, now
        rating = chance.choices(list(Rating), weights=(2, 2, 5, 1))[0]
        memory = review(memory, rating, now, SEOUL)
        late = chance.choice((-3, -1, 0, 0, 0, 1, 2, 9, 60))
        wait = day_number(memory.due, SEOUL) - day_number(now, SEOUL) + late
        now += timedelta(days=max(wait, 0))


def test_ankis_engine_agrees_on_every_rating_of_random_histories(
    anki: Collection,
) -> None:
    compared = 0
    for seed in range(84):
        for memory, ago, now in random_history(seed):
            card = card_that_knows(anki, memory, ago)
            states = anki._backend.get_scheduling_states(card)
            answers = (states.again, states.hard, states.good, states.easy)
            for theirs, ours in zip(
                answers, preview(memory, now, SEOUL).values(), strict=True
            ):
                unit, length, stability, difficulty = told_by_anki(theirs)
                assert (unit, length) == told_by_us(ours)[:2], (seed, memory, ago)
                assert told_by_us(ours)[2] == pytest.approx(stability, rel=1e-5)
                assert told_by_us(ours)[3] == pytest.approx(difficulty, rel=1e-5)
                compared += 1
    assert compared == 84 * 12 * 4  # above four thousand


def test_a_day_ends_at_four_in_the_morning_of_the_learners_zone() -> None:
    before = datetime(2026, 11, 21, 18, 59, tzinfo=UTC)  # 03:59 in Seoul
    assert day_number(before, SEOUL) + 1 == day_number(before + timedelta(minutes=1), SEOUL)
    assert day_number(before, ZoneInfo("UTC")) == day_number(before, SEOUL)


@given(
    some.integers(1_000_000_000, 2_000_000_000),
    some.sampled_from(["Asia/Seoul", "UTC", "America/New_York", "Pacific/Apia"]),
)
def test_every_moment_lies_in_the_day_that_it_is_numbered_for(
    seconds: int, name: str
) -> None:
    zone, moment = ZoneInfo(name), datetime.fromtimestamp(seconds, UTC)
    day = day_number(moment, zone)
    assert day_start(day, zone) <= moment < day_start(day + 1, zone)


def test_a_due_date_is_the_start_of_a_day_where_the_learner_lives() -> None:
    memory = review(None, Rating.EASY, NOON, SEOUL)
    assert memory.due.astimezone(SEOUL).hour == 4
    assert memory.state is State.REVIEW
    assert (memory.reps, memory.lapses) == (1, 0)


def test_forgetting_counts_a_lapse_once_and_starts_relearning() -> None:
    known = review(None, Rating.EASY, NOON, SEOUL)
    forgot = review(known, Rating.AGAIN, known.due, SEOUL)
    again = review(forgot, Rating.AGAIN, forgot.due, SEOUL)
    assert (forgot.state, forgot.lapses) == (State.RELEARNING, 1)
    assert again.lapses == 1
    assert forgot.due - forgot.reviewed == timedelta(minutes=10)


@given(some.integers(0, 10**9), some.floats(1, 500), some.floats(1, 10))
def test_with_any_fuzz_hard_stays_below_good_below_easy(
    seed: int, stability: float, difficulty: float
) -> None:
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    days = max(round(stability), 1)
    due = day_start(day_number(start, SEOUL) + days, SEOUL)
    memory = Memory(State.REVIEW, 0, stability, difficulty, due, start, 5, 0)
    after = preview(memory, due, SEOUL, seed=str(seed))
    assert after[Rating.HARD].due < after[Rating.GOOD].due < after[Rating.EASY].due


def test_one_seed_gives_one_due_date_and_seeds_spread_the_dates() -> None:
    memory = review(None, Rating.EASY, NOON, SEOUL)
    dues = [review(memory, Rating.GOOD, memory.due, SEOUL, seed=str(n)) for n in range(50)]
    again = [review(memory, Rating.GOOD, memory.due, SEOUL, seed=str(n)) for n in range(50)]
    assert dues == again
    assert len({each.due for each in dues}) > 3


@given(some.floats(0.5, 40000), some.integers(1, 40000))
def test_fuzz_never_leaves_the_allowed_days(interval: float, least: int) -> None:
    low, high = fuzz_bounds(interval, min(least, 36500))
    assert min(least, 36500) <= low <= high <= 36500


def test_a_higher_retention_means_shorter_intervals() -> None:
    memory = review(None, Rating.EASY, NOON, SEOUL)
    strict = review(memory, Rating.GOOD, memory.due, SEOUL, retention=0.97)
    loose = review(memory, Rating.GOOD, memory.due, SEOUL, retention=0.8)
    assert strict.due < loose.due


def test_a_clock_that_was_set_back_does_no_harm() -> None:
    memory = review(None, Rating.EASY, NOON, SEOUL)
    back = review(memory, Rating.GOOD, NOON - timedelta(days=3), SEOUL)
    assert back.stability > 0


def test_a_time_without_utc_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC"):
        review(None, Rating.GOOD, NOON.astimezone(SEOUL), SEOUL)
