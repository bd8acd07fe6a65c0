"""When it happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quiz.core.questions import AnswerKind
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.moments import (
    Moment,
    is_told_later,
    last_year_in,
    read_moment,
    with_year,
)
from quiz.language.english.phrases import Piece
from quiz.language.english.prompts import ask, is_ahead
from quiz.language.english.subordination import is_past
from quiz.language.english.wordlists import ONCE, SAYING, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

AGAIN = re.compile(r",? (?:and|or) (?:again|\d|in|the (?:following|next)|once more)\b")
IN_TIME = {"in", "on", "during", "at"}
BOUNDS = {"since": "Since when", "until": "Until when", "by": "By when",
          "between": "Between which years"}  # fmt: skip
PLACED = {"in", "at", "near", "on", "off", "outside", "inside", "beside"}
# What goes on, and what is so much in every year.
STATES = {"have", "contain", "weigh", "cost", "employ", "own", "need", "seem", "mean",
          "consist", "include", "number", "total", "account", "exceed", "average", "remain",
          "want", "like", "love", "lie", "measure", "earn", "amount"}  # fmt: skip
EARNING = {"make", "report", "post", "generate", "record"}
BEGINNING = {"bear", "found", "establish", "create"}
ADVERBIALS = {"prep", "agent", "advcl", "xcomp", "advmod", "npadvmod"}
LONG_NAME = 7  # words
ASKED = {"day": "On what date", "year": "In which year", "month": "When", "era": "When",
         "span": "When"}  # fmt: skip


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in map(with_when, reading.clauses):
        lemma = clause.group.lemma
        if lemma in SAYING and (clause.piece("ccomp") or lemma in {"say", "tell"}):
            continue  # the day on which somebody said something
        if clause.group.lemma == "be" and is_told_of_any(clause):
            continue
        state = is_state(clause)
        if lemma == "date":
            yield from dated_to(clause, reading)
        dated = [p for p in clause.pieces if is_date(p) and suits_tense(p, clause)]
        for piece in dated:
            if state and piece.head.lower_ not in BOUNDS:
                continue  # so it was in other years too
            if len(dated) == 1 or piece is dated[0]:
                yield from dating(clause, piece, dated, reading)


def with_when(clause: Clause) -> Clause:
    """Give 'the first law came into force' of '1975, when the first law ...' its year."""
    doc, edge = clause.sentence.doc, clause.verb.left_edge.i
    if edge < 2 or doc[edge].lower_ != "when" or doc[edge - 1].text != ",":
        return clause
    noun = doc[edge - 2]
    if clause.kind not in {"adverbial", "relative"} or not is_year(noun):
        return clause
    return with_pieces(clause, [*clause.pieces, Piece("npadvmod", noun, (noun.i,))])


def is_state(clause: Clause) -> bool:
    """Tell 'had 1,500 people' and 'was slow' from what happened: no year is asked of it."""
    lemma = clause.group.lemma
    if lemma == "be":
        return clause.piece("acomp") is not None and clause.piece("attr") is None
    going_on = clause.group.tag == "VBG" and clause.group.aux[:1] in {("was",), ("were",)}
    if lemma in STATES or going_on:
        return True
    done = clause.piece("dobj", "npadvmod")
    return lemma in EARNING and done is not None and holds_amount(done)


def holds_amount(piece: Piece) -> bool:
    kinds = {"MONEY", "PERCENT", "CARDINAL"}
    return any(piece.head.doc[n].ent_type_ in kinds for n in piece.words)


def is_of_name(clause: Clause, reading: Reading) -> bool:
    """Tell 'The Harlow Bank was founded by ...': its name says enough for the year."""
    subject = clause.subject
    if subject is None:
        return False
    said = reading.setting.said.get(subject.head.i, "")
    name = reading.setting.name_at(reading.sentence, subject.head.i)
    return (name is not None and len(subject.words) < LONG_NAME) or said[:1].isupper()


def is_told_of_any(clause: Clause) -> bool:
    """Tell 'The flood was a disaster that struck Boston in 1919': its day is another's."""
    piece = clause.piece("attr")
    if piece is None or piece.head.doc[piece.words[0]].lower_ not in {"a", "an"}:
        return False
    return any(t.dep_ in {"relcl", "acl"} for t in piece.head.children)


def suits_tense(piece: Piece, clause: Clause) -> bool:
    """Tell 'has stood there since 1911' from a date that the parser moved there."""
    perfect = clause.group.aux[:1] in {("has",), ("have",), ("had",)}
    if piece.head.lower_ == "since" and not perfect:
        return False  # 'its first profit since 2019'
    perfect = perfect and clause.group.aux[0] != "had"
    return not perfect or piece.head.lower_ in BOUNDS or piece.role != "prep"


