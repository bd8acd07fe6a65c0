"""What something is, and which word is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.answers import LEADING, LONGEST
from quiz.language.english.names import noun_kind
from quiz.language.english.phrases import words_of
from quiz.language.english.prompts import LONGEST as LONGEST_PROMPT
from quiz.language.english.wordlists import VAGUE, Kind, words

if TYPE_CHECKING:
    from spacy.tokens import Token

# An apposition of these tells of what was done, not of the noun before it.
DEEDS = words(
    """
step move measure decision act feat practice requirement habit title distinction fashion
ceremony process event change idea policy state position role job post total record rise
increase fall drop figure first second third name goal one
"""
)
MEANS = re.compile(
    r"(?:^|[ ,])[\"“](?P<term>[^\"“”]{3,40})[\"”] (?P<verb>means?) (?!that )"
    r"(?P<what>[^\"“”,;:]{12,110})(?=[,;.]|$)"
)
FEWEST_WORDS = 4  # of what defines: 'a gas' alone says too little


def find(reading: Reading) -> Iterator[Candidate]:
    yield from meanings(reading)
    for clause in reading.clauses:
        piece = clause.piece("attr")
        if piece is None or clause.subject is None or not is_plain_be(clause):
            continue
        yield from defined(clause.subject.head, clause.subject.words, piece.head, reading)
    for token in reading.sentence.doc:
        if token.i in reading.sentence.speech:
            continue
        if token.lower_ in DEEDS:
            continue
        if token.dep_ == "appos":
            yield from defined(token.head, plain_words(token.head), token, reading)
        elif is_set_beside(token) and (term := before_comma(token)) is not None:
            yield from defined(term, plain_words(term), token, reading)
        if token.tag_ == "NNS" and (token.dep_ == "appos" or is_set_beside(token)):
            yield from several_defined(token, reading)


def meanings(reading: Reading) -> Iterator[Candidate]:
    """Ask 'What does “dwelling” mean?' of '"dwelling" means a building that ...'."""
    text = reading.sentence.text
    told = MEANS.search(text)
    if told is None or len(told["what"].split()) < FEWEST_WORDS:
        return
    verb, what = told["verb"], told["what"].rstrip(" .;")
    start = told.start("what")
    if re.search(r"\b(?:he|she|it|they|we|you|his|her|its|their)\b", what):
        return
    prompt = f"What {'does' if verb == 'means' else 'do'} “{told['term']}” mean?"
    yield Candidate(
        "definition", reading.sentence, start, start + len(what), prompt,
        tuple(dict.fromkeys([what, LEADING.sub("", what)])), Kind.THING, weight=76,
        part="meaning",
    )  # fmt: skip


def is_set_beside(token: Token) -> bool:
    """Tell an apposition that the parser tied to a verb: 'by osmosis, the movement of'."""
    if token.dep_ in {"dep", "npadvmod"}:
        return True
    joined = token.dep_ == "conj" and token.head.pos_ == "VERB"
    return joined and not any(t.dep_ == "cc" for t in token.head.children)


def several_defined(what: Token, reading: Reading) -> Iterator[Candidate]:
    """Ask 'What are root hairs?' of 'root hairs, tiny extensions of the cells'."""
    term = before_comma(what)
    words = full_words(what, reading)
    if term is None or term.tag_ != "NNS" or len(words) < FEWEST_WORDS:
        return
    doc = reading.sentence.doc
    if words[-1] - words[0] != len(words) - 1 or term.i + 2 != words[0]:
        return
    if any(doc[n].tag_ in {"PRP", "PRP$", "CD", "NNP", "CC"} for n in words):
        return
    after = [t.lower_ for t in doc[words[-1] + 1 : words[-1] + 3]]
    if {"and", "or"} & set(after) or doc[words[0]].tag_ == "DT":
        return
    own = [t.i for t in term.children if t.i < term.i and t.dep_ in {"compound", "amod"}]
    first = min([term.i, *own])
    if term.i - first != len(own) or not own:
        return
    name = doc[first : term.i + 1].text
    name = name[:1].lower() + name[1:] if first == 0 else name
    end = doc[words[-1]].idx + len(doc[words[-1]].text)
    meaning = reading.sentence.text[doc[words[0]].idx : end]
    if len(meaning) <= LONGEST:
        yield Candidate(
            "definition", reading.sentence, doc[words[0]].idx, end, f"What are {name}?",
            (meaning,), Kind.THING, weight=72, part="meaning",
        )  # fmt: skip


def before_comma(token: Token) -> Token | None:
    """Return the 'barter' of 'Under barter, the direct exchange of goods, ...'."""
    edge = token.left_edge.i
    if edge < 2 or token.doc[edge - 1].text != ",":
        return None
    return token.doc[edge - 2]


def is_plain_be(clause: Clause) -> bool:
    return (
        clause.group.main in {"is", "are"}
        and not clause.group.middle
        and (
            not clause.group.aux and not clause.source and clause.kind in {"main", "joined"}
        )
    )


def plain_words(head: Token) -> list[int]:
    return [t.i for t in head.subtree if t.i <= head.i]


def defined(
    term: Token, term_words: tuple[int, ...] | list[int], what: Token, reading: Reading
) -> Iterator[Candidate]:
    doc = reading.sentence.doc
    if any(t.dep_ == "conj" for t in what.children):
        return
    if noun_kind(term.lemma_) is Kind.PERSON or what.tag_ in {"NNP", "NNPS"}:
        return
    if not is_term(term, term_words) or what.tag_ != "NN" or what.lower_ in VAGUE:
        return
    words = full_words(what, reading)
    if len(words) < FEWEST_WORDS or words[-1] - words[0] != len(words) - 1:
        return
    if doc[words[0]].lower_ not in {"a", "an", "the", "any"}:
        return
    if any(doc[n].tag_ in {"PRP", "PRP$"} for n in words):
        return
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    meaning = reading.sentence.text[start:end]
    first, last = doc[term_words[0]], doc[term_words[-1]]
    name = reading.sentence.text[first.idx : last.idx + len(last.text)]
    acronym = first.text.isupper() and len(first.text) > 1
    name = name[:1].lower() + name[1:] if first.i == 0 and not acronym else name
    if len(meaning) > LONGEST:
        return
    yield Candidate(
        "definition", reading.sentence, start, end, f"What is {name}?",
        tuple(dict.fromkeys([meaning, LEADING.sub("", meaning)])), Kind.THING, weight=72,
        part="meaning",
    )  # fmt: skip
    if first.tag_ == "DT" and first.lower_ == "the":
        return
    prompt = f"What is the term for {meaning}?"
    if len(prompt) <= LONGEST_PROMPT and re.search(
        r" (?:of|that|which|in|for|by) ", meaning
    ):
        yield Candidate(
            "term", reading.sentence, first.idx, last.idx + len(last.text), prompt,
            tuple(dict.fromkeys([LEADING.sub("", name), name])), Kind.THING, weight=70,
            part="term",
        )  # fmt: skip


def is_term(term: Token, words: tuple[int, ...] | list[int]) -> bool:
    """Tell a term (barter, a superfluid, demand-pull inflation) from any one thing."""
    if term.tag_ != "NN" or term.lower_ in VAGUE or len(words) > 4 or not words:
        return False
    if any(t.dep_ == "conj" for t in term.children):
        return False
    doc = term.doc
    first = doc[words[0]]
    if any(doc[n].tag_ in {"PRP", "PRP$", "CD", "NNP"} for n in words):
        return False
    if first.tag_ == "DT" and first.lower_ not in {"a", "an"}:
        return False
    return words[-1] - words[0] == len(words) - 1


def full_words(what: Token, reading: Reading) -> list[int]:
    """Return the defining phrase up to the next comma that sets something off."""
    return [n for n in words_of(what) if n not in reading.sentence.speech]
