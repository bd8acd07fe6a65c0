"""What a learner sends: an answer, or a rating of their own."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField, StringField
from wtforms.validators import AnyOf, InputRequired, NumberRange
from wtforms.widgets import HiddenInput

from quiz.actions.answer_question import Given
from quiz.core.questions import Form
from quiz.core.scheduling import Rating

RATINGS = {rating.name.lower(): rating for rating in Rating}


class AnswerForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """One answer. `reps` says which repetition was asked, so that it counts once."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        def get_translations(self, form: object) -> None:
            """Its errors are never shown: don't read catalogues at every answer."""

    question = IntegerField(widget=HiddenInput(), validators=[InputRequired()])
    reps = IntegerField(
        widget=HiddenInput(), validators=[InputRequired(), NumberRange(min=0)]
    )
    shown_as = HiddenField(validators=[AnyOf([form.value for form in Form])])
    answer = StringField()
    unknown = StringField()  # the button "I don't know"

    def given(self, seed: str) -> Given:
        """Return what a valid form says."""
        sent = self.data
        text = "" if sent["unknown"] else sent["answer"] or ""
        return Given(sent["question"], sent["reps"], Form(sent["shown_as"]), text, seed)


class RatingForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    rating = StringField(validators=[AnyOf(list(RATINGS))])

    @property
    def chosen(self) -> Rating:
        return RATINGS[self.data["rating"]]
