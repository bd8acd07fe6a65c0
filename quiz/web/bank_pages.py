"""A bank's pages: its questions, its settings, and the files it leaves as."""

from datetime import UTC, datetime

from flask import (
    Blueprint,
    abort,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quiz.actions.edit_bank import edit_bank
from quiz.actions.export_bank import FORMATS, export_bank
from quiz.actions.weigh_disputes import open_disputes
from quiz.storage.banks import count_by_status, find_bank_of, was_answered
from quiz.storage.catalogue import (
    count_questions,
    kinds_in,
    level_of,
    list_questions,
    tags_in,
)
from quiz.storage.jobs import unfinished_jobs
from quiz.storage.reports import open_reports
from quiz.web.addresses import row_id
from quiz.web.bulk_forms import ORDER_NAMES
from quiz.web.database import db
from quiz.web.desk_forms import BankForm
from quiz.web.desk_words import desk_words
from quiz.web.question_filters import filter_values, filters, wanted_in
from quiz.web.reading_pages import card_link, send_download
from quiz.web.security import owner_id, owner_only
from quiz.web.words import REASON_NAMES

PAGE = 50  # questions

pages = Blueprint("banks", __name__, url_prefix="/desk/banks")
pages.context_processor(desk_words)


@pages.get("/<int:bank_id>")
@owner_only
def show(bank_id: int) -> ResponseReturnValue:
    session = db.session()
    bank = find_bank_of(session, owner_id() or 0, bank_id)
    wanted = wanted_in(request.args)
    total = count_questions(session, bank_id, wanted)
    last_page = max(1, -(-total // PAGE))
    page = min(max(request.args.get("page", 1, type=row_id), 1), last_page)
    return render_template(
        "banks/show.html",
        bank=bank,
        counts=count_by_status(session, bank_id),
        job=unfinished_jobs(session, [bank_id]).get(bank_id),
        kinds=kinds_in(session, bank_id),
        all_tags=[(tag, tag) for tag in tags_in(session, bank_id)],
        level_of=level_of,
        order_names=ORDER_NAMES,
        wanted=wanted,
        again=filter_values(wanted),
        is_filtered=filters(wanted),
        rows=list_questions(session, bank_id, wanted, (page - 1) * PAGE, PAGE),
        total=total,
        page=page,
        last_page=last_page,
        first_row=(page - 1) * PAGE + 1,
        disputes=open_disputes(session, bank_id, bank.language),
        reports=open_reports(session, bank_id),
        reason_names=REASON_NAMES,
    )


@pages.route("/<int:bank_id>/settings", methods=["GET", "POST"])
@owner_only
def settings(bank_id: int) -> ResponseReturnValue:
    session, owner = db.session(), owner_id() or 0
    form = BankForm()
    if form.validate_on_submit():
        now = datetime.now(UTC)
        title, is_public = form.title.data or "", bool(form.is_public.data)
        if not edit_bank(session, owner, bank_id, title, is_public, now):
            flash(_("Nothing needed a change."))
        return redirect(url_for("banks.settings", bank_id=bank_id))
    bank = find_bank_of(session, owner, bank_id)
    if request.method == "GET":
        form = BankForm(obj=bank)
    shown = render_template(
        "banks/settings.html",
        bank=bank,
        form=form,
        counts=count_by_status(session, bank_id),
        was_answered=was_answered(session, bank_id),
    )
    return shown, 422 if form.errors else 200


@pages.get("/<int:bank_id>/files")
@owner_only
def files(bank_id: int) -> ResponseReturnValue:
    """Offer the bank as files."""
    session = db.session()
    return render_template(
        "banks/files.html",
        bank=find_bank_of(session, owner_id() or 0, bank_id),
        counts=count_by_status(session, bank_id),
    )


@pages.get("/<int:bank_id>/files/<form>")
@owner_only
def download(bank_id: int, form: str) -> ResponseReturnValue:
    if form not in FORMATS:
        abort(404)
    session = db.session()
    find_bank_of(session, owner_id() or 0, bank_id)
    return send_download(export_bank(session, bank_id, form, card_link()))
