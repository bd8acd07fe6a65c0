"""The statements on the path that every question takes stay few and quick to answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from sqlite3 import Connection as SqliteConnection
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event, insert, text
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Given, answer_question
from quiz.actions.show_question import next_question
from quiz.core.learner import Learner
from quiz.core.questions import Form
from quiz.core.scheduling import State
from quiz.storage.day_queries import Span, candidates
from quiz.storage.practice_queries import find_practised_bank
from quiz.storage.tables import BankRow, MemoryRow, PersonRow
from quiz.web.database import db
from tests.practice_bank import add_practice_bank

SEOUL = ZoneInfo("Asia/Seoul")
DAY = timedelta(days=1)


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


@pytest.fixture
def learner(session: Session, now: datetime) -> Learner:
    person = PersonRow(created=now, zone="Asia/Seoul")
    session.add(person)
    session.commit()
    return Learner(person.id, None, SEOUL)


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collect what SQLite itself is asked in between, in the order of time."""
    seen: list[str] = []

    def note(connection: SqliteConnection, *_rest: Any) -> None:
        connection.set_trace_callback(seen.append)

    def forget(connection: SqliteConnection, *_rest: Any) -> None:
        connection.set_trace_callback(None)

    event.listen(db.engine, "checkout", note)
    event.listen(db.engine, "checkin", forget)
    yield seen
    event.remove(db.engine, "checkout", note)
    event.remove(db.engine, "checkin", forget)
    seen[:] = [each for each in seen if each.split()[0] in {"SELECT", "INSERT", "UPDATE"}]


def remember(
    session: Session, learner: Learner, bank: BankRow, now: datetime, state: State
) -> None:
    """Make every question of the bank known and due, a minute apart."""
    for number, row in enumerate(bank.questions):
        values = {
            "learner_id": learner.id,
            "question_id": row.id,
            "bank_id": bank.id,
            "state": int(state),
            "step": 0,
            "stability": 3.0,
            "difficulty": 5.0,
            "due": now - timedelta(minutes=number),
            "reviewed": now - timedelta(days=3),
            "first_reviewed": now - timedelta(days=9),
            "reps": 4,
            "lapses": 0,
        }
        session.execute(insert(MemoryRow), values)
    session.commit()


def test_an_answer_takes_three_statements(
    session: Session, bank: BankRow, learner: Learner, now: datetime
) -> None:
    first, second = (row.id for row in bank.questions[:2])
    answer_question(db.engine, learner, Given(first, 0, Form.TYPED, "x", "s"), now)
    with statements() as seen:
        answer_question(db.engine, learner, Given(second, 0, Form.TYPED, "x", "s"), now)
    assert [statement.split()[0] for statement in seen] == ["SELECT", "INSERT", "INSERT"]


def test_the_next_question_takes_a_few_statements_however_much_is_due(
    session: Session, bank: BankRow, learner: Learner, now: datetime
) -> None:
    number = bank.id  # reading it after the commit would be a statement too
    with statements() as few:
        next_question(db.engine, learner, number, now, "s")
    remember(session, learner, bank, now, State.REVIEW)
    with statements() as many:
        next_question(db.engine, learner, number, now, "s")
    assert len(few) == len(many) == 4


def test_the_most_overdue_comes_first_and_nothing_is_new(
    session: Session, bank: BankRow, learner: Learner, now: datetime
) -> None:
    remember(session, learner, bank, now, State.REVIEW)
    with db.engine.connect() as connection:
        found = list(candidates(connection, learner, bank.id, Span(now, now, now + DAY)))
    assert [each.question for each in found] == [row.id for row in bank.questions][::-1]
    assert not any(each.learning for each in found)


def test_what_is_due_is_found_by_the_index(bank: BankRow, learner: Learner) -> None:
    query = (
        "EXPLAIN QUERY PLAN SELECT question_id FROM memory"
        " WHERE learner_id = 1 AND bank_id = 1 AND due <= '2030-01-01' ORDER BY due LIMIT 9"
    )
    with db.engine.connect() as connection:
        plan = " ".join(row[3] for row in connection.execute(text(query)))
    assert "memory_by_due" in plan
    assert "TEMP B-TREE" not in plan


def test_a_learners_own_settings_hold(
    session: Session, bank: BankRow, learner: Learner
) -> None:
    person = session.get(PersonRow, learner.id)
    assert person
    person.new_a_day, person.retention = 0, 0.85
    session.commit()
    with db.engine.connect() as connection:
        mine = find_practised_bank(connection, learner, bank.id)
        visitor = find_practised_bank(connection, Learner(None, None, SEOUL), bank.id)
    assert (mine.new_a_day, mine.retention, mine.knows_learner) == (0, 0.85, True)
    assert (visitor.new_a_day, visitor.retention, visitor.knows_learner) == (20, 0.9, False)
