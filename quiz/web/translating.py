"""The interface's sentences in the request's language, found with one look.

Flask-Babel works out the request's locale for every sentence: a tenth of a page.
"""

from functools import lru_cache
from typing import Any

from babel.support import Translations
from flask import Flask, has_request_context
from flask_babel import Babel, Domain
from markupsafe import Markup

from quiz.web.words import LANGUAGES, choose_language


class Catalogues(Domain):  # type: ignore[misc]  # flask_babel tells no types
    """Keeps the sentences of each language once they are read."""

    def __init__(self) -> None:
        super().__init__()
        self.by_language: dict[str, Any] = {}

    def get_translations(self) -> Any:
        if not has_request_context():
            return super().get_translations()
        return self.in_language(choose_language())

    def in_language(self, language: str) -> Any:
        if language not in self.by_language:
            folder = next(iter(self.translation_directories))
            self.by_language[language] = Translations.load(folder, [language])
        return self.by_language[language]


class Sentences:
    """The sentences of one language, as templates ask for them."""

    def __init__(self, catalogue: Any) -> None:
        self.catalogue = catalogue
        self.fixed = lru_cache(maxsize=4096)(self.without_values)
        self.told = {"_": self.gettext, "gettext": self.gettext, "ngettext": self.ngettext}

    def gettext(self, sentence: str, **values: Any) -> Markup:
        if not values:
            return self.fixed(sentence)
        return Markup(self.catalogue.ugettext(sentence)) % values

    def without_values(self, sentence: str) -> Markup:
        return Markup(self.catalogue.ugettext(sentence)) % {}

    def ngettext(self, one: str, many: str, num: int, **values: Any) -> Markup:
        return Markup(self.catalogue.ungettext(one, many, num)) % {"num": num, **values}


def translate_pages(app: Flask) -> None:
    """Let pages and templates speak the language of their request."""
    babel = Babel(app, locale_selector=choose_language)
    babel.domain_instance = found = Catalogues()

    @lru_cache(maxsize=len(LANGUAGES))
    def sentences(language: str) -> Sentences:
        return Sentences(found.in_language(language))

    def gettext(sentence: str, **values: Any) -> Markup:
        return sentences(choose_language()).gettext(sentence, **values)

    def ngettext(one: str, many: str, num: int, **values: Any) -> Markup:
        return sentences(choose_language()).ngettext(one, many, num, **values)

    # Instead of Flask-Babel's own, which go the long way for each sentence.
    app.jinja_env.globals.update(gettext=gettext, _=gettext, ngettext=ngettext)
    app.context_processor(lambda: sentences(choose_language()).told)
    app.extensions["quiz_sentences"] = sentences
