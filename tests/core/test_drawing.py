"""What a test asks."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.drawing import Drawable, draw, forms_of
from quiz.core.questions import Form
from tests.practice_bank import PARTS, QUESTIONS

ALL: frozenset[str] = frozenset()
ANY: frozenset[Form] = frozenset()
DRAWABLE = [
    Drawable(n, f"s{n // 2}", "dates" if n % 2 else "names", question)
    for n, question in enumerate([*QUESTIONS, *PARTS])
]


@given(st.integers(1, 20), st.text(max_size=5))
def test_no_question_is_drawn_twice_and_each_in_a_form_it_allows(
    count: int, seed: str
) -> None:
    drawn = draw(DRAWABLE, count, ALL, ANY, seed)
    assert len(drawn) == len({each.id for each in drawn}) == min(count, len(DRAWABLE))
    assert all(each.form in forms_of(DRAWABLE[each.id].question) for each in drawn)
    assert drawn == draw(DRAWABLE, count, ALL, ANY, seed)


@given(st.text(max_size=5))
def test_siblings_come_only_when_others_are_used_up(seed: str) -> None:
    drawn = draw(DRAWABLE, 4, ALL, ANY, seed)
    assert len({DRAWABLE[each.id].sibling for each in drawn}) == 4


def test_topics_and_forms_are_kept_to() -> None:
    dates = draw(DRAWABLE, 20, frozenset({"dates"}), ANY, "s")
    assert {DRAWABLE[each.id].topic for each in dates} == {"dates"}
    typed = draw(DRAWABLE, 20, ALL, frozenset({Form.TYPED}), "s")
    assert {each.form for each in typed} == {Form.TYPED}
    assert draw(DRAWABLE, 5, frozenset({"none"}), ANY, "s") == ()


def test_a_card_which_nobody_grades_is_never_drawn() -> None:
    only_card = replace(DRAWABLE[0], question=replace(QUESTIONS[0], forms=(Form.CARD,)))
    assert draw([only_card], 5, ALL, ANY, "s") == ()
