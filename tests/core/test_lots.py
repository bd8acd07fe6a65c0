"""Lots: the same seed draws the same, different seeds differ and spread evenly."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.lots import one_of, part_for, shuffled

TEXTS = ["파도", "등대", "방파제", "갈매기"]


@given(st.lists(st.text(max_size=8), unique=True), st.text(max_size=8))
def test_all_are_there_in_an_order_of_the_seed_alone(texts: list[str], seed: str) -> None:
    order = shuffled(texts, seed)
    assert sorted(order) == sorted(texts)
    assert order == shuffled(reversed(texts), seed)


def test_every_place_is_as_likely() -> None:
    first = Counter(shuffled(TEXTS, str(seed))[0] for seed in range(4000))
    assert set(first) == set(TEXTS)
    assert all(880 < count < 1120 for count in first.values())


def test_every_thing_is_drawn_as_often() -> None:
    drawn = Counter(one_of(TEXTS, str(seed)) for seed in range(4000))
    assert set(drawn) == set(TEXTS)
    assert all(880 < count < 1120 for count in drawn.values())


@given(st.text())
def test_a_part_lies_from_0_to_below_1(seed: str) -> None:
    assert 0 <= part_for(seed) < 1
    assert part_for(seed) == part_for(seed)
