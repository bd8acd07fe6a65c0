"""An article as everything else sees it: a text whose sentences know their place."""

import datetime
import re
from dataclasses import dataclass
from itertools import pairwise

from quiz.core.problems import Problem

LONGEST_TEXT = 1_000_000  # characters; a thick book
PARAGRAPH = re.compile(r"[^\n]+")
# A full stop ends a sentence only before space; closing quotes and brackets belong to it.
SENTENCE_END = re.compile(r"[.!?…。？！]+[\"'”’」』)\]〉》]*(?=\s|$)")
LIST_NUMBER = re.compile(r"\s*(?:\d{1,3}|[A-Za-z가-힣])\.$")
OPENING, CLOSING = "“‘「『(《〈[", "”’」』)》〉]"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end` of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """A text to learn from. `language` is an ISO 639-1 code; `id` a UUID."""

    id: str
    title: str
    text: str
    language: str = "ko"
    date: datetime.date | None = None
    source: str = ""

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        return paragraph_spans(self.text)

    @property
    def sentences(self) -> tuple[Span, ...]:
        return sentence_spans(self.text)


def clean_text(text: str) -> str:
    """Return `text` with plain line ends and without control characters and edge space.

    Every offset in the program counts characters of this cleaned text.

    Raises:
        Problem: it is empty, too long, or not text at all.
    """
    if "\x00" in text:
        raise Problem("This is not a text but a file of another kind.")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(r"[\u2028\u2029\x0b\x0c\x85]", "\n", text)
    text = re.sub(r"[\x01-\x08\x0e-\x1f\x7f\u200b\u2060\ufeff\ud800-\udfff]", "", text)
    text = re.sub(r"[\t\u00a0\u3000]", " ", text)
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip()
    if not text:
        raise Problem("The text is empty.")
    if len(text) > LONGEST_TEXT:
        raise Problem(
            "The text has %(length)s characters; the most is %(most)s. Split it.",
            length=f"{len(text):,}",
            most=f"{LONGEST_TEXT:,}",
        )
    return text


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Return the lines of `text` that hold something, without the space around them."""
    spans = (Span(*match.span()) for match in PARAGRAPH.finditer(text))
    return tuple(trimmed for span in spans if (trimmed := trim(text, span)))


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text` in order; a line's end always ends one.

    A full stop inside a quotation or brackets ends nothing.
    """
    return tuple(
        sentence
        for paragraph in paragraph_spans(text)
        for sentence in sentences_of_line(text, paragraph)
    )


def sentences_of_line(text: str, line: Span) -> list[Span]:
    ends = [
        line.start + match.end()
        for match in SENTENCE_END.finditer(line.of(text))
        if not is_open(text[line.start : line.start + match.end()])
        and not LIST_NUMBER.fullmatch(text[line.start : line.start + match.end()])
    ]
    cuts = [line.start, *ends, line.end]
    spans = (trim(text, Span(a, b)) for a, b in pairwise(cuts))
    return [span for span in spans if span]


def is_open(text: str) -> bool:
    """Tell whether `text` ends inside a quotation or brackets that it opened."""
    straight = text.count('"') % 2 == 1
    return straight or any(
        text.count(a) > text.count(b) for a, b in zip(OPENING, CLOSING, strict=True)
    )


def trim(text: str, span: Span) -> Span | None:
    """Return `span` without the space at its ends, or None where nothing is left."""
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    end = span.end - (len(inside) - len(inside.rstrip()))
    return Span(start, end) if start < end else None


def around(spans: tuple[Span, ...], place: Span) -> Span | None:
    """Return the first of `spans` that holds `place`."""
    return next((span for span in spans if span.holds(place)), None)
