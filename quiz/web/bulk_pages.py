"""Many questions at once: change, move, copy, find and replace."""

from datetime import UTC, datetime

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from quiz.actions.edit_many import Outcome, edit_many, preview_replacement, replace_text
from quiz.actions.move_questions import Moved, put_into_new, put_questions
from quiz.core.bulk_edits import BulkEdit
from quiz.core.problems import Problem
from quiz.core.questions import Status
from quiz.storage.bank_members import editable_banks
from quiz.storage.banks import count_by_status, find_bank_of
from quiz.storage.catalogue import Chosen, Wanted, count_questions, tags_in
from quiz.web.addresses import row_id
from quiz.web.bulk_forms import NEW_BANK, BulkForm, MoveForm, ReplaceForm
from quiz.web.database import db
from quiz.web.desk_forms import complain
from quiz.web.desk_words import FIELD_NAMES, desk_words
from quiz.web.question_filters import (
    chosen_in,
    chosen_values,
    filter_values,
    filters,
    wanted_in,
)
from quiz.web.security import owner_id, owner_only
from quiz.web.words import say

AT_ONCE = {
    "approve": Status.APPROVED,
    "retire": Status.RETIRED,
    "reopen": Status.DRAFT,
}
MOST_SHOWN = 100  # changes of a replacement

pages = Blueprint("bulk", __name__, url_prefix="/desk/banks")
pages.context_processor(desk_words)


@pages.post("/<int:bank_id>/many")
@owner_only
def change(bank_id: int) -> ResponseReturnValue:
    """Do at once what a button says, or ask what many questions are to get."""
    chosen, do = chosen_in(request.form), request.form.get("do", "")
    find_bank_of(db.session(), owner_id() or 0, bank_id)
    if not chosen:
        flash(_("Choose at least one question."))
        return redirect(list_of(bank_id))
    if do in AT_ONCE:
        return carry_out(bank_id, chosen, BulkEdit(status=AT_ONCE[do]))
    form, moving = forms_for(bank_id)
    try:
        if do == "apply":
            return carry_out(bank_id, chosen, form.edit())
        if do == "move":
            return move(bank_id, chosen, moving)
    except Problem as problem:
        db.session().rollback()
        complain(moving.title if do == "move" else form.set_status, problem)
    return asking(bank_id, chosen, form, moving), 422 if do in {"apply", "move"} else 200


def forms_for(bank_id: int) -> tuple[BulkForm, MoveForm]:
    session, owner = db.session(), owner_id() or 0
    others = [bank for bank in editable_banks(session, owner) if bank.id != bank_id]
    forms = BulkForm(tags_in(session, bank_id)), MoveForm(others)
    session.rollback()  # the action begins its own transaction, with the write lock
    return forms


def carry_out(bank_id: int, chosen: Chosen, edit: BulkEdit) -> ResponseReturnValue:
    db.session().rollback()
    owner, now = owner_id() or 0, datetime.now(UTC)
    tell(edit_many(db.session(), owner, bank_id, chosen, edit, now))
    return redirect(list_of(bank_id))


def tell(outcome: Outcome) -> None:
    """Say why some questions were left as they were; the toast says the rest."""
    if not outcome.changed and not outcome.refused:
        flash(_("Nothing needed a change."))
    for problem, count in outcome.reasons[:3]:
        said = ngettext(
            "%(num)s question was left as it is: %(reason)s",
            "%(num)s questions were left as they are: %(reason)s",
            count,
            reason=say(problem),
        )
        flash(said)


def move(bank_id: int, chosen: Chosen, form: MoveForm) -> ResponseReturnValue:
    session, owner, now = db.session(), owner_id() or 0, datetime.now(UTC)
    if form.target.data == NEW_BANK:
        title = form.title.data or ""
        moved = put_into_new(session, owner, bank_id, chosen, title, now, copy=form.is_copy)
    else:
        target = request.form.get("target", 0, type=row_id)
        moved = put_questions(
            session, owner, bank_id, chosen, target, now, copy=form.is_copy
        )
    tell_moved(moved)
    return redirect(url_for("banks.show", bank_id=moved.bank.id, order="recent"))


def tell_moved(moved: Moved) -> None:
    if moved.there:
        flash(
            ngettext(
                "%(num)s question stayed where it is: this bank has it already.",
                "%(num)s questions stayed where they are: this bank has them already.",
                moved.there,
            )
        )


def asking(bank_id: int, chosen: Chosen, form: BulkForm, moving: MoveForm) -> str:
    session = db.session()
    if isinstance(chosen, Wanted):
        count = count_questions(session, bank_id, chosen)
    else:
        count = len(chosen)
    return render_template(
        "bulk/change.html",
        bank=find_bank_of(session, owner_id() or 0, bank_id),
        counts=count_by_status(session, bank_id),
        form=form,
        moving=moving,
        carried=chosen_values(chosen),
        back=list_of(bank_id),
        count=count,
    )


def list_of(bank_id: int) -> str:
    """Return the address of the list with the filter that the person came from."""
    return url_for("banks.show", bank_id=bank_id, **filter_values(wanted_in(request.form)))


@pages.get("/<int:bank_id>/replace")
@owner_only
def replace(bank_id: int) -> ResponseReturnValue:
    """Ask what to find and replace, and show what would change."""
    session, owner = db.session(), owner_id() or 0
    form = ReplaceForm(request.args, FIELD_NAMES)
    wanted = wanted_in(request.args)
    preview = None
    if "old" in request.args:
        try:
            sought = form.replacement()
            preview = preview_replacement(session, owner, bank_id, wanted, sought)
        except Problem as problem:
            complain(form.old, problem)
    page = render_template(
        "bulk/replace.html",
        bank=find_bank_of(session, owner, bank_id),
        counts=count_by_status(session, bank_id),
        form=form,
        preview=preview,
        shown=MOST_SHOWN,
        wanted=filter_values(wanted),
        is_filtered=filters(wanted),
    )
    return page, 422 if form.errors else 200


@pages.post("/<int:bank_id>/replace")
@owner_only
def carry_replacement(bank_id: int) -> ResponseReturnValue:
    form = ReplaceForm(request.form, FIELD_NAMES)
    chosen = chosen_in(request.form)
    session, owner, now = db.session(), owner_id() or 0, datetime.now(UTC)
    tell(replace_text(session, owner, bank_id, chosen, form.replacement(), now))
    return redirect(url_for("banks.show", bank_id=bank_id, order="recent"))
