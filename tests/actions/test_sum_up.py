"""What a sitting brought, and what comes when."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Given, answer_question
from quiz.actions.plan_today import plan_today
from quiz.actions.show_question import next_question
from quiz.actions.sum_up import sum_up
from quiz.core.learner import Learner
from quiz.core.questions import Status
from quiz.storage.tables import BankRow, PersonRow, QuestionRow
from quiz.web.database import db
from tests.practice_bank import BANK, add_practice_bank

SEOUL = ZoneInfo("Asia/Seoul")
VISITOR = Learner(None, None, SEOUL)


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


def practise(
    bank_id: int, now: datetime, wrong_at_first: int = 0
) -> tuple[Learner, datetime]:
    """Take everything to the end, ten seconds an answer."""
    learner, seen = VISITOR, set[int]()
    while turn := next_question(db.engine, learner, bank_id, now, "seed"):
        standing = turn.standing
        is_wrong = standing.question_id not in seen and len(seen) < wrong_at_first
        seen.add(standing.question_id)
        text = "아니다" if is_wrong else standing.question.answer.shown
        given = Given(standing.question_id, standing.reps, turn.asked.form, text, "seed")
        answered = answer_question(db.engine, learner, given, now)
        learner = replace(learner, id=answered.learner_id)
        now += timedelta(seconds=10)
    return learner, now


def test_a_sitting_is_summed_up_by_first_answers(bank: BankRow, now: datetime) -> None:
    learner, later = practise(bank.id, now, wrong_at_first=2)
    summary = sum_up(db.engine, learner, bank.id, later)
    assert summary.is_over
    assert [summary.count(grade) for grade in ("right", "close", "wrong")] == [3, 0, 2]
    assert len(summary.learned) == 5
    assert [answer.given for answer in summary.again] == ["아니다", "아니다"]
    assert summary.seconds == 10 * (12 - 1)
    assert sum(day.questions for day in summary.coming) == 5
    assert summary.next_due
    assert summary.next_due > later


def test_what_is_due_later_today_is_not_counted_tomorrow(
    bank: BankRow, now: datetime
) -> None:
    turn = next_question(db.engine, VISITOR, bank.id, now, "seed")
    assert turn
    standing = turn.standing
    given = Given(standing.question_id, 0, turn.asked.form, "아니다", "seed")
    answered = answer_question(db.engine, VISITOR, given, now)
    learner = replace(VISITOR, id=answered.learner_id)
    coming = sum_up(db.engine, learner, bank.id, now).coming
    assert [day.questions for day in coming] == [1, 0, 0, 0, 0, 0, 0, 0]
    assert coming[0].date <= now < coming[1].date
    late = sum_up(db.engine, learner, bank.id, now + timedelta(days=3)).coming
    assert late[0].questions == 1


def test_a_visitor_who_did_nothing_has_an_empty_summary(
    bank: BankRow, now: datetime
) -> None:
    summary = sum_up(db.engine, VISITOR, bank.id, now)
    assert not summary.is_over
    assert (summary.first, summary.next_due, summary.seconds) == ((), None, 0)


def test_the_next_day_is_a_sitting_of_its_own(bank: BankRow, now: datetime) -> None:
    learner, later = practise(bank.id, now)
    assert sum_up(db.engine, learner, bank.id, later + timedelta(days=1)).first == ()


def test_today_is_counted_and_yesterday_remembered(bank: BankRow, now: datetime) -> None:
    today = plan_today(db.engine, VISITOR, now)
    assert (today.due, today.new, today.minutes) == (0, 5, 2)
    assert today.start
    assert today.start.counts.title == "섬의 등대"
    assert not today.has_begun

    learner, later = practise(bank.id, now, wrong_at_first=1)
    done = plan_today(db.engine, learner, later)
    assert (done.due, done.new, done.start) == (0, 0, None)
    assert done.banks[0].counts.learned == 5
    assert done.banks[0].counts.next_due

    tomorrow = plan_today(db.engine, learner, later + timedelta(days=1))
    assert (tomorrow.seen_yesterday, tomorrow.remembered_yesterday) == (5, 4)
    week = plan_today(db.engine, learner, later + timedelta(days=8))
    assert week.due == 5
    assert week.seen_yesterday == 0


def test_drafts_and_retired_questions_are_not_counted(
    session: Session, bank: BankRow, now: datetime
) -> None:
    learner, later = practise(bank.id, now)
    session.rollback()  # see what was written meanwhile
    for row, status in zip(
        session.scalars(select(QuestionRow)), (Status.DRAFT, Status.RETIRED), strict=False
    ):
        row.status = status
    session.commit()
    week = plan_today(db.engine, learner, later + timedelta(days=8))
    assert (week.due, week.banks[0].counts.questions) == (3, 3)


def test_the_bank_with_the_most_to_review_comes_first(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    other = replace(BANK, id="00000000-0000-4000-8000-000000000001", title="다른 등대")
    second = add_practice_bank(session, owner.id, bank=other)
    learner, later = practise(second.id, now)
    week = plan_today(db.engine, learner, later + timedelta(days=8))
    assert week.start
    assert week.start.counts.id == second.id
    assert week.new == 5
