"""What '이는 ... 때문이다' and '... 한 것은 ... 위해서다' explain: here or just before."""

from collections.abc import Iterator
from dataclasses import dataclass

from quiz.language.korean.arguments import (
    pieces_or_none,
    says_who,
    subject_text,
)
from quiz.language.korean.candidates import Reading
from quiz.language.korean.clauses import Clause, clauses, subject_words
from quiz.language.korean.conjugation import from_adnominal
from quiz.language.korean.morphology import Part
from quiz.language.korean.names import names_something
from quiz.language.korean.owners import pieces_of
from quiz.language.korean.pieces import Piece, Unresolved
from quiz.language.korean.prompts import as_subject, cleft, finish
from quiz.language.korean.subordination import INDEPENDENT, clause_with, last_ending

EXPLAINED = {"것": "까닭", "까닭": "까닭", "이유": "이유", "원인": "원인", "목적": "목적"}
THUS = frozenset({"이처럼", "그처럼", "이렇게", "그렇게", "이토록"})
GENERAL = 15  # characters of what is true of anybody: '피아노와 바이올린을 구별하는'
THIS = frozenset({"이는", "그것은", "이것은"})


@dataclass(frozen=True, slots=True)
class Effect:
    """What is explained, up to its noun (까닭); the explanation begins at word `answer`."""

    text: str
    noun: str
    answer: int


def effects(reading: Reading, number: int) -> Iterator[Effect]:
    """Yield what the explanation that ends in word `number` explains, if that is sure."""
    words = reading.sentence.words
    topics = [n for n in range(number) if words[n].is_topic]
    told = [n for n in topics if words[n].core in EXPLAINED and n > 0]
    this = [n for n in topics if words[n].text in THIS]
    if told and words[told[0] - 1].part is Part.ADNOMINAL:
        yield from told_here(reading, told[0])
    elif number != len(words) - 1:
        return
    elif told and words[told[0] - 1].text in {"그", "이"}:
        yield from told_before(reading, told[0] + 1)
    elif this and this[0] > 0:
        yield from told_in_clause(reading, this[0])
    elif not told and "ETN" in words[number - 1].tags():
        yield from told_before(reading, this[0] + 1 if this else 0)


def told_here(reading: Reading, topic: int) -> Iterator[Effect]:
    """'A가 B한 것은'."""
    sentence = reading.sentence
    words = sentence.words
    predicate = from_adnominal(words[topic - 1], 1, list(words[:topic]))
    if predicate is None:
        return
    clause = clause_with(reading, topic)
    body = tuple(range(clause.body[0] if clause else 0, topic))
    if any(words[n].text in THUS for n in body):
        return
    own = subject_words(sentence, body)
    clause = Clause(sentence, (), body, predicate, False, own)
    try:
        pieces = [as_subject(p) for p in pieces_of(clause, reading.setting)]
    except Unresolved:
        return
    text = finish([p.text for p in pieces], reading.setting)
    subject = any(
        p.word is None
        or ((p.word.is_subject or p.word.is_topic) and says_who(p.core, reading))
        for p in pieces
    )
    general = not predicate.past and len(text) >= GENERAL and any(
        p.word is not None and p.word.is_object for p in pieces
    )  # fmt: skip
    if subject or general or names_something(text, reading.setting.names):
        yield Effect(text, EXPLAINED[words[topic].core], topic + 1)


def told_in_clause(reading: Reading, this: int) -> Iterator[Effect]:
    """'A가 B하는데, 이는'."""
    before = clause_with(reading, this - 1)
    if before is not None and before.predicate and before.body[-1] == this - 1:
        pieces = pieces_or_none(before, reading)
        yield from of_clause(reading, before, pieces, this + 1)


def told_before(reading: Reading, answer: int) -> Iterator[Effect]:
    """'A가 B했다. 이는'."""
    previous = reading.setting.context.previous
    told = clauses(previous) if previous is not None and previous.words else []
    if not told or told[-1].predicate is None or not stands_apart(told):
        return
    try:
        pieces = pieces_of(told[-1], reading.setting)
    except Unresolved:
        return
    yield from of_clause(reading, told[-1], pieces, answer)


def stands_apart(told: list[Clause]) -> bool:
    """Tell whether the last clause alone is explained: '..., 그러나 B하지 못하였다'."""
    if len(told) == 1:
        return True
    before = told[-2].word(told[-2].body[-1])
    return last_ending(before) in INDEPENDENT


def of_clause(
    reading: Reading, clause: Clause, pieces: list[Piece] | None, answer: int
) -> Iterator[Effect]:
    if pieces is None or not says_who(subject_text(pieces, clause), reading):
        return
    text = cleft(clause, pieces, set(), "까닭", "무엇", reading.setting)
    if text:
        yield Effect(text.removesuffix(" 까닭은 무엇인가?"), "까닭", answer)
