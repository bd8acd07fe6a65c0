"""The page that offers the deck, and the files it gives."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from anki.collection import Collection
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.actions.review_question import review_question
from quiz.core.questions import Status
from quiz.storage.banks import add_bank
from quiz.storage.tables import BankRow, PersonRow
from tests.anki.engine import all_cards, import_deck, new_collection
from tests.anki.test_note_media import HEARD, ILLUSTRATED, SHOWN, TOLD
from tests.anki_connect import FakeAnki, listening
from tests.practice_bank import add_practice_bank
from tests.running import free_port


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = new_collection(tmp_path)
    yield collection
    collection.close()


def practise(client: FlaskClient, session: Session, bank: BankRow) -> None:
    sent = {"question": bank.questions[0].id, "reps": 0, "shown_as": "typed"}
    answered = client.post(f"/practice/{bank.id}", data=sent | {"answer": "1903년"})
    assert answered.status_code == 303
    session.rollback()  # see what was written meanwhile


def test_the_page_offers_progress_only_to_those_who_have_some(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    page = f"/read/{bank.id}/deck"
    assert 'name="progress"' not in client.get(page).text
    practise(client, session, bank)
    assert 'name="progress"' in client.get(page).text


def test_the_choices_reach_the_deck(
    client: FlaskClient, session: Session, bank: BankRow, collection: Collection
) -> None:
    practise(client, session, bank)
    sent = {"cards": "recall", "progress": "y", "read_aloud": "y"}
    deck = client.post(f"/read/{bank.id}/deck.apkg", data=sent)
    assert deck.headers["Content-Disposition"].startswith("attachment; ")
    import_deck(collection, deck.data, progress=True)
    cards = all_cards(collection)
    assert sorted(card.reps for card in cards) == [0] * (len(cards) - 1) + [1]
    assert not any("<ol" in card.question() for card in cards)
    assert all(card.question_av_tags() for card in cards)


@pytest.mark.parametrize("sent", [{"cards": "x"}, {"cards": ""}, {"nothing": "y"}])
def test_what_makes_no_sense_is_left_out(
    client: FlaskClient, bank: BankRow, sent: dict[str, str]
) -> None:
    assert client.post(f"/read/{bank.id}/deck.apkg", data=sent).data.startswith(b"PK")


def test_a_browser_that_took_the_deck_is_offered_to_have_withdrawn_ones_marked(
    client: FlaskClient, bank: BankRow, session: Session, owner: PersonRow, now: datetime
) -> None:
    page = f"/read/{bank.id}/deck"
    client.get(f"{page}.apkg")
    assert 'name="earlier"' not in client.get(page).text
    review_question(session, owner.id, bank.questions[0].id, Status.RETIRED, now)
    assert 'name="earlier" value="y" checked' in client.get(page).text


def test_the_text_file_updates_notes(client: FlaskClient, bank: BankRow) -> None:
    text = client.get(f"/read/{bank.id}/deck.txt")
    assert text.mimetype == "text/plain"
    assert "#guid column:1\n" in text.text
    assert bank.questions[0].uid in text.text


def test_what_a_text_cannot_bring_is_a_file_of_its_own(
    client: FlaskClient, session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    assert "deck-media.zip" not in client.get(f"/read/{bank.id}/deck").text
    assert client.get(f"/read/{bank.id}/deck-media.zip").status_code == 422
    row = add_bank(session, ILLUSTRATED, owner.id, now)
    row.is_public = True
    session.commit()
    assert "deck-media.zip" in client.get(f"/read/{row.id}/deck").text
    sent = client.get(f"/read/{row.id}/deck-media.zip")
    with zipfile.ZipFile(BytesIO(sent.data)) as archive:
        assert {(n, archive.read(n)) for n in archive.namelist()} == {SHOWN, HEARD, TOLD}


def test_decks_of_banks_that_are_not_ones_own_are_not_there(
    client: FlaskClient, owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    bank.is_public = False
    session.commit()
    for end in ("", ".apkg", ".txt"):
        assert client.get(f"/read/{bank.id}/deck{end}").status_code == 404
        assert owner_client.get(f"/read/{bank.id}/deck{end}").status_code == 200


def test_a_bank_without_approved_questions_says_so(
    client: FlaskClient, bank: BankRow, session: Session, owner: PersonRow, now: datetime
) -> None:
    for row in bank.questions:
        review_question(session, owner.id, row.id, Status.DRAFT, now)
    page = client.get(f"/read/{bank.id}/deck")
    assert "deck.apkg" not in page.text
    assert client.get(f"/read/{bank.id}/deck.apkg").status_code == 422


def test_the_owner_puts_the_deck_into_anki_on_the_same_machine(
    app: Flask, owner_client: FlaskClient, bank: BankRow, collection: Collection
) -> None:
    page = f"/read/{bank.id}/deck"
    assert "Put it into Anki" in owner_client.get(page).text
    with listening(FakeAnki(collection)) as address:
        app.config["ANKI_CONNECT_URL"] = address
        sent = {"cards": "choices", "by_tag": "y"}
        done = owner_client.post(f"{page}/anki", data=sent, follow_redirects=True)
    assert "5 questions are in Anki." in done.text
    assert 'value="choices" checked' in done.text
    assert collection.note_count() == 5


def test_anki_that_is_not_running_is_said_on_the_page(
    app: Flask, owner_client: FlaskClient, bank: BankRow
) -> None:
    app.config["ANKI_CONNECT_URL"] = f"http://127.0.0.1:{free_port()}"
    done = owner_client.post(f"/read/{bank.id}/deck/anki", follow_redirects=True)
    assert "Start Anki on this computer" in done.text


def test_nobody_else_reaches_into_the_owners_anki(
    client: FlaskClient, owner_client: FlaskClient, bank: BankRow
) -> None:
    page = f"/read/{bank.id}/deck"
    assert "deck/anki" not in client.get(page).text
    assert client.post(f"{page}/anki").status_code == 401
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    assert "deck/anki" not in owner_client.get(page, environ_base=elsewhere).text
    posted = owner_client.post(f"{page}/anki", environ_base=elsewhere)
    assert posted.status_code == 404
