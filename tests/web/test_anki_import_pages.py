"""An Anki deck at the desk: a file, a preview, a bank."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.core.questions import Form, Status
from quiz.storage.banks import banks_of, whole_bank
from quiz.storage.tables import PersonRow
from tests.anki.engine import new_collection
from tests.anki.random_collections import PICTURE, export


@pytest.fixture
def deck(tmp_path: Path) -> bytes:
    """Two basic notes, one with a picture, and a cloze; one card answered."""
    collection = new_collection(tmp_path)
    (tmp_path / "a.png").write_bytes(PICTURE)
    collection.media.add_file(str(tmp_path / "a.png"))
    deck = collection.decks.id("일본어::기초")
    for kind, *fields in (
        ("Basic", "물 <b>?</b>", 'みず<img src="a.png">'),
        ("Basic", "불", "ひ"),
        ("Cloze", "하늘은 {{c1::そら}}이다.", "덧붙임"),
    ):
        found = collection.models.by_name(kind)
        assert found
        note = collection.new_note(found)
        note.fields = list(fields)
        collection.add_note(note, deck or 1)  # type: ignore[arg-type]
    collection.decks.select(deck or 1)  # type: ignore[arg-type]
    card = collection.sched.getCard()
    assert card
    collection.sched.answerCard(card, 3)
    content = export(collection, tmp_path, "new.apkg").read_bytes()
    collection.close()
    return content


def upload(client: FlaskClient, content: bytes) -> str:
    data = {"file": (BytesIO(content), "낱말.apkg")}
    answer = client.post("/desk/anki", data=data)
    assert answer.status_code == 302
    return str(answer.location)


def form_of(page: str) -> dict[str, str]:
    """Return what a browser would send of the preview's form, unchanged."""
    sent = {}
    for name, inside in re.findall(
        r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', page, re.S
    ):
        chosen = re.search(r'value="([^"]*)" selected', inside)
        sent[name] = chosen[1] if chosen else ""
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ("checkbox" not in tag or " checked" in tag):
            sent[name[1]] = value[1] if value else ""
    return sent


def incoming(app: Flask) -> list[str]:
    folder = Path(app.instance_path) / "incoming"
    return [place.name for place in folder.iterdir()] if folder.exists() else []


def test_a_preview_shows_what_would_be_asked_and_keeps_nothing(
    owner_client: FlaskClient, deck: bytes, session: Session, owner: PersonRow
) -> None:
    page = owner_client.get(upload(owner_client, deck)).text
    for words in (
        "물 <strong>?</strong>",
        "みず",
        "3 cards",
        "1 answer in its log",
        "Basic – Card 1",
        "Cloze",
    ):
        assert words in page
    assert "<b>?</b>" not in page
    assert form_of(page)["title"] == "일본어 · 기초"
    assert banks_of(session, owner.id) == []


def test_the_deck_comes_in_as_it_was_previewed(
    app: Flask, owner_client: FlaskClient, deck: bytes, session: Session, owner: PersonRow
) -> None:
    place = upload(owner_client, deck)
    sent = form_of(owner_client.get(place).text) | {"do": "bring"}
    answer = owner_client.post(place, data=sent, follow_redirects=True)
    assert "3 questions came in. 1 answer joined your record." in answer.text
    [bank] = banks_of(session, owner.id)
    water, fire, sky = whole_bank(bank).questions
    assert (water.prompt, water.answer.shown, water.forms) == (
        "물 **?**",
        "みず",
        (Form.CARD,),
    )
    assert (fire.status, sky.cloze) == (Status.APPROVED, "하늘은 {{そら}}이다.")
    assert incoming(app) == []
    picture = owner_client.get(f"/read/{bank.id}/files/{water.media[0].name}")
    assert (picture.data, picture.mimetype) == (PICTURE, "image/png")
    assert picture.headers["X-Content-Type-Options"] == "nosniff"
    assert owner_client.get(f"/read/{bank.id}/files/nothing.png").status_code == 404


