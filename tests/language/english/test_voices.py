"""Words of a clause said outside their sentence."""


def test_the_first_word_of_a_divisions_name_keeps_its_capital(asked):
    found = asked(
        "Harlow Foods has three divisions. Ready Meals grew by 4% to $300 million in 2024.",
        "Harlow Foods grows",
    )
    assert found.get("By what percentage did Ready Meals grow in 2024?") == "4%", found
