"""The ways by which a learner comes back."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.problems import Problem
from quiz.core.ways_in import LONGEST_LABEL, Passkey, checked_label, is_last_way


def passkey(number: int) -> Passkey:
    now = datetime(2030, 1, 1, tzinfo=UTC)
    return Passkey(number, "phone", "localhost", b"", b"", b"", 0, now, None)


@pytest.mark.parametrize(
    ("passkeys", "has_password", "last"),
    [
        ([1], False, True),
        ([1], True, False),
        ([1, 2], False, False),
        ([1, 2], True, False),
    ],
)
def test_the_last_way_in_is_known(
    passkeys: list[int], has_password: bool, last: bool
) -> None:
    keys = [passkey(number) for number in passkeys]
    assert is_last_way(1, keys, has_password=has_password) is last


@given(st.text())
def test_a_label_is_short_and_says_something(label: str) -> None:
    try:
        shown = checked_label(label)
    except Problem:
        assert not 0 < len(" ".join(label.split())) <= LONGEST_LABEL
    else:
        assert shown == checked_label(shown)
        assert 0 < len(shown) <= LONGEST_LABEL
