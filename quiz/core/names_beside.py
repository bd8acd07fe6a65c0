"""A Latin name that the evidence gives in another script too: Jin Yong (金庸)."""

import re
from collections.abc import Iterable

from quiz.core.questions import Question, plain

GLOSS = re.compile(r"\s?[(（]([^()（）]{1,80})[)）]")
BETWEEN = re.compile(r"[,;，；、/]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def with_glosses(texts: Iterable[str], question: Question) -> tuple[str, ...]:
    """Return `texts` and, of each, the names in brackets behind it in the evidence.

    Brackets without another script hold no name but a remark. What stands in the prompt
    is no answer.
    """
    known = tuple(texts)
    found = [gloss for text in known for gloss in glosses_of(text, question)]
    return tuple(dict.fromkeys((*known, *found)))


def glosses_of(text: str, question: Question) -> list[str]:
    quote = question.evidence.quote if question.evidence else ""
    if "(" not in quote and "（" not in quote:
        return []
    if not LATIN.search(text) or EASTERN.search(text):
        return []
    at = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", quote, re.IGNORECASE)
    gloss = GLOSS.match(quote, at.end()) if at else None
    if gloss is None or not EASTERN.search(gloss[1]):
        return []
    names = (name.strip() for name in BETWEEN.split(gloss[1]))
    told = plain(question.prompt)
    return [name for name in names if plain(name) and plain(name) not in told]
