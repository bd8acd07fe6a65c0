"""The learner's page of their memory: what holds, reset, and answers from Anki."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.anki.deck import write_deck
from quiz.core.scheduling import STANDARD
from quiz.storage.banks import whole_bank
from quiz.storage.fits import FitReport, keep_parameters, keep_report
from quiz.storage.tables import BankRow, PersonRow, ReviewRow
from quiz.web.database import db
from tests.actions.test_fit_memory import log_answers
from tests.anki.engine import import_deck, new_collection
from tests.anki.random_collections import export
from tests.practice_bank import add_practice_bank

NOW = datetime.now(UTC)


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    row = add_practice_bank(session, owner.id)
    row.is_public = True
    session.commit()
    return row


@pytest.fixture
def answered_in_anki(tmp_path: Path, bank: BankRow) -> bytes:
    """The bank's deck, two of its cards answered in Anki, exported again."""
    collection = new_collection(tmp_path)
    import_deck(collection, write_deck(whole_bank(bank)))
    collection.decks.select(collection.decks.id(bank.title))  # type: ignore[arg-type]
    for _ in range(2):
        card = collection.sched.getCard()
        assert card
        collection.sched.answerCard(card, 4)
    content = export(collection, tmp_path, "new.apkg").read_bytes()
    collection.close()
    return content


def sent(content: bytes, **more: str) -> dict[str, object]:
    return {"file": (BytesIO(content), "deck.apkg"), **more}


def report(person_id: int, parameters: bool, **changes: object) -> None:
    told = {"loss_before": 0.4, "loss_after": 0.3, "adopted": True} | changes
    with db.engine.begin() as connection:
        keep_report(connection, person_id, FitReport(NOW, 500, 90, **told))  # type: ignore[arg-type]
        keep_parameters(connection, person_id, STANDARD if parameters else None)


def test_a_visitor_reads_how_many_answers_are_missing(client: FlaskClient) -> None:
    page = client.get("/memory").text
    assert "400" in page
    client.post("/memory/reset")
    assert client.get("/memory", headers={"Accept-Language": "en"}).status_code == 200


def test_what_holds_is_told_in_a_plain_sentence(
    owner_client: FlaskClient, bank: BankRow, owner: PersonRow
) -> None:
    person = owner.id
    log_answers(bank, person, (200, 200))
    assert "fitted to them soon" in owner_client.get("/memory").text
    report(person, parameters=True)
    page = owner_client.get("/memory").text
    assert "from 500 answers" in page
    assert "25 % less wrong" in page
    report(person, parameters=False, loss_after=0.5, adopted=False)
    assert "at least as well" in owner_client.get("/memory").text
    report(person, parameters=False, loss_after=None, loss_before=None, adopted=False)
    assert "standard schedule holds" in owner_client.get("/memory").text


def test_what_suits_is_told_and_taken_by_a_button(
    owner_client: FlaskClient, bank: BankRow, owner: PersonRow, session: Session
) -> None:
    person = owner.id
    log_answers(bank, person, (200, 200))
    report(person, parameters=False, retention=0.93, recalled=5.2, forgotten=14.8)
    page = owner_client.get("/memory").text
    assert "about 5 seconds" in page
    assert "15 for one that you have forgotten" in page
    assert "93 % suits you. For now questions come back for 90 %." in page
    assert "/memory/reset" not in page
    page = owner_client.post("/memory/retention", follow_redirects=True).text
    assert "93 % suits you. Questions come back for that." in page
    assert "/memory/retention" not in page
    session.rollback()
    assert session.get_one(PersonRow, person).retention == 0.93
    owner_client.post("/memory/reset")
    session.rollback()
    assert session.get_one(PersonRow, person).retention == 0.9


def test_reset_is_offered_where_there_is_something_to_reset(
    owner_client: FlaskClient, bank: BankRow, owner: PersonRow, session: Session
) -> None:
    person = owner.id
    log_answers(bank, person, (200, 200))
    assert "/memory/reset" not in owner_client.get("/memory").text
    report(person, parameters=True)
    assert "/memory/reset" in owner_client.get("/memory").text
    answer = owner_client.post("/memory/reset", follow_redirects=True)
    assert "standard schedule holds again" in answer.text
    session.rollback()
    assert session.get_one(PersonRow, person).parameters is None


def test_a_visitors_answers_from_anki_join_a_record_of_their_own(
    client: FlaskClient, answered_in_anki: bytes, session: Session
) -> None:
    answer = client.post(
        "/memory/anki", data=sent(answered_in_anki, shared="1"), follow_redirects=True
    )
    assert answer.status_code == 200
    session.rollback()
    rows = session.scalars(select(ReviewRow)).all()
    assert [row.source for row in rows] == ["anki", "anki"]
    assert session.get_one(PersonRow, rows[0].learner_id).shares_anki
    client.post("/memory/anki", data=sent(answered_in_anki))
    session.rollback()
    assert len(session.scalars(select(ReviewRow)).all()) == 2


def test_the_counts_are_told(owner_client: FlaskClient, answered_in_anki: bytes) -> None:
    first = owner_client.post(
        "/memory/anki", data=sent(answered_in_anki), follow_redirects=True
    )
    assert "2 answers from Anki joined your record." in first.text
    again = owner_client.post(
        "/memory/anki", data=sent(answered_in_anki), follow_redirects=True
    )
    assert "here already" in again.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "Choose a file first."),
        (b"x", "not an Anki deck"),
        (b"PK\x05\x06" + bytes(18), "not an Anki deck"),
    ],
)
def test_a_bad_file_is_refused_beside_its_field(
    owner_client: FlaskClient, content: bytes | None, reason: str, session: Session
) -> None:
    data = sent(content) if content is not None else {}
    answer = owner_client.post("/memory/anki", data=data)
    assert answer.status_code == 422
    assert reason in answer.text
    assert session.scalars(select(ReviewRow)).all() == []


def test_only_known_learners_may_send_large_files(
    client: FlaskClient, owner_client: FlaskClient
) -> None:
    kind = "multipart/form-data; boundary=x"
    part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    large = part + bytes(9_000_000) + b"\r\n--x--\r\n"
    for each, status in ((client, 413), (owner_client, 422)):
        answer = each.post("/memory/anki", data=large, content_type=kind)
        assert answer.status_code == status
