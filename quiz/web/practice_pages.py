"""Pages where a learner practises: question, feedback, end."""

from datetime import UTC, datetime
from typing import Any

from flask import (
    Blueprint,
    flash,
    has_request_context,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quiz.actions.answer_question import answer_question
from quiz.actions.overrule_answer import (
    dispute_answer,
    may_dispute,
    rate_answer,
    undo_answer,
)
from quiz.actions.show_feedback import Elsewhere, Feedback, show_feedback
from quiz.actions.show_question import Turn, Way, next_question
from quiz.actions.sum_up import sum_up
from quiz.core.asking import true_statement
from quiz.core.leeches import became_leech
from quiz.core.questions import Form
from quiz.web import practice_views
from quiz.web.addresses import row_id
from quiz.web.database import db
from quiz.web.due_words import in_words, time_spent
from quiz.web.practice_forms import RatingForm, read_given
from quiz.web.visitors import (
    current_learner,
    remember_learner,
    visitor_seed,
    visitor_zone,
)

pages = Blueprint("practice", __name__, url_prefix="/practice")
WAYS = {way.value: way for way in Way}


def way() -> Way:
    """Return how the learner goes through the bank, as the address says."""
    if not request.query_string:
        return Way.SPACED
    return WAYS.get(request.args.get("way", ""), Way.SPACED)


@pages.url_defaults
def keep_way(_endpoint: str, values: dict[str, Any]) -> None:
    """Go on in the same way from page to page."""
    if not has_request_context() or (told := way()) is Way.SPACED:
        return
    if request.blueprint == "practice":
        values.setdefault("way", told.value)


@pages.get("/<int:bank_id>")
def question(bank_id: int) -> ResponseReturnValue:
    now, wanted = datetime.now(UTC), request.args.get("question", type=row_id)
    turn = next_question(
        db.engine, current_learner(), bank_id, now, visitor_seed(), wanted, way()
    )
    if turn is None:
        return redirect(url_for("practice.end", bank_id=bank_id))
    return render_template("practice/question.html", **question_context(turn, now))


def question_context(turn: Turn, now: datetime) -> dict[str, object]:
    standing, form = turn.standing, turn.asked.form
    buttons: tuple[practice_views.RatingButton, ...] = ()
    if form is Form.CARD:
        four = turn.bank.settings.four_buttons
        buttons = practice_views.rating_buttons(turn.choices, now, visitor_zone(), four)
    return {
        "turn": turn,
        "way": way(),
        "hint": turn.hint if "hint" in request.args else None,
        "shown": int(now.timestamp() * 1000),
        "bank": turn.bank,
        "progress": turn.progress,
        "around": practice_views.around_hole(turn.asked),
        "remark": practice_views.remark_for(turn.asked),
        "gloss": practice_views.other_script(standing.question.answer),
        "buttons": buttons,
    }


@pages.post("/<int:bank_id>")
def answer(bank_id: int) -> ResponseReturnValue:
    now = datetime.now(UTC)
    given = read_given(request.form, visitor_seed(), now)
    if given is None:
        flash(_("That answer did not arrive whole. Here is the question again."))
        return redirect(url_for("practice.question", bank_id=bank_id), 303)
    answered = answer_question(db.engine, current_learner(), given, now)
    remember_learner(answered.learner_id)
    if answered.review_id is None:
        flash(_("That question has changed meanwhile; your answer to it was not counted."))
        return redirect(url_for("practice.question", bank_id=answered.bank_id), 303)
    if answered.is_other and given.form is not Form.CARD:
        flash(_("You have answered this already in another window; this is that answer."))
    if given.form is Form.CARD:  # its answer has been seen already
        return redirect(url_for("practice.question", bank_id=answered.bank_id), 303)
    return redirect(url_for("practice.feedback", review_id=answered.review_id), 303)


@pages.get("/answers/<int:review_id>")
def feedback(review_id: int) -> ResponseReturnValue:
    now = datetime.now(UTC)
    found = show_feedback(
        db.engine, current_learner(), review_id, now, visitor_seed(), way()
    )
    if isinstance(found, Elsewhere):
        return redirect(place_instead(found))
    return render_template("practice/feedback.html", **feedback_context(found, now))


def place_instead(found: Elsewhere) -> str:
    """Return where an answer that was rated otherwise or taken back leads."""
    if found.review_id is not None:
        return url_for("practice.feedback", review_id=found.review_id)
    return question_again(found.bank_id, found.question_id)


def question_again(bank_id: int, question_id: int) -> str:
    return url_for("practice.question", bank_id=bank_id, question=question_id)


def feedback_context(found: Feedback, now: datetime) -> dict[str, object]:
    review, zone = found.review, visitor_zone()
    seal, seal_class = practice_views.SEALS[review.grade]
    return {
        "feedback": found,
        "bank": found.bank,
        "progress": found.progress,
        "seal": seal,
        "seal_class": seal_class,
        "title": practice_views.verdict_words(review.grade),
        "next_time": practice_views.next_time(review.after, now, zone),
        "correction": true_statement(found.asked),
        "off": practice_views.what_was_off(found.verdict, review.grade),
        "options": practice_views.marked_options(
            found.asked, review.given, review.grade, found.verdict
        ),
        "option_feedback": practice_views.option_feedback(found),
        "gloss": practice_views.other_script(found.asked.question.answer),
        "buttons": practice_views.feedback_buttons(
            found.choices, review.rating, now, zone, found.bank.settings.four_buttons
        ),
        "way": way(),
        "is_leech": became_leech(review.before, review.after),
        "may_dispute": may_dispute(review),
    }


@pages.post("/answers/<int:review_id>/rating")
def rate(review_id: int) -> ResponseReturnValue:
    """Keep or change the rating, and go on."""
    form, learner = RatingForm(), current_learner()
    if not form.validate():
        return redirect(url_for("practice.feedback", review_id=review_id), 303)
    changed = rate_answer(
        db.engine, learner, review_id, form.chosen, datetime.now(UTC), visitor_seed()
    )
    return redirect(url_for("practice.question", bank_id=changed.bank_id), 303)


@pages.post("/answers/<int:review_id>/dispute")
def dispute(review_id: int) -> ResponseReturnValue:
    now, seed = datetime.now(UTC), visitor_seed()
    changed = dispute_answer(db.engine, current_learner(), review_id, now, seed)
    if changed.review_id != review_id:
        flash(_("Counted as right. Your teacher can see that you said so."))
    return redirect(url_for("practice.feedback", review_id=changed.review_id), 303)


@pages.post("/answers/<int:review_id>/undo")
def undo(review_id: int) -> ResponseReturnValue:
    taken = undo_answer(db.engine, current_learner(), review_id, datetime.now(UTC))
    flash(_("Your answer was taken back. Here is the question again."))
    return redirect(question_again(taken.bank_id, taken.question_id), 303)


@pages.get("/<int:bank_id>/end")
def end(bank_id: int) -> ResponseReturnValue:
    now, zone = datetime.now(UTC), visitor_zone()
    summary = sum_up(db.engine, current_learner(), bank_id, now)
    return render_template(
        "practice/end.html",
        summary=summary,
        bank=summary.bank,
        spent=time_spent(summary.seconds),
        bars=practice_views.chart_of(summary, zone),
        when={a.question_id: in_words(a.due, now, zone) for a in summary.again if a.due},
        next_due=in_words(summary.next_due, now, zone) if summary.next_due else "",
    )
