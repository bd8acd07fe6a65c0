"""When something always happens: the condition that the text states."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.phrases import Piece
from quiz.language.english.prompts import ask
from quiz.language.english.voices import is_plural
from quiz.language.english.wordlists import Kind

LONGEST = 110  # characters of an answer
PRESENT = {"VBZ", "VBP"}


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        if clause.group.tag not in PRESENT and clause.group.aux[:1] not in {
            ("is",), ("are",), ("can",), ("may",), ("must",),
        }:  # fmt: skip
            continue
        for piece in clause.with_role("advcl"):
            if is_condition(piece) and not piece.loose:
                yield from asked(clause, piece, reading)


def is_condition(piece: Piece) -> bool:
    marks = [t for t in piece.head.children if t.lower_ in {"when", "if"}]
    if is_only_if(piece):
        return True
    finite = piece.head.tag_ in PRESENT or any(
        t.tag_ in PRESENT for t in piece.head.children
    )
    return bool(marks) and marks[0].i == piece.words[0] and finite and not piece.front


def is_only_if(piece: Piece) -> bool:
    return [piece.head.doc[n].lower_ for n in piece.words[:2]] == ["only", "if"]


def is_own(pronoun: str, clause: Clause) -> bool:
    """Tell 'plants wilt when they lose water': the pronoun means the plants."""
    subject = clause.subject
    if subject is None or subject.head.tag_ not in {"NN", "NNS", "NNP"}:
        return False
    several = is_plural(subject)
    return pronoun in ({"they", "their", "them"} if several else {"it", "its"})


def asked(clause: Clause, piece: Piece, reading: Reading) -> Iterator[Candidate]:
    doc = reading.sentence.doc
    words = list(piece.words)
    if words[-1] - words[0] != len(words) - 1 or any(
        doc[n].tag_ in {"PRP", "PRP$"} and not is_own(doc[n].lower_, clause) for n in words
    ):
        return
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    surface = reading.sentence.text[start:end]
    if len(surface) > LONGEST:
        return
    only = is_only_if(piece)
    surface = surface.removeprefix("only ")
    start = end - len(surface)
    wh = "On what condition" if only else "When"
    wording = ask(clause, piece, wh, reading.setting)
    yield Candidate(
        "condition", reading.sentence, start, end, wording.text,
        (surface, surface.partition(" ")[2]), Kind.THING, weight=68, bare=wording.bare,
    )  # fmt: skip
