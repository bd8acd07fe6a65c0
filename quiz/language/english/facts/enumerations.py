"""Which two, which three: lists whose members are asked together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quiz.core.questions import AnswerKind
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.answers import said
from quiz.language.english.names import noun_kind
from quiz.language.english.phrases import NOUNS, Piece
from quiz.language.english.prompts import ask
from quiz.language.english.wordlists import NUMERALS, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

WORDS = {number: word for word, number in NUMERALS.items()}
PLURALS = {Kind.COUNTRY: "countries", Kind.PERSON: "people", Kind.CITY: "places",
           Kind.PLACE: "places", Kind.BODY: "organisations"}  # fmt: skip
# What follows a comma or a colon up to where the list ends.
LISTED = re.compile(r" ((?:[^,;:.–—]+, )*[^,;:.–—]+?,? and [^,;:.–—]+?)(?=,|;|\.|$| –| —)")
SEPARATOR = re.compile(r",? and |, ")
DIRECTIONS = {"north", "south", "east", "west", "centre", "middle"}
NOUN_TAGS = {"NN", "NNS", "NNP", "NNPS", "VBG"}
UNSAID = {"anything", "something", "nothing", "everything", "anyone", "none"}
FARTHEST = 12  # words between the noun and its list
LONGEST_MEMBER = 8  # words
CLOSE = {"of", "on", "with", "from", "by", "in", "for", "against", "between"}


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        pieces = [p for p in (clause.subject, *clause.pieces) if p is not None]
        for piece in pieces:
            if piece.role in {"subject", "dobj", "attr", "prep", "agent"}:
                yield from listed(clause, piece, reading)
                yield from counted_list(clause, piece, reading)


def counted_list(clause: Clause, piece: Piece, reading: Reading) -> Iterator[Candidate]:
    """Ask 'Which two ports were opened?' of 'Two ports, Ord and Tarn, were opened'."""
    head, strand = piece.head, ""
    if piece.role == "prep":
        found = next((t for t in head.children if t.dep_ == "pobj"), None)
        if found is None or piece.front or head.lower_ not in CLOSE:
            return
        head, strand = found, head.lower_
    number = next((t for t in head.children if t.dep_ == "nummod"), None)
    if number is None or head.tag_ != "NNS" or number.lower_ not in NUMERALS:
        return
    text, doc = reading.sentence.text, reading.sentence.doc
    wanted = NUMERALS[number.lower_]
    for after in doc[head.i + 1 : head.i + 1 + FARTHEST]:
        if after.text not in {",", ":", "–", "—"}:
            continue
        found_list = LISTED.match(text, after.idx + 1)
        members = [m.strip() for m in SEPARATOR.split(found_list[1])] if found_list else []
        if found_list is None or len(members) != wanted or not all(members):
            continue
        noun = " ".join(t.text for t in doc[number.i + 1 : head.i + 1])
        rest = said(clause, range(head.i + 1, after.i), reading)
        if after.i > head.i + 1 and not rest:
            return
        wh = f"Which {number.lower_} {noun} {rest}".strip()
        gap = None if piece.role == "subject" else piece
        wording = ask(clause, gap, wh, reading.setting, strand)
        yield Candidate(
            "list", reading.sentence, found_list.start(1), found_list.end(1), wording.text,
            (), Kind.THING, AnswerKind.LIST, tuple((m, *others(m)) for m in members),
            weight=80, clause=clause, bare=wording.bare, part="counted",
        )  # fmt: skip
        return


def listed(clause: Clause, piece: Piece, reading: Reading) -> Iterator[Candidate]:
    head = piece.head
    if piece.role in {"prep", "agent"}:
        found = next((t for t in head.children if t.dep_ == "pobj"), None)
        if found is None or piece.front or head.lower_ not in CLOSE:
            return
        head = found
    members = members_of(head)
    if not members:
        return
    if any(t.i > members[-1].i and t.dep_ in {"acl", "relcl"} for t in head.children):
        return  # 'insects and feathers trapped in amber': all of them were
    texts = [text for m in members if (text := member_text(m, reading))]
    if len(texts) != len(members) or not 2 <= len(members) <= 6:
        return
    if any(t.dep_ == "compound" for t in members[-1].children) and not is_name(
        members[-1], reading
    ):
        return  # 'roof, wall and floor insulation': parts of three names
    if is_counted(members[0] if members else head):
        return  # 'two brothers, Ole and Arne'
    persons = [is_someone(m, reading) for m in members]
    if any(persons) and not all(persons):
        return
    pair = len(members) == 2 and not all(is_name(m, reading) for m in members)
    if pair and (piece.role == "subject" or any(" " not in t for t in texts)):
        return
    start = start_of(members[0])
    last = end_of(members[-1])
    doc = reading.sentence.doc
    end = doc[last].idx + len(doc[last].text)
    wh = f"Which {WORDS[len(members)]} {noun_for(members, reading)}"
    strand = piece.head.lower_ if piece.role in {"prep", "agent"} else ""
    gap = None if piece.role == "subject" else piece
    wording = ask(clause, gap, wh, reading.setting, strand)
    yield Candidate(
        "list", reading.sentence, doc[start].idx, end, wording.text, (), Kind.THING,
        AnswerKind.LIST, tuple((text, *others(text)) for text in texts), weight=64,
        clause=clause, bare=wording.bare, part="list",
    )  # fmt: skip


def members_of(head: Token) -> list[Token]:
    """Return the nouns that 'and' joins, in order; [] for 'A or B'."""
    found = [head]
    node = head
    while True:
        after = next((t for t in node.children if t.dep_ == "conj"), None)
        if after is None:
            break
        found.append(after)
        node = after
    joined = {t.lower_ for m in found for t in m.children if t.dep_ == "cc"}
    return found if joined == {"and"} and all(m.tag_ in NOUNS for m in found) else []


def is_counted(member: Token) -> bool:
    return any(t.dep_ == "nummod" for t in member.children)


def start_of(member: Token) -> int:
    return min(t.i for t in member.subtree if t.i <= member.i)


def end_of(member: Token) -> int:
    """Return the member's last word, before the comma or 'and' of the next."""
    ends = [
        child.right_edge.i
        for child in member.children
        if child.i > member.i
        and child.dep_ in {"prep", "acl", "relcl"}
        and child.doc[child.left_edge.i - 1].text != ","
    ]
    return max([member.i, *ends])


