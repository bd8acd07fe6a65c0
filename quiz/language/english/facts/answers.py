"""A noun phrase as an answer: its words, its kind, and how it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.descriptions import name_beside
from quiz.language.english.names import TEAM_ENDS, Name, noun_kind
from quiz.language.english.peers import group_of
from quiz.language.english.phrases import NOUNS, Piece
from quiz.language.english.prompts import Wording
from quiz.language.english.voices import Unresolved, Voice, is_bare, lowered
from quiz.language.english.wordlists import (
    BODY_NOUNS,
    COMPANIES,
    PLACE_NOUNS,
    UNITS,
    VAGUE,
    Kind,
    words,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LEADING = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
LOCAL = {Kind.PERSON, Kind.COUNTRY, Kind.CITY, Kind.PLACE}
LONGEST, SHORTEST = 90, 3  # characters of an answer
MOST_AFTER = 6  # words
DISEASES = words(
    """
influenza flu cholera malaria typhus typhoid smallpox tuberculosis measles polio plague
pneumonia cancer diabetes scurvy leprosy rabies mumps rubella tetanus dysentery dementia
"""
) - {"osmosis"}
RANKS = {"family", "genus", "order", "species"}
POINTING = {"this", "that", "these", "those", "such"}
BACK = {"subject", "matter", "issue", "idea", "question", "topic", "problem", "others",
        "difference", "situation", "former", "latter"}  # fmt: skip
SOME = words(
    """
