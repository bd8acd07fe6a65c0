"""The page where a teacher sees how a bank is answered, as counts without names."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from quiz.storage.answer_counts import count_answers_to_bank, hardest_questions
from quiz.storage.banks import count_by_status, find_bank_of
from quiz.web.database import db
from quiz.web.desk_words import desk_words
from quiz.web.security import owner_id, owner_only

MOST_SHOWN = 100

pages = Blueprint("answers", __name__, url_prefix="/desk/banks")
pages.context_processor(desk_words)


@pages.get("/<int:bank_id>/answers")
@owner_only
def show(bank_id: int) -> ResponseReturnValue:
    session = db.session()
    bank = find_bank_of(session, owner_id() or 0, bank_id)
    learners, counts = count_answers_to_bank(session, bank_id)
    return render_template(
        "answers/show.html",
        bank=bank,
        counts=count_by_status(session, bank_id),
        learners=learners,
        all_counts=counts,
        rows=hardest_questions(session, bank_id, MOST_SHOWN),
        percent=lambda part: "–" if part is None else f"{part:.0%}",
    )
