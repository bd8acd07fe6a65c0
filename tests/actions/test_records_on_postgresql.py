"""Records are joined, sent later, shown and deleted on PostgreSQL as on SQLite."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Given
from quiz.actions.come_back import take_nickname, whose_nickname
from quiz.actions.join_answers import Sent, join_answer
from quiz.actions.join_records import follow_record, join_records
from quiz.actions.keep_record import delete_record, export_record
from quiz.actions.pack_today import pack_today
from quiz.actions.show_progress import show_progress
from quiz.actions.sign_in import owner_of_installation
from quiz.core.grading import Grade
from quiz.core.problems import Problem
from quiz.core.questions import Form
from quiz.storage.engine import bring_up_to_date, prepare_engine
from quiz.storage.records import own_columns
from tests.practice_bank import add_practice_bank
from tests.studying import SEED, Student


@pytest.fixture
def engine(postgresql_url: str) -> Iterator[Engine]:
    engine = create_engine(postgresql_url)
    prepare_engine(engine)
    bring_up_to_date(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def devices(engine: Engine, now: datetime) -> tuple[Student, Student]:
    with Session(engine) as session:
        owner = owner_of_installation(session, now)
        bank = add_practice_bank(session, owner.id).id
    return Student(engine, bank, now), Student(engine, bank, now + timedelta(hours=1))


def test_a_record_lives_through_everything(
    engine: Engine, devices: tuple[Student, Student]
) -> None:
    phone, laptop = devices
    phone.study(3)
    laptop.study(3)
    assert phone.learner.id
    assert laptop.learner.id
    later = laptop.now + timedelta(days=1)
    both = [show_progress(engine, each.learner, later) for each in devices]
    answers = sum(report.answers for report in both if report)
    join_records(engine, phone.learner, laptop.learner.id, later)
    assert follow_record(engine, laptop.learner, later) == phone.learner.id
    report = show_progress(engine, phone.learner, later)
    assert report
    assert report.answers == answers
    given = Given(1, 0, Form.TYPED, "1903년", SEED)
    sent = Sent("a", later - timedelta(hours=2), given)
    for _ in range(2):
        assert join_answer(engine, phone.learner, sent, later).grade is Grade.RIGHT
    kept = export_record(engine, phone.learner, later)
    assert sum(not each["voided"] for each in kept["answers"]) == answers + 1
    assert pack_today(engine, phone.learner, later + timedelta(days=60), SEED)
    delete_record(engine, phone.learner, later)
    with engine.connect() as connection:
        for table, column in own_columns():
            query = select(table).where(column == phone.learner.id)
            assert connection.execute(query).all() == [], table.name


def test_a_nickname_belongs_to_one_learner(
    engine: Engine, devices: tuple[Student, Student]
) -> None:
    for device in devices:
        device.answer()
    phone, laptop = (device.learner.id or 0 for device in devices)
    with Session(engine) as session:
        take_nickname(session, phone, "하늘", "산 너머 남촌에는")
        with pytest.raises(Problem):
            take_nickname(session, laptop, "하 늘", "누가 살길래 해마다")
        assert whose_nickname(session, "하늘", "산 너머 남촌에는") == phone
        assert whose_nickname(session, "하늘", "누가 살길래 해마다") is None
