"""Protocol buffers as far as Anki's packages need them: the fields of one message.

Source: https://protobuf.dev/programming-guides/encoding/
"""

from collections.abc import Iterator

Value = int | bytes
FIXED_LENGTHS = {1: 8, 5: 4}  # bytes, by wire type
VARINT, LENGTH_DELIMITED = 0, 2


def read_message(data: bytes) -> Iterator[tuple[int, Value]]:
    """Yield each field's number with its value: a number or bytes, in their order.

    Raises:
        ValueError: the bytes are no message.
    """
    at = 0
    while at < len(data):
        key, at = read_varint(data, at)
        kind = key & 7
        if kind == VARINT:
            value, at = read_varint(data, at)
            yield key >> 3, value
            continue
        if kind == LENGTH_DELIMITED:
            length, at = read_varint(data, at)
        elif kind in FIXED_LENGTHS:
            length = FIXED_LENGTHS[kind]
        else:
            raise ValueError("unknown wire type")
        if at + length > len(data):
            raise ValueError("a field is longer than its message")
        yield key >> 3, data[at : at + length]
        at += length


def read_varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins at `at`, and where the next thing begins."""
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(data):
            break
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError("a number without an end")


def text_field(data: bytes, number: int) -> str:
    """Return the last string with this field number, as protobuf does; "" if none."""
    found = b""
    for key, value in read_message(data):
        if key == number and isinstance(value, bytes):
            found = value
    return found.decode("utf-8", "replace")


def number_field(data: bytes, number: int) -> int:
    found = 0
    for key, value in read_message(data):
        if key == number and isinstance(value, int):
            found = value
    return found
