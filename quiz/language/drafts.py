"""What drafting an article gives."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from quiz.core.questions import Question, Warning

Progress = Callable[[int, int], None]  # done and total, in characters


@dataclass(frozen=True, slots=True)
class Draft:
    """Draft questions and what to look at. `rejected` counts candidates by reason."""

    questions: tuple[Question, ...]
    warnings: tuple[Warning, ...] = ()
    rejected: Counter[str] = field(default_factory=Counter)


def no_progress(done: int, total: int) -> None:
    """Tell nobody."""
