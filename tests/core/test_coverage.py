"""Coverage: every sentence once, each question at its sentence."""

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.article import Span, clean_text, paragraph_spans, sentence_spans
from quiz.core.coverage import Asked, covered, paragraphs_near

TEXT = "첫째 문장이다. 둘째 문장이다.\n\n셋째 문장이다. 넷째 문장이다."
STARTS = [span.start for span in sentence_spans(TEXT)]
LINES = st.text("가나다. \n", min_size=1, max_size=200).filter(str.strip)


def marks(*asked: Asked, now: Span | None = None) -> list[str]:
    lines = covered(TEXT, paragraph_spans(TEXT), asked, now)
    return [sentence.mark for line in lines for sentence in line]


def test_a_sentence_is_marked_by_the_best_of_its_questions() -> None:
    draft = Asked(1, 1, STARTS[0], approved=False)
    approved = Asked(2, 2, STARTS[0], approved=True)
    alone = Asked(3, 3, STARTS[2], approved=False)
    assert marks(draft, approved, alone) == ["ok", "", "wait", ""]


def test_evidence_over_two_sentences_puts_both_in_hand() -> None:
    now = Span(STARTS[1], STARTS[2] + 2)
    assert marks(now=now) == ["", "now", "now", ""]


def test_a_question_that_begins_inside_a_sentence_belongs_to_it() -> None:
    inside = Asked(7, 4, STARTS[1] + 3, approved=True)
    lines = covered(TEXT, paragraph_spans(TEXT), (inside,), None)
    assert lines[0][1].questions == ((4, 7),)


@given(LINES)
def test_the_sentences_of_a_text_are_all_there_in_order(text: str) -> None:
    text = clean_text(text)
    lines = covered(text, paragraph_spans(text), (), None)
    said = [sentence.text for line in lines for sentence in line]
    assert said == [span.of(text) for span in sentence_spans(text)]


@given(LINES, st.integers(0, 199), st.integers(1, 60))
def test_the_paragraphs_near_a_place_hold_it_and_are_not_many(
    text: str, offset: int, most: int
) -> None:
    text = clean_text(text)
    near = paragraphs_near(text, min(offset, len(text) - 1), most)
    spans = paragraph_spans(text)
    assert set(near) <= set(spans)
    assert len(near) == 1 or near[-1].end - near[0].start <= max(most, len(text) <= most)
    here = [span for span in spans if span.start <= offset < span.end]
    assert set(here) <= set(near)
