"""A bank's list of questions and its settings."""

from dataclasses import replace
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.orm import Session

from quiz.storage.banks import add_questions
from quiz.storage.tables import BankRow, PersonRow
from quiz.web.database import db
from tests.desk_bank import LONG_AGO, add_desk_bank
from tests.samples import sample_questions


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


def test_a_filter_leaves_what_matches(owner_client: FlaskClient, bank: BankRow) -> None:
    page = owner_client.get(f"/desk/banks/{bank.id}?find=80cm").text
    assert "1–1 of 1" in page
    assert "초대 대장" not in page
    assert 'value="80cm"' in page


@pytest.mark.parametrize("query", ["status=x", "page=-5", "page=abc", "order=1"])
def test_a_senseless_filter_is_left_out(
    owner_client: FlaskClient, bank: BankRow, query: str
) -> None:
    assert "1–5 of 5" in owner_client.get(f"/desk/banks/{bank.id}?{query}").text


def test_a_filter_that_nothing_matches_leads_back(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    page = owner_client.get(f"/desk/banks/{bank.id}?find=없는말").text
    assert "Nothing here matches." in page
    assert "Show all questions" in page


def test_a_large_bank_is_shown_in_pages_with_few_queries(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    one = sample_questions()[0]
    many = [replace(one, id=str(uuid4()), prompt=f"문제 {n}") for n in range(120)]
    add_questions(session, bank, many, bank.owner_id, LONG_AGO)
    session.commit()
    bank_id = bank.id
    session.rollback()
    counted = []
    event.listen(db.engine, "before_cursor_execute", lambda *_: counted.append(1))
    first = owner_client.get(f"/desk/banks/{bank_id}").text
    assert len(counted) < 15
    assert "1–50 of 125" in first
    last = owner_client.get(f"/desk/banks/{bank_id}?page=3").text
    assert "101–125 of 125" in last
    assert "문제 119" in last
    assert "101–125 of 125" in owner_client.get(f"/desk/banks/{bank_id}?page=99").text


def test_the_settings_are_kept(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/banks/{bank.id}/settings"
    sent = {"title": " 새  제목 ", "is_public": "y"}
    assert owner_client.post(path, data=sent).status_code == 302
    session.rollback()
    assert (bank.title, bank.is_public) == ("새 제목", True)
    owner_client.post(path, data={"title": "새 제목"})
    session.rollback()
    assert not bank.is_public


@pytest.mark.parametrize("title", ["", "  ", "가" * 201])
def test_a_bank_needs_a_title_that_fits(
    owner_client: FlaskClient, bank: BankRow, session: Session, title: str
) -> None:
    answer = owner_client.post(f"/desk/banks/{bank.id}/settings", data={"title": title})
    assert answer.status_code == 422
    assert 'id="title-error"' in answer.text
    session.rollback()
    assert bank.title == "한빛천문대"


def test_a_bank_without_approved_questions_offers_no_deck(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    page = owner_client.get(f"/desk/banks/{bank.id}/files").text
    assert "No question is approved yet" in page
    assert "/files/anki" not in page
    assert owner_client.get(f"/desk/banks/{bank.id}/files/anki").status_code == 422
    assert owner_client.get(f"/desk/banks/{bank.id}/files/pdf").status_code == 404
