"""What is asked next: learning first, then what is due, then new, siblings apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

LEARN_AHEAD = timedelta(minutes=20)  # as in Anki: nobody has to wait for the last steps


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that may be asked. `due` is None when it is new.

    Questions with the same `sibling` prove their answers by one sentence.
    """

    question: int
    sibling: str
    due: datetime | None = None
    learning: bool = False
    position: int = 0


def choose_next(
    candidates: Iterable[Candidate],
    now: datetime,
    new_left: int,
    last: Candidate | None = None,
) -> Candidate | None:
    """Return the question to ask at `now` (UTC), or None when nothing is left.

    `new_left` new ones may still be asked today. `last` was asked just before: it and
    its siblings wait as long as there is anything else.
    """
    order = sorted(
        (c for c in candidates if is_askable(c, now, new_left)),
        key=lambda candidate: turn(candidate, now),
    )
    if last is not None:
        order.sort(key=lambda candidate: nearness(candidate, last))
    return order[0] if order else None


def is_askable(candidate: Candidate, now: datetime, new_left: int) -> bool:
    if candidate.due is None:
        return new_left > 0
    return candidate.due <= (now + LEARN_AHEAD if candidate.learning else now)


def turn(candidate: Candidate, now: datetime) -> tuple[int, float]:
    """Return what sorts candidates into the order in which they are asked."""
    if candidate.due is None:
        return 2, candidate.position
    since = candidate.due.timestamp()
    if candidate.learning:
        return (0 if candidate.due <= now else 3), since
    return 1, since


def nearness(candidate: Candidate, last: Candidate) -> int:
    if candidate.question == last.question:
        return 2
    return int(candidate.sibling == last.sibling)


def new_left_today(limit: int, begun_today: int) -> int:
    return max(limit - begun_today, 0)
