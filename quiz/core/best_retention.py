"""Which desired retention suits a learner: their memory and speed against the usual ones.

Remembering more always costs more, so no retention is the cheapest and best at once. What
one question more in mind may cost is taken from the retention with which everybody
begins: it is what the last point costs there, at a usual memory and speed. For the same
price the quick, and those who forget slowly, get more.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from fsrs_rs_python import MemoryState

from quiz.core.history import Rated, days_of_anki
from quiz.core.pace import AWAY
from quiz.core.scheduling import STANDARD, Parameters, Rating, day_number, engine_for

BEGUN_WITH = 0.9  # the retention of whoever chose none
LOWEST, HIGHEST = 80, 97  # percent
YEAR = 365.0  # days: what is n years away counts e ** -n
YEARS = 6
SMALLEST = 0.003  # share of the questions whose ways are still told apart
FEW = 20  # days of practice that the usual times count for
DECAY = 20  # its place among the parameters


@dataclass(frozen=True, slots=True)
class Effort:
    """What a question takes on a day when it comes back: seconds, with all its steps.

    `recalled` where the first answer of the day is right, `forgotten` where it isn't.
    `first` are the shares of again, hard, good and easy among the very first answers.
    """

    recalled: float = 8.0
    forgotten: float = 25.0
    first: tuple[float, ...] = (0.25, 0.1, 0.5, 0.15)


USUAL = Effort()


@dataclass(frozen=True, slots=True)
class Worth:
    """What a year of practice takes of a question, in seconds, and how known it is."""

    seconds: float
    known: float  # 0 to 1


def effort_of(histories: Sequence[Sequence[Rated]], now: datetime, zone: tzinfo) -> Effort:
    """Return the effort that a learner's log tells of; if of little, the usual one."""
    days = days_of_anki(now, zone)
    times: dict[bool, list[float]] = {True: [], False: []}
    first = [share * FEW for share in USUAL.first]
    for history in histories:
        for place, (_, answers) in enumerate(
            groupby(history, lambda answer: day_number(answer.at, days))
        ):
            of_day = list(answers)
            if place == 0:
                first[of_day[0].rating - 1] += 1
                continue
            if all(answer.seconds is not None for answer in of_day):
                taken = sum(min(answer.seconds or 0, AWAY) for answer in of_day)
                times[of_day[0].rating > Rating.AGAIN].append(taken)
    return Effort(
        mean_of(times[True], USUAL.recalled),
        mean_of(times[False], USUAL.forgotten),
        tuple(count / sum(first) for count in first),
    )


def mean_of(times: Sequence[float], usual: float) -> float:
    return (sum(times) + FEW * usual) / (len(times) + FEW)


def best_retention(parameters: Parameters | None, effort: Effort) -> float:
    """Return the retention, in whole percent, that costs this learner what 90 % costs all.

    At more of it the last point would cost more for each question in mind.
    """
    worths = worths_of(parameters or STANDARD, effort)
    price = usual_price()
    gains = [price * worth.known - worth.seconds for worth in worths]
    return (LOWEST + smoothed(gains).index(max(smoothed(gains)))) / 100


@lru_cache(maxsize=1)
def usual_price() -> float:
    """Return the seconds that a question more in mind takes at BEGUN_WITH."""
    around = [worth_of(STANDARD, USUAL, BEGUN_WITH + step / 100) for step in (-2, 2)]
    low, high = around
    return (high.seconds - low.seconds) / (high.known - low.known)


def worths_of(parameters: Parameters, effort: Effort) -> list[Worth]:
    percents = range(LOWEST, HIGHEST + 1)
    return [worth_of(parameters, effort, percent / 100) for percent in percents]


def smoothed(values: Sequence[float]) -> list[float]:
    """Return means of neighbours: intervals are whole days, which leaves small steps."""
    around = (values[max(place - 2, 0) : place + 3] for place in range(len(values)))
    return [sum(some) / len(some) for some in around]


def worth_of(parameters: Parameters, effort: Effort, retention: float) -> Worth:
    """Follow a new question through all that may happen to it, each way by its chance."""
    walk = Walk(parameters, effort, retention)
    states = walk.engine.next_states(None, retention, 0)
    first = (states.again, states.hard, states.good, states.easy)
    ways = [
        Way(part, 0, each.memory) for part, each in zip(effort.first, first, strict=True)
    ]
    while ways:
        ways += walk.follow(ways.pop())
    return Worth(walk.seconds, walk.known)


class Way(NamedTuple):
    """What became of a share of the questions by a day, which they were answered on."""

    share: float
    day: int
    memory: MemoryState

    @property
    def weight(self) -> float:
        return self.share * math.exp(-self.day / YEAR)


class Walk:
    """Sums up what the ways take and leave."""

    def __init__(self, parameters: Parameters, effort: Effort, retention: float) -> None:
        self.engine, self.decay = engine_for(parameters), parameters[DECAY]
        self.factor = 0.9 ** (-1 / self.decay) - 1
        self.effort, self.retention = effort, retention
        self.seconds = self.known = 0.0

    def follow(self, way: Way) -> Iterator[Way]:
        """Yield where the way leads: a small one only to what is most likely."""
        for days, part in self.days_until(way):
            share, after = way.share * part, way.day + days
            self.known += share * self.known_between(way, days)
            if after > YEARS * YEAR:
                continue
            chance = self.recall(way.memory.stability, days)
            states = self.engine.next_states(way.memory, self.retention, days)
            passed = Way(share, after, states.good.memory)
            effort = self.effort
            takes = chance * effort.recalled + (1 - chance) * effort.forgotten
            self.seconds += passed.weight * takes
            if passed.weight * (1 - chance) < SMALLEST:
                yield passed
            else:
                yield passed._replace(share=share * chance)
                yield Way(share * (1 - chance), after, states.again.memory)

    def days_until(self, way: Way) -> tuple[tuple[int, float], ...]:
        """Return the days until the question is due: two, where its time lies between."""
        grown = self.retention ** (-1 / self.decay) - 1
        days = max(way.memory.stability / self.factor * grown, 1.0)
        if way.weight < 2 * SMALLEST:
            return ((round(days), 1.0),)
        part = days - int(days)
        return ((int(days), 1 - part), (int(days) + 1, part))

    def recall(self, stability: float, days: float) -> float:
        return float((1 + self.factor * days / stability) ** -self.decay)

    def known_between(self, way: Way, days: int) -> float:
        """Return how well it is known until then, by Simpson's rule, in years."""
        step = days / 4
        heights = [
            self.recall(way.memory.stability, n * step)
            * math.exp(-(way.day + n * step) / YEAR)
            for n in range(5)
        ]
        sums = sum(w * h for w, h in zip((1, 4, 2, 4, 1), heights, strict=True))
        return step / 3 * sums / YEAR
