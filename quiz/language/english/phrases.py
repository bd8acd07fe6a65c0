"""The phrases of a sentence: their words, without asides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.language.english.inflection import SPELLED_OUT

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
LOOSE = {
    "relcl",
    "acl",
    "appos",
    "advcl",
    "parataxis",
    "advmod",
    "prep",
    "npadvmod",
    "amod",
}
ADVERBIAL = {"prep", "npadvmod", "advmod", "advcl"}
NOUNS = {"NN", "NNS", "NNP", "NNPS"}
SCALES = {"m", "bn", "tn", "k", "p", "km", "kg", "cm", "m."}


# What stands before a number and is no part of it.
ABOUT = re.compile(
    r"^(?:about|some|around|nearly|almost|roughly|approximately|only|more than|over|"
    r"at least|less than|up to|fewer than|just|just over|a little over|as many as|"
    r"perhaps) ",
    re.IGNORECASE,
)
# Prepositions of places, after which no person is named that 'she' goes on to mean.
PLACING = {"in", "at", "near", "into", "across", "throughout"}
GOING = {"move", "go", "travel", "sail", "return", "emigrate", "walk", "flee", "ride",
         "fly", "drive"}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A part of a clause: its words are indices into the sentence, in order.

    `front` stood before the subject; `loose` is set off by commas.
    """

    role: str
    head: Token
    words: tuple[int, ...]
    front: bool = False
    loose: bool = False


def piece_of(role: str, head: Token, verb: Token) -> Piece:
    words = words_of(head)
    edge = head.left_edge.i
    loose = edge > 0 and head.doc[edge - 1].text in {",", "–", "—", "-"}
    front = head.i < verb.i and role in ADVERBIAL
    return Piece(role, head, tuple(words), front, loose)


def words_of(head: Token) -> list[int]:
    """Return the words of a phrase, without asides that commas set off."""
    skipped: set[int] = set()
    for token in head.subtree:
        if token.i in skipped or token.i == head.i:
            continue
        if is_aside(token):
            skipped |= {t.i for t in token.subtree}
    return trimmed(head, [t.i for t in head.subtree if t.i not in skipped])


def is_aside(token: Token) -> bool:
    if token.dep_ == "conj" and is_told_apart(token):
        return True
    if token.dep_ == "conj":
        return token.pos_ in {"VERB", "AUX"} and token.head.pos_ not in {"VERB", "AUX"}
    if token.dep_ not in LOOSE or token.i < token.head.i:
        return False
    edge = token.left_edge.i
    before = token.doc[edge - 1].text if edge else ""
    return before in {",", "–", "—"} and not is_in_list(token)


def is_told_apart(token: Token) -> bool:
    """Tell the names of 'two ports, Shimoda and Hakodate,' read as a list with them."""
    counted = any(t.dep_ == "nummod" for t in token.head.children)
    edge = token.left_edge.i
    return (
        counted
        and token.head.tag_ == "NNS"
        and token.tag_ == "NNP"
        and edge > 0
        and token.doc[edge - 1].text == ","
    )


def is_in_list(token: Token) -> bool:
    """Tell an apposition from a list's member that was read as one: A, B and C."""
    return (
        token.dep_ == "appos"
        and any(t.dep_ == "cc" and t.lower_ == "and" for t in token.children)
        and token.head.tag_ in {"NNP", "NNPS"}
        and token.tag_ in {"NNP", "NNPS"}
    )


def trimmed(head: Token, words: Iterable[int]) -> list[int]:
    """Drop commas and joining words that are left at the ends or before a gap."""
    kept = sorted(words)
    doc = head.doc
    while kept and (
        doc[kept[-1]].text in {",", "–", "—", ";", ":", "."} or is_loose_end(doc[kept[-1]])
    ):
        kept.pop()
    while kept and (doc[kept[0]].text in {",", "–", "—"} or doc[kept[0]].dep_ == "cc"):
        kept.pop(0)
    return [
        n
        for place, n in enumerate(kept)
        if doc[n].text != "," or (place + 1 < len(kept) and kept[place + 1] == n + 1)
    ]


