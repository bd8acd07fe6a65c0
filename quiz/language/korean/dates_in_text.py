"""Where a sentence names a time, and which: '지난달 3일', '그해 9월', '2027년 하반기'."""

import datetime
import re
from collections.abc import Iterator

from quiz.language.korean.context import Context
from quiz.language.korean.moments import SHIFTS, SOON, Calendar, next_month
from quiz.language.korean.morphology import Gloss, Sentence
from quiz.language.korean.values import value

PART_WORDS = (
    "초순|중순|하순|전반|초반|중반|후반|중엽|초엽|말엽|초|말|"
    "상반기|하반기|봄|여름|가을|겨울"
)
MOMENT = re.compile(
    r"(?<![가-힣A-Za-z\d.,~∼-])(?:"
    r"(?P<relative>올해|금년|지난해|작년|재작년|내년|같은 해|그해|그 해|이듬해|다음 해|"
    r"이달|지난달|다음 ?달|같은 달|그달|이날|같은 날|당일|전날|이튿날|다음 날)"
    r"(?: (?=\d|상반기|하반기|초|말|봄|여름|가을|겨울))?)?"
    r"(?P<pointing>(?:지난|오는) (?=\d))?"
    r"(?:(?P<era>기원전 |서기 )?(?P<year>\d{1,4})년(?P<decade>대)?(?: (?=음력|\d{1,2}월|"
    rf"{PART_WORDS}))?)?"
    r"(?P<lunar>음력 )?(?:(?P<month>\d{1,2})월(?: (?=\d{1,2}일|초|중|하|말))?)?"
    r"(?:(?P<day>\d{1,2})일)?"
    r"(?:(?P<century>(?:기원전 )?\d{1,2}세기)(?: (?=초|중|후|말|전))?)?"
    rf"(?P<part>{PART_WORDS})?"
    r"(?P<about> ?(?:경|무렵|쯤|께))?"
    r"(?=$|[\s,.]|부터|까지|에|의|은|는|이[다었며고]|로|를|을|이후|의|였|인|과|와|생)"
)
SAME_YEAR = frozenset({"같은 해", "그해", "그 해"})
NEXT_YEAR = frozenset({"이듬해", "다음 해"})
DAY_SHIFTS = {"이날": 0, "같은 날": 0, "당일": 0, "전날": -1, "이튿날": 1, "다음 날": 1}
REIGN = re.compile(r"(?P<king>[가-힣]{1,4}(?:왕|조|종|군|대왕)) (?P<year>\d{1,2})년$")
GLOSSED_YEAR = re.compile(r"(?:서기 )?(\d{3,4})년?")
NOT_A_TIME = re.compile(
    r"^ ?(?:동안|간|만에|만이|째|연속|이상|이내|넘|이나|가까이|뒤|후|전)"
)
FULL = re.compile(r"(?<!\d)(1\d{3}|20\d{2}|[3-9]\d{2})년(?: (\d{1,2})월)?(?: (\d{1,2})일)?")
ASIDE = re.compile(r"(?:으로|로) 지정|전해지")  # years far from the story's
SAID = re.compile(r" (?:밝|말|발표|공시|설명|보도|전했|전해|강조)")
BACK = 6  # months: '11월' in an article of March may be of either year


@value(frozen=True, slots=True)
class TimeNamed:
    """A time with its place in the clean sentence; `full` is what is meant, or ""."""

    start: int
    end: int
    surface: str
    full: str
    bracketed: str = ""  # the year stands in brackets, as this text


@value(frozen=True, slots=True)
class Base:
    """The last time named before, as numbers; 0 where none is."""

    year: int = 0
    month: int = 0
    day: int = 0


ANY_TIME = re.compile(r"\d|올해|지난|내년|작년|이날|해 |달 |날 ")


def times_in(sentence: Sentence, context: Context, calendar: Calendar) -> list[TimeNamed]:
    """Return the times that the sentence names, resolved where that is certain."""
    text = sentence.text
    if not ANY_TIME.search(text):
        return []
    base, told = base_of(context), Base()
    found = []
    for match in MOMENT.finditer(text):
        if not match[0].strip() or not says_when(match, text):
            continue
        if year := gloss_year(sentence.glosses, match.end()):
            found.append(reign(match, text, year))
            base = told = after(told, found[-1].full)
            continue
        full = full_time(match, base, told, calendar)
        base, told = after(base, full), after(told, full)
        surface = match[0].strip()
        found.append(TimeNamed(match.start(), match.start() + len(surface), surface, full))
    return found


def base_of(context: Context) -> Base:
    if ASIDE.search(context.before):
        return Base()
    numbers = [int(n) for n in re.findall(r"\d+", context.day)]
    if len(numbers) == 3 and (context.year is None or context.year == numbers[0]):
        return Base(*numbers)
    return Base(context.year or 0)


def after(base: Base, full: str) -> Base:
    match = FULL.search(full)
    if match is None:
        return base
    year, month, day = (int(n or 0) for n in match.groups())
    return Base(year, month, day)


def says_when(match: re.Match[str], text: str) -> bool:
    """Tell a time from a length of time: not '3년 동안', '5년 만에', '10일'."""
    told = [match[name] for name in ("relative", "pointing", "year", "month", "day",
                                     "century", "part")]  # fmt: skip
    relative, pointing, year, month, day, century, _ = told
    if not (relative or year or month or day or century):
        return False
    if year and len(year) < 3 and not match["era"]:
        return bool(REIGN.search(text[: match.start("year")] + f"{year}년"))
    if (year and not month) or day:
        following = text[match.end() :]
        if NOT_A_TIME.match(following) and not (pointing or relative or month):
            return (
                (year or "") != ""
                and len(year) == 4
                and following[:2] not in {"년", "동안"}
            )
    if month and not 1 <= int(month) <= 12:
        return False
    return not (day and not 1 <= int(day) <= 31)


