"""How wide, how deep, how old: numbers with an adjective, and ages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quiz.core.questions import AnswerKind
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.datings import with_pieces
from quiz.language.english.facts.quantities import built, number_of
from quiz.language.english.phrases import Piece
from quiz.language.english.prompts import ask
from quiz.language.english.voices import Unresolved, Voice
from quiz.language.english.wordlists import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

MEASURED = {"wide", "deep", "high", "long", "tall", "thick", "old", "broad"}


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        yield from measured(clause, reading)
    yield from ages(reading)


def measured(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'The channel was 40 feet wide' -> 'How wide was the channel?'."""
    if any(t.lower_ == "when" for t in clause.verb.children):
        return  # 'when she was ten years old': an age only for then
    if clause.group.lemma != "be":
        return
    pieces = clause.with_role("acomp")
    for piece in pieces:
        rest = [p for p in clause.pieces if p is piece or p not in pieces]
        yield from measures_of(with_pieces(clause, rest), piece, reading)


def measures_of(clause: Clause, piece: Piece, reading: Reading) -> Iterator[Candidate]:
    adjectives = [piece.head, *conjoined(piece.head)]
    if any(p.role == "prep" for p in clause.pieces):
        adjectives = adjectives[
            :1
        ]  # at which of its ends the others are measured is unclear
    for adjective in adjectives:
        yield from one_measure(clause, piece, adjective, reading)


def conjoined(adjective: Token) -> list[Token]:
    found = [t for t in adjective.children if t.dep_ == "conj" and t.tag_ == "JJ"]
    return [*found, *(later for t in found for later in conjoined(t))]


def one_measure(
    clause: Clause, piece: Piece, adjective: Token, reading: Reading
) -> Iterator[Candidate]:
    """Ask for one of 'a foot wide at the top and two feet deep'."""
    unit = next((t for t in adjective.children if t.dep_ == "npadvmod"), None)
    if adjective.lower_ not in MEASURED or unit is None or number_of(unit) is None:
        return
    left = min(t.i for t in unit.subtree)
    start, end = reading.sentence.doc[left].idx, unit.idx + len(unit.text)
    inside = {t.i for t in adjective.subtree}
    after = [n for n in piece.words if n > adjective.i and n in inside]
    voice = Voice(clause, reading.setting)
    try:
        rest = voice.say(after)
    except Unresolved:
        return
    if any(t.dep_ == "conj" for t in adjective.children):
        rest = said_before_conj(voice, adjective, after)
    instead = [rest] if rest else []
    wording = ask(
        clause, piece, f"How {adjective.lower_}", reading.setting, instead=instead
    )
    yield built("measure", clause, unit, start, end, wording, reading, "How")


def said_before_conj(voice: Voice, adjective: Token, after: list[int]) -> str:
    first = min(t.left_edge.i for t in adjective.children if t.dep_ == "conj")
    kept = [n for n in after if n < first and adjective.doc[n].dep_ != "cc"]
    return voice.say(kept)


def ages(reading: Reading) -> Iterator[Candidate]:
    """'Agnes Thorley, 67,' -> 'How old is Agnes Thorley?'."""
    for match in re.finditer(
        r"([A-Z]\w+ [A-Z]\w+), (\d{1,3})(?=,| who|$)", reading.sentence.text
    ):
        names = reading.setting.names
        if match[1] not in names.counts or names.kind(match[1]).value != "person":
            continue
        yield Candidate(
            "age", reading.sentence, match.start(2), match.end(2),
            f"How old is {match[1]}?", (match[2], f"{match[2]} years old"), Kind.NUMBER,
            AnswerKind.NUMBER, weight=65,
        )  # fmt: skip
