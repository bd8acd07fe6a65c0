"""Answers given without a network join the log: once, by their time, in any order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Given
from quiz.actions.join_answers import Joined, Sent, join_answer
from quiz.actions.pack_today import pack_today
from quiz.core.grading import Grade
from quiz.core.learner import Learner
from quiz.core.questions import Form, Status
from quiz.core.scheduling import Rating
from quiz.storage.memories import COLUMNS
from quiz.storage.tables import MemoryRow, PersonRow, QuestionRow, ReviewRow, SittingRow
from quiz.web.database import db
from tests.practice_bank import QUESTIONS, add_practice_bank
from tests.studying import SEED, SEOUL, Student

NOBODY = Learner(None, None, SEOUL)


@pytest.fixture
def bank_id(session: Session, owner: PersonRow) -> int:
    bank = add_practice_bank(session, owner.id)
    number = bank.id
    session.rollback()
    return number


def sent(name: str, at: datetime, question: int = 1, text: str = "", reps: int = 0) -> Sent:
    return Sent(name, at, Given(question, reps, Form.TYPED, text, SEED))


def join(learner: Learner, now: datetime, *answers: Sent) -> tuple[Learner, list[Joined]]:
    told = []
    for each in answers:
        joined = join_answer(db.engine, learner, each, now)
        learner = replace(learner, id=joined.learner_id)
        told.append(joined)
    return learner, told


def memories(learner: Learner) -> Sequence[object]:
    with db.engine.connect() as connection:
        query = select(MemoryRow.question_id, MemoryRow.first_reviewed, *COLUMNS)
        mine = query.where(MemoryRow.learner_id == learner.id)
        return [tuple(row) for row in connection.execute(mine.order_by("question_id"))]


def standing_times(learner: Learner) -> Sequence[datetime]:
    with db.engine.connect() as connection:
        query = select(ReviewRow.at).where(ReviewRow.learner_id == learner.id)
        counts = query.where(ReviewRow.voided.is_(None)).order_by(ReviewRow.at)
        return connection.execute(counts).scalars().all()


def test_a_late_answer_counts_at_its_own_time(bank_id: int, now: datetime) -> None:
    at = now - timedelta(hours=3)
    learner, told = join(NOBODY, now, sent("a", at, text="1903년"))
    assert told[0].grade is Grade.RIGHT
    assert standing_times(learner) == [at]


def test_the_same_answer_sent_twice_counts_once(bank_id: int, now: datetime) -> None:
    learner, told = join(NOBODY, now, *[sent("a", now, text="1903년")] * 3)
    assert [each.grade for each in told] == [Grade.RIGHT] * 3
    assert len(standing_times(learner)) == 1


def test_an_answer_whose_feedback_was_lost_on_the_way_counts_once(
    bank_id: int, now: datetime
) -> None:
    """It reached the server, the device did not learn of it and sends it again."""
    student = Student(db.engine, bank_id, now)
    assert student.answer("1903년")
    again = sent("a", now + timedelta(seconds=40), text="1903년")
    _, told = join(student.learner, now + timedelta(hours=1), again, again)
    assert [each.grade for each in told] == [Grade.RIGHT] * 2
    assert standing_times(student.learner) == [now]


def test_a_clock_that_is_ahead_is_set_right(bank_id: int, now: datetime) -> None:
    learner, _ = join(NOBODY, now, sent("a", now + timedelta(days=3)))
    assert standing_times(learner) == [now]


def test_an_answer_to_what_was_retired_is_told_not_to_count(
    bank_id: int, now: datetime, session: Session
) -> None:
    row = session.get(QuestionRow, 1)
    assert row
    row.status = Status.RETIRED.value
    session.commit()
    _, told = join(NOBODY, now, sent("a", now), sent("b", now, question=999))
    assert [each.grade for each in told] == [None, None]


def test_the_learners_own_word_holds(bank_id: int, now: datetime) -> None:
    own = replace(sent("a", now, text="1903년"), rating=Rating.AGAIN)
    disputed = replace(sent("b", now, question=2, text="등대지기"), disputed=True)
    learner, told = join(NOBODY, now, own, disputed)
    assert told[1].grade is Grade.RIGHT
    with db.engine.connect() as connection:
        query = select(ReviewRow.rating, ReviewRow.disputed).order_by(ReviewRow.question_id)
        assert [tuple(row) for row in connection.execute(query)] == [(1, False), (3, True)]
    assert learner.id


@pytest.mark.parametrize("chance", range(10))
def test_answers_that_arrive_in_any_order_end_the_same(
    bank_id: int, now: datetime, chance: int
) -> None:
    """Two devices were off the network at once; whichever comes back first."""
    random, ends = Random(chance), []
    answers = [
        sent(
            f"{number}",
            now + timedelta(minutes=random.randrange(1, 60 * 24 * 30)),
            random.randint(1, 5),
            random.choice(["", "1903년", "한서윤", "26미터"]),
        )
        for number in range(14)
    ]
    later = now + timedelta(days=31)
    for _ in range(3):
        random.shuffle(answers)
        learner, _ = join(NOBODY, later, *answers, answers[0])
        assert len(standing_times(learner)) == len(answers)
        ends.append(memories(learner))
    assert ends[0] == ends[1] == ends[2]


def test_what_was_answered_meanwhile_finds_its_place(bank_id: int, now: datetime) -> None:
    student = Student(db.engine, bank_id, now)
    student.study(1)
    before = len(standing_times(student.learner))
    early, late = now + timedelta(seconds=1), now + timedelta(days=20)
    answers = (sent("early", early), sent("late", late, text="1903년"))
    join(student.learner, now + timedelta(days=21), *answers)
    times = standing_times(student.learner)
    assert len(times) == before + 2
    assert early in times
    assert times[-1] == late


def test_a_late_answer_belongs_to_the_sitting_of_its_day(
    bank_id: int, now: datetime
) -> None:
    days = [now, now + timedelta(hours=1), now + timedelta(days=1)]
    answers = [sent(str(n), at, question=n + 1) for n, at in enumerate(days)]
    join(NOBODY, now + timedelta(days=5), *answers)
    with db.engine.connect() as connection:
        started = connection.execute(select(SittingRow.started)).scalars().all()
    assert started == [days[0], days[2]]


def test_the_pack_holds_todays_questions_due_ones_first(
    bank_id: int, now: datetime
) -> None:
    student = Student(db.engine, bank_id, now)
    assert [p.tries for p in pack_today(db.engine, NOBODY, now, SEED)] == [2] * 5
    answered = student.answer("")
    assert answered
    packed = pack_today(db.engine, student.learner, student.now, SEED)
    ids = [each.turn.standing.question_id for each in packed]
    assert len(ids) == len(QUESTIONS) == len(set(ids))
    assert packed[0].turn.standing.reps == 1
    assert packed[0].source


def test_what_the_pack_foretells_comes_true(bank_id: int, now: datetime) -> None:
    student = Student(db.engine, bank_id, now)
    student.study(1)
    student.now = now + timedelta(days=9)
    (packed, *_) = pack_today(db.engine, student.learner, student.now, SEED)
    standing = packed.turn.standing
    given = Given(
        standing.question_id,
        standing.reps,
        Form.TYPED,
        standing.question.answer.shown,
        SEED,
    )
    answer = Sent("a", student.now, given)
    join(student.learner, student.now + timedelta(hours=5), answer)
    with db.engine.connect() as connection:
        query = select(MemoryRow.due).where(MemoryRow.learner_id == student.learner.id)
        mine = query.where(MemoryRow.question_id == standing.question_id)
        assert connection.execute(mine).scalar() == packed.choices[Rating.GOOD].due
