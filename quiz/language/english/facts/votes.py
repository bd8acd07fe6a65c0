"""By what vote something was decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.datings import is_date, with_pieces
from quiz.language.english.phrases import Piece
from quiz.language.english.prompts import ask
from quiz.language.english.wordlists import Kind, words

DECIDING = words(
    """
approve pass reject adopt ratify defeat back vote uphold endorse carry overturn block agree
decide rule dismiss
"""
)
VOTE = re.compile(
    r"\b(?:by|on|in) (?:a vote of |a )?(?P<vote>(?:\d+ votes?|\d+)(?: ?[-–] ?| to )\d+)"
    r"(?P<noun> vote)?\b"
)


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        if clause.group.lemma.split()[0] not in DECIDING:
            continue
        until = clause.verb.right_edge
        told = VOTE.search(reading.sentence.text, clause.verb.idx, until.idx + len(until))
        if told is not None and (
            told["noun"] or "vote" in told[0] or clause.piece("agent")
        ):
            yield from voted(clause, told, reading)


def voted(clause: Clause, told: re.Match[str], reading: Reading) -> Iterator[Candidate]:
    """Ask 'By what vote was the Act approved?' of 'approved by 71 votes to 48'."""
    doc = reading.sentence.doc

    def is_outside(piece: Piece) -> bool:
        return not any(told.start() <= doc[n].idx < told.end() for n in piece.words)

    kept = [p for p in clause.pieces if is_outside(p) and not is_with(p) and not is_date(p)]
    gap = Piece("npadvmod", clause.verb, ())
    group = replace(clause.group, aux=("was",)) if clause.group.aux == ("is",) else None
    clause = replace(clause, group=group or clause.group)
    wording = ask(with_pieces(clause, kept), gap, "By what vote", reading.setting)
    text = told["vote"]
    plain = re.sub(r"(?: votes?)?(?: ?[-–] ?| to )", "–", text)
    accepted = dict.fromkeys(
        [text, plain, plain.replace("–", "-"), plain.replace("–", " to ")]
    )
    yield Candidate(
        "score", reading.sentence, told.start("vote"), told.end("vote"), wording.text,
        tuple(accepted), Kind.NUMBER, weight=66, clause=clause, bare=wording.bare,
        part="vote",
    )  # fmt: skip


def is_with(piece: Piece) -> bool:
    """Tell 'with six abstentions'."""
    return piece.role == "prep" and piece.head.lower_ == "with"
