"""The interface's language, and the inner layers' sentences in it."""

from flask import request, session
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from quiz.core.problems import Problem

LANGUAGES = {"ko": "한국어", "en": "English"}
KIND_NAMES = {
    "": _l("written by hand"),
}


def choose_language() -> str:
    """Return the language that the person chose, else the browser's, else English."""
    chosen: str | None = session.get("language")
    if chosen in LANGUAGES:
        return chosen
    return request.accept_languages.best_match(list(LANGUAGES)) or "en"


def say(problem: Problem) -> str:
    """Return the problem's sentence in the person's language."""
    return say_sentence(problem.sentence, problem.values)


def say_sentence(sentence: str, values: dict[str, object]) -> str:
    text: str = gettext(sentence)
    return text % values if values else text
