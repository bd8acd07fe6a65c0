"""How a bank is answered: counts without names, Anki's only with leave."""

from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.storage.answer_counts import count_answers_to_bank, hardest_questions
from quiz.storage.joined_reviews import let_teachers_count
from quiz.storage.people import add_person
from quiz.storage.tables import BankRow, PersonRow, ReviewRow
from quiz.web.database import db
from tests.actions.test_fit_memory import log_answers
from tests.practice_bank import add_practice_bank

NOW = datetime.now(UTC)


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


@pytest.fixture
def in_anki(session: Session, bank: BankRow) -> int:
    """A learner who gave three answers, all in Anki."""
    person = add_person(session, NOW).id
    session.commit()
    log_answers(bank, person, (3,))
    session.rollback()
    for row in session.query(ReviewRow):
        row.source = "anki"
    session.commit()
    return person


def test_a_bank_that_nobody_answered_says_so(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    page = owner_client.get(f"/desk/banks/{bank.id}/answers").text
    assert "Nobody has answered" in page


def test_first_answers_are_counted_apart_from_later_ones(
    session: Session, bank: BankRow, owner: PersonRow
) -> None:
    log_answers(bank, owner.id, (4, 2))
    session.rollback()
    learners, counts = count_answers_to_bank(session, bank.id)
    assert (learners, counts.answers, counts.first) == (1, 6, 2)
    assert counts.part_first_right == 1.0
    [first, second] = sorted(
        hardest_questions(session, bank.id, 9), key=lambda each: each.question_id
    )
    assert (first.counts.answers, second.counts.answers) == (4, 2)


def test_answers_in_anki_count_only_with_the_learners_leave(
    session: Session, bank: BankRow, in_anki: int
) -> None:
    assert count_answers_to_bank(session, bank.id)[1].answers == 0
    session.rollback()
    with db.engine.begin() as connection:
        let_teachers_count(connection, in_anki, True)
    learners, counts = count_answers_to_bank(session, bank.id)
    assert (learners, counts.answers, counts.in_anki) == (1, 3, 3)


def test_the_page_shows_counts_and_no_names(
    owner_client: FlaskClient, bank: BankRow, owner: PersonRow, session: Session
) -> None:
    log_answers(bank, owner.id, (4, 2))
    session.rollback()  # see what was written meanwhile
    page = owner_client.get(f"/desk/banks/{bank.id}/answers").text
    assert "1 learner" in page
    assert "6 answers" in page
    assert "100%" in page
