"""Dates that might be right: as precise, within the story's years, never after it."""

import datetime
import random
import re

from quiz.language.english.moments import FULL_YEAR
from quiz.language.english.number_options import stands_in
from quiz.language.english.wordlists import MONTHS

KEPT = 5
STEPS = (-12, -9, -7, -5, -4, -3, -2, 2, 3, 4, 5, 7, 9, 12)
NEAR_STEPS = (-6, -5, -4, -3, -2, -1, 1, 2, 3, 4)
DAY = re.compile(r"\b(\d{1,2})(?= (?:" + "|".join(MONTHS) + r")\b)|(?<=\s)(\d{1,2})(?=,)")


def moved_dates(
    shown: str, text: str, chance: random.Random, today: datetime.date | None, prompt: str
) -> list[str]:
    """Return dates of another year, or of another day or month of the told year."""
    years = FULL_YEAR.findall(shown)
    if not years:
        return moved_centuries(shown, chance)
    if years[0] in prompt or (today and int(years[-1]) >= today.year):
        return moved_months(shown, chance)
    options = []
    steps = list(STEPS if not today or today.year - int(years[0]) > 10 else NEAR_STEPS)
    chance.shuffle(steps)
    for step in steps:
        if today is not None and int(years[-1]) + step > today.year >= int(years[-1]):
            continue
        option = moved_years(shown, step)
        if not any(str(int(y) + step) in text for y in years):
            options.append(option)
    return [o for o in options if not stands_in(o, text)][:KEPT]


def moved_years(shown: str, step: int) -> str:
    return FULL_YEAR.sub(lambda match: str(int(match[1]) + step), shown)


def moved_months(shown: str, chance: random.Random) -> list[str]:
    """Return the same date in other months of the year."""
    month = next((m for m in MONTHS if m in shown), "")
    if not month:
        return []
    place = MONTHS.index(month)
    others = [m for n, m in enumerate(MONTHS) if 0 < abs(n - place) <= 4]
    day = DAY.search(shown)
    if day and int(day[0]) > 28:
        others = [m for m in others if m not in {"February"}]
    if day and int(day[0]) > 30:
        others = [m for m in others if m not in {"April", "June", "September", "November"}]
    chance.shuffle(others)
    return [shown.replace(month, other) for other in others][:KEPT]


def moved_centuries(shown: str, chance: random.Random) -> list[str]:
    """'the second half of the 12th century' -> '... of the 11th century'."""
    match = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)(?= century)", shown)
    if match is None:
        return []
    number = int(match[1])
    near = [n for n in range(number - 3, number + 4) if n != number and 1 <= n <= 21]
    chance.shuffle(near)
    return [shown.replace(match[0], ordinal(n)) for n in near][:KEPT]


def ordinal(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
