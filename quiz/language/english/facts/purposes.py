"""What for: 'to ...', 'in order to ...', 'so that ...'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.answers import said
from quiz.language.english.phrases import Piece
from quiz.language.english.prompts import ask
from quiz.language.english.wordlists import Kind, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 110  # characters of an answer
# What follows these with 'to' is what is done, not what it is done for.
LEADING_ON = words(
    """
be seem appear have become help allow enable cause force require ask tell want expect need
permit lead get go come choose try prove let make begin start continue urge order persuade
encourage invite teach learn refuse agree decide fail manage know think believe say consider
"""
)


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        yield from uses(clause, reading)
        for piece in clause.with_role("advcl", "prep"):
            if is_aim(piece) or is_in_order(piece):
                yield from aim(clause, piece, reading)


def uses(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """Ask 'What is helium used for?' of 'used for finding leaks', 'used to find leaks'."""
    if clause.group.lemma != "use" or not clause.group.aux:
        return
    doc = reading.sentence.doc
    for piece in clause.with_role("xcomp", "prep", "advcl"):
        words = list(piece.words)
        doing = any(t.dep_ == "pcomp" and t.tag_ == "VBG" for t in piece.head.children)
        aim = piece.role != "prep" and is_aim(piece) and doc[words[0]].lower_ == "to"
        if not (aim or (doing and piece.head.lower_ == "for")) or len(words) < 3:
            continue
        if words[-1] - words[0] != len(words) - 1 or goes_on(words[-1], doc):
            continue
        start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
        surface = reading.sentence.text[start:end]
        if len(surface) > LONGEST:
            continue
        wording = ask(clause, piece, "What", reading.setting, strand="for")
        accepted = (surface, surface.partition(" ")[2])
        yield Candidate(
            "use", reading.sentence, start, end, wording.text, accepted, Kind.THING,
            weight=71, bare=wording.bare, part="why",
        )  # fmt: skip


def is_in_order(piece: Piece) -> bool:
    doc = piece.head.doc
    return [doc[n].lower_ for n in piece.words[:3]] == ["in", "order", "to"]


def is_aim(piece: Piece) -> bool:
    """Tell 'to discourage borrowing' and 'so that children could see it'."""
    marks = {t.lower_ for t in piece.head.children if t.dep_ in {"aux", "mark", "advmod"}}
    if piece.head.tag_ == "VB" and "to" in marks:
        return not piece.front
    before = piece.head.doc[max(0, piece.words[0] - 1)].text
    return {
        "so",
        "that",
    } <= marks and before != ","  # ', so that heavy rain falls': a result


def goes_on(last: int, doc: Doc) -> bool:
    """Tell an answer that is cut before ', several others and ...'."""
    after = doc[last + 1 : last + 2].text
    rest = doc[last + 2 :].text
    if last + 1 < len(doc) and doc[last + 1].tag_ in {"MD", "VBD", "VBZ", "VBP"}:
        return True
    return after in {"and", "or"} or (after == "," and " and " in rest.partition(".")[0])


def aim(clause: Clause, piece: Piece, reading: Reading) -> Iterator[Candidate]:
    doc = reading.sentence.doc
    words = list(piece.words)
    while words and doc[words[0]].lower_ in {"in", "order", "so", "that"}:
        words.pop(0)
    if len(words) < 3 or words[-1] - words[0] != len(words) - 1:
        return
    leading = clause.group.lemma.split()[0] in LEADING_ON
    aimed = "so" in {t.lower_ for t in piece.head.children} and clause.passive
    if (leading and not aimed) or goes_on(words[-1], doc):
        return
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    surface = reading.sentence.text[start:end]
    if len(surface) > LONGEST:
        return
    wording = ask(clause, piece, "Why", reading.setting)
    shown = said(clause, words, reading) or surface
    link = "" if surface.startswith("to ") else "so that "
    accepted = [f"{link}{shown}", shown, surface, surface.removeprefix("to ")]
    if surface.startswith("to "):
        accepted.append(f"in order {surface}")
    yield Candidate(
        "purpose", reading.sentence, start, end, wording.text,
        tuple(dict.fromkeys(accepted)), Kind.THING, weight=70, bare=wording.bare,
        part="why",
    )  # fmt: skip
