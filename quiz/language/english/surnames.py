"""Surnames that stand alone: whose they are, where the article tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.language.english.analyser import Sentence, is_written_small
from quiz.language.english.names import Names, name_spans, noun_kind, text_of
from quiz.language.english.wordlists import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMING = {"name", "named", "called", "surname", "nickname", "nicknamed"}
TITLED = {"Mr", "Mrs", "Ms", "Dr"}


def surnames(sentence: Sentence, names: Names) -> dict[int, str]:
    """Return the full names where only the surname stands."""
    found = {}
    for first, last in name_spans(sentence):
        text = text_of(sentence, first, last)
        if first in sentence.speech or (first and sentence.doc[first - 1].lower_ in NAMING):
            continue
        if first == last and (full := full_name(text, names)):
            titled = first > 0 and sentence.doc[first - 1].text in TITLED
            if not (titled or is_of_kind(sentence.doc[first])):
                found[first] = full
        elif text in names.full:
            found |= dict.fromkeys(range(first, last + 1), "") | {first: names.full[text]}
    opening = sentence.doc[0]
    if opening.text in names.full and not is_written_small(opening) and 0 not in found:
        after = opening.nbor(1) if len(sentence.doc) > 1 else opening
        if after.tag_ not in {"NNP", "NNPS", "NN"}:
            found[0] = names.full[opening.text]
    return found


def is_of_kind(name: Token) -> bool:
    """Tell the 'Marsh' of 'Marsh fans' and 'the Marsh lamp': the things are called so."""
    after = name.nbor(1) if name.i + 1 < len(name.doc) else name
    thing = after.tag_ in {"NN", "NNS"} and noun_kind(after.lemma_) is Kind.THING
    return name.dep_ in {"compound", "nmod"} and name.head.i == after.i and thing


def full_name(surname: str, names: Names) -> str:
    """Return whose surname it is: of several, the one who was named in full before."""
    if surname in names.full:
        return names.full[surname]
    told = names.shared.get(surname, set()) & names.told
    return next(iter(told)) if len(told) == 1 else ""


def unclear_surnames(
    sentence: Sentence, names: Names, said: dict[int, str]
) -> frozenset[int]:
    """Return the words that are the surname of one of several."""
    return frozenset(
        first
        for first, last in name_spans(sentence)
        if first == last and first not in said and sentence.doc[first].text in names.shared
    )


def note_full_names(sentence: Sentence, names: Names) -> None:
    """Remember who has been named in full up to here."""
    for first, last in name_spans(sentence):
        text = text_of(sentence, first, last)
        names.met.add(text)
        if last > first and names.kind(text) is Kind.PERSON:
            names.told.add(names.whole(text))
