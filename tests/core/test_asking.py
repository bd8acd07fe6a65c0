"""Forms climb with stability, and the same seed shows the same thing."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quiz.core.asking import (
    ask,
    choose_form,
    grade_asked,
    options_of,
    true_statement,
)
from quiz.core.grading import Grade
from quiz.core.questions import Answer, AnswerKind, Form, Option, Question
from quiz.core.scheduling import Memory, State

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ALL = tuple(Form)
QUESTION = Question(
    "q",
    "2019년에 알리바바 클라우드의 총재는 누구였는가?",
    Answer(AnswerKind.WORDS, ("장젠펑", "张建锋")),
    wrong=tuple(Option(name) for name in ("왕젠", "후샤오밍", "장융", "마윈", "차이충신")),
    forms=ALL,
    cloze="그때 총재는 {{장젠펑}}이었다.",
)


def memory(stability: float, state: State = State.REVIEW) -> Memory:
    return Memory(state, 0, stability, 5.0, NOW, NOW, 3, 0)


@pytest.mark.parametrize(
    ("known", "forms"),
    [
        (None, {Form.CHOICE, Form.TRUTH}),
        (memory(3), {Form.CHOICE, Form.TRUTH}),
        (memory(4), {Form.CLOZE}),
        (memory(20.9), {Form.CLOZE}),
        (memory(21), {Form.TYPED}),
        (memory(90, State.RELEARNING), {Form.CHOICE, Form.TRUTH}),
    ],
)
def test_the_form_climbs_with_stability_and_falls_after_a_lapse(
    known: Memory | None, forms: set[Form]
) -> None:
    assert {choose_form(QUESTION, known, str(seed)) for seed in range(30)} == forms


@pytest.mark.parametrize(
    ("allowed", "stability", "form"),
    [
        ((Form.TYPED, Form.CARD), 1.0, Form.TYPED),
        ((Form.CHOICE, Form.CARD), 90.0, Form.CHOICE),
        ((Form.CHOICE, Form.TYPED), 10.0, Form.CHOICE),
        ((Form.CARD,), 90.0, Form.CARD),
    ],
)
def test_the_form_falls_back_to_what_the_question_allows(
    allowed: tuple[Form, ...], stability: float, form: Form
) -> None:
    assert choose_form(replace(QUESTION, forms=allowed), memory(stability), "s") is form


def test_a_form_that_an_edit_made_impossible_is_not_chosen() -> None:
    edited = replace(QUESTION, wrong=(), forms=(Form.CHOICE, Form.TYPED))
    assert choose_form(edited, None, "s") is Form.TYPED


def test_the_learner_may_prefer_a_form() -> None:
    assert choose_form(QUESTION, None, "s", Form.CARD) is Form.CARD
    only_choice = replace(QUESTION, forms=(Form.CHOICE,))
    assert choose_form(only_choice, None, "s", Form.CARD) is Form.CHOICE


def test_a_reload_shows_the_same_order() -> None:
    assert options_of(QUESTION, "one") == options_of(QUESTION, "one")
    assert len({options_of(QUESTION, str(seed)) for seed in range(50)}) > 20


def test_the_right_option_stands_in_every_place_equally_often() -> None:
    places = Counter(options_of(QUESTION, str(n)).index("장젠펑") for n in range(4000))
    assert set(places) == {0, 1, 2, 3}
    assert all(850 < count < 1150 for count in places.values())


def test_a_choice_has_four_options_without_repeats() -> None:
    for seed in range(50):
        assert len(set(options_of(QUESTION, str(seed)))) == 4


def test_statements_are_true_half_the_time_and_fit_their_particles() -> None:
    shown = [ask(QUESTION, Form.TRUTH, str(n)) for n in range(400)]
    assert 150 < sum(each.is_true for each in shown) < 250
    for each in shown:
        assert each.is_true == ("장젠펑이었다" in each.statement)
    assert any("후샤오밍이었다" in each.statement for each in shown)
    vowel = replace(QUESTION, wrong=(Option("마리아"),))
    told = {ask(vowel, Form.TRUTH, str(n)).statement for n in range(20)}
    assert told == {"그때 총재는 장젠펑이었다.", "그때 총재는 마리아였다."}


def test_a_statement_question_is_asked_as_it_stands() -> None:
    question = Question(
        "t", "고래는 물고기다.", Answer(AnswerKind.TRUTH, ("false",)), forms=(Form.TRUTH,)
    )
    shown = ask(question, Form.TRUTH, "s")
    assert (shown.statement, shown.is_true) == ("고래는 물고기다.", False)
    assert grade_asked(shown, "false", "ko").grade is Grade.RIGHT
    assert grade_asked(shown, "true", "ko").grade is Grade.WRONG
    assert grade_asked(shown, "", "ko").grade is Grade.WRONG


def test_a_cloze_takes_the_words_that_left_the_gap() -> None:
    question = replace(QUESTION, cloze="그때 {{장젠펑 원장}}이 말했다.")
    shown = ask(question, Form.CLOZE, "s")
    assert (shown.before, shown.after) == ("그때 ", "이 말했다.")
    assert grade_asked(shown, "장젠펑 원장", "ko").grade is Grade.RIGHT
    assert grade_asked(shown, "张建锋", "ko").grade is Grade.RIGHT


def test_a_card_is_graded_by_the_learner() -> None:
    shown = ask(QUESTION, Form.CARD, "s")
    assert grade_asked(shown, "good", "ko").grade is Grade.RIGHT
    assert grade_asked(shown, "again", "ko").grade is Grade.WRONG


def test_a_false_statement_is_set_right_and_a_true_one_is_left() -> None:
    question = Question(
        id="1",
        prompt="섬의 이름은 무엇인가?",
        answer=Answer(AnswerKind.WORDS, ("도화도",)),
        wrong=(Option("빙화섬"),),
        forms=(Form.TRUTH,),
        cloze="섬의 이름은 ‘{{도화도}}’다.",
    )
    shown = {ask(question, Form.TRUTH, str(seed)) for seed in range(20)}
    corrections = {asked.statement: true_statement(asked) for asked in shown}
    assert corrections == {
        "섬의 이름은 ‘도화도’다.": "",
        "섬의 이름은 ‘빙화섬’이다.": "섬의 이름은 ‘도화도’다.",
    }
