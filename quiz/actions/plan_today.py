"""A learner sees what there is to do today."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from sqlalchemy import Engine

from quiz.core.learner import Learner
from quiz.core.practice_queue import new_left_today
from quiz.core.scheduling import day_number, day_start
from quiz.storage.practice_reports import (
    BankCounts,
    count_banks,
    find_daily_limit,
    remembered_between,
)

SECONDS_PER_ANSWER = 12
ANSWERS_PER_NEW = 2  # one a learning step


@dataclass(frozen=True, slots=True)
class BankToday:
    counts: BankCounts
    new: int  # today

    @property
    def is_open(self) -> bool:
        return bool(self.counts.due or self.new)


@dataclass(frozen=True, slots=True)
class Today:
    """What is due, what is new, how long it takes; `start` is the bank to begin with."""

    banks: tuple[BankToday, ...]
    due: int
    new: int
    minutes: int
    start: BankToday | None
    seen_yesterday: int
    remembered_yesterday: int
    has_begun: bool


def plan_today(engine: Engine, learner: Learner, now: datetime) -> Today:
    """Return today's work at `now` (UTC) in all banks this learner may practise."""
    zone, number = learner.zone, day_number(now, learner.zone)
    before, start, end = (day_start(number + n, zone) for n in (-1, 0, 1))
    with engine.connect() as connection:
        limit = find_daily_limit(connection, learner)
        counts = count_banks(connection, learner, start, end)
        seen, remembered = remembered_between(connection, learner, before, start)
    banks = tuple(bank_today(each, limit) for each in counts)
    return Today(
        banks=banks,
        due=sum(bank.counts.due for bank in banks),
        new=sum(bank.new for bank in banks),
        minutes=minutes_for(banks),
        start=next((bank for bank in by_urgency(banks) if bank.is_open), None),
        seen_yesterday=seen,
        remembered_yesterday=remembered,
        has_begun=any(bank.counts.seen for bank in banks),
    )


def bank_today(counts: BankCounts, limit: int) -> BankToday:
    unseen = counts.questions - counts.seen
    return BankToday(counts, min(unseen, new_left_today(limit, counts.begun)))


def by_urgency(banks: tuple[BankToday, ...]) -> list[BankToday]:
    return sorted(banks, key=lambda bank: -bank.counts.due)


def minutes_for(banks: tuple[BankToday, ...]) -> int:
    answers = sum(bank.counts.answers + ANSWERS_PER_NEW * bank.new for bank in banks)
    return ceil(answers * SECONDS_PER_ANSWER / 60)
