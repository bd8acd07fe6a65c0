"""The numbers that decks, notes and cards bring with them into a collection.

Anki finds a known note by its GUID and a deck by its name. The numbers have to be the same
in every edition all the same: someone who imports a deck on two devices and then
synchronises them gets one note of each number.
"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

UNIX_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
# Questions of one bank are often created in the same instant; two banks may be too. So a
# note's number lies up to 398 days before its question's creation, at a place of its own.
SPREAD = 2**35
EARLIEST = 2**36  # ms, in 1972; 0 makes Anki panic
DECKS_FROM, DECKS_SPREAD = 10**12, 6 * 10**11  # ms, in 2001-2020, as if made by hand


def deck_number(bank_id: str, inside: str = "") -> int:
    """Return the number of a bank's deck, or of the deck `inside` it."""
    key = f"{bank_id}\n{inside}" if inside else bank_id
    return DECKS_FROM + hashed(key) % DECKS_SPREAD


def preset_number(settings: str) -> int:
    """Return a number that is the same for the same settings."""
    return DECKS_FROM + hashed(settings) % DECKS_SPREAD


def note_number(question_id: str, created: datetime) -> int:
    """Return a number in the range of Anki's millisecond timestamps, never 0."""
    milliseconds = (created - UNIX_EPOCH) // MILLISECOND
    return max(milliseconds, EARLIEST) - hashed(question_id) % SPREAD


def unused(number: int, used: set[int]) -> int:
    """Return the first number from `number` on that isn't in `used`, and add it there."""
    while number in used:
        number += 1
    used.add(number)
    return number


def seconds(moment: datetime) -> int:
    """Return Unix time, at least 1."""
    return max(1, int(moment.timestamp()))


def hashed(text: str) -> int:
    digest = sha256(text.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big")
