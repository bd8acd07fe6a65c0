"""Names with 'and' are one name."""

from collections.abc import Callable

import pytest

from quiz.language.english.candidates import Reading
from quiz.language.english.joined_names import is_split, joined_names
from quiz.language.english.names import name_spans, text_of

Read = Callable[[str], list[Reading]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ferry sails to Trinidad and Tobago in May.", "Trinidad and Tobago"),
        ("She told of it in Wool and Water (1871).", "Wool and Water"),
        ("His book Salt and Bread was banned.", "Salt and Bread"),
        ("It came out as “Storm and Calm”, in two parts.", "Storm and Calm"),
    ],
)
def test_countries_and_titles_are_found_whole(text: str, name: str) -> None:
    assert [text[start:end] for start, end in joined_names(text)] == [name]


def test_two_towns_are_two_names() -> None:
    assert joined_names("She lived in Oslo and Bergen until 1911.") == []


def test_a_half_of_a_name_and_a_list_of_its_halves_are_split() -> None:
    text = "The ferry sails to Trinidad and Tobago."
    start, end = text.index("Trinidad"), text.index(".")
    assert is_split(text, start, start + len("Trinidad"), several=False)
    assert is_split(text, start, end, several=True)
    assert not is_split(text, start, end, several=False)


def test_a_joined_name_is_read_as_one(read: Read) -> None:
    sentence = read("The road leads from Harlow to Bosnia and Herzegovina.")[0].sentence
    told = [text_of(sentence, *span) for span in name_spans(sentence)]
    assert "Bosnia and Herzegovina" in told


def test_a_month_may_be_a_given_name(read: Read) -> None:
    sentence = read("The host was Karl August von Marsh of Harlow.")[0].sentence
    told = [text_of(sentence, *span) for span in name_spans(sentence)]
    assert "Karl August von Marsh" in told