so as few many some most several no any each every both all much more less other
another such various
"""
)


@dataclass(frozen=True, slots=True)
class NounAnswer:
    """What a noun phrase answers; `start` and `end` are clean offsets."""

    text: str
    start: int
    end: int
    kind: Kind
    wh: str
    noun: str = ""
    accepted: tuple[str, ...] = field(default_factory=tuple)
    proper: bool = False


def noun_answer(head: Token, words: Iterable[int], reading: Reading) -> NounAnswer | None:
    """Return the answer that a phrase gives, or None where it is none."""
    if head.i in reading.sentence.speech or is_list(head):
        return None
    close = next((t for t in head.children if is_close_name(t, head)), None)
    head = close if close is not None else head
    words = list(words)
    name = reading.setting.name_at(reading.sentence, head.i)
    if name is not None and (name.first in reading.setting.unclear or is_part(name, words)):
        return None
    if name is not None:
        return with_rest(name_answer(name, reading), name, list(words), reading)
    beside = name_beside(reading.sentence, head, reading.setting.names)
    if beside is not None:
        return name_answer(beside, reading)
    return common_answer(head, list(words), reading)


def is_part(name: Name, words: list[int]) -> bool:
    """Tell the 'Diet' of 'the last Diet', the 'Sharpe' of 'the young Ada Sharpe'."""
    return bool(words) and words[0] < name.first - 1 and name.kind is not Kind.PERSON


def up_to_next(words: list[int], doc: Doc) -> list[int]:
    """Return 'in Physiology or Medicine' of 'in Physiology or Medicine with Hitchings'."""
    later = [n for n in words[1:] if doc[n].tag_ == "IN"]
    return [n for n in words if not later or n < later[0]]


def is_close_name(token: Token, noun: Token) -> bool:
    """Tell the name of 'the geologist Ada Marsh', which no comma sets off."""
    close = token.left_edge.i == noun.i + 1 and token.dep_ == "appos"
    return close and token.tag_ == "NNP" and noun.tag_ in {"NN", "NNP"}


def with_rest(
    answer: NounAnswer, name: Name, words: list[int], reading: Reading
) -> NounAnswer:
    """Return 'the Nobel Prize in economics' where the name alone says too little."""
    doc = reading.sentence.doc
    after = up_to_next([n for n in words if n > name.last], doc)
    if (
        not after
        or len(after) > MOST_AFTER
        or after[0] != name.last + 1
        or answer.kind in LOCAL
    ):
        return answer
    if doc[after[0]].lower_ not in {"of", "in", "for"} or doc[after[-1]].tag_ not in NOUNS:
        return answer
    if after[-1] - after[0] != len(after) - 1 or doc[after[-1]].ent_type_ in {
        "DATE",
        "GPE",
    }:
        return answer
    end = doc[after[-1]].idx + len(doc[after[-1]].text)
    more = reading.sentence.text[answer.end : end]
    accepted = (answer.text + more, *(text + more for text in answer.accepted))
    return NounAnswer(
        answer.text + more, answer.start, end, answer.kind, answer.wh, answer.noun,
        tuple(dict.fromkeys([*accepted, *answer.accepted])), True,
    )  # fmt: skip


def is_list(head: Token) -> bool:
    return any(t.dep_ == "conj" and t.pos_ not in {"VERB", "AUX"} for t in head.children)


def name_answer(name: Name, reading: Reading) -> NounAnswer:
    doc, names = reading.sentence.doc, reading.setting.names
    first = name.first
    with_the = first > 0 and doc[first - 1].lower_ == "the" and name.kind is not Kind.PERSON
    if with_the:
        first -= 1
    owner = next((t for t in doc[name.last].children if t.dep_ == "poss"), None)
    if owner is not None and name.first - 2 == owner.i and owner.tag_ in {"NNP", "NNPS"}:
        first = owner.left_edge.i
    start = doc[first].idx
    end = doc[name.first].idx + len(name.text)
    surface = reading.sentence.text[start:end]
    whole = names.whole(name.text)
    text = whole if name.kind is Kind.PERSON else without_capital(surface)
    accepted = dict.fromkeys([text, surface, name.text, whole])
    wh, noun = wh_for_name(name, reading)
    before = doc[name.first - 1].lower_ if name.first else ""
    if before in RANKS:
        wh, noun = f"Which {before}", before
    return NounAnswer(text, start, end, name.kind, wh, noun, tuple(accepted), True)


def without_capital(surface: str) -> str:
    return "the " + surface[4:] if surface.startswith("The ") else surface


def wh_for_name(name: Name, reading: Reading) -> tuple[str, str]:
    """Return 'Which museum', 'Who', 'Which country' or 'What', and the noun in it."""
    unsure = name.first == 0 and " " not in reading.setting.names.whole(name.text)
    if name.kind is Kind.PERSON and unsure and not reading.setting.names.is_sure(name.text):
        return "What", ""  # 'Basalt forms broad cones'
    if name.kind is Kind.PERSON:
        return "Who", ""
    if name.kind is Kind.COUNTRY:
        return "Which country", "country"
    if name.text in reading.setting.names.teams:
        return "Which team", "team"
    words_of_name = re.sub(r" of .*", "", name.text) or name.text
    last = words_of_name.split()[-1].lower()
    if noun := {**BODY_NOUNS, **PLACE_NOUNS}.get(last, ""):
        return f"Which {noun}", noun
    called = [
        n for n, several in reading.setting.names.called.items() if name.text in several
    ]
    for noun in called:
        told = noun not in VAGUE and noun not in {"name", "word", "term", last}
        if noun_kind(noun) is not Kind.PERSON and told:
            noun = "company" if noun in COMPANIES else noun
            return f"Which {noun}", noun
    if name.kind is Kind.CITY:
        group = group_of(name.text)
        return ("Which city", "city") if group else ("Which place", "")
    if last in TEAM_ENDS:
        return "Which team", "team"
    if name.kind is Kind.BODY and name.text.isupper() and len(name.text) > 2:
        return "Which organisation", ""
    if name.kind is Kind.BODY and reading.setting.names.is_sure(name.text):
        return "Which organisation", ""
    return ("Which place" if name.kind is Kind.PLACE else "What"), ""


def common_answer(head: Token, words: list[int], reading: Reading) -> NounAnswer | None:
    doc = reading.sentence.doc
    if head.tag_ not in {"NN", "NNS"} or head.lower_ in VAGUE or not words:
        return None
    if words[-1] - words[0] != len(words) - 1:
        return None
    if any(doc[n].tag_ in {"PRP", "PRP$"} or is_pointing(doc[n]) for n in words):
        return None
    if any(doc[n].lower_ in {"there", "here", "then", "now"} for n in words):
        return None
    if points_back(words, doc):
        return None
    if doc[words[0]].lower_ in SOME or doc[words[-1]].tag_ in {"VBG", "IN", "TO", "DT"}:
        return None
    if doc[words[0]].lower_ == "the" and is_bare(head, set(words)):
        return None
    if any(doc[n].ent_type_ in {"DATE", "TIME"} and n > head.i for n in words):
        return None
    if any(t.tag_ == "CD" or t.dep_ == "nummod" for t in head.children):
        return None
    start = doc[words[0]].idx
    end = doc[words[-1]].idx + len(doc[words[-1]].text)
    surface = reading.sentence.text[start:end]
    if len(surface) > LONGEST or ('"' in surface and surface.count('"') % 2):
        return None
    if head.lower_ in UNITS or len(surface) < SHORTEST:
        return None
    text = surface
    if words[0] == 0 and not is_acronym(surface):
        text = lowered(doc[0]) + surface[len(doc[0].text) :]
    kind = noun_kind(head.lemma_)
    kind = kind if kind is Kind.PERSON else Kind.THING
    accepted = tuple(dict.fromkeys([text, LEADING.sub("", text)]))
    wh = "Who" if kind is Kind.PERSON else asked_by_type(head, text)
    if wh == "What" and is_called_by_name(head, words):
        wh = f"Which {head.lower_}"
    return NounAnswer(text, start, end, kind, wh, "", accepted)


def is_called_by_name(head: Token, words: list[int]) -> bool:
    """Tell 'the Stockholm exchange', 'the Kaliningrad region of Russia'."""
    doc = head.doc
    before = doc[head.i - 1] if head.i > words[0] else head
    named = before.tag_ == "NNP" and before.ent_type_ not in {"DATE", "TIME"}
    return head.tag_ == "NN" and named and doc[words[0]].lower_ == "the"


def asked_by_type(head: Token, text: str) -> str:
    """Return 'Which disease' for measles, 'Which gas' for neon, else 'What'."""
    if head.lower_ in DISEASES or head.lower_.endswith(("itis", "osis")):
        return "Which disease"
    group = group_of(text)
    return f"Which {group.kind}" if group and group.kind in {"gas", "metal"} else "What"


def is_acronym(surface: str) -> bool:
    return surface[:2].isalpha() and surface[:2].isupper()


def is_pointing(token: Token) -> bool:
    return token.lower_ in POINTING and (token.tag_ == "DT" or token.dep_ == "det")


def points_back(words: list[int], doc: Doc) -> bool:
    """Tell 'essays on the subject', 'the same thing': what it is, the text said before."""
    last = doc[words[-1]]
    return any(doc[n].lower_ in {"same", "latter", "former"} for n in words) or (
        last.lower_ in BACK and last.i > 0 and last.nbor(-1).lower_ == "the"
    )


def pobj_of(piece: Piece) -> Token | None:
    """Return the noun after a preposition."""
    found = next((t for t in piece.head.children if t.dep_ == "pobj"), None)
    return found if found is not None and found.tag_ in {*NOUNS, "CD"} else None


def candidate(
    kind: str,
    reading: Reading,
    clause: Clause | None,
    answer: NounAnswer,
    wording: Wording,
    weight: int = 50,
    part: str = "",
) -> Candidate:
    """Return the candidate that asks `wording` for `answer`."""
    return Candidate(
        kind,
        reading.sentence,
        answer.start,
        answer.end,
        wording.text,
        answer.accepted or (answer.text,),
        answer.kind,
        weight=weight,
        part=part,
        clause=clause,
        bare=wording.bare,
        noun=answer.noun,
    )


def said(clause: Clause, words: Iterable[int], reading: Reading) -> str:
    """Return the words with their pronouns resolved, "" where that is not certain."""
    try:
        return Voice(clause, reading.setting, asks_subject=True).say(words)
    except Unresolved:
        return ""
