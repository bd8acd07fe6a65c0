"""Whether a Korean word was cut where a printed line ended: Kiwi's model of spacing."""

from collections.abc import Sequence
from functools import cache

from kiwipiepy import Kiwi

CONTEXT = 24  # letters on either side that are looked at
MOST = 3000  # places, of some five milliseconds each


def are_gaps(places: Sequence[tuple[str, str]]) -> list[bool]:
    """Tell for each end of a line and its next line whether a space belongs between.

    Raises:
        ValueError: there are more than `MOST`.
    """
    if len(places) > MOST:
        raise ValueError(len(places))
    kiwi = load_kiwi()
    return [is_gap(kiwi, before[-CONTEXT:], after[:CONTEXT]) for before, after in places]


@cache
def load_kiwi() -> Kiwi:
    return Kiwi(num_workers=1)


def is_gap(kiwi: Kiwi, before: str, after: str) -> bool:
    _, spaces = kiwi.glue([before, after], return_space_insertions=True)
    return bool(spaces[0])
