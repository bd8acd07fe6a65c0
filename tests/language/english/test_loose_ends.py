"""What a wording leaves to its text is put in or refused."""

from collections.abc import Callable
from datetime import date

import pytest

from quiz.core.questions import AnswerKind
from quiz.language import Draft
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.gate import is_broken_off, is_garbled
from quiz.language.english.loose_ends import hangs_loose, mended, of_birth
from quiz.language.english.wordlists import Kind

Read = Callable[..., list[Reading]]
Drafting = Callable[..., Draft]
DAY = date(2025, 6, 12)  # a Thursday
NEWS = "The council shut Ord Bridge on Tuesday. The bridge links Harlow and Netherby."


def candidate_in(
    reading: Reading, answer: str, names: Kind = Kind.THING, items: tuple[str, ...] = ()
) -> Candidate:
    text = reading.sentence.text
    start = text.index(answer)
    sort = AnswerKind.LIST if items else AnswerKind.WORDS
    told = tuple((item,) for item in items)
    return Candidate(
        "gap",
        reading.sentence,
        start,
        start + len(answer),
        "",
        (answer,),
        names,
        sort,
        told,
    )


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (
            "Ada Marsh was born at {{Ord}}, near Harlow, the daughter of a smith, Ole.",
            "Ada Marsh was born at {{Ord}}, near Harlow.",
        ),
        (
            "Ada Marsh was born at Ord, near Harlow, the only child of a smith, {{Ole}}.",
            "Ada Marsh was the only child of a smith, {{Ole}}.",
        ),
        (
            "Ada Marsh was born in {{Ord}} to poor parents.",
            "Ada Marsh was born in {{Ord}} to poor parents.",
        ),
    ],
)
def test_the_place_of_birth_and_the_parents_are_asked_apart(told: str, left: str) -> None:
    assert of_birth(told) == left


def test_an_age_is_no_count_of_years(read: Read) -> None:
    reading = read("Mares foal at four years of age.")[0]
    candidate = candidate_in(reading, "four", Kind.NUMBER)
    asked = mended("At how many years do mares foal?", candidate, reading.setting, "Notes")
    assert asked == "At what age do mares foal?"


def test_an_office_is_asked_with_the_year_of_its_sentence(read: Read) -> None:
    reading = read("In 1867 Ada Marsh, director of the Ord Survey, moved to Oslo.")[0]
    candidate = candidate_in(reading, "Ada Marsh", Kind.PERSON)
    asked = "Who was the director of the Ord Survey?"
    dated = mended(asked, candidate, reading.setting, "Notes")
    assert dated == "Who was the director of the Ord Survey in 1867?"
    assert hangs_loose(asked, candidate, reading.setting)
    assert not hangs_loose(dated, candidate, reading.setting)


def test_a_year_of_birth_is_none_of_an_office(read: Read) -> None:
    reading = read("Ada Marsh, director of the Ord Survey, was born in 1867 in Oslo.")[0]
    candidate = candidate_in(reading, "Ada Marsh", Kind.PERSON)
    asked = "Who was the director of the Ord Survey?"
    assert mended(asked, candidate, reading.setting, "Notes") == asked


def test_an_office_is_asked_with_the_congress_that_the_text_is_about(read: Read) -> None:
    text = "The Congress of Oslo opened in May. Ada Marsh, mayor of Harlow, left it."
    reading = read(text, title="The Congress of Oslo")[1]
    candidate = candidate_in(reading, "Ada Marsh", Kind.PERSON)
    asked = mended("Who was the mayor of Harlow?", candidate, reading.setting, "Notes")
    assert asked == "Who was the mayor of Harlow at the time of the Congress of Oslo?"


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        (
            "The host was {{Ada Marsh}}.",
            "The host of the Congress of Oslo was {{Ada Marsh}}.",
        ),
        (
            "Norway was represented by {{Ada Marsh}}.",
            "At the Congress of Oslo, Norway was represented by {{Ada Marsh}}.",
        ),
    ],
)
def test_who_came_to_a_congress_is_told_with_it(read: Read, told: str, whole: str) -> None:
    text = "The Congress of Oslo opened in May. Its host was Ada Marsh."
    reading = read(text, title="The Congress of Oslo")[1]
    candidate = candidate_in(reading, "Ada Marsh", Kind.PERSON)
    assert mended(told, candidate, reading.setting, "The Congress of Oslo") == whole


def test_a_weekday_to_come_gets_its_date(read: Read) -> None:
    reading = read(f"{NEWS} From Monday a bus will run to Ord.", day=DAY)[2]
    candidate = candidate_in(reading, "Ord", Kind.PLACE)
    told = "From Monday a bus will run to {{Ord}}."
    dated = mended(told, candidate, reading.setting, "Notes")
    assert dated == "From 16 June 2025, a bus will run to {{Ord}}."
    assert hangs_loose(told, candidate, reading.setting)


