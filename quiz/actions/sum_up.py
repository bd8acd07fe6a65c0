"""A learner sees what a sitting brought and what comes when."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy import Connection, Engine

from quiz.actions.plan_day import Day, find_day
from quiz.actions.show_question import Way, questions_on
from quiz.core.grading import Grade
from quiz.core.learner import Learner
from quiz.core.practice_queue import choose_next
from quiz.core.scheduling import day_number, day_start
from quiz.storage.day_queries import new_today
from quiz.storage.practice_queries import PractisedBank
from quiz.storage.practice_reports import (
    AnsweredOnce,
    answers_of_sitting,
    due_times,
    next_due_time,
)

DAYS_AHEAD = 7


@dataclass(frozen=True, slots=True)
class ComingDay:
    """`date` is the start of the learner's day, in UTC."""

    date: datetime
    questions: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A sitting by its first answer to each question.

    `learned` were new and have left the learning steps; `again` were not right at
    first. `next_due` is the next question's time, `is_over` tells that nothing is
    left to ask now.
    """

    bank: PractisedBank
    first: tuple[AnsweredOnce, ...]
    learned: tuple[AnsweredOnce, ...]
    again: tuple[AnsweredOnce, ...]
    seconds: int
    coming: tuple[ComingDay, ...]
    next_due: datetime | None
    is_over: bool

    def count(self, grade: str) -> int:
        return sum(answer.grade == grade for answer in self.first)


def sum_up(engine: Engine, learner: Learner, bank_id: int, now: datetime) -> Summary:
    """Sum up the learner's day in this bank.

    Raises:
        NotFound: the bank isn't there or isn't this learner's.
    """
    with engine.connect() as connection:
        day = find_day(connection, learner, bank_id, now)
        sitting = day.so_far.sitting_id
        answers = answers_of_sitting(connection, sitting) if sitting else []
        found = questions_on(Way.SPACED, connection, learner, day)
        week = day_start(day_number(now, learner.zone) + 1 + DAYS_AHEAD, learner.zone)
        times = due_times(connection, learner, bank_id, week, now)
        is_over = choose_next(found, now, day.allowed) is None
        next_due = next_time(connection, learner, day, is_over=is_over)
    first: dict[int, AnsweredOnce] = {}
    for answer in answers:
        first.setdefault(answer.question_id, answer)
    return Summary(
        bank=day.bank,
        first=tuple(first.values()),
        learned=tuple(a for a in first.values() if a.was_new and a.is_learned),
        again=tuple(a for a in first.values() if a.grade != Grade.RIGHT),
        seconds=seconds_between(answers),
        coming=days_to_come(times, now, learner),
        next_due=next_due,
        is_over=is_over,
    )


def next_time(
    connection: Connection, learner: Learner, day: Day, *, is_over: bool
) -> datetime | None:
    """Return when something comes: what is due, or new ones on the day after."""
    bank_id, any_day = day.bank.id, replace(day.span, buries=False)
    due = next_due_time(connection, learner, bank_id, day.span.now)
    may_begin = is_over and day.bank.settings.new_a_day > 0
    if may_begin and new_today(connection, learner, bank_id, any_day, 1):
        return min(due or day.span.end, day.span.end)
    return due


def seconds_between(answers: list[AnsweredOnce]) -> int:
    """Add up the time from answer to answer; a break of five minutes is a break."""
    times = [answer.at for answer in answers]
    waits = (b - a for a, b in pairwise(times))
    spent = [wait for wait in waits if wait < timedelta(minutes=5)]
    return round(sum(spent, timedelta()).total_seconds())


def days_to_come(
    times: Mapping[datetime, int], now: datetime, learner: Learner
) -> tuple[ComingDay, ...]:
    """Count what is due in the rest of today, with what is late, and on each day after."""
    today = day_number(now, learner.zone)
    counts = dict.fromkeys(range(today, today + 1 + DAYS_AHEAD), 0)
    for due, count in times.items():
        number = max(day_number(due, learner.zone), today)
        counts[number] = counts.get(number, 0) + count
    return tuple(
        ComingDay(day_start(number, learner.zone), count)
        for number, count in counts.items()
    )
