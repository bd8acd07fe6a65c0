"""Two devices' records become one, by time, and nothing is lost or counted twice."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.actions.join_records import follow_record, join_records, may_join
from quiz.actions.overrule_answer import rate_answer, undo_answer
from quiz.core.problems import Problem
from quiz.core.scheduling import Rating
from quiz.storage.memories import COLUMNS, memory_of
from quiz.storage.records import own_columns, standing_log
from quiz.storage.tables import MemoryRow, PersonRow, ReviewRow
from quiz.web.database import db
from tests.practice_bank import add_practice_bank
from tests.studying import SEED, SEOUL, Student


@pytest.fixture
def devices(session: Session, owner: PersonRow, now: datetime) -> tuple[Student, Student]:
    bank = add_practice_bank(session, owner.id)
    number = bank.id
    session.rollback()
    return Student(db.engine, number, now), Student(db.engine, number, now)


def join(phone: Student, laptop: Student) -> None:
    """Let the laptop's record go into the phone's."""
    assert laptop.learner.id
    now = max(phone.now, laptop.now)
    join_records(phone.engine, phone.learner, laptop.learner.id, now)


def check_that_the_log_rebuilds_the_memories(student: Student) -> int:
    """Return how many answers count; each begins where the one before it ended."""
    count = 0
    with student.engine.connect() as connection:
        query = select(MemoryRow.question_id, *COLUMNS)
        rows = connection.execute(query.where(MemoryRow.learner_id == student.learner.id))
        for row in rows.all():
            log = standing_log(connection, [student.learner.id or 0], row.question_id)
            assert [each.reps for each in log] == list(range(len(log)))
            for before, after in zip([None, *log], log, strict=False):
                assert after.before == (before.after if before else None)
            assert memory_of(row) == log[-1].after
            count += len(log)
        logged = connection.execute(
            select(ReviewRow.id)
            .where(ReviewRow.learner_id == student.learner.id)
            .where(ReviewRow.voided.is_(None))
        )
        assert len(logged.all()) == count
    return count


def test_answers_of_both_devices_count_once_each(devices: tuple[Student, Student]) -> None:
    phone, laptop = devices
    phone.study(3)
    laptop.now += timedelta(hours=5)
    laptop.study(4)
    answers = [check_that_the_log_rebuilds_the_memories(each) for each in devices]
    assert may_join(db.engine, phone.learner.id or 0, laptop.learner.id) == answers[1]
    join(phone, laptop)
    assert check_that_the_log_rebuilds_the_memories(phone) == sum(answers)


def test_questions_of_one_device_only_come_along_as_they_are(
    devices: tuple[Student, Student],
) -> None:
    phone, laptop = devices
    phone.answer()
    laptop.study(1)
    with laptop.engine.connect() as connection:
        query = select(ReviewRow.id, ReviewRow.after).where(
            ReviewRow.learner_id == laptop.learner.id, ReviewRow.question_id != 1
        )
        before = set(map(str, connection.execute(query)))
    join(phone, laptop)
    with laptop.engine.connect() as connection:
        query = select(ReviewRow.id, ReviewRow.after).where(
            ReviewRow.learner_id == phone.learner.id, ReviewRow.question_id != 1
        )
        assert set(map(str, connection.execute(query))) == before


def test_nothing_names_the_joined_learner_any_more(
    devices: tuple[Student, Student],
) -> None:
    phone, laptop = devices
    phone.study(2)
    laptop.study(2)
    join(phone, laptop)
    with phone.engine.connect() as connection:
        for table, column in own_columns():
            query = select(table).where(column == laptop.learner.id)
            assert connection.execute(query).all() == [], table.name


def test_a_third_browser_with_the_old_cookie_is_led_to_the_joined_record(
    devices: tuple[Student, Student],
) -> None:
    phone, laptop = devices
    phone.answer()
    laptop.answer()
    join(phone, laptop)
    tablet = replace(laptop, now=phone.now + timedelta(hours=1))
    assert tablet.answer()  # its page was open: the answer is kept under the old number
    assert follow_record(db.engine, tablet.learner, tablet.now) == phone.learner.id
    assert check_that_the_log_rebuilds_the_memories(phone) == 3
    assert follow_record(db.engine, phone.learner, tablet.now) == phone.learner.id


def test_the_owner_goes_into_nobody(
    devices: tuple[Student, Student], owner: PersonRow, session: Session
) -> None:
    phone, _ = devices
    phone.answer()
    owner_id = owner.id
    session.rollback()
    assert may_join(db.engine, phone.learner.id or 0, owner_id) == 0
    with pytest.raises(Problem):
        join_records(db.engine, phone.learner, owner_id, phone.now)
    with pytest.raises(Problem):
        join_records(db.engine, phone.learner, phone.learner.id or 0, phone.now)


@pytest.mark.parametrize("chance", range(12))
def test_whatever_is_done_the_log_rebuilds_the_memories(
    devices: tuple[Student, Student], chance: int
) -> None:
    """Answers, ratings of one's own and undoing on two devices, in any order, joined."""
    random = Random(chance)
    for _ in range(25):
        device = random.choice(devices)
        device.now += timedelta(minutes=random.choice([1, 15, 60 * 24, 60 * 24 * 9]))
        answered = device.answer(random.choice([None, "", "아니다"]))
        if answered is None or answered.review_id is None:
            continue
        told = device.engine, device.learner, answered.review_id
        if random.random() < 0.3:
            rate_answer(*told, random.choice(list(Rating)), device.now, SEED)
        elif random.random() < 0.3:
            undo_answer(*told, device.now)
    phone, laptop = devices
    if phone.learner.id is None or laptop.learner.id is None:
        return
    counts = [check_that_the_log_rebuilds_the_memories(each) for each in devices]
    join(phone, laptop)
    assert check_that_the_log_rebuilds_the_memories(phone) == sum(counts)
    assert phone.learner.zone == SEOUL
