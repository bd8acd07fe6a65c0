"""A picture waits for its question, is kept with it, and is forgotten without one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session

from quiz.actions import bring_medium as bringing
from quiz.actions.bring_medium import WAITS, bring_medium
from quiz.actions.edit_question import edit_question
from quiz.actions.move_questions import put_questions
from quiz.actions.sign_in import owner_of_installation
from quiz.core.problems import Problem
from quiz.core.questions import Bank, Medium
from quiz.storage.banks import NotFound, add_bank, files_of, find_bank
from quiz.storage.catalogue import Wanted
from quiz.storage.engine import bring_up_to_date, prepare_engine
from quiz.storage.media import drop_forgotten, is_asked, names_of_media, size_of_media
from quiz.storage.tables import PersonRow
from tests.practice_bank import add_practice_bank
from tests.readers.test_media_files import mp3, picture


@pytest.fixture
def postgresql(postgresql_url: str) -> Iterator[Engine]:
    engine = create_engine(postgresql_url)
    prepare_engine(engine)
    bring_up_to_date(engine)
    yield engine
    engine.dispose()


def keeps_what_a_question_shows(session: Session, owner_id: int, now: datetime) -> None:
    bank = add_practice_bank(session, owner_id)
    bank_id, question_id = bank.id, bank.questions[0].id
    session.commit()
    shown = bring_medium(session, owner_id, bank_id, picture("PNG"), now)
    other = bring_medium(session, owner_id, bank_id, mp3(), now)
    assert names_of_media(session, bank_id, [shown, other, "x"]) == {shown, other}
    assert size_of_media(session, bank_id) > 0
    assert files_of(session, bank_id) == ()
    assert not is_asked(session, bank_id, shown)
    session.rollback()
    media = (Medium(shown, "prompt", "네모"),)
    edit_question(
        session, owner_id, question_id, lambda old: replace(old, media=media), 1, now
    )
    assert is_asked(session, bank_id, shown)
    assert not is_asked(session, bank_id, other)
    drop_forgotten(session, bank_id, now + WAITS)
    session.commit()
    assert [name for name, _ in files_of(session, bank_id)] == [shown]


def test_it_is_kept_with_its_question(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    keeps_what_a_question_shows(session, owner.id, now)


def test_so_it_is_on_postgresql(postgresql: Engine, now: datetime) -> None:
    with Session(postgresql) as session:
        owner_id = owner_of_installation(session, now).id
        keeps_what_a_question_shows(session, owner_id, now)


def test_a_bank_holds_only_so_much(
    session: Session, owner: PersonRow, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank_id, owner_id = add_practice_bank(session, owner.id).id, owner.id
    session.commit()
    monkeypatch.setattr(bringing, "MOST_TOGETHER", 200)
    with pytest.raises(Problem, match="together"):
        bring_medium(session, owner_id, bank_id, mp3(), now)
    session.rollback()
    assert size_of_media(session, bank_id) == 0


def test_others_banks_take_nothing(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    bank_id, owner_id = add_practice_bank(session, owner.id).id, owner.id
    session.commit()
    with pytest.raises(NotFound):
        bring_medium(session, owner_id + 1, bank_id, mp3(), now)


def test_a_copied_question_brings_its_picture_where_it_waits(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    owner_id, bank = owner.id, add_practice_bank(session, owner.id)
    other = add_bank(session, Bank(str(uuid4()), "다른 문제집", "ko"), owner_id, now)
    bank_id, other_id, question_id = bank.id, other.id, bank.questions[0].id
    session.commit()
    name = bring_medium(session, owner_id, bank_id, picture("PNG"), now)
    assert name == bring_medium(session, owner_id, other_id, picture("PNG"), now)
    media = (Medium(name),)
    edit_question(
        session, owner_id, question_id, lambda old: replace(old, media=media), 1, now
    )
    put_questions(session, owner_id, bank_id, Wanted(), other_id, now, copy=True)
    drop_forgotten(session, other_id, now + WAITS)
    session.commit()
    assert find_bank(session, other_id).questions[0].question.media == media
    assert [each for each, _ in files_of(session, other_id)] == [name]
