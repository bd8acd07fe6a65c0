"""Gaps of whole sentences, of parts with what stands before them, of noun phrases."""

from collections.abc import Callable

import pytest

from quiz.language.english import blanks
from quiz.language.english.candidates import Reading
from quiz.language.english.facts.gaps import find_gaps


def gaps(read: Callable[..., list[Reading]], text: str) -> list[str]:
    return [
        blanks.cloze_of(candidate)
        for reading in read(text, "Notes")
        for candidate in find_gaps(reading, [])
    ]


@pytest.mark.parametrize(
    "cloze",
    [
        "The Harlow Mill, whose owner had {{40}} looms in 1911, closed in 1950.",
        "In Bergen, where the poet {{Ada Marsh}} lived, rain falls on most days.",
        "A storm left {{32}} people on Corve Rock with too few boats to carry them.",
    ],
)
def test_what_no_clause_tells_alone_is_told_by_the_whole_sentence(read, cloze):
    text = cloze.replace("{{", "").replace("}}", "")
    assert cloze in gaps(read, text)


def test_a_clause_is_told_with_its_whole_sentence_as_well(read):
    found = gaps(
        read, "Ada Marsh, who was born in Oslo in 1890, opened the Harlow Museum in 1911."
    )
    assert "Ada Marsh was born in Oslo in {{1890}}." in found
    whole = "Ada Marsh, who was born in Oslo in {{1890}}, opened the Harlow Museum in 1911."
    assert whole in found


def test_no_gap_is_told_twice_in_the_same_words(read):
    found = gaps(read, "Ada Marsh opened the Harlow Museum because the town had grown.")
    assert found
    assert len(found) == len(set(found))


def test_a_part_is_told_with_what_stands_before_its_semicolon(draft):
    text = "Most of the Corve papers are in Bergen; the rest are in the Harlow Museum."
    found = [q.cloze for q in draft(text).questions]
    told = "Most of the Corve papers are in Bergen; the rest are in the {{Harlow Museum}}."
    assert told in found


def test_a_pronoun_that_nothing_before_it_names_is_not_told(read):
    found = gaps(read, "It was sold to the Harlow Museum, where Ada Marsh worked, in 1911.")
    assert not any(text.startswith("It ") for text in found), found


@pytest.mark.parametrize(
    "cloze",
    [
        "The news reached Bergen by a {{relay of cannon}} in 1811.",
        "The Harlow Bridge was designed by a {{Swiss engineer}}.",
    ],
)
def test_a_noun_with_all_that_belongs_to_it_is_a_gap(read, cloze):
    text = cloze.replace("{{", "").replace("}}", "")
    assert cloze in gaps(read, text)


@pytest.mark.parametrize("phrase", ["far side of the lake", "large scale", "same boat"])
def test_a_phrase_that_tells_little_is_no_gap(read, phrase):
    found = gaps(read, f"Ada Marsh grew barley in Harlow on the {phrase}.")
    assert not any("{{" + phrase in text for text in found), found


def test_a_title_is_one_gap_with_what_it_is_of(read):
    found = gaps(read, "In 1911 Ada Marsh became Assistant Keeper of Manuscripts.")
    assert "In 1911 Ada Marsh became {{Assistant Keeper of Manuscripts}}." in found, found


def test_a_figure_below_zero_is_one_gap(read):
    found = gaps(read, "Harlow gas has a boiling point of −268.9 °C in the open air.")
    assert any("{{−268.9 °C}}" in text for text in found), found


def test_what_for_is_a_gap_after_to(read):
    found = gaps(read, "In 1911 Ada Marsh sent a ship to Bergen to study the tides.")
    assert any("to {{study the tides}}" in text for text in found), found


def test_of_two_gaps_for_the_same_words_one_comes_out(draft):
    text = "Ada Marsh, who was born in Oslo in 1890, opened the Harlow Museum in 1911."
    found = [q.cloze for q in draft(text).questions if "{{1890}}" in q.cloze]
    assert len(found) == 1
