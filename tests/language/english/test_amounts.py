"""Rises, prices, sizes, ages, scores, how often: sentences of our own."""

import pytest

ASKED = [
    ("Exports of Norway rose by 12% to $4bn in 2015.",
     "By what percentage did exports of Norway rise in 2015?", "12%"),
    ("Exports of Norway rose by 12% to $4bn in 2015.",
     "To what figure did exports of Norway rise in 2015?", "$4bn"),
    ("The Harlow Museum was sold for £12m in 1988.",
     "For how much was the Harlow Museum sold in 1988?", "£12m"),
    ("Edith Moran received a pension of £40 a year from the Harlow Museum.",
     "How large a pension did Edith Moran receive from the Harlow Museum?", "£40 a year"),
    ("The average depth of Lake Harlow is 91 metres.",
     "What is the average depth of Lake Harlow?", "91 metres"),
    ("Edith Moran joined the Harlow Museum at the age of 19.",
     "At what age did Edith Moran join the Harlow Museum?", "19"),
    ("Lake Harlow lies 912 metres above sea level.",
     "How high above sea level does Lake Harlow lie?", "912 metres"),
    ("The Harlow Canal runs 40 miles from Bergen to Oslo.",
     "How far does the Harlow Canal run from Bergen to Oslo?", "40 miles"),
    ("The clock of the Harlow Museum strikes every two hours.",
     "How often does the clock of the Harlow Museum strike?", "every two hours"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "prompt", "answer"), ASKED)
def test_a_number_is_asked_with_its_own_words(asked, text, prompt, answer):
    found = asked(text)
    assert found.get(prompt) == answer, found


def test_a_year_is_no_figure(asked):
    found = asked("Ada Marsh lives in Oslo. Exports of Norway rose to 1999 levels.")
    assert found
    assert not any("figure" in p for p in found)


def test_an_age_at_another_time_is_not_asked_without_it(asked):
    found = asked(
        "When Edith Moran was ten years old, Ole Dahl sold the Harlow Museum to Ada Marsh."
    )
    assert found
    assert not any(p.startswith("How old") for p in found)
