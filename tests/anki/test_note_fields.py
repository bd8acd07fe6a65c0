"""Which face a question gets, and what stands on it."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from quiz.anki.card_form import form_of
from quiz.anki.note_evidence import Passages
from quiz.anki.note_fields import fields_of, is_about_the_others
from quiz.anki.note_type import NoteFields
from quiz.anki.note_words import ENGLISH, KOREAN
from quiz.core.questions import Answer, AnswerKind, Form, Option, Question
from tests.anki.samples import ARTICLE, CARD, CHOICE, CLOZE, LIST, TRUTH, TYPED, like

PASSAGES = Passages((ARTICLE,), KOREAN)


def fields(question: Question) -> NoteFields:
    return fields_of(question, PASSAGES)


def option_texts(question: Question) -> list[str]:
    return re.findall(r"<span>(.*?)</span></li>", fields(question).options)


@pytest.mark.parametrize(
    ("question", "form"),
    [
        (CHOICE, Form.CHOICE),
        (CLOZE, Form.CLOZE),
        (CARD, Form.CARD),
        (TYPED, Form.TYPED),
        (TRUTH, Form.CHOICE),
        (LIST, Form.CARD),
        (replace(TRUTH, forms=(Form.CARD,)), Form.CHOICE),
        (replace(CHOICE, wrong=()), Form.CLOZE),
        (replace(CLOZE, cloze="틈이 없다."), Form.CARD),
        (replace(CLOZE, cloze="{{\x1f}} 틈"), Form.CARD),
        (replace(CLOZE, forms=(Form.TRUTH,)), Form.CHOICE),
        (replace(CLOZE, forms=(Form.TRUTH, Form.CLOZE)), Form.CLOZE),
        (replace(LIST, forms=(Form.TYPED,)), Form.CARD),
        (replace(CHOICE, forms=()), Form.CARD),
    ],
)
def test_a_card_takes_the_easiest_form_that_it_can(question: Question, form: Form) -> None:
    assert form_of(question) is form


@pytest.mark.parametrize("question", [CHOICE, CLOZE, CARD, TYPED, TRUTH, LIST])
def test_every_note_has_exactly_one_kind_of_gap(question: Question) -> None:
    assert set(re.findall(r"\{\{c\d+::", fields(question).cloze)) == {"{{c1::"}


def test_several_gaps_become_one_card() -> None:
    cloze = fields(replace(CLOZE, cloze="{{이한결}}은 {{이한결}}이다. {b}")).cloze
    assert cloze == "{{c1::이한결}}은 {{c1::이한결}}이다. &#123;b&#125;"


def test_the_options_are_the_right_one_and_every_wrong_one_once() -> None:
    assert Counter(option_texts(CHOICE)) == Counter(
        ["이한결", *(option.text for option in CHOICE.wrong)]
    )
    assert option_texts(CHOICE) == option_texts(CHOICE)


def test_the_right_option_stands_everywhere_equally_often() -> None:
    wrong = (Option("박새봄"), Option("최가람"), Option("한누리"))
    places = Counter(
        option_texts(like(number, wrong=wrong)).index("이한결") for number in range(2000)
    )
    assert set(places) == {0, 1, 2, 3}
    assert max(places.values()) < 600 > 400 < 2 * min(places.values())


@pytest.mark.parametrize(
    "text",
    ["위의 모두", "위 모두", "모두 맞다", "모두 정답", "정답 없음", "위에는 답이 없다",
     "해당 없음", "All of the above", "none of these", "Both of them"],
)  # fmt: skip
def test_options_about_the_others_come_last(text: str) -> None:
    assert is_about_the_others(text)
    for number in range(20):
        question = like(number, wrong=(Option(text), Option("박새봄"), Option("최가람")))
        assert option_texts(question)[-1] == text


@pytest.mark.parametrize(
    "text", ["없음", "모두의 마블", "위안", "all of Korea", "The Above"]
)
def test_other_options_take_their_turn(text: str) -> None:
    assert not is_about_the_others(text)


def test_a_statement_offers_true_before_false() -> None:
    assert option_texts(TRUTH) == ["맞다", "틀리다"]
    true = replace(TRUTH, answer=Answer(AnswerKind.TRUTH, ("true",)))
    english = fields_of(true, Passages((), ENGLISH))
    assert english.options == (
        '<ol class="options fixed"><li class="right"><span>True</span></li>'
        "<li><span>False</span></li></ol>"
    )
    assert english.answer == "True"
    assert english.language == "en"


def test_a_list_shows_its_members_with_their_variants() -> None:
    assert fields(LIST).answer == (
        '<ul class="members"><li>이한결 '
        '<small><bdi><span lang="zh-Hans">李汉杰</span></bdi></small></li>'
        "<li>박새봄</li><li>최가람</li></ul>"
    )


def test_steps_are_numbered_pairs_stand_together_and_a_tolerance_is_told() -> None:
    steps = Answer(AnswerKind.ORDER, (), (("씨",), ("싹", "새싹"), ("꽃",)))
    order = replace(LIST, answer=steps, forms=(Form.ORDER,))
    assert fields(order).answer == (
        '<ol class="steps"><li>씨</li><li>싹 '
        "<small><bdi>새싹</bdi></small></li><li>꽃</li></ol>"
    )
    assert fields(order).recall == "1"
    capitals = Answer(AnswerKind.PAIRS, (), (("한국", "서울"), ("일본", "도쿄")))
    pairs = fields(replace(LIST, answer=capitals, forms=(Form.MATCH,)))
    assert pairs.answer == (
        '<table class="pairs"><tr><th scope="row">한국</th><td>서울</td></tr>'
        '<tr><th scope="row">일본</th><td>도쿄</td></tr></table>'
    )
    near = Answer(AnswerKind.NUMBER, ("80cm",), tolerance="5%")
    assert fields(replace(CARD, answer=near)).answer == "80cm <small>±5%</small>"


def test_equal_answers_and_feedback_are_told() -> None:
    shown = fields(CHOICE)
    assert shown.also_right == '<bdi><span lang="zh-Hans">李汉杰</span></bdi>'
    assert shown.feedback == "<p><b>최가람</b> 최가람은 그때 시장이었다.</p>"
    assert fields(replace(CHOICE, wrong=())).feedback == ""
