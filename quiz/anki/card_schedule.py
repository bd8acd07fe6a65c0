"""A learner's memory and reviews -> what Anki keeps of a card and in its review log."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from quiz.anki.deck_options import PastReview, Progress
from quiz.anki.note_ids import MILLISECOND, UNIX_EPOCH, seconds, unused
from quiz.core.pace import AWAY
from quiz.core.scheduling import (
    LEARNING_STEPS,
    STANDARD,
    Memory,
    State,
    day_number,
    day_start,
)

FIRST_DAY = date(2014, 9, 18).toordinal()  # where our packages count days from
A_SECOND = timedelta(seconds=1)
STARTING_EASE = 2500  # thousandths; for those who don't use FSRS
REVIEW_KINDS = {State.LEARNING: 0, State.REVIEW: 1, State.RELEARNING: 2}


class CardSchedule(NamedTuple):
    """Columns of Anki's table of cards, from `type` to `left`, and `data`.

    `due` counts days from FIRST_DAY in review, is Unix time in the steps, and is the
    place in the queue of new cards.
    """

    type: int
    queue: int
    due: int
    interval: int
    ease: int
    reps: int
    lapses: int
    left: int
    data: str


class LoggedReview(NamedTuple):
    """A row of Anki's review log. Intervals are days, or seconds below 0.

    `taken` is in milliseconds, 0 where nobody knows.
    """

    id: int
    card: int
    rating: int
    interval: int
    last_interval: int
    difficulty: int
    taken: int
    kind: int


def new_card(place: int) -> CardSchedule:
    """Return what a card is that was never answered; `place` orders new ones."""
    return CardSchedule(0, 0, place, 0, 0, 0, 0, 0, "")


def known_card(memory: Memory, progress: Progress, place: int) -> CardSchedule:
    """Return the card of a question that the learner has answered."""
    zone, data = progress.zone, memory_data(memory, progress, place)
    counts = (memory.reps, memory.lapses)
    if memory.state is State.REVIEW:
        due = day_number(memory.due, zone) - FIRST_DAY
        return CardSchedule(
            2, 2, due, days_until_due(memory, progress), STARTING_EASE, *counts, 0, data
        )
    due = seconds(memory.due)
    if memory.state is State.LEARNING:
        left = max(len(LEARNING_STEPS) - memory.step, 1)
        return CardSchedule(1, 1, due, 0, 0, *counts, left, data)
    interval = max(round(memory.stability), 1)
    return CardSchedule(3, 1, due, interval, STARTING_EASE, *counts, 1, data)


def memory_data(memory: Memory, progress: Progress, place: int) -> str:
    """Return the card's FSRS state in the form and precision of Anki's own."""
    known = {
        "pos": place,
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": round(progress.retention, 2),
        "decay": round((progress.parameters or STANDARD)[-1], 3),
        "lrt": log_time(memory.reviewed, progress.zone) // 1000,  # as the log says
    }
    return json.dumps(known, separators=(",", ":"))


def logged_reviews(
    card: int, reviews: tuple[PastReview, ...], progress: Progress, used: set[int]
) -> Iterator[LoggedReview]:
    """Yield the log of one card. `used` keeps the ids of all cards' rows apart."""
    for review in reviews:
        yield LoggedReview(
            id=unused(log_time(review.at, progress.zone), used),
            card=card,
            rating=int(review.rating),
            interval=interval(review.after, progress),
            last_interval=interval(review.before, progress) if review.before else 0,
            difficulty=round((review.after.difficulty - 1) / 9 * 1000) + 100,
            taken=milliseconds_taken(review.seconds),
            kind=REVIEW_KINDS[review.before.state if review.before else State.LEARNING],
        )


def milliseconds_taken(seconds: float | None) -> int:
    """Return how long an answer took, at least 1 where that is known."""
    if seconds is None or seconds <= 0:
        return 0
    return max(round(min(seconds, AWAY) * 1000), 1)


def log_time(at: datetime, zone: ZoneInfo) -> int:
    """Return Unix time in milliseconds, inside the day that the review belongs to.

    Anki counts the very first second of a day with the day before.
    """
    into_day = at - day_start(day_number(at, zone), zone)
    return (max(at, at - into_day + A_SECOND) - UNIX_EPOCH) // MILLISECOND


def interval(memory: Memory, progress: Progress) -> int:
    if memory.state is State.REVIEW:
        return days_until_due(memory, progress)
    return -max(int((memory.due - memory.reviewed).total_seconds()), 1)


def days_until_due(memory: Memory, progress: Progress) -> int:
    zone = progress.zone
    days = day_number(memory.due, zone) - day_number(memory.reviewed, zone)
    return max(days, 1)


def day_zero(progress: Progress) -> tuple[int, int]:
    """Return when FIRST_DAY begins where the learner lives, in Unix time, and their zone.

    Anki wants the zone as minutes west of Greenwich.
    """
    begins = day_start(FIRST_DAY, progress.zone)
    offset = begins.astimezone(progress.zone).utcoffset()
    assert offset is not None  # a time with a zone has one
    return seconds(begins), -int(offset.total_seconds()) // 60
