"""The review: the article beside its drafts, one decision after another."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quiz.actions.draft_passage import draft_passage
from quiz.actions.review_question import approve_drafts, review_question
from quiz.core.article import Span
from quiz.core.problems import Problem
from quiz.core.questions import Status
from quiz.storage.banks import (
    count_by_status,
    find_bank_of,
    find_question_of,
)
from quiz.storage.catalogue import (
    Wanted,
    count_questions,
    draft_places,
    kinds_in,
    list_questions,
    questions_by_id,
)
from quiz.storage.jobs import unfinished_jobs
from quiz.storage.tables import BankRow, QuestionRow
from quiz.web.addresses import row_id
from quiz.web.article_views import pane_of, warning_views
from quiz.web.database import db
from quiz.web.desk_words import desk_words
from quiz.web.review_views import again, doubts_of, sentence_in_hand, wanted_drafts
from quiz.web.security import limiter, owner_id, owner_only
from quiz.web.words import name_kind, say

NO_FILTER: Mapping[str, Any] = {}
BEFORE, AFTER = 1, 6  # drafts shown in short around the one in hand
MOST_NAMED = 100  # of the drafts that are approved together
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
    """Show the article and the drafts; `question` or the sentence `at` is in hand."""
    session = db.session()
    bank = find_bank_of(session, owner_id() or 0, bank_id)
    wanted, sentence = wanted_drafts(), sentence_in_hand(bank)
    waiting = draft_places(session, bank_id, wanted)
    row = None if sentence else in_hand(bank, waiting)
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
        pane=pane_of(
            bank,
            row.question if row else None,
            sentence.article if sentence else "",
            sentence.span if sentence else None,
        ),
        sentence=sentence,
        doubts=doubts_of(bank, row) if row else [],
        again=again(wanted),
        wanted=wanted,
        of_kind=of_kind(bank_id, row, wanted),
        kind_choices=[(kind, name_kind(kind)) for kind in kinds_in(session, bank_id)],
        warnings=warning_views(bank, bank.grounds.warnings),
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


def of_kind(bank_id: int, row: QuestionRow | None, wanted: Wanted) -> int:
    """Count the wanted drafts that are of the same kind as the one in hand."""
    if row is None or row.status != Status.DRAFT:
        return 0
    return count_questions(db.session(), bank_id, replace(wanted, kind=row.kind))


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
    wanted = wanted_drafts()
    following = draft_after(draft_places(session, row.bank_id, wanted), row.position)
    return redirect(in_review(row.bank_id, following, again(wanted)))


def in_review(
    bank_id: int, question_id: int | None, again: Mapping[str, Any] = NO_FILTER
) -> str:
    """Return the address of the review with a question, or else the first, in hand."""
    values = {**again, "bank_id": bank_id, "question": question_id}
    return url_for("review.queue", **values, _anchor="now")


@pages.post("/banks/<int:bank_id>/passage")
@owner_only
@limiter.limit(lambda: current_app.config["DRAFT_LIMIT"])
def redraft(bank_id: int) -> ResponseReturnValue:
    """Have a passage of an article drafted once more."""
    start, end = (request.form.get(name, -1, type=int) for name in ("start", "end"))
    chosen, uid = Span(start, end), request.form.get("article", "")
    session, owner, now = db.session(), owner_id() or 0, datetime.now(UTC)
    try:
        job = draft_passage(session, owner, bank_id, uid, chosen, now)
    except Problem as problem:
        session.rollback()
        flash(say(problem))
        return redirect(url_for("review.queue", bank_id=bank_id))
    current_app.extensions["quiz_draft"](job.id)
    return redirect(url_for("articles.progress", job_id=job.id))


@pages.route("/banks/<int:bank_id>/approve", methods=["GET", "POST"])
@owner_only
def approve_rest(bank_id: int) -> ResponseReturnValue:
    """Approve every draft that is left, or those that the filter lets through.

    What is approved is what the person was told: were it more by now, they are asked
    once more.
    """
    session, owner = db.session(), owner_id() or 0
    wanted, bank = wanted_drafts(), find_bank_of(session, owner, bank_id)
    waiting = count_questions(session, bank_id, wanted)
    if request.form.get("count", type=int) == waiting > 0:
        session.rollback()  # the action begins its own transaction, with the write lock
        count = approve_drafts(session, owner, bank_id, datetime.now(UTC), wanted)
        if left := waiting - count:
            flash(
                _(
                    "%(count)s approved. %(left)s can't be asked yet: correct them.",
                    count=count,
                    left=left,
                )
            )
        return redirect(in_review(bank_id, None))
    return render_template(
        "review/approve_rest.html",
        bank=bank,
        waiting=waiting,
        again=again(wanted),
        wanted=wanted,
        shown=list_questions(session, bank_id, wanted, 0, MOST_NAMED),
    )
