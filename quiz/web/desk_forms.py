"""Forms that bring bank files to the desk, and name a bank."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, Field, StringField

from quiz.actions.edit_bank import checked_title
from quiz.core.problems import Problem
from quiz.web.words import say


def complain(field: Field, problem: Problem) -> None:
    """Show a reason of the inner layers beside a field."""
    said = say(problem)
    if said not in field.errors:
        field.errors = [*field.errors, said]


class DayField(StringField):
    """A day as browsers send it; what can't be read stays in the field."""

    data: Any  # a date or None, where WTForms has the typed text

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return self.data.isoformat() if self.data else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        text = valuelist[0].strip() if valuelist else ""
        self.data = None
        try:
            self.data = date.fromisoformat(text) if text else None
        except ValueError:
            raise ValueError(_("Write the day like this: 2026-03-01.")) from None


class BankFileForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    file = FileField(_l("Bank file"))

    def content(self) -> bytes:
        """Return the chosen file's content.

        Raises:
            Problem: none was chosen.
        """
        file = self.file.data
        if not isinstance(file, FileStorage) or not file.filename:
            raise Problem("Choose a file first.")
        return bytes(file.read())


class BankForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    title = StringField(_l("Title"))
    is_public = BooleanField(_l("Show it to every visitor"))

    def validate(self, extra_validators: Any = None) -> bool:
        fine = bool(super().validate(extra_validators))
        try:
            checked_title(self.title.data or "")
        except Problem as problem:
            complain(self.title, problem)
            return False
        return fine
