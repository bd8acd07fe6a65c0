"""Dates as the article tells them -> the dates that are meant."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from quiz.core.article import Article
from quiz.language.english.wordlists import MONTHS, WEEKDAYS

MONTH = "|".join((*MONTHS, *(m[:3] + r"\." for m in MONTHS)))
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
FULL_YEAR = re.compile(rf"(?<![\d,.$£€])\b({YEAR})\b(?!\d|,\d|%)")
IN_YEAR = rf"(?:,? (?P<year>{YEAR}))?"
DAY_MONTH = re.compile(
    rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH}){IN_YEAR}"
)
MONTH_DAY = re.compile(
    rf"\b(?P<month>{MONTH}) (?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\d){IN_YEAR}"
)
MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH})(?: of)?(?:,? (?P<year>{YEAR}))?")
SAME_YEAR = re.compile(r"\b(?:that|the same) year\b")
SPRING_ENDS = 5  # the month until which 'last summer' can only be the year before's
NEWS = re.compile(
    rf"\b(?:on (?:{'|'.join(WEEKDAYS)})|yesterday|(?:this|last|next) (?:week|month|year|"
    r"season|summer|spring|autumn|winter))\b"
)
DECADE = re.compile(r"\b\d{3}0s\b")
CENTURY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th) century\b|\b\w+(?:th|st|nd|rd) century\b")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as it is asked: `precision` is day, month, year, or era; "" if unclear."""

    shown: str
    precision: str
    year: int | None = None
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the article was written and how it writes dates; `year` was told last."""

    today: date | None
    day_first: bool
    year: int | None = None
    newest: int | None = None  # the last year that the article tells of
    fresh: bool = False  # it reports what has just happened


def calendar_of(article: Article) -> Calendar:
    british = bool(DAY_MONTH.search(article.text)) or not MONTH_DAY.search(article.text)
    years = [int(y) for y in FULL_YEAR.findall(article.text)]
    today = article.date
    told = [y for y in years if today is None or y <= today.year]
    fresh = today is not None and bool(NEWS.search(article.text))
    return Calendar(today, british, newest=max(told, default=None), fresh=fresh)


def last_year_in(text: str) -> int | None:
    """Return the year that the text tells last."""
    years = FULL_YEAR.findall(text)
    return int(years[-1]) if years else None


def is_told_later(surface: str, text: str, start: int) -> bool:
    """Tell 'the following year' before the sentence's own year: it follows another."""
    points = re.search(r"\b(?:following|next|that|same) year", surface)
    return bool(points and last_year_in(text) and not last_year_in(text[:start]))


def read_moment(text: str, calendar: Calendar, past: bool = True) -> Moment | None:
    """Return what date `text` tells, or None where that is not certain."""
    for pattern in (DAY_MONTH, MONTH_DAY):
        if match := pattern.search(text):
            return day_moment(match, text, calendar, past)
    if DECADE.search(text) or CENTURY.search(text):
        return Moment(without_preposition(text), "era")
    if match := MONTH_YEAR.search(text):
        return month_moment(match, text, calendar, past)
    if match := FULL_YEAR.search(text):
        return year_moment(int(match[1]), text)
    return relative_moment(text.lower(), calendar, past)


def without_preposition(text: str) -> str:
    return re.sub(
        r"^(?:in|on|at|since|during|until|by|from) ", "", text.strip(), flags=re.I
    )


def month_number(name: str) -> int:
    return next(n for n, m in enumerate(MONTHS, 1) if m.startswith(name[:3]))


def day_moment(
    match: re.Match[str], text: str, calendar: Calendar, past: bool
) -> Moment | None:
    month, day = month_number(match["month"]), int(match["day"])
    year = (
        int(match["year"]) if match["year"] else year_for(text, month, day, calendar, past)
    )
    if year is None:
        return None
    try:
        return day_of(date(year, month, day), calendar)
    except ValueError:
        return None


