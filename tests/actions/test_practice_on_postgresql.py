"""A whole sitting on PostgreSQL: the same statements, the same outcome."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, create_engine, func, select
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Answered, Given, answer_question
from quiz.actions.overrule_answer import dispute_answer, undo_answer
from quiz.actions.plan_today import plan_today
from quiz.actions.report_question import Reason, report_question
from quiz.actions.set_question_aside import Wish, set_question_aside
from quiz.actions.set_wishes import change_settings, set_exam
from quiz.actions.show_bank import show_bank
from quiz.actions.show_feedback import Feedback, show_feedback
from quiz.actions.show_question import Way, next_question
from quiz.actions.sign_in import owner_of_installation
from quiz.actions.sum_up import sum_up
from quiz.actions.take_test import Plan, answer_item, hand_in, start_test
from quiz.actions.weigh_settings import weigh_settings
from quiz.core.learner import Learner, Settings
from quiz.storage.engine import bring_up_to_date, prepare_engine
from quiz.storage.tables import ReviewRow
from tests.practice_bank import add_practice_bank

SEOUL = ZoneInfo("Asia/Seoul")


@pytest.fixture
def engine(postgresql_url: str) -> Iterator[Engine]:
    engine = create_engine(postgresql_url)
    prepare_engine(engine)
    bring_up_to_date(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def bank_id(engine: Engine, now: datetime) -> int:
    with Session(engine) as session:
        owner = owner_of_installation(session, now)
        return add_practice_bank(session, owner.id).id


def answer(
    engine: Engine, learner: Learner, bank_id: int, now: datetime, text: str = ""
) -> Answered | None:
    turn = next_question(engine, learner, bank_id, now, "seed")
    if turn is None:
        return None
    standing = turn.standing
    text = text or standing.question.answer.shown
    given = Given(standing.question_id, standing.reps, turn.asked.form, text, "seed")
    return answer_question(engine, learner, given, now)


def test_a_sitting_from_the_first_answer_to_the_summary(
    engine: Engine, bank_id: int, now: datetime
) -> None:
    learner, count = Learner(None, None, SEOUL), 0
    while answered := answer(engine, learner, bank_id, now):
        learner = replace(learner, id=answered.learner_id)
        assert answered.review_id
        shown = show_feedback(engine, learner, answered.review_id, now, "seed")
        assert isinstance(shown, Feedback)
        assert shown.source
        assert shown.progress.answers == count + 1
        count += 1
    assert count == 10
    summary = sum_up(engine, learner, bank_id, now)
    assert (summary.count("right"), len(summary.learned), summary.is_over) == (5, 5, True)
    week = plan_today(engine, learner, now + timedelta(days=8))
    assert (week.due, week.new) == (5, 0)
    tomorrow = plan_today(engine, learner, now + timedelta(days=1))
    assert (tomorrow.seen_yesterday, tomorrow.remembered_yesterday) == (5, 5)


def test_an_answer_is_disputed_and_taken_back(
    engine: Engine, bank_id: int, now: datetime
) -> None:
    first = answer(engine, Learner(None, None, SEOUL), bank_id, now, "아니다")
    assert first
    assert first.review_id
    learner = Learner(first.learner_id, None, SEOUL)
    changed = dispute_answer(engine, learner, first.review_id, now, "seed")
    assert changed.review_id
    undo_answer(engine, learner, changed.review_id, now)
    again = next_question(engine, learner, bank_id, now, "seed")
    assert again
    assert again.standing.reps == 0


def test_many_taps_at_the_same_moment_count_once(
    engine: Engine, bank_id: int, now: datetime
) -> None:
    first = answer(engine, Learner(None, None, SEOUL), bank_id, now)
    assert first
    learner = Learner(first.learner_id, None, SEOUL)
    turn = next_question(engine, learner, bank_id, now, "seed")
    assert turn
    given = Given(turn.standing.question_id, 0, turn.asked.form, "아니다", "seed")
    with ThreadPoolExecutor(4) as pool:
        taps = list(
            pool.map(lambda _: answer_question(engine, learner, given, now), range(12))
        )
    assert len(set(taps)) == 1
    assert taps[0].review_id
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(ReviewRow)) == 2


def test_wishes_an_exam_and_a_test(engine: Engine, bank_id: int, now: datetime) -> None:
    first = next_question(engine, Learner(None, None, SEOUL), bank_id, now, "seed")
    assert first
    question = first.standing.question_id
    granted = set_question_aside(
        engine, Learner(None, None, SEOUL), question, Wish.NEVER, now
    )
    learner = Learner(granted.learner_id, None, SEOUL)
    report_question(engine, learner, question, Reason.TYPO, "때", now)
    set_exam(engine, learner, bank_id, now.date() + timedelta(days=2), now)
    change_settings(engine, learner, Settings(new_a_day=1, four_buttons=True), now)
    _, test_id = start_test(engine, learner, bank_id, Plan(5), now, "seed")
    for number in range(1, 5):
        assert answer_item(engine, learner, test_id, number, "모름", now)
    sheet = hand_in(engine, learner, test_id, now + timedelta(minutes=5))
    assert (sheet.answered, sheet.counted, sheet.credit) == (4, 4, 0)
    later = now + timedelta(minutes=10)
    study = show_bank(engine, learner, bank_id, later)
    assert (study.mistakes, len(study.aside)) == (4, 1)
    assert study.today.countdown
    turn = next_question(engine, learner, bank_id, later, "seed", way=Way.MISTAKES)
    assert turn
    assert turn.progress.questions == 4
    known, costs = weigh_settings(engine, learner, later)
    assert known.four_buttons
    assert len(costs) == 5
