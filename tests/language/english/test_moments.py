"""Dates as the article tells them."""

from datetime import date

import pytest

from quiz.language.english.moments import Calendar, last_year_in, read_moment

CALENDAR = Calendar(date(2023, 8, 24), True, 1817)
NEWS = Calendar(date(2023, 8, 24), True)  # a Thursday


@pytest.mark.parametrize(
    ("text", "calendar", "shown", "precision"),
    [
        ("4 July 1817", NEWS, "4 July 1817", "day"),
        ("July 4, 1817", NEWS, "4 July 1817", "day"),
        ("July of that year", CALENDAR, "July 1817", "month"),
        ("the following year", CALENDAR, "1818", "year"),
        ("1872", NEWS, "1872", "year"),
        ("14 July", NEWS, "14 July 2023", "day"),
        ("14 October", NEWS, "14 October 2022", "day"),
        ("Wednesday", NEWS, "23 August 2023", "day"),
        ("yesterday", NEWS, "23 August 2023", "day"),
        ("next month", NEWS, "September 2023", "month"),
        ("last year", NEWS, "2022", "year"),
        ("the second half of the 12th century", NEWS,
         "the second half of the 12th century", "era"),
    ],
)  # fmt: skip
def test_a_date_is_resolved_where_it_is_certain(text, calendar, shown, precision):
    moment = read_moment(text, calendar)
    assert moment is not None
    assert (moment.shown, moment.precision) == (shown, precision)


@pytest.mark.parametrize("text", ["31 April 1817", "the summer", "14 July"])
def test_a_date_that_is_not_certain_is_none(text):
    calendar = Calendar(None, True)
    assert read_moment(text, calendar) is None


def test_an_american_article_gets_american_dates():
    moment = read_moment("July 4, 1817", Calendar(None, False))
    assert moment is not None
    assert moment.accepted == ("July 4, 1817", "4 July 1817")


def test_the_year_told_last_is_found_and_no_amount():
    assert last_year_in("In 1817 it cost $1900 and 1,825 men died.") == 1817
