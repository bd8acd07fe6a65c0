"""A question's pages: write it, correct it, look at its past and bring that back."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from quiz.actions.edit_question import ChangedMeanwhile, add_question, edit_question
from quiz.actions.undo_change import restore_question
from quiz.anki.card_view import card_css, card_sides
from quiz.core.article import Span
from quiz.core.differences import Difference, differences
from quiz.core.merging import merge
from quiz.core.near_duplicates import near_twins
from quiz.core.plain_data import question_from
from quiz.core.problems import Problem
from quiz.core.questions import Question, Status, check_answer, check_prompt
from quiz.core.selected_passage import EMPTY, placed, question_about
from quiz.storage.bank_members import name_of
from quiz.storage.banks import find_bank_of, find_question_of
from quiz.storage.catalogue import article_of, draft_places, with_same_answer
from quiz.storage.revisions import find_revision, last_number, revisions_of
from quiz.storage.tables import BankRow, QuestionRow, RevisionRow
from quiz.web.addresses import row_id
from quiz.web.article_views import proof_of
from quiz.web.database import db
from quiz.web.desk_words import desk_words, teller
from quiz.web.question_forms import QuestionForm
from quiz.web.question_media import bring_files
from quiz.web.question_previews import previews_of
from quiz.web.review_pages import draft_after, in_review
from quiz.web.security import owner_id, owner_only

pages = Blueprint("questions", __name__, url_prefix="/desk")
pages.context_processor(desk_words)


@pages.url_value_preprocessor
def allow_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let pictures and sounds come with the form; set before the body is read."""
    if endpoint in {"questions.add", "questions.edit"} and owner_id() is not None:
        request.max_content_length = current_app.config["MAX_UPLOAD_LENGTH"]


@pages.route("/banks/<int:bank_id>/questions/new", methods=["GET", "POST"])
@owner_only
def add(bank_id: int) -> ResponseReturnValue:
    session, owner = db.session(), owner_id() or 0
    begun = begun_question(find_bank_of(session, owner, bank_id))
    form = QuestionForm(begun)
    bring_files(form, bank_id)
    if wants_to_save() and form.validate():
        session.rollback()  # the action begins its own transaction, with the write lock
        now, question = datetime.now(UTC), placed(with_status(form.question()))
        add_question(session, owner, bank_id, question, now)
        return redirect(url_for("banks.show", bank_id=bank_id, order="recent"))
    bank = find_bank_of(session, owner, bank_id)
    return editing(bank, None, form), 422 if form.errors else 200


def begun_question(bank: BankRow) -> Question:
    """Return an empty question, or one about the passage that the address names."""
    row = article_of(db.session(), bank.id, request.args.get("article", ""))
    start, end = (request.args.get(name, -1, type=int) for name in ("start", "end"))
    if row is None or not 0 <= start < end:
        return EMPTY
    return question_about(row.article, Span(start, end))


@pages.route("/questions/<int:question_id>", methods=["GET", "POST"])
@owner_only
def edit(question_id: int) -> ResponseReturnValue:
    session, owner = db.session(), owner_id() or 0
    if wants_to_save():
        return save(question_id)
    row = find_question_of(session, owner, question_id)
    form = QuestionForm(row.question, last_number(session, question_id))
    bring_files(form, row.bank_id)
    return editing(row.bank, row, form)


def save(question_id: int) -> ResponseReturnValue:
    """Keep the correction, or show the form again with what is wrong."""
    session, owner = db.session(), owner_id() or 0
    row = find_question_of(session, owner, question_id)
    form = QuestionForm(row.question)
    bring_files(form, row.bank_id)
    if not form.validate():
        return editing(row.bank, row, form), 422
    new = with_status(form.question())
    session.rollback()  # the action begins its own transaction, with the write lock
    try:
        row = edit_question(
            session,
            owner,
            question_id,
            lambda old: merged(old, new),
            form.seen_number,
            datetime.now(UTC),
        )
    except ChangedMeanwhile as change:
        return merging(question_id, form, change), 409
    return redirect(after_saving(row))


def merging(question_id: int, form: QuestionForm, change: ChangedMeanwhile) -> str:
    """Show the form with what both did, and what the other did beside it.

    The next time the person saves, they have seen it.
    """
    session = db.session()
    row = find_question_of(session, owner_id() or 0, question_id)
    seen = find_revision(session, question_id, form.seen_number)
    base = question_from(seen.content) if seen else change.question
    both = merge(base, form.question(), change.question)
    theirs = Theirs(
        name_of_other(question_id, change.number),
        differences(base, change.question),
        tuple(
            each
            for each in differences(change.question, both.question)
            if each.field in both.conflicts
        ),
    )
    form = QuestionForm(both.question, change.number, is_sent=False)
    return editing(row.bank, row, form, theirs)


