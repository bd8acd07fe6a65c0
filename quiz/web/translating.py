"""The interface's sentences in the request's language, found with one look.

Flask-Babel works out the request's locale for every sentence: a tenth of a page.
"""

from typing import Any

from flask import Flask, has_request_context
from flask_babel import Babel, Domain

from quiz.web.words import choose_language


class Catalogues(Domain):  # type: ignore[misc]  # flask_babel tells no types
    """Keeps the sentences of each language once they are read."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self.by_language: dict[str, Any] = {}

    def get_translations(self) -> Any:
        if not has_request_context():
            return super().get_translations()
        language = choose_language()
        if language not in self.by_language:
            self.by_language[language] = super().get_translations()
        return self.by_language[language]


def translate_pages(app: Flask) -> None:
    """Let pages and templates speak the language of their request."""
    babel = Babel(app, locale_selector=choose_language)
    babel.domain_instance = found = Catalogues()
    # Set anew, because Flask-Babel's own go the long way.
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # i18n adds it
        gettext=lambda sentence: found.get_translations().ugettext(sentence),
        ngettext=lambda one, many, n: found.get_translations().ungettext(one, many, n),
        newstyle=True,
    )
    app.jinja_env.globals["_"] = app.jinja_env.globals["gettext"]
