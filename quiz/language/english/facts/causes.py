"""Why: the causes that the text states."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.answers import said
from quiz.language.english.facts.datings import with_pieces
from quiz.language.english.phrases import Piece
from quiz.language.english.prompts import ask
from quiz.language.english.wordlists import Kind

LONGEST = 120  # characters of an answer
BECAUSE_OF = {"because", "due", "owing", "thanks"}


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        yield from grounds(clause, reading)
        for piece in clause.pieces:
            if piece.role == "advcl" and (mark := cause_mark(piece, clause)) is not None:
                yield from because(clause, piece, mark, reading)
            elif piece.role in {"prep", "advmod"} and piece.head.lower_ in BECAUSE_OF:
                yield from because(clause, piece, piece.words[0] - 1, reading)


def grounds(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """Ask 'Why?' of 'on the ground that fitters are few'."""
    for piece in clause.prepositions("on"):
        noun = piece.words[-1]
        told = next((p for p in clause.with_role("ccomp") if p.words[0] == noun + 1), None)
        if told is None or piece.head.doc[noun].lower_ not in {"ground", "grounds"}:
            continue
        cause = Piece("advcl", told.head, (*piece.words, *told.words))
        rest = [p for p in clause.pieces if p not in {piece, told}]
        yield from because(with_pieces(clause, [*rest, cause]), cause, noun + 1, reading)


def cause_mark(piece: Piece, clause: Clause) -> int | None:
    """Return the place of 'because', or of 'since' where it tells no time."""
    for child in piece.head.children:
        if child.dep_ == "mark" and child.lower_ == "because":
            return child.i
        if child.dep_ == "mark" and child.lower_ == "since":
            perfect = clause.group.aux[:1] in {("has",), ("have",), ("had",)}
            return None if perfect else child.i
    return None


def because(
    clause: Clause, piece: Piece, mark: int, reading: Reading
) -> Iterator[Candidate]:
    doc = reading.sentence.doc
    words = [t.i for t in piece.head.subtree if t.i > mark]
    if piece.role != "advcl":
        words = [n for n in piece.words if n > mark]
    while words and doc[words[-1]].is_punct:
        words.pop()
    if not words or len(words) < 3 or words[-1] - words[0] != len(words) - 1:
        return
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    surface = reading.sentence.text[start:end]
    if len(surface) > LONGEST:
        return
    wording = ask(clause, piece, "Why", reading.setting)
    link = "" if doc[words[0]].lower_ in BECAUSE_OF else "because "
    shown = said(clause, words, reading) or surface
    accepted = [f"{link}{shown}", shown, f"{link}{surface}", surface]
    yield Candidate(
        "cause", reading.sentence, start, end, wording.text,
        tuple(dict.fromkeys(accepted)), Kind.THING, weight=74, clause=None,
        bare=wording.bare, part="why",
    )  # fmt: skip
