"""A question whose texts hold Markdown and formulas: checked, asked and graded by them."""

from dataclasses import replace

import pytest

from quiz.core.asking import ask, grade_asked, statement_of, typed_answer
from quiz.core.grading import Grade
from quiz.core.hints import hint_for
from quiz.core.near_duplicates import near_twins
from quiz.core.problems import Problem
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Form,
    Option,
    Question,
    checked,
    cloze_answer,
    fill_gap,
    plain,
)

WORDS = AnswerKind.WORDS
CAPITAL = Question(
    "1",
    "**대한민국**의 수도는?",
    Answer(WORDS, ("**서울**", "Seoul")),
    wrong=(Option("*나주*"), Option("부산")),
    forms=(Form.CHOICE, Form.TRUTH, Form.CLOZE, Form.TYPED),
    cloze="수도는 한강의 **{{서울}}**이다.",
)
SQUARE = Question(
    "2",
    "$(a+b)^2$은?",
    Answer(WORDS, ("$a^2+2ab+b^2$",)),
    wrong=(Option("$a^2-2ab+b^2$"), Option("$a^2+2ab-b^2$"), Option("$a^2 b^2$")),
    forms=(Form.CHOICE, Form.CLOZE, Form.TYPED),
    cloze="$(a+b)^2 = {{a^2+2ab+b^2}}$이다.",
)


def test_marked_questions_can_be_asked() -> None:
    assert checked(CAPITAL) == CAPITAL
    assert checked(SQUARE) == SQUARE


@pytest.mark.parametrize("text", ["서울", "***서울***", "`서울`", "서 울"])
def test_options_are_told_apart_by_what_they_say(text: str) -> None:
    with pytest.raises(Problem, match="also an accepted answer"):
        checked(replace(CAPITAL, wrong=(Option(text), Option("부산"))))


def test_formulas_are_told_apart_by_every_sign() -> None:
    assert plain("$a+b$") == plain("\\(a + b\\)") != plain("$a-b$")
    assert plain("$x$") != plain("$X$")
    with pytest.raises(Problem, match="stands there twice"):
        checked(replace(SQUARE, wrong=(Option("$a-b$"), Option("$a - b$"))))


@pytest.mark.parametrize("given", ["서울", "서울이다", "**서울**", "seoul", " 서 울 "])
@pytest.mark.parametrize("form", [Form.TYPED, Form.CLOZE])
def test_typed_answers_need_no_signs(form: Form, given: str) -> None:
    assert grade_asked(ask(CAPITAL, form, "x"), given, "ko").grade is Grade.RIGHT


@pytest.mark.parametrize(
    ("given", "grade"),
    [
        ("a^2+2ab+b^2", Grade.RIGHT),
        ("a² + 2ab + b²", Grade.RIGHT),
        ("$a^{2}+2ab+b^{2}$", Grade.RIGHT),
        ("a^2-2ab+b^2", Grade.WRONG),
        ("a^2+2ab", Grade.WRONG),
        ("a2+2ab+b2", Grade.WRONG),
    ],
)
def test_a_typed_formula_must_be_the_same_one(given: str, grade: Grade) -> None:
    for form in (Form.TYPED, Form.CLOZE):
        assert grade_asked(ask(SQUARE, form, "x"), given, "ko").grade is grade


def test_a_chosen_formula_is_graded_by_every_sign() -> None:
    asked = ask(SQUARE, Form.CHOICE, "x")
    grades = {text: grade_asked(asked, text, "ko").grade for text in asked.options}
    assert [text for text, grade in grades.items() if grade is Grade.RIGHT] == [
        "$a^2+2ab+b^2$"
    ]


def test_a_number_and_a_list_are_read_without_the_signs() -> None:
    number = replace(CAPITAL, answer=Answer(AnswerKind.NUMBER, ("**26**미터",)), cloze="")
    assert grade_asked(ask(number, Form.TYPED, ""), "26 m", "ko").grade is Grade.RIGHT
    assert grade_asked(ask(number, Form.TYPED, ""), "27", "ko").grade is Grade.WRONG
    items = (("*시경*",), ("H<sub>2</sub>O",))
    several = replace(CAPITAL, answer=Answer(AnswerKind.LIST, items=items))
    asked = ask(several, Form.TYPED, "")
    assert grade_asked(asked, "h2o, 시경", "ko").grade is Grade.RIGHT


def test_plain_answers_stay_what_they_were() -> None:
    answer = Answer(WORDS, ("5*3*2", "$5", "snake_case"))
    asked = ask(replace(CAPITAL, answer=answer), Form.TYPED, "")
    assert typed_answer(asked) == answer


def test_a_statement_keeps_its_stars_and_its_particle() -> None:
    said = {statement_of(CAPITAL, str(seed)) for seed in range(20)}
    assert ("수도는 한강의 **서울**이다.", True) in said
    assert ("수도는 한강의 ***나주***다.", False) in said


def test_a_gap_in_a_formula_is_a_formula() -> None:
    assert cloze_answer(SQUARE.cloze) == "$a^2+2ab+b^2$"
    assert fill_gap(SQUARE.cloze, "$x$") == "$(a+b)^2 =$ $x$이다."


def test_a_hint_shows_no_signs() -> None:
    hint = hint_for(ask(CAPITAL, Form.TYPED, "x"), "x")
    assert hint is not None
    assert hint.start == "서·"


def test_twins_are_found_whatever_is_set_apart() -> None:
    other = replace(CAPITAL, id="3", prompt="대한민국의 *수도*는?")
    assert near_twins(CAPITAL, (other,)) == (other,)
