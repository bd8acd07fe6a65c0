"""Who holds an office; what somebody is or was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause, VerbGroup
from quiz.language.english.facts.answers import LEADING, name_answer, pobj_of
from quiz.language.english.genders import gender_of
from quiz.language.english.inflection import article_for
from quiz.language.english.names import Name, name_spans, noun_kind, text_of
from quiz.language.english.phrases import Piece, words_of
from quiz.language.english.prompts import LONGEST, ask
from quiz.language.english.topics import possessive
from quiz.language.english.wordlists import OFFICES, Kind, words

if TYPE_CHECKING:
    from spacy.tokens import Token

RECENT = 2000  # of an article without a date: what ended before, was
OLD = 8  # years after which an office-holder 'was'
OWNED = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)*['’]s? ")
# 'currently finance director': the word is no part of the office.
STILL = re.compile(r"^(?:currently|now|formerly|previously|then|today|still) ")
PAST_TRADE = {"former", "retired", "late", "onetime", "one-time"}
# Offices that one holds; a founder or a coach holds none.
PEOPLE = {"person", "people", "man", "woman", "member", "child", "friend"}
# What somebody is in a match or for a while: no occupation.
PLAYERS = words(
    """
substitute captain striker midfielder defender goalkeeper keeper winger volunteer visitor
witness survivor resident victim passenger citizen native bachelor widow orphan
pioneer follower supporter champion opponent admirer rival winner heir hero legend
"""
)
HELD = words(
    """
president chairman chairwoman chair chairperson director governor mayor minister
chancellor secretary commissioner ambassador bishop archbishop premier treasurer principal
rector dean keeper
"""
)
KIN = words(
    """
son daughter brother sister husband wife uncle aunt father mother child grandfather
grandmother cousin person people man woman successor predecessor member leader head friend
"""
)


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        yield from posts(clause, reading)
    for first, last in name_spans(reading.sentence):
        text = text_of(reading.sentence, first, last)
        if reading.setting.names.kind(text) is not Kind.PERSON:
            continue
        name = Name(text, first, last, Kind.PERSON)
        noun = beside(reading.sentence.doc[last])
        if noun is None or last in reading.sentence.speech:
            continue
        if noun.lower_ in OFFICES:
            yield from offices(name, noun, reading)
        elif noun.lower_ in KIN:
            yield from kin(name, noun, reading)
        elif noun_kind(noun.lemma_) is Kind.PERSON and noun.lower_ not in KIN:
            yield from occupations(name, noun, reading)


def posts(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """Ask 'Which office did she hold from 1976?' of 'She was president of Oslo Club'."""
    held = post_of(clause)
    subject = clause.subject
    if held is None or subject is None or clause.group.lemma not in {"be", "serve"}:
        return
    name = reading.setting.name_at(reading.sentence, subject.head.i)
    who = name.text if name else reading.setting.said.get(subject.head.i, "")
    someone = subject.head.lower_ in {"he", "she"} and bool(who)
    if not (someone or reading.setting.names.kind(who) is Kind.PERSON) or clause.group.aux:
        return
    piece, noun = held
    words = [n for n in words_of(noun) if n <= noun.right_edge.i]
    doc = reading.sentence.doc
    if len(words) < 2 or words[-1] - words[0] != len(words) - 1:
        return
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    office = LEADING.sub("", reading.sentence.text[start:end])
    now = clause.group.main in {"is", "serves", "serve"}
    group = VerbGroup((), (), "holds" if now else "held", "hold", "VBZ" if now else "VBD")
    wording = ask(replace(clause, group=group), piece, "Which office", reading.setting)
    if re.search(r" (?:of|at|for) (?:the )?[A-Z]", office):
        yield Candidate(
            "office", reading.sentence, start, end, wording.text, (office, f"the {office}"),
            Kind.THING, weight=66, bare=wording.bare, part="office",
        )  # fmt: skip


def post_of(clause: Clause) -> tuple[Piece, Token] | None:
    """Return the piece with the office, and its noun."""
    piece: Piece | None
    if clause.group.lemma == "serve":
        piece = next(iter(clause.prepositions("as")), None)
        noun = pobj_of(piece) if piece is not None else None
    else:
        piece = clause.piece("attr")
        noun = piece.head if piece is not None else None
    if piece is None or noun is None or noun.lower_ not in OFFICES | HELD:
        return None
    return piece, noun


def beside(head: Token) -> Token | None:
    """Return the noun in apposition to a name, on either side."""
    for child in head.children:
        if child.dep_ == "appos" and child.tag_ == "NN":
            return child
    if head.dep_ == "appos" and head.head.tag_ in {"NN", "NNP"} and head.head.i < head.i:
        return head.head
    return None


def kin(name: Name, noun: Token, reading: Reading) -> Iterator[Candidate]:
    """Ask 'Who was Ada Marsh's father?' of 'Her father, Ole Marsh'."""
    words = office_words(noun, name)
    doc = reading.sentence.doc
    if len(words) < 2 or words[-1] - words[0] != len(words) - 1:
        return
    owner = reading.setting.said.get(words[0], "")
    if doc[words[0]].tag_ == "PRP$" and owner and noun.lower_ not in PEOPLE:
        relation = doc[words[1] : words[-1] + 1].text
        yield from owned(owner, relation, name, reading)


