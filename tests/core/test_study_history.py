"""Past answers by day, by week and by what was expected of them."""

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.study_history import (
    BIN_EDGES,
    Kept,
    PastAnswer,
    Regularity,
    by_day,
    by_week,
    calibration,
    kept,
    regularity,
)

TODAY = 740_000
answers = st.builds(
    PastAnswer,
    day=st.integers(TODAY - 55, TODAY),
    knew=st.booleans(),
    is_review=st.booleans(),
    expected=st.floats(0, 1),
)


def review(knew: bool, expected: float = 0.9, day: int = TODAY) -> PastAnswer:
    return PastAnswer(day, knew, True, expected)


def test_first_meetings_do_not_count_as_kept() -> None:
    found = kept([review(True), review(False), PastAnswer(TODAY, False, False, 0.0)])
    assert (found.reviews, found.remembered, found.retention) == (2, 1, 0.5)
    assert found.foreseen == 0.9


def test_nothing_reviewed_has_no_retention() -> None:
    assert kept([]).retention is None
    assert kept([]).foreseen is None


@given(st.lists(answers))
def test_days_weeks_and_bins_all_add_up_to_the_same(found: list[PastAnswer]) -> None:
    total = kept(found)
    days = by_day(found, TODAY - 55, TODAY)
    assert sum(each.answers for each in days) == len(found)
    for parts in ([d.kept for d in days], by_week(found, TODAY, 8), calibration(found)):
        assert sum(each.reviews for each in parts) == total.reviews
        assert sum(each.remembered for each in parts) == total.remembered


def test_every_day_stands_in_its_place_even_without_answers() -> None:
    days = by_day([review(True, day=TODAY - 1)], TODAY - 2, TODAY)
    assert [(each.day, each.answers) for each in days] == [
        (TODAY - 2, 0),
        (TODAY - 1, 1),
        (TODAY, 0),
    ]


def test_the_last_week_ends_today() -> None:
    weeks = by_week([review(True, day=TODAY - 6), review(False, day=TODAY - 7)], TODAY, 2)
    assert weeks == (Kept(1, 0, 0.9), Kept(1, 1, 0.9))


def test_a_bin_begins_at_its_edge() -> None:
    bins = calibration([review(True, each) for each in (0.0, 0.69, 0.7, 0.9, 1.0)])
    assert [each.reviews for each in bins] == [2, 1, 0, 0, 1, 1]
    assert len(bins) == len(BIN_EDGES) - 1


def test_today_is_not_missed_before_it_is_over() -> None:
    assert regularity({TODAY - 2, TODAY - 1}, TODAY) == Regularity(2, 2, 2)
    assert regularity({TODAY - 1, TODAY}, TODAY) == Regularity(2, 2, 2)


def test_a_gap_ends_a_run_but_not_the_longest() -> None:
    used = {TODAY - 40, TODAY - 39, TODAY - 38, TODAY - 5}
    assert regularity(used, TODAY) == Regularity(1, 0, 3)
    assert regularity([], TODAY) == Regularity(0, 0, 0)


@given(st.sets(st.integers(TODAY - 100, TODAY)))
def test_a_run_is_never_longer_than_the_longest(used: set[int]) -> None:
    found = regularity(used, TODAY)
    assert 0 <= found.running <= found.longest <= len(used)
    assert found.of_fortnight <= min(14, len(used))
