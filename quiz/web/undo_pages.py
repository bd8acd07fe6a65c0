"""Undo: what the teacher did last, wherever it was, is taken back by one press."""

from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quiz.actions.undo_change import LastChange, find_last_change, undo_change
from quiz.core.plain_data import time_from
from quiz.core.problems import Problem
from quiz.storage.deeds import Deed
from quiz.web.database import db
from quiz.web.review_pages import in_review
from quiz.web.security import owner_id, owner_only
from quiz.web.sign_in_pages import safe_path
from quiz.web.words import say

# Deeds on whose own pages nothing is left when they are taken back.
GONE_WITH_IT = {Deed.MADE, Deed.JOINED, Deed.DRAFTED, Deed.CORRECTED}

pages = Blueprint("undo", __name__, url_prefix="/desk")


@pages.post("/undo")
@owner_only
def undo() -> ResponseReturnValue:
    """Take back the last change, or say why not; go on where the person was."""
    session, owner, now = db.session(), owner_id() or 0, datetime.now(UTC)
    change = find_last_change(session, None, owner, now)
    place = place_after(change) if change else place_before()
    session.rollback()  # the action begins its own transaction, with the write lock
    try:
        undo_change(session, owner, None, now, moment_sent(request.form))
    except Problem as problem:
        session.rollback()
        flash(say(problem))
        return redirect(place_before())
    flash(_("Undone."))
    return redirect(place)


def moment_sent(sent: Mapping[str, str]) -> datetime | None:
    """Return the moment of the change that is meant; None: whatever was last."""
    try:
        return time_from(sent["moment"])
    except (KeyError, ValueError, OverflowError):
        return None


def place_before() -> str:
    """Return the desk page that the person came from."""
    was = request.form.get("next", "")
    is_page = was.startswith("/desk") and safe_path(was) == was
    return was if is_page else url_for("desk.banks")


def place_after(change: LastChange) -> str:
    """Return where to go on when a change has been taken back."""
    for deed in change.deeds:
        if batch := deed.data.get("batch"):
            return url_for("sources.check", batch=batch)
        if deed.what == Deed.REMOVED:
            return url_for("banks.show", bank_id=deed.bank_id)
        if deed.what in GONE_WITH_IT:
            return url_for("desk.banks")
    if change.of_questions and urlsplit(place_before()).path.endswith("/review"):
        first = change.of_questions[0]
        return in_review(first.bank_id, first.question_id)
    return place_before()
