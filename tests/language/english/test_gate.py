"""What a strict teacher would not use."""

import pytest

from quiz.language.english.candidates import Candidate
from quiz.language.english.gate import (
    has_number,
    is_anchored,
    is_garbled,
    reason_against,
    without_context,
)
from quiz.language.english.wordlists import Kind


@pytest.fixture
def candidate(read):
    def make(prompt, answer="Ada Marsh", kind="participant", names=Kind.PERSON, bare=0):
        sentence = read("Ada Marsh founded it.")[0].sentence
        return Candidate(kind, sentence, 0, 9, prompt, (answer,), names, bare=bare)

    return make


@pytest.mark.parametrize(
    ("prompt", "reason"),
    [
        ("", "no-prompt"),
        ("Who founded the Harlow Museum?", ""),
        ("Who told him about the Harlow Museum?", "unresolved"),
        ("Who founded this Harlow museum?", "unresolved"),
        ("Who founded the Harlow Museum last year?", "relative-time"),
        ("Who founded the Marsh Museum in Harlow?", "leak"),
        ("Who founded the the Harlow Museum?", "garbled"),
        ("Who founded Harlow?", "thin"),
        ("Who founded " + "the Harlow Museum " * 7 + "?", "too-long"),
    ],
)
def test_a_prompt_is_refused_with_its_reason(candidate, prompt, reason):
    assert reason_against(candidate(prompt)) == reason


def test_a_noun_that_only_the_article_explains_needs_a_name_beside_it(candidate):
    alone = candidate("Who closed the channel to ships?", bare=1)
    named = candidate("Who closed the channel near Harlow to ships?", bare=1)
    assert without_context(alone, "") == "no-context"
    assert without_context(named, "") == ""


def test_the_topic_of_the_title_anchors_a_prompt():
    assert is_anchored("What is the boiling point of helium?", "helium")
    assert not is_anchored("What is the boiling point?", "helium")


def test_a_number_leaks_only_as_a_whole():
    assert has_number("4", "Who won 4 of the games?")
    assert not has_number("4", "Who won 14 of the games in 1946?")


def test_a_company_that_nothing_names_is_not_asked_of(asked):
    found = asked("Ada Marsh lives in Oslo. Ole Dahl left the company in May 1951.")
    assert not any("the company" in prompt for prompt in found), found


def test_a_name_does_not_stand_twice_in_a_prompt(asked):
    found = asked(
        "Ada Marsh lives in Oslo. Ada Marsh left the Harlow Guild because Ada Marsh was "
        "ill."
    )
    assert not any(prompt.count("Ada Marsh") > 1 for prompt in found), found


def test_a_comparison_says_with_what():
    assert is_garbled("The Sun is nearly _ times farther away.")
    assert is_garbled("Why is the effect of the Sun half as great?")
    assert not is_garbled("How many times farther away than the Moon is the Sun?")
