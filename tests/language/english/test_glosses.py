"""Sentences end where they end; brackets leave them; offsets still point home."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.article import Article
from quiz.language.english.glosses import Clean, sentences


def cleaned(text: str) -> list[Clean]:
    return sentences(Article("x", "Title", text, "en"))


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Marsh met Mr. Dahl in Oslo.",
        "John F. Allen worked in Cambridge.",
        "One U.S. dollar bought a house.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text):
    assert [c.text for c in cleaned(text)] == [text]


def test_brackets_are_kept_aside():
    (only,) = cleaned("The canal ran 363 miles (584 km) to Buffalo.")
    assert only.text == "The canal ran 363 miles to Buffalo."
    assert [(g.text, only.text[: g.at]) for g in only.glosses] == [
        ("584 km", "The canal ran 363 miles")
    ]


def test_semicolons_part_what_is_read_alone_but_not_the_evidence():
    text = "Ada Marsh left; Ole Dahl stayed."
    parts = cleaned(text)
    assert [p.text for p in parts] == ["Ada Marsh left", "Ole Dahl stayed."]
    assert {p.span.of(text) for p in parts} == {text}


def test_a_short_line_without_a_full_stop_is_a_heading():
    assert [c.heading for c in cleaned("Early life\nAda Marsh was born in Oslo.")] == [
        True, False,
    ]  # fmt: skip


@given(st.text(alphabet='ab .;:()\n"“”A1', max_size=60))
def test_every_clean_character_stands_at_its_place(text):
    for part in cleaned(text):
        assert "".join(text[n] for n in part.places) == part.text
