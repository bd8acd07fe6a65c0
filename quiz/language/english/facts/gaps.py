"""What nothing else asks with a gap: the telling words of clauses that stand alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.language.english.blanks import with_gap
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.gap_spans import Span, spans_of
from quiz.language.english.wordlists import Kind

WEIGHT = 10  # below every prompt
MOST_TERMS = 2  # of a clause


def find_gaps(reading: Reading, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield gaps for what no candidate of `found` asks with a gap of its own."""
    asked = [c for c in found if c.gap]
    in_order = sorted(reading.clauses, key=fitness)
    terms: dict[int, int] = {}
    for span in spans_of(reading):
        if any(span.start < c.end and c.start < span.end for c in asked):
            continue
        for clause in in_order:
            if terms.get(clause.verb.i, 0) == MOST_TERMS and span.sort == "term":
                continue
            if not holds(clause, span) or span.start <= clause.verb.idx < span.end:
                continue
            candidate = with_gap(gap_for(span, clause, reading), reading.setting)
            if candidate.gap:
                terms[clause.verb.i] = terms.get(clause.verb.i, 0) + (span.sort == "term")
                yield candidate
                break


def fitness(clause: Clause) -> tuple[bool, int]:
    """Sort clauses with a subject of their own first, of these the smallest."""
    return (clause.kind in {"relative", "participle"}, sum(1 for _ in clause.verb.subtree))


def holds(clause: Clause, span: Span) -> bool:
    words = {t.i for t in clause.verb.subtree}
    if clause.subject is not None:
        words |= set(clause.subject.words)
    return span.head.i in words


def gap_for(span: Span, clause: Clause, reading: Reading) -> Candidate:
    return Candidate(
        "gap",
        reading.sentence,
        span.start,
        span.end,
        "",
        span.accepted,
        span.kind,
        span.answer,
        span.items,
        weight=WEIGHT + (span.kind is not Kind.THING),
        part=span.sort,
        clause=clause,
    )
