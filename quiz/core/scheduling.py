"""When to ask a question again: FSRS-6 with Anki's days, steps and interval rules.

The arithmetic is the Rust crate that Anki uses. The rules around it (learning steps,
hard < good < easy, never shorter than the last interval) follow Anki 26.9, whose
engine judges this module in its tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import IntEnum
from functools import lru_cache

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, ItemState, MemoryState, NextStates

from quiz.core.lots import part_for

ROLLOVER = timedelta(hours=4)  # a day ends at 04:00 in the learner's zone
LEARNING_STEPS = (60, 600)  # seconds
RELEARNING_STEPS = (600,)
LONGEST_INTERVAL = 36500  # days
FUZZ_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
MOST_STEP_FUZZ = 300  # seconds
Parameters = tuple[float, ...]  # FSRS-6's 21 weights
STANDARD = tuple(DEFAULT_PARAMETERS)


@lru_cache(maxsize=256)  # of the learners who are practising now
def engine_for(parameters: Parameters | None) -> FSRS:
    """Return FSRS with a learner's own parameters; None means the standard ones."""
    return FSRS(parameters or STANDARD)


class Rating(IntEnum):
    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class State(IntEnum):
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


@dataclass(frozen=True, slots=True)
class Memory:
    """What FSRS knows of one learner and one question; a new question has none.

    `step` counts the learning steps from 0 (0 in review). `stability` is in days, the
    time until recall drops to 90 %; `difficulty` runs from 1 to 10; `due` and
    `reviewed` are in UTC. `reps` counts answers, `lapses` what was forgotten.
    """

    state: State
    step: int
    stability: float
    difficulty: float
    due: datetime
    reviewed: datetime
    reps: int
    lapses: int


