"""Questions that ask nearly the same: an equal answer and a prompt much alike."""

from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

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
