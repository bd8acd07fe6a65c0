"""What a learner sends: an answer, or a rating of their own."""

from collections.abc import Mapping

from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import AnyOf

from quiz.actions.answer_question import Given
from quiz.core.questions import Form
from quiz.core.scheduling import Rating

LARGEST = 2**31 - 1  # what a database's integer holds
RATINGS = {rating.name.lower(): rating for rating in Rating}


def read_given(sent: Mapping[str, str], seed: str) -> Given | None:
    """Read what the question's page sent; None if it isn't whole.

    Every answer comes through here, and a WTForms form would take a tenth of its time.
    """
    try:
        question, reps = int(sent["question"]), int(sent["reps"])
        form = Form(sent["shown_as"])
    except (KeyError, ValueError):
        return None
    if not 0 < question <= LARGEST or not 0 <= reps <= LARGEST:
        return None
    text = "" if sent.get("unknown") else sent.get("answer", "")
    return Given(question, reps, form, text, seed)


class RatingForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    rating = StringField(validators=[AnyOf(list(RATINGS))])

    @property
    def chosen(self) -> Rating:
        return RATINGS[self.data["rating"]]
