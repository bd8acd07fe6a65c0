"""Articles -> draft questions. One folder a language; each has the same stages."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from quiz.core.article import Article
from quiz.core.problems import Problem
from quiz.core.questions import Question, Warning

Progress = Callable[[int, int], None]  # done and total, in characters


@dataclass(frozen=True, slots=True)
class Draft:
    """What drafting an article gave. `rejected` counts dropped candidates by reason."""

    questions: tuple[Question, ...]
    warnings: tuple[Warning, ...] = ()
    rejected: Counter[str] = field(default_factory=Counter)
