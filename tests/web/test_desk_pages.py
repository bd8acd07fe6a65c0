"""Who may see the desk, and what comes in and goes out."""

import json
import re
from io import BytesIO
from urllib.parse import unquote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.actions.bring_sources import Pasted, Place, bring_sources
from quiz.app import create_app
from quiz.core.questions import Status
from quiz.formats.bank_file import read_bank, write_bank
from quiz.storage.banks import banks_of, whole_bank
from quiz.storage.people import add_person
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import LONG_AGO, add_desk_bank, begin_empty, draft_bank

BATCH = "0b8cbf5c-2d3f-4c53-9c55-0f8a0f3f1d11"
EDITION = "0b8cbf5c-2d3f-4c53-9c55-0f8a0f3f1d12"
PAGES = [
    "/desk/",
    "/desk/new",
    "/desk/import",
    "/desk/anki",
    "/desk/anki/token",
    "/desk/jobs/1",
    "/desk/jobs/1/text",
    f"/desk/sources/{BATCH}",
    f"/desk/editions/{EDITION}",
    "/desk/new?article=1",
    "/desk/banks/1/articles",
    "/desk/banks/1/sharing",
    "/desk/banks/1/look",
    "/desk/banks/1/look/file",
    "/desk/banks/1",
    "/desk/banks/1?status=draft&kind=date&find=%25&order=recent&page=9",
    "/desk/banks/1/settings",
    "/desk/banks/1/replace",
    "/desk/banks/1/replace?old=%EA%B0%80&put=x&fields=prompt",
    "/desk/banks/1/rows",
    "/desk/banks/1/history",
    "/desk/banks/1/history/change?at=2026-11-22T09:00:00Z",
    "/desk/banks/1/answers",
    "/desk/banks/1/files",
    "/desk/banks/1/files/quiz",
    "/desk/banks/1/files/xlsx",
    "/desk/banks/1/files/anki",
    "/desk/banks/1/review",
    "/desk/banks/1/review?question=1",
    "/desk/banks/1/review?doubt=yes&kind=date&form=choice&level=hard",
    "/desk/banks/1/approve",
    "/desk/banks/1/remove",
    "/desk/banks/1/questions/new",
    "/desk/questions/1",
    "/desk/questions/1/history",
    "/desk/card.css",
    "/desk/name",
]
POSTS = [
    "/desk/anki",
    "/desk/anki/token",
    "/desk/new",
    "/desk/jobs/1/text",
    f"/desk/sources/{BATCH}",
    f"/desk/editions/{EDITION}",
    "/desk/articles/1/earlier",
    "/desk/banks/1/sharing",
    "/desk/banks/1/copy",
    "/desk/banks/1/leave",
    "/desk/import",
    "/desk/banks/1/remove",
    "/desk/banks/1/settings",
    "/desk/undo",
    "/desk/banks/1/many",
    "/desk/banks/1/replace",
    "/desk/banks/1/rows",
    "/desk/banks/1/history/restore",
    "/desk/banks/1/passage",
    "/desk/banks/1/approve",
    "/desk/banks/1/questions/new",
    "/desk/questions/1",
    "/desk/questions/1/decide",
    "/desk/questions/1/restore",
    "/desk/questions/1/reports",
    "/desk/name",
    "/desk/banks/1/bring-back",
]


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    row = add_desk_bank(session, owner.id, Status.APPROVED)
    begin_empty(session, owner.id)
    texts = [Pasted("글이다."), Pasted("둘째 글이다.")]
    bring_sources(session, owner.id, texts, Place(BATCH), LONG_AGO)
    place = Place(EDITION, row.id, row.articles[0].id)
    bring_sources(session, owner.id, texts[:1], place, LONG_AGO)
    return row


def test_every_page_and_form_of_the_desk_is_in_these_lists(app: Flask) -> None:
    rules = [r for r in app.url_map.iter_rules() if r.rule.startswith("/desk")]
    for method, paths in (("GET", PAGES), ("POST", POSTS)):
        adapter = app.url_map.bind("localhost")
        tried = {adapter.match(path.partition("?")[0], method)[0] for path in paths}
        assert tried == {rule.endpoint for rule in rules if method in (rule.methods or ())}


