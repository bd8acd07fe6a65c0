"""Forms that bring texts in, and in which a text's title, day and words are corrected."""

from collections.abc import Sequence
from typing import Any

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import FileStorage
from wtforms import Form, MultipleFileField, SelectField, StringField, TextAreaField

from quiz.actions.bring_sources import Linked, Material, Pasted, Uploaded
from quiz.actions.draft_article import read_article
from quiz.core.article import Article
from quiz.core.problems import Problem
from quiz.language import detect_language, languages
from quiz.readers.found_text import found_text
from quiz.readers.public_addresses import read_address
from quiz.readers.source_files import check_size
from quiz.web.desk_forms import DayField, complain
from quiz.web.words import name_language

LONGEST_NAME = 200


class BringForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A pasted text, files and web addresses; whatever is there is brought."""

    text = TextAreaField(_l("Text"))
    files = MultipleFileField(_l("Files"))
    addresses = TextAreaField(_l("Web addresses"))

    def materials(self) -> list[Material]:
        """Return what was given; empty where it is nothing, or something is wrong."""
        found = [*self.pasted(), *self.linked(), *self.uploaded()]
        if not found and not self.errors_found():
            complain(
                self.text, Problem("Paste a text, choose a file or give a web address.")
            )
        return [] if self.errors_found() else found

    def errors_found(self) -> bool:
        return bool(self.text.errors or self.files.errors or self.addresses.errors)

    def pasted(self) -> list[Material]:
        text = self.text.data or ""
        if not text.strip():
            return []
        try:
            found_text(text)
        except Problem as problem:
            complain(self.text, problem)
        return [Pasted(text)]

    def linked(self) -> list[Material]:
        private = bool(current_app.config["PRIVATE_ADDRESSES"])
        found: list[Material] = []
        for line in (self.addresses.data or "").split():
            try:
                read_address(line, any_port=private)
            except Problem as problem:
                complain(self.addresses, problem)
            found.append(Linked(line, private))
        return found

    def uploaded(self) -> list[Material]:
        found: list[Material] = []
        for file in self.files.data or ():
            if not isinstance(file, FileStorage) or not file.filename:
                continue
            content = file.read()
            try:
                check_size(len(content))
            except Problem as problem:
                complain(self.files, problem)
            found.append(Uploaded(file.filename[-LONGEST_NAME:], content))
        return found


class TextForm(Form):
    """One text with what is known about it; a prefix tells several on a page apart."""

    title = StringField(_l("Title"))
    written = DayField(_l("Date of the article"))
    language = SelectField(_l("Language"), validate_choice=False)
    source = StringField(_l("Source"))
    text = TextAreaField(_l("Text"))

    article: Article | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [*languages(), *{self.language.data or ""} - {"", *languages()}]
        named = [(code, name_language(code)) for code in known]
        self.language.choices = [("", _("Find out by itself")), *named]

    def validate(self, extra_validators: Any = None, *, draft: bool = True) -> bool:
        """Check everything; a text that is only kept may be in any language."""
        fine = bool(super().validate(extra_validators))
        text = self.text.data or ""
        language = self.language.data or detect_language(text)
        try:
            self.article = read_article(
                self.title.data or "",
                text,
                language or "und",
                self.written.data,
                " ".join((self.source.data or "").split())[:LONGEST_NAME],
            )
        except Problem as problem:
            complain(self.text, problem)
            return False
        if draft and language not in languages():
            complain(self.language, no_drafts_in(language))
            return False
        return fine


def no_drafts_in(language: str) -> Problem:
    supported = ", ".join(name_language(code) for code in languages())
    if not language or language == "und":
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


def articles_of(forms: Sequence[TextForm]) -> list[Article]:
    return [form.article for form in forms if form.article]
