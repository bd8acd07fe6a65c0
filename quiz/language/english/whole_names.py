"""Names with what belongs to them: 'Dover, Kent', 'A Winter at the North Cape'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.language.english.analyser import Sentence
from quiz.language.english.wordlists import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

REGION = re.compile(
    r", (?P<region>[A-Z][\w.]+(?: [A-Z][\w.]+){0,2})"
    r"(?=$|[.;:)]|,(?! (?:and|or) [A-Z]| [A-Z][\w ]*,? (?:and|or)\b)|"
    r" (?:on|in|at|to|by|for|from|when|where|with|after|before|until) )"
)
PLACES = {Kind.CITY, Kind.PLACE}
SITES = {"GPE", "LOC"}
SAID = {"nsubj", "nsubjpass", "dobj"}
LINKS = {"of", "at", "the", "to", "in", "on", "for"}
OPENING = {"A", "An", "The", "On", "Of", "To", "From"}
LONGEST_LINK = 2  # words between two big ones: 'at the'


def end_with_region(sentence: Sentence, head: Token, end: int, kind: Kind) -> int:
    """Return where 'Dover, Kent' ends, of which 'Dover' ends at `end`.

    A gap for the second half alone is guessed, one for the first half leaves it behind.
    """
    if kind not in PLACES and head.ent_type_ not in SITES:
        return end
    after = REGION.match(sentence.text, end)
    if after is None:
        return end
    told = [t for t in sentence.doc if after.start("region") <= t.idx < after.end()]
    local = all(t.ent_type_ != "PERSON" and t.dep_ not in SAID for t in told)
    listed = any(t.dep_ == "conj" for t in told)
    return after.end() if local and not listed else end


def work_at(first: Token, last: Token) -> tuple[Token, Token] | None:
    """Return the first and last word of the title of a work that the name is part of.

    Its article is written big inside a sentence: 'her memoir, A Winter at the Cape'.
    """
    start = first
    while start.i > 1 and start.text not in OPENING:
        before = start.nbor(-1)
        if not (before.text[:1].isupper() or before.text in LINKS):
            return None
        start = before
    if (
        start.i < 1
        or start.text not in OPENING
        or start.nbor(-1).text in {":", ".", '"', "“"}
    ):
        return None
    end = last
    while (further := next_big(end)) is not None:
        end = further
    return None if start.nbor(1).i == end.i == last.i else (start, end)


def next_big(token: Token) -> Token | None:
    """Return the next word written big, past 'at the'."""
    doc = token.doc
    for place in range(token.i + 1, min(token.i + 2 + LONGEST_LINK, len(doc))):
        found: Token = doc[place]
        if found.text[:1].isupper():
            return found
        if found.text not in LINKS:
            return None
    return None
