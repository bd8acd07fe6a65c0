"""An answer is graded, logged and scheduled, once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Answered, Given, answer_question
from quiz.actions.show_question import Turn, every_rating, next_question
from quiz.core.learner import Learner
from quiz.core.questions import Status
from quiz.core.scheduling import Rating, State
from quiz.storage.banks import NotFound
from quiz.storage.memories import memory_from
from quiz.storage.tables import (
    BankRow,
    MemoryRow,
    PersonRow,
    QuestionRow,
    ReviewRow,
    SittingRow,
)
from quiz.web.database import db
from tests.practice_bank import add_practice_bank

SEOUL = ZoneInfo("Asia/Seoul")
VISITOR = Learner(None, None, SEOUL)


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


def turn_of(session: Session, learner: Learner, bank: BankRow, now: datetime) -> Turn:
    turn = next_question(db.engine, learner, bank.id, now, "seed")
    session.rollback()
    assert turn
    return turn


def given_to(turn: Turn, text: str) -> Given:
    standing = turn.standing
    return Given(standing.question_id, standing.reps, turn.asked.form, text, "seed")


def answer(
    session: Session, learner: Learner, bank: BankRow, now: datetime, text: str = ""
) -> tuple[Learner, Answered]:
    """Answer the next question, rightly unless `text` is given."""
    turn = turn_of(session, learner, bank, now)
    right = turn.standing.question.answer.shown
    answered = answer_question(db.engine, learner, given_to(turn, text or right), now)
    return Learner(answered.learner_id, None, SEOUL), answered


def test_the_first_answer_makes_the_learner(
    session: Session, bank: BankRow, now: datetime
) -> None:
    before = len(session.scalars(select(PersonRow)).all())
    learner, answered = answer(session, VISITOR, bank, now)
    people = session.scalars(select(PersonRow)).all()
    assert len(people) == before + 1
    person = session.get(PersonRow, learner.id)
    assert person
    assert person.zone == "Asia/Seoul"
    review = session.get(ReviewRow, answered.review_id)
    assert review
    assert (review.grade, review.rating, review.reps) == ("right", 3, 0)
    memory = session.get(MemoryRow, (learner.id, review.question_id))
    assert memory
    assert (memory.state, memory.reps) == (State.LEARNING, 1)
    assert memory.due > now
    assert review.before is None
    assert memory_from(review.after)


def test_looking_at_a_question_stores_nothing(
    session: Session, bank: BankRow, now: datetime
) -> None:
    before = len(session.scalars(select(PersonRow)).all())
    turn_of(session, VISITOR, bank, now)
    assert len(session.scalars(select(PersonRow)).all()) == before
    assert not session.scalars(select(SittingRow)).all()


def test_a_wrong_answer_comes_again_in_a_minute(
    session: Session, bank: BankRow, now: datetime
) -> None:
    learner, answered = answer(session, VISITOR, bank, now, text="아니다")
    review = session.get(ReviewRow, answered.review_id)
    assert review
    assert (review.grade, review.rating) == ("wrong", 1)
    memory = session.get(MemoryRow, (learner.id, review.question_id))
    assert memory
    assert timedelta(seconds=60) <= memory.due - now <= timedelta(seconds=75)


def test_the_same_answer_sent_twice_counts_once(
    session: Session, bank: BankRow, now: datetime
) -> None:
    learner, _ = answer(session, VISITOR, bank, now)
    turn = turn_of(session, learner, bank, now)
    given = given_to(turn, "아니다")
    first = answer_question(db.engine, learner, given, now)
    second = answer_question(db.engine, learner, given, now + timedelta(seconds=2))
    assert first == second
    assert len(session.scalars(select(ReviewRow)).all()) == 2
    memory = session.get(MemoryRow, (learner.id, turn.standing.question_id))
    assert memory
    assert memory.reps == 1


def test_a_tap_that_comes_at_the_same_moment_counts_once(
    app: Flask, session: Session, bank: BankRow, now: datetime
) -> None:
    learner, _ = answer(session, VISITOR, bank, now)
    given = given_to(turn_of(session, learner, bank, now), "아니다")
    engine = db.engine  # threads have no app of their own

    def tap(_: int) -> Answered:
        return answer_question(engine, learner, given, now)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(tap, range(16)))
    assert len(set(answers)) == 1
    assert answers[0].review_id
    assert len(session.scalars(select(ReviewRow)).all()) == 2


def test_many_learners_at_once_lose_nothing(
    app: Flask, session: Session, bank: BankRow, now: datetime
) -> None:
    bank_id, engine = bank.id, db.engine
    session.rollback()

    def take_all(_: int) -> int:
        learner, done = VISITOR, 0
        while turn := next_question(engine, learner, bank_id, now, "seed"):
            given = given_to(turn, turn.standing.question.answer.shown)
            answered = answer_question(engine, learner, given, now)
            learner = Learner(answered.learner_id, None, SEOUL)
            done += answered.review_id is not None
        return done

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(take_all, range(12)))
    assert done == [10] * 12  # five questions, two learning steps each
    assert len(session.scalars(select(ReviewRow)).all()) == 120


def test_an_answer_to_a_question_that_was_retired_meanwhile_does_not_count(
    session: Session, bank: BankRow, now: datetime
) -> None:
    turn = turn_of(session, VISITOR, bank, now)
    row = session.get(QuestionRow, turn.standing.question_id)
    assert row
    row.status = Status.RETIRED
    session.commit()
    answered = answer_question(db.engine, VISITOR, given_to(turn, "1903년"), now)
    assert answered == Answered(None, bank.id, None)
    assert not session.scalars(select(ReviewRow)).all()


def test_a_bank_that_is_not_public_is_only_the_owners(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    bank = add_practice_bank(session, owner.id, is_public=False)
    with pytest.raises(NotFound):
        next_question(db.engine, VISITOR, bank.id, now, "seed")
    mine = Learner(owner.id, owner.id, SEOUL)
    turn = turn_of(session, mine, bank, now)
    with pytest.raises(NotFound):
        answer_question(db.engine, VISITOR, given_to(turn, "x"), now)
    assert answer_question(db.engine, mine, given_to(turn, "x"), now).review_id


def test_learners_are_kept_apart(session: Session, bank: BankRow, now: datetime) -> None:
    first, _ = answer(session, VISITOR, bank, now)
    second, _ = answer(session, VISITOR, bank, now)
    assert first.id != second.id
    assert len(session.scalars(select(MemoryRow)).all()) == 2


def test_a_whole_sitting_ends_and_comes_back_when_it_is_due(
    session: Session, bank: BankRow, now: datetime
) -> None:
    learner, answers, siblings = VISITOR, 0, []
    while turn := next_question(db.engine, learner, bank.id, now, "seed"):
        siblings.append(turn.standing.question_id)
        learner, _ = answer(session, learner, bank, now)
        answers += 1
        assert answers <= 10
    assert answers == 10
    assert len(session.scalars(select(SittingRow)).all()) == 1
    memories = session.scalars(select(MemoryRow)).all()
    assert {memory.state for memory in memories} == {int(State.REVIEW)}
    soonest = min(memory.due for memory in memories)
    session.rollback()
    assert next_question(db.engine, learner, bank.id, soonest, "seed")
    assert not next_question(db.engine, learner, bank.id, soonest - timedelta(1), "seed")


def test_progress_grows_with_every_answer(
    session: Session, bank: BankRow, now: datetime
) -> None:
    first = turn_of(session, VISITOR, bank, now).progress
    assert (first.seen, first.questions, first.answers, first.all_answers) == (0, 5, 0, 10)
    learner, _ = answer(session, VISITOR, bank, now)
    second = turn_of(session, learner, bank, now).progress
    assert (second.seen, second.questions, second.answers) == (1, 5, 1)
    assert second.all_answers == 10


def test_the_daily_limit_of_new_questions_holds(
    session: Session, bank: BankRow, now: datetime
) -> None:
    learner, _ = answer(session, VISITOR, bank, now)
    person = session.get(PersonRow, learner.id)
    assert person
    person.new_a_day = 2
    session.commit()
    seen = set()
    for _ in range(10):
        turn = next_question(db.engine, learner, bank.id, now, "seed")
        if turn is None:
            break
        seen.add(turn.standing.question_id)
        learner, _ = answer(session, learner, bank, now)
    assert len(session.scalars(select(MemoryRow)).all()) == 2
    tomorrow = now + timedelta(days=1)
    assert turn_of(session, learner, bank, tomorrow).standing.reps == 0


def test_the_preview_on_a_button_is_what_the_answer_does(
    session: Session, bank: BankRow, now: datetime
) -> None:
    turn = turn_of(session, VISITOR, bank, now)
    _, answered = answer(session, VISITOR, bank, now)
    review = session.get(ReviewRow, answered.review_id)
    assert review
    after = memory_from(review.after)
    assert after
    shown = every_rating(turn.standing, SEOUL, None, now, "seed")
    assert shown[Rating(review.rating)] == after
