"""A look at a card before it goes to Anki: both sides, filled from its templates."""

from dataclasses import replace

import pytest

from quiz.anki.card_view import card_sides
from quiz.core.questions import Answer, AnswerKind, Form, Medium, Question
from tests.samples import ARTICLE, sample_questions

FIRST = sample_questions()[0]


def sides(question: Question) -> tuple[str, str]:
    return card_sides(question, [ARTICLE], "ko")


@pytest.mark.parametrize("question", sample_questions(), ids=lambda each: each.prompt[:8])
def test_nothing_of_the_template_is_left(question: Question) -> None:
    for side in sides(question):
        assert "{{" not in side
        assert "}}" not in side


def test_the_back_has_the_answer_and_its_evidence_and_the_front_has_not() -> None:
    front, back = sides(replace(FIRST, forms=(Form.CARD,)))
    assert FIRST.prompt in front
    assert "김서윤" not in front
    assert "김서윤" in back
    assert "<mark>" in back


def test_a_gap_is_closed_in_front_and_filled_behind() -> None:
    front, back = sides(replace(FIRST, forms=(Form.CLOZE,)))
    assert '<span class="cloze">[...]</span>' in front
    assert '<span class="cloze">김서윤</span>' in back


def test_pictures_and_sounds_are_found_in_the_bank() -> None:
    media = Medium("0a.png"), Medium("0b.mp3", "answer")
    shown = replace(FIRST, media=media)
    front, back = card_sides(shown, [ARTICLE], "ko", "/read/1/files/")
    assert '<img src="/read/1/files/0a.png" alt=' in front
    assert "audio" not in front
    assert '<audio controls preload="none" src="/read/1/files/0b.mp3"></audio>' in back


def test_what_people_write_is_text_and_not_html() -> None:
    odd = Answer(AnswerKind.WORDS, ("<img src=x onerror=alert(1)>",))
    written = replace(FIRST, prompt="<script>1</script> {{Answer}}", answer=odd, cloze="")
    for side in sides(replace(written, forms=(Form.CARD,))):
        assert "<script" not in side
        assert "<img" not in side
