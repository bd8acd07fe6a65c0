"""Signing in by link, signing out, choosing a language."""

from datetime import UTC, datetime, timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.actions.sign_in import LINK_LIFE, digest_of, make_owner_link, sign_in
from quiz.app import create_app
from quiz.storage.engine import bring_up_to_date
from quiz.storage.tables import SignInLinkRow
from quiz.web.database import db


def test_the_link_opens_the_desk_once(client: FlaskClient, session: Session) -> None:
    token = make_owner_link(session, datetime.now(UTC))
    assert client.get("/desk/").status_code == 401

    assert client.get(f"/sign-in/{token}").status_code == 200  # looking uses nothing up
    assert client.post(f"/sign-in/{token}").status_code == 302
    assert client.get("/desk/").status_code == 200

    client.post("/sign-out")
    assert client.get("/desk/").status_code == 401
    assert client.post(f"/sign-in/{token}").status_code == 410


def test_a_link_runs_out_and_only_its_digest_is_kept(
    session: Session, now: datetime
) -> None:
    token = make_owner_link(session, now)

    assert session.get(SignInLinkRow, token) is None
    assert session.get(SignInLinkRow, digest_of(token)) is not None
    assert sign_in(session, token, now + LINK_LIFE + timedelta(seconds=1)) is None
    assert sign_in(session, token, now + timedelta(hours=1)) is not None
    assert sign_in(session, token, now + timedelta(hours=1)) is None


def test_old_links_are_forgotten_when_a_new_one_is_made(
    session: Session, now: datetime
) -> None:
    old = make_owner_link(session, now)
    make_owner_link(session, now + LINK_LIFE * 2)
    session.expire_all()
    assert session.get(SignInLinkRow, digest_of(old)) is None


def test_guessing_links_is_limited(app: Flask) -> None:
    limited = create_app({"WTF_CSRF_ENABLED": False, "SIGN_IN_LIMIT": "3 per hour"})
    with limited.app_context():
        bring_up_to_date(db.engine)
        guesser = limited.test_client()
        codes = [guesser.post(f"/sign-in/{n}").status_code for n in range(5)]
        db.engine.dispose()
    assert codes == [410, 410, 410, 429, 429]


def test_a_form_without_its_token_is_refused(app: Flask, session: Session) -> None:
    token = make_owner_link(session, datetime.now(UTC))
    app.config["WTF_CSRF_ENABLED"] = True
    page = app.test_client().post(f"/sign-in/{token}")
    assert page.status_code == 400
    assert "Go back, reload" in page.text


def test_the_language_follows_the_browser_until_one_is_chosen(app: Flask) -> None:
    visitor = app.test_client()
    korean = {"Accept-Language": "ko-KR,ko;q=0.9,en;q=0.8"}
    assert '<html lang="ko">' in visitor.get("/", headers=korean).text
    assert '<html lang="en">' in visitor.get("/", headers={"Accept-Language": "fr"}).text

    visitor.post("/language", data={"language": "en", "next": "/"})
    assert '<html lang="en">' in visitor.get("/", headers=korean).text


def test_choosing_a_language_never_leads_to_another_site(client: FlaskClient) -> None:
    for elsewhere in (
        "https://example.org",
        "//example.org",
        "/\\example.org",
        "/\t/x.org",
        "",
    ):
        answer = client.post("/language", data={"language": "ko", "next": elsewhere})
        assert answer.location == "/"


def test_an_unknown_address_is_a_kind_page(client: FlaskClient) -> None:
    page = client.get("/nowhere")
    assert page.status_code == 404
    assert "<h1>" in page.text


def test_a_cookie_that_somebody_wrote_anew_opens_nothing(
    client: FlaskClient, session: Session
) -> None:
    token = make_owner_link(session, datetime.now(UTC))
    client.post(f"/sign-in/{token}")
    kept = client.get_cookie("quiz")
    assert kept is not None
    assert client.get("/desk/").status_code == 200
    body, _, signature = kept.value.rpartition(".")
    forged = "A" if signature[0] != "A" else "B"
    client.set_cookie("quiz", f"{body}.{forged}{signature[1:]}")
    assert client.get("/desk/").status_code == 401
    client.set_cookie("quiz", f"x{body}.{signature}")
    assert client.get("/desk/").status_code == 401
    client.set_cookie("quiz", kept.value)
    assert client.get("/desk/").status_code == 200
