"""Rises and falls, prices, sizes, ages, scores and how often: numbers beside a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quiz.core.questions import AnswerKind
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.answers import pobj_of
from quiz.language.english.facts.datings import is_date, with_pieces
from quiz.language.english.phrases import Piece, words_of
from quiz.language.english.prompts import Wording, ask
from quiz.language.english.voices import Unresolved, Voice
from quiz.language.english.wordlists import CURRENCIES, TIME_UNITS, UNITS, Kind, words

ABOUT = (
    r"(?:(?:about|some|around|nearly|almost|roughly|approximately|more than|over|up to|"
    r"at least|less than|fewer than|just|just over|just under|a little over|as much as|"
    r"an estimated|below|under|between) )*"
)
SIGN = "[−-]?"
NUMBER = r"\d(?:[\d,.]*\d)?"
SCALE = r"(?:\s?(?:bn|tn|m\b|k\b|million|billion|trillion))?"
NAMED_UNITS = "|".join(
    sorted(map(re.escape, CURRENCIES | UNITS | TIME_UNITS), key=len, reverse=True)
)
UNIT = rf"(?:\s?(?:%|per ?cent|p\b|°C|(?:square |cubic )?(?:{NAMED_UNITS})\b))?"
RATE = r"(?: (?:a|per|an) (?:year|month|week|day|hour|tonne|ton|share|head|person|night))?"
VALUE = re.compile(
    rf"{ABOUT}(?:[$£€¥₩]\s?{NUMBER}{SCALE}|"
    rf"{SIGN}{NUMBER}(?:(?: to |–){NUMBER})?{SCALE}{UNIT})"
    rf"(?: and [$£€]?{NUMBER}{SCALE}{UNIT})?{RATE}"
)
MONEY = re.compile(rf"[$£€¥₩]|\d\s?p\b|\b(?:{'|'.join(CURRENCIES)})\b")
HEAT = re.compile(rf"{ABOUT}{SIGN}{NUMBER} ?(?:°[CF]|K)\b")
DEGREES = re.compile(r"°|\bdegrees?\b")
PERCENT = re.compile(r"%|per ?cent")
YEAR = re.compile(r"(?:1\d{3}|20\d\d)")
CHANGING = words(
    """
rise fall grow increase drop decline climb shrink jump decrease expand slump cut raise
reduce lower widen narrow slow
"""
)
MEASURES = words(
    """
depth height length width area population capacity speed temperature weight price cost
budget salary distance diameter crowd attendance fee fine rate total average maximum
minimum turnover revenue profit elevation altitude rainfall limit deposit volume lifespan
"""
)
HELD_MEASURES = words(
    """
population area length height width depth diameter elevation altitude capacity wingspan
lifespan weight volume circumference density
"""
)
RISING = {"lie", "stand", "rise"}
REACHING = {"lie", "stand", "rise", "run", "stretch", "extend", "flow", "travel"}
LENGTH = re.compile(r"\b(?:km|m|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|yards)$")
WINNING = {"beat", "defeat", "win", "lose", "draw", "thrash", "edge"}
COMPARED = re.compile(r" (?:above|below|more|less|higher|lower|of|up|down|full|better)\b")
SCORE = re.compile(r"(?<![\d-])(\d{1,3}[-–]\d{1,3})(?![\d-])")
OFTEN = re.compile(
    r"(?:(?:once|twice|\w+ times) (?:a|an|each|every) \w+|every (?:\w+ )?(?:second|minute|"
    r"hour|day|night|week|month|year|decade|century)s?|daily|weekly|monthly|annually)"
)


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its unit; `start` and `end` are clean offsets."""

    text: str
    start: int
    end: int

    @property
    def is_money(self) -> bool:
        return bool(MONEY.search(self.text))

    @property
    def is_percent(self) -> bool:
        return bool(PERCENT.search(self.text))

    @property
    def is_bare(self) -> bool:
        return bool(re.fullmatch(rf"{ABOUT}{NUMBER}{SCALE}", self.text))


