"""A learner takes a nickname and comes back by it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.tables import NicknameRow, PersonRow
from quiz.web.database import db
from tests.practice_bank import add_practice_bank
from tests.web.test_record_pages import answer, device, learner_of

KNOWN = {"name": "푸른 하늘", "password": "산 너머 남촌에는"}


@pytest.fixture
def bank_id(session: Session, owner: PersonRow) -> int:
    bank = add_practice_bank(session, owner.id)
    number = bank.id
    session.rollback()
    return number


def take(client: FlaskClient, **told: str) -> int:
    db.session.rollback()  # tests share one session among requests
    return client.post("/record/nickname", data=KNOWN | told).status_code


def come_back(client: FlaskClient, **told: str) -> int:
    return client.post("/come-back", data=KNOWN | told).status_code


def test_a_nickname_leads_back_to_the_record(
    app: Flask, client: FlaskClient, bank_id: int
) -> None:
    answer(client, bank_id, 2)
    assert take(client) == 303
    assert "푸른 하늘" in client.get("/record").text
    lost = device(app)
    assert come_back(lost, name="푸른하늘") == 303
    assert learner_of(lost) == learner_of(client)


def test_what_was_answered_before_coming_back_is_kept(
    app: Flask, client: FlaskClient, bank_id: int
) -> None:
    answer(client, bank_id, 2)
    take(client)
    lost = device(app)
    answer(lost, bank_id, 3)
    assert come_back(lost) == 303
    assert learner_of(lost) == learner_of(client)
    assert "5개" in lost.get("/record").text


@pytest.mark.parametrize("told", [{"password": "다른 암호입니다"}, {"name": "아무도 아님"}])
def test_a_wrong_password_and_an_unknown_name_read_the_same(
    app: Flask, client: FlaskClient, bank_id: int, told: dict[str, str]
) -> None:
    answer(client, bank_id)
    take(client)
    stranger = device(app)
    response = stranger.post("/come-back", data=KNOWN | told)
    assert response.status_code == 422
    assert "맞지 않습니다" in response.text
    assert learner_of(stranger) is None


def test_a_nickname_belongs_to_one_learner(
    app: Flask, client: FlaskClient, bank_id: int
) -> None:
    answer(client, bank_id)
    take(client)
    other = device(app)
    answer(other, bank_id)
    refused = other.post("/record/nickname", data=KNOWN)
    assert refused.status_code == 422
    assert "이미" in refused.text
    assert take(client, password="새로 정한 암호") == 303
    assert come_back(device(app)) == 422
    assert come_back(device(app), password="새로 정한 암호") == 303


def test_a_weak_password_is_explained_and_never_shown(
    client: FlaskClient, bank_id: int
) -> None:
    answer(client, bank_id)
    page = client.post("/record/nickname", data=KNOWN | {"password": "qwe"})
    assert page.status_code == 422
    assert "8자 이상" in page.text
    assert "qwe" not in page.text


def test_passwords_are_kept_as_hashes_and_leave_with_nobody(
    client: FlaskClient, bank_id: int
) -> None:
    answer(client, bank_id)
    take(client)
    with db.engine.connect() as connection:
        kept = connection.execute(select(NicknameRow.password)).scalar_one()
    assert kept.startswith("scrypt:")
    assert kept not in client.get("/record/download").text
    assert "푸른 하늘" in client.get("/record/download").text


def test_a_deleted_record_frees_its_nickname(
    app: Flask, client: FlaskClient, bank_id: int
) -> None:
    answer(client, bank_id)
    take(client)
    client.post("/record/delete", data={"sure": "1"})
    assert come_back(device(app)) == 422
    other = device(app)
    answer(other, bank_id)
    assert take(other) == 303


def test_a_visitor_without_a_record_has_nothing_to_name(client: FlaskClient) -> None:
    assert client.get("/record/nickname").status_code == 302


def test_tries_are_limited_for_each_nickname(app: Flask) -> None:
    from quiz.app import create_app  # noqa: PLC0415  # limits are read when it is made

    limited = create_app({"WTF_CSRF_ENABLED": False, "SIGN_IN_LIMIT": "3 per hour"})
    client = limited.test_client()
    tried = [come_back(client) for _ in range(4)]
    assert tried == [422, 422, 422, 429]
    assert come_back(client, name="somebody else") == 422
    with limited.app_context():
        db.engine.dispose()
