"""A learner looks at one bank: its work today, its topics, and what was set apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from quiz.actions.plan_today import BankToday, plan_today
from quiz.core.learner import Learner
from quiz.storage.practice_queries import PractisedBank, find_practised_bank
from quiz.storage.practice_reports import BankCounts
from quiz.storage.study_queries import (
    Named,
    Topic,
    count_topics,
    find_leeches,
    find_mistakes,
    name_questions,
)
from quiz.storage.wishes import aside_until


@dataclass(frozen=True, slots=True)
class Study:
    """`mistakes` counts what was not right when it was answered last.

    `aside` are questions that aren't asked, with when they come back (None: never).
    """

    bank: PractisedBank
    today: BankToday
    topics: tuple[Topic, ...]
    mistakes: int
    leeches: tuple[Named, ...]
    aside: tuple[Named, ...]
    until: Mapping[int, datetime | None]


def show_bank(engine: Engine, learner: Learner, bank_id: int, now: datetime) -> Study:
    """Return what there is to say of a bank.

    Raises:
        NotFound: the bank isn't there or isn't this learner's.
    """
    with engine.connect() as connection:
        bank = find_practised_bank(connection, learner, bank_id)
        until = aside_until(connection, learner, bank_id, now)
        topics = tuple(count_topics(connection, learner, bank_id))
        mistakes = len(find_mistakes(connection, learner, bank_id, now))
        leeches = tuple(find_leeches(connection, learner, bank_id, now))
        aside = tuple(name_questions(connection, list(until)))
    banks = plan_today(engine, learner, now).banks
    none = BankToday(BankCounts(bank.id, bank.title, 0), 0, 0)
    today = next((each for each in banks if each.counts.id == bank_id), none)
    return Study(bank, today, topics, mistakes, leeches, aside, until)
