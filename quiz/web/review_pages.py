"""The review: the article beside its drafts, one decision after another."""

from datetime import UTC, datetime

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quiz.actions.review_question import approve_drafts, review_question
from quiz.actions.undo_change import undo_change
from quiz.core.problems import Problem
from quiz.core.questions import Status
from quiz.storage.banks import (
    count_by_status,
    find_bank_of,
    find_question_of,
    warnings_of,
)
from quiz.storage.catalogue import draft_places, questions_by_id
from quiz.storage.jobs import unfinished_jobs
from quiz.storage.tables import BankRow, QuestionRow
from quiz.web.addresses import row_id
from quiz.web.article_views import pane_of, warning_views
from quiz.web.database import db
from quiz.web.desk_words import desk_words, undoable
from quiz.web.question_previews import cut_cloze
from quiz.web.security import owner_id, owner_only
from quiz.web.words import say

BEFORE, AFTER = 1, 6  # drafts shown in short around the one in hand
DECISIONS = {
    "approve": Status.APPROVED,
    "retire": Status.RETIRED,
    "reopen": Status.DRAFT,
}

pages = Blueprint("review", __name__, url_prefix="/desk")
pages.context_processor(desk_words)


@pages.get("/banks/<int:bank_id>/review")
@owner_only
def queue(bank_id: int) -> ResponseReturnValue:
    """Show the article and the drafts; `question` is the one in hand."""
    session = db.session()
    bank = find_bank_of(session, owner_id() or 0, bank_id)
    waiting = draft_places(session, bank_id)
    row = in_hand(bank, waiting)
    ids = neighbours(waiting, row.position) if row else []
    near = questions_by_id(session, ids)
    return render_template(
        "review/queue.html",
        bank=bank,
        counts=count_by_status(session, bank_id),
        job=unfinished_jobs(session, [bank_id]).get(bank_id),
        row=row,
        near=[near[each] for each in ids],
        waiting=len(waiting),
        previous=draft_before(waiting, row.position) if row else None,
        following=draft_after(waiting, row.position) if row else None,
        pane=pane_of(bank, row.question if row else None),
        cut_cloze=cut_cloze,
        warnings=warning_views(bank, warnings_of(bank)),
        undoable=undoable(bank_id, datetime.now(UTC)),
    )


def in_hand(bank: BankRow, waiting: list[tuple[int, int]]) -> QuestionRow | None:
    """Return the question asked for, else the first draft, else none."""
    wanted = request.args.get("question", type=row_id)
    if wanted is None:
        wanted = waiting[0][0] if waiting else None
    if wanted is None:
        return None
    row = find_question_of(db.session(), bank.owner_id, wanted)
    return row if row.bank_id == bank.id else None


def draft_before(waiting: list[tuple[int, int]], position: int) -> int | None:
    return next((each for each, at in reversed(waiting) if at < position), None)


def draft_after(waiting: list[tuple[int, int]], position: int) -> int | None:
    return next((each for each, at in waiting if at > position), None)


def neighbours(waiting: list[tuple[int, int]], position: int) -> list[int]:
    """Return a few drafts before and after `position`, without the one that is there."""
    before = [each for each, at in waiting if at < position]
    after = [each for each, at in waiting if at > position]
    return before[-BEFORE:] + after[:AFTER]


@pages.post("/questions/<int:question_id>/decide")
@owner_only
def decide(question_id: int) -> ResponseReturnValue:
    """Approve, retire or reopen a question, and take the next draft in hand."""
    session = db.session()
    status = DECISIONS.get(request.form.get("do", ""))
    if status is None:
        raise Problem("Choose what to do with the question.")
    try:
        row = review_question(
            session, owner_id() or 0, question_id, status, datetime.now(UTC)
        )
    except Problem as problem:
        flash(say(problem))
        return redirect(url_for("questions.edit", question_id=question_id))
    if request.form.get("back") == "question":
        return redirect(url_for("questions.edit", question_id=question_id))
    waiting = draft_places(session, row.bank_id)
    following = draft_after(waiting, row.position)
    return redirect(in_review(row.bank_id, following))


def in_review(bank_id: int, question_id: int | None) -> str:
    """Return the address of the review with a question, or else the first, in hand."""
    return url_for("review.queue", bank_id=bank_id, question=question_id, _anchor="now")


@pages.post("/banks/<int:bank_id>/undo")
@owner_only
def undo(bank_id: int) -> ResponseReturnValue:
    try:
        ids = undo_change(db.session(), owner_id() or 0, bank_id, datetime.now(UTC))
    except Problem as problem:
        flash(say(problem))
        return redirect(url_for("review.queue", bank_id=bank_id))
    flash(_("Undone."))
    back = request.form.get("back")
    if back == "question" and ids:
        return redirect(url_for("questions.edit", question_id=ids[0]))
    if back == "history":
        return redirect(url_for("bank_history.show", bank_id=bank_id))
    if back == "bank" or not ids:
        return redirect(url_for("banks.show", bank_id=bank_id))
    return redirect(in_review(bank_id, ids[0]))


@pages.route("/banks/<int:bank_id>/approve", methods=["GET", "POST"])
@owner_only
def approve_rest(bank_id: int) -> ResponseReturnValue:
    """Approve every draft that is left, after asking."""
    session, owner = db.session(), owner_id() or 0
    if request.method == "POST":
        count = approve_drafts(session, owner, bank_id, datetime.now(UTC))
        left = len(draft_places(session, bank_id))
        if left:
            flash(
                _(
                    "%(count)s approved. %(left)s can't be asked yet: correct them.",
                    count=count,
                    left=left,
                )
            )
        return redirect(url_for("review.queue", bank_id=bank_id))
    return render_template(
        "review/approve_rest.html",
        bank=find_bank_of(session, owner, bank_id),
        waiting=len(draft_places(session, bank_id)),
    )