def name_of_other(question_id: int, number: int) -> str:
    """Return what the other who made a revision is called."""
    revision = find_revision(db.session(), question_id, number)
    if revision is None or revision.by_id in {None, owner_id()}:
        return ""
    return name_of(db.session(), revision.by_id or 0)


@dataclass(frozen=True, slots=True)
class Theirs:
    """What somebody else did meanwhile, and how mine differs where both did something."""

    name: str  # "" where nobody knows it, or it was the person's own doing
    changes: tuple[Difference, ...]
    conflicts: tuple[Difference, ...]


def wants_to_save() -> bool:
    return request.method == "POST" and request.form.get("do") != "preview"


def with_status(question: Question) -> Question:
    """Return the question as the pressed button wants it: approved, or a draft."""
    approve = request.form.get("do") == "approve"
    return replace(question, status=Status.APPROVED if approve else Status.DRAFT)


def merged(old: Question, new: Question) -> Question:
    """Return `new` with what no form sets, so that saving unchanged changes nothing."""
    return replace(
        new,
        id=old.id,
        evidence=old.evidence,
        origin=old.origin,
        created=old.created,
        changed=old.changed,
    )


def after_saving(row: QuestionRow) -> str:
    """Return where to go on: the next draft where the edit began in the review."""
    if request.args.get("back") != "review":
        return url_for("banks.show", bank_id=row.bank_id, order="recent")
    following = row.id
    if row.status != Status.DRAFT:
        after = draft_after(draft_places(db.session(), row.bank_id), row.position)
        following = after or 0
    return in_review(row.bank_id, following or None)


def editing(
    bank: BankRow,
    row: QuestionRow | None,
    form: QuestionForm,
    theirs: Theirs | None = None,
) -> str:
    """Show the form with its preview; `theirs` says that it changed in the meantime."""
    question = form.question()
    return render_template(
        "questions/add.html" if row is None else "questions/edit.html",
        bank=bank,
        row=row,
        form=form,
        question=question,
        previews=previews_of(question),
        proof=proof_of(bank, row.question if row else question),
        theirs=theirs,
        twins=twins_of(bank, question),
        card=card_of(bank, question),
        back=request.args.get("back", ""),
    )


def twins_of(bank: BankRow, question: Question) -> list[QuestionRow]:
    """Return the bank's questions that ask nearly the same as what is being written."""
    answer = question.answer
    if not answer.accepted and not any(answer.items):
        return []
    rows = with_same_answer(db.session(), bank.id, answer.shown)
    known = {row.uid: row for row in rows if row.status != Status.RETIRED}
    found = near_twins(question, [row.question for row in known.values()])
    return [known[each.id] for each in found]


def card_of(bank: BankRow, question: Question) -> tuple[Markup, Markup] | None:
    """Return the sides of the question's Anki card, or None while there can be none."""
    try:
        check_prompt(question)
        check_answer(question.answer)
    except Problem:
        return None
    cited = question.evidence.article if question.evidence else ""
    articles = [row.article for row in bank.articles if row.uid == cited]
    files = url_for("reading.medium", bank_id=bank.id, name="x").removesuffix("x")
    front, back = card_sides(question, articles, bank.language, files)
    return Markup(front), Markup(back)


@pages.get("/card.css")
@owner_only
def card_style() -> ResponseReturnValue:
    """Give the style of Anki's cards, for their preview."""
    return Response(card_css(), mimetype="text/css")


@pages.get("/questions/<int:question_id>/history")
@owner_only
def history(question_id: int) -> ResponseReturnValue:
    session = db.session()
    row = find_question_of(session, owner_id() or 0, question_id)
    revisions = revisions_of(session, question_id)
    return render_template(
        "questions/history.html",
        bank=row.bank,
        row=row,
        steps=[
            (revision, step(revision, older))
            for revision, older in zip(revisions, [*revisions[1:], None], strict=True)
        ],
        said_by=teller(each.by_id for each in revisions),
    )


def step(revision: RevisionRow, older: RevisionRow | None) -> tuple[Difference, ...]:
    before = question_from(older.content) if older else None
    return differences(before, question_from(revision.content))


@pages.post("/questions/<int:question_id>/restore")
@owner_only
def restore(question_id: int) -> ResponseReturnValue:
    number = request.form.get("number", 0, type=row_id)
    session, owner = db.session(), owner_id() or 0
    restore_question(session, owner, question_id, number, datetime.now(UTC))
    return redirect(url_for("questions.history", question_id=question_id))
