"""Who did it, and what was done: subjects, objects, agents and what verbs lean on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause, VerbGroup
from quiz.language.english.facts.amounts import CHANGING
from quiz.language.english.facts.answers import (
    NounAnswer,
    candidate,
    name_answer,
    noun_answer,
    pobj_of,
)
from quiz.language.english.facts.datings import is_date, with_pieces
from quiz.language.english.inflection import IRREGULAR_PAST, past, third_person
from quiz.language.english.names import Name, name_spans, text_of
from quiz.language.english.phrases import Piece, words_of
from quiz.language.english.prompts import LONGEST, Wording, ask, question, rest_of, shorter
from quiz.language.english.voices import Unresolved, Voice
from quiz.language.english.wordlists import CALLING, Kind

MORE_AGENTS = re.compile(r",? (?:and|or) (?:by|in part)\b")
LIGHT = {"have", "make", "do", "take", "give", "get", "go", "be", "become", "come", "let",
         "keep", "put", "seem", "look", "set", "bring", "play", "include"}  # fmt: skip
CLOSE = {"of", "on", "with", "from", "after", "to", "for", "into", "as", "against", "by"}
TELLING = {"dobj", "attr", "prep", "agent", "acomp", "xcomp", "oprd", "ccomp"}
FEWEST_WORDS = 2  # of a common noun phrase that is worth asking for
TIMES = {"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"}


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        yield from subjects(clause, reading)
        yield from objects(clause, reading)
        yield from agents(clause, reading)
        yield from became(clause, reading)
        yield from leaned_on(clause, reading)


def subjects(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    subject = clause.subject
    if subject is None or subject.head.ent_type_ in TIMES:
        return
    if clause.group.lemma in {"say", "tell", "add"} or is_ranked_be(clause):
        return
    if clause.piece("oprd") is not None and clause.group.lemma in CALLING:
        return
    if is_mere_amount(clause):
        return
    answer = noun_answer(subject.head, subject.words, reading) or meant(subject, reading)
    if answer is None or not is_telling(clause, answer, subject):
        return
    wording = ask(clause, None, answer.wh, reading.setting)
    weight = weight_of(answer) - 2 * (clause.kind == "participle")
    yield candidate("participant", reading, clause, answer, wording, weight)


def meant(subject: Piece, reading: Reading) -> NounAnswer | None:
    """Return the Ole Dahl of 'When Ole Dahl read it, he coined the word'."""
    said = reading.setting.said.get(subject.head.i, "")
    if subject.head.tag_ != "PRP" or not said:
        return None
    for first, last in name_spans(reading.sentence):
        text = text_of(reading.sentence, first, last)
        name = Name(text, first, last, reading.setting.names.kind(text))
        own = name.kind is Kind.PERSON and first not in reading.setting.unclear
        if own and last < subject.head.i and reading.setting.names.whole(text) == said:
            return name_answer(name, reading)
    return None


def is_mere_amount(clause: Clause) -> bool:
    """Tell 'had 1,500 people' and 'rose 3% to 148p': the amount is asked, not whose."""
    rest = [p for p in clause.pieces if not is_date(p)]
    if clause.group.lemma not in {"have", *CHANGING} or not rest:
        return False
    return all(any(p.head.doc[n].like_num for n in p.words) for p in rest)


def is_ranked_be(clause: Clause) -> bool:
    """Tell 'is the largest volcano in the world', which asks with other words."""
    piece = clause.piece("attr")
    return piece is not None and any(
        t.tag_ in {"JJS", "RBS"} for t in piece.head.subtree if t.i < piece.head.i
    )


def is_telling(clause: Clause, answer: NounAnswer, subject: Piece) -> bool:
    """Tell whether the rest says enough to find the subject by it."""
    content = [p for p in clause.pieces if p.role in TELLING or len(p.words) > 2]
    if not content or (clause.kind == "participle" and len(content) < 1):
        return False
    if answer.proper:
        return answer.wh != "Which place"
    if clause.group.lemma == "be" or clause.kind in {"relative", "participle"}:
        return False
    first = subject.head.doc[subject.words[0]].lower_
    if first in {"a", "an"} and clause.group.tag in {"VBD", "VBN"}:
        return False  # 'What hit the bridge?' 'A lorry': any would do
    return len(subject.words) >= FEWEST_WORDS and clause.group.lemma not in LIGHT


def weight_of(answer: NounAnswer) -> int:
    return 60 if answer.proper else 35


def objects(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    piece = clause.piece("dobj")
    if piece is None or piece.head.ent_type_ in TIMES or piece.role == "xcomp":
        return
    answer = noun_answer(piece.head, piece.words, reading)
    if answer is None:
        return
    if answer.wh == "Which place" or is_measured(piece):
        return
    light = clause.group.lemma in LIGHT
    if not answer.proper and (light or len(piece.words) < FEWEST_WORDS):
        return
    wh = "Which language" if clause.group.lemma == "speak" else answer.wh
    wording = ask(clause, piece, wh, reading.setting)
    yield candidate("object", reading, clause, answer, wording, weight_of(answer) - 3)


def is_measured(piece: Piece) -> bool:
    """Tell 'a length of 45 cm', of which the number is asked."""
    of = next((t for t in piece.head.children if t.lower_ == "of"), None)
    after = of.nbor(1) if of is not None and of.i + 1 < len(of.doc) else None
    return after is not None and (after.like_num or after.is_currency)


def became(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """Ask 'What did Clinton become?' of 'Clinton became governor'."""
    piece = clause.piece("attr")
    if piece is None or clause.group.lemma != "become":
        return
    words = list(piece.words)
    aims = [p for p in clause.with_role("advcl") if p.words[0] == words[-1] + 1]
    words += [n for p in aims for n in p.words]  # 'the fourth country to land there'
    answer = noun_answer(piece.head, words, reading)
    if answer is not None and not answer.proper and len(answer.text.split()) > 1:
        rest = [p for p in clause.pieces if p not in aims]
        wording = ask(with_pieces(clause, rest), piece, "What", reading.setting)
        yield candidate("object", reading, None, answer, wording, 50)


def leaned_on(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """Ask for what a preposition right after the verb governs: 'consist of what'."""
    if clause.group.lemma == "be":
        return
    for piece in clause.with_role("prep"):
        noun = pobj_of(piece)
        if noun is None or piece.front or noun.ent_type_ in TIMES | {"GPE", "LOC", "FAC"}:
            continue
        if piece.head.lower_ not in CLOSE or piece.head.i != clause.verb.i + 1:
            continue
        answer = noun_answer(noun, words_of(noun), reading)
        if answer is None or answer.kind in {Kind.CITY, Kind.COUNTRY, Kind.PLACE}:
            continue
        if not answer.proper and len(answer.text.split()) < FEWEST_WORDS:
            continue
        wording = ask(clause, piece, answer.wh, reading.setting, strand=piece.head.lower_)
        yield candidate("object", reading, clause, answer, wording, weight_of(answer) - 6)


def agents(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'It was founded by X' -> 'Who founded it?'."""
    piece = clause.piece("agent")
    noun = pobj_of(piece) if piece is not None else None
    if piece is None or noun is None or clause.subject is None:
        return
    answer = noun_answer(noun, words_of(noun), reading)
    verb = active(clause.group)
    if answer is None or not verb or MORE_AGENTS.match(reading.sentence.text, answer.end):
        return
    wording = asked_actively(clause, piece, answer.wh, verb, reading)
    yield candidate("agent", reading, clause, answer, wording, weight_of(answer) + 4)


def active(group: VerbGroup) -> str:
    """Return the active verb of a passive group in the same tense, "" if unsure."""
    if len(group.aux) != 1:
        return ""
    if group.aux[0] in {"was", "were"}:
        if group.lemma in IRREGULAR_PAST:
            return past(group.lemma)
        return group.main if group.main.endswith("ed") else ""
    return third_person(group.lemma) if group.aux[0] in {"is", "are"} else ""


def asked_actively(
    clause: Clause, agent: Piece, wh: str, verb: str, reading: Reading
) -> Wording:
    assert clause.subject is not None
    kept = [p for p in clause.pieces if p is not agent]
    for pieces in shorter(kept):
        voice = Voice(clause, reading.setting, asks_subject=True)
        particles = [p for p in pieces if p.role == "prt"]
        try:
            rest = rest_of(voice, [p for p in pieces if p.role != "prt"])
            close = [voice.say(p.words) for p in particles]
            subject = voice.say(clause.subject.words)
        except Unresolved:
            continue
        text = question([wh, *clause.group.middle, verb, *close, subject, *rest])
        if len(text) <= LONGEST:
            return Wording(text, voice.bare)
    return Wording()
