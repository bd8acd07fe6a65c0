"""Fixtures every test may use: an app on an empty database, a session, clients."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.actions.sign_in import make_owner_link, owner_of_installation
from quiz.app import create_app
from quiz.storage.engine import bring_up_to_date
from quiz.storage.tables import PersonRow
from quiz.web.database import db

os.environ["ANKI_TEST_MODE"] = "1"  # no fuzz; Anki looks once, at its first answer


@pytest.fixture
def now() -> datetime:
    return datetime(2030, 1, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The app on a new database in a folder of its own."""
    monkeypatch.setenv("QUIZ_INSTANCE", str(tmp_path / "instance"))
    app = create_app(
        {"TESTING": True, "WTF_CSRF_ENABLED": False, "RATELIMIT_ENABLED": False}
    )
    with app.app_context():
        bring_up_to_date(db.engine)
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def session(app: Flask) -> Session:
    return db.session()


@pytest.fixture
def owner(session: Session, now: datetime) -> PersonRow:
    return owner_of_installation(session, now)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor who reads Korean."""
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "ko"
    return client


@pytest.fixture
def owner_client(app: Flask, session: Session) -> FlaskClient:
    """The owner, signed in by a link, reading English."""
    client = app.test_client()
    token = make_owner_link(session, datetime.now(UTC))
    client.post(f"/sign-in/{token}")
    return client
