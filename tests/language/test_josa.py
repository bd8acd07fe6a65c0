"""Particles fit the sound before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.language.korean.josa import PAIRS, attach, fitting


@pytest.mark.parametrize(
    ("word", "particle", "expected"),
    [
        ("회장", "은", "회장은"),
        ("총재", "은", "총재는"),
        ("서울", "으로", "서울로"),
        ("부산", "로", "부산으로"),
        ("CTO", "은", "CTO는"),
        ("FBI", "을", "FBI를"),
        ("IBM", "이", "IBM이"),
        ("URL", "로", "URL로"),
        ("Google", "은", "Google은"),
        ("800", "이", "800이"),
        ("2019", "은", "2019는"),
        ("10", "과", "10과"),
        ("3", "을", "3을"),
        ("35%", "은", "35%는"),
        ("40cm", "이", "40cm가"),
        ("장융(张勇)", "이", "장융이".replace("장융", "장융(张勇)")),
        ("‘도화도’", "은", "‘도화도’는"),
        ("‘광명정’", "이라고", "‘광명정’이라고"),
        ("도화도", "이라고", "도화도라고"),
        ("항저우", "에서", "항저우에서"),
    ],
)
def test_particle_follows_how_the_word_is_read(word, particle, expected):
    assert attach(word, particle) == expected


@given(st.text(min_size=1), st.sampled_from(sorted(PAIRS)))
def test_particle_is_always_one_of_its_two_forms(word, particle):
    assert fitting(word, particle) in PAIRS[particle]
