"""Where it is or happened."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.answers import NounAnswer, candidate, noun_answer, pobj_of
from quiz.language.english.facts.datings import with_pieces
from quiz.language.english.phrases import Piece, words_of
from quiz.language.english.prompts import ask
from quiz.language.english.wordlists import Kind

WHERE = {"in", "at", "near", "on", "off", "outside", "inside", "beside"}
MOVING = {"from": "from", "to": "to", "into": "to"}
GOING = {"move", "go", "travel", "sail", "return", "send", "take", "bring", "come", "fly",
         "launch", "ship", "flee", "emigrate", "walk", "ride", "run", "carry"}  # fmt: skip
EVERYWHERE = {"Earth", "the Earth", "the World"}
LIVING = {"bear", "born", "live", "settle", "die", "bury", "found", "build", "hold", "base",
          "locate", "situate", "grow", "meet", "stand", "lie", "open", "teach", "study",
          "work", "marry"}  # fmt: skip
LOCAL = {Kind.CITY, Kind.COUNTRY, Kind.PLACE}


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        if clause.group.lemma == "be" and clause.piece("attr") is not None:
            continue  # 'in Norway the best-known measure is the index'
        for piece in clause.with_role("prep"):
            noun = pobj_of(piece)
            if noun is None or noun.ent_type_ in {"DATE", "TIME", "CARDINAL"}:
                continue
            answer = noun_answer(noun, words_of(noun), reading)
            if answer is None or answer.text in EVERYWHERE or not is_local(answer, piece):
                continue
            yield from asked(clause, piece, answer, reading)


def is_local(answer: NounAnswer, piece: Piece) -> bool:
    if answer.kind in LOCAL:
        return answer.proper
    if answer.kind is Kind.THING and answer.proper:
        return clause_of_life(piece) and piece.head.lower_ in {"in", "at", "near"}
    return answer.kind is Kind.BODY and answer.proper and piece.head.lower_ in {"in", "at"}


def clause_of_life(piece: Piece) -> bool:
    """Tell 'was born in Whitby': a name that nothing else tells of is a place there."""
    return piece.head.head.lemma_ in LIVING


def asked(
    clause: Clause, piece: Piece, answer: NounAnswer, reading: Reading
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
    wording = ask(with_pieces(clause, others), piece, wh, reading.setting, strand)
    yield candidate("place", reading, clause, answer, wording, 58)


def is_place(piece: Piece) -> bool:
    noun = pobj_of(piece) if piece.role == "prep" else None
    return (
        noun is not None
        and piece.head.lower_ in WHERE
        and (noun.ent_type_ in {"GPE", "LOC", "FAC"})
    )
