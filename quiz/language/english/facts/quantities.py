"""How many, how much, how long, how old, what percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.core.questions import AnswerKind
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.datings import is_date, with_pieces
from quiz.language.english.phrases import ABOUT, Piece, words_of
from quiz.language.english.prompts import Wording, ask
from quiz.language.english.voices import Unresolved, Voice
from quiz.language.english.wordlists import CURRENCIES, NUMERALS, TIME_UNITS, UNITS, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

SIGNS = {"$", "£", "€", "¥", "₩"}
PERCENT = {"%", "percent", "cent"}
PAYING = {"cost", "pay", "raise", "spend", "earn", "lend", "owe", "lose", "donate",
          "receive", "charge", "fetch"}  # fmt: skip
LASTING = {"take", "last"}
AT_ONCE = {"reach", "win", "score", "find", "discover", "arrive", "buy", "sell", "die",
           "become", "join", "leave", "start", "begin", "lose", "beat", "see"}  # fmt: skip
CUT_UNIT = re.compile(r" ?(?:kg|km|cm|mm|kW|MW|GW|m|g|tonnes?|metres?|miles?|feet)\b")
MORE = {"more", "fewer", "less"}
FRACTIONS = {"half", "third", "quarter", "fifth", "tenth", "thirds", "quarters", "fifths"}
HAVING = {"run", "own", "operate", "have", "keep", "manage", "employ"}
COUNTED_OBJECT = re.compile(
    rf"\b({'|'.join(sorted(HAVING))}) (\d[\d,]*|{'|'.join(NUMERALS)})(?= )"
)
RATED = re.compile(r" (?:an|a|per) (?:hour|day|week|month|year|night|head|person|share)\b")
SIZED = {"budget", "staff", "workforce", "fleet", "army", "crew", "membership", "fund",
         "audience", "endowment", "readership", "collection"}  # fmt: skip
UNCOUNTED = {"revenue", "turnover", "income", "debt", "cash", "capital", "funding"}
ROLES = {"dobj", "attr", "npadvmod", "prep", "subject"}


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in map(without_up, reading.clauses):
        yield from had(clause, reading)
        yield from fractions(clause, reading)
        pieces = [p for p in (clause.subject, *clause.pieces) if p is not None]
        for piece in pieces:
            if piece.role == "subject" and clause.kind == "relative":
                continue  # 'two cells, which swell': others may swell as well
            if piece.role in ROLES and not is_date(piece):
                yield from counted(clause, piece, reading)


def without_up(clause: Clause) -> Clause:
    """Leave the 'up' of 'borrow up to fifteen items' to the number."""
    up = [
        p
        for p in clause.with_role("prt")
        if p.head.lower_ == "up"
        and p.head.i + 1 < len(p.head.doc)
        and p.head.nbor(1).lower_ == "to"
    ]
    return with_pieces(clause, [p for p in clause.pieces if p not in up]) if up else clause


def counted(clause: Clause, piece: Piece, reading: Reading) -> Iterator[Candidate]:
    noun = piece.head
    if piece.role == "prep":
        found = next((t for t in noun.children if t.dep_ == "pobj"), None)
        if found is None:
            return
        noun = found
    if any(t.dep_ == "conj" for t in noun.children):
        return
    number = number_of(noun)
    if (
        number is None
        or noun.i in reading.sentence.speech
        or (number.lower_ == "one" or any(t.lower_ == "perhaps" for t in number.subtree))
    ):
        return
    if is_percent(noun):
        yield from percentages(clause, piece, noun, reading)
    elif is_money(noun, number) and not (
        noun.lower_ in CURRENCIES
        and piece.role == "dobj"
        and clause.group.lemma not in PAYING
    ):
        yield from amounts(clause, piece, noun, reading)
    elif (
        noun.lower_ in TIME_UNITS
        and clause.group.lemma in LASTING
        and piece.role != "prep"
        and clause.piece("dobj") in {None, piece}
    ):
        yield made(clause, piece, noun, "How long", reading, with_unit=True)
    elif clause.group.lemma == "weigh" and piece.role in {"dobj", "npadvmod", "attr"}:
        yield made(clause, piece, noun, "How much", reading, with_unit=True)
    else:
        yield from how_many(clause, piece, noun, reading)


def number_of(noun: Token) -> Token | None:
    """Return the number word of a phrase; a year or an ordinal is none."""
    if noun.tag_ == "CD" or noun.lower_ in {"%"} or noun.ent_type_ == "MONEY":
        found: Token | None = noun
    else:
        found = next((t for t in noun.children if t.dep_ == "nummod"), None)
    if found is None or (found.ent_type_ in {"DATE"} and found.shape_ == "dddd"):
        return None
    if found.shape_ == "dddd" and found.text[:2] in {"18", "19", "20"} and found is noun:
        return None
    return found


def is_percent(noun: Token) -> bool:
    return noun.lower_ in PERCENT


def is_money(noun: Token, number: Token) -> bool:
    if noun.lower_ in CURRENCIES or noun.ent_type_ == "MONEY":
        return True
    return any(t.text in SIGNS for t in number.subtree) or (
        number.i > 0 and number.nbor(-1).text in SIGNS
    )


def how_many(
    clause: Clause, piece: Piece, noun: Token, reading: Reading
) -> Iterator[Candidate]:
    """Ask 'How many locks', 'Within how many weeks', 'How many of the pieces'."""
    number = number_of(noun)
    assert number is not None
    if not is_countable(clause, piece, noun, number):
        return
    if noun.lower_ == "degrees" and piece.role == "prep":
        yield from temperatures(clause, piece, noun, reading)
        return
    quantity = {t.i for t in number.subtree} if number is not noun else number_words(noun)
    if number is not noun:
        quantity |= {t.i for t in noun.children if t.dep_ in {"det", "quantmod", "predet"}}
        quantity |= {t.i for t in noun.children if t.i < number.i and t.dep_ == "advmod"}
    words = list(piece.words) if piece.role == "subject" else words_of(noun)
    if noun.lower_ in TIME_UNITS:
        words = [n for n in words if n <= noun.i]
    told = {s.i for t in noun.subtree if t.dep_ == "relcl" for s in t.subtree}
    words = [n for n in words if n not in told]
    rest = [n for n in words if n not in quantity and n > min(quantity)]
    first = [n for n in words if n < min(quantity)]
    if first and any(reading.sentence.doc[n].tag_ != "DT" for n in first):
        return
    voice = Voice(clause, reading.setting)
    try:
        what = voice.say(rest)
    except Unresolved:
        return
    wh = f"How many {what}"
    if piece.role == "prep":
        if piece.head.lower_ in {"of", "with"} and piece.head.i == clause.verb.i + 1:
            yield number_candidate(clause, piece, noun, wh, reading, strand=piece.head.text)
            return
        if piece.head.lower_ not in {
            "for",
            "in",
            "within",
            "after",
            "at",
            "to",
            "by",
            "from",
        }:
            return
        wh = f"{piece.head.text.capitalize()} how many {what}"
    yield number_candidate(clause, piece, noun, wh, reading)


def temperatures(
    clause: Clause, piece: Piece, noun: Token, reading: Reading
) -> Iterator[Candidate]:
    """Ask 'At what temperature ...?' of 'at minus 10 degrees Fahrenheit'."""
    doc = reading.sentence.doc
    scale = noun.nbor(1) if noun.i + 1 < len(doc) else noun
    if piece.head.lower_ != "at" or scale.text not in {"Celsius", "Fahrenheit"}:
        return
    first = doc[piece.head.i + 1]
    wording = ask(clause, piece, "At what temperature", reading.setting)
    end = scale.idx + len(scale.text)
    yield built("quantity", clause, noun, first.idx, end, wording, reading, "temperature")


def is_countable(clause: Clause, piece: Piece, noun: Token, number: Token) -> bool:
    """Tell whether the number counts the noun, and the question would say of what."""
    if any(t.lower_ in {"every", "each", "another", "next", "last"} for t in noun.subtree):
        return False
    if piece.role == "npadvmod" and is_before_when(noun):
        return False  # 'some 35 years after she had taken it'
    the = any(t.lower_ == "the" for t in noun.children)
    if the and noun.lower_ in TIME_UNITS:
        return False  # 'in the three months to September'
    linked = any(t.lower_ == "to" and not is_up_to(t) for t in number.subtree)
    if any(t.ent_type_ == "ORDINAL" or t.lower_ == "first" for t in noun.children):
        return False  # 'the first 200 packets'
    if noun.lower_ in FRACTIONS or linked:
        return False
    before = piece.head.nbor(-1).lower_ if piece.head.i else ""
    if piece.role == "prep" and piece.head.lower_ == "to" and before == "up":
        return False  # 'can carry up to 200 tonnes'
    if any(t.tag_ == "JJR" and t.lower_ not in MORE for t in number.subtree):
        return False  # 'sounds louder than 85 decibels'
    if piece.role == "prep" and piece.head.lower_ == "by":
        return False
    at_once = clause.group.lemma in AT_ONCE and noun.lower_ in TIME_UNITS
    if at_once and piece.role == "prep" and piece.head.lower_ == "for":
        return False  # 'reached their first final for 41 years'
    if noun.lower_ in UNITS and piece.role not in {"dobj", "prep", "npadvmod"}:
        return False
    return noun.tag_ in {"NNS", "NNPS", "CD"} and (noun is not number or has_of(noun))


def is_up_to(to: Token) -> bool:
    return to.i > 0 and to.nbor(-1).lower_ == "up"


def is_before_when(noun: Token) -> bool:
    after = noun.nbor(1).lower_ if noun.i + 1 < len(noun.doc) else ""
    return after in {"after", "before", "since", "earlier", "later", "ago"}


def fractions(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """Ask 'What share of the land do deserts cover?' of 'cover a fifth of the land'."""
    piece = clause.piece("dobj")
    if piece is None or clause.group.lemma in {"have", "lose", "be"}:
        return
    noun, doc = piece.head, reading.sentence.doc
    of = next((t for t in noun.children if t.dep_ == "prep" and t.lower_ == "of"), None)
    if of is None or of.i != noun.i + 1 or noun.lower_ not in FRACTIONS:
        return
    start = doc[piece.words[0]].idx
    end = noun.idx + len(noun.text)
    try:
        whole = Voice(clause, reading.setting).say(words_of(of))
    except Unresolved:
        return
    wording = ask(clause, piece, f"What share {whole}", reading.setting)
    surface = reading.sentence.text[start:end]
    yield Candidate(
        "fraction", reading.sentence, start, end, wording.text,
        tuple(dict.fromkeys([surface, ABOUT.sub("", surface)])), Kind.THING, weight=61,
        clause=clause, bare=wording.bare,
    )  # fmt: skip


def has_of(noun: Token) -> bool:
    return any(t.dep_ == "prep" and t.lower_ == "of" for t in noun.children)


def number_words(noun: Token) -> set[int]:
    return {noun.i} | {
        n for t in noun.children if t.i < noun.i for n in (s.i for s in t.subtree)
    }


def number_candidate(
    clause: Clause, piece: Piece, noun: Token, wh: str, reading: Reading, strand: str = ""
) -> Candidate:
    number = number_of(noun)
    assert number is not None
    start, end = span_of(number, noun, reading, with_unit=False)
    gap = None if piece.role == "subject" else piece
    wording = ask(clause, gap, wh, reading.setting, strand)
    if piece.role == "prep" and clause.group.lemma in HAVING:
        wording = replace(wording, text=COUNTED_OBJECT.sub(r"\1 its \2", wording.text))
    return built("quantity", clause, noun, start, end, wording, reading, wh)


def span_of(
    number: Token, noun: Token, reading: Reading, with_unit: bool
) -> tuple[int, int]:
    """Return the clean offsets of 'about 568', or with its unit."""
    left = min(t.i for t in number.subtree if t.i <= number.i and t.dep_ != "prep")
    if number is not noun:
        extra = [
            t.i
            for t in noun.children
            if t.i < number.i
            and t.lower_ in {"about", "some", "around", "nearly", "over", "only", "almost"}
        ]
        left = min([left, *extra])
    last = noun if with_unit else number
    if number is noun:
        last = noun
    doc = reading.sentence.doc
    left -= doc[left].lower_ == "to" and is_up_to(doc[left])
    return doc[left].idx, last.idx + len(last.text)


def made(
    clause: Clause, piece: Piece, noun: Token, wh: str, reading: Reading, with_unit: bool
) -> Candidate:
    number = number_of(noun)
    assert number is not None
    start, end = span_of(number, noun, reading, with_unit)
    gap = None if piece.role == "subject" else piece
    wording = ask(clause, gap, wh, reading.setting)
    return built("quantity", clause, noun, start, end, wording, reading, wh)


def built(
    kind: str,
    clause: Clause,
    noun: Token,
    start: int,
    end: int,
    wording: Wording,
    reading: Reading,
    wh: str,
) -> Candidate:
    start += len("only ") * reading.sentence.text[start:end].lower().startswith("only ")
    if (unit := CUT_UNIT.match(reading.sentence.text, end)) and "any" not in wh.lower():
        end = unit.end()
    surface = reading.sentence.text[start:end].strip()
    if start == 0 and surface[:1].isalpha():
        surface = surface[:1].lower() + surface[1:]
    accepted = [surface, ABOUT.sub("", surface)]
    accepted += [RATED.sub("", text) for text in accepted]
    after = reading.sentence.text[end:]
    if "how many" in wh.lower() and noun.idx + len(noun.text) > end:
        accepted.append(reading.sentence.text[start : noun.idx + len(noun.text)])
    accepted += glossed(end, len(after), reading, surface)
    return Candidate(
        kind, reading.sentence, start, start + len(surface), wording.text,
        tuple(dict.fromkeys(a for a in accepted if a)), Kind.NUMBER, AnswerKind.NUMBER,
        weight=61, clause=clause, bare=wording.bare,
    )  # fmt: skip


def glossed(end: int, rest: int, reading: Reading, surface: str) -> list[str]:
    """Return the 584 km of '363 miles (584 km)'."""
    return [
        part.strip()
        for gloss in reading.sentence.clean.glosses
        if 0 <= gloss.at - end <= 1 and not surface.isdigit()
        for part in re.split(r"[;,] ", gloss.text)
        if re.match(r"[$£€]?\d|about", part)
    ]


def percentages(
    clause: Clause, piece: Piece, noun: Token, reading: Reading
) -> Iterator[Candidate]:
    of = next((t for t in noun.children if t.dep_ == "prep" and t.lower_ == "of"), None)
    if of is None:
        return
    voice = Voice(clause, reading.setting)
    try:
        whole = voice.say(words_of(of))
    except Unresolved:
        return
    left = min(t.i for t in noun.subtree if t.i <= noun.i)
    start, end = reading.sentence.doc[left].idx, noun.idx + len(noun.text)
    strand = piece.head.lower_ if piece.role == "prep" else ""
    gap = None if piece.role == "subject" else piece
    wording = ask(clause, gap, f"What percentage {whole}", reading.setting, strand)
    yield built("percentage", clause, noun, start, end, wording, reading, "What percentage")


def amounts(
    clause: Clause, piece: Piece, noun: Token, reading: Reading
) -> Iterator[Candidate]:
    """Ask 'How much did it cost?', 'How much was it sold for?'."""
    if noun.tag_ in {"NN", "NNS"} and noun.lower_ not in CURRENCIES and len(noun.text) > 3:
        return  # 'a $40 million bond' is a bond
    words = [t.i for t in noun.subtree if t.i <= noun.i and t.dep_ != "case"]
    doc = reading.sentence.doc
    start, end = doc[min(words)].idx, noun.idx + len(noun.text)
    rate = RATED.match(reading.sentence.text, end)
    end = rate.end() if rate else end
    lemma = clause.group.lemma
    if piece.role == "prep":
        return
    if piece.role == "dobj" and (kind := kind_of_money(clause, noun)) is not None:
        yield from moneys(clause, piece, kind, (start, end), reading)
        return
    if lemma in PAYING and piece.role != "subject":
        wording = ask(clause, piece, "How much", reading.setting)
    elif piece.role == "dobj":
        wording = ask(clause, piece, "How much money", reading.setting)
    else:
        return
    yield built("money", clause, noun, start, end, wording, reading, "How much")


def kind_of_money(clause: Clause, noun: Token) -> Token | None:
    """Return the 'financing' of '$9.2 million in tax increment financing'."""
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if after is None or after.lower_ != "in":
        return None
    kind = next((t for t in after.children if t.dep_ == "pobj"), None)
    plain = kind is not None and kind.tag_ == "NN" and not kind.ent_type_
    return (
        kind
        if plain
        and kind is not None
        and kind.left_edge.tag_ not in {"DT", "PRP$", "NNP", "CD"}
        else None
    )


def moneys(
    clause: Clause, piece: Piece, kind: Token, span: tuple[int, int], reading: Reading
) -> Iterator[Candidate]:
    """Ask 'How much tax increment financing would it get?'."""
    words = [t.i for t in kind.subtree if t.i <= kind.i]
    told = " ".join(reading.sentence.doc[n].text for n in words).replace(" - ", "-")
    wh = f"How much {told}"
    inside = {t.i for t in kind.head.subtree}
    rest = [p for p in clause.pieces if p is piece or not inside & set(p.words)]
    wording = ask(with_pieces(clause, rest), piece, wh, reading.setting)
    yield built("money", clause, piece.head, *span, wording, reading, "How much")


def size_of(piece: Piece) -> str:
    """Return 'How much' of revenue, 'How large a' of a budget, 'What' of a length."""
    noun = piece.head.lower_
    if noun in UNCOUNTED:
        return "How much"
    if noun not in SIZED:
        return "What"
    return "How large an" if noun[0] in "aeiou" else "How large a"


def had(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """Ask 'What budget does the scheme have?' of 'It has a budget of 2 billion'."""
    piece = clause.piece("dobj")
    if piece is None or clause.group.lemma != "have":
        return
    of = next(
        (t for t in piece.head.children if t.dep_ == "prep" and t.lower_ == "of"), None
    )
    noun = next((t for t in of.children if t.dep_ == "pobj"), None) if of else None
    number = number_of(noun) if noun is not None else None
    if noun is None or number is None:
        return
    left = min(t.i for t in noun.subtree if t.i <= noun.i)
    start, end = reading.sentence.doc[left].idx, noun.idx + len(noun.text)
    wording = ask(clause, piece, f"{size_of(piece)} {piece.head.text}", reading.setting)
    yield built("quantity", clause, noun, start, end, wording, reading, "What")