def test_other_fields_are_previewed_before_they_come_in(
    owner_client: FlaskClient, deck: bytes, session: Session, owner: PersonRow
) -> None:
    place = upload(owner_client, deck)
    sent = form_of(owner_client.get(place).text)
    basic = next(name for name in sent if name.startswith("answer-"))
    sent |= {basic: "0", basic.replace("answer", "prompt"): "1", "do": "look"}
    page = owner_client.post(place, data=sent).text
    assert re.search(r'<span class="read">ひ</span><b>불</b>', page)
    sent.pop("approved")
    owner_client.post(place, data=form_of(page) | {"do": "bring"})
    [bank] = banks_of(session, owner.id)
    assert whole_bank(bank).questions[1].prompt == "ひ"


def test_a_deck_that_is_here_goes_to_its_bank(
    owner_client: FlaskClient, deck: bytes, session: Session, owner: PersonRow
) -> None:
    for _ in range(2):
        place = upload(owner_client, deck)
        sent = form_of(owner_client.get(place).text) | {"do": "bring"}
        answer = owner_client.post(place, data=sent, follow_redirects=True)
    assert "3 were here already." in answer.text
    [bank] = banks_of(session, owner.id)
    assert len(bank.questions) == 3


def test_cancelling_leaves_nothing(
    app: Flask, owner_client: FlaskClient, deck: bytes, session: Session, owner: PersonRow
) -> None:
    place = upload(owner_client, deck)
    assert incoming(app)
    owner_client.post(place, data={"do": "drop"})
    assert incoming(app) == []
    assert "no longer here" in owner_client.get(place).text
    assert banks_of(session, owner.id) == []


def test_nothing_chosen_is_said_on_the_preview(
    owner_client: FlaskClient, deck: bytes, session: Session, owner: PersonRow
) -> None:
    place = upload(owner_client, deck)
    answer = owner_client.post(place, data={"do": "bring", "title": "x"})
    assert answer.status_code == 422
    assert "Choose other fields." in answer.text
    assert banks_of(session, owner.id) == []


@pytest.mark.parametrize("content", [b"", b"nothing", b"PK\x03\x04" + bytes(100)])
def test_a_bad_file_is_refused_and_not_kept(
    app: Flask, owner_client: FlaskClient, content: bytes
) -> None:
    data = {"file": (BytesIO(content), "a.apkg")}
    answer = owner_client.post("/desk/anki", data=data)
    assert answer.status_code == 422
    assert "not an Anki deck" in answer.text
    assert incoming(app) == []


def test_without_a_file_one_is_asked_for(owner_client: FlaskClient) -> None:
    assert "Choose a file first." in owner_client.post("/desk/anki", data={}).text


@pytest.mark.parametrize(
    "changes",
    [{"language": "<x>"}, {"bank": "999"}, {"bank": "-1"}, {"title": "  "}],
)
def test_what_makes_no_sense_is_as_if_it_had_not_been_said(
    owner_client: FlaskClient,
    deck: bytes,
    session: Session,
    owner: PersonRow,
    changes: dict[str, str],
) -> None:
    place = upload(owner_client, deck)
    sent = form_of(owner_client.get(place).text) | {"do": "bring"} | changes
    assert owner_client.post(place, data=sent).status_code == 302
    [bank] = banks_of(session, owner.id)
    assert (bank.language, bank.title) == ("ko", "일본어 · 기초")


def test_the_medium_of_a_private_bank_is_not_a_visitors(
    client: FlaskClient,
    owner_client: FlaskClient,
    deck: bytes,
    session: Session,
    owner: PersonRow,
) -> None:
    place = upload(owner_client, deck)
    sent = form_of(owner_client.get(place).text) | {"do": "bring"}
    owner_client.post(place, data=sent)
    [bank] = banks_of(session, owner.id)
    name = whole_bank(bank).questions[0].media[0].name
    assert client.get(f"/read/{bank.id}/files/{name}").status_code == 404


def test_pictures_are_shown_in_practice(
    owner_client: FlaskClient, deck: bytes, session: Session, owner: PersonRow
) -> None:
    place = upload(owner_client, deck)
    sent = form_of(owner_client.get(place).text) | {"do": "bring"}
    sent.pop("with_answers")
    owner_client.post(place, data=sent)
    [bank] = banks_of(session, owner.id)
    page = owner_client.get(f"/practice/{bank.id}").text
    assert f'src="/read/{bank.id}/files/' in page
    assert "media-src 'self'" in owner_client.get("/").headers["Content-Security-Policy"]
