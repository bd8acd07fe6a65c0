"""What protects every page: forms' tokens, headers, rate limits, and who may what."""

from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from functools import lru_cache, partial, wraps
from typing import Any, ParamSpec

from flask import Flask, Response, abort, current_app, g, request, session
from flask.sessions import SecureCookieSessionInterface
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf, validate_csrf
from itsdangerous import SignatureExpired, URLSafeTimedSerializer
from wtforms import ValidationError

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "media-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'; "
    "require-trusted-types-for 'script'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Forms(CSRFProtect):  # type: ignore[misc]  # flask_wtf tells no types
    """Flask-WTF's check of forms; what is right for a session once, stays so."""

    def protect(self, apply_exemptions: bool = False) -> None:
        if request.method == "GET":
            return
        if not request.is_secure:
            own, told = session.get("csrf_token"), request.form.get("csrf_token")
            if own and told and is_token_of(own, told):
                g.csrf_valid = True
                return
        super().protect(apply_exemptions)  # where it is secure, the referrer counts too


@lru_cache(maxsize=4096)  # a page's token comes with every answer that is given there
def is_token_of(_session: str, token: str) -> bool:
    try:
        validate_csrf(token)
    except ValidationError:
        return False
    return True


csrf = Forms()
limiter = Limiter(get_remote_address)
P = ParamSpec("P")


def protect(app: Flask) -> None:
    csrf.init_app(app)
    app.session_interface = Sessions()
    app.jinja_env.globals["csrf_token"] = csrf_token
    app.context_processor(lambda: {"csrf_token": csrf_token})  # over Flask-WTF's own
    limiter.init_app(app)
    # Every limit is a page's own and checked there, and told by no header: other
    # requests need no look at it.
    if limiter.enabled:
        app.before_request_funcs[None].remove(limiter._check_request_limit)
        app.after_request_funcs[None].clear()
        app.teardown_request_funcs[None].clear()  # its notes go with the request
    app.after_request(add_headers)


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookies, each read once: it comes back with every request."""

    known: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        if self.known is None and (own := super().get_signing_serializer(app)):
            self.known = keep_read(own)
        return self.known


def keep_read(serializer: URLSafeTimedSerializer) -> URLSafeTimedSerializer:
    """Let it remember what it has verified; each request gets its own copy to change."""
    verified = lru_cache(maxsize=4096)(partial(serializer.loads, return_timestamp=True))

    def loads(cookie: str, max_age: float) -> Any:
        told, signed_at = verified(cookie)
        if not 0 <= (datetime.now(UTC) - signed_at).total_seconds() <= max_age:
            raise SignatureExpired("too old", date_signed=signed_at)
        return deepcopy(told)

    own: Any = serializer
    own.loads = loads
    return serializer


def csrf_token() -> str:
    """Return the token of the visitor's forms, which stays as long as their session."""
    raw: str | None = session.get("csrf_token")
    secret = current_app.secret_key
    return generate_csrf() if raw is None or secret is None else signed(secret, raw)


@lru_cache(maxsize=4096)  # signing it anew takes longer than finding a question
def signed(_secret: str | bytes, _raw: str) -> str:
    g.pop("csrf_token", None)  # what another session left where tests share a context
    token: str = generate_csrf()
    return token


def add_headers(response: Response) -> Response:
    response.headers.extend(HEADERS)  # no page has its own of these
    if response.mimetype == "text/html":
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def owner_id() -> int | None:
    """Return the signed-in owner's id, or None."""
    person: int | None = session.get("owner")
    return person


def owner_only(
    page: Callable[P, ResponseReturnValue],
) -> Callable[P, ResponseReturnValue]:
    """Let only the signed-in owner see a page."""

    @wraps(page)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if owner_id() is None:
            abort(401)
        return page(*args, **kwargs)

    return guarded
