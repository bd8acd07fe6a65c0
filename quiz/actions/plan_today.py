"""A learner sees what there is to do today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from sqlalchemy import Connection, Engine

from quiz.core.exam import Countdown, count_down, new_for_exam
from quiz.core.learner import Learner, Settings
from quiz.core.practice_queue import new_left_today, piles_up, reviews_left_today
from quiz.core.scheduling import day_number, day_start
from quiz.storage.practice_reports import BankCounts, count_banks, remembered_between
from quiz.storage.study_queries import find_fading
from quiz.storage.wishes import exams_of, find_settings

SECONDS_PER_ANSWER = 12
ANSWERS_PER_NEW = 2  # one a learning step


@dataclass(frozen=True, slots=True)
class BankToday:
    """A bank's work today: `due` questions to review and `new` ones to begin.

    `is_paused` tells that no new ones are begun because of the reviews.
    """

    counts: BankCounts
    due: int
    new: int
    is_paused: bool = False
    countdown: Countdown | None = None

    @property
    def is_open(self) -> bool:
        return bool(self.due or self.new)


@dataclass(frozen=True, slots=True)
class Today:
    """What is due, what is new, how long it takes; `start` is the bank to begin with.

    `banks` are all that there are; what is due and new is counted in those that concern
    the learner (see `of_today`).
    """

    banks: tuple[BankToday, ...]
    due: int
    new: int
    minutes: int
    start: BankToday | None
    seen_yesterday: int
    remembered_yesterday: int
    has_begun: bool


def plan_today(engine: Engine, learner: Learner, now: datetime, reads: str = "") -> Today:
    """Return today's work at `now` (UTC) in all banks this learner may practise.

    Those in the language that the learner `reads` come first; "" is any.
    """
    zone, number = learner.zone, day_number(now, learner.zone)
    before, start, end = (day_start(number + n, zone) for n in (-1, 0, 1))
    with engine.connect() as connection:
        wishes = find_settings(connection, learner)
        counts = mine_first(count_banks(connection, learner, start, end, now), reads)
        downs = countdowns(connection, learner, now)
        banks = tuple(
            bank_before_exam(connection, learner, each, wishes, downs[each.id], now, end)
            if each.id in downs
            else bank_today(each, wishes)
            for each in counts
        )
        seen, remembered = remembered_between(connection, learner, before, start)
    asked = banks[: len(of_today(counts, reads))]
    return Today(
        banks=banks,
        due=sum(bank.due for bank in asked),
        new=sum(bank.new for bank in asked),
        minutes=minutes_for(asked),
        start=next((bank for bank in by_urgency(asked) if bank.is_open), None),
        seen_yesterday=seen,
        remembered_yesterday=remembered,
        has_begun=any(bank.counts.seen for bank in banks),
    )


def of_today(counts: Sequence[BankCounts], reads: str) -> list[BankCounts]:
    """Return the banks that are begun, given or in the learner's language, else all.

    One that is merely there, in another language, waits until the learner opens it.
    """
    mine = [b for b in counts if b.seen or b.is_given or b.language == reads]
    return mine if reads and mine else list(counts)


def mine_first(counts: Sequence[BankCounts], reads: str) -> list[BankCounts]:
    mine = of_today(counts, reads)
    return mine + [bank for bank in counts if bank not in mine]


def countdowns(
    connection: Connection, learner: Learner, now: datetime
) -> Mapping[int, Countdown]:
    """Return how far off the exams are, of those that are still to come."""
    days: Mapping[int, date] = exams_of(connection, learner) if learner.id else {}
    found = {bank: count_down(day, now, learner.zone) for bank, day in days.items()}
    return {bank: countdown for bank, countdown in found.items() if countdown}


def bank_today(counts: BankCounts, wishes: Settings) -> BankToday:
    """Apply the learner's daily limits."""
    unseen = counts.questions - counts.seen
    new = min(unseen, new_left_today(wishes.new_a_day, counts.begun))
    stops = piles_up(counts.reviews, counts.reviewed, wishes.pause_new_at)
    left = reviews_left_today(wishes.reviews_a_day, counts.reviewed)
    waits = max(counts.reviews - left, 0) if left is not None else 0
    return BankToday(counts, counts.due - waits, 0 if stops else new, stops and new > 0)


def bank_before_exam(
    connection: Connection,
    learner: Learner,
    counts: BankCounts,
    wishes: Settings,
    countdown: Countdown,
    now: datetime,
    day_end: datetime,
) -> BankToday:
    """Let the exam rule: all reviews, those that fade before it, and new ones in time."""
    early = len(find_fading(connection, learner, counts.id, countdown, now, day_end))
    unseen = counts.questions - counts.seen
    needed = new_for_exam(unseen + counts.begun, countdown) - counts.begun
    new = max(new_left_today(wishes.new_a_day, counts.begun), needed)
    due = counts.due + early
    return BankToday(counts, due, min(unseen, new), countdown=countdown)


def by_urgency(banks: tuple[BankToday, ...]) -> list[BankToday]:
    return sorted(banks, key=lambda bank: -bank.due)


def minutes_for(banks: tuple[BankToday, ...]) -> int:
    steps = sum(max(bank.counts.answers - bank.counts.due, 0) for bank in banks)
    answers = steps + sum(bank.due + ANSWERS_PER_NEW * bank.new for bank in banks)
    return ceil(answers * SECONDS_PER_ANSWER / 60)
