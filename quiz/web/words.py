"""The interface's language, and the inner layers' sentences in it."""

from functools import lru_cache

from babel import Locale
from flask import request, session
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from quiz.core.problems import Problem
from quiz.core.questions import Answer, AnswerKind

LANGUAGES = {"ko": "한국어", "en": "English"}
CHOSEN = "quiz.language"  # where a request keeps its language
# What a question asks for, by the drafting's name of it.
KIND_NAMES = {
    "": _l("written by hand"),
    "abbreviation": _l("abbreviation"),
    "age": _l("age"),
    "age-limit": _l("age limit"),
    "agent": _l("who did it"),
    "cause": _l("cause"),
    "comparison": _l("comparison"),
    "condition": _l("condition"),
    "date": _l("date"),
    "deed": _l("what was done"),
    "definition": _l("definition"),
    "ending": _l("end of a quotation"),
    "event": _l("event"),
    "explanation": _l("explanation"),
    "founder": _l("founder"),
    "fraction": _l("share of a whole"),
    "frequency": _l("frequency"),
    "gap": _l("telling words"),
    "identity": _l("what it is"),
    "item-condition": _l("condition of a notice"),
    "item-figure": _l("figure of a notice"),
    "item-list": _l("list of a notice"),
    "item-time": _l("day or time of a notice"),
    "item-value": _l("entry of a notice"),
    "kin": _l("family"),
    "list": _l("list"),
    "maker": _l("maker"),
    "meaning": _l("meaning"),
    "measure": _l("measure"),
    "membership": _l("membership"),
    "money": _l("sum of money"),
    "name": _l("name"),
    "name-meaning": _l("meaning of a name"),
    "naming": _l("naming"),
    "nickname": _l("nickname"),
    "object": _l("what was affected"),
    "occupation": _l("occupation"),
    "office": _l("office"),
    "participant": _l("who took part"),
    "percentage": _l("percentage"),
    "place": _l("place"),
    "prize-money": _l("prize money"),
    "purpose": _l("purpose"),
    "quantity": _l("quantity"),
    "quotation": _l("quotation"),
    "record": _l("record"),
    "relative": _l("description"),
    "report": _l("what was reported"),
    "role": _l("role"),
    "role-holder": _l("role"),
    "score": _l("score"),
    "term": _l("term"),
    "use": _l("use"),
}
STATUS_NAMES = {
    "draft": _l("Draft"),
    "approved": _l("Approved"),
    "retired": _l("Retired"),
}
FORM_NAMES = {
    "true/false": _l("True/false"),
    "choice": _l("Choice"),
    "several": _l("Several right options"),
    "match": _l("Pairs"),
    "order": _l("Order"),
    "cloze": _l("Cloze"),
    "typed": _l("Typed"),
    "card": _l("Card"),
}
ANSWER_KIND_NAMES = {
    "words": _l("Words"),
    "number": _l("Number"),
    "date": _l("Date"),
    "list": _l("List, in any order"),
    "order": _l("Steps in order"),
    "pairs": _l("Pairs"),
    "truth": _l("True or false"),
}
REASON_NAMES = {
    "wrong": _l("The answer is wrong"),
    "unclear": _l("The question is unclear"),
    "typo": _l("There is a typing error"),
    "other": _l("Something else"),
}
TRUTH_NAMES = {"true": _l("True"), "false": _l("False")}


def choose_language() -> str:
    """Return the language that the person chose, else the browser's, else English."""
    kept = request.environ  # for each sentence of a page asks
    if CHOSEN not in kept:
        accepted = request.headers.get("Accept-Language", "")
        chosen: str | None = session.get("language")
        kept[CHOSEN] = chosen if chosen in LANGUAGES else best_language(accepted)
    language: str = kept[CHOSEN]
    return language


@lru_cache(maxsize=1024)
def best_language(accepted: str) -> str:
    """Return the language that suits an Accept-Language header best, else English."""
    languages = parse_accept_header(accepted, LanguageAccept)
    return languages.best_match(list(LANGUAGES)) or "en"


def say(problem: Problem) -> str:
    """Return the problem's sentence in the person's language."""
    return say_sentence(problem.sentence, problem.values)


def say_sentence(sentence: str, values: dict[str, object]) -> str:
    text: str = gettext(sentence)
    return text % values if values else text


def name_kind(kind: str) -> str:
    """Return what a teacher calls a kind of fact; one without a name shows as it is."""
    return str(KIND_NAMES.get(kind, kind))


def name_language(code: str) -> str:
    """Return the name of a language in the person's language."""
    name = Locale.parse(choose_language()).languages.get(code)
    return str(name or code)


def name_answer(answer: Answer) -> str:
    """Return the answer as it is shown; truth in the person's language."""
    if answer.kind is AnswerKind.TRUTH:
        return str(TRUTH_NAMES.get(answer.shown, answer.shown))
    return answer.shown
