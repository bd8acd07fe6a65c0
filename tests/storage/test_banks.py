"""Banks are kept whole, and belong to their teacher."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.core.problems import Problem
from quiz.core.questions import Status
from quiz.storage.banks import (
    NotFound,
    add_questions,
    counts_by_status,
    find_bank_of,
    find_question_of,
    remove_empty_bank,
    whole_bank,
)
from quiz.storage.tables import ArticleRow, BankRow, JobRow, PersonRow
from tests.desk_bank import LONG_AGO, add_desk_bank, begin_empty, draft_bank
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


def test_only_an_empty_bank_can_be_removed(session: Session, owner: PersonRow) -> None:
    full, empty = add_desk_bank(session, owner.id), begin_empty(session, owner.id)
    with pytest.raises(Problem, match="without questions"):
        remove_empty_bank(session, full)
    remove_empty_bank(session, empty)
    session.commit()
    assert list(session.scalars(select(BankRow))) == [full]
    assert list(session.scalars(select(ArticleRow))) == full.articles
    assert list(session.scalars(select(JobRow))) == []
