"""One question a fact; two answers to one prompt are none; how hard a question is."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from quiz.core.questions import AnswerKind, plain
from quiz.language.english.candidates import Candidate
from quiz.language.english.context import Setting
from quiz.language.english.gate import (
    is_anchored,
    is_event,
    leaks,
    reason_against,
    without_context,
)
from quiz.language.english.names import Names
from quiz.language.english.wordlists import Kind

MOST_BARE = 2  # nouns that a headline can make clear
FEWEST_REPORTED, LONGEST_REPORTED = 5, 75  # words and characters before the headline
# What may be asked of a canal or a line by 'on' it: counts and years, not who or what.
ALONG = {"quantity", "cause", "purpose", "date", "change", "measure", "percentage", "place",
         "money"}  # fmt: skip
SCOPED = {"list", "quantity", "percentage", "money", "condition"}
Fact = tuple[int, int, int, str, int]


def best_of_each_fact(
    candidates: Iterable[Candidate], setting: Setting, rejected: Counter[str]
) -> list[Candidate]:
    """Return for each fact its best prompt that passes the gate, else one without."""
    facts: dict[Fact, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        facts[fact_of(candidate)].append(candidate)
    return [chosen(same, setting, rejected) for same in facts.values()]


def fact_of(candidate: Candidate) -> Fact:
    span = candidate.sentence.span
    place = candidate.sentence.clean.in_article(candidate.start, candidate.end)
    verb = candidate.clause.verb.i if candidate.clause else -1
    return (span.start, place.start, place.end, candidate.part, verb)


def chosen(same: list[Candidate], setting: Setting, rejected: Counter[str]) -> Candidate:
    topic = setting.topic
    for candidate in sorted(same, key=lambda c: -c.weight):
        reason = reason_against(candidate) or without_context(candidate, topic)
        loose = not reason and candidate.kind in SCOPED
        law = setting.scope.startswith("Under")
        if loose and law and not is_anchored(candidate.prompt, topic):
            reason = "no-context"
        if (
            reason == "no-context"
            and (told := with_scope(candidate, setting.scope)) is not None
        ):
            return told
        if (
            reason == "no-context"
            and (told := reported(candidate, setting.headline)) is not None
        ):
            return told
        if not reason:
            return placed(candidate, setting) or candidate
        rejected[reason] += 1
    best = max(same, key=lambda c: c.weight)
    return replace(best, prompt="")


def placed(candidate: Candidate, setting: Setting) -> Candidate | None:
    """Say 'In Matera, ' where a name stands in the question, but not of which hall."""
    bare = candidate.bare and is_event(candidate) and candidate.names is not Kind.PERSON
    told = setting.topic.lower() in candidate.prompt.lower()
    if not bare or told or not setting.scope.startswith(("In ", "On ")):
        return None
    return None if " the " in setting.scope else with_scope(candidate, setting.scope)


def with_scope(candidate: Candidate, scope: str) -> Candidate | None:
    """Say what the question is about where its own words don't: 'Under the Act, ...'."""
    if not scope or candidate.bare > 1 or candidate.prompt.startswith("According"):
        return None
    if scope.startswith("Under") == is_event(candidate):
        return None
    prompt = told_with(scope, candidate)
    if not prompt:
        return None
    told = replace(candidate, prompt=prompt, weight=candidate.weight - 5)
    return None if reason_against(told) else told


def told_with(scope: str, candidate: Candidate) -> str:
    """Return the question with its scope where it fits: 'built on the Erie Canal?'."""
    line = scope.startswith("On the ")
    if line and (candidate.kind not in ALONG or candidate.names is Kind.PERSON):
        return ""
    if candidate.prompt.startswith(("In which country", "In which city")):
        return ""  # 'In Oslo, in which country': nothing is asked
    there = candidate.kind != "place" and re.search(r"\bthe [a-z]+\b", candidate.prompt)
    if scope.startswith("At ") and not (there and candidate.bare):
        return ""  # 'a storm sank 70 ships': it was not there
    if line:
        return f"{candidate.prompt.rstrip('?')} {scope[0].lower()}{scope[1:].rstrip(', ')}?"
    return scope + candidate.prompt[:1].lower() + candidate.prompt[1:]


def reported(candidate: Candidate, headline: str) -> Candidate | None:
    """Name the report where only its headline tells which fire or match is meant."""
    if not headline or candidate.bare > MOST_BARE or not is_event(candidate):
        return None
    prompt = candidate.prompt
    if prompt.startswith("According") or len(prompt) > LONGEST_REPORTED:
        return None
    if len(prompt.split()) < FEWEST_REPORTED or candidate.kind in {"list", "object"}:
        return None
    prompt = f"In the report “{headline}”, {prompt[:1].lower()}{prompt[1:]}"
    told = replace(candidate, prompt=prompt, weight=candidate.weight - 5)
    return None if leaks(told, prompt) else told


def unambiguous(candidates: list[Candidate], rejected: Counter[str]) -> list[Candidate]:
    """Take the prompt from questions that share it but not the answer; drop repeats."""
    by_prompt: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.prompt:
            by_prompt[plain(candidate.prompt)].append(candidate)
    kept: list[Candidate] = []
    for candidate in candidates:
        rivals = by_prompt[plain(candidate.prompt)] if candidate.prompt else [candidate]
        if any(not same_answer(rivals[0], rival) for rival in rivals[1:]):
            rejected["ambiguous"] += 1
            kept.append(replace(candidate, prompt=""))
        elif rivals[0] is candidate:
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
