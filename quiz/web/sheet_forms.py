"""What a learner wants of a test."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectMultipleField
from wtforms.validators import InputRequired, NumberRange, Optional

from quiz.actions.take_test import MOST_QUESTIONS, Plan
from quiz.core.questions import Form

MOST_MINUTES = 600


class PlanForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    count = IntegerField(
        _l("Number of questions"),
        [
            InputRequired(_l("Give a number.")),
            NumberRange(1, MOST_QUESTIONS, _l("Give a number from 1 to 100.")),
        ],
        default=10,
    )
    minutes = IntegerField(
        _l("Minutes"),
        [Optional(), NumberRange(1, MOST_MINUTES, _l("Give a number from 1 to 600."))],
    )
    topics = SelectMultipleField(_l("Topics"), validate_choice=False)
    forms = SelectMultipleField(_l("Forms"), validate_choice=False)

    def plan(self) -> Plan:
        known = {form.value for form in Form}
        return Plan(
            self.count.data or 1,
            frozenset(self.topics.data or ()),
            frozenset(Form(each) for each in self.forms.data or () if each in known),
            self.minutes.data,
        )
