"""The page where a learner's memory is fitted, reset, and joined with that in Anki."""

from contextlib import closing
from datetime import UTC, datetime
from typing import Any, BinaryIO, cast

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
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import FileStorage

from quiz.actions.fit_memory import (
    MemoryModel,
    reset_memory_model,
    show_memory_model,
    take_retention,
)
from quiz.actions.join_reviews import Joined, join_reviews
from quiz.core.problems import Problem
from quiz.web.database import db
from quiz.web.security import limiter
from quiz.web.visitors import current_learner, remember_learner
from quiz.web.words import say

pages = Blueprint("memory", __name__, url_prefix="/memory")


@pages.url_value_preprocessor
def allow_large_files(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let learners bring whole collections; those whom nobody knows yet, small ones."""
    if current_learner().id is not None:
        request.max_content_length = current_app.config["MAX_UPLOAD_LENGTH"]


@pages.get("")
def show() -> ResponseReturnValue:
    return page()


def page(reason: Problem | None = None) -> ResponseReturnValue:
    model = show_memory_model(db.engine, current_learner().id)
    shown = render_template(
        "memory/show.html",
        model=model,
        fitted=fitting_words(model),
        wanted=retention_words(model),
        reason=say(reason) if reason else "",
    )
    return shown, 422 if reason else 200


def fitting_words(model: MemoryModel) -> str:
    """Say in a sentence or two what the learner is scheduled with, and why."""
    report = model.report
    if model.missing:
        wait: str = ngettext(
            "After %(num)d more answer the schedule is fitted to your own memory.",
            "After %(num)d more answers the schedule is fitted to your own memory.",
            model.missing,
        )
        return wait
    if report is None:
        return str(_("There are enough answers. The schedule is fitted to them soon."))
    if report.loss_before is None or report.loss_after is None:
        return str(
            _(
                "The standard schedule holds. "
                "It is fitted again when you have answered more."
            )
        )
    if model.parameters is None:
        return str(
            _(
                "The standard schedule foretells your answers at least as well as one "
                "fitted to you, so it holds. "
                "That is tried again when you have answered more."
            )
        )
    gain = round(100 * (1 - report.loss_after / report.loss_before))
    if report.adopted and gain > 0:
        return str(
            _(
                "The schedule is fitted to your memory, from %(answers)s answers. "
                "Tried on %(held_back)s answers that it had not seen, "
                "it was %(gain)s %% less wrong.",
                answers=report.reviews,
                held_back=report.held_back,
                gain=gain,
            )
        )
    return str(
        _(
            "The schedule is fitted to your memory, from %(answers)s answers.",
            answers=report.reviews,
        )
    )


def retention_words(model: MemoryModel) -> str:
    """Say which retention suits the learner and by what; "" where that isn't known."""
    report = model.report
    if report is None or report.retention is None:
        return ""
    told = {
        "suited": round(report.retention * 100),
        "now": round(model.retention * 100),
        "recalled": round(report.recalled or 0),
        "forgotten": round(report.forgotten or 0),
    }
    price = _(
        "You take about %(recalled)s seconds for a question that you know and "
        "%(forgotten)s for one that you have forgotten. Most people take 8 and 25 and "
        "want to recall 90 %%; for the same effort a question, %(suited)s %% suits you.",
        **told,
    )
    holds = _("Questions come back for that.")
    if told["suited"] != told["now"]:
        holds = _("For now questions come back for %(now)s %%.", **told)
    return f"{price} {holds}"


@pages.post("/retention")
def take() -> ResponseReturnValue:
    """Let the learner have the retention that suits them."""
    learner = current_learner().id
    if learner is not None:
        take_retention(db.engine, learner)
        flash(_("Questions come back for that from the next answer on."))
    return redirect(url_for("memory.show"), 303)


@pages.post("/reset")
def reset() -> ResponseReturnValue:
    learner = current_learner().id
    if learner is not None:
        reset_memory_model(db.engine, learner, datetime.now(UTC))
        flash(_("The standard schedule holds again. Due dates stay as they are."))
    return redirect(url_for("memory.show"), 303)


@pages.post("/anki")
@limiter.limit(lambda: current_app.config["DRAFT_LIMIT"])
def join() -> ResponseReturnValue:
    """Take the answers out of an Anki file into the learner's record."""
    file = request.files.get("file")
    if not isinstance(file, FileStorage) or not file.filename:
        return page(Problem("Choose a file first."))
    shared = "shared" in request.form
    try:
        with closing(cast(BinaryIO, file.stream)) as stream:
            now = datetime.now(UTC)
            joined = join_reviews(db.engine, current_learner(), stream, shared, now)
    except Problem as problem:
        return page(problem)
    remember_learner(joined.learner_id)
    flash(joined_words(joined))
    return redirect(url_for("memory.show"), 303)


def joined_words(joined: Joined) -> str:
    said = str(_("All answers in this file were here already."))
    if joined.added:
        said = ngettext(
            "%(num)d answer from Anki joined your record.",
            "%(num)d answers from Anki joined your record.",
            joined.added,
        )
    if joined.added and joined.known:
        said += " " + ngettext(
            "%(num)d was here already.", "%(num)d were here already.", joined.known
        )
    if joined.forgotten:
        said += " " + ngettext(
            "%(num)d question was made new again in Anki, so it begins anew here too.",
            "%(num)d questions were made new again in Anki, so they begin anew here too.",
            joined.forgotten,
        )
    return said
