"""What a question is, and what makes one acceptable."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from quiz.core.article import Article
from quiz.core.formulas import is_readable, spoken
from quiz.core.markup import GAP as GAP
from quiz.core.markup import (
    Formula,
    Node,
    gaps_cut_out,
    plain_text,
    read_markup,
    walk,
    words_of,
)
from quiz.core.problems import Problem

BETWEEN_MEMBERS = re.compile(r"[,，、;；\n]")
TOLERANCE = re.compile(r"\s*(?:±\s*)?(\d{1,15}(?:\.\d{1,9})?)\s*(%)?\s*")
LONGEST_PROMPT, LONGEST_ANSWER, MOST_WRONG, MOST_ITEMS = 500, 300, 8, 12
LONGEST_ALT, MOST_MEDIA = 500, 8
PICTURES = (".png", ".jpg", ".gif", ".webp")  # endings of names
THE_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


class AnswerKind(StrEnum):
    WORDS = "words"
    NUMBER = "number"
    DATE = "date"
    LIST = "list"
    ORDER = "order"
    PAIRS = "pairs"
    TRUTH = "truth"


PARTED = frozenset({AnswerKind.LIST, AnswerKind.ORDER, AnswerKind.PAIRS})  # have items


class Form(StrEnum):
    """How a question is shown; in the order in which a question grows harder."""

    TRUTH = "true/false"
    CHOICE = "choice"
    SEVERAL = "several"
    MATCH = "match"
    ORDER = "order"
    CLOZE = "cloze"
    TYPED = "typed"
    CARD = "card"


# Kinds of answer that can be asked in these forms alone.
FORMS_OF = {
    AnswerKind.TRUTH: (Form.TRUTH, Form.CARD),
    AnswerKind.ORDER: (Form.ORDER, Form.TYPED, Form.CARD),
    AnswerKind.PAIRS: (Form.MATCH, Form.CARD),
}


class Status(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Answer:
    """What counts as right.

    `accepted` are equal variants, the one to show first. `items` are the members of a
    list, told in any order, or the steps of an order, each with its own variants; of
    pairs, each item is one side and the other. Truth's one accepted answer is "true" or
    "false". A number's `tolerance` is what it may be off by, such as "5" or "2%".
    """

    kind: AnswerKind
    accepted: tuple[str, ...] = ()
    items: tuple[tuple[str, ...], ...] = ()
    tolerance: str = ""

    @property
    def shown(self) -> str:
        match self.kind:
            case AnswerKind.ORDER:
                return " → ".join(item[0] for item in self.items)
            case AnswerKind.PAIRS:
                return ", ".join(" – ".join(item) for item in self.items)
        if self.items:
            return ", ".join(item[0] for item in self.items)
        return self.accepted[0]


@dataclass(frozen=True, slots=True)
class Option:
    """A wrong option and what to say to one who chose it."""

    text: str
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the article proves the answer: offsets in its text, `quote` verbatim.

    `answer_start` and `answer_end` are offsets inside `quote`.
    """

    article: str
    start: int
    end: int
    quote: str
    answer_start: int
    answer_end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Who made the question: by "rule" (its fact kind), "person" or "import"."""

    by: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture or sound that belongs to a question; `name` is that of the bank's file.

    `side` is "prompt", or "answer" for what only comes with the answer. `alt` says what
    there is to see or hear, for those who can't.
    """

    name: str
    side: str = "prompt"
    alt: str = ""

    @property
    def is_picture(self) -> bool:
        return self.name.endswith(PICTURES)


@dataclass(frozen=True, slots=True)
class Question:
    """The unit of editing and of memory. `cloze` has its answer in {{double braces}}.

    `difficulty` runs from 0 (easy) to 1.
    """

    id: str
    prompt: str
    answer: Answer
    wrong: tuple[Option, ...] = ()
    forms: tuple[Form, ...] = (Form.TYPED, Form.CARD)
    cloze: str = ""
    explanation: str = ""
    tags: tuple[str, ...] = ()
    difficulty: float = 0.5
    status: Status = Status.DRAFT
    evidence: Evidence | None = None
    origin: Origin = Origin("person")
    created: datetime = THE_BEGINNING
    changed: datetime = THE_BEGINNING
    media: tuple[Medium, ...] = ()


