"""Signs of a wording that leans on what it does not say."""

from collections.abc import Callable

import pytest

from quiz.language.english.candidates import Reading
from quiz.language.english.facts.gaps import find_gaps
from quiz.language.english.standing import signs_of_standing


def signs(read: Callable[..., list[Reading]], text: str, shown: str) -> dict[str, float]:
    reading = read(text)[0]
    candidate = next(iter(find_gaps(reading, [])))
    return dict(signs_of_standing(candidate, "cloze", shown, reading.setting))


@pytest.mark.parametrize(
    ("shown", "sign"),
    [
        ("The remaining coins are in □.", "leading-on"),
        ("The system was explained in □.", "vague"),
        ("The largest population lives on □.", "best-of-nothing"),
        ("The □ Ole Hill led the way.", "before-its-name"),
        ("Ole Hill fell ill. One of them, □, went home.", "two-sentences"),
        ("Ole Hill fell ill; he died in □.", "two-parts"),
        ("The sheriff, □, found the horse.", "role"),
    ],
)
def test_what_points_elsewhere_is_a_sign(read, shown, sign):
    assert signs(read, "Ada Marsh went to Oslo in 1911.", shown)[f"cloze:{sign}"]


def test_the_largest_of_something_is_no_such_sign(read):
    shown = "The largest lake in Norway is □."
    found = signs(read, "Ada Marsh went to Oslo in 1911.", shown)
    assert not found["cloze:best-of-nothing"]


def test_a_scope_in_front_is_a_sign(read):
    shown = "In Harlow, all □ schools were closed."
    assert signs(read, "Ada Marsh went to Oslo in 1911.", shown)["front:scope"]
