"""What a whole log of answers left in memory: how it is rebuilt when the log changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone, tzinfo

from quiz.core.scheduling import (
    Memory,
    Parameters,
    Rating,
    State,
    day_number,
    day_start,
    review,
)

# Anki counts the first second of a day as the last one of the day before.
FIRST_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Rated:
    """One answer that counts: when it was given (UTC), and what FSRS was told.

    `seconds` are those that it took, where they are known.
    """

    at: datetime
    rating: Rating
    seconds: float | None = None


def since(answers: Sequence[Rated], forgotten: datetime | None) -> list[Rated]:
    """Return the answers from which memory is rebuilt.

    Where a question was made new again, here or in Anki, what was answered before says
    nothing any more, wherever that was; what was answered since begins anew.
    """
    return [each for each in answers if forgotten is None or each.at >= forgotten]


def rebuild(
    answers: Sequence[Rated],
    now: datetime,
    zone: tzinfo,
    retention: float = 0.9,
    parameters: Parameters | None = None,
    start: Memory | None = None,
) -> tuple[Memory, ...]:
    """Return the memory after each of `answers`, which stand in the order of time.

    Where the log doesn't reach back to the first answer, `start` is what came before.
    Due dates are without fuzz.
    """
    days = days_of_anki(now, zone)
    memories: list[Memory] = []
    memory = due_in_zone(start, zone, days) if start else None
    for answer in answers:
        memory = review(memory, answer.rating, answer.at, days, retention, None, parameters)
        memories.append(due_in_zone(memory, days, zone))
    return tuple(memories)


def days_of_anki(now: datetime, zone: tzinfo) -> timezone:
    """Return a zone in which `day_number` counts days as Anki does when it recomputes.

    They have 24 hours each and are counted back from the 04:00 that comes next, so the
    zone's offset at `now` holds for all the past.
    """
    offset = now.astimezone(zone).utcoffset() or timedelta(0)
    return timezone(offset - FIRST_SECOND)


def due_in_zone(memory: Memory, days: tzinfo, zone: tzinfo) -> Memory:
    """Return `memory` due at a 04:00 of `zone`, as many days off as it is in `days`."""
    if memory.state is not State.REVIEW:
        return memory
    wait = day_number(memory.due, days) - day_number(memory.reviewed, days)
    return replace(memory, due=day_start(day_number(memory.reviewed, zone) + wait, zone))
