"""A fact with its prompt, before it is judged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Self

from quiz.core.questions import AnswerKind
from quiz.language.english.analyser import Sentence
from quiz.language.english.clauses import Clause
from quiz.language.english.context import Setting
from quiz.language.english.wordlists import Kind


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to ask one fact. `start` and `end` are offsets in the clean sentence.

    An empty `prompt` asks for the cloze alone. `weight` ranks it within its fact; `bare`
    counts nouns of the prompt that only the article makes clear.
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
    clause: Clause | None = None
    bare: int = 0
    noun: str = ""  # what the answer is called: city, museum
    glossed: str = ""  # the answer stands in brackets, as this text
    traits: frozenset[str] = frozenset()  # of a gap: what was left out and put in
    told: str = ""  # the sentence with a mark where the answer stood, where that is safe

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
    before: tuple[Self, ...] = ()  # the parts of the same sentence before a semicolon
