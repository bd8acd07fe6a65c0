"""Settings, the secret key and the headers that every page carries."""

import re
import stat
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.app import create_app
from quiz.storage.banks import add_bank
from quiz.storage.tables import PersonRow
from quiz.web.security import HEADERS
from quiz.web.settings import DEFAULTS, secret_key
from tests.samples import sample_bank

README = Path(__file__).parents[2] / "README.md"


def test_every_setting_stands_in_the_readme() -> None:
    described = set(re.findall(r"`QUIZ_([A-Z_]+)`", README.read_text(encoding="utf-8")))
    assert set(DEFAULTS) | {"INSTANCE", "SECRET_KEY"} <= described


def test_the_secret_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    key = secret_key(tmp_path / "instance")

    assert len(key) == 64
    assert secret_key(tmp_path / "instance") == key
    file = tmp_path / "instance" / "secret_key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_environment_wins_over_the_settings_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZ_INSTANCE", str(tmp_path))
    (tmp_path / "settings.py").write_text(
        "DRAFT_LIMIT = '1 per day'\nSIGN_IN_LIMIT = 'x'\n"
    )
    monkeypatch.setenv("QUIZ_SIGN_IN_LIMIT", "2 per hour")
    app = create_app()
    assert app.config["DRAFT_LIMIT"] == "1 per day"
    assert app.config["SIGN_IN_LIMIT"] == "2 per hour"


def test_every_page_carries_the_protecting_headers(client: FlaskClient) -> None:
    for address in ("/", "/nowhere", "/static/quiz.css"):
        page = client.get(address)
        assert {name: page.headers[name] for name in HEADERS} == HEADERS
        page.close()


def test_a_request_that_is_too_large_is_refused(app: Flask) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 1000
    page = app.test_client().post("/language", data={"language": "x" * 2000})
    assert page.status_code == 413
    assert "too large" in page.text


def test_a_number_that_no_database_holds_is_not_found(
    client: FlaskClient, owner_client: FlaskClient
) -> None:
    huge = "9" * 20
    for address in ("/practice/{}", "/read/{}", "/practice/answers/{}"):
        assert client.get(address.format(huge)).status_code == 404
    for address in ("/desk/banks/{}", "/desk/questions/{}", "/desk/jobs/{}"):
        assert owner_client.get(address.format(huge)).status_code == 404


def test_a_huge_number_in_a_query_is_left_out(
    client: FlaskClient, owner: PersonRow, session: Session, now: datetime
) -> None:
    bank = add_bank(session, sample_bank(), owner.id, now)
    bank.is_public = True
    session.commit()
    for address in (f"/read/{bank.id}", f"/practice/{bank.id}"):
        page = client.get(address, query_string={"question": "9" * 20})
        assert page.status_code == 200
