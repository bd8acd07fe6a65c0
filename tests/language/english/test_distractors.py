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


def test_no_persons_stand_beside_troops(draft):
    found = draft(
        "Swedish troops burned Harlow in 1678. Ada Marsh met Ole Dahl in Oslo. "
        "Ole Dahl left Harlow in 1680. Eva Lind left Harlow in 1681."
    ).questions
    burned = [q for q in found if "troops" in q.answer.shown]
    assert burned
    assert not any(q.wrong for q in burned)


def test_a_mother_stands_beside_no_man(draft):
    found = draft(
        "Her mother, Ada Marsh, taught Eva Lind. Mr Tom Reeves met Mrs Ida Berg and Mrs "
        "Una Holm in Oslo.",
        title="Eva Lind",
    ).questions
    wrong = {o.text for q in found if "mother" in q.prompt for o in q.wrong}
    assert "Tom Reeves" not in wrong
    assert "Eva Lind" not in wrong


def test_at_least_85_has_no_options_that_hold_one_another(draft):
    found = draft("Harlow Bank employs at least 85 people in Oslo.").questions
    (employed,) = [q for q in found if "at least 85" in q.answer.accepted]
    assert not employed.wrong
