"""A cookie is unpacked once, and each request has its own copy of what it says."""

import pytest
from flask import Flask
from itsdangerous import BadSignature, URLSafeTimedSerializer

DAY = 86400  # seconds


@pytest.fixture
def signing(app: Flask) -> URLSafeTimedSerializer:
    serializer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    assert isinstance(serializer, URLSafeTimedSerializer)
    return serializer


def test_what_one_request_changes_no_other_sees(signing: URLSafeTimedSerializer) -> None:
    cookie = signing.dumps({"learner": 7, "_flashes": [("message", "저장했습니다.")]})
    first = signing.loads(cookie, max_age=DAY)
    first["learner"] = 8
    first["_flashes"].append(("message", "다른 요청의 말"))
    assert signing.loads(cookie, max_age=DAY) == {
        "learner": 7,
        "_flashes": [("message", "저장했습니다.")],
    }


def test_a_cookie_known_before_is_still_checked(signing: URLSafeTimedSerializer) -> None:
    cookie = str(signing.dumps({"learner": 7}))
    assert signing.loads(cookie, max_age=DAY) == {"learner": 7}
    told, signature = cookie.rsplit(".", 1)  # its last letter has bits that say nothing
    forged = f"{told}.{'A' if signature[0] != 'A' else 'B'}{signature[1:]}"
    with pytest.raises(BadSignature):
        signing.loads(forged, max_age=DAY)
    with pytest.raises(BadSignature):
        signing.loads(cookie, max_age=-1)
