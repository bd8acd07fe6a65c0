"""Which wordings come out: those that a strict teacher would likely take unchanged."""

from collections.abc import Sequence

from quiz.language import proposals
from quiz.language.korean.acceptance import acceptance
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.pieces import Setting

# Chances of acceptance: what comes out anyway, and the least where too little would.
SURE, LEAST = 0.8, 0.4
Proposal = proposals.Proposal[Candidate, Setting]


def likely_forms(proposed: Sequence[Proposal], characters: int) -> list[Proposal]:
    """Return the proposals in order, each without the wordings that are unlikely."""
    return proposals.likely_forms(proposed, characters, acceptance, (SURE, LEAST))
