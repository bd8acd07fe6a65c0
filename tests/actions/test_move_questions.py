"""Questions go from bank to bank with all that is known of them, and back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.actions.edit_question import edit_question
from quiz.actions.export_bank import export_bank
from quiz.actions.import_bank import import_bank
from quiz.actions.move_questions import put_into_new, put_questions
from quiz.actions.undo_change import undo_change
from quiz.core.problems import Problem
from quiz.core.questions import Bank
from quiz.formats.bank_file import read_bank
from quiz.storage.banks import NotFound, add_bank, whole_bank
from quiz.storage.catalogue import Wanted
from quiz.storage.tables import BankRow, MediumRow, MemoryRow, PersonRow
from tests.desk_bank import add_desk_bank

SECOND = timedelta(seconds=1)


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


@pytest.fixture
def other(session: Session, owner: PersonRow, now: datetime) -> BankRow:
    row = add_bank(session, Bank(str(uuid4()), "다른 문제집", "ko"), owner.id, now)
    session.commit()
    return row


def remember(session: Session, row: BankRow, person_id: int) -> None:
    """Let somebody have learned every question of the bank."""
    at = datetime(2030, 1, 1, tzinfo=UTC)
    for question in row.questions:
        session.add(
            MemoryRow(
                learner_id=person_id,
                question_id=question.id,
                bank_id=row.id,
                state=2,
                stability=9.0,
                difficulty=5.0,
                due=at,
                reviewed=at,
                first_reviewed=at,
                reps=3,
                lapses=0,
            )
        )
    session.commit()


def positions(session: Session, bank: BankRow) -> list[tuple[int, str]]:
    session.expire_all()
    return [(row.position, row.uid) for row in bank.questions]


def test_moved_questions_keep_their_ids_and_what_is_remembered(
    session: Session, bank: BankRow, other: BankRow, now: datetime
) -> None:
    remember(session, bank, bank.owner_id)
    session.add(MediumRow(bank_id=bank.id, name="a.png", content=b"1"))
    before = positions(session, bank)
    ids = [bank.questions[1].id, bank.questions[3].id]
    moved = put_questions(session, bank.owner_id, bank.id, ids, other.id, now)
    assert (moved.count, moved.there) == (2, 0)
    assert [uid for _, uid in positions(session, other)] == [before[1][1], before[3][1]]
    assert len(bank.questions) == 3
    query = select(MemoryRow.bank_id).where(MemoryRow.question_id.in_(ids))
    assert set(session.scalars(query)) == {other.id}
    assert read_bank(export_bank(session, other.id, "quiz").content).articles


@pytest.mark.parametrize("place", ["source", "target"])
def test_a_move_is_undone_from_either_bank(
    session: Session, bank: BankRow, other: BankRow, now: datetime, place: str
) -> None:
    remember(session, bank, bank.owner_id)
    before, whole = positions(session, bank), whole_bank(bank)
    put_questions(session, bank.owner_id, bank.id, Wanted(), other.id, now)
    assert bank.questions == []
    at = {"source": bank, "target": other}[place]
    assert len(undo_change(session, at.owner_id, at.id, now + SECOND)) == 5
    assert positions(session, bank) == before
    assert other.questions == []
    assert whole_bank(bank).questions == whole.questions
    assert set(session.scalars(select(MemoryRow.bank_id))) == {bank.id}
    with pytest.raises(Problem, match="nothing to undo"):
        undo_change(session, bank.owner_id, at.id, now + 2 * SECOND)


def test_a_moved_question_that_was_edited_since_is_not_taken_back_from_its_old_bank(
    session: Session, bank: BankRow, other: BankRow, now: datetime
) -> None:
    chosen = [bank.questions[0].id]
    put_questions(session, bank.owner_id, bank.id, chosen, other.id, now)
    edit_question(
        session,
        bank.owner_id,
        chosen[0],
        lambda q: replace(q, prompt="새 문제?"),
        2,
        now + SECOND,
    )
    with pytest.raises(Problem):
        undo_change(session, bank.owner_id, bank.id, now + 2 * SECOND)
    session.rollback()
    for number in (2, 3):
        undo_change(session, bank.owner_id, other.id, now + number * SECOND)
    assert len(positions(session, bank)) == 5


def test_copies_are_new_questions_and_undoing_retires_them(
    session: Session, bank: BankRow, other: BankRow, now: datetime
) -> None:
    args = (session, bank.owner_id, bank.id, Wanted(), other.id, now)
    assert put_questions(*args, copy=True).count == 5
    assert len(bank.questions) == 5
    assert not {q.uid for q in bank.questions} & {q.uid for q in other.questions}
    undo_change(session, bank.owner_id, other.id, now + SECOND)
    assert {q.status for q in other.questions} == {"retired"}
    assert {q.status for q in bank.questions} == {"draft"}


def test_a_question_that_the_target_has_stays(
    session: Session, bank: BankRow, now: datetime
) -> None:
    content = export_bank(session, bank.id, "quiz").content
    twin = import_bank(session, bank.owner_id, content, now)
    moved = put_questions(session, bank.owner_id, twin.id, Wanted(), bank.id, now)
    assert (moved.count, moved.there) == (0, 5)
    assert len(twin.questions) == 5


def test_another_edition_of_the_article_comes_along_under_a_new_id(
    session: Session, bank: BankRow, other: BankRow, now: datetime
) -> None:
    put_questions(session, bank.owner_id, bank.id, [bank.questions[0].id], other.id, now)
    other.articles[0].text = "전혀 다른 글이다."
    other.questions[0].keep(replace(other.questions[0].question, evidence=None))
    session.commit()
    before = bank.questions[0].question
    put_questions(session, bank.owner_id, bank.id, Wanted(), other.id, now + SECOND)
    assert len(read_bank(export_bank(session, other.id, "quiz").content).articles) == 2
    undo_change(session, bank.owner_id, bank.id, now + 2 * SECOND)
    session.expire_all()
    assert bank.questions[0].question == before


def test_splitting_by_tag_makes_a_new_bank(
    session: Session, bank: BankRow, now: datetime
) -> None:
    moved = put_into_new(session, bank.owner_id, bank.id, Wanted(tag="사람"), "사람들", now)
    assert (moved.bank.title, moved.bank.language, moved.count) == ("사람들", "ko", 1)
    assert len(positions(session, bank)) == 4


def test_what_cannot_be_moved_gets_a_sentence_and_nothing_changes(
    session: Session, bank: BankRow, other: BankRow, now: datetime
) -> None:
    owner = bank.owner_id
    for chosen, target in ((Wanted(), bank.id), ([], other.id)):
        with pytest.raises(Problem):
            put_questions(session, owner, bank.id, chosen, target, now)
        session.rollback()
    with pytest.raises(NotFound):
        put_questions(session, owner + 1, bank.id, Wanted(), other.id, now)
    with pytest.raises(Problem):
        put_into_new(session, owner, bank.id, Wanted(tag="없는 태그"), "빈 문제집", now)
    session.rollback()
    assert len(bank.questions) == 5
