"""A learner's day in one bank: its sitting, its limits, and the way to an exam."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quiz.core.exam import Countdown, count_down, new_for_exam
from quiz.core.learner import Learner
from quiz.core.practice_queue import (
    Allowance,
    new_left_today,
    piles_up,
    reviews_left_today,
)
from quiz.core.scheduling import day_number, day_start
from quiz.storage.practice_queries import (
    PractisedBank,
    begun_since,
    count_answered,
    count_unseen,
    count_waiting,
)
from quiz.storage.reviews import Sitting, find_sitting

MOST_UNSEEN = 100_000


@dataclass(frozen=True, slots=True)
class Day:
    """A learner's day in one bank, as far as its sitting and limits go.

    `done` counts the sitting's answers, and the questions that they were given to.
    """

    start: datetime
    end: datetime
    sitting: Sitting | None
    done: tuple[int, int]
    allowed: Allowance
    countdown: Countdown | None


def find_day(
    connection: Connection, learner: Learner, bank: PractisedBank, now: datetime
) -> Day:
    number = day_number(now, learner.zone)
    start, end = day_start(number, learner.zone), day_start(number + 1, learner.zone)
    if learner.id is None:
        return Day(start, end, None, (0, 0), Allowance(bank.settings.new_a_day), None)
    sitting = find_sitting(connection, learner.id, bank.id, start)
    countdown = count_down(bank.exam, now, learner.zone)
    begun = begun_since(connection, learner, bank.id, start)
    done = count_answered(connection, sitting.id) if sitting else (0, 0)
    if countdown:
        unseen = count_unseen(connection, learner, bank.id, now, MOST_UNSEEN)
        allowed = allowed_before(countdown, bank, unseen, begun)
    else:
        reviewed = max(done[1] - begun, 0)
        allowed = allowed_today(connection, learner, bank, end, begun, reviewed)
    return Day(start, end, sitting, done, allowed, countdown)


def allowed_today(
    connection: Connection,
    learner: Learner,
    bank: PractisedBank,
    day_end: datetime,
    begun: int,
    done: int,
) -> Allowance:
    """Return what the learner's limits leave after `begun` new ones and `done` reviews."""
    wishes = bank.settings
    new = new_left_today(wishes.new_a_day, begun)
    if new and wishes.pause_new_at is not None:
        most = wishes.pause_new_at + 1
        waiting = count_waiting(connection, learner, bank.id, day_end, most)
        new = 0 if piles_up(waiting, done, wishes.pause_new_at) else new
    reviews = reviews_left_today(wishes.reviews_a_day, done)
    return Allowance(new, reviews, wishes.mixes_topics)


def allowed_before(
    countdown: Countdown, bank: PractisedBank, unseen: int, begun: int
) -> Allowance:
    """Return what is asked before an exam: every review, and new ones in time."""
    wishes = bank.settings
    needed = new_for_exam(unseen + begun, countdown) - begun
    new = max(new_left_today(wishes.new_a_day, begun), needed)
    return Allowance(new, None, wishes.mixes_topics)
