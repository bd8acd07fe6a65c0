"""Questions that ask nearly the same: an equal answer and a prompt much alike."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from quiz.core.questions import Question, plain

ALIKE = 80  # of 100: the share of letters that two prompts have in common, in order


def near_twins(question: Question, others: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions among `others` that ask nearly what `question` asks."""
    answers, prompt = answers_of(question), plain(question.prompt)
    if not answers or not prompt:
        return ()
    return tuple(
        other
        for other in others
        if other.id != question.id
        and answers & answers_of(other)
        and ratio(prompt, plain(other.prompt)) >= ALIKE
    )


def answers_of(question: Question) -> frozenset[str]:
    """Return what counts as right, folded; the members of a list count together."""
    answer = question.answer
    if answer.items:
        return frozenset(["".join(sorted(plain(item[0]) for item in answer.items if item))])
    return frozenset(folded for text in answer.accepted if (folded := plain(text)))


@dataclass(frozen=True, slots=True)
class Brief:
    """A question in short, its prompt and answers folded.

    One that doesn't count (it is retired) is nobody's twin, but may have one.
    """

    id: int
    prompt: str
    answers: frozenset[str]
    counts: bool = True


def with_twins(questions: Iterable[Brief]) -> set[int]:
    """Return the ids of the questions that another one asks nearly the same as."""
    by_answer: dict[str, list[Brief]] = {}
    for question in questions:
        for answer in question.answers if question.prompt else ():
            by_answer.setdefault(answer, []).append(question)
    return {id for group in by_answer.values() if len(group) > 1 for id in alike(group)}


def alike(group: Sequence[Brief]) -> Iterable[int]:
    """Yield the ids of those whose prompt is much like that of another that counts."""
    group = sorted(group, key=lambda each: each.prompt)
    prompts = [each.prompt if each.counts else None for each in group]
    for at, question in enumerate(group):
        # Twins mostly stand side by side; only the others are compared with all.
        near = prompts[max(0, at - 1) : at] + prompts[at + 1 : at + 2]
        rest = [*prompts[:at], None, *prompts[at + 1 :]]
        if any(
            extractOne(question.prompt, some, scorer=ratio, score_cutoff=ALIKE)
            for some in (near, rest)
        ):
            yield question.id
