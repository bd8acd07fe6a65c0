"""English numbers in words: twenty-three, one and a half million, nineteen eighty-four."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
ORDINALS = {
    "first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight",
    "ninth": "nine", "twelfth": "twelve",
    **{f"{word}th": word for word in (*ONES, *SCALES)},
    **{f"{word[:-1]}ieth": word for word in TENS},
}  # fmt: skip
ROMAN = {
    "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11,
    "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16,
}  # fmt: skip
LITERAL = re.compile(r"\d+(?:\.\d+)?")
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number told by the words before `end`; of an ordinal, what it counts."""

    value: Decimal
    end: int
    is_ordinal: bool = False


def count_words(words: Sequence[str], start: int = 0) -> Counted | None:
    """Read the number that begins with `words[start]`, all in small letters.

    A literal such as 1.2 is only read before hundred, million and the like.
    """
    total, (current, at) = Decimal(0), leading(words, start)
    while at < len(words):
        word = words[at]
        plain = ORDINALS.get(word, word)
        if words[at : at + 3] == ["and", "a", "half"] and current is not None:
            current, at = current + HALF, at + 3
            continue
        if plain in SCALES and current is not None:
            total, current = scaled(total, current, SCALES[plain])
        elif (added := ONES.get(plain, TENS.get(plain))) is not None and (
            joins(current, added)
        ):
            current = (current or Decimal(0)) + added
        elif word == "and" and goes_on(words, at, total, current):
            at += 1
            continue
        else:
            break
        at += 1
        if plain != word:
            return Counted(total + (current or 0), at, is_ordinal=True)
    if at == start or (current is None and not total):
        return None
    return year_told(words, Counted(total + (current or 0), at))


def leading(words: Sequence[str], start: int) -> tuple[Decimal | None, int]:
    """Read what is only a number before a scale (a, half a, 1.5), and say where it ends."""
    word, after = words[start], [*words[start + 1 : start + 3], "", ""]
    if word == "half" and after[0] == "a" and after[1] in SCALES:
        return HALF, start + 2
    if after[0] in SCALES and word == "a":
        return Decimal(1), start + 1
    if after[0] in SCALES and LITERAL.fullmatch(word):
        return Decimal(word), start + 1
    return None, start


def joins(current: Decimal | None, added: int) -> bool:
    """Tell whether a number goes on with `added`: twenty three, hundred five."""
    if current is None:
        return True
    if added < 10 and current % 100 in set(TENS.values()):
        return True
    return current >= 100 and current % 100 == 0


def goes_on(words: Sequence[str], at: int, total: Decimal, current: Decimal | None) -> bool:
    """Tell whether the "and" at `at` stands inside a number: a hundred and five."""
    after = words[at + 1] if at + 1 < len(words) else ""
    after = ORDINALS.get(after, after)
    is_open = (current or 0) >= 100 if current is not None else total > 0
    return is_open and (after in ONES or after in TENS)


def scaled(total: Decimal, current: Decimal, scale: int) -> tuple[Decimal, Decimal | None]:
    if scale in {12, 100}:
        return total, current * scale
    return total + current * scale, None


def year_told(words: Sequence[str], counted: Counted) -> Counted:
    """Read nineteen eighty-four as the year."""
    if not 10 <= counted.value <= 99 or counted.value % 1 or counted.end >= len(words):
        return counted
    first = words[counted.end]
    if first not in TENS and ONES.get(first, 0) < 10:
        return counted
    rest = count_words(words, counted.end)
    if rest is None or rest.is_ordinal or rest.value > 99:
        return counted
    return Counted(counted.value * 100 + rest.value, rest.end)


def in_digits(words: Sequence[str]) -> list[str]:
    """Return `words` with their numbers in digits: third is 3rd, World War Two ... 2."""
    told, at = [], 0
    while at < len(words):
        if counted := count_words(words, at):
            told.append(written(counted))
            at = counted.end
            continue
        word = words[at]
        told.append(str(ROMAN[word]) if at and word in ROMAN else word)
        at += 1
    return told


def written(counted: Counted) -> str:
    digits = f"{counted.value:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits + (ending(int(counted.value)) if counted.is_ordinal else "")


def ending(value: int) -> str:
    if value % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
