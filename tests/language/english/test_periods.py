"""A company's figures and the period that its report tells once."""

from datetime import date

DAY = date(2025, 7, 18)
REPORT = (
    "Harlow Foods lost $3 million in the three months to June, the company said on "
    "Thursday. Sales fell 4% to $90 million. Harlow Foods was founded in 1911. Harlow "
    "Foods employs 900 people."
)


def test_a_figure_gets_the_period_with_its_year(asked):
    found = asked(REPORT, "Harlow Foods loses money", DAY)
    told = (
        "By what percentage did Harlow Foods' sales fall in the three months to June 2025?"
    )
    assert found.get(told) == "4%", found


def test_what_is_no_figure_of_the_period_stays_as_it_is(asked):
    found = asked(REPORT, "Harlow Foods loses money", DAY)
    assert found.get("In which year was Harlow Foods founded?") == "1911", found


def test_a_quarter_is_the_last_that_had_ended(asked):
    text = REPORT.replace("in the three months to June", "in the fourth quarter")
    found = asked(text, "Harlow Foods loses money", date(2025, 2, 3))
    assert any("in the fourth quarter of 2024" in prompt for prompt in found), found


def test_a_figure_gets_no_period_where_the_report_tells_of_two(asked):
    half = "Profit for the first half was $20 million. Harlow Foods was"
    found = asked(REPORT.replace("Harlow Foods was", half), "Harlow Foods loses money", DAY)
    assert found.get("By what percentage did Harlow Foods' sales fall?") == "4%", found
