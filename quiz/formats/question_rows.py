r"""Questions as rows of a spreadsheet, and rows as questions again.

A cell of several answers has one a line. What a cell could not carry (edge space,
control characters, an empty entry) is written as \u{20}, \u{d}, \u{}.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quiz.core.number_reading import read_amount, read_date
from quiz.core.plain_data import Data, question_data, question_from
from quiz.core.problems import Problem
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Form,
    Option,
    Question,
    Status,
    plain,
    possible_forms,
)
from quiz.formats.question_columns import (
    LEVELS,
    Column,
    code_of,
    names_in,
    word_for,
)

# What a cell can't carry as it is; `entry` adds what parts several of them.
CODE = re.compile(r"\\u\{([0-9a-f]{0,6})\}")
CONTROLS = "\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff"
NEVER = re.compile(rf"[{CONTROLS}]|\\(?=u\{{)|^\s|\s$")
VARIANTS = " | "
# What other columns hold already; the rest goes into the column of data.
SHOWN = {"prompt", "options", "forms", "cloze", "explanation", "tags", "difficulty"}
SHOWN |= {"status", "answer"}
IN_ITEMS = {AnswerKind.LIST, AnswerKind.ORDER, AnswerKind.PAIRS}
TRUE_WORDS = {"true", "참", "o", "t", "yes", "맞음", "예"}
FALSE_WORDS = {"false", "거짓", "x", "f", "no", "틀림", "아니요"}
CIRCLED = {chr(ord("①") + n): n + 1 for n in range(9)}
LETTERS = {letter: n for n, letter in enumerate("abcdefghi", 1)}
LETTERS |= {letter: n for n, letter in enumerate("가나다라마바사아자", 1)}


def question_table(questions: Sequence[Question], language: str) -> list[list[str]]:
    """Return the head and a row for each question, in the words of a language."""
    wrong = max((len(question.wrong) for question in questions), default=0)
    replies = any(option.feedback for each in questions for option in each.wrong)
    names, columns = names_in(language), columns_for(max(wrong, 3), replies=replies)
    head = [
        names[column][0] + (f" {number}" if number else "") for column, number in columns
    ]
    rows = [row_of(question, columns, language) for question in questions]
    return [head, *rows]


def columns_for(wrong: int, *, replies: bool) -> list[tuple[Column, int]]:
    """Return the columns in their order; wrong options and replies with their numbers."""
    options = [
        (column, number)
        for number in range(1, wrong + 1)
        for column in ((Column.WRONG, Column.REPLY) if replies else (Column.WRONG,))
    ]
    single = [
        Column.KIND, Column.TOLERANCE, Column.FORMS, Column.CLOZE, Column.EXPLANATION,
        Column.TAGS, Column.DIFFICULTY, Column.STATUS, Column.DATA,
    ]  # fmt: skip
    first = [Column.QUESTION, Column.ANSWER, Column.ACCEPTED]
    return [(column, 0) for column in first] + options + [(column, 0) for column in single]


def row_of(
    question: Question, columns: Iterable[tuple[Column, int]], language: str
) -> list[str]:
    answer, accepted = answer_cells(question.answer, language)
    data = question_data(question)
    cells: Mapping[Column, str] = {
        Column.QUESTION: cell(question.prompt),
        Column.ANSWER: answer,
        Column.ACCEPTED: accepted,
        Column.KIND: word_for(question.answer.kind, language),
        Column.TOLERANCE: cell(question.answer.tolerance),
        Column.FORMS: ", ".join(word_for(form, language) for form in question.forms),
        Column.CLOZE: cell(question.cloze),
        Column.EXPLANATION: cell(question.explanation),
        Column.TAGS: ", ".join(entry(tag, ",") for tag in question.tags),
        Column.DIFFICULTY: repr(question.difficulty),
        Column.STATUS: word_for(question.status, language),
        Column.DATA: data_cell(data),
    }
    return [
        option_cell(question, column, number) if number else cells[column]
        for column, number in columns
    ]


def answer_cells(answer: Answer, language: str) -> tuple[str, str]:
    if answer.kind is AnswerKind.TRUTH and set(answer.accepted) <= {"true", "false"}:
        return "\n".join(word_for(each, language) for each in answer.accepted), ""
    if answer.items:
        lines = (VARIANTS.join(entry(each, "|") for each in item) for item in answer.items)
        return "\n".join(lines), "\n".join(entry(each) for each in answer.accepted)
    first, rest = answer.accepted[:1], answer.accepted[1:]
    return "".join(entry(each) for each in first), "\n".join(entry(each) for each in rest)


def option_cell(question: Question, column: Column, number: int) -> str:
    if number > len(question.wrong):
        return ""
    option = question.wrong[number - 1]
    if column is Column.WRONG:
        return entry(option.text)
    return entry(option.feedback) if option.feedback else ""


def data_cell(data: Data) -> str:
    kept = {key: value for key, value in data.items() if key not in SHOWN}
    return json.dumps(kept, ensure_ascii=True, separators=(",", ":"))


def cell(text: str) -> str:
    """Return a text as a cell of its own can carry it."""
    return NEVER.sub(coded, text)


def entry(text: str, parted_by: str = "\n") -> str:
    """Return a text as one of several in a cell."""
    text = cell(text)
    for sign in {"\n", parted_by}:
        text = text.replace(sign, f"\\u{{{ord(sign):x}}}")
    return text or "\\u{}"


def coded(found: re.Match[str]) -> str:
    return f"\\u{{{ord(found[0]):x}}}"


def decoded(text: str) -> str:
    def letter(found: re.Match[str]) -> str:
        number = int(found[1] or "0", 16)
        if not found[1]:
            return ""
        is_letter = 0 < number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
        return chr(number) if is_letter else found[0]

    return CODE.sub(letter, text.strip())


def entries(text: str, parted_by: str = "\n") -> tuple[str, ...]:
    """Return the entries of a cell, without blank ones."""
    return tuple(decoded(each) for each in text.split(parted_by) if each.strip())


class Row:
    """The cells of one row by their columns."""

    def __init__(self, columns: Sequence[Column | None], cells: Sequence[str]) -> None:
        self.cells = [
            (column, text.replace("\r\n", "\n"))
            for column, text in zip(columns, cells, strict=False)
            if column
        ]
        self.columns = {column for column in columns if column}

    def one(self, column: Column) -> str:
        return next((text for each, text in self.cells if each is column), "")

    def all(self, column: Column) -> tuple[str, ...]:
        return tuple(
            each for known, text in self.cells if known is column for each in entries(text)
        )

    def options(self) -> tuple[Option, ...]:
        """Return the wrong options, each with the reply in the column after it."""
        options: list[Option] = []
        last: list[int] = []
        for column, text in self.cells:
            if column is Column.WRONG:
                texts = entries(text)
                last = list(range(len(options), len(options) + len(texts)))
                options += [Option(each) for each in texts]
            elif column is Column.REPLY:
                for at, reply in zip(last, entries(text), strict=False):
                    options[at] = replace(options[at], feedback=reply)
                last = []
        return tuple(options)


def read_data(row: Row) -> Data:
    """Return what the column of data says; {} where it is empty.

    Raises:
        Problem: somebody has changed it.
    """
    text = row.one(Column.DATA).strip()
    if not text:
        return {}
    try:
        data = json.loads(text)
        if not isinstance(data, dict):
            raise TypeError
        # Whatever is wrong in it shows when a question is made of it.
        whole = {**question_data(EMPTY), **{k: v for k, v in data.items() if k in KNOWN}}
        check_shapes(whole)
        question_from(whole)
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        OverflowError,
        RecursionError,
    ):
        raise Problem("The program's own data in the last column can't be read.") from None
    return {key: whole[key] for key in KNOWN if key in data}


KNOWN = ("id", "origin", "created", "changed", "evidence", "media")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
EMPTY = Question(id="", prompt="", answer=Answer(AnswerKind.WORDS), forms=())


def check_shapes(data: Data) -> None:
    """Raise a ValueError where a value is of another sort than the schema says."""
    evidence, origin = data.get("evidence", {}), data["origin"]
    offsets = ("start", "end", "answer_start", "answer_end")
    texts = [data["created"], data["changed"], origin.get("name", "")]
    texts += [evidence.get("article", ""), evidence.get("quote", "")]
    texts += [text for each in data.get("media", ()) for text in each.values()]
    numbers = [evidence.get(name, 0) for name in offsets]
    if not all(isinstance(text, str) and "\0" not in text for text in texts):
        raise ValueError
    if not all(type(number) is int and 0 <= number < 10**9 for number in numbers):
        raise ValueError
    if data["id"] and not UUID.fullmatch(data["id"]):
        raise ValueError
    if origin["by"] not in {"rule", "person", "import", "model"}:
        raise ValueError
    json.dumps(texts, ensure_ascii=False).encode()  # fails for half a character


def question_in(row: Row, base: Question, data: Data) -> Question:
    """Return `base` with what the row says; a column that is not there changes nothing.

    Raises:
        Problem: a cell can't be understood.
    """
    plain_base = question_data(base)
    if data:
        plain_base |= data
    question = question_from(plain_base)
    has, one = row.columns, row.one
    wrong, answer = question.wrong, question.answer
    if has & {Column.WRONG, Column.REPLY}:
        wrong = row.options()
    if Column.OPTION in has:
        answer, wrong = from_options(row)
    elif has & {Column.ANSWER, Column.ACCEPTED, Column.KIND, Column.TOLERANCE}:
        answer = answer_in(row, question.answer, wrong)
    question = replace(
        question,
        prompt=decoded(one(Column.QUESTION)) if Column.QUESTION in has else question.prompt,
        answer=answer,
        wrong=wrong,
        cloze=decoded(one(Column.CLOZE)) if Column.CLOZE in has else question.cloze,
        explanation=decoded(one(Column.EXPLANATION))
        if Column.EXPLANATION in has
        else question.explanation,
        tags=entries(one(Column.TAGS), ",") if Column.TAGS in has else question.tags,
        difficulty=difficulty_in(one(Column.DIFFICULTY), question.difficulty),
        status=status_in(one(Column.STATUS), question.status),
    )
    return replace(question, forms=forms_in(row, question))


def answer_in(row: Row, old: Answer, wrong: tuple[Option, ...]) -> Answer:
    said, more = row.one(Column.ANSWER), row.all(Column.ACCEPTED)
    if Column.ANSWER not in row.columns:
        said, kept = answer_cells(old, "en")
        more = more if Column.ACCEPTED in row.columns else entries(kept)
    kind = kind_in(row.one(Column.KIND)) or guessed_kind(said, old, wrong)
    tolerance = old.tolerance
    if Column.TOLERANCE in row.columns:
        tolerance = decoded(row.one(Column.TOLERANCE))
    if kind in IN_ITEMS:
        lines = [line for line in said.split("\n") if line.strip()]
        items = tuple(entries(line, "|") for line in lines)
        return Answer(kind, more, items, tolerance)
    accepted = (*entries(said), *more)
    if kind is AnswerKind.TRUTH:
        accepted = tuple(truth_of(each) for each in accepted)
    return Answer(kind, accepted, tolerance=tolerance)


def from_options(row: Row) -> tuple[Answer, tuple[Option, ...]]:
    """Return the option that the answer names, by its text or number, and the others."""
    options = row.all(Column.OPTION)
    said = decoded(row.one(Column.ANSWER))
    at = next((n for n, each in enumerate(options) if plain(each) == plain(said)), None)
    if at is None:
        number = number_of(said)
        at = number - 1 if number and number <= len(options) else None
    if at is None:
        raise Problem("The answer “%(answer)s” is none of the options.", answer=said[:40])
    wrong = tuple(Option(each) for n, each in enumerate(options) if n != at)
    return Answer(AnswerKind.WORDS, (options[at],)), (*wrong, *row.options())


def number_of(said: str) -> int | None:
    """Return which option is meant by 2, ②, (2), 2번, b or 나."""
    said = re.sub(r"[\s().]|번$", "", said).casefold()
    if said.isdecimal() and len(said) < 3:
        return int(said)
    return CIRCLED.get(said) or LETTERS.get(said)


def guessed_kind(said: str, old: Answer, wrong: tuple[Option, ...]) -> AnswerKind:
    """Return the kind that the question had, or what a new answer looks like."""
    if old.accepted or old.items:
        return old.kind
    text = said.strip()
    if not wrong and truth_of(text) in {"true", "false"}:
        return AnswerKind.TRUTH
    if "\n" not in text and read_date(text):
        return AnswerKind.DATE
    if re.match(r"[-+]?[\d.,]+\s*\S{0,3}$", text) and read_amount(text):
        return AnswerKind.NUMBER
    return AnswerKind.WORDS


def truth_of(said: str) -> str:
    word = said.strip().casefold()
    if word in TRUE_WORDS:
        return "true"
    return "false" if word in FALSE_WORDS else said


def kind_in(text: str) -> AnswerKind | None:
    if not text.strip():
        return None
    code = code_of(text)
    if code not in set(AnswerKind):
        raise Problem("There is no kind of answer called “%(said)s”.", said=text[:40])
    return AnswerKind(code)


def status_in(text: str, old: Status) -> Status:
    if not text.strip():
        return old
    code = code_of(text)
    if code not in set(Status):
        raise Problem("There is no status called “%(said)s”.", said=text[:40])
    return Status(code)


def difficulty_in(text: str, old: float) -> float:
    text = text.strip()
    if not text:
        return old
    if text.casefold() in LEVELS:
        return LEVELS[text.casefold()]
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise Problem(
            "The difficulty “%(said)s” is no number from 0 (easy) to 1.", said=text[:40]
        )
    return number


def forms_in(row: Row, question: Question) -> tuple[Form, ...]:
    """Return the forms that the row names; a new question gets all that are possible."""
    words = [word for word in re.split(r"[,\n]", row.one(Column.FORMS)) if word.strip()]
    codes = [code_of(word) for word in words]
    if unknown := [w for w, c in zip(words, codes, strict=True) if c not in set(Form)]:
        raise Problem("There is no form called “%(said)s”.", said=unknown[0].strip()[:40])
    if codes:
        return tuple(dict.fromkeys(Form(code) for code in codes))
    if Column.FORMS in row.columns and row.one(Column.DATA).strip():
        return ()
    if question.forms and Column.FORMS not in row.columns:
        return question.forms
    answered = question.answer.accepted or question.answer.items
    return possible_forms(question) if answered else (Form.CARD,)
