"""A bank as its learner sees it, settings, questions set aside, reports."""

from datetime import UTC, date, datetime

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

from quiz.actions.report_question import Reason, report_question
from quiz.actions.set_question_aside import Wish, set_question_aside
from quiz.actions.set_wishes import change_settings, set_exam
from quiz.actions.show_bank import show_bank
from quiz.actions.weigh_settings import weigh_settings
from quiz.core.learner import Learner
from quiz.core.problems import Problem
from quiz.core.scheduling import day_number
from quiz.storage.practice_queries import find_standing
from quiz.web.database import db
from quiz.web.due_words import in_words
from quiz.web.security import limiter
from quiz.web.study_forms import ExamForm, ReportForm, SettingsForm
from quiz.web.visitors import current_learner, remember_learner
from quiz.web.words import REASON_NAMES, name_kind, say

pages = Blueprint("study", __name__)


@pages.get("/banks/<int:bank_id>")
def bank(bank_id: int) -> ResponseReturnValue:
    now, learner = datetime.now(UTC), current_learner()
    study = show_bank(db.engine, learner, bank_id, now)
    return render_template(
        "study/bank.html",
        study=study,
        bank=study.bank,
        name_topic=name_kind,
        today=date.fromordinal(day_number(now, learner.zone)),
        when={
            id: in_words(due, now, learner.zone) for id, due in study.until.items() if due
        },
        form=ExamForm(formdata=None, day=study.bank.exam),
    )


@pages.post("/banks/<int:bank_id>/exam")
def exam(bank_id: int) -> ResponseReturnValue:
    form = ExamForm()
    if not form.validate():
        flash(_("Give the day of the exam as a date."))
        return redirect(url_for("study.bank", bank_id=bank_id), 303)
    day = None if "none" in request.form else form.day.data
    try:
        learner = set_exam(db.engine, current_learner(), bank_id, day, datetime.now(UTC))
    except Problem as problem:
        flash(say(problem))
        return redirect(url_for("study.bank", bank_id=bank_id), 303)
    remember_learner(learner)
    flash(
        _("Practice now leads up to your exam.")
        if day
        else _("The usual schedule holds again.")
    )
    return redirect(url_for("study.bank", bank_id=bank_id), 303)


@pages.post("/questions/<int:question_id>/wish")
def wish(question_id: int) -> ResponseReturnValue:
    asked = request.form.get("wish", "")
    if asked not in set(Wish):
        abort(400)
    now = datetime.now(UTC)
    granted = set_question_aside(
        db.engine, current_learner(), question_id, Wish(asked), now
    )
    remember_learner(granted.learner_id)
    flash(said_of(Wish(asked)))
    if request.form.get("back") == "bank":
        return redirect(url_for("study.bank", bank_id=granted.bank_id), 303)
    way = request.form.get("way") or None
    return redirect(url_for("practice.question", bank_id=granted.bank_id, way=way), 303)


def said_of(wish: Wish) -> str:
    match wish:
        case Wish.TOMORROW:
            return str(_("You will not be asked that one today any more."))
        case Wish.NEVER:
            return str(
                _("You will not be asked that one again. The bank's page brings it back.")
            )
        case Wish.OVER:
            return str(_("That one is new again, and will be learned from the start."))
    return str(_("That one will be asked again."))


@pages.route("/questions/<int:question_id>/report", methods=["GET", "POST"])
@limiter.limit("30 per hour", methods=["POST"])
def report(question_id: int) -> ResponseReturnValue:
    form, learner = ReportForm(), current_learner()
    if form.validate_on_submit():
        try:
            learner_id, bank_id = keep_report(form, learner, question_id)
        except Problem as problem:
            form.word.errors = [say(problem)]
        else:
            remember_learner(learner_id)
            flash(_("Thank you. Your teacher will see it."))
            return redirect(url_for("practice.question", bank_id=bank_id), 303)
    with db.engine.connect() as connection:
        standing = find_standing(connection, learner, question_id)
    shown = render_template(
        "study/report.html",
        form=form,
        question=standing.question,
        bank=standing.bank,
        reason_names=REASON_NAMES,
    )
    return shown, 422 if form.errors else 200


def keep_report(form: ReportForm, learner: Learner, question_id: int) -> tuple[int, int]:
    reason, word = Reason(form.reason.data or ""), form.word.data or ""
    return report_question(db.engine, learner, question_id, reason, word, datetime.now(UTC))


@pages.route("/settings", methods=["GET", "POST"])
def settings() -> ResponseReturnValue:
    now, learner = datetime.now(UTC), current_learner()
    form = SettingsForm()
    if form.validate_on_submit():
        remember_learner(change_settings(db.engine, learner, form.settings(), now))
        flash(_("The settings are saved."))
        return redirect(url_for("study.settings"), 303)
    known, costs = weigh_settings(db.engine, learner, now)
    if request.method == "GET":
        form = SettingsForm(obj=known)
    shown = render_template("study/settings.html", form=form, costs=costs, known=known)
    return shown, 422 if form.errors else 200
