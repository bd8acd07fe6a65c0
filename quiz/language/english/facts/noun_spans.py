"""Noun phrases that can be a gap as a whole: 'rising costs of production'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quiz.language.english.candidates import Reading
from quiz.language.english.wordlists import TIME_UNITS, UNITS, VAGUE, words

if TYPE_CHECKING:
    from spacy.tokens import Token

ROLES = {"dobj", "attr", "oprd", "pobj", "nsubj", "nsubjpass", "appos", "conj"}
FEWEST, MOST = 2, 6  # words
NOUNS = {"NN", "NNS", "NNP", "NNPS"}
INSIDE = {*NOUNS, "JJ", "VBG", "VBN", "DT", "IN", "HYPH", "CC"}
# Of 'the shores of the Baltic' only the Baltic is told.
SHELLS = words(
    """
side sides edge edges start end corner island islands shore shores coast city town
village bank banks top bottom middle centre center rest series set pair group amount
level cost costs price receipt plan plans pressure sort range eruption geography good
thousand thousands hundred hundreds million millions dozen dozens majority area areas
lid front surface border member members name names day days use case cases lack loss
study presence need reach weight shape list east west south north engines remains help
piece drop molecule colour color canals summit corner conversion jobs sales fines
"""
)
UNSURE = words(
    """
single enough little average typical major large small great long short big good bad early
late possible real true full general total original surrounding nearest upper lower inner
outer main similar dry wet empty heavy ordinary uneasy excellent annual
"""
)
# What such a phrase counts or points to, no one can fill in.
OPENING = words("a an the both only just mainly")
POINTING = words(
    """
this that these those such same other another former latter some any no every each all
many much most more less few several various certain own its his her their my our your
first second third last next new old main whole rest part number lot kind sort type way
"""
)
LINKS = {"of", "for", "against", "between"}


def noun_phrases(reading: Reading) -> Iterator[tuple[Token, Token, Token]]:
    """Yield the first and the last word and the head of each phrase that tells enough."""
    for noun in reading.sentence.doc:
        if noun.tag_ not in {"NN", "NNS"} or noun.dep_ not in ROLES:
            continue
        if noun.lower_ in UNITS | TIME_UNITS | VAGUE | POINTING or noun.ent_type_ == "DATE":
            continue
        found = phrase_of(noun)
        if found is not None and is_whole(*found, reading):
            yield found[0], found[1], noun


def phrase_of(noun: Token) -> tuple[Token, Token] | None:
    """Return where 'the direct exchange of goods and services' begins and ends."""
    doc = noun.doc
    first = next((doc[n] for n in range(noun.left_edge.i, noun.i + 1)), noun)
    while first.i < noun.i and (first.lower_ in OPENING or first.is_punct):
        first = first.nbor(1)
    last = noun
    for child in noun.children:
        if child.i == last.i + 1 and child.dep_ == "prep" and child.lower_ in LINKS:
            last = child.right_edge
    while last.is_punct:
        last = last.nbor(-1)
    return (first, last) if FEWEST <= last.i - first.i + 1 <= MOST else None


def is_whole(first: Token, last: Token, reading: Reading) -> bool:
    """Tell a phrase of plain words, of which nothing is cut off or points elsewhere."""
    doc, setting = first.doc, reading.setting
    inside = list(doc[first.i : last.i + 1])
    if any(t.tag_ not in INSIDE or t.lower_ in POINTING or t.like_num for t in inside):
        return False
    if any(letter.isdigit() for t in inside for letter in t.text):
        return False
    if any(t.i in reading.sentence.speech or t.i in setting.unclear for t in inside):
        return False
    if any(t.i in setting.said or t.i in setting.named for t in inside):
        return False
    if last.tag_ not in NOUNS or first.tag_ in {"IN", "CC", "POS", "HYPH"}:
        return False
    before = first.nbor(-1) if first.i else first
    if before.text in {"-", "–"} or before.tag_ in {"CD", "POS", "PRP$", "JJ", "NNP"}:
        return False
    after = doc[last.i + 1] if last.i + 1 < len(doc) else last
    if after.tag_ in {*NOUNS, "POS", "HYPH", "CD"} or after.lower_ in {"of", "and", "or"}:
        return False
    return tells_enough(first, last, inside)


def tells_enough(first: Token, last: Token, inside: list[Token]) -> bool:
    """Tell 'a relay of cannon' and 'a Swiss engineer' from 'the far side of the Moon'."""
    link = next((t for t in inside if t.tag_ == "IN"), None)
    if link is not None:
        return link.head.lower_ not in SHELLS and first.lower_ not in UNSURE
    if any(t.lower_ in UNSURE for t in inside) or last.lower_ in SHELLS:
        return False
    named = first.text[:1].isupper() and first.i > 0 and first.tag_ == "JJ"
    if any(t.tag_ == "CC" for t in inside) and last.i == first.i + 3:
        return False  # 'thick and traps gas'
    return len(inside) > FEWEST or named or first.tag_ in {"VBG", "VBN"}
