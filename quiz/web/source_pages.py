"""Bringing texts: give them, look at what was recognised, go on to the drafting."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

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

from quiz.actions.bring_sources import (
    Material,
    Place,
    bring_sources,
    correct_sources,
    drop_sources,
    new_batch,
    reading_stopped,
)
from quiz.actions.keep_sources import keep_sources
from quiz.core.article import LONGEST_TEXT
from quiz.core.problems import Problem
from quiz.readers.source_files import ENDINGS, LARGEST_SOURCE
from quiz.storage.articles import find_article_of
from quiz.storage.banks import find_bank_of
from quiz.storage.desk_tables import SourceRow
from quiz.storage.sources import is_being_read, sources_of
from quiz.storage.tables import BankRow
from quiz.web.addresses import row_id
from quiz.web.database import db
from quiz.web.desk_words import desk_words
from quiz.web.security import limiter, owner_id, owner_only
from quiz.web.source_forms import BringForm, TextForm, articles_of
from quiz.web.words import say, say_sentence

LONGEST_TOGETHER = 2 * LONGEST_TEXT  # characters that one form carries

pages = Blueprint("sources", __name__, url_prefix="/desk")
pages.context_processor(desk_words)


@pages.url_value_preprocessor
def allow_large_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let the teacher's files be larger than any form; set before the body is read."""
    if endpoint == "sources.take" and owner_id() is not None:
        request.max_content_length = current_app.config["MAX_UPLOAD_LENGTH"]


@pages.get("/new")
@owner_only
def new() -> ResponseReturnValue:
    """Ask for texts: for a new bank, for one that is there, or to go with others."""
    return asking(BringForm())


@pages.post("/new")
@owner_only
@limiter.limit(lambda: current_app.config["DRAFT_LIMIT"])
def take() -> ResponseReturnValue:
    form = BringForm()
    materials = form.materials()
    if not materials:
        return asking(form), 422
    place = read_place()
    try:
        if place.article_id is not None and len(materials) > 1:
            raise Problem("Bring one text: a new edition takes the place of one article.")
        bring(materials, place)
    except Problem as problem:
        form.text.errors = [say(problem)]
        return asking(form), 422
    return redirect(url_for("sources.check", batch=place.batch))


def bring(materials: Sequence[Material], place: Place) -> None:
    now = datetime.now(UTC)
    waiting = bring_sources(db.session(), owner_id() or 0, materials, place, now)
    current_app.extensions["quiz_read"](waiting)


def read_place() -> Place:
    """Return where the texts go, as the address says it."""
    batch = request.args.get("batch", "")
    if not batch:
        return Place(new_batch(), *target())
    first = sources_of(db.session(), owner_id() or 0, batch)[0]
    place = Place(batch, first.bank_id, first.article_id)
    db.session().rollback()  # the action begins its own transaction
    return place


def target() -> tuple[int | None, int | None]:
    """Return the bank that the texts are for, and the article they are to replace."""
    article_id = request.args.get("article", type=row_id)
    if article_id is None:
        return request.args.get("bank", type=row_id), None
    row = find_article_of(db.session(), owner_id() or 0, article_id)
    place = row.bank_id, row.id
    db.session().rollback()  # the action begins its own transaction
    return place


def asking(form: BringForm) -> str:
    bank_id, article_id = target()
    session, owner = db.session(), owner_id() or 0
    return render_template(
        "sources/new.html",
        form=form,
        bank=find_bank_of(session, owner, bank_id) if bank_id else None,
        article=find_article_of(session, owner, article_id) if article_id else None,
        batch=request.args.get("batch", ""),
        endings=ENDINGS,
        most_megabytes=LARGEST_SOURCE // 1_000_000,
    )


@pages.get("/sources/<uuid:batch>")
@owner_only
def check(batch: object) -> ResponseReturnValue:
    """Show what was read and recognised, to be corrected; or that it is being read."""
    rows = sources_of(db.session(), owner_id() or 0, str(batch))
    return checking(rows, {row.id: form_of(row) for row in rows if row.text})


