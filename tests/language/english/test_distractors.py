"""Wrong options are of the answer's kind, and wrong."""

import random
from collections.abc import Callable

import pytest

from quiz.core.article import Article
from quiz.language import Draft
from quiz.language.english.candidates import Candidate
from quiz.language.english.distractors import (
    is_given_alone,
    is_same_person,
    likely_countries,
    pool_for,
)
from quiz.language.english.names import Names
from quiz.language.english.peers import group_of
from quiz.language.english.wordlists import Kind

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


def test_nobody_is_said_to_have_died_older_than_people_are(read):
    sentence = read("Ada Marsh died at 92.")[0].sentence
    asked = Candidate("age", sentence, 0, 9, "How old was she?", ("92",), Kind.NUMBER)
    article = Article("a", "Notes", sentence.text, "en")
    for seed in range(9):
        ages = list(pool_for(asked, Names(), article, random.Random(seed)))
        assert ages
        assert max(map(int, ages)) <= 105


def test_who_the_title_names_is_no_option(draft):
    text = "Ole Dahl met Ada Marsh in 1911. Tom Reeves, Ida Berg and Una Holm left Oslo."
    found = draft(text, title="Tom Reeves").questions
    wrong = {option.text for q in found for option in q.wrong}
    assert {"Ida Berg", "Una Holm"} <= wrong
    assert "Tom Reeves" not in wrong


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Cllr Marsh", "Ada Marsh", True),
        ("Sgt Marsh", "Marsh", True),
        ("Ada Marsh", "Emmy Marsh", False),
        ("Ada Marsh", "Ada Dahl", False),
    ],
)
def test_a_title_makes_no_other_person(one: str, other: str, same: bool) -> None:
    assert is_same_person(one, other) is same


def test_a_given_name_of_a_longer_one_is_no_option() -> None:
    assert is_given_alone("Karl", "Karl von Ord met Ada Marsh.")
    assert not is_given_alone("Karl", "Karl met Ada Marsh.")
    assert not is_given_alone("Marsh", "Marsh Dahl met her.")


def test_only_women_stand_beside_a_wife(draft: Callable[..., Draft]) -> None:
    found = draft(
        "Tom Reeves married Eva Lind in Oslo in 1911. Mr Ole Dahl met Mr Karl Holm and "
        "Mrs Ida Berg in Harlow."
    ).questions
    married = [q for q in found if q.answer.shown == "Eva Lind"]
    assert married
    assert not any(q.wrong for q in married)


def test_countries_nearby_come_first_and_tiny_ones_never() -> None:
    found = ["Malta", "Spain", "Sweden", "Brazil"]
    group = group_of("Norway")
    assert likely_countries(found, group, "Norway") == ["Sweden", "Spain", "Brazil"]
