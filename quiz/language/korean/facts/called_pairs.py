"""'노래하는 부분은 ‘창’, 말하는 부분은 ‘아니리’라고 부른다': each name is a fact."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.retold import mention_at, named_word, pieces_told
from quiz.language.korean.mentions import Mention
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.phrases import is_copular
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import finish
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind

ENDS_NAMING = re.compile(
    r"^(?P<verb>한다|합니다|하며|하고|했다|하였다|부른다|부릅니다|부르며|부르고|불렀다|불렸다|불린다|불립니다|이른다)[.,]?$"
)
ASKED = {
    "부": "부르는가", "불렀": "불렀는가", "불렸": "불렸는가", "불린": "불리는가",
    "불립": "불리는가", "했": "하였는가", "하였": "하였는가",
}  # fmt: skip
OR = frozenset({"또는", "혹은", "이나", "나"})
LONGEST = 12  # words of one part


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        words = clause.sentence.words
        match = ENDS_NAMING.match(words[clause.body[-1]].text)
        if match is None or len([n for n in clause.body if words[n].is_topic]) < 2:
            continue
        parts = parts_of(clause)
        if len(parts) >= 2:
            for part in parts:
                yield from asked_part(part, match["verb"], reading)


def parts_of(clause: Clause) -> list[list[int]]:
    """Cut at 'noun,' where another topic follows; the naming verb is left out."""
    words = clause.sentence.words
    body = list(clause.body[:-1])
    parts: list[list[int]] = [[]]
    for number in body:
        parts[-1].append(number)
        word = words[number]
        topic = any(words[n].is_topic for n in parts[-1])
        if word.comma and topic and word.part is Part.NOUN and not word.josa:
            parts.append([])
    whole = [p for p in parts if len([n for n in p if words[n].is_topic]) == 1]
    return whole if len(whole) == len(parts) else []


def asked_part(part: list[int], verb: str, reading: Reading) -> Iterator[Candidate]:
    sentence = reading.sentence
    words = sentence.words
    topic = next(n for n in part if words[n].is_topic)
    names = [m for n in part if n > topic and (m := named(n, reading)) is not None]
    others = [n for n in part if n > topic and words[n].text not in OR]
    if not names or len(names) != len(others) or topic - part[0] > LONGEST:
        return
    pieces = pieces_told(reading, range(part[0], topic + 1))
    if not pieces:
        return
    scoped = with_scope(pieces, reading)
    front = finish([p.text for p in scoped], reading.setting)
    ending = next((v for k, v in ASKED.items() if verb.startswith(k)), "하는가")
    accepted = [m.name for m in names]
    if any(name in VAGUE_NOUNS for name in accepted):
        return
    spellings = [v for name in accepted for v in reading.setting.names.others(name)]
    yield Candidate(
        "nickname", sentence, names[0].start, names[0].end,
        f"{front} 무엇이라고 {ending}?" if stands_alone(scoped, reading) else "",
        (*accepted, *spellings), Kind.TERM, weight=86,
        part="named",
    )  # fmt: skip


def stands_alone(pieces: list[Piece], reading: Reading) -> bool:
    """Tell whether it is said of what '오목한 안쪽 면' is a part."""
    names = reading.setting.names
    return pieces[0].number == -1 or any(names.is_proper(p.core) for p in pieces)


def named(number: int, reading: Reading) -> Mention | None:
    word = reading.sentence.words[number]
    mention = mention_at(reading.sentence, number)
    nominal = word.part is Part.NOUN or is_copular(word)
    return mention if nominal and mention is not None and mention.name else None


def with_scope(pieces: list[Piece], reading: Reading) -> list[Piece]:
    """Say where '말로 하는 부분' belongs: what the sentences before are about."""
    context = reading.setting.context
    text = " ".join(p.text for p in pieces)
    scope = context.topic or context.subject or topic_before(context.previous)
    short = scope.split()[-1] if scope else ""
    if not scope or scope in text or short in text or scope in VAGUE_NOUNS:
        return pieces
    if reading.setting.names.kind(scope) is Kind.PERSON:
        scope = topic_before(context.previous)
        if not scope or scope in text:
            return pieces
    return [replace(pieces[0], core=scope, josa="에서", tail="", number=-1), *pieces]


def topic_before(previous: object) -> str:
    """Return the one-word topic that opened the sentence before, or ""."""
    found: list[Word] = [w for w in getattr(previous, "words", ()) if w.is_topic]
    name = named_word(found[0]) if found else ""
    return name if len(name) >= 2 and name not in VAGUE_NOUNS else ""
