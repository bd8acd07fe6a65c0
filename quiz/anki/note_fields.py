"""Question -> the fields of its note, and with them the face that its card shows."""

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple
from zlib import crc32

from quiz.anki.card_form import form_of
from quiz.anki.note_evidence import Passages
from quiz.anki.note_markup import answer_html, cloze_html, marked_html
from quiz.anki.note_media import media_html
from quiz.anki.note_text import as_html, escape
from quiz.anki.note_type import NoteFields
from quiz.core.markup import plain_text
from quiz.core.questions import Answer, AnswerKind, Form, Question

GOLDEN, LOW_BITS, ALL_BITS = 0x9E3779B97F4A7C15, 2**32 - 1, 2**64 - 1
CLASSES = {  # by whether the option is right, and whether it is about the others
    (False, False): "",
    (True, False): ' class="right"',
    (False, True): ' class="last"',
    (True, True): ' class="right last"',
}
RECALLED = frozenset({Form.CARD, Form.TYPED})
# What only makes sense at the end of the list: "all of the above" and its kin.
ABOUT_THE_OTHERS = re.compile(
    r"(all|none|both|neither|either) of (the )?(above|these|those|them)"
    r"|위(의| )?.{0,6}(모두|전부|없)|(모두|전부|둘 다) (맞|옳|정답|해당|틀리|아니)"
    r"|(정답|답|해당|맞는|옳은).{0,6} ?없"
)


class Face(NamedTuple):
    """How a card shows its question.

    `form` is CHOICE, CLOZE, CARD or TYPED. `aloud` lets Anki read it out. `withdrawn`
    tells that the question was retired.
    """

    form: Form
    aloud: bool = False
    withdrawn: bool = False


def fields_of(
    question: Question, passages: Passages, link: str = "", face: Face | None = None
) -> NoteFields:
    """Return the note of `question`. `link` is the address to see it at, as it is."""
    form, aloud, withdrawn = face or Face(form_of(question))
    words = passages.words
    return NoteFields(
        prompt=marked_html(question.prompt),
        answer=shown_answer(question.answer, passages),
        also_right=also_right(question.answer),
        options=options(question, passages) if form is Form.CHOICE else "",
        cloze=cloze_html(question.cloze, question.answer.shown),
        recall="1" if form in RECALLED else "",
        typed=escape(plain_text(question.answer.shown)) if form is Form.TYPED else "",
        evidence=passages.shown(question.evidence),
        explanation=marked_html(question.explanation),
        feedback=feedback(question),
        source=passages.source(question.evidence),
        link=escape(link),
        notice=words.withdrawn if withdrawn else "",
        id=escape(question.id),
        language=words.language,
        read_korean="1" if aloud and words.language == "ko" else "",
        read_english="1" if aloud and words.language == "en" else "",
        evidence_title=words.evidence,
        media=media_html(question.media, "prompt", words),
        answer_media=media_html(question.media, "answer", words),
    )


def shown_answer(answer: Answer, passages: Passages) -> str:
    match answer.kind:
        case AnswerKind.TRUTH:
            return passages.words.true if answer.shown == "true" else passages.words.false
        case AnswerKind.ORDER:
            return f'<ol class="steps">{members(answer)}</ol>'
        case AnswerKind.PAIRS:
            return f'<table class="pairs">{"".join(map(pair, answer.items))}</table>'
    if answer.items:
        return f'<ul class="members">{members(answer)}</ul>'
    if answer.tolerance:
        return f"{answer_html(answer.shown)} <small>±{as_html(answer.tolerance)}</small>"
    return answer_html(answer.shown)


def members(answer: Answer) -> str:
    return "".join([f"<li>{member(item)}</li>" for item in answer.items])


def member(variants: tuple[str, ...]) -> str:
    first, *others = variants
    shown = answer_html(first)
    return f"{shown} <small>{each_apart(others)}</small>" if others else shown


def pair(sides: tuple[str, ...]) -> str:
    left, *right = map(answer_html, sides)
    return f'<tr><th scope="row">{left}</th><td>{" – ".join(right)}</td></tr>'


def also_right(answer: Answer) -> str:
    return each_apart(answer.accepted[1:])


def each_apart(texts: Sequence[str]) -> str:
    """Return texts, each of which may hold a comma or run from right to left."""
    return ", ".join([f"<bdi>{answer_html(text)}</bdi>" for text in texts])


def options(question: Question, passages: Passages) -> str:
    """Return the options as a list that is the same on both sides of the card.

    The right one has a class that the stylesheet shows on the back only.
    """
    answer, words = question.answer, passages.words
    if answer.kind is AnswerKind.TRUTH:
        right = words.true if answer.shown == "true" else words.false
        items = [option(text, text == right) for text in (words.true, words.false)]
        return f'<ol class="options fixed">{"".join(items)}</ol>'
    shown, key = answer.shown, fair_key(question.id)
    order = sorted(
        [placed(text, key) for text in {shown, *[each.text for each in question.wrong]}]
    )
    items = [option(text, text == shown, last) for last, _, text in order]
    return f'<ol class="options">{"".join(items)}</ol>'


def option(text: str, right: bool, last: bool = False) -> str:
    return f"<li{CLASSES[right, last]}><span>{answer_html(text)}</span></li>"


def placed(text: str, key: int) -> tuple[bool, int, str]:
    """Return the option with what sorts it: each place is as likely for each of them.

    A checksum is linear: alone it would keep some orders apart. Multiplying mixes it.
    """
    last, checksum = about_option(text)
    mixed = (checksum + (key & LOW_BITS)) * GOLDEN
    return last, ((mixed ^ (mixed >> 29)) * (key | 1)) & ALL_BITS, text


def fair_key(question_id: str) -> int:
    """Return 64 bits that are anyone's guess, but the same in every edition."""
    digest = sha256(question_id.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big")


@lru_cache(maxsize=4096)  # wrong options of one question are the answers of others
def about_option(text: str) -> tuple[bool, int]:
    """Tell whether the option belongs at the end, and give its checksum."""
    checksum = crc32(text.encode("utf-8", "surrogatepass"))
    return is_about_the_others(text), checksum


def is_about_the_others(text: str) -> bool:
    return len(text) < 40 and bool(ABOUT_THE_OTHERS.search(text.lower()))


def feedback(question: Question) -> str:
    return "".join(
        [
            f"<p><b>{answer_html(wrong.text)}</b> {marked_html(wrong.feedback)}</p>"
            for wrong in question.wrong
            if wrong.feedback.strip()
        ]
    )
