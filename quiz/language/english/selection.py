"""Which wordings come out: those that a strict teacher would likely take unchanged."""

from collections import defaultdict
from collections.abc import Sequence

from quiz.language import proposals
from quiz.language.english.acceptance import acceptance
from quiz.language.english.candidates import Candidate
from quiz.language.english.context import Setting

# Chances of acceptance: what comes out anyway, and the least where too little would.
SURE, LEAST = 0.75, 0.4
Proposal = proposals.Proposal[Candidate, Setting]


def likely_forms(proposed: Sequence[Proposal], characters: int) -> list[Proposal]:
    """Return the proposals in order, each without the wordings that are unlikely."""
    likely = proposals.likely_forms(proposed, characters, acceptance, (SURE, LEAST))
    likely = without_poorer(likely)
    asked = [p.candidate for p in likely if is_asked(p) and is_first(p.candidate)]
    return [
        p.with_wordings(False, False) if is_repeated(p.candidate, asked) else p
        for p in likely
    ]


def without_poorer(likely: list[Proposal]) -> list[Proposal]:
    """Take the gap from the less likely of two that leave the same words out.

    One is told by its clause, the other by the whole sentence; or one is the 'cannon' of
    'a relay of cannon'. Of two that are likely enough the shorter stays.
    """
    gaps = [p for p in likely if p.gap and p.candidate.kind == "gap"]
    kept: dict[int, list[Candidate]] = defaultdict(list)
    poorer: set[int] = set()
    for each in sorted(gaps, key=lambda p: (-min(SURE, gap_chance(p)), len(p.gap))):
        better = kept[id(each.candidate.sentence)]
        if any(is_same_gap(each.candidate, other) for other in better):
            poorer.add(id(each))
        else:
            better.append(each.candidate)
    return [p.with_wordings(True, id(p) not in poorer) for p in likely]


def is_same_gap(one: Candidate, other: Candidate) -> bool:
    if (one.start, one.end) == (other.start, other.end):
        return True
    wide = "phrase" in {one.part, other.part}
    return wide and one.start < other.end and other.start < one.end


def gap_chance(proposal: Proposal) -> float:
    return acceptance(proposal.candidate, proposal.gap, proposal.setting)


def is_asked(proposal: Proposal) -> bool:
    return bool(proposal.candidate.prompt or proposal.gap)


def is_first(candidate: Candidate) -> bool:
    """Tell what comes before the gaps of its words: a question, or a whole list."""
    return candidate.kind != "gap" or bool(candidate.items)


def is_repeated(candidate: Candidate, asked: Sequence[Candidate]) -> bool:
    """Tell a gap for words that are asked already in another way."""
    return candidate.kind == "gap" and any(
        other.sentence is candidate.sentence
        and other is not candidate
        and not (candidate.items and other.kind == "gap")
        and other.start < candidate.end
        and candidate.start < other.end
        for other in asked
    )
