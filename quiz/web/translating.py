"""The interface's sentences in the request's language, found with one look.

Flask-Babel works out the request's locale for every sentence: a tenth of a page.
"""

from functools import lru_cache
from typing import Any

from babel.support import Translations
from flask import Flask, has_request_context
from flask_babel import Babel, Domain
from markupsafe import Markup

from quiz.web.words import choose_language


class Catalogues(Domain):  # type: ignore[misc]  # flask_babel tells no types
    """Keeps the sentences of each language once they are read."""

    def __init__(self) -> None:
        super().__init__()
        self.by_language: dict[str, Any] = {}

    def get_translations(self) -> Any:
        if not has_request_context():
            return super().get_translations()
        language = choose_language()
        if language not in self.by_language:
            folder = next(iter(self.translation_directories))
            self.by_language[language] = Translations.load(folder, [language])
        return self.by_language[language]


def translate_pages(app: Flask) -> None:
    """Let pages and templates speak the language of their request."""
    babel = Babel(app, locale_selector=choose_language)
    babel.domain_instance = found = Catalogues()

    @lru_cache(maxsize=4096)
    def fixed(_language: str, sentence: str) -> Markup:
        return Markup(found.get_translations().ugettext(sentence))

    def gettext(sentence: str, **values: Any) -> Markup:
        return fixed(choose_language(), sentence) % values

    def ngettext(one: str, many: str, num: int, **values: Any) -> Markup:
        text = Markup(found.get_translations().ungettext(one, many, num))
        return text % {"num": num, **values}

    # Instead of Flask-Babel's own, which go the long way for each sentence.
    app.jinja_env.globals.update(gettext=gettext, _=gettext, ngettext=ngettext)
