"""Sends the forms that bring texts, as a browser does."""

from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session, sessionmaker
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart

from quiz.actions.bring_sources import Material, read_material, read_source
from quiz.readers.found_text import FoundText


@pytest.fixture
def read_at_once(app: Flask) -> None:
    """Let the pages read what is brought before they answer."""
    sessions: sessionmaker[Session] = app.extensions["quiz_sessions"]

    def read(waiting: Sequence[tuple[int, Material]]) -> None:
        for source_id, material in waiting:
            read_source(sessions, source_id, reading(material))

    app.extensions["quiz_read"] = read


def reading(material: Material) -> Callable[[], FoundText]:
    return lambda: read_material(material)


def send(client: FlaskClient, path: str, **fields: object) -> tuple[int, str, str]:
    """Send a form with files; return status, place to go and page."""
    data: MultiDict[str, object] = MultiDict()
    for name, value in fields.items():
        for each in value if isinstance(value, list) else [value]:
            # Encoded here: the test client leaves a temporary file open for large bodies.
            if isinstance(each, tuple):
                each = FileStorage(BytesIO(each[1]), each[0])
            data.add(name, each)
    boundary, body = encode_multipart(data)
    kind = f'multipart/form-data; boundary="{boundary}"'
    answer = client.post(path, data=body, content_type=kind)
    return answer.status_code, answer.location or "", answer.text


def bring(
    client: FlaskClient, path: str = "/desk/new", **fields: object
) -> tuple[int, str, str]:
    return send(client, path, **{"text": "", "addresses": "", **fields})
