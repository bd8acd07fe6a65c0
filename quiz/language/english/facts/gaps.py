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
MOST_OF = 0.85  # of a sentence
LEANING = re.compile(
    r"(?:The (?:others?|rest|remaining|first|second|third|latter)|An?other|Others|Only|"
    r"One|Two|Three|Four|An? few|Some|Many|Most|All|Both|Each|None|Neither)\b"
)


def find_gaps(reading: Reading, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield gaps for what no candidate of `found` asks with a good gap of its own.

    What its clause alone tells shortly is told by the whole sentence too.
    """
    asked = [c for c in found if is_asked_with_gap(c)]
    in_order = sorted(reading.clauses, key=fitness)
    main = main_clause(reading)
    terms: Counter[int] = Counter()
    for span in spans_of(reading):
        beside = [c for c in asked if span.start < c.end and c.start < span.end]
        if not all(is_short(c, reading) for c in beside):
            continue
        own = None if beside else in_clause(span, in_order, reading, terms)
        whole = None
        if main is not None and (own is None or is_short(own, reading)):
            whole = in_whole(span, main, reading, terms)
        if own is not None and whole is not None and own.told == whole.told:
            whole = None
        for told in (own, whole):
            if told is not None:
                yield told
        if (first := own or whole) is not None and first.clause is not None:
            terms[first.clause.verb.i] += span.sort == "term"


def is_asked_with_gap(candidate: Candidate) -> bool:
    """Tell what has a gap; a thing that has lost its question hasn't one."""
    named = candidate.names is not Kind.THING or bool(candidate.items)
    return bool(candidate.told) and (bool(candidate.prompt) or named)


def is_short(told: Candidate, reading: Reading) -> bool:
    """Tell a wording that leaves out much of its sentence: the rest may help."""
    said = len(told.told) + told.end - told.start
    left_out = said < MOST_OF * len(reading.sentence.text)
    return left_out or bool(reading.before)


def in_clause(
    span: Span, in_order: Sequence[Clause], reading: Reading, terms: Counter[int]
) -> Candidate | None:
    """Return the gap in the smallest clause that can be told with it."""
    for clause in in_order:
        if terms[clause.verb.i] == MOST_TERMS and span.sort == "term":
            continue
        if not holds(clause, span) or span.start <= clause.verb.idx < span.end:
            continue
        candidate = gap_for(span, clause, reading)
        telling = telling_of(candidate, reading.setting)
        if telling is not None:
            return with_telling(candidate, telling)
    return None


def with_telling(candidate: Candidate, telling: Telling) -> Candidate:
    traits = frozenset(telling.traits())
    return replace(candidate, bare=telling.bare, traits=traits, told=telling.text)


def in_whole(
    span: Span, main: Clause, reading: Reading, terms: Counter[int]
) -> Candidate | None:
    """Return the gap in the whole sentence where no clause of it can be told alone."""
    several = " " in span.accepted[0] if span.accepted else True
    if span.sort == "term" and (not several or terms[main.verb.i] >= MOST_TERMS):
        return None
    return whole_of(gap_for(span, main, reading), reading)


def whole_of(candidate: Candidate, reading: Reading) -> Candidate | None:
    telling = whole_telling(candidate, reading.setting)
    if reading.before and (telling is None or leans(telling)):
        telling = going_on(candidate, reading) or telling
    return None if telling is None else with_telling(candidate, telling)


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
