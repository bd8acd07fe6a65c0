"""What an installation may set, in instance/settings.py or as QUIZ_* variables.

Each setting is described in the README; a test holds the two lists together.
"""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from flask import Flask

DEFAULTS: Mapping[str, Any] = {
    "DATABASE_URL": "",  # empty: quiz.db in the instance folder
    "QUEUE_URL": "",  # empty: queue.db in the instance folder
    "RATELIMIT_STORAGE_URI": "memory://",
    "RATELIMIT_ENABLED": True,
    "SIGN_IN_LIMIT": "20 per hour",
    "DRAFT_LIMIT": "30 per hour",
    "MAX_CONTENT_LENGTH": 8_000_000,  # bytes of one request
    "MAX_UPLOAD_LENGTH": 64_000_000,  # bytes of the texts that a teacher brings at once
    "PRIVATE_ADDRESSES": False,  # True: web addresses of the own network may be read
    "ANKI_CONNECT_URL": "http://127.0.0.1:8765",
    "ANKI_CONNECT_KEY": "",
    "SECURE_COOKIES": False,  # True when served by https
}


def read_settings(app: Flask, overrides: Mapping[str, Any] | None) -> None:
    """Fill app.config: defaults, instance/settings.py, QUIZ_*, then `overrides`."""
    instance = Path(app.instance_path)
    app.config.update(DEFAULTS)
    app.config.from_pyfile("settings.py", silent=True)
    app.config.from_prefixed_env("QUIZ")
    app.config.update(overrides or {})
    database = app.config["DATABASE_URL"] or f"sqlite:///{instance / 'quiz.db'}"
    app.config["SQLALCHEMY_DATABASE_URI"] = database
    in_postgresql = database.startswith("postgresql")
    app.config["QUEUE_URL"] = app.config["QUEUE_URL"] or (
        database if in_postgresql else str(instance / "queue.db")
    )
    app.config["SECRET_KEY"] = app.config["SECRET_KEY"] or secret_key(instance)
    app.config.update(
        SESSION_COOKIE_NAME="quiz",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=app.config["SECURE_COOKIES"],
        PERMANENT_SESSION_LIFETIME=400 * 24 * 3600,  # the longest that browsers keep
        SESSION_REFRESH_EACH_REQUEST=False,  # the first page does, for all the others
        MAX_FORM_MEMORY_SIZE=app.config["MAX_CONTENT_LENGTH"],
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session
    )


def secret_key(instance: Path) -> str:
    """Return the installation's key, made on first use, readable by its owner alone."""
    file = instance / "secret_key"
    if file.exists():
        return file.read_text()
    instance.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=instance) as new:  # readable by its owner alone
        new.write(secrets.token_hex(32))
        new.flush()
        # Of two processes that start at once, the first one's key holds.
        with suppress(FileExistsError):
            os.link(new.name, file)
    return file.read_text()
