"""A learner adds passkeys, comes back by them on another device, and removes them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from quiz.storage.passkeys import ChallengeRow, PasskeyRow
from quiz.storage.tables import PersonRow
from quiz.web.database import db
from tests.authenticator import Authenticator
from tests.practice_bank import add_practice_bank
from tests.web.test_record_pages import answer, device, learner_of

TOLD = {"label": "내 폰", "nickname": "푸른 하늘"}


@pytest.fixture
def bank_id(session: Session, owner: PersonRow) -> int:
    bank = add_practice_bank(session, owner.id)
    number = bank.id
    session.rollback()
    return number


def post(client: FlaskClient, path: str, told: dict[str, Any], code: int = 200) -> Any:
    db.session.rollback()  # tests share one session among requests
    response = client.post(path, json=told)
    assert response.status_code == code, response.text
    return response.json


def begin(client: FlaskClient, told: dict[str, Any] = TOLD) -> Any:
    return post(client, "/record/passkeys/options", told)


def add(client: FlaskClient, made: Authenticator, code: int = 200, **told: Any) -> Any:
    told = TOLD | told
    credential = made.create(begin(client, told))
    return post(client, "/record/passkeys", told | {"credential": credential}, code)


def enter(client: FlaskClient, made: Authenticator, code: int = 200) -> Any:
    asked = post(client, "/come-back/passkey/options", {})
    return post(client, "/come-back/passkey", {"credential": made.get(asked)}, code)


def count_passkeys() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(PasskeyRow)) or 0


@pytest.fixture
def phone(client: FlaskClient, bank_id: int) -> FlaskClient:
    answer(client, bank_id, 2)
    return client


def test_a_passkey_leads_back_from_another_device_and_both_records_become_one(
    app: Flask, phone: FlaskClient, bank_id: int
) -> None:
    made, other = Authenticator(), device(app)
    assert add(phone, made)["to"] == "/record"
    shown = phone.get("/record").text
    assert "내 폰" in shown
    assert "푸른 하늘" in shown
    answer(other, bank_id, 3)
    for _ in range(2):
        assert enter(other, made)["to"] == "/"
    assert learner_of(other) == learner_of(phone)
    db.session.rollback()
    assert "5개" in other.get("/record").text
    assert "마지막으로" in other.get("/record").text


def test_a_passkey_needs_a_record(client: FlaskClient) -> None:
    assert client.get("/record/passkeys/new").status_code == 302
    assert post(client, "/record/passkeys/options", TOLD, 422)["problem"]
    assert post(client, "/record/passkeys", TOLD, 422)["problem"]


def test_a_challenge_is_answered_once_even_with_the_cookie_of_before(
    app: Flask, phone: FlaskClient
) -> None:
    made, thief = Authenticator(), device(app)
    add(phone, made)
    asked = post(thief, "/come-back/passkey/options", {})
    with thief.session_transaction() as cookie:
        kept = cookie["passkey"]
    told = {"credential": made.get(asked)}
    post(thief, "/come-back/passkey", told)
    for client in (thief, device(app)):
        with client.session_transaction() as cookie:
            cookie["passkey"] = kept
        again = post(client, "/come-back/passkey", told, 422)
        assert "다시 해 보세요" in again["problem"]
    assert learner_of(client) is None


def test_a_challenge_of_somebody_else_is_refused(app: Flask, phone: FlaskClient) -> None:
    made, thief = Authenticator(), device(app)
    add(phone, made)
    asked = post(phone, "/come-back/passkey/options", {})
    post(thief, "/come-back/passkey/options", {})
    post(thief, "/come-back/passkey", {"credential": made.get(asked)}, 422)
    assert learner_of(thief) is None
    post(device(app), "/come-back/passkey", {"credential": made.get(asked)}, 422)


def test_an_old_challenge_is_refused(app: Flask, phone: FlaskClient) -> None:
    made, other = Authenticator(), device(app)
    add(phone, made)
    asked = post(other, "/come-back/passkey/options", {})
    past = datetime.now(UTC) - timedelta(seconds=1)
    db.session.execute(update(ChallengeRow).values(expires=past))
    db.session.commit()
    post(other, "/come-back/passkey", {"credential": made.get(asked)}, 422)
    begin(phone)  # what ran out is forgotten
    assert db.session.scalar(select(func.count()).select_from(ChallengeRow)) == 1


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "http://localhost:81", "http://localhost.evil"]
)
def test_another_origin_is_refused(app: Flask, phone: FlaskClient, origin: str) -> None:
    made = Authenticator(origin=origin)
    assert "확인하지 못했습니다" in add(phone, made, 422)["problem"]
    assert count_passkeys() == 0
    made.origin = "http://localhost"
    add(phone, made)
    made.origin = origin
    other = device(app)
    enter(other, made, 422)
    assert learner_of(other) is None


def test_another_key_another_site_and_another_user_are_refused(
    app: Flask, phone: FlaskClient
) -> None:
    made, other = Authenticator(), device(app)
    add(phone, made)
    forged = Authenticator(id=made.id, handle=made.handle)
    enter(other, forged, 422)
    enter(other, Authenticator(id=made.id, key=made.key, handle="AAAA"), 422)
    asked = post(other, "/come-back/passkey/options", {})
    wrong = {"credential": made.get(asked | {"rpId": "evil.example"})}
    post(other, "/come-back/passkey", wrong, 422)
    assert learner_of(other) is None


def test_a_copied_device_is_noticed_by_its_count(app: Flask, phone: FlaskClient) -> None:
    made = Authenticator()
    add(phone, made)
    made.uses = 7
    enter(device(app), made)
    made.uses = 3
    enter(device(app), made, 422)


@pytest.mark.parametrize(
    "credential", [{}, [], "x", {"id": 3}, {"id": "ééé"}, {"id": "AAAA", "response": 1}]
)
def test_what_no_browser_sends_gets_a_sentence(
    app: Flask, phone: FlaskClient, credential: Any
) -> None:
    made = Authenticator()
    add(phone, made)
    begin(phone)
    told = TOLD | {"credential": credential}
    assert post(phone, "/record/passkeys", told, 422)["problem"]
    other = device(app)
    post(other, "/come-back/passkey/options", {})
    assert post(other, "/come-back/passkey", {"credential": credential}, 422)["problem"]
    assert other.post("/come-back/passkey", data="[]").status_code == 422


def test_a_passkey_of_a_deleted_record_says_so(app: Flask, phone: FlaskClient) -> None:
    made = Authenticator()
    add(phone, made)
    db.session.rollback()
    phone.post("/record/delete", data={"sure": "1"})
    assert count_passkeys() == 0
    assert "기록이 더는 없습니다" in enter(device(app), made, 422)["problem"]


def test_several_passkeys_have_names_and_the_device_refuses_a_second(
    phone: FlaskClient,
) -> None:
    first, second = Authenticator(), Authenticator()
    add(phone, first)
    asked = begin(phone)
    assert [each["id"] for each in asked["excludeCredentials"]] == [
        first.create(asked)["id"]
    ]
    add(phone, second, label="학교 컴퓨터")
    assert second.handle == first.handle
    assert "학교 컴퓨터" in phone.get("/record").text
    assert "이미 쓰고 있는" in add(phone, first, 422)["problem"]
    assert "이름" in add(phone, Authenticator(), 422, label=" ")["problem"]
    assert count_passkeys() == 2


def test_a_taken_nickname_is_refused_before_the_device_is_asked(
    app: Flask, phone: FlaskClient, bank_id: int
) -> None:
    add(phone, Authenticator())
    other = device(app)
    answer(other, bank_id)
    told = post(other, "/record/passkeys/options", TOLD, 422)
    assert "이미 다른 사람이 쓰는 별명" in told["problem"]
    add(other, Authenticator(), nickname="흰 구름")
    assert "흰 구름" in other.get("/record").text


def test_a_nickname_without_a_password_opens_nothing(
    app: Flask, phone: FlaskClient
) -> None:
    add(phone, Authenticator())
    for password in ("", "비밀번호 없음"):
        told = {"name": "푸른 하늘", "password": password}
        assert device(app).post("/come-back", data=told).status_code == 422


def test_the_last_way_in_goes_only_with_a_yes(phone: FlaskClient) -> None:
    add(phone, Authenticator())
    add(phone, Authenticator(), label="학교 컴퓨터")
    one, other = db.session.scalars(select(PasskeyRow.id).order_by(PasskeyRow.id))
    page = phone.get(f"/record/passkeys/{one}/remove").text
    assert "다른 패스키 1개" in page
    assert phone.post(f"/record/passkeys/{one}/remove").status_code == 303
    last = f"/record/passkeys/{other}/remove"
    assert "하나뿐인 방법" in phone.get(last).text
    refused = phone.post(last)
    assert refused.status_code == 422
    assert "<strong>" in refused.text
    assert count_passkeys() == 1
    assert phone.post(last, data={"sure": "1"}).status_code == 303
    assert count_passkeys() == 0


def test_a_password_is_another_way_in(phone: FlaskClient) -> None:
    add(phone, Authenticator())
    db.session.rollback()
    known = {"name": "푸른 하늘", "password": "산 너머 남촌에는"}
    assert phone.post("/record/nickname", data=known).status_code == 303
    (one,) = db.session.scalars(select(PasskeyRow.id))
    assert "별명과 비밀번호" in phone.get(f"/record/passkeys/{one}/remove").text
    assert phone.post(f"/record/passkeys/{one}/remove").status_code == 303


def test_nobody_removes_somebody_elses_passkey(
    app: Flask, phone: FlaskClient, bank_id: int
) -> None:
    add(phone, Authenticator())
    (one,) = db.session.scalars(select(PasskeyRow.id))
    other = device(app)
    answer(other, bank_id)
    assert other.post(f"/record/passkeys/{one}/remove").status_code == 404
    assert other.get(f"/record/passkeys/{one}/remove").status_code == 404
    assert count_passkeys() == 1


@pytest.mark.parametrize(
    ("host", "says"),
    [
        ("127.0.0.1:5000", "http://localhost:5000"),
        ("192.168.0.7", "숫자로 되어"),
        ("quiz.example", "https로 시작하는"),
        ("localhost:5000", "자바스크립트가 필요"),
    ],
)
def test_where_there_are_none_the_page_says_why(
    phone: FlaskClient, host: str, says: str
) -> None:
    with phone.session_transaction() as cookie:
        known = cookie["learner"]
    with phone.session_transaction(base_url=f"http://{host}") as cookie:
        cookie["learner"] = known
    page = phone.get("/record/passkeys/new", base_url=f"http://{host}").text
    assert says in page
    assert ("data-passkey=" in page) == ("숫자" not in page)
    assert says in phone.get("/come-back", base_url=f"http://{host}").text


def test_a_site_by_https_takes_its_own_origin_alone(app: Flask, phone: FlaskClient) -> None:
    base = "https://quiz.example"
    with phone.session_transaction() as cookie:
        known = cookie["learner"]
    with phone.session_transaction(base_url=base) as cookie:
        cookie["learner"] = known
    for origin, code in (("http://quiz.example", 422), (base, 200)):
        db.session.rollback()
        made = Authenticator(origin=origin)
        asked = phone.post("/record/passkeys/options", json=TOLD, base_url=base).json
        assert asked
        assert asked["rp"]["id"] == "quiz.example"
        told = TOLD | {"credential": made.create(asked)}
        added = phone.post("/record/passkeys", json=told, base_url=base)
        assert added.status_code == code


def test_the_record_file_names_passkeys_and_no_keys(phone: FlaskClient) -> None:
    made = Authenticator()
    add(phone, made)
    data = phone.get("/record/download").json
    assert data
    assert [each["label"] for each in data["passkeys"]] == ["내 폰"]
    assert set(data["passkeys"][0]) == {"label", "site", "created", "used"}


def test_there_are_bounds(phone: FlaskClient) -> None:
    add(phone, Authenticator())
    (first,) = db.session.scalars(select(PasskeyRow))
    names = [c.name for c in PasskeyRow.__table__.columns if c.name != "id"]
    values = {name: getattr(first, name) for name in names}
    for number in range(19):
        db.session.add(PasskeyRow(**values | {"credential": bytes([number])}))
    db.session.commit()
    told = post(phone, "/record/passkeys/options", TOLD, 422)
    assert "20개" in told["problem"]
