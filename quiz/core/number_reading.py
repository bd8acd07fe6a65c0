"""Numbers and dates as people write them: 10억, 1,000,000,000, 십억, ten, 2017년 10월."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quiz.core.english_numbers import count_words

SMALL_SCALES = {"십": 10, "백": 100, "천": 1000}
LARGE_SCALES = {
    "만": 10**4,
    "억": 10**8,
    "조": 10**12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
SCALES = {**SMALL_SCALES, "hundred": 100, **LARGE_SCALES}
SINO = dict(zip("영일이삼사오육칠팔구", range(10), strict=True)) | {"공": 0, "륙": 6}
NATIVE_TENS = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50,
    "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip
NATIVE_ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4,
    "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
NATIVE_DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6,
    "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15,
}  # fmt: skip
ABOUT = re.compile(
    r"^(?:(?:약|대략|총|모두|무려|만\s(?=\d))\s*"
    r"|(?:about|some|around|nearly|almost|approximately|roughly|over|more than|at least"
    r"|up to|aged)(?:\s+|(?=\d)))"
)
LITERAL = re.compile(r"\d+(?:\.\d+)?")
SCALE = re.compile("|".join(sorted(SCALES, key=len, reverse=True)))
SINO_RUN = re.compile(f"[{''.join(SINO)}{''.join(SMALL_SCALES)}만억조]+")
NATIVE = re.compile(
    f"({'|'.join(NATIVE_TENS)})?({'|'.join(sorted(NATIVE_ONES, key=len, reverse=True))})?"
)
ENGLISH_WORD = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
ENGLISH_RUN = re.compile(r"(?:(?:[a-z]+|\d+(?:\.\d+)?)[ -]*)*")
CURRENCY = re.compile(r"^(us\$|[$€£₩¥]|(?:rmb|usd|krw|eur|gbp)(?=\s*\d))")
# What may follow an English unit and is no part of it: 35 years old.
AFTER_UNIT = re.compile(
    r"\s+(?:(?:old|long|high|tall|wide|deep|away)\b|(?:of|in|or|around)\s+\S).*$"
)
UNIT_NAMES = {
    "%": "percent", "퍼센트": "percent", "프로": "percent", "percent": "percent",
    "원": "won", "₩": "won", "won": "won", "krw": "won",
    "달러": "dollar", "$": "dollar", "us$": "dollar", "usd": "dollar",
    "위안": "yuan", "위안화": "yuan", "元": "yuan", "rmb": "yuan", "cny": "yuan",
    "살": "세", "명": "사람", "사람": "사람", "인": "사람", "people": "사람",
    "킬로미터": "km", "미터": "m", "센티미터": "cm", "킬로그램": "kg", "그램": "g",
    "년도": "년", "해": "년", "year": "년", "시간": "hour", "hr": "hour", "h": "hour",
    "person": "사람", "pound": "£", "gbp": "£", "euro": "€", "eur": "€",
    "usdollar": "dollar",
    "kilometre": "km", "kilometer": "km", "metre": "m", "meter": "m", "centimetre": "cm",
    "centimeter": "cm", "millimetre": "mm", "millimeter": "mm", "kilogramme": "kg",
    "kilogram": "kg", "kilo": "kg", "gramme": "g", "gram": "g", "litre": "l", "liter": "l",
    "tonne": "t", "mile": "mi", "foot": "ft", "feet": "ft", "inch": "in", "inche": "in",
    "minute": "min", "second": "sec", "yr": "년", "percentage": "percent",
    "squarekilometre": "km2", "squarekilometer": "km2", "squaremetre": "m2",
    "squaremeter": "m2", "제곱킬로미터": "km2", "제곱미터": "m2", "degreescelsiu": "°c",
    "degreecelsiu": "°c", "kilometresperhour": "km/h", "kilometersperhour": "km/h",
    "kmperhour": "km/h", "kph": "km/h", "milesperhour": "mph",
}  # fmt: skip
MONTHS = {
    "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3,
    "apr": 4, "april": 4, "may": 5, "jun": 6, "june": 6, "jul": 7, "july": 7,
    "aug": 8, "august": 8, "sep": 9, "sept": 9, "september": 9, "oct": 10,
    "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
}  # fmt: skip
DATE_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<y>\d{4})년(?:도)?(?:(?P<m>\d{1,2})월(?:(?P<d>\d{1,2})일)?)?",
        r"(?P<m>\d{1,2})월(?:(?P<d>\d{1,2})일)?",
        r"(?P<d>\d{1,2})일",
        r"(?P<y>\d{4})(?:[-./](?P<m>\d{1,2})(?:[-./](?P<d>\d{1,2})\.?)?)?",
        r"(?P<name>[a-z]+)\.?(?P<d>\d{1,2})(?:st|nd|rd|th)?,(?P<y>\d{4})",
        r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?P<name>[a-z]+)\.?,?(?P<y>\d{4})?",
        r"(?P<name>[a-z]+)\.?,?(?P<y>\d{4})",
        r"(?P<y>\d{4}),?(?P<name>[a-z]+)\.?",
        r"(?P<name>[a-z]+)\.?(?P<d>\d{1,2})(?:st|nd|rd|th)?",
    )
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and the name of its unit, "" where none is given."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class DateParts:
    """A date as far as it is told; None for what is left open."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def told(self) -> dict[str, int]:
        parts = {"year": self.year, "month": self.month, "day": self.day}
        return {name: value for name, value in parts.items() if value is not None}


