"""The log rebuilds the memories: answers from several devices, put in order by time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from quiz.core.scheduling import Memory, Parameters, Rating, review


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a learner's answers are scheduled with; `seed` is the same for all of them."""

    zone: tzinfo
    retention: float
    parameters: Parameters | None
    seed: str


@dataclass(frozen=True, slots=True)
class Step:
    """An answer in time. `before` and `after` are what it did where it was given.

    `is_new` tells that it comes from elsewhere and has still to find its place.
    """

    at: datetime
    rating: Rating
    before: Memory | None
    after: Memory | None
    is_new: bool = False


def replay(
    steps: Sequence[Step], start: Memory | None, schedule: Schedule
) -> list[tuple[Memory | None, Memory]]:
    """Return what each answer, in order, finds and leaves, from `start` on.

    Up to the first answer from elsewhere all stays exactly as it was.
    """
    memory, found, is_moved = start, [], False
    for step in steps:
        is_moved = is_moved or step.is_new or step.before != memory or step.after is None
        after = step.after
        if is_moved or after is None:
            after = reviewed_at(memory, step, schedule)
        found.append((memory, after))
        memory = after
    return found


def reviewed_at(memory: Memory | None, step: Step, schedule: Schedule) -> Memory:
    return review(
        memory,
        step.rating,
        step.at,
        schedule.zone,
        schedule.retention,
        f"{schedule.seed} {memory.reps if memory else 0}",
        schedule.parameters,
    )
