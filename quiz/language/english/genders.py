"""He or she: what a given name, a word of kinship or the whole article tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quiz.language.english.analyser import Sentence
from quiz.language.english.given_names import MEN, WOMEN
from quiz.language.english.names import Names, name_spans, noun_kind, text_of
from quiz.language.english.wordlists import Kind, words

HE, SHE = "he", "she"
PRONOUNS = {"he": HE, "him": HE, "his": HE, "she": SHE, "her": SHE, "hers": SHE}
MOSTLY = 3  # times as many pronouns of one kind as of the other
HIS_WORDS = words(
    """
brother father son husband uncle grandfather nephew king prince duke lord Mr Mr. Sir King
Prince Emperor Lord Pope brothers businessman grandson stepfather
"""
)
HER_WORDS = words(
    """
sister mother daughter wife aunt grandmother niece queen princess duchess lady Mrs Mrs. Ms
Ms. Miss Dame Queen Princess Empress Lady businesswoman granddaughter stepmother actress
"""
)


def read_genders(sentences: Sequence[Sentence], names: Names, topic: str) -> dict[str, str]:
    """Return he or she for each person of whom the article tells which."""
    found: dict[str, str] = {}
    for sentence in sentences:
        for first, last in name_spans(sentence):
            name = names.whole(text_of(sentence, first, last))
            if names.kind(name) is Kind.PERSON and (told := told_beside(sentence, first)):
                found.setdefault(name, told)
    if names.kind(topic) is Kind.PERSON and (told := told_by_pronouns(sentences)):
        found[topic] = told
    return found


def genders_of_animals(sentences: Sequence[Sentence]) -> set[str]:
    """Return 'she' where a whale is told to be 'a female about two years old'."""
    return {
        HE if token.lower_ == "male" else SHE
        for sentence in sentences
        for token in sentence.doc
        if token.lower_ in {"male", "female"}
        and token.dep_ in {"appos", "attr"}
        and noun_kind(token.head.lemma_) is not Kind.PERSON
        and token.head.ent_type_ != "PERSON"
        and token.left_edge.lower_ == "a"
    }


def told_beside(sentence: Sentence, first: int) -> str:
    """Return what the word before a name tells: 'her brother Joseph', 'Mrs Hill'."""
    before = [t.text for t in sentence.doc[max(0, first - 2) : first] if t.text != ","]
    if not before:
        return ""
    return HE if before[-1] in HIS_WORDS else SHE if before[-1] in HER_WORDS else ""


def told_by_pronouns(sentences: Sequence[Sentence]) -> str:
    """Return the gender of whom a whole article is about."""
    counts = Counter(
        PRONOUNS[t.lower_]
        for s in sentences
        for t in s.doc
        if t.lower_ in PRONOUNS and t.i not in s.speech
    )
    for one, other in ((HE, SHE), (SHE, HE)):
        if counts[one] >= MOSTLY * max(1, counts[other]):
            return one
    return ""


def gender_of(name: str, told: dict[str, str]) -> str:
    """Return he or she, "" where nothing tells."""
    if name in told:
        return told[name]
    given = name.split()[0] if name else ""
    return HE if given in MEN else SHE if given in WOMEN else ""
