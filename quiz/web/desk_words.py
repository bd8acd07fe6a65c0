"""Words and small views that every page of the teacher's desk uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flask import current_app, url_for
from flask_babel import format_timedelta
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from quiz.actions.undo_change import find_last_change
from quiz.core.questions import Status
from quiz.storage.banks import find_question
from quiz.web.database import db
from quiz.web.security import owner_id
from quiz.web.words import (
    ANSWER_KIND_NAMES,
    FORM_NAMES,
    STATUS_NAMES,
    name_answer,
    name_kind,
    name_language,
    say,
)

TAGS = {"draft": "wait", "approved": "ok", "retired": "off"}  # classes of the look
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
LEVEL_NAMES = {"easy": _l("Easy"), "medium": _l("Medium"), "hard": _l("Hard")}
DOUBT_CHOICES = {"yes": _l("Doubtful ones"), "no": _l("Those without a doubt")}
FIELD_NAMES = {
    "prompt": _l("Question"),
    "kind": _l("Kind of answer"),
    "answer": _l("Answer"),
    "tolerance": _l("Tolerance"),
    "wrong": _l("Wrong options"),
    "forms": _l("Forms"),
    "cloze": _l("Cloze text"),
    "explanation": _l("Explanation"),
    "media": _l("Pictures and sounds"),
    "tags": _l("Tags"),
    "difficulty": _l("Difficulty"),
    "evidence": _l("Evidence"),
    "status": _l("Status"),
}


@dataclass(frozen=True, slots=True)
class Undoable:
    """The last change of a bank, which one press takes back."""

    what: str
    note: str
    prompt: str  # of the one question; "" where it was several
    question_id: int  # of the first; 0 where the bank itself was changed
    count: int


def undoable(bank_id: int, now: datetime) -> Undoable | None:
    session = db.session()
    change = find_last_change(session, bank_id, owner_id() or 0, now)
    if change is None:
        return None
    if not change.of_questions:
        return Undoable(str(CHANGE_NAMES["named"]), "", "", 0, 0)
    first, count = change.of_questions[0], len(change.of_questions)
    prompt = find_question(session, first.question_id).prompt if count == 1 else ""
    what, note = str(CHANGE_NAMES[first.what]), ""
    if first.what == "retired":
        what, note = _("Rejected."), _("It can be brought back from the retired questions.")
    if first.what == "moved" and first.from_bank == bank_id:
        what = _("Moved to another bank")
    return Undoable(what, note, prompt, first.question_id, count)


def counted(counts: Mapping[Status, int]) -> str:
    """Say how many questions have which status; retired ones only if there are any."""
    said = [
        _("%(count)s approved", count=counts[Status.APPROVED]),
        _("%(count)s drafts", count=counts[Status.DRAFT]),
    ]
    if counts[Status.RETIRED]:
        said.append(_("%(count)s retired", count=counts[Status.RETIRED]))
    return " · ".join(said)


def ago(moment: datetime) -> str:
    """Say how long ago it was, in the person's language; needs no time zone."""
    passed = moment - datetime.now(UTC)
    if abs(passed.total_seconds()) < 45:
        return str(_("just now"))
    return str(format_timedelta(passed, add_direction=True))


def practice_link(bank_id: int) -> str:
    """Return where a bank is practised, or "" in an app without practice."""
    if "practice.question" not in current_app.view_functions:
        return ""
    return url_for("practice.question", bank_id=bank_id)


def desk_words() -> dict[str, Any]:
    """Return what the desk's templates may use, besides what every page has."""
    return {
        "ago": ago,
        "answer_kind_names": ANSWER_KIND_NAMES,
        "change_names": CHANGE_NAMES,
        "counted": counted,
        "doubt_choices": DOUBT_CHOICES,
        "field_names": FIELD_NAMES,
        "form_names": FORM_NAMES,
        "level_names": LEVEL_NAMES,
        "name_answer": name_answer,
        "name_kind": name_kind,
        "name_language": name_language,
        "person_id": owner_id(),
        "practice_link": practice_link,
        "say": say,
        "status_names": STATUS_NAMES,
        "tags": TAGS,
    }
