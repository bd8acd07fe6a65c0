"""A deck goes straight into Anki, through its add-on."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from anki.collection import Collection
from sqlalchemy.orm import Session

from quiz.actions.export_deck import WantedDeck
from quiz.actions.push_deck import push_deck
from quiz.actions.review_question import review_question
from quiz.anki.connect import AnkiConnect
from quiz.anki.deck import WITHDRAWN
from quiz.core.learner import Learner
from quiz.core.problems import Problem
from quiz.core.questions import Status
from quiz.storage.banks import add_bank
from quiz.storage.tables import BankRow, PersonRow
from tests.anki.engine import all_cards, card_of, check_database, new_collection
from tests.anki.test_note_media import HEARD, ILLUSTRATED, SHOWN, TOLD, files_in
from tests.anki_connect import FakeAnki, listening
from tests.practice_bank import add_practice_bank
from tests.running import free_port

VISITOR = Learner(None, None, ZoneInfo("UTC"))


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = new_collection(tmp_path)
    yield collection
    collection.close()


def push(session: Session, bank: BankRow, anki: FakeAnki, key: str = "") -> int:
    with listening(anki) as address:
        connect = AnkiConnect(address, key)
        return push_deck(session, VISITOR, bank.id, WantedDeck(), connect)


def test_a_deck_arrives_after_permission_was_asked(
    session: Session, bank: BankRow, collection: Collection
) -> None:
    anki = FakeAnki(collection)
    assert push(session, bank, anki) == len(bank.questions) == collection.note_count()
    assert anki.asked == ["requestPermission", "importPackage"]
    assert bank.deck == bank.title
    check_database(collection)


def test_pictures_arrive_too(
    session: Session, owner: PersonRow, collection: Collection, now: datetime
) -> None:
    row = add_bank(session, ILLUSTRATED, owner.id, now)
    row.is_public = True
    push(session, row, FakeAnki(collection))
    assert files_in(collection) == {SHOWN, HEARD, TOLD}


def test_pushing_again_updates_and_marks_only_what_anki_has(
    session: Session,
    bank: BankRow,
    owner: PersonRow,
    collection: Collection,
    now: datetime,
) -> None:
    known, unknown = bank.questions[0], bank.questions[1]
    review_question(session, owner.id, unknown.id, Status.RETIRED, now)
    anki = FakeAnki(collection)
    push(session, bank, anki)
    review_question(session, owner.id, known.id, Status.RETIRED, now)
    assert push(session, bank, anki) == len(bank.questions) - 2
    assert WITHDRAWN in card_of(collection, known.uid).note().tags
    assert len(all_cards(collection)) == len(bank.questions) - 1
    assert collection.note_count() == len(bank.questions) - 1


def test_a_key_is_sent_where_the_add_on_wants_one(
    session: Session, bank: BankRow, collection: Collection
) -> None:
    with pytest.raises(Problem, match="QUIZ_ANKI_CONNECT_KEY"):
        push(session, bank, FakeAnki(collection, key="secret"))
    with pytest.raises(Problem, match="valid api key"):
        push(session, bank, FakeAnki(collection, key="secret"), key="wrong")
    assert push(session, bank, FakeAnki(collection, key="secret"), key="secret")


def test_a_person_who_says_no_is_respected(
    session: Session, bank: BankRow, collection: Collection
) -> None:
    anki = FakeAnki(collection, allows=False)
    with pytest.raises(Problem, match="Anki did not allow it"):
        push(session, bank, anki)
    assert anki.asked == ["requestPermission"]
    assert bank.deck == ""


def test_anki_that_is_not_running_is_said(session: Session, bank: BankRow) -> None:
    nobody = AnkiConnect(f"http://127.0.0.1:{free_port()}")
    with pytest.raises(Problem, match=r"Start Anki on this computer.*AnkiConnect"):
        push_deck(session, VISITOR, bank.id, WantedDeck(), nobody)


def test_what_is_no_anki_is_not_running_either(session: Session, bank: BankRow) -> None:
    class Other(FakeAnki):
        def answer(self, sent: object) -> list[str]:  # type: ignore[override]
            return ["another program"]

    with pytest.raises(Problem, match="Start Anki on this computer"):
        push(session, bank, Other(None))  # type: ignore[arg-type]
