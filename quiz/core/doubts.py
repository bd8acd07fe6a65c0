"""Reasons to look at a draft twice, found without understanding it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from quiz.core.near_duplicates import near_twins
from quiz.core.problems import Problem
from quiz.core.questions import AnswerKind, Question, Status, Warning, checked, plain

SHORTEST_LEAK = 2  # letters
LONGEST_SHORT_WORD = 4  # Latin letters that may stand in another word by chance
STANDS_OUT, FEWEST_MORE = 2, 4  # times as long, and letters more


class Doubt(StrEnum):
    """Why to look twice; the gravest first."""

    BROKEN = "broken"  # it can't be asked as it stands
    LOST = "lost"  # its evidence is no longer in the article
    WARNED = "warned"  # the drafting warned of its sentence
    LEAKS = "leaks"  # the answer stands in the prompt
    TWIN = "twin"  # another asks nearly the same
    LENGTH = "length"  # the right option stands out by its length


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a bank's questions rest on.

    `texts` are its articles by their ids, the first one first.
    """

    texts: Mapping[str, str]
    warnings: tuple[Warning, ...] = ()


def own_doubts(question: Question, grounds: Grounds) -> tuple[Doubt, ...]:
    """Return what is doubtful about a question without a look at the others."""
    texts = grounds.texts
    is_so = {
        Doubt.BROKEN: is_broken(question),
        Doubt.LOST: is_lost(question, texts),
        Doubt.WARNED: is_warned(question, grounds.warnings, next(iter(texts), "")),
        Doubt.LEAKS: leaks(question),
        Doubt.LENGTH: stands_out(question),
    }
    return tuple(doubt for doubt in Doubt if is_so.get(doubt))


def doubts_about(
    question: Question, others: Iterable[Question], grounds: Grounds
) -> tuple[Doubt, ...]:
    """Return what is doubtful about a question of a bank, beside the bank's others."""
    found = set(own_doubts(question, grounds))
    if any(each.status is not Status.RETIRED for each in near_twins(question, others)):
        found.add(Doubt.TWIN)
    return tuple(doubt for doubt in Doubt if doubt in found)


def is_broken(question: Question) -> bool:
    try:
        checked(question)
    except Problem:
        return True
    return False


def is_lost(question: Question, texts: Mapping[str, str]) -> bool:
    evidence = question.evidence
    if evidence is None:
        return False
    return texts.get(evidence.article, "")[evidence.start : evidence.end] != evidence.quote


def is_warned(question: Question, warnings: Iterable[Warning], first: str) -> bool:
    return any(touches(question, warning, first) for warning in warnings)


def touches(question: Question, warning: Warning, first: str) -> bool:
    """Tell whether a warning is about the question's evidence."""
    evidence = question.evidence
    if evidence is None or (warning.article or first) != evidence.article:
        return False
    return any(a < evidence.end and evidence.start < b for a, b in warning.spans)


def leaks(question: Question) -> bool:
    if question.answer.kind is AnswerKind.TRUTH:
        return False
    return any(is_told(text, question.prompt) for text in question.answer.accepted)


def is_told(text: str, prompt: str) -> bool:
    """Tell whether `text` can be read in `prompt`; DI can't in did, nor 20 in 2019."""
    told = plain(text)
    if len(told) < SHORTEST_LEAK or told not in plain(prompt):
        return False
    if not told.isascii() or len(told) > LONGEST_SHORT_WORD:
        return True
    return bool(re.search(rf"(?<![a-z0-9]){told}(?![a-z0-9])", prompt.casefold()))


def stands_out(question: Question) -> bool:
    """Tell whether the right option is far longer, or far shorter, than all others."""
    answer, wrong = question.answer, [len(option.text) for option in question.wrong]
    if len(wrong) < 2 or answer.items or not answer.accepted:
        return False
    right = len(answer.shown)
    return is_far_more(right, max(wrong)) or is_far_more(min(wrong), right)


def is_far_more(one: int, other: int) -> bool:
    return one >= STANDS_OUT * other and one - other >= FEWEST_MORE
