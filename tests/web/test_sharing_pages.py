"""Sharing through the pages: a link, a name, and no more than was given."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.core.questions import Status
from quiz.formats.bank_file import read_bank
from quiz.storage.banks import banks_of, whole_bank
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank

SHARING = "/desk/banks/1/sharing"


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id, Status.APPROVED)


def link_for(owner_client: FlaskClient, role: str) -> str:
    page = owner_client.post(SHARING, data={"do": "invite", "role": role}).text
    found = re.search(r'value="http://localhost(/join-bank/[^"]+)"', page)
    assert found
    return found[1]


def joined(app: Flask, link: str, name: str = "김 선생") -> FlaskClient:
    client = app.test_client()
    assert client.get(link).status_code == 200
    assert client.post(link, data={"name": name}).status_code == 302
    return client


def test_a_co_editor_comes_in_by_a_link_and_edits(
    app: Flask, owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    editor = joined(app, link_for(owner_client, "editor"))
    assert bank.title in editor.get("/desk/").text
    for path in ("", "/review", "/articles", "/files", "/settings"):
        assert editor.get(f"/desk/banks/1{path}").status_code == 200
    assert "for good" not in editor.get("/desk/banks/1/settings").text
    answer = editor.post("/desk/questions/1/decide", data={"do": "retire"})
    assert answer.status_code == 302
    session.rollback()
    assert bank.questions[0].status == Status.RETIRED
    for path in ("/desk/banks/1/sharing", "/desk/banks/1/remove"):
        assert editor.get(path).status_code == 404
        assert editor.post(path).status_code in {404, 422}
    assert "김 선생" in owner_client.get(SHARING).text


def test_a_reader_looks_practises_copies_and_takes_the_file(
    app: Flask, owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    before = whole_bank(bank)
    reader = joined(app, link_for(owner_client, "reader"))
    assert "/desk/banks/1/look" in reader.get("/desk/").text
    page = reader.get("/desk/banks/1/look").text
    assert before.questions[0].prompt in page
    assert "Make a copy" in page
    assert read_bank(reader.get("/desk/banks/1/look/file").data) == before
    assert reader.get("/practice/1", follow_redirects=True).status_code == 200
    for path in ("", "/review", "/articles", "/files", "/settings", "/questions/new"):
        assert reader.get(f"/desk/banks/1{path}").status_code == 404
    assert reader.get("/desk/questions/1").status_code == 404
    answer = reader.post("/desk/banks/1/copy")
    assert answer.location == "/desk/banks/2"
    assert "(copy)" in reader.get(answer.location).text
    assert owner_client.get("/desk/banks/2").status_code == 404
    assert reader.post("/desk/banks/1/leave").status_code == 302
    assert reader.get("/desk/banks/1/look").status_code == 404


def test_a_link_asks_a_newcomer_for_a_name_and_nobody_twice(
    app: Flask, owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    link = link_for(owner_client, "reader")
    visitor = app.test_client()
    answer = visitor.post(link, data={"name": " "})
    assert answer.status_code == 422
    assert "Say what your colleagues call you." in answer.text
    reader = joined(app, link)
    assert 'name="name"' not in reader.get(link).text
    assert reader.post(link).status_code == 302
    session.rollback()
    assert owner_client.get(SHARING).text.count("Part with them") == 1
    assert "This is your own bank." in owner_client.post(link).text


def test_a_revoked_link_and_a_parted_member_open_nothing(
    app: Flask, owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    link = link_for(owner_client, "editor")
    editor = joined(app, link)
    page = owner_client.get(SHARING).text
    for wish in re.findall(r'value="((?:revoke|remove):\d+)"', page):
        assert owner_client.post(SHARING, data={"do": wish}).status_code == 302
    assert app.test_client().get(link).status_code == 404
    assert editor.get("/desk/banks/1").status_code == 404


def test_the_link_is_never_shown_again_and_a_visitor_makes_none(
    owner_client: FlaskClient, client: FlaskClient, session: Session, bank: BankRow
) -> None:
    link_for(owner_client, "reader")
    assert "/join-bank/" not in owner_client.get(SHARING).text
    assert client.post(SHARING, data={"do": "invite", "role": "reader"}).status_code == 401
    assert owner_client.post(SHARING, data={"do": "invite"}).status_code == 422


def test_a_name_is_kept_and_shown_to_the_invited(
    app: Flask, owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    assert owner_client.post("/desk/name", data={"name": " "}).status_code == 422
    owner_client.post("/desk/name", data={"name": "<b>서윤</b>"})
    assert "&lt;b&gt;서윤&lt;/b&gt;" in owner_client.get("/desk/").text
    page = app.test_client().get(link_for(owner_client, "reader")).text
    assert "&lt;b&gt;서윤&lt;/b&gt; invites you." in page


def test_a_teachers_own_banks_stay_their_own(
    app: Flask, owner_client: FlaskClient, session: Session, owner: PersonRow, bank: BankRow
) -> None:
    reader = joined(app, link_for(owner_client, "reader"))
    reader.post("/desk/banks/1/copy")
    session.rollback()
    assert [row.id for row in banks_of(session, owner.id)] == [1]


def test_the_history_says_who_by_name_and_so_does_a_change_made_meanwhile(
    app: Flask, owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    editor = joined(app, link_for(owner_client, "editor"))
    page = owner_client.get("/desk/questions/1").text
    editor.post("/desk/questions/1/decide", data={"do": "retire"})
    for path in ("/desk/banks/1/history", "/desk/questions/1/history"):
        assert "by 김 선생" in owner_client.get(path).text
        assert "by you" in editor.get(path).text
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen
    sent = {"seen": seen[1], "prompt": "무엇인가?", "accepted": "답", "kind": "words"}
    sent |= {"forms": "card", "do": "draft"}
    answer = owner_client.post("/desk/questions/1", data=sent)
    assert answer.status_code == 409
    assert "This is what 김 선생 changed:" in answer.text


def test_an_invitation_asks_the_nameless_for_their_name_once(
    app: Flask, owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    assert 'name="name"' in owner_client.get(SHARING).text
    sent = {"do": "invite", "role": "editor", "name": "박 선생"}
    page = owner_client.post(SHARING, data=sent).text
    assert 'name="name"' not in owner_client.get(SHARING).text
    link = re.search(r'value="http://localhost(/join-bank/[^"]+)"', page)
    assert link
    assert "박 선생 invites you." in app.test_client().get(link[1]).text


def test_a_co_editor_moves_and_copies_between_all_banks_they_edit(
    app: Flask, owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    editor = joined(app, link_for(owner_client, "editor"))
    editor.post("/desk/banks/1/copy")
    sent = {"do": "change", "question": "1"}
    mine = editor.post("/desk/banks/2/many", data={**sent, "question": "6"}).text
    assert '<option value="1">' in mine  # the colleague's bank
    theirs = editor.post("/desk/banks/1/many", data=sent).text
    assert '<option value="2">' in theirs
    move = {"do": "move", "question": "6", "target": "1", "how": "copy"}
    answer = editor.post("/desk/banks/2/many", data=move)
    assert answer.location.startswith("/desk/banks/1?")
    session.rollback()
    assert len(bank.questions) == 6
    editor.post("/desk/undo")
    session.rollback()
    assert bank.questions[5].status == Status.RETIRED
    assert (
        '<option value="2">' not in owner_client.post("/desk/banks/1/many", data=sent).text
    )
