"""Numbers that might be right: the same unit and precision, near, in the unit's range."""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice
from typing import TypeVar

Number = TypeVar("Number", int, float)

FIGURE = r"\d[\d,]*(?:\.\d+)?"
NUMBER = re.compile(FIGURE)
DIGITS = re.compile(r"\d+")
NATIVE = (
    "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두",
    "열세", "열네", "열다섯", "열여섯", "열일곱", "열여덟", "열아홉",
)  # fmt: skip
ORDINALS = ("첫", *NATIVE[1:])
TENS = ("열", "스무", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
DAYS = (
    "하루", "이틀", "사흘", "나흘", "닷새", "엿새", "이레", "여드레", "아흐레", "열흘",
)  # fmt: skip
FRACTION = re.compile(r"^(?P<low>\d+|[이삼사오])분의 ?(?P<high>\d+|일|이|삼|사)$")
FRACTIONS = ("2분의 1", "3분의 1", "3분의 2", "4분의 1", "4분의 3", "5분의 1", "5분의 2")
COMPOUND = re.compile(
    rf"^(?P<front>\D*)(?P<high>{FIGURE})(?P<unit>조|억|만)(?P<gap>\s?)"
    r"(?P<low>\d[\d,]*)(?P<rest>(?![\d,])\D*)$"
)
PAIR = re.compile(
    r"^(?P<front>\D*)(?P<high>\d+)(?P<one>시간|시|분|년|m)(?P<gap>\s?)(?P<low>\d+)"
    r"(?P<two>분|초|개월|cm)(?P<rest>\D*)$"
)
IN_ONE = {"시간": 60, "분": 60, "년": 12, "m": 100}
WORTH = {"조": 10**12, "억": 10**8, "만": 10**4}
RANGE = re.compile(
    rf"^(?P<front>\D*)(?P<low>{FIGURE})(?P<mid>[^\d~∼–-]{{0,4}}[~∼–-]\s?)(?P<high>{FIGURE})"
    r"(?P<rest>\D*)$"
)
# What a round figure of one digit might have been, by that digit.
ROUND = {
    1: (0.5, 0.8, 1.2, 1.5, 2),
    2: (1, 1.5, 2.5, 3, 4),
    3: (1.5, 2, 4, 5),
    4: (2, 3, 5, 6),
    5: (3, 4, 6, 7),
    6: (4, 5, 7, 8),
    7: (5, 6, 8, 9),
    8: (5, 6, 7, 9),
    9: (6, 7, 8, 12),
}
# unit -> lowest and highest value that it can have
LIMITS = {
    "%": (0.0, 100.0),
    "퍼센트": (0.0, 100.0),
    "월": (1.0, 12.0),
    "시": (0.0, 23.0),
    "분기": (1.0, 4.0),
    "세": (1.0, 100.0),
    "살": (1.0, 100.0),
    "개국": (2.0, 195.0),
    "세기": (1.0, 21.0),
    "요일": (1.0, 7.0),
}
ALONE_UNITS = ("번", "달", "살", "시", "해", "주", "개", "층", "판", "세트", "경기")
DECADE = re.compile(r"^대(?![가-힣])")
HALF = re.compile(r"(?P<extra>연장 ?)?(?:전반|후반) 몇 분")
SINGLE = re.compile(rf"^(?P<figure>{FIGURE}) ?(?P<unit>[^\d\s]*)$")
SINGLES = re.compile(rf"(?<![\d.,제])(?P<figure>{FIGURE}) ?(?P<unit>[^\d\s]+)")
TALL = re.compile(r"(?<![가-힣])(?:키|신장)[가는은이]? ")
KEPT = 5  # more are not needed


def moved_numbers(
    shown: str, text: str, chance: random.Random, prompt: str = ""
) -> list[str]:
    """Return what might stand for `shown` and doesn't stand in `text`, best first."""
    latest = latest_minute(prompt)
    found = (
        option
        for option in dict.fromkeys(options_of(shown, chance))
        if option != shown
        and minute(option) <= latest
        and not tells(text, option)
        and is_on_its_side(option, shown, prompt)
        and not (TALL.search(prompt) and is_too_tall(option))
    )
    return list(islice(found, KEPT))


def is_on_its_side(option: str, shown: str, prompt: str) -> bool:
    """Tell whether the option lies as the answer does: below the 2필 of '2필에서 줄어'."""
    one, other = SINGLE.match(option), SINGLE.match(shown)
    if not (one and other and other["unit"]):
        return True
    right, moved = as_number(other["figure"]), as_number(one["figure"])
    for found in SINGLES.finditer(prompt):
        if not found["unit"].startswith(other["unit"]) or found["unit"] == "년":
            continue
        told = as_number(found["figure"])
        if told != right and (moved - told) * (right - told) <= 0:
            return False
    return True


def is_too_tall(option: str) -> bool:
    match = re.match(r"(\d+) ?cm$", option)
    return match is not None and not 140 <= int(match[1]) <= 215


def latest_minute(prompt: str) -> float:
    """Return the last minute of the half that a prompt asks of: no 52nd of the first."""
    if match := HALF.search(prompt):
        return 15 if match["extra"] else 45
    return float("inf")


def minute(option: str) -> float:
    match = re.match(r"(\d+)분$", option)
    return int(match[1]) if match else 0


def tells(text: str, option: str) -> bool:
    """Tell whether `option` stands in `text` as a whole number: no 3명 in 13명."""
    figure = NUMBER.search(option)
    if figure is None:
        return option in text
    if figure[0] not in figures_of(text):
        return False
    for place in places_of(text, option):
        end = place + len(option)
        before, after = text[max(0, place - 1) : place], text[end : end + 1]
        whole = not (before.isdigit() or before in {",", "."}) or not option[0].isdigit()
        if whole and not (after.isdigit() and option[-1].isdigit()):
            return True
    return False


def places_of(text: str, option: str) -> list[int]:
    """Return where `option` stands in `text` by its first digits: a book is long."""
    digits = DIGITS.search(option)
    if digits is None:
        return []
    places = [place - digits.start() for place in digits_in(text).get(digits[0], ())]
    return [p for p in places if p >= 0 and text.startswith(option, p)]


@lru_cache(maxsize=2)  # the article, again and again
def digits_in(text: str) -> dict[str, list[int]]:
    """Return where each row of digits stands."""
    found: dict[str, list[int]] = defaultdict(list)
    for digits in DIGITS.finditer(text):
        found[digits[0]].append(digits.start())
    return found


@lru_cache(maxsize=2)  # the article, again and again
def figures_of(text: str) -> frozenset[str]:
    return frozenset(figure.rstrip(",") for figure in NUMBER.findall(text))


def options_of(shown: str, chance: random.Random) -> Iterable[str]:
    if FRACTION.match(shown):
        return drawn([f for f in FRACTIONS if f != shown], chance)
    if not NUMBER.search(shown):
        return moved_words(shown, chance)
    if match := RANGE.match(shown):
        return moved_range(match, chance)
    if match := COMPOUND.match(shown):
        return moved_compound(match, chance)
    if match := PAIR.match(shown):
        return moved_pair(match, chance)
    figures = list(NUMBER.finditer(shown))
    return moved_single(shown, figures[0], chance) if len(figures) == 1 else ()


def drawn(options: Iterable[str], chance: random.Random) -> list[str]:
    found = list(options)
    chance.shuffle(found)
    return found


def moved_words(shown: str, chance: random.Random) -> list[str]:
    """'세 명' -> '두 명', '네 명'; '첫 번째' -> '두 번째'; '사흘' -> '나흘'."""
    if shown in DAYS:
        return drawn(near_in(DAYS, DAYS.index(shown), 3), chance)
    first, _, rest = shown.partition(" ")
    ranks = rest.startswith(("번째", "째")) or first.endswith("째")
    row: tuple[str, ...] = ORDINALS if ranks else NATIVE
    if first in TENS[1:]:
        row = TENS
    if first not in row or not rest:
        return []
    place = row.index(first)
    near = near_in(row, place, 3)
    if not ranks and place > 0 and not rest.startswith(ALONE_UNITS[:6]):
        near = [n for n in near if n != "한"]  # 'into how many kinds': hardly one
    return [f"{n} {rest}" for n in balanced(row[place], near, row, chance)]


def near_in(row: tuple[str, ...], place: int, reach: int) -> list[str]:
    return [n for i, n in enumerate(row) if i != place and abs(i - place) <= reach]


def balanced(
    right: str, near: list[str], row: tuple[str, ...], chance: random.Random
) -> list[str]:
    lower = [n for n in near if row.index(n) < row.index(right)]
    return spread(lower[::-1], [n for n in near if n not in lower], chance)


def spread(lower: list[str], higher: list[str], chance: random.Random) -> list[str]:
    """Return three first whose place around the right one is drawn: not always round it.

    `lower` and `higher` run away from the right one.
    """
    count = min(3, len(lower) + len(higher))
    below = chance.randint(max(0, count - len(higher)), min(count, len(lower)))
    first = [*some(lower, below, chance), *some(higher, count - below, chance)]
    chance.shuffle(first)
    return [*first, *(o for o in [*lower, *higher] if o not in first)]


def some(options: list[str], count: int, chance: random.Random) -> list[str]:
    """Return `count` of the nearest options, not always the very nearest."""
    return chance.sample(options[: count + 1], min(count, len(options)))


def moved_single(shown: str, match: re.Match[str], chance: random.Random) -> list[str]:
    front, rest = shown[: match.start()], shown[match.end() :]
    lowest, highest = limits_of(front, rest, as_number(match[0]))
    if rest.strip() == "위":
        lowest, highest = max(1.0, as_number(match[0]) - 3), as_number(match[0]) + 3
    decimals = len(match[0].split(".")[1]) if "." in match[0] else 0
    comma = "," in match[0]
    values = near_values(as_number(match[0]), decimals)
    if DECADE.match(rest) and not front.endswith("제") and as_number(match[0]) % 10 == 0:
        values = [n * 10.0 for n in range(1, 10) if n * 10 != as_number(match[0])]
    if rest.startswith("여"):
        tens = [n * 10.0 for n in range(1, 7) if n * 10 != as_number(match[0])]
        values = tens if as_number(match[0]) < 60 else [v for v in values if v % 10 == 0]
    if rest[:1] in {"천", "백"}:
        highest = min(highest, 9)
    if rest[:1] in {"억", "만"}:
        highest = min(highest, 9999)
    kept = [v for v in values if lowest <= v <= highest]
    return placed(
        as_number(match[0]),
        kept,
        lambda v: front + format_number(v, decimals, comma or v >= 10000) + rest,
        chance,
    )


def placed(
    value: float,
    values: Iterable[Number],
    write: Callable[[Number], str],
    chance: random.Random,
) -> list[str]:
    """Return the options that `write` makes of `values`, around `value` or beside it."""
    values = list(values)
    lower = [write(v) for v in sorted(values, reverse=True) if v < value]
    return spread(lower, [write(v) for v in sorted(values) if v > value], chance)


def as_number(figure: str) -> float:
    return float(figure.replace(",", ""))


def limits_of(front: str, rest: str, value: float) -> tuple[float, float]:
    """Return the lowest and highest value that the unit can have, never across `value`."""
    unit = rest.strip()
    for name in sorted(LIMITS, key=len, reverse=True):
        if unit.startswith(name) and not (name in {"시", "세"} and unit[1:2].isalpha()):
            low, high = LIMITS[name]
            if name == "시" and front.strip() in {"오전", "오후"}:
                low, high = 1.0, 11.0
            if low <= value <= high:
                return low, high
    tiny = 1.0 if value >= 1 else 0.0
    return tiny, float("inf")


def near_values(value: float, decimals: int) -> list[float]:
    """Return values of the same precision, 8 to 60 % away: 412 -> 356, 447, 489."""
    if decimals:
        step = 10.0**-decimals
        return tidy_steps(value / step, step)
    whole = int(value)
    zeros = len(str(whole)) - len(str(whole).rstrip("0")) if whole else 0
    figures, step = whole // 10**zeros, 10.0**zeros
    if figures < 10 and zeros:
        return [m * step for m in ROUND[figures] if (m * step).is_integer()]
    if whole <= 12:
        return [float(n) for n in range(max(1, whole - 4), whole + 5) if n != whole]
    return tidy_steps(float(figures), step)


def tidy_steps(figures: float, step: float) -> list[float]:
    """Move `figures` (whole steps) by shares of itself; a round one stays round."""
    count = round(figures)
    if count <= 12:
        return [n * step for n in range(max(1, count - 4), count + 5) if n != count]
    if count % 5 == 0 and step >= 1:
        unit = 25 if count >= 100 and count % 25 == 0 else 5
        reach = max(unit, round(count * 0.12 / unit) * unit)
        moves = [reach * k for k in (-4, -3, -2, -1, 1, 2, 3, 4)]
    else:
        least = max(2, round(count * 0.07))
        moves = [round(least * k) for k in (-5.3, -3.9, -2.6, -1.3, 1.3, 2.6, 3.9, 5.3)]
    found = [count + m for m in moves if count * 0.4 < count + m < count * 1.7]
    # A figure that ends in 0 would be shorter than the others: 23.0 beside 23.4.
    rounds = (count % 5 == 0 and step >= 1) or count % 10 == 0
    return [(n + 1 if n % 10 == 0 and not rounds else n) * step for n in found]


def moved_compound(match: re.Match[str], chance: random.Random) -> list[str]:
    """'3만 2,415명' -> '2만 8,930명': the whole moves, the form stays."""
    unit, low_unit = WORTH[match["unit"]], worth_of(match["rest"])
    if low_unit >= unit:
        return []
    size = unit // low_unit
    value = as_number(match["high"]) * size + as_number(match["low"])
    values = [
        v
        for v in near_values(value, 0)
        if v % size and v >= size and len(f"{int(v % size)}") == len(f"{int(value % size)}")
    ]
    comma = "," in match["low"]

    def write(v: float) -> str:
        high = format_number(v // size, 0, "," in match["high"])
        low = format_number(v % size, 0, comma)
        return f"{match['front']}{high}{match['unit']}{match['gap']}{low}{match['rest']}"

    return placed(value, values, write, chance)


def worth_of(rest: str) -> int:
    """Return what one of the lower part is worth: 1,000 of '천 명', 10,000 of '만 원'."""
    thousand = rest.startswith("천")
    return (1000 if thousand else 1) * WORTH.get(rest[thousand : thousand + 1], 1)


def moved_pair(match: re.Match[str], chance: random.Random) -> list[str]:
    """'1시간 30분' -> '1시간 50분', '2시간 10분'."""
    if (match["one"], match["two"]) == ("시", "분"):
        return moved_time(match, chance)
    size = IN_ONE.get(match["one"], 0)
    if (match["one"], match["two"]) not in {
        ("시간", "분"), ("분", "초"), ("년", "개월"), ("m", "cm"),
    }:  # fmt: skip
        return []
    value = int(match["high"]) * size + int(match["low"])
    step = 10 if value % 10 == 0 else 5 if value % 5 == 0 else 1
    least = max(step, round(value * 0.1 / step) * step)
    values = [value + least * k for k in (-4, -3, -2, -1, 1, 2, 3, 4)]

    def write(v: int) -> str:
        high, low = divmod(v, size)
        text = f"{high}{match['one']}{match['gap']}{low}{match['two']}"
        return f"{match['front']}{text}{match['rest']}"

    return placed(value, [v for v in values if v > size and v % size], write, chance)


def moved_time(match: re.Match[str], chance: random.Random) -> list[str]:
    """'오후 2시 30분' -> '오후 4시 30분': the hour moves."""
    hour = int(match["high"])
    low, high = limits_of(match["front"], "시", hour)
    hours = [hour + n for n in (-3, -2, -1, 1, 2, 3) if low <= hour + n <= high]
    rest = f"시{match['gap']}{match['low']}{match['two']}{match['rest']}"
    return placed(hour, hours, lambda h: f"{match['front']}{h}{rest}", chance)


def moved_range(match: re.Match[str], chance: random.Random) -> list[str]:
    """'63~75 cm' -> '56~68 cm': as wide, elsewhere."""
    numbers = match["low"], match["high"]
    low, high = map(as_number, numbers)
    decimals = max(len(n.split(".")[1]) if "." in n else 0 for n in numbers)
    step = 10.0 ** (min(map(zeros_of, numbers)) - decimals)
    if high <= low:
        return []
    move = max(step, round(max((high - low) * 0.6, low * 0.12) / step) * step)
    lowest, highest = limits_of(match["front"], match["rest"], high)
    moves = [k * move for k in (-3, -2, -1, 1, 2, 3)]
    values = [
        low + m
        for m in moves
        if lowest <= low + m
        and high + m <= highest
        and low * 0.4 < low + m < low + high * 1.5
    ]

    def write(v: float) -> str:
        one = format_number(v, decimals if "." in numbers[0] else 0, "," in numbers[0])
        two = format_number(
            v + high - low, decimals if "." in numbers[1] else 0, "," in numbers[1]
        )
        return f"{match['front']}{one}{match['mid']}{two}{match['rest']}"

    kept = [v for v in values if v > 0 and fits_precision(v, numbers[0], step)]
    return placed(low, kept, write, chance)


def zeros_of(figure: str) -> int:
    """Return how many zeros a figure ends in: 2 of 6,200, 1 of 13.60."""
    digits = re.sub(r"\D", "", figure)
    return len(digits) - len(digits.rstrip("0")) if digits.strip("0") else 0


def fits_precision(value: float, figure: str, step: float) -> bool:
    """Tell whether `value` is written as shortly as `figure`: no 4.6 where 5 stood."""
    return "." in figure or step >= 1 or abs(value - round(value)) < step / 10


def format_number(value: float, decimals: int, comma: bool) -> str:
    pattern = f"{{:{',' if comma else ''}.{decimals}f}}"
    return pattern.format(value)
