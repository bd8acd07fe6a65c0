"""Which wordings come out: those that a strict teacher would likely take unchanged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quiz.language.korean.acceptance import acceptance, signs_of
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.pieces import Setting

# Chances of acceptance: what comes out anyway, and the least where too little would.
SURE, LEAST = 0.7, 0.4
WANTED = 4  # facts per 1,000 characters
FEWEST = 3  # facts of a text, however short


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact with its prompt and its cloze, either of which may be empty."""

    candidate: Candidate
    gap: str
    setting: Setting


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely a teacher takes the prompt and the cloze, each 0 to 1; 0 for none."""

    prompt: float
    gap: float

    @property
    def best(self) -> float:
        return max(self.prompt, self.gap)


def likely_forms(proposals: Sequence[Proposal], characters: int) -> list[Proposal]:
    """Return the proposals in order, each without the wordings that are unlikely.

    `characters` is the length of the article. One that keeps nothing stays, empty.
    """
    chances = [chances_of(proposal) for proposal in proposals]
    least = least_chance(chances, characters)
    return [
        with_wordings(proposal, chance.prompt >= least, chance.gap >= least)
        for proposal, chance in zip(proposals, chances, strict=True)
    ]


def chances_of(proposal: Proposal) -> Chances:
    candidate, setting = proposal.candidate, proposal.setting
    return Chances(
        *(
            acceptance(signs_of(candidate, shown, setting)) if shown else 0.0
            for shown in (candidate.prompt, proposal.gap)
        )
    )


def least_chance(chances: Sequence[Chances], characters: int) -> float:
    """Return SURE, or less where fewer facts than WANTED would come out, down to LEAST."""
    wanted = max(FEWEST, characters * WANTED // 1000)
    best = sorted((chance.best for chance in chances), reverse=True)[:wanted]
    return min(SURE, max(LEAST, best[-1])) if best else SURE


def with_wordings(proposal: Proposal, prompt: bool, gap: bool) -> Proposal:
    candidate = proposal.candidate
    if not prompt and candidate.prompt:
        candidate = replace(candidate, prompt="")
    return replace(proposal, candidate=candidate, gap=proposal.gap if gap else "")
