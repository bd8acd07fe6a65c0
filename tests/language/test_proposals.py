"""What comes out: likely wordings, and enough of them."""

from collections.abc import Sequence

from quiz.language import proposals
from quiz.language.proposals import Chances

SURE, LEAST = 0.6, 0.4


def chances(*values: float) -> list[Chances]:
    return [Chances(value, 0.0) for value in values]


def least_chance(chances: Sequence[Chances], characters: int) -> float:
    return proposals.least_chance(chances, characters, SURE, LEAST)


def test_where_enough_is_sure_nothing_less_comes_out() -> None:
    assert least_chance(chances(0.9, 0.8, 0.7, 0.65, 0.5), 1000) == SURE


def test_where_too_little_is_sure_the_next_best_come_out() -> None:
    assert least_chance(chances(0.9, 0.55, 0.5, 0.45, 0.42), 1000) == 0.45


def test_the_unlikely_never_come_out() -> None:
    assert least_chance(chances(0.9, 0.3, 0.2, 0.1), 1000) == LEAST


def test_a_short_text_may_have_three_questions() -> None:
    assert least_chance(chances(0.5, 0.48, 0.46, 0.44), 80) == 0.46


def test_a_cloze_counts_as_much_as_a_prompt() -> None:
    found = [Chances(0.2, 0.9), Chances(0.1, 0.8), Chances(0.7, 0.0), Chances(0.65, 0.0)]
    assert least_chance(found, 1000) == SURE


def test_nothing_found_is_no_fault() -> None:
    assert least_chance([], 500) == SURE
