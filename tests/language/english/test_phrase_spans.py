"""Whole phrases as gaps: quoted words, ranks, reasons, aims, conditions and changes."""

from collections.abc import Callable

import pytest

from quiz.language.english import blanks
from quiz.language.english.candidates import Reading
from quiz.language.english.facts.gaps import find_gaps


def gaps(read: Callable[..., list[Reading]], text: str, title: str = "Notes") -> set[str]:
    return {
        blanks.cloze_of(candidate)
        for reading in read(text, title)
        for candidate in find_gaps(reading, [])
    }


@pytest.mark.parametrize(
    "cloze",
    [
        'Ole Berg called the Harlow Bridge "{{a ladder to nowhere}}" in 1911.',
        "The Harlow Mill is the {{oldest mill in Norway}}.",
        "Ada Marsh was the {{third}} mayor of Harlow.",
        "The Harlow Mill closed because {{the Corve River ran dry}}.",
        "The Harlow Mill was raised so that {{its wheel stayed above the flood}}.",
        "The Harlow Bank lends money only if {{two neighbours sign the letter}}.",
        "The Harlow Bank lent money in order to {{keep old customers}}.",
        "The Harlow lizard is {{87-100}} cm in length.",
        "The price of bread in Harlow rose {{from about $2 to more than $5}}.",
    ],
)
def test_the_whole_phrase_is_the_gap(read, cloze):
    text = cloze.replace("{{", "").replace("}}", "")
    assert cloze in gaps(read, text)


def test_since_without_a_comma_tells_a_time(read):
    found = gaps(read, "The Harlow Bank made its first loss since it opened in 1911.")
    assert not any("since {{" in text for text in found), found


def test_a_reason_that_goes_on_is_no_gap(read):
    found = gaps(read, "The mill is called Harlow because it stands there and people came.")
    assert not any("because {{it stands there}}" in text for text in found), found
