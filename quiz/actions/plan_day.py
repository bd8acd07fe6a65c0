"""A learner's day in one bank: its sitting, its limits, and the way to an exam."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quiz.core.exam import Countdown, count_down, new_for_exam
from quiz.core.learner import Learner
from quiz.core.practice_queue import (
    Allowance,
    Candidate,
    new_left_today,
    piles_up,
    reviews_left_today,
)
from quiz.core.scheduling import day_number, day_start
from quiz.storage.day_queries import (
    MOST_COUNTED,
    Left,
    Situation,
    Span,
    count_left,
    find_situation,
)
from quiz.storage.practice_queries import PractisedBank

MOST_UNSEEN = 100_000


@dataclass(frozen=True, slots=True)
class Day:
    """A learner's day in one bank: what was done, what is left, what may be asked of it.

    `begun` of its questions were new today. `is_paused` tells that new ones wait
    because of the reviews.
    """

    bank: PractisedBank
    span: Span
    so_far: Situation
    left: Left
    allowed: Allowance
    is_paused: bool = False
    countdown: Countdown | None = None

    @property
    def last(self) -> Candidate | None:
        return self.so_far.last[1] if self.so_far.last else None

    @property
    def new(self) -> int:
        """Return how many new questions come today."""
        return min(self.left.unseen, self.allowed.new)

    @property
    def waiting(self) -> int:
        """Return how many of the due reviews the daily limit leaves for another day."""
        if self.allowed.reviews is None:
            return 0
        return max(self.left.reviews - self.allowed.reviews, 0)


def find_day(
    connection: Connection,
    learner: Learner,
    bank_id: int,
    now: datetime,
    most: int = MOST_COUNTED,
) -> Day:
    """Return the learner's day at `now` (UTC); at most `most` due questions are counted.

    Raises:
        NotFound: the bank isn't there or isn't this learner's.
    """
    number = day_number(now, learner.zone)
    start, end = day_start(number, learner.zone), day_start(number + 1, learner.zone)
    so_far = find_situation(connection, learner, bank_id, start)
    bank, wishes = so_far.bank, so_far.bank.settings
    countdown = count_down(bank.exam, now, learner.zone)
    # Before an exam everything must have its turn in time.
    span = Span(now, start, end, wishes.buries_siblings and countdown is None)
    new = new_left_today(wishes.new_a_day, so_far.begun)
    left = count_left(
        *(connection, learner, bank_id, span, so_far.started),
        most_new=MOST_UNSEEN if countdown else new,
        most=max(most, wishes.pause_new_at or 0),
    )
    allowed, is_paused = (
        (before_exam(so_far, left, new, countdown), False)
        if countdown
        else within_limits(so_far, left, new)
    )
    return Day(bank, span, so_far, left, allowed, is_paused, countdown)


def within_limits(so_far: Situation, left: Left, new: int) -> tuple[Allowance, bool]:
    """Apply what the learner wants to do a day; tell whether new questions are paused."""
    wishes = so_far.bank.settings
    reviewed = max(so_far.seen - so_far.begun, 0)
    stops = piles_up(left.reviews, reviewed, wishes.pause_new_at)
    reviews = reviews_left_today(wishes.reviews_a_day, reviewed)
    allowed = Allowance(0 if stops else new, reviews, wishes.mixes_topics)
    return allowed, stops and min(left.unseen, new) > 0


def before_exam(so_far: Situation, left: Left, new: int, countdown: Countdown) -> Allowance:
    """Let the exam rule: every review is asked, and new ones in time."""
    needed = new_for_exam(left.unseen + so_far.begun, countdown) - so_far.begun
    return Allowance(max(new, needed), None, so_far.bank.settings.mixes_topics)
