"""Banks are kept whole, and belong to their teacher."""

from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Given, answer_question
from quiz.actions.overrule_answer import undo_answer
from quiz.actions.show_question import next_question
from quiz.core.learner import Learner
from quiz.core.problems import Problem
from quiz.core.questions import Status
from quiz.storage.banks import (
    NotFound,
    add_questions,
    counts_by_status,
    find_bank_of,
    find_question_of,
    remove_unanswered_bank,
    whole_bank,
)
from quiz.storage.tables import (
    ArticleRow,
    BankRow,
    JobRow,
    PersonRow,
    QuestionRow,
    RevisionRow,
)
from quiz.web.database import db
from tests.desk_bank import LONG_AGO, add_desk_bank, begin_empty, draft_bank
from tests.practice_bank import add_practice_bank
from tests.samples import sample_questions


def test_a_bank_comes_back_as_it_was_kept(session: Session, owner: PersonRow) -> None:
    row = add_desk_bank(session, owner.id)
    session.expire_all()
    assert whole_bank(row) == draft_bank()


def test_questions_added_later_stand_at_the_end(session: Session, owner: PersonRow) -> None:
    row = begin_empty(session, owner.id)
    for question in sample_questions():
        add_questions(session, row, [question], owner.id, LONG_AGO)
        session.commit()
    assert [each.position for each in row.questions] == [0, 1, 2, 3, 4]
    assert [each.question for each in row.questions] == list(sample_questions())


def test_counts_are_told_for_every_bank_asked_for(
    session: Session, owner: PersonRow
) -> None:
    full, empty = add_desk_bank(session, owner.id), begin_empty(session, owner.id)
    counts = counts_by_status(session, [full.id, empty.id])
    assert counts[full.id] == {
        Status.DRAFT: 5,
        Status.APPROVED: 0,
        Status.RETIRED: 0,
    }
    assert set(counts[empty.id].values()) == {0}


def test_nobody_else_finds_a_teachers_bank(session: Session, owner: PersonRow) -> None:
    row = add_desk_bank(session, owner.id)
    assert find_bank_of(session, owner.id, row.id) is row
    with pytest.raises(NotFound):
        find_bank_of(session, owner.id + 1, row.id)
    with pytest.raises(NotFound):
        find_question_of(session, owner.id + 1, row.questions[0].id)


def test_a_bank_that_nobody_answered_is_removed_with_everything(
    session: Session, owner: PersonRow
) -> None:
    full, empty = add_desk_bank(session, owner.id), begin_empty(session, owner.id)
    assert full.articles
    assert full.questions
    remove_unanswered_bank(session, full)
    session.commit()
    assert list(session.scalars(select(BankRow))) == [empty]
    assert list(session.scalars(select(ArticleRow))) == empty.articles
    assert list(session.scalars(select(RevisionRow))) == []
    remove_unanswered_bank(session, empty)
    session.commit()
    for table in (BankRow, ArticleRow, JobRow, QuestionRow):
        assert list(session.scalars(select(table))) == []


@pytest.mark.parametrize("taken_back", [False, True])
def test_a_bank_with_an_answer_stays_even_if_it_was_taken_back(
    session: Session, owner: PersonRow, taken_back: bool
) -> None:
    bank = add_practice_bank(session, owner.id)
    learner = Learner(None, None, ZoneInfo("UTC"))
    asked = next_question(db.engine, learner, bank.id, LONG_AGO, "seed")
    assert asked
    given = Given(asked.standing.question_id, 0, asked.asked.form, "?", "seed")
    answered = answer_question(db.engine, learner, given, LONG_AGO)
    if taken_back:
        learner = Learner(answered.learner_id, None, ZoneInfo("UTC"))
        undo_answer(db.engine, learner, answered.review_id or 0, LONG_AGO)
    session.rollback()  # see what was written meanwhile
    with pytest.raises(Problem, match="private"):
        remove_unanswered_bank(session, bank)
    session.rollback()
    assert session.get(BankRow, bank.id)
