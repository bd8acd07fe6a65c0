"""The form of a question; the core says what is wrong, each reason at its field."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    Field,
    HiddenField,
    IntegerRangeField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)

from quiz.core.markup import check_formulas
from quiz.core.problems import Problem
from quiz.core.questions import (
    FORMS_OF,
    MOST_WRONG,
    PARTED,
    Answer,
    AnswerKind,
    Form,
    Medium,
    Option,
    Question,
    accepted_answers,
    check_answer,
    check_media,
    check_prompt,
    check_wrong_options,
    plain,
    why_no_gap,
    why_not,
)
from quiz.web.desk_forms import complain
from quiz.web.words import ANSWER_KIND_NAMES, FORM_NAMES, TRUTH_NAMES

FEWEST_ROWS = 3  # of wrong options; one empty row is always there


class LinesField(TextAreaField):
    """One answer a line, without blanks and repeats."""

    data: Any  # a tuple of answers, where WTForms has the typed text

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else "\n".join(self.data or ())

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = accepted_answers(sound(valuelist[0]).splitlines() if valuelist else [])


class TagsField(StringField):
    """Tags with commas between them."""

    data: Any  # a tuple of tags, where WTForms has the typed text

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else ", ".join(self.data or ())

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = accepted_answers(sound(valuelist[0]).split(",") if valuelist else [])


class ColumnField(Field):
    """Inputs of one name, one in each row, as they stand."""

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = [" ".join(sound(value).split()) for value in valuelist]


class QuestionForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """All of a question that a teacher may set. `seen` is its revision when opened."""

    prompt = TextAreaField(_l("Question"))
    kind = SelectField(_l("Kind of answer"), validate_choice=False)
    accepted = LinesField(_l("Accepted answers"))
    members = LinesField(_l("Members, steps or pairs"))
    tolerance = StringField(_l("May be off by"))
    truth = RadioField(_l("The statement is"), validate_choice=False)
    wrong = ColumnField(_l("Wrong options"))
    feedback = ColumnField()
    forms = SelectMultipleField(_l("Forms"), validate_choice=False)
    cloze = TextAreaField(_l("Cloze text"))
    explanation = TextAreaField(_l("Explanation"))
    media = ColumnField(_l("Pictures and sounds"))
    media_side = ColumnField()
    media_alt = ColumnField()
    media_gone = ColumnField()  # names of those to be taken out
    media_shown = HiddenField()  # a form without it says nothing of them
    tags = TagsField(_l("Tags"))
    difficulty = IntegerRangeField(_l("Difficulty"))
    seen = HiddenField()

    def __init__(self, old: Question, seen: int = 0, *, is_sent: bool = True) -> None:
        """Show `old`, or what was sent instead of it unless `is_sent` is False."""
        self.old = old
        self.bad_option = ""
        self.attached: list[Medium] = []  # came with this request
        self.known: set[str] | None = None  # files that the bank has; None: all
        sent = {} if is_sent else {"formdata": None}
        super().__init__(data={**form_data(old), "seen": str(seen)}, **sent)
        self.kind.choices = list(ANSWER_KIND_NAMES.items())
        self.truth.choices = list(TRUTH_NAMES.items())
        self.forms.choices = list(FORM_NAMES.items())

    @property
    def seen_number(self) -> int:
        number = self.seen.data or ""
        return int(number[:9]) if number.isdecimal() else 0

    def media_told(self) -> tuple[Medium, ...]:
        """Return what the form shows and what came with it, also what is to go."""
        told: tuple[Medium, ...] = self.old.media
        if self.media_shown.data:
            columns = (self.media.data, self.media_side.data, self.media_alt.data)
            told = tuple(
                Medium(name, "answer" if side == "answer" else "prompt", alt)
                for name, side, alt in zip_longest(*columns, fillvalue="")
                if name
            )
        first = {medium.name: medium for medium in reversed((*told, *self.attached))}
        whole = reversed(first.values())
        return tuple(m for m in whole if self.known is None or m.name in self.known)

    def kept_media(self) -> tuple[Medium, ...]:
        gone = set(self.media_gone.data or ()) if self.media_shown.data else set()
        return tuple(medium for medium in self.media_told() if medium.name not in gone)

    def refuse_file(self, reason: str) -> None:
        """Say of a file why it did not come in; the form can't be saved so."""
        self.media.process_errors = [*self.media.process_errors, reason]
        self.media.errors = [*self.media.errors, reason]

    def rows(self) -> Iterator[tuple[int, str, str]]:
        """Yield the rows of wrong options with their numbers, and one that is empty."""
        pairs = self.pairs()
        count = min(MOST_WRONG, max(FEWEST_ROWS, len(pairs) + 1))
        pairs += [("", "")] * (count - len(pairs))
        yield from ((number, *pair) for number, pair in enumerate(pairs, 1))

    def pairs(self) -> list[tuple[str, str]]:
        columns = zip_longest(self.wrong.data or [], self.feedback.data or [], fillvalue="")
        return [pair for pair in columns if any(pair)]

    def question(self) -> Question:
        """Return the old question with what the form says; it may not be sound."""
        named = set(self.forms.data or ())
        return replace(
            self.old,
            prompt=typed(self.prompt),
            answer=self.answer(),
            wrong=tuple(Option(text, said) for text, said in self.pairs()),
            forms=tuple(form for form in Form if form.value in named),
            cloze=typed(self.cloze),
            explanation=typed(self.explanation),
            media=self.kept_media(),
            tags=self.tags.data or (),
            difficulty=self.chosen_difficulty(),
        )

    def chosen_difficulty(self) -> float:
        """Return the difficulty; one that was not moved stays as exact as it was."""
        percent = self.difficulty.data
        if percent is None or percent == round(100 * self.old.difficulty):
            return self.old.difficulty
        return min(max(percent, 0), 100) / 100

    def answer(self) -> Answer:
        values = {kind.value for kind in AnswerKind}
        kind = AnswerKind(self.kind.data if self.kind.data in values else "words")
        if kind is AnswerKind.TRUTH:
            return Answer(kind, (self.truth.data,) if self.truth.data else ())
        if kind in PARTED:
            lines = (accepted_answers(line.split("|")) for line in self.members.data or ())
            return Answer(kind, items=tuple(item for item in lines if item))
        tolerance = typed(self.tolerance) if kind is AnswerKind.NUMBER else ""
        return Answer(kind, self.accepted.data or (), tolerance=tolerance)

    def validate(self, extra_validators: Any = None) -> bool:
        fine = bool(super().validate(extra_validators))
        question = self.question()
        kind = question.answer.kind
        answers = dict.fromkeys(PARTED, self.members) | {AnswerKind.TRUTH: self.truth}
        checks: list[tuple[Field, Callable[[], object]]] = [
            (self.prompt, lambda: check_prompt(question)),
            (answers.get(kind, self.accepted), lambda: check_answer(question.answer)),
            *self.formula_checks(question),
            (self.media, lambda: check_media(question.media, self.old.media)),
        ]
        if question.answer.accepted or question.answer.items:
            checks.append((self.wrong, lambda: check_wrong_options(question)))
        sound = [self.passes(field, check) for field, check in checks]
        return fine and all(sound) and self.forms_pass(question)

    def formula_checks(
        self, question: Question
    ) -> Iterator[tuple[Field, Callable[[], object]]]:
        """Yield for each field the check of the formulas in it."""
        answer, wrong = question.answer, question.wrong
        is_parted = answer.kind in PARTED
        texts = {
            self.prompt: [question.prompt],
            self.members if is_parted else self.accepted: answer_texts(answer),
            self.wrong: [text for each in wrong for text in (each.text, each.feedback)],
            self.explanation: [question.explanation],
        }
        for field, written in texts.items():
            yield field, partial(check_all_formulas, written)
        yield self.cloze, partial(check_formulas, question.cloze, with_gap=True)

    def passes(self, field: Field, check: Callable[[], object]) -> bool:
        try:
            check()
        except Problem as problem:
            complain(field, problem)
            self.bad_option = plain(str(problem.values.get("option", "")))
            return False
        return True

    def forms_pass(self, question: Question) -> bool:
        if not question.forms:
            complain(self.forms, Problem("Choose at least one form."))
        for form in question.forms:
            if reason := why_not(question, form):
                complain(self.place_of(form, question), reason)
        return not (self.forms.errors or self.wrong.errors or self.cloze.errors)

    def place_of(self, form: Form, question: Question) -> Field:
        """Return the field where it can be put right that a form is not possible."""
        if form not in FORMS_OF.get(question.answer.kind, (form,)):
            return self.forms
        if form in {Form.ORDER, Form.MATCH}:
            return self.forms
        if form in {Form.CLOZE, Form.TRUTH} and why_no_gap(question):
            return self.cloze
        return self.wrong

    def is_bad(self, option: str) -> bool:
        return bool(self.bad_option) and plain(option) == self.bad_option


