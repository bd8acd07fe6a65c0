"""A learner sees what there is to do today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from sqlalchemy import Connection, Engine

from quiz.actions.plan_day import Day, find_day
from quiz.core.exam import Countdown
from quiz.core.learner import Learner
from quiz.core.scheduling import day_number, day_start
from quiz.storage.practice_reports import BankCounts, count_banks, remembered_between
from quiz.storage.study_queries import find_fading

SECONDS_PER_ANSWER = 12
ANSWERS_PER_NEW = 2  # one a learning step
MOST_DUE = 9999  # questions of a bank that are counted


@dataclass(frozen=True, slots=True)
class BankToday:
    """A bank's work today: `due` questions to review and `new` ones to begin.

    `answers` is how many both take. `is_paused` tells that no new ones are begun because
    of the reviews. `next_due` is when something comes after today.
    """

    counts: BankCounts
    due: int
    new: int
    answers: int = 0
    is_paused: bool = False
    countdown: Countdown | None = None
    next_due: datetime | None = None

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
        counts = mine_first(count_banks(connection, learner, now, end), reads)
        banks = tuple(bank_today(connection, learner, each, now) for each in counts)
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


def bank_today(
    connection: Connection, learner: Learner, counts: BankCounts, now: datetime
) -> BankToday:
    """Return what the learner's limits, or an exam, make of a bank's work today."""
    day = find_day(connection, learner, counts.id, now, MOST_DUE)
    early = 0
    if day.countdown:
        told = day.countdown, now, day.span.end
        early = len(find_fading(connection, learner, counts.id, *told))
    due = day.left.due - day.waiting + early
    answers = due + day.left.first_steps + ANSWERS_PER_NEW * day.new
    todo = due, day.new, answers, day.is_paused, day.countdown
    return BankToday(counts, *todo, next_due=next_after(day, counts))


def next_after(day: Day, counts: BankCounts) -> datetime | None:
    """Return when something comes after today: what is due, or new ones tomorrow."""
    if counts.questions > counts.seen + day.new and day.bank.settings.new_a_day:
        return day.span.end
    return counts.next_due


def by_urgency(banks: tuple[BankToday, ...]) -> list[BankToday]:
    return sorted(banks, key=lambda bank: -bank.due)


def minutes_for(banks: tuple[BankToday, ...]) -> int:
    return ceil(sum(bank.answers for bank in banks) * SECONDS_PER_ANSWER / 60)
