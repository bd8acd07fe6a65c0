"""What pages keep from request to request is nobody's in particular."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.app import create_app
from quiz.storage.tables import BankRow, PersonRow
from tests.practice_bank import add_practice_bank

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


@pytest.fixture
def guarded(app: Flask, session: Session) -> Flask:
    """Another app on the same database, whose forms are checked."""
    return create_app({"TESTING": True, "RATELIMIT_ENABLED": False})


def look(client: FlaskClient, bank_id: int, language: str) -> str:
    headers = {"Accept-Language": language}
    return client.get(f"/practice/{bank_id}", headers=headers).text


def test_each_visitor_reads_their_own_language(app: Flask, bank: BankRow) -> None:
    number = bank.id
    pages = [look(app.test_client(), number, each) for each in ("ko", "en", "ko", "en")]
    assert ["오늘은 그만" in page for page in pages] == [True, False, True, False]
    assert ["Not today" in page for page in pages] == [False, True, False, True]


def test_each_visitors_forms_have_their_own_token(guarded: Flask, bank: BankRow) -> None:
    number = bank.id
    one, other = guarded.test_client(), guarded.test_client()
    mine, again = look(one, number, "ko"), look(one, number, "ko")
    theirs = look(other, number, "ko")
    token = TOKEN.findall(mine)[0]
    assert set(TOKEN.findall(mine)) == set(TOKEN.findall(again)) == {token}
    assert token not in theirs
    told = {"csrf_token": token, "language": "en"}
    assert one.post("/language", data=told).status_code == 302
    assert other.post("/language", data=told).status_code == 400
