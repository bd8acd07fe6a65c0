"""Of the questions of one sentence one comes a day, as Anki buries siblings."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

import pytest
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Given, answer_question
from quiz.actions.overrule_answer import undo_answer
from quiz.actions.pack_today import pack_today
from quiz.actions.plan_today import plan_today
from quiz.actions.set_question_aside import Wish, set_question_aside
from quiz.actions.set_wishes import change_settings, set_exam
from quiz.actions.show_question import Turn, next_question
from quiz.core.learner import Settings
from quiz.core.questions import Form, Question
from quiz.storage.tables import BankRow, PersonRow
from quiz.web.database import db
from tests.practice_bank import BANK, QUESTIONS, add_practice_bank
from tests.studying import SEED, Student

DAY = timedelta(days=1)


def beside(question: Question, word: str) -> Question:
    """Return another question about the same sentence."""
    again = f"{question.prompt} {word}"
    return replace(question, id=str(uuid5(NAMESPACE_URL, again)), prompt=again)


FIRST, SECOND = QUESTIONS[0], QUESTIONS[1]
ALL = (FIRST, beside(FIRST, "다시"), beside(FIRST, "또"), SECOND, beside(SECOND, "다시"))


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id, bank=replace(BANK, questions=ALL))


@pytest.fixture
def student(bank: BankRow, now: datetime) -> Student:
    return Student(db.engine, bank.id, now)


def asked_today(student: Student) -> list[str]:
    """Answer all that comes today, right, and return each prompt once, in order."""
    prompts: dict[str, None] = {}
    while (turn := next_turn(student)) is not None:
        prompts[turn.standing.question.prompt] = None
        student.answer()
    return list(prompts)


def next_turn(student: Student) -> Turn | None:
    return next_question(
        student.engine, student.learner, student.bank_id, student.now, SEED
    )


def counts(student: Student) -> tuple[int, int]:
    today = plan_today(student.engine, student.learner, student.now)
    return today.due, today.new


def wish(student: Student, **settings: bool) -> None:
    person = change_settings(db.engine, student.learner, Settings(**settings), student.now)
    student.learner = replace(student.learner, id=person)


def test_new_siblings_come_on_one_day_each(student: Student) -> None:
    assert counts(student) == (0, 2)
    assert asked_today(student) == [FIRST.prompt, SECOND.prompt]
    assert counts(student) == (0, 0)
    student.now += DAY
    assert counts(student)[1] == 2
    assert ALL[1].prompt in asked_today(student)


def test_who_does_not_want_that_gets_them_all_but_never_one_after_the_other(
    student: Student,
) -> None:
    wish(student, buries_siblings=False)
    assert counts(student) == (0, 5)
    prompts = asked_today(student)
    assert len(prompts) == 5
    assert prompts[:4] == [ALL[0].prompt, ALL[3].prompt, ALL[1].prompt, ALL[4].prompt]


def test_of_siblings_that_are_due_one_comes_and_the_other_waits(student: Student) -> None:
    wish(student, buries_siblings=False)
    asked_today(student)
    wish(student, buries_siblings=True)
    student.now += 30 * DAY
    assert counts(student) == (2, 0)
    assert len(asked_today(student)) == 2
    assert counts(student) == (0, 0)
    student.now += DAY
    assert counts(student)[0] == 2


def test_what_is_counted_is_what_comes_day_after_day(student: Student) -> None:
    for _ in range(40):
        due, new = counts(student)
        assert len(asked_today(student)) == due + new
        assert counts(student) == (0, 0)
        student.now = student.now.replace(hour=9, minute=0, second=0) + DAY


def test_an_answer_that_is_taken_back_frees_its_siblings(student: Student) -> None:
    answered = student.answer()
    assert answered is not None
    assert answered.review_id is not None
    undo_answer(db.engine, student.learner, answered.review_id, student.now)
    assert counts(student) == (0, 2)


def test_a_question_set_aside_does_not_hold_up_its_siblings(student: Student) -> None:
    asked_today(student)
    number = question_number(FIRST.prompt)
    student.now += 60 * DAY
    set_question_aside(db.engine, student.learner, number, Wish.NEVER, student.now)
    prompts = asked_today(student)
    assert FIRST.prompt not in prompts
    assert ALL[1].prompt in prompts


def question_number(prompt: str) -> int:
    row = db.session.query(BankRow).one()
    return next(each.id for each in row.questions if each.prompt == prompt)


def test_before_an_exam_all_of_them_come(student: Student) -> None:
    day = (student.now + DAY).date()
    person = set_exam(db.engine, student.learner, student.bank_id, day, student.now)
    student.learner = replace(student.learner, id=person)
    assert counts(student) == (0, 5)
    assert len(asked_today(student)) == 5


def test_what_is_carried_along_is_what_is_asked_today(student: Student) -> None:
    packed = pack_today(db.engine, student.learner, student.now, SEED)
    assert [each.turn.standing.question.prompt for each in packed] == [
        FIRST.prompt,
        SECOND.prompt,
    ]


def test_a_sibling_in_its_learning_steps_keeps_the_others_waiting(
    student: Student,
) -> None:
    turn = next_turn(student)
    assert turn is not None
    given = Given(turn.standing.question_id, 0, Form.TYPED, "", SEED)
    student.learner = replace(
        student.learner,
        id=answer_question(db.engine, student.learner, given, student.now).learner_id,
    )
    student.now += DAY
    assert counts(student) == (1, 1)
