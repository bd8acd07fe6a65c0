"""The learner has the last word, and the log keeps every word."""

from dataclasses import astuple, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Answered, Given, answer_question
from quiz.actions.overrule_answer import dispute_answer, rate_answer, undo_answer
from quiz.actions.show_question import next_question
from quiz.core.learner import Learner
from quiz.core.problems import Problem
from quiz.core.questions import Form
from quiz.core.scheduling import Memory, Rating, State
from quiz.storage.banks import NotFound
from quiz.storage.memories import memory_data, memory_from
from quiz.storage.practice_queries import find_standing
from quiz.storage.tables import BankRow, MemoryRow, PersonRow, ReviewRow
from quiz.web.database import db
from tests.practice_bank import BANK, add_practice_bank

SEOUL = ZoneInfo("Asia/Seoul")
VISITOR = Learner(None, None, SEOUL)


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    """Ask everything in writing: only then a learner may say: I was right."""
    questions = tuple(replace(each, forms=(Form.TYPED,)) for each in BANK.questions)
    return add_practice_bank(session, owner.id, bank=replace(BANK, questions=questions))


def answer(
    session: Session, learner: Learner, bank_id: int, now: datetime, text: str
) -> tuple[Learner, int]:
    turn = next_question(db.engine, learner, bank_id, now, "seed")
    assert turn
    given = Given(
        turn.standing.question_id, turn.standing.reps, turn.asked.form, text, "seed"
    )
    session.rollback()
    answered: Answered = answer_question(db.engine, learner, given, now)
    assert answered.review_id
    return Learner(answered.learner_id, None, SEOUL), answered.review_id


def memory_now(session: Session, learner: Learner, question_id: int) -> Memory | None:
    session.rollback()  # see what was written meanwhile
    found = find_standing(session.connection(), learner, question_id).memory
    session.rollback()
    return found


def review_row(session: Session, review_id: int) -> ReviewRow:
    session.rollback()  # see what was written meanwhile
    row = session.get(ReviewRow, review_id, populate_existing=True)
    assert row
    return row


def test_i_was_right_counts_as_right_and_stays_marked(
    session: Session, bank: BankRow, now: datetime
) -> None:
    learner, review_id = answer(session, VISITOR, bank.id, now, "아니다")
    new_id = dispute_answer(db.engine, learner, review_id, now, "seed").review_id or 0
    old, new = review_row(session, review_id), review_row(session, new_id)
    assert old.voided
    assert (old.grade, old.rating, old.disputed) == ("wrong", 1, False)
    assert (new.grade, new.rating, new.disputed, new.voided) == ("right", 3, True, None)
    assert (new.reps, new.at, new.given) == (old.reps, old.at, old.given)
    memory = memory_now(session, learner, old.question_id)
    assert memory
    assert (memory.step, memory.reps) == (1, 1)


