"""A selected passage begins a question that the passage proves."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.core.article import Span
from quiz.core.problems import Problem
from quiz.core.questions import Answer, AnswerKind, Form, why_not
from quiz.core.selected_passage import placed, question_about
from tests.samples import ARTICLE

TEXT = ARTICLE.text


def chosen(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_selected_words_are_the_answer_and_their_sentence_the_evidence() -> None:
    question = question_about(ARTICLE, chosen(" 80cm"))
    assert question.answer.accepted == ("80cm",)
    assert question.cloze == "주 망원경의 지름은 {{80cm}}이다."
    assert question.evidence
    assert question.evidence.quote == "주 망원경의 지름은 80cm이다."
    assert why_not(question, Form.CLOZE) is None


def test_a_whole_sentence_is_evidence_alone() -> None:
    question = question_about(ARTICLE, chosen("주 망원경의 지름은 80cm이다."))
    assert question.answer == Answer(AnswerKind.WORDS)
    assert question.evidence
    assert question.evidence.quote == "주 망원경의 지름은 80cm이다."


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_evidence_is_verbatim_whatever_is_selected(start: int, end: int) -> None:
    assume(TEXT[start:end].strip())
    question = question_about(ARTICLE, Span(start, end))
    evidence = question.evidence
    assert evidence is not None
    assert TEXT[evidence.start : evidence.end] == evidence.quote
    assert TEXT[start:end].strip() in evidence.quote


@pytest.mark.parametrize("span", [Span(5, 5), Span(-3, 4), Span(0, 10**6)])
def test_nothing_and_too_much_get_a_sentence(span: Span) -> None:
    with pytest.raises(Problem):
        question_about(ARTICLE, span)


def test_an_answer_written_by_hand_is_found_in_the_evidence() -> None:
    begun = question_about(ARTICLE, chosen("주 망원경의 지름은 80cm이다."))
    written = placed(
        type(begun)(
            id="", prompt="?", answer=Answer(AnswerKind.NUMBER, ("80 cm", "80cm")),
            evidence=begun.evidence,
        )
    )  # fmt: skip
    assert written.evidence
    assert written.evidence.quote[written.evidence.answer_start :].startswith("80cm")
