"""Whether what the cuts leave of a clause is one whole statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.language.english.wordlists import SAYING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BESIDE = {"ccomp", "conj", "parataxis", "dep"}
TIES = {"so", "yet", "then", "and", "but", "or", "nor"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}


def is_spliced(left: set[int], verb: Token) -> bool:
    """Tell 'Sand is coarse, silt is fine', left of three statements in a row."""
    if verb.lemma_ in SAYING:
        return False
    doc = verb.doc
    beside = [t for t in verb.children if t.i in left and t.dep_ in BESIDE]
    before = [t for t in beside if t.i < verb.i and doc[t.right_edge.i + 1].text == ","]
    before = [t for t in before if doc[t.right_edge.i + 2].lower_ not in TIES]
    after = [t for t in beside if t.i > verb.i and doc[t.left_edge.i - 1].text == ","]
    after = [t for t in after if t.dep_ != "dep" and own_subjects(t) & left]
    return any(is_statement(t) for t in (*before, *after))


def is_dismembered(left: set[int], own: set[int], doc: Doc) -> bool:
    """Tell what has lost its subject or its noun: 'by its swollen', 'in 1991 reduced'."""
    for n in left:
        token = doc[n]
        gone = token.head.i in own and token.head.i not in left
        if gone and token.dep_ in {"amod", "poss", "nummod", "compound"}:
            return True
        if token.tag_ == "JJ" and token.dep_ == "pobj" and is_owned_alone(token):
            return True
        if token.tag_ in FINITE and (own_subjects(token) & own) - left:
            return True
    return False


def is_owned_alone(token: Token) -> bool:
    """Tell 'by its swollen' from 'at its most extreme'."""
    return [t.tag_ for t in token.children] == ["PRP$"]


def own_subjects(verb: Token) -> set[int]:
    return {t.i for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}}


def is_statement(verb: Token) -> bool:
    """Tell a clause with a subject that nothing ties to what stands before it."""
    if verb.dep_ == "dep":
        return verb.right_edge.i - verb.left_edge.i > 3
    subjects = own_subjects(verb)
    tied = any(
        t.i < verb.i and (t.dep_ in {"mark", "cc"} or t.lower_ in TIES)
        for t in verb.children
    )
    who = any(verb.doc[n].tag_ in {"WDT", "WP"} for n in subjects)
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or any(
        t.dep_ in {"aux", "auxpass"} for t in verb.children
    )  # 'in stars, the Sun included'
    return finite and bool(subjects) and not who and not tied
