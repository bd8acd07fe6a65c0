"""What a desired retention costs: the answers that it takes, in minutes a day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from quiz.core.recall import recall
from quiz.core.scheduling import (
    STANDARD,
    Memory,
    Parameters,
    Rating,
    State,
    review,
)

RETENTIONS = (0.8, 0.85, 0.9, 0.95, 0.97)
DAYS = 60
MOST_MEMORIES, MOST_NEW = 100, 30  # simulated; they stand for all


def minutes_a_day(
    memories: Sequence[Memory],
    new_a_day: float,
    retention: float,
    now: datetime,
    zone: ZoneInfo,
    seconds: float,
    parameters: Parameters | None = None,
) -> float:
    """Return the minutes a day that the next DAYS days take on average.

    `seconds` is what an answer takes. What is forgotten is left to chance by the
    forgetting curve; the same memories give the same minutes.
    """
    chance = Random("workload")
    some = chance.sample(list(memories), min(len(memories), MOST_MEMORIES))
    end = now + timedelta(days=DAYS)

    def answers_of(memory: Memory | None, start: datetime) -> int:
        return count_answers(memory, start, end, zone, retention, parameters, chance)

    old = sum(answers_of(respaced(each, retention, parameters), now) for each in some)
    starts = [now + timedelta(days=DAYS * n / MOST_NEW) for n in range(MOST_NEW)]
    new = sum(answers_of(None, start) for start in starts)
    answers = old * len(memories) / max(len(some), 1) + new * new_a_day * DAYS / MOST_NEW
    return answers * seconds / 60 / DAYS


def respaced(memory: Memory, retention: float, parameters: Parameters | None) -> Memory:
    """Return the memory due when recall falls to `retention`."""
    if memory.state is not State.REVIEW:
        return memory
    decay = (parameters or STANDARD)[20]
    factor = 0.9 ** (-1 / decay) - 1
    days = memory.stability / factor * (retention ** (-1 / decay) - 1)
    due = memory.reviewed + timedelta(days=min(max(days, 1.0), 36500.0))
    return replace(memory, due=due)


def count_answers(
    memory: Memory | None,
    start: datetime,
    end: datetime,
    zone: ZoneInfo,
    retention: float,
    parameters: Parameters | None,
    chance: Random,
) -> int:
    """Count the answers from `start` to `end` if each is given when it is due."""
    count, at = 0, max(memory.due, start) if memory else start
    while at < end:
        knows = memory is None or chance.random() < recall(memory, at, parameters)
        rating = Rating.GOOD if knows else Rating.AGAIN
        memory = review(memory, rating, at, zone, retention, None, parameters)
        count, at = count + 1, memory.due
    return count