def tidy(text: str) -> str:
    """Fold width and case and take the commas out of numbers."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    return re.sub(r"(?<=\d),(?=\d{3})", "", folded)


def read_amount(text: str) -> Amount | None:
    """Read the number that `text` begins with, and call the rest its unit."""
    text = ABOUT.sub("", tidy(text))
    sign = CURRENCY.match(text)
    if sign:
        text = text[sign.end() :].lstrip()
    for name, days in NATIVE_DAYS.items():
        if text.startswith(name):
            return Amount(Decimal(days), f"일{text.removeprefix(name).strip()}")
    value, rest = read_number(text)
    if value is None:
        return None
    return Amount(value, unit_name(rest, sign[0] if sign else ""))


def unit_name(rest: str, sign: str) -> str:
    """Return the one name of the unit told after a number, or by a `sign` before it."""
    unit = re.sub(r"[\s.]", "", AFTER_UNIT.sub("", rest)) or sign
    if unit.isascii() and unit not in UNIT_NAMES and len(unit) > 2:
        unit = unit.removesuffix("s")
    return UNIT_NAMES.get(unit, unit)


def read_number(text: str) -> tuple[Decimal | None, str]:
    """Return the number at the start of `text` and what follows it."""
    if re.match(r"[-+−]?\d", text):
        return read_digits(text)
    if (run := SINO_RUN.match(text)) and (value := sino_value(run[0])) is not None:
        return value, text[run.end() :]
    native = NATIVE.match(text)
    if native and native[0]:
        counted = NATIVE_TENS.get(native[1], 0) + NATIVE_ONES.get(native[2], 0)
        return Decimal(counted), text[native.end() :]
    return read_english(text)


def read_english(text: str) -> tuple[Decimal | None, str]:
    """Read a number in English words, such as twenty-three or half a million."""
    found = list(ENGLISH_WORD.finditer(ENGLISH_RUN.match(text)[0]))  # type: ignore[index]
    counted = count_words([word[0] for word in found]) if found else None
    if counted is None or counted.is_ordinal:
        return None, text
    return counted.value, text[found[counted.end - 1].end() :]


def read_digits(text: str) -> tuple[Decimal, str]:
    """Read numbers such as 1억 2천만, 3만5천, 1.5 and -4."""
    minus = text[0] in "-−"
    at = 1 if text[0] in "-+−" else 0
    total, section, current = Decimal(0), Decimal(0), None
    while True:
        space = len(text[at:]) - len(text[at:].lstrip())
        if current is None and (literal := LITERAL.match(text, at + space)):
            current, at = Decimal(literal[0]), literal.end()
        elif (scale := SCALE.match(text, at + space)) and (current or section):
            total, section = scaled(total, section, current, scale[0])
            current, at = None, scale.end()
        else:
            break
    value = total + section + (current or 0)
    return (-value if minus else value), text[at:]


def scaled(
    total: Decimal, section: Decimal, current: Decimal | None, scale: str
) -> tuple[Decimal, Decimal]:
    if scale in LARGE_SCALES:
        return total + (section + (current or 0)) * LARGE_SCALES[scale], Decimal(0)
    return total, section + (1 if current is None else current) * SCALES[scale]


def sino_value(run: str) -> Decimal | None:
    """Return what a run such as 삼십오 or 이천만 counts; None when it counts nothing."""
    total, section, current = Decimal(0), Decimal(0), None
    for letter in run:
        if letter in SINO:
            if current is not None:
                return None  # two digits in a row are a code, not a number
            current = Decimal(SINO[letter])
        elif letter in LARGE_SCALES and current is None and not section:
            section = Decimal(0)
            total = max(total, Decimal(1)) * LARGE_SCALES[letter]
        else:
            total, section = scaled(total, section, current, letter)
            current = None
    return total + section + (current or 0)


def read_date(text: str) -> DateParts | None:
    """Read a date that is told in digits; None when anything else stands there."""
    text = re.sub(r"\bthe\s+(?=\d)|(?<=[a-z])\s+of\s+(?=[a-z])", "", tidy(text))
    text = re.sub(r"\s+", "", text).removeprefix("서기")
    for shape in DATE_SHAPES:
        if match := shape.fullmatch(text):
            return date_parts(match.groupdict())
    return None


def date_parts(found: dict[str, str | None]) -> DateParts | None:
    name = found.get("name")
    if name is not None and name not in MONTHS:
        return None
    year, day = found.get("y"), found.get("d")
    month = MONTHS[name] if name else int(found.get("m") or 0) or None
    parts = DateParts(int(year) if year else None, month, int(day) if day else None)
    return parts if is_real(parts) else None


def is_real(parts: DateParts) -> bool:
    try:
        date(parts.year or 2000, parts.month or 1, parts.day or 1)
    except ValueError:
        return False
    return True