@dataclass(frozen=True, slots=True)
class Warning:
    """Something in an article that a teacher should look at. `spans` are offsets in it.

    `article` is its id; "" means the bank's first.
    """

    kind: str
    message: str
    spans: tuple[tuple[int, int], ...] = ()
    article: str = ""


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions with their articles. `id` is a UUID.

    `deck` is the name that its Anki decks have had since the first; "" before that.
    `files` are its pictures and sounds, each a name and its content.
    """

    id: str
    title: str
    language: str
    articles: tuple[Article, ...] = ()
    questions: tuple[Question, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())
    deck: str = ""
    files: tuple[tuple[str, bytes], ...] = ()


def checked(question: Question) -> Question:
    """Return `question` if it can be asked and graded.

    Raises:
        Problem: the first reason why it can't.
    """
    check_prompt(question)
    check_answer(question.answer)
    check_wrong_options(question)
    check_forms(question)
    return question


def check_prompt(question: Question) -> None:
    if not question.prompt.strip():
        raise Problem("Write the question.")
    if len(question.prompt) > LONGEST_PROMPT:
        raise Problem(
            "Shorten the question to at most %(most)d characters.", most=LONGEST_PROMPT
        )


def check_media(media: Sequence[Medium], before: Sequence[Medium] = ()) -> None:
    """Check what belongs to a question; pictures that were there `before` may be silent.

    Raises:
        Problem: the first that is wrong.
    """
    if len(media) > MOST_MEDIA:
        raise Problem("Give at most %(most)d pictures and sounds.", most=MOST_MEDIA)
    if any(len(each.alt) > LONGEST_ALT for each in media):
        raise Problem("Describe it in at most %(most)d characters.", most=LONGEST_ALT)
    if any(m.is_picture and not m.alt and m not in before for m in media):
        raise Problem("Describe each picture for those who can't see it.")


def check_answer(answer: Answer) -> None:
    if answer.kind in PARTED:
        check_items(answer)
    elif not answer.accepted:
        raise Problem("Give at least one accepted answer.")
    if answer.tolerance and read_tolerance(answer.tolerance) is None:
        raise Problem("Write what the number may be off by, plainly or in percent.")
    if answer.kind is AnswerKind.TRUTH and answer.accepted not in {("true",), ("false",)}:
        raise Problem("A true/false question is either true or false.")
    for text in (*answer.accepted, *(text for item in answer.items for text in item)):
        if not plain(text):
            raise Problem("An accepted answer needs a letter or a digit.")
        if len(text) > LONGEST_ANSWER:
            raise Problem(
                "Shorten “%(start)s…” to at most %(most)d characters.",
                start=text[:20],
                most=LONGEST_ANSWER,
            )


def check_items(answer: Answer) -> None:
    least, shown = 2, [plain(item[0]) for item in answer.items if item]
    if answer.kind is AnswerKind.LIST and len(shown) < least:
        raise Problem("A list needs at least two members, one a line.")
    if answer.kind is AnswerKind.ORDER and len(shown) < least + 1:
        raise Problem("An order needs at least three steps, one a line.")
    if answer.kind is AnswerKind.PAIRS:
        if any(len(item) != 2 for item in answer.items):
            raise Problem("Write each pair on a line, with | between its two sides.")
        if len({plain(right) for _, right in answer.items}) < least:
            raise Problem("Pairs need at least two lines with different right sides.")
    if len(answer.items) > MOST_ITEMS:
        raise Problem("Give at most %(most)d lines.", most=MOST_ITEMS)
    if len(set(shown)) < len(shown):
        twice = next(item[0] for item in answer.items if shown.count(plain(item[0])) > 1)
        raise Problem("“%(option)s” stands there twice.", option=twice)


def read_tolerance(text: str) -> tuple[Decimal, bool] | None:
    """Return how far a number may be off, and whether in percent; None if unreadable."""
    match = TOLERANCE.fullmatch(unicodedata.normalize("NFKC", text).replace(",", ""))
    return (Decimal(match[1]), bool(match[2])) if match else None


def check_wrong_options(question: Question) -> None:
    if len(question.wrong) > MOST_WRONG:
        raise Problem("Give at most %(most)d wrong options.", most=MOST_WRONG)
    right = {plain(text) for text in (*question.answer.accepted, question.answer.shown)}
    seen: set[str] = set()
    for option in question.wrong:
        if plain(option.text) in right:
            raise Problem("“%(option)s” is also an accepted answer.", option=option.text)
        if not plain(option.text):
            raise Problem("A wrong option needs a letter or a digit.")
        if plain(option.text) in seen:
            raise Problem("“%(option)s” stands there twice.", option=option.text)
        seen.add(plain(option.text))


def check_forms(question: Question) -> None:
    if not question.forms:
        raise Problem("Choose at least one form.")
    for form in question.forms:
        if reason := why_not(question, form):
            raise reason


def possible_forms(question: Question) -> tuple[Form, ...]:
    gap = why_no_gap(question)
    return tuple(form for form in Form if why_not_with(question, form, gap) is None)


def why_not(question: Question, form: Form) -> Problem | None:
    """Say why `question` can't be shown in `form`, or None if it can."""
    return why_not_with(question, form, why_no_gap(question))


