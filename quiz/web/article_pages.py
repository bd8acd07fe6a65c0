"""From an article to drafts: watch the drafting, go on from a failure."""

from datetime import UTC, datetime

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quiz.actions.draft_article import correct_article
from quiz.storage.articles import counts_by_article, editions_of
from quiz.storage.banks import count_by_status, find_bank_of
from quiz.storage.jobs import find_job_of, next_job, unfinished_jobs
from quiz.storage.tables import ArticleRow, JobRow
from quiz.web.database import db
from quiz.web.desk_words import desk_words
from quiz.web.security import limiter, owner_id, owner_only
from quiz.web.source_forms import TextForm
from quiz.web.words import say_sentence

pages = Blueprint("articles", __name__, url_prefix="/desk")
pages.context_processor(desk_words)


@pages.get("/banks/<int:bank_id>/articles")
@owner_only
def listed(bank_id: int) -> ResponseReturnValue:
    """List the articles of a bank, with what is asked of them and what they were."""
    session = db.session()
    bank = find_bank_of(session, owner_id() or 0, bank_id)
    return render_template(
        "articles/listed.html",
        bank=bank,
        counts=count_by_status(session, bank_id),
        asked=counts_by_article(session, bank_id),
        editions=editions_of(session, [row.id for row in bank.articles]),
        job=unfinished_jobs(session, [bank_id]).get(bank_id),
    )


def article_of_job(job: JobRow) -> ArticleRow:
    return db.session().get_one(ArticleRow, job.article_id)


@pages.get("/jobs/<int:job_id>")
@owner_only
def progress(job_id: int) -> ResponseReturnValue:
    """Show how far the drafting is; go on to the next article, or to the review."""
    job = find_job_of(db.session(), owner_id() or 0, job_id)
    if job.state == "done":
        following = next_job(db.session(), job)
        if following is not None:
            return redirect(url_for("articles.progress", job_id=following))
        return redirect(url_for("review.queue", bank_id=job.bank_id))
    reason = say_sentence(**job.problem) if job.problem else ""
    return render_template(
        "articles/progress.html",
        job=job,
        article=article_of_job(job),
        reason=reason,
        has_questions=any(count_by_status(db.session(), job.bank_id).values()),
    )


@pages.route("/jobs/<int:job_id>/text", methods=["GET", "POST"])
@owner_only
@limiter.limit(lambda: current_app.config["DRAFT_LIMIT"], methods=["POST"])
def correct(job_id: int) -> ResponseReturnValue:
    """Correct the text in which drafting found nothing, and draft it again."""
    session, owner = db.session(), owner_id() or 0
    job = find_job_of(session, owner, job_id)
    row = article_of_job(job)
    known = {
        "title": row.title,
        "written": row.date,
        "language": row.language,
        "source": row.source,
        "text": row.text,
    }
    form = TextForm(request.form or None, data=known)
    if request.method == "POST" and form.validate() and form.article:
        session.rollback()  # the action begins its own transaction
        again = correct_article(session, owner, job_id, form.article, datetime.now(UTC))
        current_app.extensions["quiz_draft"](again.id)
        return redirect(url_for("articles.progress", job_id=again.id))
    shown = render_template("articles/correct.html", form=form, job=job, article=row)
    return shown, 422 if form.errors else 200
