"""What protects every page: forms' tokens, headers, rate limits, and who may what."""

from collections.abc import Callable
from copy import deepcopy
from functools import lru_cache, wraps
from typing import Any, ParamSpec

from flask import Flask, Response, abort, current_app, g, request, session
from flask.sessions import SecureCookieSessionInterface
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf, validate_csrf
from itsdangerous import TimestampSigner, URLSafeTimedSerializer
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


class Signer(TimestampSigner):
    """Verifies a signature once: a visitor's cookie comes back with every request."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.verified = lru_cache(maxsize=4096)(super().verify_signature)

    def verify_signature(self, value: str | bytes, sig: str | bytes) -> bool:
        return self.verified(value, sig)


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookies, with the same signers for all requests."""

    serializer_of_all: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        if self.serializer_of_all is None:
            self.serializer_of_all = super().get_signing_serializer(app)
            if self.serializer_of_all is not None:
                keep_signers(self.serializer_of_all)
                keep_payloads(self.serializer_of_all)
        return self.serializer_of_all


def keep_signers(serializer: URLSafeTimedSerializer) -> None:
    serializer.signer = Signer
    signers = tuple(serializer.iter_unsigners())
    serializer.iter_unsigners = lambda salt=None: iter(signers)  # type: ignore[method-assign]


def keep_payloads(serializer: URLSafeTimedSerializer) -> None:
    """Unpack a verified cookie once; each request reads its JSON anew, to write on it."""
    read = lru_cache(maxsize=4096)(serializer.load_payload)
    own: Any = serializer
    own.load_payload = lambda payload: deepcopy(read(payload))


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
