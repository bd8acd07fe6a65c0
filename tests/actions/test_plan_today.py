"""Which banks make up a day: those of the learner's language, begun or given."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Given, answer_question
from quiz.actions.pack_today import pack_today
from quiz.actions.plan_today import plan_today
from quiz.actions.show_question import next_question
from quiz.core.learner import Learner
from quiz.core.questions import Bank
from quiz.storage.tables import BankRow, PersonRow
from quiz.web.database import db
from tests.practice_bank import BANK, add_practice_bank

VISITOR = Learner(None, None, ZoneInfo("Asia/Seoul"))
SEED = "seed"


def copy_of(bank: Bank, language: str) -> Bank:
    """Return the bank as another one, in another language."""
    articles = tuple(replace(article, id=str(uuid4())) for article in bank.articles)
    questions = tuple(replace(q, id=str(uuid4()), evidence=None) for q in bank.questions)
    return replace(
        bank,
        id=str(uuid4()),
        title=language,
        language=language,
        articles=articles,
        questions=questions,
    )


@pytest.fixture
def banks(session: Session, owner: PersonRow) -> Mapping[str, BankRow]:
    """Two banks open to everyone: the English one is older."""
    return {
        language: add_practice_bank(session, owner.id, bank=copy_of(BANK, language))
        for language in ("en", "ko")
    }


@pytest.mark.parametrize("reads", ["ko", "en"])
def test_a_first_visitor_begins_with_the_bank_of_their_language(
    reads: str, banks: Mapping[str, BankRow], now: datetime
) -> None:
    today = plan_today(db.engine, VISITOR, now, reads)
    assert today.start
    assert today.start.counts.id == banks[reads].id
    assert today.banks[0].counts.language == reads
    assert len(today.banks) == 2
    assert today.new == len(BANK.questions)


def test_a_bank_in_another_language_counts_once_it_is_begun(
    banks: Mapping[str, BankRow], now: datetime
) -> None:
    turn = next_question(db.engine, VISITOR, banks["en"].id, now, SEED)
    assert turn
    given = Given(turn.standing.question_id, 0, turn.asked.form, "?", SEED)
    answered = answer_question(db.engine, VISITOR, given, now)
    learner = replace(VISITOR, id=answered.learner_id)
    today = plan_today(db.engine, learner, now, "ko")
    assert today.new == 2 * len(BANK.questions) - 1
    assert today.due == 1


def test_a_bank_that_was_given_counts_in_any_language(
    session: Session, owner: PersonRow, banks: Mapping[str, BankRow], now: datetime
) -> None:
    given = add_practice_bank(session, owner.id, is_public=False, bank=copy_of(BANK, "en"))
    pupil = replace(VISITOR, shared=frozenset({given.id}))
    assert plan_today(db.engine, pupil, now, "ko").new == 2 * len(BANK.questions)


def test_where_no_bank_is_in_the_learners_language_all_are_asked(
    banks: Mapping[str, BankRow], now: datetime
) -> None:
    assert plan_today(db.engine, VISITOR, now, "fr").new == 2 * len(BANK.questions)
    assert plan_today(db.engine, VISITOR, now).new == 2 * len(BANK.questions)


def test_the_same_banks_are_carried_along(
    banks: Mapping[str, BankRow], now: datetime
) -> None:
    packed = pack_today(db.engine, VISITOR, now, SEED, "en")
    assert {each.turn.bank.id for each in packed} == {banks["en"].id}