def is_date(piece: Piece) -> bool:
    if piece.role == "npadvmod":
        return piece.head.ent_type_ == "DATE" and not is_duration(piece)
    if piece.role == "prep" and piece.head.lower_ in IN_TIME | set(BOUNDS):
        noun = next((t for t in piece.head.children if t.dep_ == "pobj"), None)
        return (
            noun is not None
            and (noun.ent_type_ == "DATE" or is_year(noun))
            and (not is_duration(piece))
        )
    return piece.role == "advmod" and piece.head.lower_ in {
        "yesterday",
        "today",
        "tomorrow",
    }


def is_place(piece: Piece) -> bool:
    """Tell 'in Oslo' and 'at the mill' from what else goes with a verb."""
    noun = next((t for t in piece.head.children if t.dep_ == "pobj"), None)
    return (
        piece.role == "prep"
        and piece.head.lower_ in PLACED
        and noun is not None
        and noun.ent_type_ not in {"DATE", "TIME"}
        and (noun.ent_type_ in {"GPE", "LOC", "FAC"} or noun.tag_ == "NNP")
    )


def is_year(token: Token) -> bool:
    return token.shape_ == "dddd" and token.text[0] in "12"


def is_duration(piece: Piece) -> bool:
    nouns = {"days", "weeks", "months", "years", "hours", "minutes", "decades", "centuries"}
    return any(piece.head.doc[n].lower_ in nouns for n in piece.words)


def dating(
    clause: Clause, piece: Piece, dated: list[Piece], reading: Reading
) -> Iterator[Candidate]:
    words = list(piece.words)
    if piece.role == "prep":
        words = [n for n in words if n != piece.head.i]
    if not words or words[-1] - words[0] != len(words) - 1:
        return
    doc = reading.sentence.doc
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    surface = reading.sentence.text[start:end]
    past = is_past(clause.verb) or clause.group.tag in {"VBD", "VBN"}
    past = past and not is_ahead(clause.group)
    calendar = reading.setting.calendar
    year = last_year_in(reading.sentence.text[:start]) or reading.setting.recent
    moment = read_moment(surface, calendar, past) or with_year(surface, year, calendar)
    if moment is None or is_told_later(surface, reading.sentence.text, start):
        return
    wh = asked_by(piece, moment)
    if AGAIN.match(reading.sentence.text, end):
        return  # 'in 1678 and again the following year'
    rest = [p for p in dated if p is not piece]
    if clause.group.lemma in ONCE:
        rest += [p for p in clause.pieces if is_place(p)]
    if clause.group.lemma in BEGINNING and clause.passive and is_of_name(clause, reading):
        rest += [p for p in clause.pieces if p.role in ADVERBIALS]
        rest = [p for p in rest if p is not piece]
    kept = [p for p in clause.pieces if p not in rest]
    wording = ask(with_pieces(clause, kept), piece, wh, reading.setting)
    accepted = [moment.shown, *moment.accepted]
    if str(moment.year or "") in surface or moment.precision == "era":
        accepted.append(surface)
    kind = (
        AnswerKind.DATE
        if moment.precision in {"day", "month", "year"}
        else AnswerKind.WORDS
    )
    yield Candidate(
        "date", reading.sentence, start, end, wording.text,
        tuple(dict.fromkeys(accepted)), Kind.DATE, kind, weight=62, clause=clause,
        bare=wording.bare,
    )  # fmt: skip


def dated_to(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """Ask 'To which period is it dated?' of 'It is dated to the 12th century'."""
    for piece in clause.prepositions("to", "from"):
        words = [n for n in piece.words if n != piece.head.i]
        if not words or words[-1] - words[0] != len(words) - 1:
            continue
        doc, back = reading.sentence.doc, piece.head.lower_ == "from"
        start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
        surface = reading.sentence.text[start:end]
        moment = read_moment(surface, reading.setting.calendar)
        if moment is None or moment.precision not in {"year", "era"}:
            continue
        noun = "period" if moment.precision == "era" else "year"
        wh = f"{'From' if back else 'To'} which {noun}"
        wording = ask(clause, piece, wh, reading.setting)
        accepted = dict.fromkeys([surface, re.sub(r"^the ", "", surface)])
        yield Candidate(
            "date", reading.sentence, start, end, wording.text, tuple(accepted), Kind.DATE,
            AnswerKind.WORDS, weight=62, clause=clause, bare=wording.bare,
        )  # fmt: skip


def asked_by(piece: Piece, moment: Moment) -> str:
    if piece.role == "prep" and piece.head.lower_ in BOUNDS:
        if moment.precision == "year":
            return f"{piece.head.text.capitalize()} which year"
        return BOUNDS[piece.head.lower_]
    if moment.precision == "year" and not moment.shown.isdigit():
        return "When"  # 'late 2027' is no year
    return ASKED[moment.precision]


def with_pieces(clause: Clause, pieces: list[Piece]) -> Clause:
    return Clause(
        clause.sentence, clause.verb, clause.kind, clause.subject, clause.group,
        tuple(pieces), clause.source,
    )  # fmt: skip
