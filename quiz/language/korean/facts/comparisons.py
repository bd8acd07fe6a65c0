"""What is larger than another, and what is the largest of all."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quiz.language.korean.arguments import (
    is_coordinated,
    is_term,
    pieces_or_none,
)
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.names import names_something
from quiz.language.korean.phrases import phrases
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import CLEFT, cleft, type_noun
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, noun_kind

MOST = frozenset({"가장", "제일"})
AMONG = frozenset({"가운데", "중", "중에서", "중에"})
FORMER = re.compile(
    r"^(?:평소|예상|기존|이전|종전|과거|예년|전년|전보다|생각|무엇|보통|그|이)"
)
LANDFORMS = {"강": "강", "산": "산", "섬": "섬", "봉": "봉우리"}
LONGEST = 15  # characters of an answer that is no name


def find(reading: Reading) -> Iterator[Candidate]:
    text = reading.sentence.text
    if "보다 " not in text and "가장 " not in text and "제일 " not in text:
        return
    for clause in reading.clauses:
        predicate = clause.predicate
        if predicate is None or not predicate.is_adjective or not clause.topic:
            continue
        yield from superlative(clause, reading)
        yield from comparative(clause, reading)


def superlative(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'A는 행성 가운데 가장 크다' -> '행성 가운데 가장 큰 행성은 무엇인가?'."""
    words = [clause.word(n) for n in clause.body]
    if words[-2:-1] == [] or words[-2].core not in MOST:
        return
    mention = holder(clause, reading)
    pieces = pieces_or_none(clause, reading)
    if mention is None or pieces is None:
        return
    rest = [p for p in pieces if p.number not in clause.topic and p.number >= 0]
    noun = group_noun(rest, reading)
    if not noun and not says_of_which(rest, reading):
        reading.rejected["no-scope"] += 1
        return
    yield asked(clause, pieces, mention, noun, reading, 80)


def says_of_which(rest: list[Piece], reading: Reading) -> bool:
    """Tell whether some name or some place says among which it is the largest."""
    placed = any(
        p.josa in {"에서", "에"} and len(p.core) > 1 and p.core not in VAGUE_NOUNS
        for p in rest
    )
    text = " ".join(p.text for p in rest)
    return placed or names_something(text, reading.setting.names)


def comparative(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'A는 B보다 몸집이 크다' -> 'B보다 몸집이 큰 것은 무엇인가?'."""
    other = next((w for n in clause.body if (w := clause.word(n)).josa == "보다"), None)
    if other is None or FORMER.match(other.core) or other.quoted:
        return
    names = reading.setting.names
    if not (names.is_proper(other.core) or is_term(other.core, reading)):
        return
    mention = holder(clause, reading)
    pieces = pieces_or_none(clause, reading)
    if mention is None or pieces is None:
        return
    rest = [p for p in pieces if p.number not in clause.topic]
    if len(rest) > 1 and tells_of_what(rest, other):
        yield asked(clause, pieces, mention, "", reading, 62)


def tells_of_what(rest: list[Piece], other: Word) -> bool:
    """Tell '수달보다 몸집이 크다', which says what is compared, from '수달보다 크다'."""
    return any(p.word is not None and p.word.is_subject for p in rest)


def holder(clause: Clause, reading: Reading) -> Mention | None:
    """Return what the clause's subject is, if it can be an answer."""
    sentence = clause.sentence
    for phrase in phrases(sentence):
        if phrase.last != clause.topic[-1] or phrase.is_time:
            continue
        mention = read_phrase(sentence, phrase)
        if is_coordinated(sentence, phrase) or sentence.words[phrase.last].quoted:
            return None
        before = sentence.words[phrase.first - 1] if phrase.first else None
        if before is not None and (before.part is Part.ADNOMINAL or before.josa == "의"):
            return None
        if reading.setting.names.is_proper(mention.name):
            return mention
        common = len(mention.name) <= LONGEST and mention.name not in VAGUE_NOUNS
        return mention if common and is_term(mention.name, reading) else None
    return None


def group_noun(rest: list[Piece], reading: Reading) -> str:
    """Return 행성 of '태양계 행성 가운데', or ""."""
    for before, piece in pairwise(rest):
        if piece.core in AMONG or piece.text in AMONG:
            noun = before.core.split()[-1].strip("‘’'")
            plain = before.word is not None and before.word.part is Part.NOUN
            return noun if plain and not before.josa and noun not in VAGUE_NOUNS else ""
    return ""


def asked(
    clause: Clause,
    pieces: list[Piece],
    mention: Mention,
    noun: str,
    reading: Reading,
    weight: int,
) -> Candidate:
    names = reading.setting.names
    if noun:
        wh = CLEFT[noun_kind(noun) or Kind.THING][1]
    else:
        noun, wh = type_noun(mention, reading.setting)
        if noun == "곳" and mention.name[-1:] in LANDFORMS:
            noun, wh = LANDFORMS[mention.name[-1]], "무엇"
    prompt = cleft(clause, pieces, set(clause.topic), noun, wh, reading.setting)
    return Candidate(
        "comparison", clause.sentence, mention.start, mention.end, prompt,
        accepted_names(mention, names), names.kind(mention.name) or Kind.THING,
        weight=weight, part="comparison",
    )  # fmt: skip
