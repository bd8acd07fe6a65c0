"""Words that Kiwi's model finds near a word: they tell which of its senses is known."""

from dataclasses import dataclass
from functools import lru_cache

from quiz.language.korean.analyser import kiwi

NEAR, ENOUGH = 24, 4
SEEN_OFTEN = 0.8
TAGS = ("NNG", "NNP")


@dataclass(frozen=True, slots=True)
class Related:
    """Words near a word, the nearest first."""

    words: tuple[str, ...] = ()
    sure: bool = False  # the model saw the word often enough to know it


@lru_cache(maxsize=4096)
def related(word: str) -> Related:
    """Return what is near `word`; nothing where it is unknown or has several senses."""
    found = [near for tag in TAGS if (near := neighbours(word, tag))]
    if len(found) != 1:
        return Related(sure=len(found) > 1)
    words = tuple(form for form, _ in found[0])
    return Related(words, found[0][0][1] < SEEN_OFTEN)


def is_known(word: str) -> bool:
    """Tell whether Kiwi's own vocabulary has the word: a sign of being well known."""
    return any(neighbours(word, tag) for tag in TAGS)


def is_common(word: str) -> bool:
    """Tell whether Kiwi has the word as a common noun: 송신기 is no person."""
    return bool(neighbours(word, "NNG"))


@lru_cache(maxsize=4096)
def neighbours(word: str, tag: str) -> tuple[tuple[str, float], ...]:
    """Return near nouns with their likeness, 0 to 1; all are near to a rare word."""
    try:
        found = kiwi().most_similar_morphemes((word, tag), top_n=NEAR)
    except ValueError:
        return ()
    near = tuple((n.form, n.score) for n in found if n.tag in TAGS and n.form)
    return near if len(near) >= ENOUGH else ()  # the model has no place for some words