def why_not_with(question: Question, form: Form, gap: Problem | None) -> Problem | None:
    """Say the same; `gap` is what is wrong with its gap, for all forms."""
    kind = question.answer.kind
    if kind in FORMS_OF:
        return None if form in FORMS_OF[kind] else why_not_of_kind(kind)
    match form:
        case Form.ORDER:
            return Problem("Only an answer whose order counts can be put in order.")
        case Form.MATCH:
            return Problem("Only pairs can be matched.")
        case Form.SEVERAL if kind is not AnswerKind.LIST:
            return Problem("Only a list can be asked as several right options.")
        case Form.SEVERAL if len(wrong_members(question)) < 2:
            return Problem(
                "Several right options need at least two wrong ones that are no members "
                "of the list."
            )
        case Form.CHOICE if len(question.wrong) < 2:
            return Problem("A choice needs at least two wrong options.")
        case Form.CLOZE | Form.TRUTH if gap:
            return gap
        case Form.TRUTH if not question.wrong:
            return Problem("True/false needs a wrong option to make a false statement.")
    return None


def why_not_of_kind(kind: AnswerKind) -> Problem:
    match kind:
        case AnswerKind.ORDER:
            return Problem("An order can only be asked as an order, typed or as a card.")
        case AnswerKind.PAIRS:
            return Problem("Pairs can only be matched or asked as a card.")
    return Problem("A statement can only be asked as true/false or as a card.")


def why_no_gap(question: Question) -> Problem | None:
    """Say what is wrong with the cloze text: it needs one gap with an answer in it."""
    cloze = gaps_cut_out(question.cloze)
    gaps = GAP.findall(cloze)
    if not gaps:
        return Problem("Mark the answer in the cloze text with {{double braces}}.")
    if len(gaps) > 1 or re.search(r"\{\{|\}\}", without_formulas(GAP.sub("", cloze))):
        return Problem("Mark one gap in the cloze text, with {{double braces}} around it.")
    if not fits_gap(gaps[0], question.answer):
        return Problem(
            "“%(gap)s” in the cloze text is not an accepted answer. Change either.",
            gap=gaps[0],
        )
    return None


def without_formulas(text: str) -> str:
    """Return `text` without its formulas: LaTeX has braces of its own."""
    sources = [each.source for each in walk(read_markup(text)) if isinstance(each, Formula)]
    for source in sources:
        text = text.replace(source, "")
    return text


def fits_gap(gap: str, answer: Answer) -> bool:
    """Tell whether the gap's words are an accepted answer, or name a list's members."""
    if answer.kind is AnswerKind.LIST:
        return all(any(plain(v) in plain(gap) for v in item) for item in answer.items)
    return any(plain(text) == plain(gap) for text in answer.accepted)


def wrong_members(question: Question) -> tuple[str, ...]:
    """Return what the wrong options of a list name and the list doesn't."""
    known = [plain(text) for item in question.answer.items for text in item]
    named = (BETWEEN_MEMBERS.split(option.text) for option in question.wrong)
    found = {plain(part): part.strip() for parts in named for part in parts if plain(part)}
    return tuple(
        text for key, text in found.items() if not any(each in key for each in known)
    )


def cloze_answer(cloze: str) -> str:
    """Return what stands in the gap of `cloze`, or "" where there is no gap."""
    gap = GAP.search(gaps_cut_out(cloze))
    return gap[1] if gap else ""


def around_gap(cloze: str) -> tuple[str, str]:
    """Return what stands before and after the gap of `cloze`."""
    cloze = gaps_cut_out(cloze)
    gap = GAP.search(cloze)
    return (cloze[: gap.start()], cloze[gap.end() :]) if gap else (cloze, "")


def fill_gap(cloze: str, text: str) -> str:
    return GAP.sub(lambda _: text, gaps_cut_out(cloze))


def accepted_answers(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the answers in `lines`, in order, without blanks and repeats."""
    return tuple(dict.fromkeys(text for line in lines if (text := line.strip())))


@lru_cache(maxsize=8192)  # drafting compares the same few names again and again
def plain(text: str) -> str:
    """Return `text` as it is compared: letters and digits only, width and case folded.

    In a formula all counts but its spaces: a + b is not a - b, nor is x X.
    """
    if "$" in text or "\\(" in text:
        return "".join(map(plain_of, read_markup(text)))
    folded = unicodedata.normalize("NFKC", plain_text(text)).casefold()
    return "".join(filter(str.isalnum, folded))


def plain_of(node: Node) -> str:
    if isinstance(node, Formula) and is_readable(node.latex):
        return spoken(node.latex).replace(" ", "")
    return plain(words_of(node).replace("$", "").replace("\\(", ""))
