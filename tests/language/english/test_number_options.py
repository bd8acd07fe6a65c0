"""Numbers that might be right."""

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from quiz.language.english.number_options import moved_numbers


@given(st.integers(1, 5_000_000), st.integers())
def test_moved_numbers_are_others_and_as_round(number, seed):
    shown = f"{number:,}"
    for option in moved_numbers(shown, "", random.Random(seed)):
        assert option != shown
        assert int(option.replace(",", "")) > 0
        zeros = len(str(number)) - len(str(number).rstrip("0"))
        assert option.replace(",", "").endswith("0" * zeros)


def test_units_and_signs_stay():
    found = moved_numbers("about $7 million", "", random.Random(1))
    assert found
    assert all(re.fullmatch(r"about \$\d+ million", option) for option in found)


def test_no_percentage_is_above_a_hundred():
    for seed in range(20):
        for option in moved_numbers("95%", "", random.Random(seed)):
            assert int(option.rstrip("%")) <= 100


def test_numbers_in_words_move_to_numbers_in_words():
    assert set(moved_numbers("six weeks", "", random.Random(1))) <= {
        f"{word} weeks" for word in ("three", "four", "five", "seven", "eight", "nine")
    }


def test_what_the_text_tells_is_no_option():
    text = "It took five weeks, then seven weeks."
    assert not {"five weeks", "seven weeks"} & set(
        moved_numbers("six weeks", text, random.Random(3))
    )


def test_what_holds_beside_a_bound_is_no_option():
    for seed in range(20):
        for shown, beyond in (("at least 85", True), ("up to 85", False)):
            for option in moved_numbers(shown, "", random.Random(seed)):
                assert (int(option.split()[-1]) > 85) is beyond
