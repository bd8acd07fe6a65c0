"""Pronouns only where it is certain who is meant."""

from datetime import date

import pytest

from quiz.language.english.candidates import Reading


def meant(reading: Reading, word: str) -> list[str | None]:
    return [reading.setting.said.get(t.i) for t in reading.sentence.doc if t.lower_ == word]


def test_she_is_the_one_person_of_the_sentence_before(read):
    readings = read("Ada Marsh was born in Oslo. She moved to Bergen in 1890.")
    assert meant(readings[1], "she") == ["Ada Marsh"]


def test_he_is_nobody_where_two_may_be_meant(read):
    readings = read("Peter Hill wrote to John Stone. In 1911 his brother died.")
    assert meant(readings[1], "his") == [None]


def test_it_is_what_the_sentence_before_was_about(read):
    readings = read("The Harlow Museum is closed. It was founded in 1911.")
    assert meant(readings[1], "it") == ["the Harlow Museum"]


def test_the_canal_is_the_canal_of_the_title(read):
    readings = read("The Erie Canal is long. Boats used the canal daily.", "Erie Canal")
    assert "the Erie Canal" in readings[1].setting.said.values()


@pytest.mark.parametrize(
    ("title", "topic"),
    [("Helium", "helium"), ("Council closes the gas works", ""), ("Gas: a history", "gas")],
)
def test_the_topic_is_what_the_title_names(read, title, topic):
    reading = read("Helium is a gas. People use helium and gas daily.", title)[0]
    assert reading.setting.topic == topic


def test_that_year_is_the_year_told_last(asked):
    found = asked(
        "Ada Marsh came to Oslo in 1817. Ada Marsh opened a school in July of that year.",
        day=date(2020, 1, 1),
    )
    assert "July 1817" in found.values()


def test_a_surname_of_two_is_nobodys(asked):
    found = asked(
        "Ole Dahl and his cousin Ada Dahl ran the mill. Ada Dahl left Harlow in 1911. "
        "Dahl died of fever in 1920."
    )
    assert not any("1920" in answer for answer in found.values()), found


def test_it_is_what_the_title_names(asked):
    found = asked("The kakapo is a parrot. It weighs up to 4 kg.", "Kakapo")
    assert found["How much does the kakapo weigh?"] == "up to 4 kg"


def test_he_is_of_whom_the_article_tells(asked):
    found = asked(
        "Matthew Hill was born in Oslo in 1866. Captain Ole Dahl, who taught him to read, "
        "took him to Bergen in 1880. Hill died in 1955. Hill was buried in Harlow.",
        "The man in front",
    )
    assert found["Who took Matthew Hill to Bergen in 1880?"] == "Ole Dahl"
    assert not any(answer == "Matthew Hill" for answer in found.values()), found


def test_a_club_is_known_by_its_result(asked):
    found = asked(
        "Harlow 3-2 Bergen Bay\nBergen Bay equalised in the second half at Harlow Park.",
        "A late strike",
    )
    prompt = "Which team equalised in the second half at Harlow Park?"
    assert found.get(prompt) == "Bergen Bay", found


def test_a_company_owns_its_figures_by_its_short_name_too(asked):
    found = asked(
        "Kestrel Air made a profit in 2025. Kestrel flies to Norway. Kestrel has 34 "
        "planes. Revenue rose 22% to £640m.",
        "Kestrel returns to profit",
    )
    assert found.get("By what percentage did Kestrel Air's revenue rise?") == "22%", found


def test_the_shrinking_of_a_sea_is_about_the_sea(read):
    text = "The Harlow Sea was large. In 1960 the Harlow Sea shrank. Fish left Harlow Sea."
    reading = read(text, "The shrinking of the Harlow Sea")[0]
    assert reading.setting.topic == "the Harlow Sea"


def test_only_a_creature_has_males(read):
    text = "The marsh cycle is a process. Males come first. People study the marsh cycle."
    assert not read(text, "Marsh cycle")[1].setting.named
