"""The log rebuilds the memories."""

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.replay import Schedule, Step, replay
from quiz.core.scheduling import Memory, Rating, review

START = datetime(2030, 1, 1, 9, tzinfo=UTC)
SEOUL = ZoneInfo("Asia/Seoul")
SCHEDULE = Schedule(SEOUL, 0.9, None, "joined")
ratings = st.lists(
    st.tuples(st.integers(1, 60 * 24 * 40), st.sampled_from(Rating)), min_size=1, max_size=9
)


def answered(waits: list[tuple[int, Rating]], seed: str) -> list[Step]:
    """Answer after each wait, in minutes, as one device does."""
    memory: Memory | None = None
    steps: list[Step] = []
    at = START
    for minutes, rating in waits:
        at += timedelta(minutes=minutes)
        after = review(memory, rating, at, SEOUL, 0.9, f"{seed} {len(steps)}")
        steps.append(Step(at, rating, memory, after))
        memory = after
    return steps


def elsewhere(steps: list[Step]) -> list[Step]:
    return [Step(each.at, each.rating, None, None, is_new=True) for each in steps]


@given(ratings)
def test_a_log_that_nothing_joins_stays_exactly_as_it_was(
    waits: list[tuple[int, Rating]],
) -> None:
    steps = answered(waits, "own")
    assert replay(steps, None, SCHEDULE) == [(each.before, each.after) for each in steps]


@given(ratings, ratings, st.randoms())
def test_answers_that_arrive_in_any_order_end_the_same(
    first: list[tuple[int, Rating]], second: list[tuple[int, Rating]], chance: Random
) -> None:
    own = elsewhere(answered(first, "own") + answered(second, "other"))
    told = replay(sorted(own, key=lambda s: (s.at, s.rating)), None, SCHEDULE)
    chance.shuffle(own)
    again = replay(sorted(own, key=lambda s: (s.at, s.rating)), None, SCHEDULE)
    assert told == again
    assert told[-1][1].reps == len(own)


@given(ratings, ratings)
def test_each_answer_finds_what_the_one_before_it_left(
    first: list[tuple[int, Rating]], second: list[tuple[int, Rating]]
) -> None:
    own, other = answered(first, "own"), elsewhere(answered(second, "other"))
    steps = sorted([*own, *other], key=lambda step: step.at)
    told = replay(steps, None, SCHEDULE)
    assert told[0][0] is None
    assert all(told[n][0] == told[n - 1][1] for n in range(1, len(told)))
    assert [after.reviewed for _, after in told] == [step.at for step in steps]
    unmoved = next((n for n, step in enumerate(steps) if step.is_new), len(steps))
    assert [after for _, after in told[:unmoved]] == [s.after for s in steps[:unmoved]]


@given(ratings)
def test_one_device_after_the_other_is_as_if_it_were_one(
    waits: list[tuple[int, Rating]],
) -> None:
    steps = elsewhere(answered(waits, "other"))
    at_once = replay(steps, None, SCHEDULE)
    half = len(steps) // 2
    head = replay(steps[:half], None, SCHEDULE)
    known = [
        Step(step.at, step.rating, before, after)
        for step, (before, after) in zip(steps, head, strict=False)
    ]
    assert replay([*known, *steps[half:]], None, SCHEDULE) == at_once
