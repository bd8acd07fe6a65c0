"""A note of a deck of ours, from here or elsewhere -> its question: `note_fields` back."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from quiz.anki.cloze_text import ClozeText, read_cloze
from quiz.anki.field_text import read_field
from quiz.anki.question_ids import id_of_card
from quiz.core.markup import plain_text
from quiz.core.questions import (
    GAP,
    LONGEST_PROMPT,
    MOST_WRONG,
    Answer,
    AnswerKind,
    Form,
    Option,
    Question,
    accepted_answers,
    plain,
    why_not,
)

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LONGEST_TYPED = 60  # characters; a longer answer is turned over, not typed
LIST_ITEM = re.compile(r"<li([^>]*)>(.*?)</li>", re.DOTALL)
ROW = re.compile(r"<th[^>]*>(.*?)</th><td>(.*?)</td>", re.DOTALL)
APART = re.compile(r"<bdi>(.*?)</bdi>", re.DOTALL)
DECORATED = re.compile(r"</?(b|i|em|strong|u|s|span|font|mark)\b[^>]*>", re.IGNORECASE)
VARIANTS = re.compile(r"\s*<small>(.*?)</small>", re.DOTALL)
FEEDBACK = re.compile(r"<p><b>(.*?)</b>(.*?)</p>", re.DOTALL)
Fields = Mapping[str, str]  # HTML, by the fields' names


def own_question(guid: str, fields: Fields) -> Question | None:
    """Return the question, without media; None where the note asks or answers nothing."""
    prompt, answer = text_of(fields["Prompt"]), own_answer(fields)
    if not prompt or answer is None:
        return None
    question = Question(
        id=guid if UUID.fullmatch(guid) else id_of_card(guid, 0),
        prompt=shortened(prompt, LONGEST_PROMPT),
        answer=answer,
        wrong=() if answer.kind is AnswerKind.TRUTH else own_options(fields),
        cloze=own_cloze(fields["Cloze"]),
        explanation=text_of(fields["Explanation"]),
    )
    return replace(question, forms=tuple(form for form in Form if is_asked(question, form)))


def own_answer(fields: Fields) -> Answer | None:
    shown, options = fields["Answer"].strip(), fields["Options"]
    if options.startswith('<ol class="options fixed">'):
        first = next(LIST_ITEM.finditer(options), None)
        is_true = first is not None and "right" in first[1]
        return Answer(AnswerKind.TRUTH, ("true" if is_true else "false",))
    if shown.startswith('<table class="pairs">'):
        sides = (tuple(map(text_of, row)) for row in ROW.findall(shown))
        return Answer(AnswerKind.PAIRS, (), tuple(sides))
    if shown.startswith(('<ul class="members">', '<ol class="steps">')):
        kind = AnswerKind.ORDER if shown.startswith("<ol") else AnswerKind.LIST
        return Answer(kind, (), tuple(map(member, LIST_ITEM.findall(shown))))
    tolerance = VARIANTS.search(shown)
    first_answer = text_of(VARIANTS.sub("", shown))
    accepted = accepted_answers([first_answer, *texts_apart(fields["Also right"])])
    if not accepted:
        return None
    if tolerance:
        return Answer(AnswerKind.NUMBER, accepted, (), text_of(tolerance[1]).lstrip("±"))
    return Answer(AnswerKind.WORDS, accepted)


def member(item: tuple[str, str]) -> tuple[str, ...]:
    """Return an item of a list with its variants."""
    _, html = item
    others = VARIANTS.search(html)
    first = text_of(VARIANTS.sub("", html))
    return first, *(texts_apart(others[1]) if others else ())


def texts_apart(html: str) -> Iterator[str]:
    """Yield what `each_apart` put together; the first editions had commas alone."""
    parts = APART.findall(html) or html.split(", ")
    return filter(None, map(text_of, parts))


def own_options(fields: Fields) -> tuple[Option, ...]:
    """Return the wrong options; of a card that offers none, those with feedback."""
    told = FEEDBACK.findall(fields.get("Feedback", ""))
    said = {text_of(text): text_of(more) for text, more in told}
    listed = LIST_ITEM.findall(fields["Options"])
    wrong = [text_of(html) for names, html in listed if "right" not in names]
    return tuple(Option(text, said.get(text, "")) for text in wrong or said)[:MOST_WRONG]


def own_cloze(html: str) -> str:
    """Return the sentence with its gap in double braces, or "" for a lone gap."""
    read = read_cloze(html, 1)
    return with_one_gap(read) if plain("".join(read.pieces)) else ""


def with_one_gap(cloze: ClozeText) -> str:
    """Return the text with its gap in double braces; "" unless there is just one."""
    answers = [DECORATED.sub("", gap.answer) for gap in cloze.gaps]
    marked = text_of(cloze.with_gaps([f"{{{{{answer}}}}}" for answer in answers]))
    return marked if len(answers) == len(GAP.findall(marked)) == 1 else ""


def is_asked(question: Question, form: Form) -> bool:
    """Tell whether to ask the question so; typing isn't for long answers."""
    if why_not(question, form) is not None:
        return False
    if form is Form.TRUTH:
        return question.answer.kind is AnswerKind.TRUTH
    return form is not Form.TYPED or can_be_typed(question.answer.shown)


def text_of(html: str) -> str:
    return read_field(html).text


def can_be_typed(text: str) -> bool:
    return "\n" not in text and len(text) <= LONGEST_TYPED and bool(plain(text))


def shortened(text: str, most: int) -> str:
    """Return the text; of one that is too long the beginning, with nothing set apart."""
    if len(text) <= most:
        return text
    text = plain_text(text)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
