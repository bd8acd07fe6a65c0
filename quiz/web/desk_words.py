"""Words and small views that every page of the teacher's desk uses."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from flask import current_app, url_for
from flask_babel import format_timedelta
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from quiz.core.questions import Status
from quiz.storage.bank_members import names_of
from quiz.web.database import db
from quiz.web.security import owner_id
from quiz.web.undo_words import CHANGE_NAMES, last_undoable
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


def teller(ids: Iterable[int | None]) -> Callable[[int | None], str]:
    """Return what says by whom a change was, for the changes of these people."""
    names = names_of(db.session(), {each for each in ids if each is not None})

    def said_by(by_id: int | None) -> str:
        if by_id is None:
            return str(_("by the program"))
        if by_id == owner_id():
            return str(_("by you"))
        name = names.get(by_id, "")
        return str(_("by %(name)s", name=name) if name else _("by another teacher"))

    return said_by


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
        "last_undoable": last_undoable,
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