@dataclass(frozen=True, slots=True)
class Chance:
    """Where in its range a fuzzed interval falls, from 0 to 1; None turns fuzz off."""

    part: float | None

    def of_days(self, interval: float, least: int) -> int:
        """Return `interval` in whole days, at least `least`, spread as Anki spreads."""
        least = min(least, LONGEST_INTERVAL)
        if self.part is None:
            return min(max(round_half_up(interval), least), LONGEST_INTERVAL)
        low, high = fuzz_bounds(interval, least)
        return int(low + self.part * (1 + high - low))

    def of_seconds(self, seconds: int) -> int:
        """Return a learning step with up to a quarter, at most five minutes, added."""
        if self.part is None:
            return seconds
        return seconds + int(self.part * min(seconds // 4, MOST_STEP_FUZZ))


def review(
    memory: Memory | None,
    rating: Rating,
    now: datetime,
    zone: tzinfo,
    retention: float = 0.9,
    seed: str | None = None,
    parameters: Parameters | None = None,
) -> Memory:
    """Return the memory after an answer at `now` (UTC); None means the first answer.

    The same `seed` gives the same fuzz; without one there is none. `parameters` are the
    learner's own where they have some.

    Raises:
        ValueError: `now` is not in UTC.
    """
    if now.utcoffset() != timedelta(0):
        raise ValueError("The time of a review is in UTC.")
    chance = Chance(None if seed is None else part_for(seed))
    states = next_states(memory, now, zone, retention, parameters)
    if memory is None or memory.state is not State.REVIEW:
        return in_steps(memory, states, rating, now, zone, chance)
    return in_review(memory, states, rating, now, zone, chance)


def preview(
    memory: Memory | None,
    now: datetime,
    zone: tzinfo,
    retention: float = 0.9,
    seed: str | None = None,
    parameters: Parameters | None = None,
) -> Mapping[Rating, Memory]:
    """Return what each rating would lead to."""
    told = (now, zone, retention, seed, parameters)
    return {each: review(memory, each, *told) for each in Rating}


def day_number(moment: datetime, zone: tzinfo) -> int:
    """Number the learner's day that `moment` belongs to; it ends at 04:00 there."""
    return (moment.astimezone(zone).replace(tzinfo=None) - ROLLOVER).toordinal()


@lru_cache(maxsize=1024)
def day_start(day: int, zone: tzinfo) -> datetime:
    """Return when the learner's day number `day` begins, in UTC."""
    local = datetime.combine(datetime.fromordinal(day), time()) + ROLLOVER
    return local.replace(tzinfo=zone).astimezone(UTC)


def next_states(
    memory: Memory | None,
    now: datetime,
    zone: tzinfo,
    retention: float,
    parameters: Parameters | None = None,
) -> NextStates:
    engine = engine_for(parameters)
    if memory is None:
        return engine.next_states(None, retention, 0)
    # A clock that was set back must not make the elapsed days negative.
    days = max(day_number(now, zone) - day_number(memory.reviewed, zone), 0)
    known = MemoryState(memory.stability, memory.difficulty)
    return engine.next_states(known, retention, days)


def in_steps(
    memory: Memory | None,
    states: NextStates,
    rating: Rating,
    now: datetime,
    zone: tzinfo,
    chance: Chance,
) -> Memory:
    """Take the next learning or relearning step, or leave the steps for days."""
    again = memory is not None and memory.state is State.RELEARNING
    state = State.RELEARNING if again else State.LEARNING
    steps = RELEARNING_STEPS if again else LEARNING_STEPS
    follows = step_after(memory.step if memory else 0, rating, steps)
    if follows is None:
        days = graduating_days(states, rating, chance)
        return after_days(memory, states, rating, now, zone, days)
    return after_step(memory, states, rating, now, chance, state, follows)


def in_review(
    memory: Memory,
    states: NextStates,
    rating: Rating,
    now: datetime,
    zone: tzinfo,
    chance: Chance,
) -> Memory:
    if rating is Rating.AGAIN:
        follows = (0, RELEARNING_STEPS[0])
        return after_step(memory, states, rating, now, chance, State.RELEARNING, follows)
    last = day_number(memory.due, zone) - day_number(memory.reviewed, zone)
    days = passing_days(states, last, chance)[rating]
    return after_days(memory, states, rating, now, zone, days)


def step_after(step: int, rating: Rating, steps: tuple[int, ...]) -> tuple[int, int] | None:
    """Return the step that follows and its seconds; None when the question graduates."""
    step = min(step, len(steps) - 1)
    match rating:
        case Rating.AGAIN:
            return 0, steps[0]
        case Rating.HARD:
            return step, hard_seconds(step, steps)
        case Rating.GOOD if step + 1 < len(steps):
            return step + 1, steps[step + 1]
    return None


def hard_seconds(step: int, steps: tuple[int, ...]) -> int:
    """Anki keeps "hard" on the first step apart from both "again" and "good"."""
    if step > 0:
        return steps[step]
    if len(steps) > 1:
        return (steps[0] + steps[1]) // 2
    return min(steps[0] * 3 // 2, steps[0] + 86400)


def graduating_days(states: NextStates, rating: Rating, chance: Chance) -> int:
    """Return the first interval after learning; easy is at least a day after good."""
    if rating is Rating.GOOD:
        return chance.of_days(max(round_half_up(states.good.interval), 1), 1)
    good = chance.of_days(states.good.interval, 1)
    return chance.of_days(max(round_half_up(states.easy.interval), 1), good + 1)


def passing_days(states: NextStates, last: int, chance: Chance) -> Mapping[Rating, int]:
    """Return days with hard < good < easy, and not below `last` without need."""
    hard, good, easy = (s.interval for s in (states.hard, states.good, states.easy))
    hard_days = chance.of_days(hard, max(least_days(hard, last), 1))
    good_days = chance.of_days(good, max(least_days(good, last), hard_days + 1))
    easy_days = chance.of_days(easy, max(least_days(easy, last), good_days + 1))
    return {Rating.HARD: hard_days, Rating.GOOD: good_days, Rating.EASY: easy_days}


def least_days(interval: float, last: int) -> int:
    """Return a day more than `last` where FSRS goes above it.

    Where only fuzz could reach `last`, it must: what fuzz once added isn't taken away.
    """
    if round_half_up(interval) > last:
        return last + 1
    return last if fuzz_bounds(interval, 1)[1] >= last else 0


def after_step(
    memory: Memory | None,
    states: NextStates,
    rating: Rating,
    now: datetime,
    chance: Chance,
    state: State,
    follows: tuple[int, int],
) -> Memory:
    step, seconds = follows
    due = now + timedelta(seconds=chance.of_seconds(seconds))
    return remembered(memory, states, rating, now, state, step, due)


def after_days(
    memory: Memory | None,
    states: NextStates,
    rating: Rating,
    now: datetime,
    zone: tzinfo,
    days: int,
) -> Memory:
    due = day_start(day_number(now, zone) + days, zone)
    return remembered(memory, states, rating, now, State.REVIEW, 0, due)


def remembered(
    memory: Memory | None,
    states: NextStates,
    rating: Rating,
    now: datetime,
    state: State,
    step: int,
    due: datetime,
) -> Memory:
    known = state_for(states, rating).memory
    reps, lapses = (memory.reps, memory.lapses) if memory else (0, 0)
    forgot = memory is not None and memory.state is State.REVIEW
    return Memory(
        state,
        step,
        known.stability,
        known.difficulty,
        due,
        now,
        reps + 1,
        lapses + (forgot and rating is Rating.AGAIN),
    )


def state_for(states: NextStates, rating: Rating) -> ItemState:
    match rating:
        case Rating.AGAIN:
            return states.again
        case Rating.HARD:
            return states.hard
        case Rating.GOOD:
            return states.good
    return states.easy


def fuzz_bounds(interval: float, least: int) -> tuple[int, int]:
    """Return the days between which Anki's fuzz may fall, both included."""
    interval = min(max(interval, least), LONGEST_INTERVAL)
    spread = fuzz_spread(interval)
    low = min(max(round_half_up(interval - spread), least), LONGEST_INTERVAL)
    high = min(max(round_half_up(interval + spread), least), LONGEST_INTERVAL)
    if low == high and 2 < high < LONGEST_INTERVAL:
        high = low + 1
    return low, high


def fuzz_spread(interval: float) -> float:
    if interval < FUZZ_RANGES[0][0]:
        return 0.0
    return 1.0 + sum(
        part * max(min(interval, end) - start, 0.0) for start, end, part in FUZZ_RANGES
    )


def round_half_up(days: float) -> int:
    """Round as Rust does; Python's round() goes to the even number at a half."""
    return int(days + 0.5)
