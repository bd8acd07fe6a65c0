"""Pages of a test: its plan, one question after another, handing in, the result."""

from datetime import UTC, datetime

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quiz.actions.plan_test import plan_test
from quiz.actions.take_test import (
    GRACE,
    answer_item,
    hand_in,
    is_over,
    show_item,
    show_result,
    start_test,
)
from quiz.core.problems import Problem
from quiz.storage.answer_sheets import find_sheet
from quiz.web import practice_views
from quiz.web.database import db
from quiz.web.due_words import date_words
from quiz.web.practice_forms import read_text
from quiz.web.sheet_forms import PlanForm
from quiz.web.sheet_views import clock_words, graded_lines
from quiz.web.visitors import (
    current_learner,
    remember_learner,
    visitor_seed,
    visitor_zone,
)
from quiz.web.words import FORM_NAMES, name_kind, say

pages = Blueprint("sheets", __name__)


@pages.route("/banks/<int:bank_id>/test", methods=["GET", "POST"])
def plan(bank_id: int) -> ResponseReturnValue:
    now, form = datetime.now(UTC), PlanForm()
    if form.validate_on_submit():
        try:
            return start(bank_id, form, now)
        except Problem as problem:
            form.topics.errors = [say(problem)]
    offer = plan_test(db.engine, current_learner(), bank_id, now)
    shown = render_template(
        "sheets/plan.html",
        form=form,
        offer=offer,
        bank=offer.bank,
        form_names=FORM_NAMES,
        name_topic=name_kind,
        day_of=lambda moment: date_words(moment, visitor_zone()),
    )
    return shown, 422 if form.errors else 200


def start(bank_id: int, form: PlanForm, now: datetime) -> ResponseReturnValue:
    told = bank_id, form.plan(), now, visitor_seed()
    learner_id, test_id = start_test(db.engine, current_learner(), *told)
    remember_learner(learner_id)
    return redirect(url_for("sheets.item", test_id=test_id, number=1), 303)


@pages.get("/tests/<int:test_id>/<int:number>")
def item(test_id: int, number: int) -> ResponseReturnValue:
    now = datetime.now(UTC)
    turn = show_item(db.engine, current_learner(), test_id, number, now)
    if turn is None:
        return redirect(url_for("sheets.result", test_id=test_id))
    return render_template(
        "sheets/item.html",
        turn=turn,
        sheet=turn.sheet,
        bank=turn.bank,
        given=(turn.item.given or "").split("\n") if turn.item.given else [],
        around=practice_views.around_hole(turn.asked),
        remark=practice_views.remark_for(turn.asked),
        ends_at=clock_words(turn.sheet.ends, visitor_zone()),
    )


@pages.post("/tests/<int:test_id>/<int:number>")
def answer(test_id: int, number: int) -> ResponseReturnValue:
    now, learner = datetime.now(UTC), current_learner()
    turn = show_item(db.engine, learner, test_id, number, now - GRACE)
    form = turn.asked.form if turn else None
    given = read_text(request.form, form) if form else ""
    if not turn or not answer_item(db.engine, learner, test_id, number, given, now):
        return redirect(url_for("sheets.result", test_id=test_id), 303)
    following = number - 1 if request.form.get("go") == "back" else number + 1
    if 1 <= following <= len(turn.sheet.items):
        return redirect(url_for("sheets.item", test_id=test_id, number=following), 303)
    return redirect(url_for("sheets.check", test_id=test_id), 303)


@pages.get("/tests/<int:test_id>/check")
def check(test_id: int) -> ResponseReturnValue:
    """Show what is answered and what isn't, before the test is handed in."""
    with db.engine.connect() as connection:
        sheet = find_sheet(connection, current_learner(), test_id)
    if is_over(sheet, datetime.now(UTC)):
        return redirect(url_for("sheets.result", test_id=test_id))
    ends_at = clock_words(sheet.ends, visitor_zone())
    return render_template("sheets/check.html", sheet=sheet, ends_at=ends_at)


@pages.post("/tests/<int:test_id>")
def finish(test_id: int) -> ResponseReturnValue:
    hand_in(db.engine, current_learner(), test_id, datetime.now(UTC))
    return redirect(url_for("sheets.result", test_id=test_id), 303)


@pages.get("/tests/<int:test_id>")
def result(test_id: int) -> ResponseReturnValue:
    now, learner = datetime.now(UTC), current_learner()
    with db.engine.connect() as connection:
        sheet = find_sheet(connection, learner, test_id)
    if not is_over(sheet, now):
        return redirect(url_for("sheets.check", test_id=test_id))
    if sheet.handed_in is None:  # by the clock
        hand_in(db.engine, learner, test_id, now)
        flash(_("The time is over: the test was handed in as it was."))
    bank, sheet, lines = show_result(db.engine, learner, test_id)
    return render_template(
        "sheets/result.html", bank=bank, sheet=sheet, lines=graded_lines(lines)
    )
