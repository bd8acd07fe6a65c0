"""Facts with their wordings, and which of these are likely enough to come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, Self, TypeVar

WANTED = 4  # facts per 1,000 characters
FEWEST = 3  # facts of a text, however short


class Asking(Protocol):
    """A language's candidate: a fact with its prompt, which may be empty."""

    @property
    def prompt(self) -> str: ...

    def without_prompt(self) -> Self: ...


C = TypeVar("C", bound=Asking)
S = TypeVar("S")


@dataclass(frozen=True)  # slots: Python 3.11 can't call Proposal[A, B](...) with them
class Proposal(Generic[C, S]):
    """A fact with its prompt and its cloze, either of which may be empty."""

    candidate: C
    gap: str
    setting: S

    def with_wordings(self, prompt: bool, gap: bool) -> Proposal[C, S]:
        """Return it with only the wordings that stay."""
        candidate = self.candidate
        if not prompt and candidate.prompt:
            candidate = candidate.without_prompt()
        return replace(self, candidate=candidate, gap=self.gap if gap else "")


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely a teacher takes the prompt and the cloze, each 0 to 1; 0 for none."""

    prompt: float
    gap: float

    @property
    def best(self) -> float:
        return max(self.prompt, self.gap)


def likely_forms(
    proposals: Sequence[Proposal[C, S]],
    characters: int,
    acceptance: Callable[[C, str, S], float],
    bounds: tuple[float, float],
) -> list[Proposal[C, S]]:
    """Return the proposals in order, each without the wordings that are unlikely.

    `characters` is the length of the article; `acceptance` gives the chance of a wording;
    `bounds` are as for `least_chance`. A proposal that keeps nothing stays, empty.
    """
    chances = [chances_of(proposal, acceptance) for proposal in proposals]
    least = least_chance(chances, characters, *bounds)
    return [
        proposal.with_wordings(chance.prompt >= least, chance.gap >= least)
        for proposal, chance in zip(proposals, chances, strict=True)
    ]


def chances_of(
    proposal: Proposal[C, S], acceptance: Callable[[C, str, S], float]
) -> Chances:
    candidate, setting = proposal.candidate, proposal.setting
    return Chances(
        *(
            acceptance(candidate, shown, setting) if shown else 0.0
            for shown in (candidate.prompt, proposal.gap)
        )
    )


def least_chance(
    chances: Sequence[Chances], characters: int, sure: float, least: float
) -> float:
    """Return `sure`, or less where too few facts would come out, down to `least`.

    Too few are fewer than WANTED.
    """
    wanted = max(FEWEST, characters * WANTED // 1000)
    best = sorted((chance.best for chance in chances), reverse=True)[:wanted]
    return min(sure, max(least, best[-1])) if best else sure
