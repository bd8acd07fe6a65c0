"""What is asked next: learning first, then what is due, then new, siblings apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

LEARN_AHEAD = timedelta(minutes=20)  # as in Anki: nobody has to wait for the last steps


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that may be asked. `due` is None when it is new.

    Questions with the same `sibling` prove their answers by one sentence; `topic` is
    what they are about, "" where that is not known.
    """

    question: int
    sibling: str
    due: datetime | None = None
    learning: bool = False
    position: int = 0
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What may still be asked today; `reviews` is None where there is no limit."""

    new: int
    reviews: int | None = None
    mixes_topics: bool = False


def choose_next(
    candidates: Iterable[Candidate],
    now: datetime,
    allowed: Allowance,
    last: Candidate | None = None,
) -> Candidate | None:
    """Return the question to ask at `now` (UTC), or None when nothing is left.

    `last` was asked just before: it and its siblings wait as long as there is anything
    else, and where topics are mixed, so do due questions of its topic.
    """
    order = sorted(
        (c for c in candidates if is_askable(c, now, allowed)),
        key=lambda candidate: turn(candidate, now),
    )
    if last is not None and allowed.mixes_topics:
        order.sort(key=lambda c: (turn(c, now)[0], is_of_topic(c, last)))
    if last is not None:
        order.sort(key=lambda candidate: nearness(candidate, last))
    return order[0] if order else None


def is_askable(candidate: Candidate, now: datetime, allowed: Allowance) -> bool:
    if candidate.due is None:
        return allowed.new > 0
    if candidate.learning:
        return candidate.due <= now + LEARN_AHEAD
    return candidate.due <= now and allowed.reviews != 0


def is_of_topic(candidate: Candidate, last: Candidate) -> bool:
    """Tell whether a due question is of the last one's topic; new ones keep their order."""
    is_due = candidate.due is not None and not candidate.learning
    return is_due and bool(last.topic) and candidate.topic == last.topic


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


def reviews_left_today(limit: int | None, done_today: int) -> int | None:
    return None if limit is None else max(limit - done_today, 0)


def piles_up(waiting: int, done_today: int, pause_at: int | None) -> bool:
    """Tell whether today has so many reviews that no new questions should be begun."""
    return pause_at is not None and waiting + done_today > pause_at
