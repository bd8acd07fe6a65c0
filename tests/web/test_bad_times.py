"""What goes wrong between a question and its answer has a kind outcome."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.actions.show_question import next_question
from quiz.core.learner import Learner
from quiz.storage import engine as engine_module
from quiz.storage.memories import COLUMNS, memory_of
from quiz.storage.tables import MemoryRow, PersonRow, ReviewRow
from quiz.web.database import db
from tests.practice_bank import add_practice_bank
from tests.studying import SEED, SEOUL, Student
from tests.web.test_practice_pages import fields


@pytest.fixture
def bank_id(session: Session, owner: PersonRow) -> int:
    bank = add_practice_bank(session, owner.id)
    number = bank.id
    session.rollback()
    return number


def count_reviews() -> int:
    with db.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(ReviewRow)) or 0


@pytest.fixture
def locked(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """Another program holds the database."""
    monkeypatch.setattr(engine_module, "LOCK_SECONDS", 0.2)
    with closing(sqlite3.connect(Path(app.instance_path, "quiz.db"))) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


def test_a_locked_database_says_so_and_the_same_answer_counts_later(
    client: FlaskClient, bank_id: int, locked: sqlite3.Connection
) -> None:
    form = fields(client.get(f"/practice/{bank_id}")) | {"unknown": "1"}
    refused = client.post(f"/practice/{bank_id}", data=form)
    assert refused.status_code == 503
    assert refused.headers["Retry-After"]
    assert "아무것도 사라지지 않았습니다" in refused.text
    locked.rollback()
    assert count_reviews() == 0
    assert client.post(f"/practice/{bank_id}", data=form).status_code == 303
    assert client.post(f"/practice/{bank_id}", data=form).status_code == 303
    assert count_reviews() == 1


def test_a_lost_cookie_is_explained_and_the_answer_counts_from_a_new_page(
    app: Flask, bank_id: int
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = app.test_client()
    korean = {"Accept-Language": "ko"}
    page = client.get(f"/practice/{bank_id}", headers=korean)
    form = fields(page) | {"unknown": "1"}
    client.delete_cookie("quiz")
    lost = client.post(f"/practice/{bank_id}", data=form, headers=korean)
    assert lost.status_code == 400
    assert "다시" in lost.text
    assert count_reviews() == 0


@pytest.mark.parametrize(
    "jump", [timedelta(days=-400), timedelta(days=-1), timedelta(hours=-1)]
)
def test_a_clock_that_was_set_back_neither_loses_nor_breaks_anything(
    bank_id: int, now: datetime, jump: timedelta
) -> None:
    student = Student(db.engine, bank_id, now)
    student.answer()
    student.answer()
    student.now += jump
    for _ in range(3):
        assert student.answer()
    assert count_reviews() == 5
    with db.engine.connect() as connection:
        for row in connection.execute(select(*COLUMNS)):
            memory = memory_of(row)
            assert memory
            assert memory.stability > 0
            assert memory.due > memory.reviewed


def test_a_clock_that_was_ahead_asks_again_what_it_put_off(
    bank_id: int, now: datetime
) -> None:
    """What was answered in a wrong year is due then; the rest goes on as usual."""
    student = Student(db.engine, bank_id, now + timedelta(days=3650))
    student.answer()
    turn = next_question(db.engine, student.learner, bank_id, now, SEED)
    assert turn
    assert turn.standing.reps == 0


def test_another_zone_moves_the_day_and_nothing_else(bank_id: int, now: datetime) -> None:
    student = Student(db.engine, bank_id, now)
    student.study(1)
    travelled = Learner(student.learner.id, None, SEOUL)
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"):
        away = Learner(travelled.id, None, type(SEOUL)(zone))
        next_question(db.engine, away, bank_id, student.now, SEED)
    with db.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(MemoryRow)) == 5


def test_a_database_that_was_replaced_begins_anew_without_an_error(
    client: FlaskClient, bank_id: int
) -> None:
    with client.session_transaction() as cookie:
        cookie["learner"] = 987654
    for path in ("/", "/progress", "/record", f"/practice/{bank_id}", "/offline/pack"):
        assert client.get(path).status_code == 200, path
    sent = {"id": "a", "at": datetime.now(UTC).isoformat()}
    told = fields(client.get(f"/practice/{bank_id}")) | {"unknown": "1"}
    answers = [sent | {"fields": [list(pair) for pair in told.items()]}]
    joined = client.post("/offline/answers", json={"answers": answers}).json
    assert joined == {"results": [{"id": "a", "grade": "wrong"}]}
