"""What something is: what the text sets beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.facts.answers import LEADING, LONGEST, name_answer
from quiz.language.english.facts.definitions import DEEDS
from quiz.language.english.names import Name, name_spans, text_of
from quiz.language.english.phrases import words_of
from quiz.language.english.wordlists import Kind
from quiz.language.english.wordlists import words as words_in

if TYPE_CHECKING:
    from spacy.tokens import Token

# What such a noun is said of is the whole clause: 'sent round by the lane, a detour'.
OF_CLAUSES = words_in(
    """
detour journey trip walk drive ride delay distance rise fall drop increase decrease saving
cost difference record change sign result reminder practice process figure total feat gap
decision step blow setback
"""
)
FEWEST = 3  # words of what tells who: 'an engineer' alone says too little
UNCLEAR = {"PRP", "PRP$", "EX"}
POINTING = {"this", "that", "these", "those", "then", "now", "here", "there", "former"}


def find(reading: Reading) -> Iterator[Candidate]:
    for first, last in name_spans(reading.sentence):
        if last in reading.sentence.speech:
            continue
        text = text_of(reading.sentence, first, last)
        name = Name(text, first, last, reading.setting.names.kind(text))
        for noun in reading.sentence.doc[last].children:
            if noun.dep_ == "appos" and noun.left_edge.i == last + 2:
                yield from told(name, noun, reading)


def told(name: Name, noun: Token, reading: Reading) -> Iterator[Candidate]:
    """Ask 'What is Lyme Regis?' of 'Lyme Regis, a town on the coast of Dorset'."""
    sentence, doc = reading.sentence, reading.sentence.doc
    words = words_of(noun)
    if noun.tag_ != "NN" or noun.lower_ in DEEDS | OF_CLAUSES or len(words) < FEWEST:
        return
    if doc[words[0]].lower_ not in {"a", "an", "the"} or doc[words[0] - 1].text != ",":
        return
    if words[-1] - words[0] != len(words) - 1 or any(is_unclear(doc[n]) for n in words):
        return
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    surface = sentence.text[start:end]
    if len(surface) > LONGEST or is_best(noun):
        return
    shown = name_answer(name, reading).text
    the = any(t.lower_ == "the" for t in doc[name.last].children)
    shown = f"the {shown}" if the and not shown.startswith("the ") else shown
    person = name.kind is Kind.PERSON
    if person or re.search(r"\bthe [a-z]+['’]s ", surface):
        return  # 'a Swiss engineer', of whom more could be said: the occupation is asked
    yield Candidate(
        "identity", sentence, start, end, f"What is {shown}?",
        (surface, LEADING.sub("", surface)), Kind.THING, weight=58, part="identity",
    )  # fmt: skip


def is_unclear(token: Token) -> bool:
    return token.tag_ in UNCLEAR or token.lower_ in POINTING


def is_best(noun: Token) -> bool:
    """Tell 'the largest desert in Asia', for which the name itself is asked."""
    return any(t.tag_ in {"JJS", "RBS"} for t in noun.subtree if t.i < noun.i)
