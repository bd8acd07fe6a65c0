"""What a learner says about practising: settings, an exam's day, a report."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms.validators import AnyOf, InputRequired, NumberRange, Optional

from quiz.actions.report_question import Reason
from quiz.core.learner import Settings
from quiz.core.workload import RETENTIONS
from quiz.web.words import REASON_NAMES

MOST_A_DAY = 9999


def whole(label: Any, *, may_be_empty: bool = False) -> IntegerField:
    least = NumberRange(0, MOST_A_DAY, _l("Give a whole number from 0 to 9999."))
    given = Optional() if may_be_empty else InputRequired(_l("Give a number."))
    return IntegerField(label, validators=[given, least])


class SettingsForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    new_a_day = whole(_l("New questions a day"))
    reviews_a_day = whole(_l("Most reviews a day"), may_be_empty=True)
    pause_new_at = whole(_l("No new questions from"), may_be_empty=True)
    retention = RadioField(_l("How much should stay?"), coerce=float, validate_choice=False)
    mixes_topics = BooleanField(_l("Mix the topics of what is due"))
    buries_siblings = BooleanField(_l("Questions of one sentence on different days"))
    four_buttons = BooleanField(_l("Four buttons instead of two"))

    def settings(self) -> Settings:
        given = float(self.retention.data or Settings().retention)
        return Settings(
            new_a_day=self.new_a_day.data or 0,
            reviews_a_day=self.reviews_a_day.data,
            pause_new_at=self.pause_new_at.data,
            retention=min(max(given, RETENTIONS[0]), RETENTIONS[-1]),
            four_buttons=self.four_buttons.data,
            mixes_topics=self.mixes_topics.data,
            buries_siblings=self.buries_siblings.data,
        )


class ExamForm(FlaskForm):  # type: ignore[misc]
    day = DateField(_l("Day of the exam"), validators=[Optional()])


class ReportForm(FlaskForm):  # type: ignore[misc]
    reason = StringField(
        _l("What is wrong?"), [AnyOf(list(REASON_NAMES))], default=Reason.WRONG.value
    )
    word = TextAreaField(_l("In a word"))
