"""A fact with its prompt, before it is judged."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Self

from quiz.core.questions import AnswerKind
from quiz.language.korean.clauses import Clause
from quiz.language.korean.morphology import Sentence
from quiz.language.korean.pieces import Piece, Setting
from quiz.language.korean.values import value
from quiz.language.korean.wordlists import Kind


@value(frozen=True, slots=True)
class Candidate:
    """One way to ask one fact. `start` and `end` are offsets in the clean sentence.

    An empty `prompt` asks for the cloze alone. `weight` ranks it within its fact.
    """

    kind: str
    sentence: Sentence
    start: int
    end: int
    prompt: str
    accepted: tuple[str, ...]
    names: Kind = Kind.THING
    answer: AnswerKind = AnswerKind.WORDS
    items: tuple[tuple[str, ...], ...] = ()
    weight: int = 50
    part: str = ""  # which fact of several that share this answer
    bracketed: str = ""  # the answer stands in brackets, as this text
    also: tuple[str, ...] = ()  # words of the answer's entity that may not be in sight

    def without_prompt(self) -> Self:
        """Return it to be asked with a cloze alone."""
        return replace(self, prompt="")


@dataclass(slots=True)
class Reading:
    """A sentence with all that the finders need."""

    sentence: Sentence
    clauses: list[Clause]
    setting: Setting
    rejected: Counter[str] = field(default_factory=Counter)
    pieces: dict[Clause, list[Piece] | None] = field(default_factory=dict)  # as read once
    stated: dict[Clause, list[Piece]] = field(default_factory=dict)  # for statements
