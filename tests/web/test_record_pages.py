"""A record goes to another device, leaves as a file, and is deleted for good."""

import json
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.storage.records import own_columns
from quiz.storage.tables import BankRow, PersonRow, ReviewRow
from quiz.web.database import db
from quiz.web.record_pages import is_only_here
from tests.practice_bank import add_practice_bank


@pytest.fixture
def bank_id(session: Session, owner: PersonRow) -> int:
    bank = add_practice_bank(session, owner.id)
    number = bank.id
    session.rollback()
    return number


def device(app: Flask) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "ko"
    return client


def answer(client: FlaskClient, bank_id: int, times: int = 1) -> None:
    for _ in range(times):
        page = client.get(f"/practice/{bank_id}").text
        found = re.findall(r'name="(question|reps|shown_as)"[^>]*value="([^"]*)"', page)
        sent = client.post(f"/practice/{bank_id}", data={**dict(found), "unknown": "1"})
        assert "/answers/" in sent.location


def learner_of(client: FlaskClient) -> int | None:
    with client.session_transaction() as cookie:
        found: int | None = cookie.get("learner")
        return found


def make_link(client: FlaskClient) -> str:
    db.session.rollback()  # tests share one session among requests
    page = client.post("/record/link").text
    found = re.search(r'value="http://localhost(/carry/[^"]+)"', page)
    assert found, page
    return found[1]


def count_reviews() -> int:
    with db.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(ReviewRow)) or 0


def test_a_new_visitor_has_no_record_to_carry(client: FlaskClient) -> None:
    assert "아직 남은 기록이 없습니다" in client.get("/record").text
    assert client.post("/record/link").status_code == 303
    assert client.get("/record/download").status_code == 404


def test_a_link_opens_the_record_on_another_device(
    app: Flask, client: FlaskClient, bank_id: int
) -> None:
    answer(client, bank_id, 2)
    link, phone = make_link(client), device(app)
    assert "여기서 이어서" in phone.get(link).text
    assert phone.post(link).status_code == 303
    assert learner_of(phone) == learner_of(client)
    again = device(app)
    assert again.get(link).status_code == 410
    assert again.post(link).status_code == 410
    assert learner_of(again) is None


def test_the_qr_code_is_drawn_and_tells_of_an_address_only_here(
    client: FlaskClient, bank_id: int
) -> None:
    answer(client, bank_id)
    page = client.post("/record/link").text
    assert 'class="qr"' in page
    assert page.count("h1v1h-1z") > 200
    assert "이 컴퓨터에서만" in page


@pytest.mark.parametrize(
    ("host", "only_here"),
    [
        ("127.0.0.1:5000", True),
        ("localhost", True),
        ("[::1]:5000", True),
        ("192.168.0.7:5000", False),
        ("quiz.example", False),
    ],
)
def test_loopback_addresses_lead_a_phone_to_itself(host: str, only_here: bool) -> None:
    assert is_only_here(host) is only_here


def test_what_the_other_device_answered_comes_along(
    app: Flask, client: FlaskClient, bank_id: int
) -> None:
    answer(client, bank_id, 2)
    phone = device(app)
    answer(phone, bank_id, 3)
    link = make_link(client)
    assert "3개" in phone.get(link).text
    phone.post(link)
    assert learner_of(phone) == learner_of(client)
    assert "5개" in phone.get("/record").text
    assert phone.get("/").status_code == 200


def test_a_link_of_a_learner_does_not_open_the_desk(
    app: Flask, client: FlaskClient, bank_id: int
) -> None:
    answer(client, bank_id)
    token = make_link(client).rpartition("/")[2]
    stranger = device(app)
    assert stranger.post(f"/sign-in/{token}").status_code == 410
    assert stranger.get("/desk/").status_code == 401


def test_the_owners_practice_is_carried_without_the_desk(
    app: Flask, owner_client: FlaskClient, bank_id: int, owner: PersonRow, session: Session
) -> None:
    owner_id = owner.id
    session.rollback()
    answer(owner_client, bank_id)
    phone = device(app)
    phone.post(make_link(owner_client))
    with phone.session_transaction() as cookie:
        assert "owner" not in cookie
        assert cookie["learner"] == owner_id


def test_the_download_holds_every_answer(
    client: FlaskClient, bank_id: int, owner: PersonRow
) -> None:
    answer(client, bank_id, 3)
    response = client.get("/record/download")
    assert "attachment" in response.headers["Content-Disposition"]
    assert response.headers["Cache-Control"] == "no-store"
    data = json.loads(response.text)
    assert data["format"] == "quiz-record"
    assert len(data["answers"]) == 3
    met = {each["id"] for each in data["questions"]}
    assert {each["question"] for each in data["answers"]} == met
    assert {each["question"] for each in data["memories"]} == met
    assert {"grade", "given", "rating", "at", "before", "after"} <= set(data["answers"][0])
    assert data["settings"]["retention"] == 0.9
    assert "is_owner" not in data["settings"]


def test_deleting_asks_first_and_then_leaves_nothing(
    client: FlaskClient, bank_id: int
) -> None:
    answer(client, bank_id, 2)
    learner = learner_of(client)
    make_link(client)
    assert "먼저 표시해" in client.post("/record/delete").text
    assert count_reviews() == 2
    done = client.post("/record/delete", data={"sure": "1"})
    assert done.status_code == 303
    assert done.headers["Clear-Site-Data"] == '"storage"'  # also what waits on the device
    assert learner_of(client) is None
    with db.engine.connect() as connection:
        for table, column in own_columns():
            query = select(table).where(column == learner)
            assert connection.execute(query).all() == [], table.name
    assert "모두 지웠습니다" in client.get("/").text


def test_a_deleted_learners_number_goes_to_nobody_else(
    app: Flask, client: FlaskClient, bank_id: int
) -> None:
    """A cookie on another device may still name it."""
    answer(client, bank_id)
    learner, stale = learner_of(client), device(app)
    with stale.session_transaction() as cookie:
        cookie["learner"] = learner
    client.post("/record/delete", data={"sure": "1"})
    somebody = device(app)
    answer(somebody, bank_id)
    assert learner_of(somebody) != learner
    assert "아직 남은 기록이 없습니다" in stale.get("/record").text


def test_the_owner_deletes_practice_and_keeps_the_desk(
    owner_client: FlaskClient, bank_id: int, session: Session
) -> None:
    answer(owner_client, bank_id)
    owner_client.post("/record/delete", data={"sure": "1"})
    assert count_reviews() == 0
    assert owner_client.get("/desk/").status_code == 200
    assert session.get(BankRow, bank_id)
    assert session.scalar(select(PersonRow.is_owner).where(PersonRow.is_owner))