def test_the_last_change_can_be_undone_on_every_page(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    owner_client.post("/desk/questions/1/decide", data={"do": "retire"})
    for path in PAGES:
        answer = owner_client.get(path)
        if answer.mimetype != "text/html" or answer.status_code != 200:
            continue
        [toast] = re.findall(r'<form class="toast.*?</form>', answer.text, re.DOTALL)
        assert "data-undo" in toast, path
        assert 'action="/desk/undo"' in toast
        assert "desk.js" in answer.text, path


@pytest.mark.parametrize("path", PAGES)
def test_a_visitor_is_sent_away_from_every_page(
    client: FlaskClient, bank: BankRow, path: str
) -> None:
    assert client.get(path).status_code == 401


@pytest.mark.parametrize("path", POSTS)
def test_a_visitor_can_change_nothing(
    client: FlaskClient, bank: BankRow, session: Session, path: str
) -> None:
    before = whole_bank(bank)
    assert client.post(path, data={"do": "retire", "title": "x"}).status_code == 401
    session.rollback()
    assert whole_bank(bank) == before


@pytest.mark.parametrize("path", [p for p in [*PAGES, *POSTS] if re.search(r"\d", p)])
def test_another_teachers_things_are_not_found(
    app: Flask, bank: BankRow, session: Session, path: str
) -> None:
    stranger = add_person(session, LONG_AGO).id
    session.commit()
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["owner"] = stranger
    sent = {"do": "retire", "title": "x", "number": "1", "prompt": "?"}
    if path in PAGES:
        assert client.get(path).status_code == 404
    else:
        assert client.post(path, data=sent).status_code in {404, 422}
        session.rollback()
        assert whole_bank(bank).questions == draft_bank(Status.APPROVED).questions


@pytest.mark.parametrize("path", POSTS)
def test_a_form_without_its_token_is_refused(
    owner: PersonRow, bank: BankRow, session: Session, path: str
) -> None:
    owner_id = owner.id
    session.rollback()
    client = create_app({"TESTING": True}).test_client()
    with client.session_transaction() as cookie:
        cookie["owner"] = owner_id
    answer = client.post(path, data={"do": "retire"})
    assert answer.status_code == 400
    assert "could not be checked" in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_every_page_keeps_the_content_policy(
    owner_client: FlaskClient, bank: BankRow, path: str
) -> None:
    answer = owner_client.get(path)
    assert answer.status_code == 200
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    if answer.mimetype != "text/html":
        return
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", answer.text)
    ids = re.findall(r'\sid="([^"]*)"', answer.text)
    assert len(ids) == len(set(ids))
    assert answer.text.count("<h1") == 1


def test_titles_and_texts_are_escaped(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    evil = '"><script>alert(1)</script>{{7*7}}'
    content = json.loads(write_bank(draft_bank()))
    content["title"] = content["questions"][0]["prompt"] = evil
    content["questions"][0]["cloze"] = "{{" + evil + "}}"
    content["questions"][0]["options"]["wrong"][0] = {"text": evil, "feedback": evil}
    content["warnings"][0]["message"] = evil
    file = (BytesIO(json.dumps(content).encode()), "x.quiz.json")
    place = owner_client.post("/desk/import", data={"file": file}).location
    new = session.scalars(select(BankRow).order_by(BankRow.id.desc())).first()
    assert new is not None
    first = new.questions[0].id
    for path in (
        place,
        "/desk/",
        f"{place}/review?question={first}",
        f"/desk/questions/{first}",
        f"/desk/questions/{first}/history",
    ):
        page = owner_client.get(path).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


def test_banks_are_listed_with_their_counts(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    page = owner_client.get("/desk/").text
    assert "한빛천문대" in page
    assert "5 approved · 0 drafts" in page


def test_a_desk_without_banks_says_how_to_begin(owner_client: FlaskClient) -> None:
    assert "There is no bank here yet." in owner_client.get("/desk/").text


def test_a_bank_leaves_as_a_file_and_comes_in_again(
    owner_client: FlaskClient, bank: BankRow, session: Session, owner: PersonRow
) -> None:
    file = owner_client.get(f"/desk/banks/{bank.id}/files/quiz")
    name = re.search(r"filename\*=UTF-8''(\S+)", file.headers["Content-Disposition"])
    assert name is not None
    assert unquote(name[1]) == "한빛천문대.quiz.json"
    assert read_bank(file.data).questions == draft_bank(Status.APPROVED).questions
    sent = {"file": (BytesIO(file.data), "한빛.quiz.json")}
    assert owner_client.post("/desk/import", data=sent).status_code == 302
    session.rollback()
    assert len(banks_of(session, owner.id)) == 3
    newest = max(banks_of(session, owner.id), key=lambda row: row.id)
    assert newest.uid != bank.uid
    assert whole_bank(newest).questions == whole_bank(bank).questions


def test_a_deck_leaves_as_an_apkg(owner_client: FlaskClient, bank: BankRow) -> None:
    deck = owner_client.get(f"/desk/banks/{bank.id}/files/anki")
    assert deck.status_code == 200
    assert deck.data.startswith(b"PK")
    assert ".apkg" in deck.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "Choose a file first."),
        (b"{}", "This is not a bank file of a version"),
        (b"x", "not JSON"),
    ],
)
def test_what_is_no_bank_file_is_refused_beside_its_field(
    owner_client: FlaskClient, content: bytes | None, reason: str
) -> None:
    sent = {"file": (BytesIO(content), "a.json")} if content is not None else {}
    answer = owner_client.post("/desk/import", data=sent)
    assert answer.status_code == 422
    assert reason in answer.text


