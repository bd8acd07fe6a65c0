"""A learner sees what each desired retention costs before choosing one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from quiz.core.learner import Learner, Settings
from quiz.core.workload import DAYS, RETENTIONS, minutes_a_day
from quiz.storage.practice_reports import count_banks
from quiz.storage.study_queries import all_memories, seconds_per_answer
from quiz.storage.wishes import find_settings


@dataclass(frozen=True, slots=True)
class Cost:
    """`minutes` a day, on average of the next DAYS days."""

    retention: float
    minutes: float


def weigh_settings(
    engine: Engine, learner: Learner, now: datetime
) -> tuple[Settings, tuple[Cost, ...]]:
    """Return the learner's settings, and the cost of each retention on offer."""
    with engine.connect() as connection:
        known = find_settings(connection, learner)
        memories = all_memories(connection, learner) if learner.id else []
        banks = count_banks(connection, learner, now, now)
        seconds = seconds_per_answer(connection, learner)
    unseen = [bank.questions - bank.seen for bank in banks]
    new = sum(min(known.new_a_day, each / DAYS) for each in unseen)
    costs = (
        Cost(each, minutes_a_day(memories, new, each, now, learner.zone, seconds))
        for each in sorted({*RETENTIONS, known.retention})
    )
    return known, tuple(costs)
