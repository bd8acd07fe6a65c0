"""Forms that bring articles and banks to the desk."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, Field, SelectField, StringField, TextAreaField

from quiz.actions.draft_article import LONGEST_TITLE, read_article
from quiz.actions.edit_bank import checked_title
from quiz.core.article import Article
from quiz.core.problems import Problem
from quiz.language import detect_language, languages
from quiz.readers.text_files import read_text
from quiz.web.words import name_language, say


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


class ArticleForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A text, pasted or as a file, with what is known about it."""

    text = TextAreaField(_l("Text"))
    file = FileField(_l("Or a text file"))
    title = StringField(_l("Title"))
    written = DayField(_l("Date of the article"))
    language = SelectField(_l("Language"), default="", validate_choice=False)

    article: Article | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(code, name_language(code)) for code in languages()]
        self.language.choices = [("", _("Find out by itself")), *named]

    def validate(self, extra_validators: Any = None, *, draft: bool = True) -> bool:
        """Check everything; a text that is only kept may be in any language."""
        fine = super().validate(extra_validators)
        source = self.uploaded()
        place = self.file if source else self.text
        try:
            text = self.text.data or ""
            if source:
                text = self.read_file(source)
            elif not text.strip():
                raise Problem("Paste a text or choose a file.")
            self.read(text, source, draft=draft)
        except Problem as problem:
            complain(place, problem)
            return False
        return fine and not self.language.errors and not self.title.errors

    def uploaded(self) -> FileStorage | None:
        file = self.file.data
        return file if isinstance(file, FileStorage) and file.filename else None

    def read_file(self, file: FileStorage) -> str:
        if (self.text.data or "").strip():
            raise Problem("There is a pasted text as well. Keep one of the two.")
        text = read_text(file.read())
        # Shown again if something else is wrong: browsers forget chosen files.
        self.text.data, self.text.raw_data = text, [text]
        return text

    def read(self, text: str, file: FileStorage | None, *, draft: bool) -> None:
        language = self.language.data or detect_language(text)
        source = (file.filename or "")[:LONGEST_TITLE] if file else ""
        article = read_article(
            self.title.data or "", text, language or "und", self.written.data, source
        )
        if draft and language not in languages():
            complain(self.language, no_drafts_in(language))
        self.article = article


def no_drafts_in(language: str) -> Problem:
    supported = ", ".join(name_language(code) for code in languages())
    if not language:
        return Problem(
            "The language of this text could not be found out. Choose it here. "
            "Questions can be drafted from: %(supported)s.",
            supported=supported,
        )
    return Problem(
        "This seems to be %(language)s. Questions can be drafted from: %(supported)s. "
        "Choose the language if that is wrong, or write the questions by hand.",
        language=name_language(language),
        supported=supported,
    )


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
