"""Numbers beside the right one have its unit, its precision, and sense."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.language.korean.number_options import moved_numbers, tells


def moved(shown: str, text: str = "", seed: int = 1) -> list[str]:
    return moved_numbers(shown, text, random.Random(seed))


@pytest.mark.parametrize(
    "shown",
    [
        "35세", "1,250명", "3만 2,415명", "5천만 원", "세 명", "2.5배", "9,100억 원",
        "2억 3,000만 원", "3분의 1", "사흘", "1시간 30분", "약 87톤", "스무 명", "1~4마리",
        "3만 5천 명", "1억 2천만 원", "1조 3천억 원", "10여 년", "10만 원~20만 원",
        "오후 2시 30분",
    ],
)  # fmt: skip
def test_moved_numbers_keep_the_form_and_differ(shown):
    found = moved(shown)
    assert len(set(found)) >= 2
    for option in found:
        assert option != shown
        if shown[-1] not in "흘1":
            assert option[-1] == shown[-1]


@given(st.integers(1, 10**7), st.integers(0, 99))
def test_any_whole_number_keeps_its_unit_and_is_positive(value, seed):
    shown = f"{value:,}명"
    for option in moved(shown, seed=seed):
        assert re.fullmatch(r"[\d,]+명", option)
        assert int(option[:-1].replace(",", "")) > 0
        assert option != shown


@given(st.decimals(min_value="0.1", max_value="99.9", places=1), st.integers(0, 99))
def test_a_share_stays_a_share_of_the_same_precision(value, seed):
    for option in moved(f"{value}%", seed=seed):
        assert re.fullmatch(r"\d+\.\d%", option)
        assert 0 < float(option[:-1]) <= 100


def test_a_number_of_the_text_is_no_wrong_option():
    found = moved("30명", "30명, 20명, 40명")
    assert found
    assert not {"20명", "40명"} & set(found)


def test_a_number_inside_another_is_not_told():
    assert not tells("모두 13명이 왔다.", "3명")
    assert tells("모두 3명이 왔다.", "3명")


def test_the_right_number_is_not_always_in_the_middle():
    lower = {
        sum(int(o[:-1]) < 63 for o in moved("63%", seed=seed)[:3]) for seed in range(40)
    }
    assert lower == {0, 1, 2, 3}


def test_the_first_is_an_ordinal_and_kinds_are_more_than_one():
    assert "첫 번째" in {o for seed in range(9) for o in moved("두 번째", seed=seed)}
    assert "한 가지" not in {o for seed in range(9) for o in moved("세 가지", seed=seed)}


def test_hours_stay_on_the_clock():
    for seed in range(9):
        for option in moved("오후 3시", seed=seed):
            (hour,) = re.findall(r"\d+", option)
            assert 1 <= int(hour) <= 11


def test_ranges_keep_their_width():
    found = moved("63~75 cm")
    assert len(found) >= 2
    for option in found:
        low, high = option.removesuffix(" cm").split("~")
        assert int(high) - int(low) == 12


def test_shares_are_not_next_to_one_another():
    assert all(abs(int(o[:-1]) - 63) >= 4 for o in moved("63%"))


def test_options_lie_on_the_answer_s_side_of_a_number_in_the_prompt():
    prompt = "집은 612개에서 몇 개로 줄었는가?"
    for seed in range(8):
        found = moved_numbers("589개", "", random.Random(seed), prompt)
        assert all(int(option[:-1]) < 612 for option in found)


def test_nobody_is_taller_than_people_are():
    prompt = "그의 키는 몇 cm였는가?"
    for seed in range(8):
        found = moved_numbers("192cm", "", random.Random(seed), prompt)
        assert all(140 <= int(option[:-2]) <= 215 for option in found)


def test_thousands_stay_below_ten_and_lengths_of_time_leave_the_clock():
    thousands = {o for seed in range(20) for o in moved("8천 명", seed=seed)}
    assert thousands <= {f"{n}천 명" for n in range(1, 10)}
    hours = {o for seed in range(20) for o in moved("20시간", seed=seed)}
    assert any(int(option.removesuffix("시간")) > 23 for option in hours)
