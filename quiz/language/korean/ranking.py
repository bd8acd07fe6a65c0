"""One question a fact; two answers to one prompt are none; how hard a question is."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from quiz.core.questions import AnswerKind, plain
from quiz.language.korean.announcements import asked_plainly
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.fitting_wh import asked_well
from quiz.language.korean.gate import reason_against, without_collisions
from quiz.language.korean.names import Names
from quiz.language.korean.rivals import has_rival, told_in

Fact = tuple[int, int, int, str]


def best_of_each_fact(
    candidates: Iterable[Candidate], rejected: Counter[str]
) -> list[Candidate]:
    """Return for each fact its best prompt that passes the gate, else one without."""
    facts: dict[Fact, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        facts[fact_of(candidate)].append(candidate)
    return [chosen(same, rejected) for same in facts.values()]


def fact_of(candidate: Candidate) -> Fact:
    return (candidate.sentence.span.start, candidate.start, candidate.end, candidate.part)


def chosen(same: list[Candidate], rejected: Counter[str]) -> Candidate:
    for each in sorted(same, key=lambda c: -c.weight):
        prompt = asked_well(asked_plainly(each.prompt))
        candidate = each if prompt == each.prompt else replace(each, prompt=prompt)
        reason = reason_against(candidate)
        if not reason:
            return without_collisions(candidate)
        rejected[reason] += 1
    best = max(same, key=lambda c: c.weight)
    return best.without_prompt() if best.prompt else best


def unambiguous(candidates: list[Candidate], rejected: Counter[str]) -> list[Candidate]:
    """Take the prompt from questions that share it but not the answer; drop repeats."""
    by_prompt: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.prompt:
            by_prompt[plain(candidate.prompt)].append(candidate)
    shared = {
        key
        for key, rivals in by_prompt.items()
        if any(not same_answer(rivals[0], rival) for rival in rivals[1:])
    }
    told = told_in({c.sentence.span.start: c.sentence for c in candidates}.values())
    kept: list[Candidate] = []
    for candidate in candidates:
        key = plain(candidate.prompt)
        if candidate.prompt and key in shared:
            rejected["ambiguous"] += 1
            kept.append(replace(candidate, prompt=""))
        elif candidate.prompt and has_rival(candidate, told):
            rejected["rival"] += 1
            kept.append(replace(candidate, prompt=""))
        elif not candidate.prompt or by_prompt[key][0] is candidate:
            kept.append(candidate)
        else:
            rejected["repeated"] += 1
    return kept


def same_answer(one: Candidate, other: Candidate) -> bool:
    if one.items or other.items:
        return one.items == other.items
    mine = {plain(text) for text in one.accepted}
    return any(plain(text) in mine for text in other.accepted)


def difficulty(candidate: Candidate, names: Names) -> float:
    """Return 0 (easy) to 1: names said often are easy, numbers and lists are hard."""
    base = {AnswerKind.LIST: 0.75, AnswerKind.DATE: 0.6, AnswerKind.NUMBER: 0.6}.get(
        candidate.answer, 0.5
    )
    if candidate.accepted:
        base -= min(0.25, 0.04 * names.counts[candidate.accepted[0]])
    return round(min(0.95, max(0.1, base)), 2)
