"""Pages where the owner signs in and out, and anyone chooses a language."""

from datetime import UTC, datetime

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quiz.actions.sign_in import sign_in
from quiz.web.database import db
from quiz.web.security import limiter
from quiz.web.words import LANGUAGES

pages = Blueprint("sign_in", __name__)


@pages.get("/sign-in/<token>")
def enter(token: str) -> ResponseReturnValue:
    """Ask for one press: mail programs and chats open links by themselves."""
    return render_template("sign_in/enter.html", token=token)


@pages.post("/sign-in/<token>")
@limiter.limit(lambda: current_app.config["SIGN_IN_LIMIT"])
def use(token: str) -> ResponseReturnValue:
    person_id = sign_in(db.session(), token, datetime.now(UTC))
    if person_id is None:
        return render_template("sign_in/enter.html", token=token, spent=True), 410
    session["owner"] = person_id
    session.permanent = True
    flash(_("Welcome. This browser now opens the teacher's desk."))
    return redirect(url_for("desk.banks"))


@pages.post("/sign-out")
def leave() -> ResponseReturnValue:
    session.pop("owner", None)
    return redirect(url_for("today.show"))


@pages.post("/language")
def language() -> ResponseReturnValue:
    if (chosen := request.form.get("language")) in LANGUAGES:
        session["language"] = chosen
        session.permanent = True
    return redirect(safe_path(request.form.get("next", "")))


def safe_path(path: str) -> str:
    """Return `path` if it is a path of this site, else the first page."""
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if is_ours and path.isprintable() else url_for("today.show")
