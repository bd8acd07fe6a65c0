"""The paragraph around an evidence, in the parts that a page marks differently."""

from dataclasses import dataclass

from quiz.core.questions import Evidence

WINDOW = 1200  # characters shown at most on either side of the evidence


@dataclass(frozen=True, slots=True)
class Passage:
    """`lead + answer + tail` is the evidence; the rest of its paragraph stands around."""

    before: str
    lead: str
    answer: str
    tail: str
    after: str


def window_of(evidence: Evidence) -> tuple[int, int]:
    """Return the offsets of the text that `passage_around` needs."""
    return max(evidence.start - WINDOW, 0), evidence.end + WINDOW


def passage_around(evidence: Evidence, window: str) -> Passage:
    """Cut the paragraph out of `window`, the article's text between `window_of`.

    Where the article says something else by now, the quotation stands alone.
    """
    quote = evidence.quote
    at = evidence.start - window_of(evidence)[0]
    before = after = ""
    if window[at : at + len(quote)] == quote:
        before = start_of_paragraph(window[:at], cut=evidence.start > WINDOW)
        after = end_of_paragraph(window[at + len(quote) :])
    return cut_passage(evidence, before, after)


def cut_passage(evidence: Evidence, before: str, after: str) -> Passage:
    """Cut the quotation at its answer, between the text before and after it."""
    start, end = evidence.answer_start, evidence.answer_end
    quote = evidence.quote
    return Passage(before, quote[:start], quote[start:end], quote[end:], after)


def start_of_paragraph(text: str, *, cut: bool) -> str:
    head, line_end, last = text.rpartition("\n")
    if not line_end and cut:
        return "… " + head + last.lstrip()
    return last


def end_of_paragraph(text: str) -> str:
    first, line_end, _ = text.partition("\n")
    return first if line_end or len(text) < WINDOW else first.rstrip() + " …"
