"""How a question is shown this time: its form, the order of its options, its statement."""

from dataclasses import dataclass, replace

from quiz.core.formulas import is_readable, spoken
from quiz.core.grading import Grade, Verdict, grade_answer, grade_choice
from quiz.core.lots import one_of, part_for, shuffled
from quiz.core.markup import Formula, has_signs, plain_text, read_markup
from quiz.core.names_beside import with_glosses
from quiz.core.part_grading import (
    grade_order,
    grade_pairs,
    grade_several,
    grade_typed_order,
)
from quiz.core.particle_agreement import agree
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Form,
    Question,
    around_gap,
    cloze_answer,
    fill_gap,
    why_not,
    wrong_members,
)
from quiz.core.scheduling import Memory, State

SHOWN_OPTIONS = 4
CLOZE_FROM, TYPED_FROM = 4.0, 21.0  # days of stability
LADDER = (  # harder upwards
    (Form.CHOICE, Form.TRUTH),
    (Form.SEVERAL, Form.MATCH, Form.ORDER, Form.CLOZE),
    (Form.TYPED,),
)
SEVERAL_OPTIONS = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is shown. Which parts are filled depends on the form.

    `options` holds every option of a choice in the order shown, or what the `rows` of
    an order or of pairs are matched with; `statement` and `is_true` belong to
    true/false; `before` and `after` stand around a cloze's gap.
    """

    question: Question
    form: Form
    options: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    statement: str = ""
    is_true: bool = True
    before: str = ""
    after: str = ""


def choose_form(
    question: Question, memory: Memory | None, seed: str, preferred: Form | None = None
) -> Form:
    """Choose by stability: choice or true/false, from 4 days on cloze, from 21 typed.

    Where the question does not allow that, the next easier form is taken, then the
    next harder one; a card only where nothing else is left.
    """
    allowed = [form for form in question.forms if why_not(question, form) is None]
    if preferred in allowed:
        return preferred
    level = level_for(memory)
    for step in (*reversed(LADDER[: level + 1]), *LADDER[level + 1 :]):
        fitting = [form for form in step if form in allowed]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            return one_of(fitting, f"form {seed}")
    return Form.CARD


def level_for(memory: Memory | None) -> int:
    if memory is None or memory.state is not State.REVIEW:
        return 0
    return (memory.stability >= CLOZE_FROM) + (memory.stability >= TYPED_FROM)


def ask(question: Question, form: Form, seed: str) -> Asked:
    """Show `question` in `form`. The same `seed` shows the same order and statement."""
    match form:
        case Form.CHOICE:
            return Asked(question, form, options=options_of(question, seed))
        case Form.SEVERAL:
            return Asked(question, form, options=several_options(question, seed))
        case Form.ORDER | Form.MATCH:
            return Asked(question, form, *sides_of(question, seed))
        case Form.TRUTH:
            statement, is_true = statement_of(question, seed)
            return Asked(question, form, statement=statement, is_true=is_true)
        case Form.CLOZE:
            before, after = around_gap(question.cloze)
            return Asked(question, form, before=before, after=after)
    return Asked(question, form)


def options_of(question: Question, seed: str) -> tuple[str, ...]:
    """Return the right option among at most three wrong ones, shuffled."""
    wrong = shuffled((option.text for option in question.wrong), f"wrong {seed}")
    options = [question.answer.shown, *wrong[: SHOWN_OPTIONS - 1]]
    return tuple(shuffled(options, f"options {seed}"))


def several_options(question: Question, seed: str) -> tuple[str, ...]:
    """Return the list's members among wrong ones, at least two of them, shuffled."""
    right = (item[0] for item in question.answer.items)
    wrong = shuffled(wrong_members(question), f"wrong {seed}")
    room = max(SEVERAL_OPTIONS - len(question.answer.items), 2)
    return tuple(shuffled((*right, *wrong[:room]), f"options {seed}"))


