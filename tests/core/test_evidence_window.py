"""The paragraph around an evidence, cut where it must be."""

from hypothesis import given
from hypothesis import strategies as some

from quiz.core.evidence_window import WINDOW, Passage, passage_around, window_of
from quiz.core.questions import Evidence

TEXT = "첫 문단이다.\n앞 문장이다. 등대는 1903년에 섰다. 뒤 문장이다.\n끝 문단이다."


def evidence_in(text: str, quote: str, answer: str) -> Evidence:
    start, at = text.index(quote), quote.index(answer)
    return Evidence("a", start, start + len(quote), quote, at, at + len(answer))


def shown(text: str, evidence: Evidence) -> Passage:
    start, end = window_of(evidence)
    return passage_around(evidence, text[start:end])


def test_the_evidence_stands_in_its_paragraph_and_no_other() -> None:
    passage = shown(TEXT, evidence_in(TEXT, "등대는 1903년에 섰다.", "1903년"))
    assert passage == Passage(
        "앞 문장이다. ", "등대는 ", "1903년", "에 섰다.", " 뒤 문장이다."
    )


def test_a_text_that_says_something_else_by_now_leaves_the_quotation_alone() -> None:
    evidence = evidence_in(TEXT, "등대는 1903년에 섰다.", "1903년")
    passage = shown(TEXT.replace("1903", "1904"), evidence)
    assert passage == Passage("", "등대는 ", "1903년", "에 섰다.", "")
    assert passage_around(evidence, "").answer == "1903년"


def test_a_paragraph_as_long_as_a_book_is_cut_with_dots() -> None:
    text = "가" * 5000 + " 등대는 1903년에 섰다. " + "나" * 5000
    passage = shown(text, evidence_in(text, "등대는 1903년에 섰다.", "1903년"))
    assert passage.before.startswith("… ")
    assert passage.after.endswith(" …")
    assert len(passage.before) <= WINDOW + 2


@given(some.text("가나다. \n", max_size=60), some.text("가나다. \n", max_size=60))
def test_the_parts_always_add_up_to_the_paragraph(before: str, after: str) -> None:
    quote = "등대는 1903년에 섰다."
    text = f"{before}{quote}{after}"
    passage = shown(text, evidence_in(text, quote, "1903년"))
    line = next(line for line in text.split("\n") if quote in line)
    parts = (passage.before, passage.lead, passage.answer, passage.tail, passage.after)
    assert "".join(parts) == line
