"""What a learner sends: an answer, or a rating of their own."""

from datetime import datetime

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import StringField
from wtforms.validators import AnyOf

from quiz.actions.answer_question import RATINGS, Given
from quiz.core.questions import Form
from quiz.core.scheduling import Rating

LARGEST = 2**31 - 1  # what a database's integer holds
OF_PARTS = frozenset({Form.SEVERAL, Form.ORDER, Form.MATCH})


def read_given(sent: MultiDict[str, str], seed: str, now: datetime) -> Given | None:
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
    text = "" if sent.get("unknown") else read_text(sent, form)
    if form in OF_PARTS and not text and not sent.get("unknown"):
        return None  # a browser can't insist on one of several boxes
    hinted = bool(sent.get("hinted"))
    return Given(question, reps, form, text, seed, hinted, seconds_since(sent, now))


def seconds_since(sent: MultiDict[str, str], now: datetime) -> float | None:
    """Return how long ago the page was made, where it says when."""
    shown = sent.get("shown", type=int)
    if shown is None or not 0 < shown <= int(now.timestamp() * 1000):
        return None
    return now.timestamp() - shown / 1000


def read_text(sent: MultiDict[str, str], form: Form) -> str:
    """Return the answer; the parts of one that has several stand one a line."""
    if form in OF_PARTS:
        parts = (" ".join(part.split("\n")) for part in sent.getlist("answer"))
        return "\n".join(parts).rstrip("\n")
    return sent.get("answer", "")


class RatingForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    rating = StringField(validators=[AnyOf(list(RATINGS))])

    @property
    def chosen(self) -> Rating:
        return RATINGS[self.data["rating"]]
