"""What a device takes along and sends back, through the pages."""

import gzip
import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.storage.tables import PersonRow, ReviewRow
from quiz.web.database import db
from tests.practice_bank import QUESTIONS, add_practice_bank


@pytest.fixture
def bank_id(session: Session, owner: PersonRow) -> int:
    bank = add_practice_bank(session, owner.id)
    number = bank.id
    session.rollback()
    return number


def answer(name: str = "a", **more: Any) -> dict[str, Any]:
    fields = [["question", "1"], ["reps", "0"], ["shown_as", "typed"], ["answer", "1903년"]]
    return {"id": name, "at": datetime.now(UTC).isoformat(), "fields": fields} | more


def send(client: FlaskClient, *answers: Any) -> Any:
    response = client.post("/offline/answers", json={"answers": list(answers)})
    assert response.status_code == 200
    return response.json


def count_reviews() -> int:
    with db.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(ReviewRow)) or 0


def test_the_pack_is_what_the_pages_show(client: FlaskClient, bank_id: int) -> None:
    response = client.get("/offline/pack", headers={"Accept-Encoding": "gzip"})
    assert response.headers["Cache-Control"] == "no-store"
    pack = json.loads(gzip.decompress(response.data))
    assert len(pack["questions"]) == len(QUESTIONS)
    first = pack["questions"][0]
    assert '<main id="main"' in first["page"]
    assert 'name="question"' in first["page"]
    assert "등대 기록에 나옵니다" in first["answer"]
    assert "<mark>" in first["answer"]
    assert set(first["when"]) == {"again", "hard", "good", "easy"}
    assert pack["words"]["grades"]["right"]["seal"] == "通"
    assert "{left}" not in json.dumps(pack["words"])


def test_answers_join_and_make_a_learner(client: FlaskClient, bank_id: int) -> None:
    told = send(client, answer("a"), answer("b", fields=[["question", "2"]]))
    assert told == {"results": [{"id": "a", "grade": "right"}, {"id": "b", "grade": None}]}
    assert count_reviews() == 1
    assert "1개" in client.get("/record").text
    send(client, answer("a"))
    assert count_reviews() == 1


@pytest.mark.parametrize(
    "broken",
    [
        1,
        {},
        {"id": "x"},
        {"id": "x", "at": "yesterday", "fields": []},
        {"id": "x", "at": "2026-01-01T00:00:00Z", "fields": 3},
        {"id": "", "at": "2026-01-01T00:00:00Z", "fields": [["question", "1"]]},
        {"id": "x", "at": "1999-01-01T00:00:00Z", "fields": [["question"]]},
        {"id": "x", "at": "2026-11-01T00:00:00Z", "fields": [], "rating": "best"},
    ],
)
def test_one_broken_answer_does_not_lose_the_others(
    client: FlaskClient, bank_id: int, broken: Any
) -> None:
    told = send(client, broken, answer("good"))
    assert [each["grade"] for each in told["results"]] == [None, "right"]


def test_answers_older_than_any_cookie_are_not_taken(
    client: FlaskClient, bank_id: int
) -> None:
    old = (datetime.now(UTC) - timedelta(days=500)).isoformat()
    assert send(client, answer(at=old))["results"][0]["grade"] is None


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b'{"answers": 1}', b"\xff"])
def test_what_is_no_list_of_answers_is_refused(client: FlaskClient, body: bytes) -> None:
    sent = client.post("/offline/answers", data=body, content_type="application/json")
    assert sent.status_code == 400


def test_a_stranger_page_can_not_send_answers(app: Flask, bank_id: int) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    stranger = app.test_client()
    assert stranger.post("/offline/answers", json={"answers": []}).status_code == 400
    token = json.loads(stranger.get("/offline/pack").data)["csrf"]
    header = {"X-CSRFToken": token}
    sent = stranger.post("/offline/answers", json={"answers": [answer()]}, headers=header)
    assert sent.json == {"results": [{"id": "a", "grade": "right"}]}


def test_the_worker_may_look_after_every_page(client: FlaskClient) -> None:
    response = client.get("/worker.js")
    assert "javascript" in response.content_type
    assert response.headers["Cache-Control"] == "no-cache"
    paths = [
        part for part in response.text.split('"') if re.fullmatch("/[a-z_/.]*[a-z]", part)
    ]
    assert "/offline" in paths
    for path in paths:
        with client.get(path) as found:
            assert found.status_code == 200, path


def test_only_someone_with_a_record_loads_the_script(
    client: FlaskClient, bank_id: int
) -> None:
    assert "carry.js" not in client.get("/").text
    send(client, answer())
    assert "carry.js" in client.get("/").text
