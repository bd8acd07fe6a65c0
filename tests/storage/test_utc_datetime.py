"""Moments are kept as SQLAlchemy keeps them, whatever zone they are told in."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import DateTime
from sqlalchemy.dialects.sqlite import dialect

from quiz.storage.utc_datetime import as_text

ZONES = st.sampled_from([UTC, ZoneInfo("Asia/Seoul"), ZoneInfo("America/New_York")])
FIRST, LAST = (datetime(y, 1, 3, tzinfo=UTC).replace(tzinfo=None) for y in (1, 9998))
IN_SQLITE = DateTime().dialect_impl(dialect()).bind_processor(dialect())


@given(st.datetimes(FIRST, LAST, timezones=ZONES, allow_imaginary=False))
def test_a_moment_is_written_as_sqlalchemy_would(moment: datetime) -> None:
    assert IN_SQLITE is not None
    assert as_text(moment) == IN_SQLITE(moment.astimezone(UTC).replace(tzinfo=None))


def test_no_moment_is_none() -> None:
    assert as_text(None) is None