def answer_texts(answer: Answer) -> list[str]:
    return [*answer.accepted, *(text for item in answer.items for text in item)]


def check_all_formulas(texts: list[str]) -> None:
    for text in texts:
        check_formulas(text)


def typed(field: Field) -> str:
    return sound(field.data or "").strip()


def sound(text: str) -> str:
    """Return `text` without what a database refuses."""
    return text.replace("\x00", "").replace("\r\n", "\n")


def form_data(question: Question) -> dict[str, object]:
    answer = question.answer
    is_truth = answer.kind is AnswerKind.TRUTH
    return {
        "prompt": question.prompt,
        "kind": answer.kind.value,
        "accepted": () if is_truth else answer.accepted,
        "members": tuple(" | ".join(item) for item in answer.items),
        "tolerance": answer.tolerance,
        "truth": answer.accepted[0] if is_truth else None,
        "wrong": [option.text for option in question.wrong],
        "feedback": [option.feedback for option in question.wrong],
        "forms": [form.value for form in question.forms],
        "cloze": question.cloze,
        "explanation": question.explanation,
        "media": [medium.name for medium in question.media],
        "media_side": [medium.side for medium in question.media],
        "media_alt": [medium.alt for medium in question.media],
        "media_gone": [],
        "tags": question.tags,
        "difficulty": round(100 * question.difficulty),
    }
