"""Dates that might be right: as precise, within the story's years, never after it."""

import datetime
import random
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice

from quiz.language.korean.number_options import spread, tells
from quiz.language.korean.state_periods import span_of_states

YEAR = re.compile(r"(?<!\d)(?P<year>\d{1,4})(?=년(?!대))")
DECADE = re.compile(r"(?<!\d)(?P<year>\d{2,4})(?=년대)")
CENTURY = re.compile(r"(?<!\d)(?P<year>\d{1,2})(?=세기)")
MONTH = re.compile(r"(?<!\d)(?P<month>\d{1,2})(?=월)")
HALF = re.compile(r"(?P<year>\d{4})년 (?P<half>상반기|하반기|[1-4]분기)")
HALVES = ("상반기", "하반기")
QUARTERS = ("1분기", "2분기", "3분기", "4분기")
DAY = re.compile(r"(?<!\d)(?P<day>\d{1,2})(?=일)")
TOLD_YEAR = re.compile(r"(?<!\d)(\d{3,4})년")
LONGEST_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LIFE = re.compile(
    r"\([^()]{0,20}(?P<born>1\d{3}|20\d{2})년?[^()~∼–-]{0,14}"
    r"[~∼–-] ?(?P<died>1\d{3}|20\d{2})"
)
OPENING = 300  # characters of an article in which the life that it tells is dated
MANY, MODERN = 3, 1900  # years that a text of our times must name to be bounded by them
KEPT, FAR = 5, 12
Day = datetime.date


def moved_dates(
    shown: str,
    text: str,
    chance: random.Random,
    today: Day | None = None,
    prompt: str = "",
) -> list[str]:
    """Return what might stand for `shown`; `today` is when the article was written.

    One part of the date moves, the same in all options, so that none stands out: the
    year, or the month and then the day where the prompt tells the year.
    """
    mover = mover_of(shown, today, prompt)
    found = mover(shown, text, chance, today) if mover else ()
    kept = (o for o in dict.fromkeys(found) if o != shown and not tells(text, o))
    return list(islice((o for o in kept if can_be(o, shown, prompt)), KEPT))


def can_be(option: str, shown: str, prompt: str) -> bool:
    """Tell whether it lies as the answer does: after 1987 where the prompt says 1987."""
    for part in (YEAR, CENTURY):
        one, other = part.search(option), part.search(shown)
        if one and other:
            year, right = int(one["year"]), int(other["year"])
            found = part.findall(prompt) if part is CENTURY else TOLD_YEAR.findall(prompt)
            told = {int(t) for t in found} - {right}
            if year in told or not all((t < right) == (t < year) for t in told):
                return False
    return fits_states(option, shown, prompt)


