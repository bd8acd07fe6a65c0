"""A question as the learner will see it in each of its forms, or why it can't be shown."""

from dataclasses import dataclass
from random import Random

from quiz.core.asking import several_options
from quiz.core.problems import Problem
from quiz.core.questions import (
    AnswerKind,
    Form,
    Question,
    check_answer,
    fill_gap,
    why_not,
)
from quiz.web.rich_text import cloze_parts
from quiz.web.words import name_answer, say


@dataclass(frozen=True, slots=True)
class Preview:
    """One form: `reason` says why it is not possible, else the rest is shown."""

    form: Form
    reason: str = ""
    prompt: str = ""
    options: tuple[tuple[str, bool], ...] = ()  # with which is right
    rows: tuple[tuple[str, str], ...] = ()  # places or left sides, with what belongs there
    before: str = ""  # of the gap
    after: str = ""
    answer: str = ""


def previews_of(question: Question) -> tuple[Preview, ...]:
    try:
        check_answer(question.answer)
    except Problem as problem:
        return tuple(Preview(form, say(problem)) for form in question.forms)
    return tuple(preview_of(question, form) for form in question.forms)


def preview_of(question: Question, form: Form) -> Preview:
    if reason := why_not(question, form):
        return Preview(form, say(reason))
    prompt, answer = question.prompt, name_answer(question.answer)
    match form:
        case Form.CHOICE:
            return Preview(form, "", prompt, options_of(question, answer))
        case Form.SEVERAL:
            members = {item[0] for item in question.answer.items}
            shown = several_options(question, question.id)
            return Preview(form, "", prompt, tuple((o, o in members) for o in shown))
        case Form.CLOZE:
            before, gap, after = cloze_parts(question.cloze)
            return Preview(form, before=before, after=after, answer=gap)
        case Form.ORDER:
            steps = enumerate(question.answer.items, 1)
            return Preview(form, "", prompt, rows=tuple((str(n), s[0]) for n, s in steps))
        case Form.MATCH:
            pairs = ((left, right) for left, right in question.answer.items)
            return Preview(form, "", prompt, rows=tuple(pairs))
        case Form.TRUTH if question.answer.kind is not AnswerKind.TRUTH:
            false = fill_gap(question.cloze, question.wrong[0].text)
            return Preview(form, "", false)
    return Preview(form, "", prompt, answer=answer)


def options_of(question: Question, answer: str) -> tuple[tuple[str, bool], ...]:
    options = [(answer, True), *((option.text, False) for option in question.wrong)]
    Random(question.id).shuffle(options)
    return tuple(options)
