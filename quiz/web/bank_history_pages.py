"""A bank's past: every change with who, when and what; the bank as it was after any."""

from collections.abc import Mapping
from datetime import UTC, datetime

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from quiz.actions.undo_change import restore_bank
from quiz.core.differences import Difference, differences
from quiz.core.plain_data import question_from, time_from
from quiz.storage.bank_history import Event, events_of, revisions_at
from quiz.storage.banks import count_by_status, find_bank_of
from quiz.storage.catalogue import questions_by_id
from quiz.storage.revisions import find_revision
from quiz.storage.tables import RevisionRow
from quiz.web.database import db
from quiz.web.desk_words import desk_words, teller
from quiz.web.security import owner_id, owner_only
from quiz.web.undo_words import CHANGE_NAMES, name_deed

PAGE, MOST_SHOWN = 30, 100  # changes, and questions of one change
THE_END = datetime(9999, 1, 1, tzinfo=UTC)

pages = Blueprint("bank_history", __name__, url_prefix="/desk/banks")
pages.context_processor(desk_words)


@pages.get("/<int:bank_id>/history")
@owner_only
def show(bank_id: int) -> ResponseReturnValue:
    """List the changes, the newest first; `before` is a moment to go on from."""
    session = db.session()
    before = moment_in(request.args) or THE_END
    events = events_of(session, bank_id, before, PAGE + 1)
    return render_template(
        "bank_history/show.html",
        bank=find_bank_of(session, owner_id() or 0, bank_id),
        counts=count_by_status(session, bank_id),
        events=[(event, told(event)) for event in events[:PAGE]],
        older=events[PAGE - 1].at if len(events) > PAGE else None,
        is_first_page=before == THE_END,
        said_by=teller(each.by_id for each in events),
    )


def moment_in(values: Mapping[str, str]) -> datetime | None:
    """Return the moment that an address or a form names; a senseless one is none."""
    try:
        return time_from(values.get("at", ""))
    except (ValueError, OverflowError):
        return None


def told(event: Event) -> list[str]:
    """Say what a change did: to how many questions, or to the bank."""
    said = [
        f"{CHANGE_NAMES.get(what, what)}: "
        + ngettext("%(num)s question", "%(num)s questions", count)
        for what, count in event.counts.most_common()
    ]
    for deed in event.deeds:
        title = deed.data.get("title", "")
        said.append(f"{name_deed(deed)}: {title}" if title else name_deed(deed))
    return said if event.bank is None else [*said, str(CHANGE_NAMES["named"])]


@pages.get("/<int:bank_id>/history/change")
@owner_only
def change(bank_id: int) -> ResponseReturnValue:
    """Show what one change did to each of its questions."""
    session, moment = db.session(), moment_in(request.args)
    bank = find_bank_of(session, owner_id() or 0, bank_id)
    revisions = revisions_at(session, bank_id, moment) if moment else []
    if not revisions or moment is None:
        abort(404)
    shown = revisions[:MOST_SHOWN]
    rows = questions_by_id(session, [each.question_id for each in shown])
    return render_template(
        "bank_history/change.html",
        bank=bank,
        moment=moment,
        steps=[(each, rows[each.question_id], step(each)) for each in shown],
        left=len(revisions) - len(shown),
        said_by=teller(each.by_id for each in shown),
    )


def step(revision: RevisionRow) -> tuple[Difference, ...]:
    before = find_revision(db.session(), revision.question_id, revision.number - 1)
    old = question_from(before.content) if before else None
    return differences(old, question_from(revision.content))


@pages.post("/<int:bank_id>/history/restore")
@owner_only
def restore(bank_id: int) -> ResponseReturnValue:
    moment = moment_in(request.form)
    if moment is None:
        abort(404)
    session, owner = db.session(), owner_id() or 0
    count = restore_bank(session, owner, bank_id, moment, datetime.now(UTC))
    if not count:
        flash(_("The questions are as they were then."))
    return redirect(url_for("bank_history.show", bank_id=bank_id))
