"""What a clause may lose and still be true: asides, side clauses, what is joined to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.language.english.clauses import Clause
from quiz.language.english.gate import RELATIVE_TIME

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DASHES = {"–", "—", "-", "("}
SET_OFF = {",", *DASHES}
# Without these another thing would be said.
CONDITIONS = {
    "if", "unless", "provided", "providing", "lest", "except", "whether", "than", "so",
    "once", "until", "till", "as",
}  # fmt: skip
TODAY = {"now", "today", "nowadays", "currently"}
CONTRASTS = {"although", "though", "while", "whereas"}
LINKING = {
    "also", "therefore", "however", "thus", "moreover", "meanwhile", "instead", "too",
    "then", "furthermore", "nevertheless", "nonetheless", "besides", "hence", "indeed",
    "later", "afterwards", "eventually", "finally", "accordingly", "otherwise", "likewise",
    "similarly", "soon", "first", "next",
}  # fmt: skip
VERBS = {"VERB", "AUX"}
NAMED = {"NOUN", "PROPN", "PRON", "NUM"}
OBJECTS = {"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "prep", "agent"}


@dataclass(frozen=True, slots=True)
class Cut:
    """Words that can go, with their commas; `last` is cut only where it must be short."""

    kind: str
    words: frozenset[int]
    last: bool = False


def cuts_of(clause: Clause, own: set[int]) -> Iterator[Cut]:
    """Yield what the clause may lose, the outermost first."""
    doc = clause.sentence.doc
    for token in sorted(own - {clause.verb.i}):
        found = cut_at(doc[token], clause)
        if found is None:
            continue
        kind, last = found
        words = (
            frozenset({token})
            if kind == "word"
            else frozenset(t.i for t in doc[token].subtree)
        )
        if clause.verb.i in words:
            continue
        small = kind in {"word", "time"}
        commas = commas_of(doc, words, own, small)
        if closes_more(doc[token], own, words):
            commas -= {max(words) + 1}
        yield Cut(kind, words | commas, last)


def closes_more(token: Token, own: set[int], words: frozenset[int]) -> bool:
    """Tell whether the comma after the words ends what they are part of as well.

    'her father, Ole, a smith, died', 'Through Ole, a smith, she came to Oslo'.
    """
    for above in token.ancestors:
        if above.i not in own or above.right_edge.i > max(words):
            return False
        if is_set_off(above) and above.dep_ in {"appos", "advcl", "acl", "relcl"}:
            return True
        if above.left_edge.i == min(own) and above.pos_ not in NAMED:
            return True
    return False


def cut_at(token: Token, clause: Clause) -> tuple[str, bool] | None:
    """Return the kind of what hangs on the token, and whether it goes only at last."""
    verb = clause.verb
    if token.head.i == verb.i:
        if (kind := cut_of_verb(token, verb)) is not None:
            return kind, False
        if token.dep_ == "advcl":
            return side_clause(token)
    if token.dep_ == "relcl" and is_set_off(token):
        return "relative", False
    if (
        token.dep_ in {"acl", "advcl"}
        and token.tag_ in {"VBG", "VBN"}
        and is_set_off(token)
    ):
        return "participle", False
    if is_day_told(token) or is_example(token):
        return "aside", True
    if token.dep_ == "appos" and is_set_off(token) and not is_row(token):
        return "aside", token.doc[token.left_edge.i - 1].text not in DASHES
    return None


def cut_of_verb(token: Token, verb: Token) -> str | None:
    """Return the kind of what hangs on the verb itself and can always go."""
    if token.dep_ == "conj" and token.pos_ in VERBS and not shares_object(verb, token):
        return "joined"
    if token.dep_ == "cc" and (token.i < verb.left_edge.i + 1 or leads_on(token, verb)):
        return "word"
    if token.dep_ == "mark" or (token.dep_ == "advmod" and token.lower_ == "when"):
        return "word" if token.i == verb.left_edge.i or token.i < verb.i else None
    if token.dep_ == "advmod" and token.lower_ in LINKING and is_alone(token):
        return "word"
    if token.lower_ in TODAY and is_alone(token) and is_present(verb):
        return "word"
    if token.dep_ in {"advmod", "npadvmod", "prep"} and is_pointing_time(token):
        return "time"
    return None


def is_present(verb: Token) -> bool:
    """Tell 'is now in Oslo', which is as true without 'now'."""
    group = [verb, *(t for t in verb.children if t.dep_ in {"aux", "auxpass"})]
    return any(t.tag_ in {"VBZ", "VBP"} for t in group)


def leads_on(token: Token, verb: Token) -> bool:
    """Tell the 'and' before another verb that is cut."""
    after = [t for t in verb.children if t.dep_ == "conj" and t.i > token.i]
    return bool(after) and after[0].pos_ in VERBS and not shares_object(verb, after[0])


def shares_object(verb: Token, other: Token) -> bool:
    """Tell 'designed and built the bridge': one object for two verbs."""
    own = any(t.dep_ in OBJECTS and t.i > verb.i for t in verb.children)
    theirs = any(t.dep_ == "dobj" for t in other.children)
    close = other.i - verb.i <= 3  # words
    return theirs and close and not own


def side_clause(token: Token) -> tuple[str, bool] | None:
    """Return how a clause of time, cause or contrast can go; a condition never does."""
    opening = {t.lower_ for t in token.children if t.dep_ in {"mark", "advmod"}}
    if opening & CONDITIONS or not (is_set_off(token) or token.i < token.head.i):
        return None
    if token.tag_ in {"VBG", "VBN"} and not opening:
        return "participle", False
    return ("contrast", False) if opening & CONTRASTS else ("side", True)


def is_set_off(token: Token) -> bool:
    edge: int = token.left_edge.i
    return edge > 0 and token.doc[edge - 1].text in SET_OFF


def is_day_told(token: Token) -> bool:
    """Tell ', the day on which they were shown' from 'the year that he died'."""
    noun = token.dep_ == "npadvmod" and token.tag_ == "NN" and is_set_off(token)
    return noun and any(t.dep_ == "relcl" for t in token.children)


def is_example(token: Token) -> bool:
    """Tell ', such as the coins in your pocket,'."""
    if token.dep_ != "prep" or not is_set_off(token) or token.i + 1 >= len(token.doc):
        return False
    first: Token = token.left_edge
    return first.lower_ == "such" and first.nbor(1).lower_ == "as"


def is_alone(token: Token) -> bool:
    return sum(1 for _ in token.subtree) == 1


def is_row(token: Token) -> bool:
    """Tell a list's member that was read as an aside, and a list that tells which."""
    doc = token.doc
    if any(t.dep_ in {"conj", "cc"} for t in (*token.children, *token.head.children)):
        return True
    if any(t.dep_ == "appos" for t in token.children) or token.head.dep_ in {
        "conj",
        "appos",
    }:
        return True
    after = doc[token.right_edge.i + 1] if token.right_edge.i + 1 < len(doc) else None
    return after is not None and after.text not in {",", ".", ";", *DASHES, ")"}


def is_pointing_time(token: Token) -> bool:
    """Tell 'nine days later': without the sentence before it says nothing."""
    words = list(token.subtree)
    text = " ".join(t.text for t in words)
    dated = any(t.ent_type_ in {"DATE", "TIME"} for t in words)
    return dated and len(words) <= 5 and bool(RELATIVE_TIME.search(text)) and (
        " later" in text or " earlier" in text
    )  # fmt: skip


def commas_of(
    doc: Doc, words: frozenset[int], own: set[int], small: bool
) -> frozenset[int]:
    """Return the commas and dashes that stood around what is cut.

    A `small` cut inside a clause keeps a comma that stands on one side alone.
    """
    first, last = min(words), max(words)
    before = first - 1 in own and doc[first - 1].text in SET_OFF
    after = last + 1 in own and doc[last + 1].text in {*SET_OFF, ")"}
    if small and before != after and first > min(own):
        return frozenset()
    return frozenset([first - 1] * before + [last + 1] * after)
