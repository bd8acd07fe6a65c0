"""What something consists of: 'A는 B, C, D로 이루어져 있다', '... 나뉜다'."""

import re
from collections.abc import Iterator

from quiz.language.korean.arguments import pieces_or_none, says_who, subject_text
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.enumerations import (
    Listed,
    candidate,
    counted,
    has_modifier,
    lists_in,
)
from quiz.language.korean.josa import attach
from quiz.language.korean.prompts import in_place

CONSISTS = re.compile(r"^(?:이루어(?:져|진)|이뤄(?:져|진)|구성(?:되|된|돼))")
PARTED = re.compile(r"^(?:나뉘|나뉜|나뉩|구분(?:되|된|돼)|분류(?:되|된|돼))")
HINT = re.compile(r"로 (?:이루|이뤄|구성|나뉘|나뉜|나뉩|구분|분류)")
BY = frozenset({"로", "으로"})
MANY = 3  # of two, each is asked in its place
NOT_NAMES = re.compile(r"\d|것$|등$")


def find(reading: Reading) -> Iterator[Candidate]:
    if not HINT.search(reading.sentence.text):
        return
    for clause in reading.clauses:
        for listed in lists_in(clause):
            if listed.josa in BY and not listed.open_end:
                yield from asked(listed, clause, reading)


def asked(listed: Listed, clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'네프론은 B, C, D로 이루어져 있다' -> '네프론을 이루는 세 가지는 무엇인가?'."""
    if not clause.topic or clause.topic[-1] >= listed.first or has_tail(listed, clause):
        return
    if has_modifier(clause, listed.first) or any(
        NOT_NAMES.search(m.name) for m in listed.members
    ):
        return
    verb = clause.word(listed.last + 1).text
    pieces = pieces_or_none(clause, reading)
    if pieces is None:
        return
    who = subject_text(pieces, clause)
    if not says_who(who, reading):
        return
    if CONSISTS.match(verb) and listed.first == clause.topic[-1] + 1:
        prompt = f"{attach(who, '을')} 이루는 {counted(listed)} 가지는 무엇인가?"
        yield candidate(listed, reading, prompt, 84)
    elif PARTED.match(verb) and len(listed.members) >= MANY:
        span = (listed.first, listed.last)
        wh = f"어떤 {counted(listed)} 가지"
        prompt = in_place(clause, pieces, span, wh, reading.setting)
        yield candidate(listed, reading, prompt, 84)


def has_tail(listed: Listed, clause: Clause) -> bool:
    """Tell whether more than the verb follows: '... 이루어져 매년 모인다'."""
    after = [n for n in clause.body if n > listed.last]
    return not 1 <= len(after) <= 2
