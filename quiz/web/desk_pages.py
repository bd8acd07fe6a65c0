"""The teacher's desk: the banks, and bank files that come in."""

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quiz.actions.edit_bank import bring_back, remove_bank
from quiz.actions.import_bank import import_bank
from quiz.core.problems import Problem
from quiz.storage.bank_members import find_own_bank, name_of, shared_banks
from quiz.storage.banks import (
    banks_of,
    count_by_status,
    counts_by_status,
    was_answered,
)
from quiz.storage.jobs import unfinished_jobs
from quiz.storage.removed_banks import removed_by
from quiz.web.database import db
from quiz.web.desk_forms import BankFileForm, complain
from quiz.web.desk_words import desk_words
from quiz.web.security import owner_id, owner_only

pages = Blueprint("desk", __name__, url_prefix="/desk")
pages.context_processor(desk_words)


@pages.get("/")
@owner_only
def banks() -> ResponseReturnValue:
    session = db.session()
    rows, shared = (
        banks_of(session, owner_id() or 0),
        shared_banks(session, owner_id() or 0),
    )
    ids = [row.id for row in (*rows, *(bank for bank, _role in shared))]
    return render_template(
        "desk/banks.html",
        banks=rows,
        shared=shared,
        counts=counts_by_status(session, ids),
        jobs=unfinished_jobs(session, ids),
        my_name=name_of(session, owner_id() or 0),
        removed=removed_by(session, owner_id() or 0, datetime.now(UTC)),
    )


@pages.route("/import", methods=["GET", "POST"])
@owner_only
def bring() -> ResponseReturnValue:
    """Take in a bank file."""
    form = BankFileForm()
    if form.validate_on_submit():
        try:
            now = datetime.now(UTC)
            bank = import_bank(db.session(), owner_id() or 0, form.content(), now)
        except Problem as problem:
            complain(form.file, problem)
        else:
            return redirect(url_for("banks.show", bank_id=bank.id))
    return render_template("desk/bring.html", form=form), 422 if form.errors else 200


@pages.route("/banks/<int:bank_id>/remove", methods=["GET", "POST"])
@owner_only
def remove(bank_id: int) -> ResponseReturnValue:
    """Remove a bank that nobody has answered, after asking."""
    session, owner = db.session(), owner_id() or 0
    if request.method == "POST":
        remove_bank(session, owner, bank_id, datetime.now(UTC))
        return redirect(url_for("desk.banks"))
    return render_template(
        "desk/remove.html",
        bank=find_own_bank(session, owner, bank_id),
        counts=count_by_status(session, bank_id),
        was_answered=was_answered(session, bank_id),
    )


@pages.post("/banks/<int:bank_id>/bring-back")
@owner_only
def bring_removed_back(bank_id: int) -> ResponseReturnValue:
    """Bring back a bank that was removed within a day."""
    bring_back(db.session(), owner_id() or 0, bank_id, datetime.now(UTC))
    return redirect(url_for("banks.show", bank_id=bank_id))
