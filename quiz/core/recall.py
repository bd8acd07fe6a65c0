"""How likely something is remembered: FSRS-6's forgetting curve, and sums of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from quiz.core.scheduling import (
    STANDARD,
    Memory,
    Parameters,
    Rating,
    State,
    review,
)

MOST_SIMULATED = 600  # memories; more change a forecast by less than its chance does
Course = Sequence[Memory]  # the memories of one question, one after another in time


def recall(memory: Memory, moment: datetime, parameters: Parameters | None = None) -> float:
    """Return the chance (0 to 1) that `memory` is still there at `moment` (UTC)."""
    factor, decay = curve(parameters)
    return chance_of(memory, moment, factor, decay)


def curve(parameters: Parameters | None) -> tuple[float, float]:
    """Return the forgetting curve's factor and its power, which is below 0."""
    decay = -(parameters or STANDARD)[20]
    # So that the chance is 0.9 when `stability` days are over.
    return 0.9 ** (1 / decay) - 1, decay


def chance_of(memory: Memory, moment: datetime, factor: float, decay: float) -> float:
    seconds = (moment - memory.reviewed).total_seconds()
    if seconds <= 0:
        return 1.0
    chance: float = (1 + factor * seconds / 86400 / memory.stability) ** decay
    return chance


def known_at(
    courses: Sequence[Course], moment: datetime, parameters: Parameters | None = None
) -> float:
    """Return how many questions are known at `moment`: the sum of their chances."""
    factor, decay = curve(parameters)
    known = 0.0
    for course in courses:
        for memory in reversed(course):
            if memory.reviewed <= moment:
                known += chance_of(memory, moment, factor, decay)
                break
    return known


def course_of(
    memory: Memory | None, answers: Sequence[tuple[Memory | None, Memory]]
) -> Course:
    """Return a question's memories in time, from its latest answers (before, after).

    `memory` is what stands now where there were no answers.
    """
    if not answers:
        return (memory,) if memory else ()
    first = answers[0][0]
    return (*((first,) if first else ()), *(after for _, after in answers))


def known_if_practised(
    memories: Sequence[Memory],
    moments: Sequence[datetime],
    zone: ZoneInfo,
    retention: float,
    parameters: Parameters | None = None,
) -> list[float]:
    """Foresee `known_at` each of `moments` when all is answered on the day it is due.

    Whether an answer will be right is left to chance, by the forgetting curve; the same
    memories give the same forecast. Of very many, a part stands for all.
    """
    chance = Random("forecast")
    some = chance.sample(list(memories), min(len(memories), MOST_SIMULATED))
    courses = [
        simulate(each, moments[0], moments[-1], zone, retention, parameters, chance)
        for each in some
    ]
    scale = len(memories) / len(some) if some else 0.0
    return [scale * known_at(courses, moment, parameters) for moment in moments]


def simulate(
    memory: Memory,
    start: datetime,
    end: datetime,
    zone: ZoneInfo,
    retention: float,
    parameters: Parameters | None,
    chance: Random,
) -> Course:
    course = [memory]
    while (at := max(memory.due, start)) < end:
        knows = chance.random() < recall(memory, at, parameters)
        rating = Rating.GOOD if knows else Rating.AGAIN
        memory = review(memory, rating, at, zone, retention, None, parameters)
        course.append(memory)
    return course


LASTING = (1, 7, 30, 90, 365)  # days


def count_by_lasting(memories: Sequence[Memory]) -> Mapping[int, int]:
    """Count the memories that last at least each of LASTING days, and 0: shorter.

    Each is counted once, under the longest; what is still being learned lasts less
    than a day.
    """
    counts = dict.fromkeys((0, *LASTING), 0)
    for memory in memories:
        days = memory.stability if memory.state is State.REVIEW else 0
        counts[max((step for step in LASTING if step <= days), default=0)] += 1
    return counts
