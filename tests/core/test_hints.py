"""Hints: enough to go on, never the whole answer."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.asking import ask
from quiz.core.hints import begun, hint_for
from quiz.core.questions import Answer, AnswerKind, Form, Question, possible_forms
from tests.practice_bank import PARTS, QUESTIONS


@pytest.mark.parametrize("question", [*QUESTIONS, *PARTS], ids=lambda q: q.answer.kind)
@pytest.mark.parametrize("form", list(Form))
def test_no_hint_tells_the_whole_answer(question: Question, form: Form) -> None:
    if form not in possible_forms(question):
        return
    asked = ask(question, form, "s")
    hint = hint_for(asked, "s")
    if form in {Form.TRUTH, Form.CARD}:
        assert hint is None
        return
    assert hint
    assert bool(hint.start) != bool(hint.without)
    assert question.answer.shown not in hint.start
    if hint.without:
        assert hint.without in asked.options
        assert hint.without != question.answer.shown
        assert all(hint.without not in item for item in question.answer.items)


def test_of_two_options_none_is_taken_away() -> None:
    few = replace(QUESTIONS[1], wrong=QUESTIONS[1].wrong[:1])
    assert hint_for(ask(few, Form.CHOICE, "s"), "s") is None


def test_the_first_letter_stays_and_the_shape_shows() -> None:
    assert begun("장젠펑") == "장··"
    assert begun("‘City Brain’") == "‘C··· ·····’"
    lists = Question("q", "?", Answer(AnswerKind.LIST, items=(("사과",), ("배",))))
    hint = hint_for(ask(lists, Form.TYPED, "s"), "s")
    assert hint
    assert hint.start == "사·, ·"


@given(st.text(max_size=20))
def test_a_hint_is_as_long_as_the_answer(text: str) -> None:
    assert len(begun(text)) == len(text)
