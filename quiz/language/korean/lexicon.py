"""Terms that the text itself marks: quoted, glossed or in title marks."""

import re
from collections.abc import Callable, Sequence

from quiz.language.korean.glosses import is_hanja, is_latin
from quiz.language.korean.morphology import Sentence

QUOTED = re.compile(r"[‘'「『《〈<]([^‘’'「」『』《》〈〉<>“”\"]{1,30})[’'」』》〉>]")
LAST_WORD = re.compile(r"([가-힣A-Za-z0-9·\-]+)[’'”」』》〉]?$")
MOST_WORDS = 4
PREDICATE_END = re.compile(r"(?:다|요|까|라|자|며|고|는|한|할|된|될)$|[.!?]")
ENDING = re.compile(r"[가-힣](?:이자|이며|인|의|와|과|은|는|을|를|에|에서|로|고|며|한|된)$")
PARTICLE_END = re.compile(r"[가-힣](?:을|를|은|는|에서|에게|으로)$")

Tokens = list[tuple[int, int, str]]


def marked_terms(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the terms that the article quotes or glosses, as single words."""
    found: set[str] = set()
    for sentence in sentences:
        found.update(glossed_terms(sentence))
        found.update(
            term
            for match in QUOTED.finditer(sentence.text)
            for term in [match[1].strip()]
            if is_term(term)
        )
    return frozenset(word for word in found if len(word) >= 2 and not word.isdigit())


def is_term(term: str) -> bool:
    """Tell a quoted name from a quoted sentence."""
    pieces = term.split()
    return (
        1 <= len(pieces) <= MOST_WORDS
        and not PREDICATE_END.search(pieces[-1])
        and not any(PARTICLE_END.search(piece) for piece in pieces)
    )


def glossed_terms(sentence: Sentence) -> list[str]:
    """Return the word before each hanja or Latin gloss: 장융(张勇) -> 장융."""
    terms = []
    for gloss in sentence.glosses:
        if several := words_glossed(sentence.text[: gloss.at], gloss.text):
            terms.append(several)
        word = LAST_WORD.search(sentence.text[: gloss.at])
        if word and (is_hanja(gloss.text) or is_latin(gloss.text.split(",")[0])):
            term = word[1]
            if is_hanja(gloss.text) and len(gloss.text) < len(term) - 2:
                continue
            if not PARTICLE_END.search(term):
                terms.append(term)
    return terms


def is_free(word: str) -> bool:
    """Tell whether the word has no particle or ending: it may begin a name."""
    return bool(word) and not ENDING.search(word)


def words_glossed(before: str, gloss: str) -> str:
    """Return the last words that a Latin gloss spells: 알리바바 클라우드(Alibaba Cloud)."""
    before = before.rstrip("’'”」』》〉")
    for text in (piece.strip() for piece in gloss.split(",")):
        count = len(text.split())
        if not is_latin(text) or not 2 <= count <= MOST_WORDS or text.isupper():
            continue
        words = re.split(r"[\s‘'“「『《〈]", before)[-count:]
        if len(words) == count and words[-1] and all(map(is_free, words[:-1])):
            return " ".join(words)
    return ""


def pretokenizer(terms: frozenset[str]) -> Callable[[str], Tokens] | None:
    """Return what tells Kiwi where the terms stand in a text."""
    if not terms:
        return None
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    pattern = re.compile(
        r"(?<![가-힣A-Za-z0-9])(?:" + "|".join(map(re.escape, longest_first)) + ")"
    )

    def tokens(text: str) -> Tokens:
        return [(m.start(), m.end(), "NNP") for m in pattern.finditer(text)]

    return tokens
