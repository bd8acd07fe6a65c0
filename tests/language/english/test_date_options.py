"""Dates that might be right."""

import random
from datetime import date

from quiz.language.english.date_options import moved_dates


def test_a_year_moves_within_reach_and_never_after_the_article():
    for seed in range(20):
        found = moved_dates("2019", "", random.Random(seed), date(2020, 1, 1), "")
        assert found
        assert all(int(year) <= 2020 and year != "2019" for year in found)


def test_a_day_keeps_its_form():
    found = moved_dates("4 July 1817", "", random.Random(1), None, "")
    assert found
    assert all(option.startswith("4 July ") for option in found)


def test_where_the_prompt_tells_the_year_the_month_moves():
    found = moved_dates("31 July 1817", "", random.Random(1), None, "When in 1817 was it?")
    assert found
    assert all(option.endswith("1817") and "June" not in option for option in found)


def test_a_century_moves_by_centuries():
    found = moved_dates("the 12th century", "", random.Random(2), None, "")
    assert set(found) <= {f"the {n}th century" for n in (9, 10, 11, 13, 14, 15)}
