"""Grading of several right options, orders and pairs."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.asking import ask, grade_asked
from quiz.core.grading import Grade, Off, grade_answer
from quiz.core.part_grading import grade_order, in_order
from quiz.core.problems import Problem
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Form,
    Option,
    Question,
    check_answer,
    possible_forms,
    why_not,
    wrong_members,
)

FRUIT = Question(
    "fruit",
    "섬에 심은 과일나무는?",
    Answer(AnswerKind.LIST, items=(("사과", "능금"), ("배",), ("감",))),
    wrong=(Option("밤, 배, 감"), Option("사과, 귤, 감")),
    forms=(Form.SEVERAL,),
)
STEPS = Question(
    "steps",
    "씨앗이 자라는 차례는?",
    Answer(AnswerKind.ORDER, items=(("씨앗",), ("싹",), ("줄기",), ("꽃",))),
    forms=(Form.ORDER, Form.TYPED),
)
CAPITALS = Question(
    "capitals",
    "나라와 수도는?",
    Answer(
        AnswerKind.PAIRS, items=(("한국", "서울"), ("일본", "도쿄"), ("몽골", "울란바토르"))
    ),
    forms=(Form.MATCH,),
)


def graded(question: Question, form: Form, *parts: str) -> Grade:
    return grade_asked(ask(question, form, "s"), "\n".join(parts), "ko").grade


def test_wrong_members_are_what_wrong_lists_name_besides() -> None:
    assert wrong_members(FRUIT) == ("밤", "귤")


@pytest.mark.parametrize(
    ("chosen", "grade"),
    [
        (("감", "사과", "배"), Grade.RIGHT),
        (("감", "사과"), Grade.CLOSE),
        (("감", "사과", "배", "밤"), Grade.CLOSE),
        (("밤", "귤", "감"), Grade.WRONG),
        (("사과", "배", "감", "밤", "귤", "", ""), Grade.CLOSE),
        ((), Grade.WRONG),
    ],
)
def test_several_right_options(chosen: tuple[str, ...], grade: Grade) -> None:
    assert graded(FRUIT, Form.SEVERAL, *chosen) is grade


@given(seed=st.text(max_size=5))
def test_several_shows_every_member_and_two_wrong_ones(seed: str) -> None:
    options = ask(FRUIT, Form.SEVERAL, seed).options
    assert sorted(options) == sorted(("사과", "배", "감", "밤", "귤"))


def test_an_order_is_right_close_with_one_out_of_place_else_wrong() -> None:
    assert graded(STEPS, Form.ORDER, "씨앗", "싹", "줄기", "꽃") is Grade.RIGHT
    assert graded(STEPS, Form.ORDER, "꽃", "씨앗", "싹", "줄기") is Grade.CLOSE
    assert graded(STEPS, Form.ORDER, "꽃", "줄기", "싹", "씨앗") is Grade.WRONG
    assert graded(STEPS, Form.ORDER, "씨앗", "싹", "줄기", "줄기") is Grade.WRONG


def test_what_is_out_of_place_is_told() -> None:
    verdict = grade_order(("꽃", "씨앗", "싹", "줄기"), STEPS.answer)
    assert (verdict.off, verdict.missing, verdict.parts) == (Off.PLACES, ("꽃",), (3, 4))


@given(st.permutations(range(6)))
def test_in_order_finds_a_longest_growing_part(places: list[int]) -> None:
    kept = [place for place in places if place in in_order(places)]
    assert kept == sorted(kept)
    growing: list[tuple[int, ...]] = [(p,) for p in places]
    for place in places[1:]:
        growing += [
            (*g, place) for g in growing if g[-1] < place and after(places, g, place)
        ]
    assert len(kept) == max(map(len, growing))


def after(places: list[int], part: tuple[int, ...], place: int) -> bool:
    return places.index(place) > places.index(part[-1])


@pytest.mark.parametrize("between", [", ", " → ", " -> ", "\n"])
def test_an_order_can_be_typed(between: str) -> None:
    given = between.join(("씨앗", "싹", "줄기", "꽃"))
    assert graded(STEPS, Form.TYPED, given) is Grade.RIGHT
    back = between.join(("꽃", "줄기", "싹", "씨앗"))
    assert graded(STEPS, Form.TYPED, back) is Grade.WRONG


def test_only_the_right_order_is_right() -> None:
    right = ["씨앗", "싹", "줄기", "꽃"]
    found = [p for p in permutations(right) if graded(STEPS, Form.ORDER, *p) is Grade.RIGHT]
    assert found == [tuple(right)]


def test_pairs_are_close_from_half_on() -> None:
    assert graded(CAPITALS, Form.MATCH, "서울", "도쿄", "울란바토르") is Grade.RIGHT
    assert graded(CAPITALS, Form.MATCH, "서울", "도쿄", "") is Grade.CLOSE
    assert graded(CAPITALS, Form.MATCH, "서울", "울란바토르", "도쿄") is Grade.WRONG


@given(seed=st.text(max_size=5))
def test_sides_are_shown_in_another_order_than_the_answer(seed: str) -> None:
    assert ask(STEPS, Form.ORDER, seed).options != ("씨앗", "싹", "줄기", "꽃")
    asked = ask(CAPITALS, Form.MATCH, seed)
    assert asked.rows == ("한국", "일본", "몽골")
    assert sorted(asked.options) == sorted(("서울", "도쿄", "울란바토르"))
    assert asked.options != ("서울", "도쿄", "울란바토르")


def test_a_test_gives_credit_for_parts() -> None:
    asked = ask(FRUIT, Form.SEVERAL, "s")
    assert grade_asked(asked, "사과\n배\n밤", "ko").credit == pytest.approx(1 / 3)
    assert grade_answer("사과, 배", FRUIT.answer).credit == pytest.approx(2 / 3)
    assert grade_answer("밤", FRUIT.answer).credit == 0


@pytest.mark.parametrize(
    ("tolerance", "told", "grade"),
    [
        ("", "26미터", Grade.RIGHT),
        ("", "27미터", Grade.WRONG),
        ("1", "27", Grade.RIGHT),
        ("± 1.5", "24.4미터", Grade.WRONG),
        ("10%", "28미터", Grade.RIGHT),
        ("10%", "29미터", Grade.WRONG),
        ("10%", "28킬로그램", Grade.WRONG),
    ],
)
def test_a_number_may_be_off_by_its_tolerance(
    tolerance: str, told: str, grade: Grade
) -> None:
    answer = Answer(AnswerKind.NUMBER, ("26미터",), tolerance=tolerance)
    check_answer(answer)
    assert grade_answer(told, answer).grade is grade


@pytest.mark.parametrize(
    "answer",
    [
        Answer(AnswerKind.NUMBER, ("26",), tolerance="about"),
        Answer(AnswerKind.ORDER, items=(("하나",), ("둘",))),
        Answer(AnswerKind.PAIRS, items=(("하나", "1"), ("둘",))),
        Answer(AnswerKind.PAIRS, items=(("하나", "1"), ("둘", "1"))),
        Answer(AnswerKind.PAIRS, items=(("하나", "1"), ("하나", "2"))),
        Answer(AnswerKind.LIST, items=tuple((str(n),) for n in range(13))),
    ],
)
def test_an_answer_that_could_not_be_asked_is_refused(answer: Answer) -> None:
    with pytest.raises(Problem):
        check_answer(answer)


def test_each_kind_of_answer_has_its_forms() -> None:
    assert Form.SEVERAL in possible_forms(FRUIT)
    assert possible_forms(STEPS) == (Form.ORDER, Form.TYPED, Form.CARD)
    assert possible_forms(CAPITALS) == (Form.MATCH, Form.CARD)
    for form in (Form.MATCH, Form.ORDER):
        assert isinstance(why_not(FRUIT, form), Problem)