def find(reading: Reading) -> Iterator[Candidate]:
    if not re.search(r"\d|every|times|once|twice|ly\b", reading.sentence.text):
        return
    for clause in reading.clauses:
        yield from changed(clause, reading)
        yield from paid(clause, reading)
        yield from sized(clause, reading)
        yield from measured(clause, reading)
        yield from aged(clause, reading)
        yield from far(clause, reading)
        yield from scored(clause, reading)
        yield from heated(clause, reading)
        yield from possessed(clause, reading)
        yield from often(clause, reading)


def value_at(start: int, reading: Reading) -> Value | None:
    """Return the number that begins at a clean offset, None for a year or none."""
    match = VALUE.match(reading.sentence.text, start)
    if match is None or YEAR.fullmatch(match[0]):
        return None
    text = match[0].rstrip(" .,")
    return Value(text, start, start + len(text))


def value_after(piece: Piece, reading: Reading) -> Value | None:
    """Return the number right after a preposition."""
    after = piece.head.i + 1
    doc = reading.sentence.doc
    return value_at(doc[after].idx, reading) if after < len(doc) else None


def built(
    kind: str, clause: Clause, value: Value, wording: Wording, reading: Reading
) -> Candidate:
    bare = re.sub(rf"^{ABOUT}", "", value.text)
    accepted = dict.fromkeys([value.text, bare])
    return Candidate(
        kind, reading.sentence, value.start, value.end, wording.text, tuple(accepted),
        Kind.NUMBER, AnswerKind.NUMBER, weight=63, clause=clause, bare=wording.bare,
    )  # fmt: skip