def checking(rows: Sequence[SourceRow], forms: dict[int, TextForm], title: str = "") -> str:
    now = datetime.now(UTC)
    return render_template(
        "sources/check.html",
        rows=rows,
        forms=forms,
        bank=bank_of(rows[0]),
        for_edition=rows[0].article_id is not None,
        batch=rows[0].batch,
        is_reading=any(is_being_read(row, now) for row in rows),
        reasons={row.id: reason_of(row, now) for row in rows},
        title=title,
    )


def bank_of(row: SourceRow) -> BankRow | None:
    if row.bank_id is None:
        return None
    return find_bank_of(db.session(), row.owner_id, row.bank_id)


def reason_of(row: SourceRow, now: datetime) -> str:
    """Return why a text could not be read; "" where it could, or still may."""
    if row.problem:
        return say_sentence(**row.problem)
    stopped = row.state == "reading" and not is_being_read(row, now)
    return say(reading_stopped()) if stopped else ""


def form_of(row: SourceRow) -> TextForm:
    """Return the form of a text: as it was sent, else as it was recognised."""
    known = {
        "title": row.title,
        "written": row.date,
        "language": row.language,
        "source": row.source,
        "text": row.text,
    }
    sent = request.form if request.method == "POST" else None
    return TextForm(sent, prefix=f"s{row.id}-", data=known)


@pages.post("/sources/<uuid:batch>")
@owner_only
def keep(batch: object) -> ResponseReturnValue:
    """Go on with the texts: draft them, keep them, add to them, or take one away."""
    session, owner = db.session(), owner_id() or 0
    rows = sources_of(session, owner, str(batch))
    forms = {row.id: form_of(row) for row in rows if row.text}
    wish = request.form.get("do", "draft")
    fine = [form.validate(draft=wish == "draft") for form in forms.values()]
    session.rollback()  # the actions begin their own transactions
    if wish == "compare" and all(fine) and forms:
        corrected = {key: form.article for key, form in forms.items() if form.article}
        correct_sources(session, owner, str(batch), corrected, datetime.now(UTC))
        return redirect(url_for("editions.compare", batch=batch))
    if wish in {"more", "drop-all"} or wish.startswith("drop-"):
        return change_batch(str(batch), wish, forms)
    try:
        check_together(forms)
        if all(fine) and forms:
            return begin(str(batch), forms, draft=wish == "draft")
    except Problem as problem:
        flash(say(problem))
    rows = sources_of(session, owner, str(batch))
    return checking(rows, forms, request.form.get("title", "")), 422


def check_together(forms: dict[int, TextForm]) -> None:
    if sum(len(form.text.data or "") for form in forms.values()) > LONGEST_TOGETHER:
        raise Problem(
            "Together the texts have more than %(most)s characters. Bring them in parts.",
            most=f"{LONGEST_TOGETHER:,}",
        )


def change_batch(batch: str, wish: str, forms: dict[int, TextForm]) -> ResponseReturnValue:
    """Keep the corrections so far, and add a text or take one away."""
    session, owner = db.session(), owner_id() or 0
    if wish == "drop-all":
        drop_sources(session, owner, batch, datetime.now(UTC))
        return redirect(url_for("desk.banks"))
    corrected = {key: form.article for key, form in forms.items() if form.article}
    number = wish.removeprefix("drop-")
    dropped = int(number) if number.isdigit() else None
    left = correct_sources(session, owner, batch, corrected, datetime.now(UTC), dropped)
    if wish == "more":
        return redirect(url_for("sources.new", batch=batch))
    if not left:
        return redirect(url_for("sources.new"))
    return redirect(url_for("sources.check", batch=batch))


def begin(batch: str, forms: dict[int, TextForm], *, draft: bool) -> ResponseReturnValue:
    articles = articles_of(list(forms.values()))
    bank, jobs = keep_sources(
        db.session(),
        owner_id() or 0,
        batch,
        articles,
        datetime.now(UTC),
        title=request.form.get("title", ""),
        draft=draft,
    )
    for job in jobs:
        current_app.extensions["quiz_draft"](job.id)
    if jobs:
        return redirect(url_for("articles.progress", job_id=jobs[0].id))
    return redirect(url_for("questions.add", bank_id=bank.id))
