"""The last change of a teacher, told in words: what the undo of every desk page offers."""

from dataclasses import dataclass
from datetime import UTC, datetime

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import RequestEntityTooLarge

from quiz.actions.undo_change import LastChange, find_last_change
from quiz.core.plain_data import time_text
from quiz.storage.banks import find_bank, find_question
from quiz.storage.deeds import Deed
from quiz.storage.desk_tables import DeedRow
from quiz.storage.tables import BankRow
from quiz.web.database import db
from quiz.web.security import owner_id

CHANGE_NAMES = {
    "created": _l("Made"),
    "edited": _l("Edited"),
    "approved": _l("Approved"),
    "retired": _l("Rejected"),
    "reopened": _l("Back among the drafts"),
    "restored": _l("Brought back"),
    "undone": _l("Undone"),
    "shifted": _l("Found in the new edition"),
    "reworded": _l("Its sentence has changed"),
    "unproved": _l("Its sentence is gone"),
    "reverted": _l("Earlier edition brought back"),
    "written": _l("Written"),
    "imported": _l("Brought in"),
    "copied": _l("Copied here"),
    "moved": _l("Moved here"),
    "named": _l("Settings changed"),
}
DEED_NAMES = {
    Deed.MADE: _l("New bank"),
    Deed.REMOVED: _l("Bank removed"),
    Deed.ADDED: _l("Text added"),
    Deed.LEFT_OUT: _l("Text left out"),
    Deed.DRAFTED: _l("Drafted again"),
    Deed.CORRECTED: _l("Text corrected"),
    Deed.EDITION: _l("New edition taken over"),
    Deed.INVITED: _l("Link made"),
    Deed.REVOKED: _l("Link revoked"),
    Deed.JOINED: _l("Joined"),
    Deed.PARTED: _l("No longer shared"),
    Deed.CALLED: _l("New name"),
    Deed.SETTLED: _l("Reports closed"),
}


def name_deed(deed: DeedRow) -> str:
    if deed.what == Deed.EDITION and deed.data.get("is_back"):
        return str(CHANGE_NAMES["reverted"])
    return str(DEED_NAMES[Deed(deed.what)])


@dataclass(frozen=True, slots=True)
class Undoable:
    """The last change, as the toast tells it. `moment` says which change is meant."""

    moment: str
    what: str
    told: str  # the one question's prompt, or what the changed thing is called
    count: int  # of questions
    note: str = ""
    bank: BankRow | None = None  # where it was


def last_undoable() -> Undoable | None:
    """Return what undo takes back now."""
    if owner_id() is None or is_preview():
        return None
    session, now = db.session(), datetime.now(UTC)
    change = find_last_change(session, None, owner_id() or 0, now)
    if change is None:
        return None
    bank = bank_of(change)
    moment = time_text(change.at)
    if change.of_questions:
        return questions_undoable(change, moment, bank)
    if change.deeds:
        deed = change.deeds[0]
        return Undoable(moment, name_deed(deed), deed.data.get("title", ""), 0, "", bank)
    title = bank.title if bank else ""
    return Undoable(moment, str(CHANGE_NAMES["named"]), title, 0, "", bank)


def is_preview() -> bool:
    """Tell whether only a preview is asked for, or what was sent can't even be read."""
    try:
        return request.form.get("do") == "preview"
    except RequestEntityTooLarge:
        return True


def bank_of(change: LastChange) -> BankRow | None:
    """Return the bank that was changed, if it has pages now."""
    gone = {Deed.REMOVED, Deed.PARTED} & {each.what for each in change.deeds}
    is_there = change.bank_id is not None and not gone
    return find_bank(db.session(), change.bank_id or 0) if is_there else None


def questions_undoable(change: LastChange, moment: str, bank: BankRow | None) -> Undoable:
    first, count = change.of_questions[0], len(change.of_questions)
    prompt = find_question(db.session(), first.question_id).prompt if count == 1 else ""
    what, note = str(CHANGE_NAMES[first.what]), ""
    if first.what == "retired":
        what, note = _("Rejected."), _("It can be brought back from the retired questions.")
    return Undoable(moment, what, prompt, count, note, bank)
