"""A noun phrase that is a cause or an aim: 홍수 때문에, 응원 덕분에, 평화를 위해."""

from collections.abc import Iterator
from dataclasses import replace

from quiz.language.korean.arguments import pieces_or_none, says_who, subject_text
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, is_main_argument
from quiz.language.korean.josa import attach
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import cleft
from quiz.language.korean.subordination import (
    BREAKS,
    attaches_to_main,
    clause_with,
    last_ending,
    noun_phrase,
    told_part,
)
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind

LONGEST_NOUN = 30  # characters of a cause that is a noun phrase


def by_noun(
    reading: Reading, last: int, marker: int, asked: str, kind: str = "cause"
) -> Iterator[Candidate]:
    """'전쟁 때문에 회의가 늦어졌다' -> '회의가 늦어진 것은 무엇 때문인가?'."""
    sentence = reading.sentence
    clause = clause_with(reading, marker)
    if clause is None or clause.predicate is None or clause.body[-1] <= marker:
        return
    numbers = noun_phrase(sentence, last, clause.body[0])
    after = tuple(n for n in clause.body if n > marker)[: -clause.predicate.words]
    if numbers is None or not attaches_to_main(sentence, marker, after):
        return
    if any(last_ending(sentence.words[n]) in BREAKS for n in after):
        return
    told, predicate = told_part(clause, marker)
    if predicate is not clause.predicate:
        body = tuple(n for n in clause.body if n <= told[-1])
        clause = replace(clause, body=body, predicate=predicate)
    pieces = pieces_or_none(clause, reading)
    if pieces is None or not says_who(subject_text(pieces, clause), reading):
        return
    dropped = {*numbers, marker}
    pieces = with_owner_of(pieces, clause, dropped)
    prompt = cleft(clause, pieces, dropped, "것", asked, reading.setting)
    yield from noun_cause(reading, numbers, prompt, kind)


def with_owner_of(pieces: list[Piece], clause: Clause, dropped: set[int]) -> list[Piece]:
    """'은행은 2022년 대출이 줄었다' -> '2022년 은행의 대출이 줄어든'."""
    topic = [p for p in pieces if p.number in clause.topic]
    others = [p for p in pieces if p not in topic and p.number not in dropped]
    main = [
        p
        for p in others
        if p.word is not None and p.word.is_subject
        and is_main_argument(clause.sentence, p.number, clause.body)
    ]  # fmt: skip
    if not topic or len(main) != 1 or main[0].number < topic[-1].number:
        return pieces
    place = others.index(main[0])
    while place and others[place - 1].word is not None and is_modifier(others[place - 1]):
        place -= 1
    owner = [*topic[:-1], replace(topic[-1], josa="의", word=None)]
    return [*others[:place], *owner, *others[place:]]


def is_modifier(piece: Piece) -> bool:
    word = piece.word
    return word is not None and (
        word.josa == "의" or (word.is_bare and not is_time_word(word.core))
    )


def noun_cause(
    reading: Reading, numbers: tuple[int, ...], prompt: str, kind: str = "cause"
) -> Iterator[Candidate]:
    sentence = reading.sentence
    start, end = sentence.words[numbers[0]].start, sentence.words[numbers[-1]].core_end
    text = sentence.text[start:end].strip("‘’'")
    head = sentence.words[numbers[-1]].core
    if "역시 " in prompt:
        return  # '테레제 역시': as the one before
    if len(text) > LONGEST_NOUN or (len(numbers) == 1 and head in VAGUE_NOUNS):
        return
    if head in {"이", "그", "이것", "그것", "것"} or len(text) < 2:
        return
    accepted = [text, f"{text} {'덕분' if '덕분' in prompt else '때문'}"]
    if kind != "cause":
        accepted = [text, f"{attach(text, '을')} 위해"]
    if head != text and len(head) >= 3:
        accepted.append(head)
    yield Candidate(
        kind, sentence, start, start + len(text), prompt, tuple(accepted),
        reading.setting.names.kind(text) or Kind.THING, weight=84, part=kind,
    )  # fmt: skip
