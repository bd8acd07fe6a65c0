"""The numbers of decks and notes."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as some

from quiz.anki.note_ids import SPREAD, deck_number, note_number, seconds, unused

moments = some.datetimes(timezones=some.just(UTC))
JAVASCRIPT_SAFE = 2**53


@given(some.text(), moments)
def test_a_note_has_a_number_that_every_client_can_hold(
    name: str, created: datetime
) -> None:
    assert 0 < note_number(name, created) < JAVASCRIPT_SAFE


@given(some.text(), some.datetimes(datetime(1973, 1, 1), timezones=some.just(UTC)))  # noqa: DTZ001  # hypothesis adds the zone
def test_a_note_seems_created_in_the_year_before_its_question(
    name: str, created: datetime
) -> None:
    age = created.timestamp() * 1000 - note_number(name, created)
    assert -1 <= age <= SPREAD


def test_numbers_stay_what_they_were() -> None:
    """Two devices that import different editions meet by these when they synchronise."""
    created = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    assert note_number("question", created) == 1779837317412
    assert deck_number("bank") == 1548457510166


def test_a_taken_number_gives_way_to_the_next() -> None:
    used: set[int] = set()
    assert [unused(number, used) for number in (7, 7, 8, 7)] == [7, 8, 9, 10]


@given(moments)
def test_a_change_has_a_time_that_anki_accepts(moment: datetime) -> None:
    assert seconds(moment) >= 1
