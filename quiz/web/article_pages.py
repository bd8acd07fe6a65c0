"""From an article to drafts: bring it, watch the drafting, go on from a failure."""

from datetime import UTC, datetime

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quiz.actions.draft_article import begin_draft, keep_article, replace_article
from quiz.core.article import Article
from quiz.storage.jobs import find_job_of
from quiz.storage.tables import ArticleRow, JobRow
from quiz.web.addresses import row_id
from quiz.web.database import db
from quiz.web.desk_forms import ArticleForm
from quiz.web.desk_words import desk_words
from quiz.web.security import limiter, owner_id, owner_only
from quiz.web.words import say_sentence

pages = Blueprint("articles", __name__, url_prefix="/desk")
pages.context_processor(desk_words)


@pages.get("/new")
@owner_only
def new() -> ResponseReturnValue:
    """Ask for the article; `again` names the job whose article is corrected."""
    again = request.args.get("again", type=row_id)
    form = ArticleForm(data=typed_before(again) if again else None)
    return render_template("articles/new.html", form=form, again=again)


@pages.post("/new")
@owner_only
@limiter.limit(lambda: current_app.config["DRAFT_LIMIT"])
def take() -> ResponseReturnValue:
    form, again = ArticleForm(), request.args.get("again", type=row_id)
    by_hand = request.form.get("do") == "by-hand"
    if not form.validate(draft=not by_hand) or form.article is None:
        return render_template("articles/new.html", form=form, again=again), 422
    if by_hand:
        now = datetime.now(UTC)
        bank = keep_article(db.session(), owner_id() or 0, form.article, now)
        return redirect(url_for("questions.add", bank_id=bank.id))
    job_id = begin(form.article, again).id
    current_app.extensions["quiz_draft"](job_id)
    return redirect(url_for("articles.progress", job_id=job_id))


def begin(article: Article, again: int | None) -> JobRow:
    session, owner, now = db.session(), owner_id() or 0, datetime.now(UTC)
    if again:
        return replace_article(session, owner, again, article, now)
    return begin_draft(session, owner, article, now)


def typed_before(job_id: int) -> dict[str, object]:
    """Return what the form said when a job began that found nothing."""
    row = article_of_job(find_job_of(db.session(), owner_id() or 0, job_id))
    return {
        "text": row.text,
        "title": row.title,
        "written": row.date,
        "language": row.language,
    }


def article_of_job(job: JobRow) -> ArticleRow:
    return db.session().get_one(ArticleRow, job.article_id)


@pages.get("/jobs/<int:job_id>")
@owner_only
def progress(job_id: int) -> ResponseReturnValue:
    """Show how far the drafting is; go on to the review when it is done."""
    job = find_job_of(db.session(), owner_id() or 0, job_id)
    if job.state == "done":
        return redirect(url_for("review.queue", bank_id=job.bank_id))
    reason = say_sentence(**job.problem) if job.problem else ""
    return render_template(
        "articles/progress.html", job=job, article=article_of_job(job), reason=reason
    )