def test_only_what_was_written_can_be_called_right(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    choices = tuple(replace(each, forms=(Form.CHOICE,)) for each in BANK.questions)
    other = replace(BANK, id="00000000-0000-4000-8000-000000000002", questions=choices)
    chosen = add_practice_bank(session, owner.id, bank=other).id
    for bank_id, text in ((chosen, "1893년"), (bank.id, ""), (bank.id, " ")):
        learner, review_id = answer(session, VISITOR, bank_id, now, text)
        same = dispute_answer(db.engine, learner, review_id, now, "seed")
        assert same.review_id == review_id
        row = review_row(session, review_id)
        assert (row.grade, row.disputed, row.voided) == ("wrong", False, None)


def test_a_rating_of_ones_own_sets_the_date_that_the_button_promised(
    session: Session, bank: BankRow, now: datetime
) -> None:
    learner, review_id = answer(session, VISITOR, bank.id, now, "아니다")
    changed = rate_answer(db.engine, learner, review_id, Rating.EASY, now, "seed")
    new_id = changed.review_id or 0
    new = review_row(session, new_id)
    assert (new.grade, new.rating) == ("wrong", 4)
    memory = memory_now(session, learner, new.question_id)
    assert memory
    assert memory.state is State.REVIEW
    assert memory == memory_from(new.after)


def test_the_same_rating_changes_nothing(
    session: Session, bank: BankRow, now: datetime
) -> None:
    learner, review_id = answer(session, VISITOR, bank.id, now, "아니다")
    same = rate_answer(db.engine, learner, review_id, Rating.AGAIN, now, "seed")
    assert same.review_id == review_id
    assert len(session.scalars(select(ReviewRow)).all()) == 1


def test_undo_makes_a_first_answer_unasked(
    session: Session, bank: BankRow, now: datetime
) -> None:
    learner, review_id = answer(session, VISITOR, bank.id, now, "아니다")
    question_id = review_row(session, review_id).question_id
    back = undo_answer(db.engine, learner, review_id, now)
    assert (back.bank_id, back.question_id) == (bank.id, question_id)
    assert memory_now(session, learner, question_id) is None
    assert review_row(session, review_id).voided
    again = undo_answer(db.engine, learner, review_id, now)
    assert again == back


def test_an_answer_can_be_given_again_after_undo(
    session: Session, bank: BankRow, now: datetime
) -> None:
    learner, review_id = answer(session, VISITOR, bank.id, now, "아니다")
    undo_answer(db.engine, learner, review_id, now)
    _, second = answer(session, learner, bank.id, now, "1903년")
    assert review_row(session, second).reps == 0
    assert len(session.scalars(select(MemoryRow)).all()) == 1


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    some.lists(some.tuples(some.booleans(), some.integers(0, 60)), min_size=1, max_size=6)
)
def test_undo_restores_the_memory_exactly(
    session: Session, bank: BankRow, now: datetime, history: list[tuple[bool, int]]
) -> None:
    learner, moment, bank_id = VISITOR, now, bank.id
    memory = None
    for right, days in history:
        moment += timedelta(days=days, microseconds=7)
        turn = next_question(db.engine, learner, bank_id, moment, "seed")
        if turn is None:
            continue
        text = turn.standing.question.answer.shown if right else "아니다"
        memory = turn.standing.memory
        learner, review_id = answer(session, learner, bank_id, moment, text)
    undo_answer(db.engine, learner, review_id, moment)
    question_id = review_row(session, review_id).question_id
    assert memory_now(session, learner, question_id) == memory


def test_only_the_last_answer_to_a_question_can_be_changed(
    session: Session, bank: BankRow, now: datetime
) -> None:
    learner, first = answer(session, VISITOR, bank.id, now, "아니다")
    for _ in range(9):
        learner, _ = answer(session, learner, bank.id, now, "아니다")
    with pytest.raises(Problem):
        undo_answer(db.engine, learner, first, now)
    with pytest.raises(Problem):
        dispute_answer(db.engine, learner, first, now, "seed")
    assert not review_row(session, first).voided


def test_nobody_touches_the_answers_of_others(
    session: Session, bank: BankRow, now: datetime
) -> None:
    _, review_id = answer(session, VISITOR, bank.id, now, "아니다")
    stranger, _ = answer(session, VISITOR, bank.id, now, "아니다")
    for other in (stranger, VISITOR):
        with pytest.raises(NotFound):
            undo_answer(db.engine, other, review_id, now)
        with pytest.raises(NotFound):
            dispute_answer(db.engine, other, review_id, now, "seed")
        with pytest.raises(NotFound):
            rate_answer(db.engine, other, review_id, Rating.EASY, now, "seed")


def test_the_log_rebuilds_the_memories(
    session: Session, bank: BankRow, now: datetime
) -> None:
    learner = VISITOR
    for number in range(14):
        moment = now + timedelta(hours=7 * number)
        if next_question(db.engine, learner, bank.id, moment, "seed") is None:
            continue
        session.rollback()
        learner, _ = answer(session, learner, bank.id, moment, "26미터")
    counted = select(ReviewRow).where(ReviewRow.voided.is_(None)).order_by(ReviewRow.id)
    last = {row.question_id: memory_from(row.after) for row in session.scalars(counted)}
    for question_id, memory in last.items():
        assert memory_now(session, learner, question_id) == memory


def test_a_memory_survives_storage_to_the_last_digit(now: datetime) -> None:
    memory = Memory(State.REVIEW, 0, 3.1234567890123, 5.00001, now, now, 3, 1)
    assert memory_from(memory_data(memory)) == memory
    assert astuple(memory)[2] == 3.1234567890123
