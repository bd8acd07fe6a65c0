"""Why: the causes that the text states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause, stated
from quiz.language.english.facts.answers import said
from quiz.language.english.facts.datings import with_pieces
from quiz.language.english.phrases import Piece
from quiz.language.english.prompts import ask
from quiz.language.english.wordlists import Kind, words

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 120  # characters of an answer
# A second cause that the parser tied to something else.
SECOND = re.compile(r" and (?:the|a|an|his|her|its|their|he|she|it|they) [^,;]+?(?=[.;]?$)")
WHICH_IS_WHY = re.compile(r", which (?:is|was) (?P<why>why) ")
SO = re.compile(r", so (?!that|as|far|long|much|many|too)")
DESERVING = words(
    """
fine arrest criticise criticize award praise honour honor jail imprison convict sack dismiss
thank expel suspend punish sentence reward execute hang ban charge
"""
)
BECAUSE_OF = {"because", "due", "owing", "thanks"}


def find(reading: Reading) -> Iterator[Candidate]:
    yield from results(reading)
    yield from extents(reading)
    yield from reasons(reading)
    for clause in reading.clauses:
        yield from grounds(clause, reading)
        yield from deserts(clause, reading)
        for piece in clause.pieces:
            if is_of_second(clause, piece):
                continue
            if piece.role == "advcl" and (mark := cause_mark(piece, clause)) is not None:
                yield from because(clause, piece, mark, reading)
            elif piece.role in {"prep", "advmod"} and piece.head.lower_ in BECAUSE_OF:
                yield from because(clause, piece, piece.words[0] - 1, reading)


def is_of_second(clause: Clause, piece: Piece) -> bool:
    """Tell the cause of 'ended' in 'It was late and ended when it did, because ...'."""
    return any(
        t.dep_ == "conj"
        and t.pos_ in {"VERB", "AUX"}
        and clause.verb.i < t.i < piece.head.i
        and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in t.children)
        for t in clause.verb.children
    )


def grounds(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """Ask 'Why?' of 'on the ground that fitters are few'."""
    for piece in clause.prepositions("on"):
        noun = piece.words[-1]
        told = next((p for p in clause.with_role("ccomp") if p.words[0] == noun + 1), None)
        if told is None or piece.head.doc[noun].lower_ not in {"ground", "grounds"}:
            continue
        cause = Piece("advcl", told.head, (*piece.words, *told.words))
        rest = [p for p in clause.pieces if p not in {piece, told}]
        yield from because(with_pieces(clause, [*rest, cause]), cause, noun + 1, reading)


def is_deserved(clause: Clause) -> bool:
    fined = clause.group.main == "fined"  # its lemma is read as 'fin'
    return clause.passive and (fined or clause.group.lemma in DESERVING)


def deserts(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """Ask 'Why was Ole fined?' of 'fined for failing to train his staff'."""
    doc = reading.sentence.doc
    if not is_deserved(clause):
        return
    for piece in clause.prepositions("for"):
        words = list(piece.words)
        if not any(t.dep_ == "pcomp" and t.tag_ == "VBG" for t in piece.head.children):
            continue
        start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
        surface = reading.sentence.text[start:end]
        if (
            len(words) < 3
            or words[-1] - words[0] != len(words) - 1
            or len(surface) > LONGEST
        ):
            continue
        if reading.sentence.text[end:].startswith((" and ", ", and ")):
            continue
        wording = ask(clause, piece, "Why", reading.setting)
        yield Candidate(
            "cause", reading.sentence, start, end, wording.text,
            (surface, surface.removeprefix("for ")), Kind.THING, weight=73,
            bare=wording.bare, part="why",
        )  # fmt: skip


def reasons(reading: Reading) -> Iterator[Candidate]:
    """Ask 'Why do people live there?' of 'Ash is good, which is why people live there'."""
    sentence = reading.sentence
    told = WHICH_IS_WHY.search(sentence.text)
    if told is None:
        return
    why = next((t for t in sentence.doc if t.idx == told.start("why")), None)
    if why is None or any(q in sentence.text for q in '"“'):
        return
    verb = why.head
    result = stated(sentence, verb) if verb.i > why.i else None
    first = next(
        (c for c in reading.clauses if c.kind == "main" and c.subject and c.subject.words),
        None,
    )
    if result is None or first is None or first.subject is None:
        return
    words = [t.i for t in sentence.doc if t.i >= first.subject.words[0]]
    words = [n for n in words if sentence.doc[n].idx < told.start()]
    shown = said(first, words, reading)
    start = sentence.doc[words[0]].idx if words else 0
    if not shown or told.start() - start > LONGEST:
        return
    wording = ask(result, Piece("advcl", verb, ()), "Why", reading.setting)
    surface = sentence.text[start : told.start()]
    yield Candidate(
        "cause", sentence, start, told.start(), wording.text,
        tuple(dict.fromkeys([f"because {shown}", shown, surface])), Kind.THING, weight=74,
        bare=wording.bare, part="why",
    )  # fmt: skip


def extents(reading: Reading) -> Iterator[Candidate]:
    """Ask 'Why did the mill close?' of 'The river was so dry that the mill closed'."""
    sentence = reading.sentence
    for clause in reading.clauses:
        for piece in clause.with_role("acomp"):
            that = next((t for t in piece.head.children if t.dep_ == "ccomp"), None)
            so = any(t.lower_ == "so" and t.i < piece.head.i for t in piece.head.children)
            result = stated(sentence, that) if that is not None and so else None
            if result is None or that is None or clause.subject is None:
                continue
            start = sentence.doc[clause.subject.words[0]].idx
            last = sentence.doc[that.left_edge.i - 1]
            end = last.idx + len(last.text)
            words = [t.i for t in sentence.doc if start <= t.idx < end]
            shown = said(clause, words, reading)
            if not shown or end - start > LONGEST:
                continue
            wording = ask(result, Piece("advcl", that, ()), "Why", reading.setting)
            yield Candidate(
                "cause", sentence, start, end, wording.text,
                (f"because {shown}", shown, sentence.text[start:end]), Kind.THING,
                weight=74, bare=wording.bare, part="why",
            )  # fmt: skip


def results(reading: Reading) -> Iterator[Candidate]:
    """Ask 'Why is the lock shut?' of 'The gate leaks, so the lock is shut'."""
    text = reading.sentence.text
    told = SO.search(text)
    if told is None or any(mark in text[: told.start()] for mark in '"“”'):
        return
    first = next(c for c in reading.sentence.doc if c.idx >= told.end())
    for clause in reading.clauses:
        subject = clause.subject
        if subject is None or clause.kind == "relative" or subject.words[0] != first.i:
            continue
        reasons = [c for c in reading.clauses if c.verb.idx < told.start() and c.subject]
        if not reasons or not reasons[0].subject or reasons[0].subject.words[0] > 2:
            return
        start = reading.sentence.doc[reasons[0].subject.words[0]].idx
        gap = Piece("advcl", clause.verb, ())
        wording = ask(clause, gap, "Why", reading.setting)
        words = [t.i for t in reading.sentence.doc if start <= t.idx < told.start()]
        surface = text[start : told.start()]
        shown = said(reasons[0], words, reading)
        if not shown or len(surface) > LONGEST:
            return
        yield Candidate(
            "cause", reading.sentence, start, told.start(), wording.text,
            tuple(dict.fromkeys([f"because {shown}", shown, surface])), Kind.THING,
            weight=74, bare=wording.bare, part="why",
        )  # fmt: skip
        return


def cause_mark(piece: Piece, clause: Clause) -> int | None:
    """Return the place of 'because', or of 'since' where it tells no time."""
    for child in piece.head.children:
        if child.dep_ == "mark" and child.lower_ == "because":
            return child.i
        if child.dep_ == "mark" and child.lower_ == "since":
            perfect = clause.group.aux[:1] in {("has",), ("have",), ("had",)}
            return None if perfect else child.i
    return None


def without_more(words: list[int], head: Token) -> list[int]:
    """Drop what ', which ...' adds at the end of a cause."""
    for token in head.subtree:
        edge = token.left_edge.i
        aside = token.dep_ == "relcl" and edge > 0 and token.doc[edge - 1].text == ","
        if aside and words and token.right_edge.i >= words[-1]:
            words = [n for n in words if n < edge]
    return words


def because(
    clause: Clause, piece: Piece, mark: int, reading: Reading
) -> Iterator[Candidate]:
    doc = reading.sentence.doc
    words = [t.i for t in piece.head.subtree if t.i > mark]
    if piece.role != "advcl":
        words = [n for n in piece.words if n > mark]
    words = without_more(words, piece.head)
    while words and doc[words[-1]].is_punct:
        words.pop()
    if not words or len(words) < 3 or words[-1] - words[0] != len(words) - 1:
        return
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    if (more := SECOND.match(reading.sentence.text, end)) is not None:
        end = more.end()
        words = [t.i for t in doc if start <= t.idx < end]
    surface = reading.sentence.text[start:end]
    if len(surface) > LONGEST:
        return
    wording = ask(clause, piece, "Why", reading.setting)
    link = "" if doc[words[0]].lower_ in BECAUSE_OF else "because "
    shown = said(clause, words, reading) or surface
    meant = {reading.setting.said[n] for n in words if reading.setting.said.get(n)}
    if all(name.removesuffix("'s") in wording.text for name in meant):
        shown, surface = surface, shown  # the question has the name: 'because she was'
    accepted = [f"{link}{shown}", shown, f"{link}{surface}", surface]
    yield Candidate(
        "cause", reading.sentence, start, end, wording.text,
        tuple(dict.fromkeys(accepted)), Kind.THING, weight=74, clause=None,
        bare=wording.bare, part="why",
    )  # fmt: skip