def member_text(member: Token, reading: Reading) -> str:
    doc = reading.sentence.doc
    first, last = start_of(member), end_of(member)
    if last - first >= LONGEST_MEMBER or member.i in reading.sentence.speech:
        return ""
    if any(doc[n].tag_ in {"PRP", "PRP$"} for n in range(first, last + 1)):
        return ""
    text = reading.sentence.text[doc[first].idx : doc[last].idx + len(doc[last].text)]
    text = re.sub(r"^(?:both|either|only|even) ", "", text, flags=re.IGNORECASE)
    name = reading.setting.name_at(reading.sentence, member.i)
    if name is not None and name.kind is Kind.PERSON:
        return name.text
    if first == 0 and member.tag_ not in {"NNP", "NNPS"}:
        text = text[:1].lower() + text[1:]
    return text.replace("The ", "the ", 1) if text.startswith("The ") else text


def others(text: str) -> tuple[str, ...]:
    for article in ("the ", "a ", "an "):
        if text.startswith(article):
            return (text.removeprefix(article),)
    return ()


def is_name(member: Token, reading: Reading) -> bool:
    return reading.setting.name_at(reading.sentence, member.i) is not None


def is_someone(member: Token, reading: Reading) -> bool:
    name = reading.setting.name_at(reading.sentence, member.i)
    return (name.kind if name else noun_kind(member.lemma_)) is Kind.PERSON


def noun_for(members: list[Token], reading: Reading) -> str:
    kinds = set()
    for member in members:
        name = reading.setting.name_at(reading.sentence, member.i)
        kinds.add(name.kind if name else noun_kind(member.lemma_))
    if len(kinds) == 1:
        return PLURALS.get(next(iter(kinds)), "things")
    return "places" if kinds <= {Kind.CITY, Kind.COUNTRY, Kind.PLACE} else "things"


def is_mixed(members: Sequence[Token]) -> bool:
    """Tell 'the north and Oslo' of 'A in the north and Oslo in the south': no list."""
    named = [m.tag_ in {"NNP", "NNPS"} for m in members]
    apart = any(m.lower_ in DIRECTIONS or m.tag_ not in NOUN_TAGS for m in members)
    return (any(named) and not all(named) and apart) or members[0].lower_ in UNSAID
