"""The first page: what is due today."""

from datetime import UTC, datetime

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from quiz.actions.plan_today import plan_today
from quiz.web.database import db
from quiz.web.due_words import in_words, local_day, today_words
from quiz.web.visitors import current_learner, keep_cookie
from quiz.web.words import choose_language

pages = Blueprint("today", __name__)


@pages.get("/")
def show() -> ResponseReturnValue:
    keep_cookie()
    now, learner = datetime.now(UTC), current_learner()
    today = plan_today(db.engine, learner, now, choose_language())
    zone = learner.zone
    waiting = {bank.counts.id: bank.next_due for bank in today.banks}
    return render_template(
        "today/show.html",
        today=today,
        day=local_day(now, zone).date(),
        date=today_words(now, zone),
        when={id: in_words(due, now, zone) for id, due in waiting.items() if due},
    )
