"""What past answers tell: per day, against what was expected, and how regularly."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

FORTNIGHT = 14  # days
# Where the bins of calibration begin; learners are seldom asked below 70 %.
BIN_EDGES = (0.0, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """One answer. `expected` is the chance with which it was to be right, 0 to 1.

    `is_review` tells that the question was learned already: only such answers show
    what was kept. `day` is the learner's day number.
    """

    day: int
    knew: bool
    is_review: bool
    expected: float


@dataclass(frozen=True, slots=True)
class Kept:
    """Reviews, how many were remembered, and how many were expected to be."""

    reviews: int = 0
    remembered: int = 0
    expected: float = 0.0

    @property
    def retention(self) -> float | None:
        """The part that was remembered, 0 to 1; None where nothing was reviewed."""
        return self.remembered / self.reviews if self.reviews else None

    @property
    def foreseen(self) -> float | None:
        return self.expected / self.reviews if self.reviews else None


@dataclass(frozen=True, slots=True)
class StudyDay:
    day: int
    answers: int
    kept: Kept


@dataclass(frozen=True, slots=True)
class Regularity:
    """How many of the last fourteen days were used, and days without a gap."""

    of_fortnight: int
    running: int
    longest: int


def kept(answers: Iterable[PastAnswer]) -> Kept:
    """Add up the reviews among `answers`: what Anki calls true retention."""
    reviews = [answer for answer in answers if answer.is_review]
    remembered = sum(answer.knew for answer in reviews)
    return Kept(len(reviews), remembered, sum(answer.expected for answer in reviews))


def by_day(answers: Sequence[PastAnswer], first: int, last: int) -> tuple[StudyDay, ...]:
    """Return every day from number `first` to `last`, also those without answers."""
    found: dict[int, list[PastAnswer]] = {day: [] for day in range(first, last + 1)}
    for answer in answers:
        if answer.day in found:
            found[answer.day].append(answer)
    return tuple(StudyDay(day, len(each), kept(each)) for day, each in found.items())


def by_week(answers: Sequence[PastAnswer], today: int, weeks: int) -> tuple[Kept, ...]:
    """Return what was kept in each of the last `weeks`, the one that ends today last."""
    found: list[list[PastAnswer]] = [[] for _ in range(weeks)]
    for answer in answers:
        ago = (today - answer.day) // 7
        if 0 <= ago < weeks:
            found[weeks - 1 - ago].append(answer)
    return tuple(kept(each) for each in found)


def calibration(answers: Iterable[PastAnswer]) -> tuple[Kept, ...]:
    """Sort reviews by what was expected of them, into the bins between BIN_EDGES."""
    found: list[list[PastAnswer]] = [[] for _ in BIN_EDGES[1:]]
    for answer in answers:
        above = sum(answer.expected >= edge for edge in BIN_EDGES[1:-1])
        found[above].append(answer)
    return tuple(kept(each) for each in found)


def regularity(days: Iterable[int], today: int) -> Regularity:
    """Measure the learner's day numbers `days`; today need not be among them yet."""
    used = {day for day in days if day <= today}
    runs = runs_in(sorted(used))
    running = runs[-1] if runs and max(used) >= today - 1 else 0
    recent = sum(day > today - FORTNIGHT for day in used)
    return Regularity(recent, running, max(runs, default=0))


def runs_in(days: Sequence[int]) -> list[int]:
    """Return the lengths of the runs of days without a gap, in order."""
    runs = [1] if days else []
    for before, day in pairwise(days):
        if day == before + 1:
            runs[-1] += 1
        else:
            runs.append(1)
    return runs