def test_the_thing_of_the_headline_is_named(read: Read) -> None:
    text = f"{NEWS} The 46-metre bridge was opened in 1987. Repairs will cost £5,000."
    title = "Chaos as bridge shuts"
    reading = read(text, title=title, day=DAY)[2]
    candidate = candidate_in(reading, "1987", Kind.DATE)
    wording = "The 46-metre bridge was opened in {{1987}}."
    named = mended(wording, candidate, reading.setting, title)
    assert named == "Ord Bridge was opened in {{1987}}."
    assert mended(wording, candidate, reading.setting, "Chaos at school") == wording
    repairs = mended("Repairs will cost {{£5,000}}.", candidate, reading.setting, title)
    assert repairs == "Repairs to Ord Bridge will cost {{£5,000}}."


def test_news_of_a_nameless_thing_is_refused(read: Read) -> None:
    reading = read(f"{NEWS} Repairs will cost £5,000.", day=DAY)[2]
    candidate = candidate_in(reading, "£5,000", Kind.NUMBER)
    asked = "How many seats does the free minibus have?"
    assert hangs_loose("Repairs will cost {{£5,000}}.", candidate, reading.setting)
    assert hangs_loose(asked, candidate, reading.setting)


@pytest.mark.parametrize(
    ("told", "answer", "items", "loose"),
    [
        ("She sold boats and sails.", "boats and sails", ("boats", "sails"), False),
        (
            "She sold boats, sails and a kind of heavy rope.",
            "boats, sails",
            ("boats", "sails"),
            True,
        ),
        ("She saw Oslo and Bergen.", "Oslo and Bergen", ("Oslo", "Bergen"), True),
        (
            "She sold boats, sails and rope, which was rare.",
            "boats, sails and rope",
            ("boats", "sails", "rope"),
            False,
        ),
    ],
)
def test_only_a_whole_list_is_a_gap(
    read: Read, told: str, answer: str, items: tuple[str, ...], loose: bool
) -> None:
    reading = read(told)[0]
    wording = told.replace(answer, "{{" + answer + "}}")
    candidate = candidate_in(reading, answer, items=items)
    assert hangs_loose(wording, candidate, reading.setting) is loose


def test_a_half_is_part_of_its_number(draft: Drafting, read: Read) -> None:
    text = "Ada Marsh of Harlow visited Oslo every twelve and a half years."
    gaps = [q.cloze for q in draft(text).questions]
    assert any("{{twelve and a half}}" in gap for gap in gaps)
    assert not any("{{twelve}}" in gap for gap in gaps)
    reading = read(text)[0]
    half = candidate_in(reading, "twelve", Kind.NUMBER)
    assert hangs_loose("every {{twelve}} and a half years", half, reading.setting)


@pytest.mark.parametrize(
    ("wording", "loose"),
    [
        ("{{Ada Marsh}}, in Wool and Water, told of its size.", True),
        ("The Ord Prize is named after him.", True),
        ("The olm is on the country's coin.", True),
        ("In the north she led the country's navy.", True),
        ("They were joined in a {{Kingdom}} of the Two Rivers.", True),
        ("In {{Norway}} she led the country's navy.", False),
        ("The mill, in the north of {{Ord}}, lost its roof.", False),
    ],
)
def test_what_only_the_text_explains_is_refused(
    read: Read, wording: str, loose: bool
) -> None:
    reading = read("Ada Marsh founded Ord.")[0]
    candidate = candidate_in(reading, "Ord")
    assert hangs_loose(wording, candidate, reading.setting) is loose


def test_a_participle_without_its_clause_is_broken_off() -> None:
    assert is_broken_off("Ada Marsh left, and, using maps drawn by Ole Dahl.")
    assert not is_broken_off("Ada Marsh left, and, using maps, Ole Dahl followed.")


def test_two_prepositions_in_a_row_are_garbled() -> None:
    assert is_garbled("What does the range extend from through Norway to Russia?")


def test_the_cause_of_the_second_verb_is_not_that_of_the_first(draft: Drafting) -> None:
    found = draft(
        "Ada Marsh was poor at school and left it in 1911, because she was needed at the "
        "family's mill in Harlow."
    ).questions
    assert not any(q.prompt.startswith("Why was Ada Marsh poor") for q in found)


def test_a_road_is_no_detour(draft: Drafting) -> None:
    found = draft(
        "Ada Marsh sent the carts round by Ord Road, a detour of just over a mile. "
        "Ada Marsh founded Harlow Museum in 1911."
    ).questions
    assert not any(q.prompt == "What is Ord Road?" for q in found)
