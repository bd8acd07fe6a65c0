"""A teacher's corrections are kept as revisions and never overwrite another's."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from quiz.actions.edit_question import ChangedMeanwhile, add_question, edit_question
from quiz.core.problems import Problem
from quiz.core.questions import Answer, AnswerKind, Question
from quiz.storage.banks import NotFound
from quiz.storage.revisions import revisions_of
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


def reworded(old: Question) -> Question:
    return replace(old, prompt="한빛천문대를 처음 맡은 사람은 누구인가?")


def test_an_edit_is_kept_with_its_revision(
    session: Session, bank: BankRow, now: datetime
) -> None:
    first, version = bank.questions[0], bank.version
    edit_question(session, bank.owner_id, first.id, reworded, 1, now)
    assert first.prompt == first.question.prompt == reworded(first.question).prompt
    assert first.changed == now
    assert [(each.number, each.what) for each in revisions_of(session, first.id)] == [
        (2, "edited"),
        (1, "created"),
    ]
    assert bank.version == version + 1


def test_saving_without_a_change_leaves_no_revision(
    session: Session, bank: BankRow, now: datetime
) -> None:
    first = bank.questions[0]
    edit_question(session, bank.owner_id, first.id, lambda old: old, 1, now)
    assert len(revisions_of(session, first.id)) == 1


def test_an_edit_of_an_old_state_is_refused_with_the_new_one(
    session: Session, bank: BankRow, now: datetime
) -> None:
    first = bank.questions[0]
    edit_question(session, bank.owner_id, first.id, reworded, 1, now)
    with pytest.raises(ChangedMeanwhile) as refused:
        edit_question(
            session, bank.owner_id, first.id, lambda old: replace(old, prompt="?"), 1, now
        )
    assert refused.value.number == 2
    assert refused.value.question.prompt == first.prompt
    assert len(revisions_of(session, first.id)) == 2


def test_a_question_that_cannot_be_asked_is_not_kept(
    session: Session, bank: BankRow, now: datetime
) -> None:
    first = bank.questions[0]
    with pytest.raises(Problem, match="Write the question"):
        edit_question(
            session, bank.owner_id, first.id, lambda old: replace(old, prompt=" "), 1, now
        )
    session.rollback()
    assert first.prompt != " "


def test_a_question_of_somebody_else_is_not_found(
    session: Session, bank: BankRow, now: datetime
) -> None:
    with pytest.raises(NotFound):
        edit_question(session, bank.owner_id + 1, bank.questions[0].id, reworded, 1, now)


def test_a_question_written_by_hand_stands_at_the_end(
    session: Session, bank: BankRow, now: datetime
) -> None:
    written = Question("", "별지기는 몇 명인가?", Answer(AnswerKind.NUMBER, ("12명",)))
    row = add_question(session, bank.owner_id, bank.id, written, now)
    assert row.position == 5
    assert row.kind == ""
    assert row.uid
    assert row.question.created == now
    assert row.bank.changed == now < now + timedelta(1)
