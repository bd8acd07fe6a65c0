"""Wrong options are of the answer's kind, and wrong."""

import pytest

TEXT = (
    "Ada Marsh founded the Harlow Museum in 1911. Dr Ole Dahl met Mr Tom Reeves in Oslo. "
    "Mrs Eva Lind sold the museum to France in 1950."
)


@pytest.fixture
def options(draft):
    return {
        q.answer.shown: {option.text for option in q.wrong} for q in draft(TEXT).questions
    }


def test_people_stand_beside_people(options):
    assert options["Ada Marsh"] == {"Ole Dahl", "Tom Reeves", "Eva Lind"}


def test_years_stand_beside_years(options):
    assert len(options["1911"]) == 3
    assert all(option.isdigit() for option in options["1911"])


def test_a_well_known_group_helps_where_the_article_has_none(draft):
    found = draft("Ada Marsh of the Harlow Museum was born in Denmark.").questions
    (born,) = [q for q in found if q.answer.shown == "Denmark"]
    assert {option.text for option in born.wrong} & {"Norway", "Sweden", "Finland"}
