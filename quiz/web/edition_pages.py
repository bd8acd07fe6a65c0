"""A new edition of an article: what becomes of its questions, and the way back."""

from datetime import UTC, datetime

from flask import (
    Blueprint,
    current_app,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from quiz.actions.take_edition import (
    NewEdition,
    bring_back_edition,
    compare_edition,
    take_edition,
)
from quiz.core.differences import Piece, pieces
from quiz.core.editions import Anchored, Fate
from quiz.storage.tables import QuestionRow
from quiz.web.addresses import row_id
from quiz.web.database import db
from quiz.web.desk_words import desk_words
from quiz.web.security import owner_id, owner_only

MOST_SHOWN = 200  # questions, or sentences, of each fate on one page

pages = Blueprint("editions", __name__, url_prefix="/desk")
pages.context_processor(desk_words)


@pages.route("/editions/<uuid:batch>", methods=["GET", "POST"])
@owner_only
def compare(batch: object) -> ResponseReturnValue:
    """Show what becomes of each question; take the new edition over."""
    if request.method == "POST":
        return take(str(batch))
    edition = compare_edition(db.session(), owner_id() or 0, str(batch))
    found = edition.comparison
    return render_template(
        "editions/compare.html",
        batch=str(batch),
        article=edition.article,
        bank=edition.article.bank,
        is_same=edition.article.text == edition.source.text,
        counts={fate.value: len(found.of(fate)) for fate in Fate},
        groups={fate.value: shown(edition, fate) for fate in Fate},
        added=[span.of(edition.source.text) for span in found.added[:MOST_SHOWN]],
        added_count=len(found.added),
        most=MOST_SHOWN,
    )


def shown(
    edition: NewEdition, fate: Fate
) -> list[tuple[QuestionRow, Anchored, tuple[Piece, ...]]]:
    """Return the questions of a fate, with how their sentence changed."""
    pairs = zip(edition.rows, edition.comparison.questions, strict=True)
    found = [(row, each) for row, each in pairs if each.fate is fate][:MOST_SHOWN]
    return [(row, each, change_of(each)) for row, each in found]


def change_of(anchored: Anchored) -> tuple[Piece, ...]:
    if anchored.fate is not Fate.CHANGED:
        return ()
    return pieces(anchored.before, anchored.after)


def take(batch: str) -> ResponseReturnValue:
    kept = request.form.getlist("keep", type=row_id)
    draft = request.form.get("draft") == "y"
    session, now = db.session(), datetime.now(UTC)
    bank, job = take_edition(session, owner_id() or 0, batch, now, keep=kept, draft=draft)
    if job is not None:
        current_app.extensions["quiz_draft"](job.id)
        return redirect(url_for("articles.progress", job_id=job.id))
    return redirect(url_for("articles.listed", bank_id=bank.id))


@pages.post("/articles/<int:article_id>/earlier")
@owner_only
def bring_back(article_id: int) -> ResponseReturnValue:
    """Put the edition before this one back."""
    number = request.form.get("number", 0, type=row_id)
    session, owner = db.session(), owner_id() or 0
    bank = bring_back_edition(session, owner, article_id, number, datetime.now(UTC))
    return redirect(url_for("articles.listed", bank_id=bank.id))