def with_year(text: str, year: int | None, calendar: Calendar) -> Moment | None:
    """Return the date of 'October 26' in a story that has just told the year."""
    match = DAY_MONTH.search(text) or MONTH_DAY.search(text)
    if match is None or match["year"] or year is None or calendar.fresh:
        return None
    try:
        day = date(year, month_number(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return day_of(day, calendar)


def year_for(text: str, month: int, day: int, calendar: Calendar, past: bool) -> int | None:
    """Return the year of '14 July': that year, or the article's own."""
    if SAME_YEAR.search(text):
        return calendar.year
    today = calendar.today
    if today is None:
        return None
    near = {None, today.year} if day else {today.year}  # 'hot in April' is so each year
    if not (calendar.fresh or calendar.year in near):
        return None
    told = (month, day or 28) <= (today.month, today.day)
    if past:
        return today.year if told else today.year - 1
    return today.year if not told else today.year + 1


def day_of(day: date, calendar: Calendar) -> Moment:
    month = MONTHS[day.month - 1]
    forms = (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}")
    shown = forms if calendar.day_first else forms[::-1]
    return Moment(shown[0], "day", day.year, shown)


def month_moment(
    match: re.Match[str], text: str, calendar: Calendar, past: bool
) -> Moment | None:
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else year_for(text, month, 0, calendar, past)
    if year is None:
        return None
    shown = f"{MONTHS[month - 1]} {year}"
    return Moment(shown, "month", year, (shown,))


def year_moment(year: int, text: str) -> Moment | None:
    """Return the year where it stands alone or as a span: 1807 and 1808, 2026–2029."""
    plain = without_preposition(text)
    if re.fullmatch(YEAR, plain):
        return Moment(plain, "year", year, (plain,))
    if re.fullmatch(rf"the (?:spring|summer|autumn|fall|winter) of {YEAR}", plain):
        return Moment(plain, "month", year, (plain, plain.removeprefix("the ")))
    if re.fullmatch(rf"(?:early |late |mid-|about |around ){YEAR}", plain):
        return Moment(plain, "year", year, (plain, str(year)))
    if re.search(r"\d (?:and|to|or) \d|[–-]\d", plain):
        return Moment(plain, "span", year, (plain,))
    return None


def relative_moment(text: str, calendar: Calendar, past: bool) -> Moment | None:
    plain = re.sub(r"^(?:early|late) (?:on |in )?", "", without_preposition(text))
    if plain in {"the following year", "the next year"} and calendar.year:
        year = calendar.year + 1
        return Moment(str(year), "year", year, (str(year),))
    if calendar.today is None:
        return None
    return weekday(plain, calendar, past) or near(plain, calendar)


def near(plain: str, calendar: Calendar) -> Moment | None:
    today = calendar.today
    assert today is not None
    days = {"yesterday": -1, "tomorrow": 1, "last night": -1}
    if plain in days:
        return day_of(today + timedelta(days[plain]), calendar)
    years = {"last year": -1, "this year": 0, "next year": 1}
    if plain in years:
        year = today.year + years[plain]
        return Moment(str(year), "year", year, (str(year),))
    months = {"last month": -1, "this month": 0, "next month": 1}
    if plain in months:
        count = today.year * 12 + today.month - 1 + months[plain]
        shown = f"{MONTHS[count % 12]} {count // 12}"
        return Moment(shown, "month", count // 12, (shown,))
    if (
        re.fullmatch(r"last (?:spring|summer|autumn|fall)", plain)
        and today.month < SPRING_ENDS
    ):
        shown = f"{plain.split()[1]} {today.year - 1}"
        return Moment(shown, "month", today.year - 1, (shown,))
    seasons = {"this spring", "this summer", "this autumn", "this winter", "this fall"}
    if plain in seasons:
        shown = f"{plain.split()[1]} {today.year}"
        return Moment(
            shown, "month", today.year, (shown, f"the {plain.split()[1]} of {today.year}")
        )
    return None


def weekday(plain: str, calendar: Calendar, past: bool) -> Moment | None:
    """Return the date of 'Wednesday': the last one before the article, or the next."""
    name = plain.removeprefix("last ").removeprefix("next ").capitalize()
    if name not in WEEKDAYS or calendar.today is None:
        return None
    today = calendar.today
    back = (today.weekday() - WEEKDAYS.index(name)) % 7
    if past and back == 0 and plain.startswith("last"):
        back = 7
    step = -back if past else (7 - back) % 7 or 7
    found = day_of(today + timedelta(step), calendar)
    return Moment(found.shown, "day", found.year, (*found.accepted, name))