def was_or_is(reading: Reading) -> str:
    """Return 'was' in an article whose story ended long ago."""
    calendar = reading.setting.calendar
    now = calendar.today.year if calendar.today else RECENT
    if calendar.fresh:
        return "is"
    old = calendar.newest is not None and now - calendar.newest > OLD
    return "was" if old else "is"


def office_words(noun: Token, name: Name) -> list[int]:
    inside = range(name.first, name.last + 1)
    return [n for n in words_of(noun) if n not in inside]


def offices(name: Name, noun: Token, reading: Reading) -> Iterator[Candidate]:
    doc = reading.sentence.doc
    words = office_words(noun, name)
    if not words or words[-1] - words[0] != len(words) - 1:
        return
    owner = reading.setting.said.get(words[0], "") if doc[words[0]].tag_ == "PRP$" else ""
    if owner and len(words) > 1:
        yield from owned(owner, doc[words[1] : words[-1] + 1].text, name, reading)
    if any(doc[n].tag_ in {"PRP", "PRP$"} or doc[n].lower_ == "former" for n in words):
        return
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    told = told_office(words, reading) or reading.sentence.text[start:end]
    if (still := STILL.match(told)) is not None:
        if still[0].strip() not in {"currently", "now", "today", "still"}:
            return
        told, start = told[still.end() :], start + still.end()
    office = LEADING.sub("", told)
    holder = name_answer(name, reading)
    be = was_or_is(reading)
    if re.search(r" of (?:the )?[A-Z]|^[A-Z].* (?:of|at) |'s ", office):
        one = told.lower().startswith(("a ", "an "))
        the = (
            "" if OWNED.match(office) else f"{told.split()[0].lower()} " if one else "the "
        )
        prompt = f"Who {be} {the}{office}?"
        yield Candidate(
            "role", reading.sentence, holder.start, holder.end, prompt, holder.accepted,
            Kind.PERSON, weight=80, part="holder",
        )  # fmt: skip
    if noun.lower_ not in HELD or " " not in office:
        return
    sort = "position" if noun.lower_ in {"director", "secretary", "treasurer"} else "office"
    prompt = f"Which {sort} {'did' if be == 'was' else 'does'} {holder.text} hold?"
    if len(prompt) <= LONGEST:
        yield Candidate(
            "office", reading.sentence, start, end, prompt,
            tuple(dict.fromkeys([office, reading.sentence.text[start:end]])), Kind.THING,
            weight=55, part="office",
        )  # fmt: skip


def told_office(words: list[int], reading: Reading) -> str:
    """Return "Northway's finance director" where the text has 'the company's'."""
    said, doc = reading.setting.said, reading.sentence.doc
    if not said.get(words[0]) or doc[words[0]].tag_ == "PRP$":
        return ""
    parts = [said.get(n, doc[n].text) + doc[n].whitespace_ for n in words]
    return re.sub(r"\s+", " ", "".join(p for p in parts if p.strip())).replace(" 's", "'s")


def owned(owner: str, office: str, name: Name, reading: Reading) -> Iterator[Candidate]:
    """Ask 'Who is Northway's chief executive?' of 'Its chief executive, Laura Finch'."""
    if not re.search(r"[A-Z]", owner):
        return  # 'the announcement's president': the owner may well be another
    holder = name_answer(name, reading)
    yield Candidate(
        "role", reading.sentence, holder.start, holder.end,
        f"Who {was_or_is(reading)} {owner} {office}?", holder.accepted, Kind.PERSON,
        weight=80, part="holder",
    )  # fmt: skip


def occupations(name: Name, noun: Token, reading: Reading) -> Iterator[Candidate]:
    doc = reading.sentence.doc
    kept = [t.i for t in noun.children if t.dep_ in {"compound"} and t.i < noun.i]
    first = min([*kept, noun.i])
    if (
        noun.lower_ in PLAYERS
        or noun.i - first != len(kept)
        or not any(t.lower_ in {"a", "an"} for t in noun.children if t.dep_ == "det")
    ):
        return
    start, end = doc[first].idx, noun.idx + len(noun.text)
    trade = reading.sentence.text[start:end]
    whole = reading.setting.names.whole(name.text)
    past = any(t.lower_ in PAST_TRADE for t in noun.children)
    be = "was" if past else was_or_is(reading)
    prompt = f"What {be} {whole}'s occupation?"
    if spouse := spouse_of(doc[name.last], reading):
        prompt = f"What {be} the occupation of {spouse}, {whole}?"
    yield Candidate(
        "occupation", reading.sentence, start, end, prompt,
        (trade, f"{article_for(trade)} {trade}"), Kind.THING, weight=55, part="trade",
    )  # fmt: skip


def spouse_of(person: Token, reading: Reading) -> str:
    """Return "Ada Marsh's husband" for the Ole of 'she married Ole, an engineer'."""
    if person.dep_ != "dobj" or person.head.lemma_ != "marry":
        return ""
    subject = next((t for t in person.head.children if t.dep_ == "nsubj"), None)
    name = reading.setting.name_at(reading.sentence, subject.i) if subject else None
    who = reading.setting.names.whole(name.text) if name else ""
    who = who or (reading.setting.said.get(subject.i, "") if subject else "")
    kin = {"she": "husband", "he": "wife"}.get(
        gender_of(who, reading.setting.names.genders) if who else "", ""
    )
    return f"{possessive(who)} {kin}" if kin else ""
