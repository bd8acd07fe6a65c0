"""Texts are cleaned and cut into paragraphs and sentences."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.article import Article, clean_text, sentence_spans
from quiz.core.problems import Problem


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text)]


def test_a_full_stop_before_space_ends_a_sentence():
    assert sentences("봄이 왔다. 꽃이 폈다.") == ["봄이 왔다.", "꽃이 폈다."]


def test_a_full_stop_inside_a_quotation_or_a_number_ends_nothing():
    text = "그는 “봄이 왔다. 꽃이 폈다.”라고 했다. 값은 3.5배다."
    assert sentences(text) == ["그는 “봄이 왔다. 꽃이 폈다.”라고 했다.", "값은 3.5배다."]


def test_a_line_always_ends_a_sentence():
    assert sentences("봄 소식\n꽃이 폈다.") == ["봄 소식", "꽃이 폈다."]


def test_an_article_may_have_no_date():
    assert Article("x", "글", "봄이 왔다.").date is None


@given(st.text(alphabet='가나. \n“”‘’()1"', max_size=60))
def test_sentences_are_in_order_and_hold_every_letter(text):
    spans = sentence_spans(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    held = "".join(span.of(text) for span in spans)
    assert "".join(held.split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["", " \n ", "PK\x00\x01"])
def test_what_is_no_text_is_told(text):
    with pytest.raises(Problem):
        clean_text(text)