def test_an_approved_question_that_cannot_be_asked_comes_in_as_a_draft(
    owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    content = json.loads(write_bank(draft_bank(Status.APPROVED)))
    content["questions"][0]["prompt"] = " "
    file = (BytesIO(json.dumps(content).encode()), "x.quiz.json")
    owner_client.post("/desk/import", data={"file": file})
    [bank] = banks_of(session, owner.id)
    assert [row.status for row in bank.questions] == ["draft", *["approved"] * 4]


def test_a_bank_is_removed_after_asking(
    owner_client: FlaskClient, bank: BankRow, session: Session, owner: PersonRow
) -> None:
    path = f"/desk/banks/{bank.id}/remove"
    assert f'href="{path}"' in owner_client.get(f"/desk/banks/{bank.id}/settings").text
    assert "Remove this bank?" in owner_client.get(path).text
    session.rollback()
    assert bank in banks_of(session, owner.id)
    assert owner_client.post(path).location == "/desk/"
    assert owner_client.get(path).status_code == 404
    page = owner_client.get("/desk/").text
    assert "Removed lately" in page
    back = owner_client.post(f"/desk/banks/{bank.id}/bring-back")
    assert owner_client.get(back.location).status_code == 200
    assert "Removed lately" not in owner_client.get("/desk/").text
    assert owner_client.post(f"/desk/banks/{bank.id}/bring-back").status_code == 404


def test_a_bank_that_learners_answered_can_only_be_made_private(
    client: FlaskClient, owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    bank.is_public = True
    session.commit()
    sent = {"question": bank.questions[0].id, "reps": 0, "shown_as": "typed"}
    client.post(f"/practice/{bank.id}", data={**sent, "answer": "?"})
    session.rollback()  # see what was written meanwhile
    path = f"/desk/banks/{bank.id}/remove"
    settings = owner_client.get(f"/desk/banks/{bank.id}/settings").text
    assert f'href="{path}"' not in settings
    for page in (settings, owner_client.get(path).text):
        assert "Learners have answered questions of this bank" in page
    assert owner_client.post(path).status_code == 422
    session.rollback()
    assert session.get(BankRow, bank.id)