def gloss_year(glosses: tuple[Gloss, ...], at: int) -> str:
    """Return '1434' of '세종 16년(1434)', as it stands in brackets."""
    for gloss in glosses:
        if at - 6 <= gloss.at <= at and GLOSSED_YEAR.fullmatch(gloss.text.strip()):
            return gloss.text.strip()
    return ""


def reign(match: re.Match[str], text: str, year: str) -> TimeNamed:
    start, end = match.start(), match.end("year") + 1
    if king := REIGN.search(text[:end]):
        start = king.start()
    number = GLOSSED_YEAR.fullmatch(year)
    assert number is not None
    return TimeNamed(start, end, text[start:end], f"{number[1]}년", year)


def full_time(match: re.Match[str], base: Base, told: Base, calendar: Calendar) -> str:
    """Return the time with its year, or "" where the year can't be told.

    `base` is the last time named, `told` the last one of this sentence.
    """
    relative, tail = match["relative"] or "", tail_of(match)
    if match["century"]:
        return f"{match['century']}{tail}"
    if match["year"] and len(match["year"]) < 3 and not match["era"]:
        return ""
    if match["year"]:
        era = match["era"] or ""
        if match["decade"]:
            return f"{era}{match['year']}년대{tail}"
        return written(f"{era}{match['year']}", match) + tail
    if relative in DAY_SHIFTS:
        return shifted_day(base, DAY_SHIFTS[relative])
    year, month = year_and_month(match, base, told, calendar)
    if not year:
        return ""
    if match["day"] and not match["month"]:
        return f"{year}년 {month}월 {match['day']}일" if month else ""
    if month and not match["month"]:
        return f"{year}년 {month}월{tail}"
    return written(str(year), match) + tail


def tail_of(match: re.Match[str]) -> str:
    part, about = match["part"] or "", match["about"] or ""
    return (f" {part}" if part else "") + about


def written(year: str, match: re.Match[str]) -> str:
    lunar = "음력 " if match["lunar"] else ""
    month = f" {lunar}{match['month']}월" if match["month"] else ""
    day = f" {match['day']}일" if match["day"] else ""
    return f"{year}년{month}{day}"


def shifted_day(base: Base, days: int) -> str:
    if not base.day:
        return ""
    try:
        day = datetime.date(base.year, base.month, base.day) + datetime.timedelta(days)
    except ValueError:
        return ""
    return f"{day.year}년 {day.month}월 {day.day}일"


def year_and_month(
    match: re.Match[str], base: Base, told: Base, calendar: Calendar
) -> tuple[int, int]:
    """Return the year and the month that are meant; 0 where that isn't certain."""
    relative, pointing = match["relative"] or "", (match["pointing"] or "").strip()
    now, month = calendar.date, int(match["month"] or 0)
    if relative in SHIFTS:
        return (calendar.year + SHIFTS[relative], month) if calendar.year else (0, 0)
    if relative in SAME_YEAR or relative in NEXT_YEAR:
        step = int(relative in NEXT_YEAR)
        return (base.year + step, month) if base.year else (0, 0)
    if relative in {"같은 달", "그달"}:
        return (base.year, base.month) if base.month else (0, 0)
    if relative:  # 이달, 지난달, 다음 달
        return of_month(relative, now)
    if pointing:
        return pointed(pointing, month, int(match["day"] or 0), now) if now else (0, 0)
    reported = SAID.match(match.string[match.end() :]) is not None
    if told.year and (month or told.month) and not (reported and calendar.days):
        return told.year, month or told.month
    if calendar.days and now:
        return in_the_news(month, int(match["day"] or 0), now)
    return 0, 0


def of_month(relative: str, now: datetime.date | None) -> tuple[int, int]:
    if now is None:
        return 0, 0
    first = now.replace(day=1)
    if relative == "지난달":
        first = (first - datetime.timedelta(days=1)).replace(day=1)
    elif relative != "이달":
        first = next_month(first)
    return first.year, first.month


def pointed(pointing: str, month: int, day: int, now: datetime.date) -> tuple[int, int]:
    """'오는 14일' and '지난 11월', seen from the article's date."""
    if not month:
        first = now.replace(day=1)
        if pointing == "오는" and day < now.day:
            first = next_month(first)
        if pointing == "지난" and day > now.day:
            first = (first - datetime.timedelta(days=1)).replace(day=1)
        return first.year, first.month
    if pointing == "지난":
        return now.year - int(month > now.month), month
    return now.year + int(month < now.month), month


def in_the_news(month: int, day: int, now: datetime.date) -> tuple[int, int]:
    """'18일' in a report is a day near its date; so is '5월 15일'."""
    if not month:
        first = now.replace(day=1)
        if day > now.day + SOON:
            first = (first - datetime.timedelta(days=1)).replace(day=1)
        return first.year, first.month
    return (now.year, month) if abs(month - now.month) <= BACK else (0, 0)


def forms_of(full: str, surface: str) -> Iterator[str]:
    """Yield the date in full, without the year that it needn't have, as in the text."""
    yield full
    match = re.fullmatch(r"\d{4}년 ((?:음력 )?\d{1,2}월( \d{1,2}일)?)", full)
    if match and (match[2] or not re.search(r"\d{3,4}년", surface)):
        yield match[1]
    yield surface
