"""The largest, the first, the second oldest: which one it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quiz.core.questions import plain
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.answers import (
    LONGEST,
    NounAnswer,
    candidate,
    noun_answer,
    said,
)
from quiz.language.english.names import name_at, noun_kind
from quiz.language.english.phrases import Piece, is_joined, words_of
from quiz.language.english.prompts import LONGEST as LONGEST_PROMPT
from quiz.language.english.prompts import Wording
from quiz.language.english.wordlists import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST = {"first", "second", "third", "fourth", "fifth", "last", "only", "main", "chief"}
FEWEST_DONE, LONGEST_DONE = 2, 14  # words of what somebody was the first to do
LONGEST_WHAT = 9  # words of an answer
FEWEST = 4  # words: 'the largest' alone names nothing


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        piece = clause.piece("attr")
        if piece is None or clause.subject is None or clause.group.middle:
            continue
        if clause.group.lemma == "be" and not clause.group.aux:
            yield from held(clause, piece, reading)
            yield from told_of_record(clause, piece, reading)
        elif clause.group.lemma == "become":
            yield from held(clause, piece, reading, "became")
        if clause.group.lemma in {"be", "become"} and not clause.group.aux:
            yield from deed(clause, piece, reading)
    for noun in reading.sentence.doc:
        if noun.dep_ == "appos" and noun.head.tag_ in {"NNP", "NN"}:
            yield from set_beside(noun, reading)


def deed(clause: Clause, piece: Piece, reading: Reading) -> Iterator[Candidate]:
    """Ask 'What was Ada Marsh the first woman to do?' of 'the first woman to cross it'."""
    doc, noun, subject = reading.sentence.doc, piece.head, clause.subject
    before = list(doc[noun.left_edge.i : noun.i])
    first = any(t.lower_ in FIRST for t in before)
    if subject is None or not first or noun.i + 2 >= len(doc):
        return
    to, verb = noun.nbor(1), noun.nbor(2)
    if to.lower_ != "to" or verb.tag_ != "VB" or verb.lower_ == "do":
        return
    if any(t.tag_ in {"PRP$", "NNP"} for t in before):
        return
    words = [n for n in words_of(verb) if n > to.i]
    while words and words[-1] - words[0] != len(words) - 1:
        words.pop()
    shown = said(clause, words, reading)
    who = said(clause, subject.words, reading)
    what = " ".join(t.text for t in before)
    if not shown or not who or not FEWEST_DONE <= len(words) <= LONGEST_DONE:
        return
    be = "were" if subject.head.tag_ == "NNS" or is_joined(subject.head) else "was"
    be = clause.group.main if clause.group.lemma == "be" else be
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    surface = reading.sentence.text[start:end]
    yield Candidate(
        "deed", reading.sentence, start, end,
        f"What {be} {who} {what} {noun.text} to do?",
        tuple(dict.fromkeys([shown, surface, f"to {shown}"])), Kind.THING, weight=66,
        part="deed",
    )  # fmt: skip


def held(
    clause: Clause, piece: Piece, reading: Reading, verb: str = ""
) -> Iterator[Candidate]:
    """Ask 'What is the smallest bone in the human body?' of 'The stirrup is ...'."""
    subject = clause.subject
    words = record_words(piece.head, reading)
    if subject is None or not words or subject.head.tag_ == "NNS":
        return
    answer = noun_answer(subject.head, subject.words, reading) or plain_answer(
        subject, reading
    )
    what = said(clause, words, reading)
    if answer is None or not what or (not answer.proper and len(subject.words) > FEWEST):
        return
    named = reading.setting.names
    thing = noun_kind(piece.head.lemma_) is not Kind.PERSON
    unsure = thing and not named.is_sure(answer.text) and answer.text not in named.full
    wh = "Who" if answer.kind is Kind.PERSON and not unsure else "What"
    prompt = f"{wh} {verb or clause.group.main} {what}?"
    if plain(answer.text) in plain(what) or len(prompt) > LONGEST_PROMPT:
        return
    yield candidate("record", reading, clause, answer, Wording(prompt), 68, "record")


def told_of_record(clause: Clause, piece: Piece, reading: Reading) -> Iterator[Candidate]:
    """Ask 'What was the first evidence of helium?' of 'The first evidence ... was'."""
    subject = clause.subject
    if subject is None or clause.group.main not in {"is", "was"}:
        return
    words = record_words(subject.head, reading) or owned_record(subject, reading)
    answer = noun_answer(piece.head, piece.words, reading)
    what = said(clause, words, reading) if words else ""
    if answer is None or not what or len(answer.text.split()) > LONGEST_WHAT:
        return
    if not answer.proper and len(answer.text.split()) < 2:
        return
    wh = "Who" if answer.kind is Kind.PERSON else "What"
    prompt = f"{wh} {clause.group.main} {what}?"
    if plain(answer.text) not in plain(what) and len(prompt) <= LONGEST_PROMPT:
        yield candidate("record", reading, None, answer, Wording(prompt), 67, "record")


def owned_record(subject: Piece, reading: Reading) -> list[int]:
    """Return the words of "Harlow's best bowler"."""
    owner = next((t for t in subject.head.children if t.dep_ == "poss"), None)
    best = any(t.tag_ == "JJS" or t.lower_ in FIRST for t in subject.head.children)
    named = owner is not None and owner.tag_ == "NNP" and subject.head.tag_ == "NN"
    return list(subject.words) if named and best else []


def plain_answer(subject: Piece, reading: Reading) -> NounAnswer | None:
    """Return 'the stirrup', which is no answer where only the text tells which."""
    words, doc = subject.words, reading.sentence.doc
    if subject.head.tag_ != "NN" or not 1 < len(words) <= FEWEST:
        return None
    if doc[words[0]].lower_ != "the" or words[-1] - words[0] != len(words) - 1:
        return None
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    text = "the" + reading.sentence.text[start + len("the") : end]
    return NounAnswer(text, start, end, Kind.THING, "What", "", (text, text[4:]))


def set_beside(noun: Token, reading: Reading) -> Iterator[Candidate]:
    """Ask 'What is the oldest bank in the world?' of 'the Riksbank, the oldest ...'."""
    words = record_words(noun, reading)
    name = name_at(reading.sentence, noun.head.i, reading.setting.names)
    if not words or name is None or words[0] != name.last + 2:
        return
    answer = noun_answer(noun.head, [noun.head.i], reading)
    doc = reading.sentence.doc
    what = doc[words[0] : words[-1] + 1].text
    if answer is None or len(what) > LONGEST:
        return
    wh = "Who" if answer.kind is Kind.PERSON else "What"
    yield candidate(
        "record", reading, None, answer, Wording(f"{wh} is {what}?"), 66, "record"
    )


def record_words(noun: Token, reading: Reading) -> list[int]:
    """Return the words of 'the second oldest bank in the world', [] for another phrase."""
    doc = reading.sentence.doc
    words = words_of(noun)
    if len(words) < FEWEST or doc[words[0]].lower_ != "the" or noun.tag_ == "NNS":
        return []
    if words[-1] - words[0] != len(words) - 1 or words[-1] == noun.i:
        return []
    before = [doc[n] for n in words if n < noun.i]
    best = any(t.tag_ in {"JJS", "RBS"} for t in before)
    first = any(t.lower_ in FIRST for t in before) and noun.i < words[-1]
    return words if best or first else []
