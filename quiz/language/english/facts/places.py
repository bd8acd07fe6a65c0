"""Where it is or happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.answers import NounAnswer, candidate, noun_answer, pobj_of
from quiz.language.english.facts.datings import is_date, with_pieces
from quiz.language.english.names import LANGUAGES
from quiz.language.english.phrases import Piece, words_of
from quiz.language.english.prompts import ask
from quiz.language.english.wordlists import CALLING, ONCE, Kind, words

if TYPE_CHECKING:
    from spacy.tokens import Token

REGION = re.compile(r", ([A-Z][\w.]+(?: [A-Z][\w.]+){0,2})(?=,|$|\.| on | in )")
WHERE = {"in", "at", "near", "on", "off", "outside", "inside", "beside"}
MOVING = {"from": "from", "to": "to", "into": "to"}
GOING = {"move", "go", "travel", "sail", "return", "send", "take", "bring", "come", "fly",
         "launch", "ship", "flee", "emigrate", "walk", "ride", "run", "carry"}  # fmt: skip
EVERYWHERE = re.compile(r"^(?:the )?(?:Earth|World)$|\b(?:Ages|Era|War|Century|Period)$")
LIVING = {"bear", "born", "live", "settle", "die", "bury", "found", "build", "hold", "base",
          "locate", "situate", "grow", "meet", "stand", "lie", "open", "teach", "study",
          "work", "marry"}  # fmt: skip
NAMED_PLACE = re.compile(r"(?:[a-z-]+ )*?([a-z]+) of (?:the )?[A-Z]")
SPOTS = words(
    """
coast bank banks shore shores island edge outskirts valley slopes foot mouth south north
east west centre center suburb village town city streets mountains waters coasts capital
state province region county district harbour harbor port source top summit
"""
)
# 'published in the Northern Journal' says no place.
PAPERS = words(
    """
journal magazine times gazette review herald newspaper post letters proceedings
transactions bulletin nature science lancet
"""
)
SITES = {"GPE", "LOC", "FAC"}
LOCAL = {Kind.CITY, Kind.COUNTRY, Kind.PLACE}


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        if clause.group.lemma == "be" and clause.piece("attr") is not None:
            continue  # 'in Norway the best-known measure is the index'
        if clause.group.lemma in CALLING:
            continue  # 'known in Gaelic as guga'
        yield from where(clause, reading)
        for piece in clause.with_role("prep"):
            noun = pobj_of(piece)
            if noun is None or noun.ent_type_ in {"DATE", "TIME", "CARDINAL"}:
                continue
            if piece.loose and any(is_place(p) for p in clause.pieces if p is not piece):
                continue  # 'in Erlangen, in Bavaria'
            answer = noun_answer(noun, words_of(noun), reading)
            if (
                answer is None
                or EVERYWHERE.search(answer.text)
                or answer.text in LANGUAGES
                or not is_local(answer, piece)
            ):
                continue
            yield from asked(clause, piece, noun, answer, reading)


def where(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """Ask 'Where are most volcanoes found?' of 'found where two plates meet'."""
    doc = reading.sentence.doc
    for piece in clause.with_role("advcl"):
        words = list(piece.words)
        if doc[words[0]].lower_ != "where" or piece.front or piece.loose or len(words) < 4:
            continue
        if words[-1] - words[0] != len(words) - 1 or any(
            doc[n].tag_ in {"PRP", "PRP$"} for n in words
        ):
            continue
        start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
        surface = reading.sentence.text[start:end]
        wording = ask(clause, piece, "Where", reading.setting)
        yield Candidate(
            "place", reading.sentence, start, end, wording.text,
            (surface, surface.removeprefix("where ")), weight=68, bare=wording.bare,
        )  # fmt: skip


def is_local(answer: NounAnswer, piece: Piece) -> bool:
    if not answer.proper and answer.kind is Kind.THING:
        return is_named_place(answer)
    if answer.text.split()[-1].lower() in PAPERS:
        return False
    if answer.kind in LOCAL:
        return answer.proper
    if answer.kind is Kind.THING and answer.proper:
        return clause_of_life(piece) and piece.head.lower_ in {"in", "at", "near"}
    return answer.kind is Kind.BODY and answer.proper and piece.head.lower_ in {"in", "at"}


def is_named_place(answer: NounAnswer) -> bool:
    """Tell 'the west coast of the Isle of Lewis', 'the edge of Oslo'."""
    of = NAMED_PLACE.match(answer.text)
    return bool(of) and of is not None and of[1].lower() in SPOTS


def clause_of_life(piece: Piece) -> bool:
    """Tell 'was born in Whitby': a name that nothing else tells of is a place there."""
    return piece.head.head.lemma_ in LIVING


def asked(
    clause: Clause, piece: Piece, noun: Token, answer: NounAnswer, reading: Reading
) -> Iterator[Candidate]:
    word = piece.head.lower_
    if word in WHERE:
        wh, strand = "Where", ""
        if word == "in" and answer.noun in {"country", "museum", "city"}:
            wh = f"In which {answer.noun}"
    elif word in MOVING and clause.group.lemma in GOING:
        wh, strand = "Where", MOVING[word]
    else:
        return
    others = [p for p in clause.pieces if p is piece or not is_place(p)]
    if clause.group.lemma in ONCE:
        others = [p for p in others if not is_date(p)]
    if answer.kind is Kind.BODY and word in {"at", "in"} and answer.wh.startswith("Which "):
        wh = f"{word.capitalize()} w{answer.wh[1:]}"
    answer = with_region(answer, noun, reading)
    wording = ask(with_pieces(clause, others), piece, wh, reading.setting, strand)
    yield candidate("place", reading, clause, answer, wording, 58)


def with_region(answer: NounAnswer, noun: Token, reading: Reading) -> NounAnswer:
    """Return 'Chapel Hill, North Carolina', of which the first half is enough."""
    text = reading.sentence.text
    after = REGION.match(text, answer.end)
    if after is None or answer.kind in {Kind.COUNTRY, Kind.BODY} or not answer.proper:
        return answer
    told = [t for t in noun.doc if after.start(1) <= t.idx < after.end(1)]
    if not any(t.ent_type_ in {"GPE", "LOC"} for t in told):
        return answer
    whole = f"{answer.text}, {after[1]}"
    accepted = tuple(dict.fromkeys([whole, *(answer.accepted or (answer.text,))]))
    return replace(answer, text=whole, end=after.end(1), accepted=accepted)


def is_place(piece: Piece) -> bool:
    noun = pobj_of(piece) if piece.role == "prep" else None
    return (
        noun is not None
        and piece.head.lower_ in WHERE
        and (
            noun.ent_type_ in SITES
            or noun.tag_ == "NNP"
            or any(noun.doc[n].ent_type_ in SITES for n in piece.words)
        )
    )
