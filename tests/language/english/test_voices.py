"""Words of a clause said outside their sentence."""


def test_the_first_word_of_a_divisions_name_keeps_its_capital(asked):
    found = asked(
        "Harlow Foods has three divisions. Ready Meals grew by 4% to $300 million in 2024.",
        "Harlow Foods grows",
    )
    assert found.get("By what percentage did Ready Meals grow in 2024?") == "4%", found


def test_a_title_keeps_its_capital_and_a_trade_does_not(asked):
    found = asked("Reverend Ada Marsh keeps 40 hens in Oslo.")
    assert any("does Reverend Ada Marsh keep" in prompt for prompt in found)
    found = asked("Analyst Peter Hill of Harlow Bank called the price too high in 1911.")
    assert not any("did Analyst" in prompt for prompt in found)
