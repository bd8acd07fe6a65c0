"""The group that a word belongs to, by the words that Kiwi's model finds near it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from quiz.language.korean.analyser import kiwi
from quiz.language.korean.peers import Group, groups, groups_by_member

NEAR, ENOUGH, LEAD = 24, 4, 1.4
SEEN_OFTEN = 0.8
TAGS = ("NNG", "NNP")


@dataclass(frozen=True, slots=True)
class Related:
    """Words near a word, and the group that most of them belong to, if any."""

    words: tuple[str, ...] = ()
    group: Group | None = None
    sure: bool = False  # the model saw the word often enough to know it


@lru_cache(maxsize=4096)
def related(word: str) -> Related:
    """Return what is near `word`; nothing where it is unknown or has several senses."""
    found = [near for tag in TAGS if (near := neighbours(word, tag))]
    if len(found) != 1:
        return Related(sure=len(found) > 1)
    words = tuple(form for form, _ in found[0])
    return Related(words, voted(words), found[0][0][1] < SEEN_OFTEN)


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


def voted(near: Iterable[str]) -> Group | None:
    """Return the group of many of the near words, if no other has nearly as many."""
    votes: Counter[str] = Counter()
    for word in near:
        for kind in kinds_of(word):
            votes[kind] += 1
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < ENOUGH:
        return None
    if len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]:
        return None
    return next(group for group in groups() if group.kind == ranked[0][0])


def kinds_of(word: str) -> frozenset[str]:
    """Return the kinds of the groups that `word`, or a name that ends in it, is in."""
    return by_last_word().get(word, frozenset())


@lru_cache(maxsize=1)
def by_last_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for member, several in groups_by_member().items():
        for key in {member, member.split()[-1]}:
            if len(key) > 1 or " " not in member:
                found.setdefault(key, set()).update(group.kind for group in several)
    return {word: frozenset(kinds) for word, kinds in found.items()}
