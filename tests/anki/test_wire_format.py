"""Protocol buffers, read back from what Google's own library wrote."""

from contextlib import suppress

import pytest
from anki.import_export_pb2 import MediaEntries
from hypothesis import given
from hypothesis import strategies as some

from quiz.anki.wire_format import number_field, read_message, text_field


@given(some.text(max_size=300), some.integers(0, 2**32 - 1), some.binary(max_size=200))
def test_fields_read_as_they_were_written(name: str, size: int, digest: bytes) -> None:
    entry = MediaEntries.MediaEntry(name=name, size=size, sha1=digest)
    written = entry.SerializeToString()
    assert text_field(written, 1) == name
    assert number_field(written, 2) == size
    assert dict(read_message(written)).get(3, b"") == digest


@given(some.binary(max_size=100))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(ValueError):
        list(read_message(data))


@pytest.mark.parametrize("data", [b"\x0a\xff", b"\x08", b"\x0b", b"\xff" * 12])
def test_what_ends_too_early_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        list(read_message(data))
