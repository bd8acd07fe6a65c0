"""Which face a card takes when the learner says how the deck should ask."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quiz.anki.card_form import form_of
from quiz.anki.deck_options import Cards
from quiz.core.questions import Form, Question
from quiz.core.scheduling import Memory, State
from tests.anki.samples import CARD, CHOICE, CLOZE, LIST, TRUTH, TYPED

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def knowing(stability: float) -> Memory:
    return Memory(State.REVIEW, 0, stability, 5.0, NOW, NOW, 3, 0)


@pytest.mark.parametrize(
    ("cards", "form"),
    [
        (Cards.MIX, Form.CHOICE),
        (Cards.CHOICES, Form.CHOICE),
        (Cards.CLOZE, Form.CLOZE),
        (Cards.RECALL, Form.CARD),
        (Cards.TYPED, Form.TYPED),
    ],
)
def test_a_question_of_all_forms_is_asked_as_wanted(cards: Cards, form: Form) -> None:
    assert form_of(CHOICE, cards) is form


@pytest.mark.parametrize(
    ("question", "cards", "form"),
    [
        (CLOZE, Cards.CHOICES, Form.CLOZE),
        (CLOZE, Cards.RECALL, Form.CLOZE),
        (TYPED, Cards.RECALL, Form.CARD),
        (CARD, Cards.CLOZE, Form.CARD),
        (LIST, Cards.TYPED, Form.CARD),
        (replace(CHOICE, forms=(Form.CHOICE,)), Cards.RECALL, Form.CHOICE),
        (replace(CHOICE, forms=(Form.CHOICE,)), Cards.CLOZE, Form.CHOICE),
        (replace(CHOICE, forms=(Form.CHOICE,)), Cards.TYPED, Form.CHOICE),
        (replace(CHOICE, forms=(Form.TRUTH,)), Cards.CHOICES, Form.CHOICE),
    ],
)
def test_what_the_teacher_does_not_allow_takes_the_next_best_way(
    question: Question, cards: Cards, form: Form
) -> None:
    assert form_of(question, cards) is form


@pytest.mark.parametrize("cards", Cards)
def test_a_statement_is_always_judged(cards: Cards) -> None:
    assert form_of(TRUTH, cards) is Form.CHOICE


@pytest.mark.parametrize(
    ("memory", "form"),
    [
        (None, Form.CHOICE),
        (knowing(3.9), Form.CHOICE),
        (knowing(4.0), Form.CLOZE),
        (knowing(21.0), Form.TYPED),
        (replace(knowing(50.0), state=State.RELEARNING), Form.CHOICE),
    ],
)
def test_the_mix_grows_harder_with_what_the_learner_knows(
    memory: Memory | None, form: Form
) -> None:
    assert form_of(CHOICE, Cards.MIX, memory) is form
    assert form_of(CHOICE, Cards.CHOICES, memory) is Form.CHOICE