def sides_of(question: Question, seed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is to be placed, shuffled, and the rows that it is placed in.

    The rows of an order are its places, from 1.
    """
    items = question.answer.items
    if question.answer.kind is AnswerKind.PAIRS:
        rows, placed = tuple(item[0] for item in items), [item[1] for item in items]
    else:
        rows = tuple(str(place + 1) for place in range(len(items)))
        placed = [item[0] for item in items]
    options = shuffled(dict.fromkeys(placed), f"sides {seed}")
    if options == placed:  # the answer must not stand there already
        options.reverse()
    return tuple(options), rows


def statement_of(question: Question, seed: str) -> tuple[str, bool]:
    """Return a statement and whether it is true; half of all seeds make it true."""
    if question.answer.kind is AnswerKind.TRUTH:
        return question.prompt, question.answer.accepted[0] == "true"
    is_true = part_for(f"statement {seed}") < 0.5
    right = cloze_answer(question.cloze)
    told = right if is_true else one_of(question.wrong, f"told {seed}").text
    before, after = around_gap(question.cloze)
    return before + told + (after if is_true else agree(plain_text(told), after)), is_true


def true_statement(asked: Asked) -> str:
    """Return what a false statement should have said; "" where it is not known."""
    if asked.is_true or asked.question.answer.kind is AnswerKind.TRUTH:
        return ""
    return fill_gap(asked.question.cloze, cloze_answer(asked.question.cloze))


def grade_asked(asked: Asked, given: str, language: str) -> Verdict:
    """Grade what was given to a question in the form in which it was shown."""
    question = asked.question
    match asked.form:
        case Form.TRUTH:
            truth = "true" if asked.is_true else "false"
            grade = Grade.RIGHT if given == truth else Grade.WRONG
            return Verdict(grade, truth)
        case Form.CHOICE:
            return grade_choice(given, question.answer)
        case Form.SEVERAL:
            return grade_several(lines_of(given), question.answer)
        case Form.ORDER:
            return grade_order(lines_of(given), question.answer)
        case Form.MATCH:
            return grade_pairs(lines_of(given), question.answer)
        case Form.CARD:  # the learner grades: a rating's name
            grade = Grade.WRONG if given in {"", "again"} else Grade.RIGHT
            return Verdict(grade, question.answer.shown)
    if question.answer.kind is AnswerKind.ORDER:
        return grade_typed_order(given, typed_answer(asked), language)
    wrong = tuple(typed_text(option.text) for option in question.wrong)
    return grade_answer(given, typed_answer(asked), language, wrong)


def lines_of(given: str) -> list[str]:
    """Return what was chosen in an answer of several parts: one a line, "" for none."""
    return given.split("\n")


def typed_answer(asked: Asked) -> Answer:
    """Return what counts in this form: a cloze also takes the words that left the gap.

    What is typed is compared without the signs that set an answer apart. The names that
    the evidence gives beside an answer count too.
    """
    answer = asked.question.answer
    if asked.form not in {Form.CLOZE, Form.TYPED}:
        return answer
    accepted = answer.accepted
    if asked.form is Form.CLOZE and answer.kind is not AnswerKind.LIST:
        accepted = (*accepted, cloze_answer(asked.question.cloze))
    if answer.kind is AnswerKind.WORDS:
        accepted = tuple(typed for text in accepted for typed in typed_texts(text))
        accepted = with_glosses(accepted, asked.question)
    else:
        accepted = tuple(map(plain_text, accepted))
    return replace(
        answer,
        accepted=tuple(dict.fromkeys(accepted)),
        items=tuple(
            with_glosses(map(plain_text, item), asked.question) for item in answer.items
        ),
    )


def typed_texts(text: str) -> tuple[str, ...]:
    """Return how an answer may be typed: a formula also in its LaTeX."""
    typed = typed_text(text)
    return (typed, text) if typed.startswith("$") and text.startswith("$") else (typed,)


def typed_text(text: str) -> str:
    """Return `text` as it is typed; a lone formula keeps dollars, to be graded as one."""
    match read_markup(text) if has_signs(text) else ():
        case (Formula(latex),) if is_readable(latex):
            return f"${spoken(latex)}$"
    return plain_text(text)
