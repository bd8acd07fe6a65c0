"""'Founded in 1951, Norrland ...' -> the clause 'Norrland was founded in 1951'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quiz.language.english.analyser import Sentence
from quiz.language.english.clauses import Clause, VerbGroup, pieces_of
from quiz.language.english.phrases import SUBJECTS, piece_of
from quiz.language.english.subordination import is_dated, is_past, is_unstated
from quiz.language.english.voices import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

NO_OPENERS = {"give", "compare", "base", "follow", "provide", "ask", "say", "tell"}


def openers(sentence: Sentence) -> Iterator[Clause]:
    """Yield what participles in front of a main clause say of its subject."""
    for verb in sentence.doc:
        if is_opener(verb) and verb.i not in sentence.speech and not is_unstated(verb):
            clause = opening_clause(sentence, verb)
            if clause is not None:
                yield clause


def is_opener(verb: Token) -> bool:
    alone = not any(
        t.dep_ in {*SUBJECTS, "aux", "auxpass", "mark", "neg"} for t in verb.children
    )
    first = verb.left_edge.i == 0 or verb.nbor(-1).text in {",", "and"}
    return (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBN"
        and verb.lemma_ not in NO_OPENERS
        and verb.i < verb.head.i
        and alone
        and first
    )


def finite_above(verb: Token) -> Token:
    """Return the main verb, past a second participle: 'the first so honoured, she saw'."""
    main: Token = verb.head
    while main.tag_ == "VBN" and main.head.i != main.i:
        if any(t.dep_ in {"aux", "auxpass"} for t in main.children):
            break
        main = main.head
    return main


def opening_clause(sentence: Sentence, verb: Token) -> Clause | None:
    main = finite_above(verb)
    own = [t for t in main.children if t.dep_ in SUBJECTS - {"expl"} and t.i > verb.i]
    if not own or own[-1].tag_ in {"WDT", "WP", "EX", "DT"}:
        return None
    subject = piece_of("subject", own[-1], main)
    pieces = tuple(pieces_of(sentence, verb, subject, None))
    if not pieces or not subject.words:
        return None
    past = is_past(main) or is_dated(pieces)
    plural = is_plural(subject) or own[-1].lower_ == "they"
    be = ("were" if plural else "was") if past else ("are" if plural else "is")
    group = VerbGroup((be,), (), verb.text.lower(), verb.lemma_, "VBN")
    return Clause(sentence, verb, "participle", subject, group, pieces)