def changed(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'Sales rose by 14% to £2m' -> 'By what percentage ...', 'To what figure ...'."""
    if clause.group.lemma not in CHANGING:
        return
    steps = clause.prepositions("by", "to", "from")
    rest = [p for p in clause.pieces if p not in steps and not is_share(p)]
    for piece in filter(is_share, clause.pieces):
        value = value_at(reading.sentence.doc[piece.words[0]].idx, reading)
        if value is not None and value.is_percent:
            whole = with_pieces(clause, [*rest, piece])
            wording = ask(whole, piece, "By what percentage", reading.setting)
            yield built("change", clause, value, wording, reading)
    for piece in steps:
        value = value_after(piece, reading)
        if value and reading.sentence.text[value.end :].startswith(" for "):
            continue  # 'slumped to 74 for six'
        if value is None or piece.head.lower_ == "from" or is_date(piece):
            continue
        wh = "By what percentage" if value.is_percent else "By how much"
        if piece.head.lower_ == "to":
            wh = "To what percentage" if value.is_percent else "To what figure"
            wh = "To what temperature" if DEGREES.search(value.text) else wh
        wording = ask(with_pieces(clause, [*rest, piece]), piece, wh, reading.setting)
        yield built("change", clause, value, wording, reading)


def is_share(piece: Piece) -> bool:
    """Tell the 18% of 'dropped 18% to $372 million'."""
    numeral = piece.role in {"dobj", "npadvmod", "advmod"}
    return numeral and any(piece.head.doc[n].text == "%" for n in piece.words)


def paid(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'It was sold for £12' -> 'For how much was it sold?'."""
    for piece in clause.prepositions("for", "at"):
        value = value_after(piece, reading)
        noun = pobj_of(piece)
        wh = "For how much"
        if piece.head.lower_ == "at":
            if noun is None or noun.lower_ not in {"cost", "price"}:
                continue
            of = next((t for t in noun.children if t.lower_ == "of"), None)
            value = value_at(of.idx + len("of "), reading) if of is not None else None
            wh = f"At what {noun.lower_}"
        if value is not None and value.is_money:
            wording = ask(clause, piece, wh, reading.setting)
            yield built("money", clause, value, wording, reading)


def sized(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'They got a bonus of £50' -> 'How large a bonus did they get?'."""
    piece = clause.piece("dobj")
    if piece is None or clause.group.lemma == "have":
        return
    noun, doc = piece.head, reading.sentence.doc
    of = next((t for t in noun.children if t.dep_ == "prep" and t.lower_ == "of"), None)
    if of is None or of.i != noun.i + 1 or of.i + 1 >= len(doc):
        return
    value = value_at(doc[of.i + 1].idx, reading)
    before = [n for n in words_of(noun) if n < noun.i]
    if value is None or value.is_bare or not before:
        return
    if doc[before[0]].lower_ not in {"a", "an"}:
        return
    adjectives = [doc[n].text for n in before[1:]]
    size = "What" if noun.lower_ in MEASURES else "How large a"
    wh = " ".join([size, *adjectives, noun.text])
    wh = re.sub(r"\ba (?=[aeiou])", "an ", wh)
    rest = [n for n in piece.words if doc[n].idx >= value.end]
    try:
        more = Voice(clause, reading.setting).say(rest)
    except Unresolved:
        return
    wording = ask(clause, piece, wh, reading.setting, instead=[more] if more else [])
    yield built("money" if value.is_money else "quantity", clause, value, wording, reading)


def measured(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'Its greatest depth is 281 metres' -> 'What is its greatest depth?'."""
    subject = clause.subject
    if clause.group.lemma != "be" or subject is None:
        return
    if subject.head.lower_ not in MEASURES or len(subject.words) < 2:
        return
    after = clause.verb.i + 1
    if clause.group.aux or after >= len(reading.sentence.doc):
        return
    value = value_at(reading.sentence.doc[after].idx, reading)
    piece = next((p for p in clause.pieces if after in p.words), None)
    if value is None or piece is None or COMPARED.match(reading.sentence.text, value.end):
        return
    wording = ask(clause, piece, "What", reading.setting)
    yield built("measure", clause, value, wording, reading)


def far(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'It lies 90 metres above sea level' -> 'How high above sea level does it lie?'."""
    doc, after = reading.sentence.doc, clause.verb.i + 1
    if clause.group.lemma not in REACHING or after >= len(doc):
        return
    value = value_at(doc[after].idx, reading)
    piece = next((p for p in clause.pieces if after in p.words), None)
    if value is None or piece is None or not LENGTH.search(value.text):
        return
    words = [n for n in piece.words if doc[n].idx >= value.end]
    try:
        rest = Voice(clause, reading.setting).say(words)
    except Unresolved:
        return
    wh, instead = "How far", [rest] if rest else []
    if rest == "above sea level":
        wh, instead = "How high above sea level", []
    elif clause.group.lemma in RISING or (rest and not rest.startswith(("from ", "to "))):
        return
    wording = ask(clause, piece, wh, reading.setting, instead=instead)
    yield built("measure", clause, value, wording, reading)


def possessed(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'a town with a population of 560' -> 'What is the population of Harlow?'."""
    subject, doc = clause.subject, reading.sentence.doc
    if subject is None or clause.group.aux or clause.group.lemma not in {"be", "have"}:
        return
    for n in {n for p in clause.pieces for n in p.words}:
        noun, at = doc[n], n + 2
        if noun.lower_ not in HELD_MEASURES or at >= len(doc) or doc[n + 1].lower_ != "of":
            continue
        above = noun.head
        if not (noun.dep_ == "dobj" or (noun.dep_ == "pobj" and above.lower_ == "with")):
            continue
        value = value_at(doc[at].idx, reading)
        if value is None or COMPARED.match(reading.sentence.text, value.end):
            continue
        try:
            who = Voice(clause, reading.setting).say(subject.words)
        except Unresolved:
            continue
        own = [t.text for t in noun.children if t.dep_ in {"amod", "compound"}]
        be = "was" if clause.group.tag == "VBD" else "is"
        if who[:1].isupper() or who == reading.setting.topic:
            told = " ".join([*own, noun.text])
            wording = Wording(f"What {be} the {told} of {who}?")
            yield replace(built("measure", clause, value, wording, reading), weight=64)


def heated(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'It melts at 29 °C' -> 'At what temperature does it melt?'."""
    for piece in clause.prepositions("at", "below", "above"):
        after = piece.head.i + 1
        text = reading.sentence.text
        if after >= len(reading.sentence.doc):
            continue
        told = HEAT.match(text, reading.sentence.doc[after].idx)
        if told is None:
            continue
        value = Value(told[0], told.start(), told.end())
        wh = f"{piece.head.text.capitalize()} what temperature"
        wording = ask(clause, piece, wh, reading.setting)
        yield built("measure", clause, value, wording, reading)


def aged(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'He left at the age of 12' -> 'At what age did he leave?'."""
    for piece in clause.pieces:
        text = " ".join(reading.sentence.doc[n].lower_ for n in piece.words)
        told = re.match(
            r"(?:at the age of|aged|at age) (\d{1,3}|[a-z]+teen|[a-z]+ty)$", text
        )
        if told is None:
            continue
        number = reading.sentence.doc[piece.words[-1]]
        value = Value(number.text, number.idx, number.idx + len(number.text))
        firm = [p for p in clause.pieces if p is piece or not is_date(p)]
        wording = ask(with_pieces(clause, firm), piece, "At what age", reading.setting)
        yield built("age", clause, value, wording, reading)


def scored(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'Harlow beat Bergen 3-2' -> 'By what score did Harlow beat Bergen?'."""
    if clause.group.lemma not in WINNING or clause.piece("dobj") is None:
        return
    doc = reading.sentence.doc
    until = clause.verb.right_edge
    end = until.idx + len(until.text)
    told = SCORE.search(reading.sentence.text, clause.verb.idx, end)
    if told is None or any(
        t.pos_ == "VERB" and t.i > clause.verb.i and t.idx < told.start() for t in doc
    ):
        return
    holding = [p for p in clause.pieces if any(is_in(doc[n].idx, told) for n in p.words)]
    kept = [without(p, told) for p in clause.pieces]
    pieces = [p for p in kept if p.words and (p.role == "dobj" or not holds_digits(p))]
    if not holding or not any(p.role == "dobj" for p in pieces):
        return
    gap = Piece("npadvmod", doc[holding[0].words[-1]], ())
    wording = ask(with_pieces(clause, pieces), gap, "By what score", reading.setting)
    text = told[1]
    yield Candidate(
        "score", reading.sentence, told.start(), told.end(), wording.text,
        (text, text.replace("–", "-")), Kind.NUMBER, AnswerKind.WORDS, weight=66,
        clause=clause, bare=wording.bare,
    )  # fmt: skip


def is_in(place: int, told: re.Match[str]) -> bool:
    return told.start() <= place < told.end()


def without(piece: Piece, told: re.Match[str]) -> Piece:
    doc = piece.head.doc
    kept = tuple(n for n in piece.words if not is_in(doc[n].idx, told))
    return Piece(piece.role, piece.head, kept, piece.front, piece.loose)


def holds_digits(piece: Piece) -> bool:
    words: Sequence[int] = piece.words
    return piece.role != "prep" and any(piece.head.doc[n].is_digit for n in words)


def often(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'The bell rings every three hours' -> 'How often does the bell ring?'."""
    for piece in clause.with_role("npadvmod", "advmod"):
        words = piece.words
        if words[-1] - words[0] != len(words) - 1:
            continue
        doc = reading.sentence.doc
        start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
        surface = reading.sentence.text[start:end]
        if not OFTEN.fullmatch(surface.lower()):
            continue
        wording = ask(clause, piece, "How often", reading.setting)
        yield Candidate(
            "frequency", reading.sentence, start, end, wording.text, (surface.lower(),),
            Kind.THING, weight=66, clause=clause, bare=wording.bare,
        )  # fmt: skip
