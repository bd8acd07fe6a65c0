"""What nothing else asks with a gap: the telling words of clauses that stand alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.language.english.blanks import telling_of
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.gap_spans import Span, spans_of
from quiz.language.english.facts.whole_sentences import (
    going_on,
    main_clause,
    whole_telling,
)
from quiz.language.english.tellings import Telling
from quiz.language.english.wordlists import Kind

WEIGHT = 10  # below every prompt
MOST_TERMS = 2  # of a clause
LEANING = re.compile(
    r"(?:The (?:others?|rest|remaining|first|second|third|latter)|An?other|Others|Only|"
    r"One|Two|Three|Four|An? few|Some|Many|Most|All|Both|Each|None|Neither)\b"
)


def find_gaps(reading: Reading, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield gaps for what no candidate of `found` asks with a gap of its own."""
    asked = [c for c in found if is_asked(c, reading)]
    in_order = sorted(reading.clauses, key=fitness)
    main = main_clause(reading)
    terms: Counter[int] = Counter()
    for span in spans_of(reading):
        if any(span.start < c.end and c.start < span.end for c in asked):
            continue
        told = in_clause(span, in_order, reading, terms)
        if main is not None and (told is None or (reading.before and leans(told[1]))):
            told = in_whole(span, main, reading, terms) or told
        if told is not None:
            candidate, telling = told
            verb = candidate.clause.verb.i if candidate.clause else -1
            terms[verb] += span.sort == "term"
            traits = frozenset(telling.traits())
            yield replace(candidate, bare=telling.bare, traits=traits, told=telling.text)


def is_asked(candidate: Candidate, reading: Reading) -> bool:
    """Tell what is asked with a good gap from a thing that has lost its question."""
    named = candidate.names is not Kind.THING or bool(candidate.items)
    if not (candidate.prompt or named):
        return False
    telling = telling_of(candidate, reading.setting)
    return telling is not None and not (reading.before and leans(telling))


def in_clause(
    span: Span, in_order: Sequence[Clause], reading: Reading, terms: Counter[int]
) -> tuple[Candidate, Telling] | None:
    """Return the gap in the smallest clause that can be told with it."""
    for clause in in_order:
        if terms[clause.verb.i] == MOST_TERMS and span.sort == "term":
            continue
        if not holds(clause, span) or span.start <= clause.verb.idx < span.end:
            continue
        candidate = gap_for(span, clause, reading)
        telling = telling_of(candidate, reading.setting)
        if telling is not None:
            return candidate, telling
    return None


def in_whole(
    span: Span, main: Clause, reading: Reading, terms: Counter[int]
) -> tuple[Candidate, Telling] | None:
    """Return the gap in the whole sentence where no clause of it can be told alone."""
    several = " " in span.accepted[0] if span.accepted else True
    if span.sort == "term" and (not several or terms[main.verb.i] >= MOST_TERMS):
        return None
    candidate = gap_for(span, main, reading)
    telling = whole_telling(candidate, reading.setting)
    if reading.before and (telling is None or leans(telling)):
        telling = going_on(candidate, reading) or telling
    return None if telling is None else (candidate, telling)


def leans(telling: Telling) -> bool:
    """Tell 'The other eleven are in Edinburgh', which goes on from what stood before."""
    return telling.bare > 0 or bool(LEANING.match(telling.text))


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
