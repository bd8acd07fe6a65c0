"""Bringing an Anki deck to the desk: choose the file, look at a preview, take it in."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import FileStorage

from quiz.actions.bring_deck import Look, Outcome, bring_deck, look_at_deck
from quiz.actions.kept_packages import forget_package, keep_package, kept_package
from quiz.core.problems import Problem
from quiz.storage.banks import NotFound, find_bank
from quiz.web.anki_forms import LANGUAGE_CODES, kind_views, read_choices
from quiz.web.database import db
from quiz.web.desk_words import desk_words
from quiz.web.security import limiter, owner_id, owner_only
from quiz.web.visitors import current_learner
from quiz.web.words import name_language, say

pages = Blueprint("anki_import", __name__, url_prefix="/desk/anki")
pages.context_processor(desk_words)


@pages.url_value_preprocessor
def allow_large_files(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let the teacher's decks be larger than any form; set before the body is read."""
    if owner_id() is not None:
        request.max_content_length = current_app.config["MAX_UPLOAD_LENGTH"]


@pages.get("")
@owner_only
def new() -> ResponseReturnValue:
    return asking()


@pages.get("/<token>")
@owner_only
def preview(token: str) -> ResponseReturnValue:
    """Show what is in the file that waits under this token."""
    return previewed(token)


@pages.post("/<token>")
@owner_only
def decide(token: str) -> ResponseReturnValue:
    owner = owner_id() or 0
    match request.form.get("do"):
        case "drop":
            forget_package(waiting_room(), owner, token)
            flash(_("Nothing of the file was kept."))
            return redirect(url_for("anki_import.new"))
        case "bring":
            return bring(owner, token)
    return previewed(token)


def waiting_room() -> Path:
    """Return the folder where files wait for their teacher's decision."""
    return Path(current_app.instance_path) / "incoming"


def asking(reason: Problem | None = None, status: int = 422) -> ResponseReturnValue:
    page = render_template("anki_import/new.html", reason=say(reason) if reason else "")
    return page, status if reason else 200


@pages.post("")
@owner_only
@limiter.limit(lambda: current_app.config["DRAFT_LIMIT"])
def take() -> ResponseReturnValue:
    owner = owner_id() or 0
    file = request.files.get("file")
    if not isinstance(file, FileStorage) or not file.filename:
        return asking(Problem("Choose a file first."))
    try:
        with closing(cast(BinaryIO, file.stream)) as stream:
            token = keep_package(waiting_room(), owner, stream, datetime.now(UTC))
    except Problem as problem:
        return asking(problem)
    name = Path(file.filename).stem[:80]
    return redirect(url_for("anki_import.preview", token=token, name=name))


def look_at(owner: int, token: str) -> Look:
    now, name = datetime.now(UTC), request.args.get("name", "")[:80]
    with kept_package(waiting_room(), owner, token) as file:
        look = look_at_deck(db.session(), owner, file, now, name=name)
        if request.method != "POST":
            return look
        file.seek(0)
        chosen = read_choices(request.form, look)
        return look_at_deck(db.session(), owner, file, now, chosen)


def previewed(token: str, reason: Problem | None = None) -> ResponseReturnValue:
    """Show how the cards would be asked, with the choices so far."""
    is_new, sent = request.method == "GET", request.form
    try:
        look = look_at(owner_id() or 0, token)
    except NotFound:
        return asking(waited_too_long(), status=200)
    except Problem as problem:
        forget_package(waiting_room(), owner_id() or 0, token)
        return asking(problem)
    session = db.session()
    page = render_template(
        "anki_import/preview.html",
        look=look,
        kinds=kind_views(look),
        banks=[(find_bank(session, number), count) for number, count in look.known.items()],
        bank=next(iter(look.known), None) if is_new else read_choices(sent, look).bank_id,
        languages_here=[(code, language_words(code)) for code in codes_for(look)],
        ticked={
            "approved": is_new or "approved" in sent,
            "typed": "typed" in sent,
            "with_answers": is_new or "with_answers" in sent,
        },
        why=lambda problem: say(problem),
        reason=say(reason) if reason else "",
    )
    return page, 422 if reason else 200


def codes_for(look: Look) -> tuple[str, ...]:
    return tuple(dict.fromkeys((look.language, *LANGUAGE_CODES)))


def language_words(code: str) -> str:
    return str(_("Another language")) if code == "und" else name_language(code)


def bring(owner: int, token: str) -> ResponseReturnValue:
    session, now = db.session(), datetime.now(UTC)
    try:
        with kept_package(waiting_room(), owner, token) as file:
            look = look_at_deck(session, owner, file, now)
            file.seek(0)
            choices = read_choices(request.form, look)
            learner = current_learner()
            session.rollback()
            outcome = bring_deck(session, db.engine, learner, owner, file, choices, now)
    except NotFound:
        return asking(waited_too_long(), status=200)
    except Problem as problem:
        return previewed(token, problem)
    forget_package(waiting_room(), owner, token)
    flash(outcome_words(outcome))
    return redirect(url_for("banks.show", bank_id=outcome.bank_id))


def waited_too_long() -> Problem:
    return Problem("This file is no longer here: files wait for a day. Choose it again.")


def outcome_words(outcome: Outcome) -> str:
    """Say how many came in, as what, and what was left out."""
    said = [
        ngettext("%(num)d question came in.", "%(num)d questions came in.", outcome.added)
    ]
    if outcome.drafts:
        said.append(
            ngettext(
                "%(num)d of them can't be asked as it is and is a draft.",
                "%(num)d of them can't be asked as they are and are drafts.",
                outcome.drafts,
            )
        )
    if outcome.known:
        said.append(
            ngettext(
                "%(num)d was here already.", "%(num)d were here already.", outcome.known
            )
        )
    if outcome.left_out:
        said.append(
            ngettext(
                "%(num)d card was left out.",
                "%(num)d cards were left out.",
                outcome.left_out,
            )
        )
    if outcome.joined and outcome.joined.added:
        said.append(
            ngettext(
                "%(num)d answer joined your record.",
                "%(num)d answers joined your record.",
                outcome.joined.added,
            )
        )
    return " ".join(said)
