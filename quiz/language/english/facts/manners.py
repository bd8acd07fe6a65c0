"""How it is done: 'by plunging from a height'."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.answers import said
from quiz.language.english.facts.purposes import goes_on
from quiz.language.english.phrases import Piece
from quiz.language.english.prompts import ask
from quiz.language.english.wordlists import Kind

LONGEST = 110  # characters of an answer
NOT_HOW = {"begin", "start", "end", "finish", "open", "close", "be", "respond", "react"}


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        if clause.group.lemma in NOT_HOW:
            continue
        for piece in clause.prepositions("by"):
            doing = next((t for t in piece.head.children if t.dep_ == "pcomp"), None)
            if doing is not None and doing.tag_ == "VBG":
                yield from manner(clause, piece, reading)


def manner(clause: Clause, piece: Piece, reading: Reading) -> Iterator[Candidate]:
    """Ask 'How do gannets feed?' of 'Gannets feed by plunging from a height'."""
    doc, words = reading.sentence.doc, list(piece.words)
    if len(words) < 3 or words[-1] - words[0] != len(words) - 1:
        return
    if goes_on(words[-1], doc):
        return
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    surface = reading.sentence.text[start:end]
    if len(surface) > LONGEST:
        return
    if piece.words[0] == 0:
        surface = surface[:1].lower() + surface[1:]
    wording = ask(clause, piece, "How", reading.setting)
    shown = said(clause, words, reading) or surface
    accepted = [shown, surface, shown.removeprefix("by "), surface.removeprefix("by ")]
    yield Candidate(
        "explanation", reading.sentence, start, end, wording.text,
        tuple(dict.fromkeys(accepted)), Kind.THING, weight=69, bare=wording.bare,
        part="how",
    )  # fmt: skip