def is_loose_end(token: Token) -> bool:
    return token.dep_ == "cc" and token.i == token.head.right_edge.i


def own_subject(verb: Token) -> Token | None:
    """Return the verb's subject: the name in 'the Dutch physicist Ada Marsh became'."""
    found = [t for t in verb.children if t.dep_ in SUBJECTS - {"expl"}]
    pronoun = next((t for t in found[1:] if t.tag_ == "PRP"), None)
    if pronoun is not None or len(found) < 2:
        return pronoun or (found[0] if found else None)
    named = found[1].left_edge.i == found[0].i + 1 and found[0].tag_ in NOUNS
    return found[1] if named and found[1].tag_ in {"NNP", "NNPS"} else found[0]


def without_explained(pieces: list[Piece]) -> list[Piece]:
    """Drop the tube of 'enter the cochlea, a coiled tube', read as another object."""
    objects = [p for p in pieces if p.role == "dobj"]
    if len(objects) < 2 or objects[0].loose or not objects[1].loose:
        return pieces
    explains = objects[1].head.left_edge.lower_ in {"a", "an"}
    return [p for p in pieces if p is not objects[1]] if explains else pieces


def is_joined(noun: Token) -> bool:
    return any(t.dep_ == "conj" for t in noun.children)


def spelled_out(token: Token) -> str:
    if token.text in {"'s", "’s"}:
        return "has" if token.lemma_ == "have" else "is"
    if token.text in {"'d", "’d"}:
        return "had" if token.lemma_ == "have" else "would"
    text = SPELLED_OUT.get(token.lower_, token.text)
    return text.lower() if token.i == 0 else text


def noun_piece(noun: Token, without: Token) -> Piece:
    """Return the noun that a clause describes, without what describes it."""
    named = named_by(noun)
    if named is not None:
        words = [n for n in words_of(named) if n < without.left_edge.i]
        return Piece("subject", named, tuple(trimmed(named, words)))
    skipped = {t.i for t in without.subtree}
    kept = [n for n in words_of(noun) if n not in skipped and n < without.left_edge.i]
    return Piece("subject", noun, tuple(trimmed(noun, kept)))


def named_by(noun: Token) -> Token | None:
    """Return what the noun tells of: 'White, an engineer who', 'It is a gas that'."""
    if noun.dep_ == "appos" and noun.head.tag_ in {"NNP", "NNPS"} and noun.i > noun.head.i:
        named = whole_body(noun.head)
        return named if named.ent_type_ not in {"GPE", "LOC", "FAC"} else None
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        subject = next((t for t in noun.head.children if t.dep_ == "nsubj"), None)
        plain = subject is not None and subject.tag_ in {*NOUNS, "PRP"}
        first = noun.left_edge.lower_ in {"a", "an"}
        return subject if plain and first else None
    return None


def whole_body(name: Token) -> Token:
    """Return the Friends of 'the Friends of Harlow Lido, a charity', one name in all."""
    above = name.head.head
    joined = name.dep_ == "pobj" and name.head.lower_ == "of" and above.tag_ in NOUNS
    same = joined and name.ent_type_ == "ORG" == above.ent_type_ == name.head.ent_type_
    return above if same and above.text[:1].isupper() else name


def has_subject(token: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in token.children)


def is_opened_by_wh(child: Token, verb: Token) -> bool:
    """Tell 'under which' and 'by which time'."""
    if child.dep_ != "prep":
        return False
    words = [t for t in child.subtree if t.i > child.i][:1]
    return bool(words) and words[0].tag_ in {"WDT", "WP"}


def is_cut_off(token: Token) -> bool:
    """Tell the 'm' of '€340m', which the parser may tie to the next words."""
    before = token.nbor(-1) if token.i else token
    return token.text in SCALES and before.like_num and not before.whitespace_


def is_placed(name: Token) -> bool:
    """Tell the Surrey of 'moved to Surrey' that the tagger took for a person."""
    preposition = name.head
    if name.dep_ != "pobj" or preposition.dep_ != "prep":
        return False
    gone = preposition.lower_ == "to" and preposition.head.lemma_ in GOING
    return preposition.lower_ in PLACING or gone
