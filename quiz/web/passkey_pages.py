"""Pages where a learner adds and removes passkeys, and comes back by one."""

from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quiz.actions.come_back import has_password, nickname_of
from quiz.actions.use_passkeys import (
    Asked,
    Data,
    Made,
    Site,
    add_made,
    ask_entry,
    ask_new,
    passkeys_of,
    remove_passkey,
    whose_passkey,
    would_be_last,
)
from quiz.core.problems import Problem
from quiz.storage.banks import NotFound
from quiz.web.database import db
from quiz.web.security import limiter
from quiz.web.visitors import current_learner, go_on_with
from quiz.web.words import say

OFTEN = "60 per minute"  # nobody can guess a key: this spares the database
PLATFORMS = ("iPhone", "iPad", "Android", "Windows", "Mac", "Linux")

pages = Blueprint("passkeys", __name__)


def passkey_site() -> Site | None:
    """Return what passkeys are tied to here; None where the address is a number.

    A browser makes none for a page without https, except on its own computer.
    """
    host = urlsplit(f"//{request.host}").hostname or ""
    if is_number(host):
        return None
    is_here = host == "localhost" or host.endswith(".localhost")
    plain = (f"http://{request.host}",) if is_here else ()
    return Site(host, (f"https://{request.host}", *plain))


def is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def named_address() -> str:
    """Return this page's address by name, where it is this computer's own number."""
    host = urlsplit(f"//{request.host}").hostname or ""
    if not is_number(host) or not ip_address(host).is_loopback:
        return ""
    port = urlsplit(f"//{request.host}").port
    return f"http://localhost:{port}" if port else "http://localhost"


@pages.app_context_processor
def passkey_context() -> dict[str, Any]:
    return {"passkey_site": passkey_site, "named_address": named_address}


@pages.get("/record/passkeys/new")
def new() -> ResponseReturnValue:
    learner = current_learner()
    if learner.id is None:
        return redirect(url_for("record.show"))
    return render_template(
        "passkeys/new.html",
        nickname=nickname_of(db.session(), learner.id),
        label=device_name(),
    )


def device_name() -> str:
    """Return what this device may be called, by what its browser says of itself."""
    agent = request.headers.get("User-Agent", "")
    return next((name for name in PLATFORMS if name in agent), "")


@pages.post("/record/passkeys/options")
@limiter.limit(OFTEN)
def options() -> ResponseReturnValue:
    learner, site, told = current_learner(), passkey_site(), sent()
    if learner.id is None or site is None:
        return not_here()
    now, name = datetime.now(UTC), str(told.get("nickname", ""))
    try:
        wanted, asked = ask_new(db.session(), learner.id, name, site, now)
    except Problem as problem:
        return refused(problem)
    session["passkey"] = [asked.challenge, asked.handle]
    return wanted


@pages.post("/record/passkeys")
@limiter.limit(OFTEN)
def add() -> ResponseReturnValue:
    learner, site, told = current_learner(), passkey_site(), sent()
    if learner.id is None or site is None:
        return not_here()
    made = Made(
        told.get("credential") or {},
        str(told.get("label", "")),
        str(told.get("nickname", "")),
    )
    try:
        add_made(db.session(), learner.id, made, was_asked(), site, datetime.now(UTC))
    except Problem as problem:
        return refused(problem)
    flash(_("From now on you can come back with this passkey."))
    return {"to": url_for("record.show")}


@pages.route("/record/passkeys/<int:passkey_id>/remove", methods=["GET", "POST"])
def remove(passkey_id: int) -> ResponseReturnValue:
    learner, is_sure = current_learner(), bool(request.form.get("sure"))
    known = passkeys_of(db.session(), learner.id)
    key = next((each for each in known if each.id == passkey_id), None)
    if key is None or learner.id is None:
        raise NotFound
    if request.method == "POST":
        db.session().rollback()  # what was read above must not keep a change waiting
        if remove_passkey(db.session(), learner.id, passkey_id, is_sure=is_sure):
            flash(_("The passkey is removed here. Remove it from your device as well."))
            return redirect(url_for("record.show"), 303)
    shown = render_template(
        "passkeys/remove.html",
        key=key,
        is_last=would_be_last(db.session(), learner.id, passkey_id),
        others=len(known) - 1,
        has_password=has_password(db.session(), learner.id),
        is_unsure=request.method == "POST",
    )
    return shown, 422 if request.method == "POST" else 200


@pages.post("/come-back/passkey/options")
@limiter.limit(OFTEN)
def entry_options() -> ResponseReturnValue:
    site = passkey_site()
    if site is None:
        return not_here()
    wanted, asked = ask_entry(db.session(), site, datetime.now(UTC))
    session["passkey"] = [asked.challenge, ""]
    return wanted


@pages.post("/come-back/passkey")
@limiter.limit(OFTEN)
def enter() -> ResponseReturnValue:
    site, told = passkey_site(), sent()
    if site is None:
        return not_here()
    credential, now = told.get("credential") or {}, datetime.now(UTC)
    try:
        person = whose_passkey(db.session(), credential, was_asked(), site, now)
    except Problem as problem:
        return refused(problem)
    go_on_with(person)
    flash(_("Welcome back. Carry on where you left off."))
    return {"to": url_for("today.show")}


def was_asked() -> Asked:
    """Return what this browser was asked, once."""
    challenge, handle = session.pop("passkey", ["", ""])
    return Asked(challenge, handle)


def sent() -> Data:
    data = request.get_json(silent=True)
    return data if isinstance(data, dict) else {}


def refused(problem: Problem) -> ResponseReturnValue:
    db.session().rollback()
    return {"problem": say(problem)}, 422


def not_here() -> ResponseReturnValue:
    return {"problem": _("Passkeys don't work at this address.")}, 422
