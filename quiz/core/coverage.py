"""Which sentences of an article are asked, and by which questions."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from quiz.core.article import Span, paragraph_spans, sentences_of_line


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what is asked of it: the questions' numbers with their ids.

    `mark` is "" (nothing), "wait" (drafts only), "ok" (approved) or "now" (in hand).
    """

    start: int
    text: str
    mark: str = ""
    questions: tuple[tuple[int, int], ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in an article: where its evidence begins, and whether it is approved."""

    id: int
    number: int
    start: int
    approved: bool


def paragraph_number(paragraphs: tuple[Span, ...], offset: int) -> int:
    """Return which paragraph holds `offset`, from 1, or is the last before it."""
    return max(1, bisect_right([span.start for span in paragraphs], offset))


def paragraphs_near(text: str, offset: int, most: int) -> tuple[Span, ...]:
    """Return the paragraphs around `offset`, at most about `most` characters of them."""
    spans = paragraph_spans(text)
    if not spans or len(text) <= most:
        return spans
    first = last = paragraph_number(spans, offset) - 1
    while True:
        room = most - (spans[last].end - spans[first].start)
        if last + 1 < len(spans) and spans[last + 1].end - spans[last].end <= room:
            last += 1
        elif first > 0 and spans[first].start - spans[first - 1].start <= room:
            first -= 1
        else:
            return spans[first : last + 1]


def covered(
    text: str, paragraphs: tuple[Span, ...], asked: tuple[Asked, ...], now: Span | None
) -> tuple[tuple[Sentence, ...], ...]:
    """Return the sentences of `paragraphs`, each with its questions; `now` is in hand."""
    lines = [sentences_of_line(text, paragraph) for paragraph in paragraphs]
    starts = [span.start for line in lines for span in line]
    by_start: dict[int, list[Asked]] = {}
    for each in asked:
        at = bisect_right(starts, each.start) - 1
        if at >= 0:
            by_start.setdefault(starts[at], []).append(each)
    return tuple(covered_line(text, line, by_start, now) for line in lines)


def covered_line(
    text: str, line: list[Span], asked: Mapping[int, list[Asked]], now: Span | None
) -> tuple[Sentence, ...]:
    sentences = []
    for span in line:
        here = asked.get(span.start, [])
        in_hand = now is not None and now.start < span.end and span.start < now.end
        numbers = tuple((each.number, each.id) for each in here)
        mark = mark_of(here, in_hand)
        sentences.append(Sentence(span.start, span.of(text), mark, numbers))
    return tuple(sentences)


def mark_of(asked: list[Asked], in_hand: bool) -> str:
    if in_hand:
        return "now"
    if any(each.approved for each in asked):
        return "ok"
    return "wait" if asked else ""
