"""The teacher settles what learners reported about a question."""

from datetime import UTC, datetime

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from quiz.actions.report_question import settle as settle_reports
from quiz.web.database import db
from quiz.web.security import owner_id, owner_only

pages = Blueprint("reports", __name__, url_prefix="/desk/questions")


@pages.post("/<int:question_id>/reports")
@owner_only
def settle(question_id: int) -> ResponseReturnValue:
    bank_id = settle_reports(db.session(), owner_id() or 0, question_id, datetime.now(UTC))
    return redirect(url_for("banks.show", bank_id=bank_id), 303)