def fits_states(option: str, shown: str, prompt: str) -> bool:
    """Tell whether the state that the prompt names was there at the time of `option`.

    Where it wasn't at the time of `shown` either, the prompt tells of something else.
    """
    first, last = span_of_states(prompt)
    if first < -9000 or "기원전" in shown:
        return True

    def fits(text: str) -> bool:
        return all(from_ <= last and to >= first for from_, to in spans_of(text))

    return fits(option) or not fits(shown)


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return the first and last years of the years, decades and centuries in `text`."""
    centuries = [int(c) for c in CENTURY.findall(text)]
    decades = [int(d) for d in DECADE.findall(text)]
    years = [int(y) for y in YEAR.findall(text) if int(y) >= 100]
    return [
        *((100 * c - 99, 100 * c) for c in centuries),
        *((d, d + 9) for d in decades if d >= 100),
        *((y, y) for y in years),
    ]


Mover = Callable[[str, str, random.Random, Day | None], list[str]]


def mover_of(shown: str, today: Day | None, prompt: str) -> Mover | None:
    """Return what moves the part of the date that a learner would not know."""
    if HALF.search(shown):
        return moved_halves
    if CENTURY.search(shown):
        return moved_centuries
    if DECADE.search(shown):
        return moved_decades
    year = YEAR.search(shown)
    if year and "기원전" in shown:
        return moved_years
    newest = year and today and int(year["year"]) >= today.year - 1
    if year and not (newest and MONTH.search(shown)) and f"{year['year']}년" not in prompt:
        return moved_years
    if DAY.search(shown) and MONTH.search(shown):
        return moved_days
    if MONTH.search(shown):
        return moved_months
    return moved_years if year else None


def moved_years(
    shown: str, text: str, chance: random.Random, today: Day | None
) -> list[str]:
    """All years of the answer move by as much; a span keeps its length."""
    years = [int(y) for y in YEAR.findall(shown)]
    first, last = years[0], years[-1]
    low, high = span_of_story(text, first, last, today)
    steps = [s for s in steps_of(first, today) if low <= first + s and last + s <= high]
    near = sorted((s for s in steps), key=abs)

    def write(step: int) -> str:
        return YEAR.sub(lambda m: str(int(m["year"]) + step), shown)

    told = years_of(text) - set(years)
    fresh = [s for s in near if first + s not in told]
    return around(fresh, write, chance)


@lru_cache(maxsize=2)
def years_of(text: str) -> frozenset[int]:
    return frozenset(map(int, TOLD_YEAR.findall(text)))


def span_of_story(text: str, first: int, last: int, today: Day | None) -> tuple[int, int]:
    """Return the first and last year that the story might tell of."""
    told = years_of(text) if first >= 100 else frozenset()
    near = [y for y in told if abs(y - first) <= 60]
    low, high = min([*near, first]) - 4, max([*near, last]) + 4
    low, high = min(low, first - FAR), max(high, last + FAR)
    if len(near) >= MANY and first >= MODERN:
        low, high = min([*near, first]), max([*near, last])
        low, high = low - (first - low < 4) * 4, high + (high - last < 4) * 4
    if life := LIFE.search(text[:OPENING]):
        born, died = int(life["born"]), int(life["died"])
        if born <= first and last <= died:
            low, high = born, died  # nobody does anything before or after
    if first < 100:
        low, high = 1, last + FAR  # the year of a reign
    if today is not None and last <= today.year:
        high = min(high, today.year)
    if today is not None and first > today.year:
        low = max(low, today.year)
    return low, high


def steps_of(year: int, today: Day | None) -> tuple[int, ...]:
    """Return how far a wrong year lies: a recent one is better known."""
    if year < 100:
        return (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)
    if today is not None and 0 <= today.year - year <= 8:
        return (-8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5)
    if year < 1000:
        return (-12, -9, -7, -5, -4, -3, 3, 4, 5, 7, 9, 12)
    return (-12, -10, -8, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 8, 10, 12)


def moved_halves(
    shown: str, text: str, chance: random.Random, today: Day | None
) -> list[str]:
    """'2026년 상반기' -> '2026년 하반기', '2027년 상반기': not past if that is to come."""
    match = HALF.search(shown)
    assert match is not None
    units = QUARTERS if match["half"].endswith("분기") else HALVES
    if match["half"] not in units:
        return []
    count = len(units)
    right = int(match["year"]) * count + units.index(match["half"])
    now = today.year * count + (today.month - 1) * count // 12 if today else None
    places = [right + step for step in range(-4, 5) if step]
    if now is not None:
        places = [p for p in places if (p > now) == (right > now)]

    def write(step: int) -> str:
        year, part = divmod(right + step, count)
        return shown.replace(match[0], f"{year}년 {units[part]}")

    return around([p - right for p in places], write, chance)


def moved_decades(
    shown: str, text: str, chance: random.Random, today: Day | None
) -> list[str]:
    latest = today.year if today else 2100
    match = DECADE.search(shown)
    assert match is not None
    whole = int(match["year"])

    def write(step: int) -> str:
        return DECADE.sub(lambda m: str(int(m["year"]) + step), shown)

    if whole < 100:
        steps = [s for s in (-30, -20, -10, 10, 20, 30) if 0 < whole + s < 100]
    else:
        steps = [s for s in (-30, -20, -10, 10, 20, 30) if whole + s <= latest]
    return around(steps, write, chance)


def moved_centuries(
    shown: str, text: str, chance: random.Random, today: Day | None
) -> list[str]:
    centuries = [int(c) for c in CENTURY.findall(shown)]
    latest = max(20, centuries[-1])  # of the past nobody takes the 21st for the 20th
    if "기원전" in shown:
        latest = 30
    steps = [
        s for s in (-2, -1, 1, 2) if centuries[0] + s >= 1 and centuries[-1] + s <= latest
    ]

    def write(step: int) -> str:
        return CENTURY.sub(lambda m: str(int(m["year"]) + step), shown)

    return around(steps, write, chance)


def moved_months(
    shown: str, text: str, chance: random.Random, today: Day | None
) -> list[str]:
    months = [int(m) for m in MONTH.findall(shown)]
    newest = is_of(shown, today)
    latest = today.month if newest and today and months[-1] <= today.month else 12
    steps = [
        s
        for s in (-4, -3, -2, -1, 1, 2, 3, 4)
        if min(months) + s >= 1 and max(months) + s <= latest
    ]

    def write(step: int) -> str:
        return MONTH.sub(lambda m: str(int(m["month"]) + step), shown)

    options = around(steps, write, chance)
    return [o for o in options if is_valid(o)]


def moved_days(
    shown: str, text: str, chance: random.Random, today: Day | None
) -> list[str]:
    """Days move by as much and stay in their months; none lies after the article."""
    days = [int(d) for d in DAY.findall(shown)]
    if len(days) != len(MONTH.findall(shown)):
        return []
    newest = is_of(shown, today)
    month = int(MONTH.findall(shown)[-1])
    latest = 31
    if newest and today and (month, days[-1]) <= (today.month, today.day):
        latest = today.day if month == today.month else 31
    steps = [
        s
        for s in (-9, -7, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 7, 9)
        if min(days) + s >= 1 and max(days) + s <= latest
    ]

    def write(step: int) -> str:
        return DAY.sub(lambda m: str(int(m["day"]) + step), shown)

    return [o for o in around(steps, write, chance) if is_valid(o)]


def is_of(shown: str, today: Day | None) -> bool:
    """Tell whether the date is one of the article's own year, as far as it says."""
    year = YEAR.search(shown)
    return today is not None and (year is None or int(year["year"]) == today.year)


def is_valid(shown: str) -> bool:
    """Tell whether there is such a day: no 31 April."""
    months, days = MONTH.findall(shown), DAY.findall(shown)
    return all(
        0 < int(month) <= 12 and int(day) <= LONGEST_MONTH[int(month) - 1]
        for month, day in zip(months, days, strict=False)
    )


def around(
    steps: Iterable[int], write: Callable[[int], str], chance: random.Random
) -> list[str]:
    near = sorted(steps, key=abs)
    lower = [write(step) for step in near if step < 0]
    return spread(lower, [write(step) for step in near if step > 0], chance)
