"""올해, 지난해, 이번, 같은 해, 3일 -> the date that is meant."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from quiz.core.article import Article

YEAR = re.compile(
    r"(?<!\d)(1\d{3}|20\d{2}|[3-9]\d{2}(?!년 ?(?:동안|간|만|째|넘|이나|가까이|된|뒤|후|전|"
    r"이상|이하)))년"
)
TITLE_YEAR = re.compile(r"(?<!\d)(1[5-9]\d{2}|20\d{2})(?!\d)")
# '지난해 자란 가지': the year before, whichever it is.
GROWN = re.compile(
    r"(?<![가-힣])지난해에? (?=(?:자란|돋은|나온|난) (?:가지|줄기|잎|뿌리|순))"
)
SHIFTS = {"올해": 0, "금년": 0, "지난해": -1, "작년": -1, "재작년": -2, "내년": 1}
YEAR_WORD = re.compile(
    r"(?<![가-힣])(올해|금년|지난해|작년|재작년|내년)(?=[\s은는도에의부까,]|"
    r"$)(?:\s(?=(?:19|20)\d\d))?"
)
DOUBLED_YEAR = re.compile(r"((?:1\d|20)\d\d)년(도?) \1년? ?")
PAST_MONTH = re.compile(r"(?<![가-힣])(지난|오는) (\d{1,2})월")
SAME_YEAR = re.compile(r"(?<![가-힣])(?:같은 해|그해|그 해)(?=[\s에])")
NEXT_YEAR = re.compile(r"(?<![가-힣])(?:이듬해|다음 해)(?=[\s에])")
# Not '10일에서 20일로 늘어난다': lengths of time.
DAY_ALONE = re.compile(
    r"(?<![\d월년] )(?<!일에서 )(?<![\d.,가-힣])(지난 |오는 )?(\d{1,2})일"
    r"(?!에서 \d{1,2}일)(?=[\s,]|에|부터|까지|의|로|은|이었|이다)"
    r"(?! (?:동안|간|만|연속|이상|이내|안에|만에|전|뒤|후|내|"
    r"정액|이용|무료|체험|단위|유예|많|적|길|짧|더|늘|줄))(?!로 (?:전년|같은|\d{4}년 같은))"
)
MONTH_BEFORE = re.compile(r"(?:\d{4}년 )?\d{1,2}월(?= \d{1,2}일)")
FULL_DAY = re.compile(r"\d{4}년 \d{1,2}월 \d{1,2}일")
THAT_DAY = re.compile(r"(?<![가-힣])이날(?=[\s은의에까부])")
NOW = re.compile(r"(?<![가-힣년] )(?<![가-힣])현재(?=[\s는의까])")
LAST_MONTH = re.compile(r"(?<![가-힣])지난달(?=[\s에의])")
NEXT_MONTH = re.compile(r"(?<![가-힣])다음 ?달(?=[\s에의])")
THIS_EVENT = re.compile(
    r"(?<![가-힣])(?:이번|올) (?=[가-힣A-Za-z0-9 ]{0,12}"
    r"(?:대회|올림픽|월드컵|축제|박람회|콘퍼런스|컨퍼런스|포럼|시즌|선거|비엔날레|"
    r"영화제|행사))"
)
THIS = re.compile(
    r"(?<![가-힣])이번 (?=우승|승리|조사|발표|연구|전시|공연|개편|확대|발굴|협약|"
    r"투자|인수|계약|실적|지원|선거|총회|결정)"
)
THIS_SEASON = re.compile(r"(?<![가-힣])(?:이번|올) ?시즌")
TWO_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)[-–/~]((?:19|20)?\d\d)(?![\d년])")
CENTURY = 100
THIS_TIME = re.compile(r"(?<![가-힣])이번에(?:는)? ")
# No other pattern of this module matches a text without one of these.
RELATIVE = re.compile(
    r"올|[그은듬음] ?해|금년|작년|내년|지난|오는|이날|현재|음 ?달|이번|\d일|년도? \d"
)
ANNOUNCED = re.compile(r" (?:오전|오후)? ?(?:밝혔|밝힌|말했|전했|발표|공시|설명)")
DAYS = 31  # of a month
SOON = 10  # days: '9일부터 연다' in an article of the 8th is tomorrow
HELD = r"(?<![월\d] )(?<!\d)\d{1,2}일 (?:[가-힣]+ ){1,4}열린 "  # '14일 단비체육관에서 열린'
NEWS_SIGN = re.compile(
    r"(?<![가-힣])"
    r"(?:올해|금년|지난해|재?작년|이번(?!에는)|이날|지난달|지난 \d{1,2}월|현재)|" + HELD
)
# What tells a report, where '18일' is near its date, from a life or a history.
DAY_SIGN = re.compile(
    r"올해|지난해|작년|내년|지난달|이달|이번 |다음 ?달|이날|(?:오는|지난) \d{1,2}[월일]|"
    r"(?<![월\d] )(?<!\d)\d{1,2}일 (?:밝|말|전|발|공시|설명)|" + HELD
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the article was written, as far as it tells. `news`: it speaks of "now"."""

    date: datetime.date | None
    year: int | None
    news: bool
    days: bool = True  # '18일' is a day near its date, as in a report
    season: str = ""  # '2025-2026', where 올 시즌 is told as one of two years


@lru_cache(maxsize=1)
def calendar_of(article: Article) -> Calendar:
    """Return the article's date, or the year in its title."""
    news = bool(NEWS_SIGN.search(article.text))
    days = bool(DAY_SIGN.search(article.text))
    if article.date:
        season = season_of(article.text, article.date.year)
        return Calendar(article.date, article.date.year, news, days, season)
    first_line = article.text.split("\n", 1)[0][:60]
    found = TITLE_YEAR.search(article.title) or (
        TITLE_YEAR.search(first_line) if len(first_line) < 60 else None
    )
    return Calendar(None, int(found[1]) if found else None, news, days)


def season_of(text: str, year: int) -> str:
    """Return '2025-2026' where the text names one such season of `year`, or ""."""
    told = {
        found[0]
        for found in TWO_YEARS.finditer(text)
        if int(found[2]) % CENTURY == (int(found[1]) + 1) % CENTURY
        and year in {int(found[1]), int(found[1]) + 1}
    }
    return told.pop() if len(told) == 1 else ""


def resolve(
    text: str, calendar: Calendar, last_year: int | None, last_day: str = ""
) -> str:
    """Return `text` with absolute years; what can't be resolved stays as it is."""
    if not RELATIVE.search(text):
        return text
    text = GROWN.sub("전해에 ", text)
    if calendar.year is not None:
        year = calendar.year
        text = YEAR_WORD.sub(lambda m: replaced_year(m, year), text)
        text = DOUBLED_YEAR.sub(r"\1년\2 ", text)
        if "지난 " in text or "오는 " in text:
            text = PAST_MONTH.sub(lambda m: f"{month_year(m, calendar)}년 {m[2]}월", text)
        if calendar.date:
            # Months first: in '지난달 15일' the day belongs to the month before it.
            if "달" in text:
                text = LAST_MONTH.sub(last_month(calendar.date), text)
                text = NEXT_MONTH.sub(coming_month(calendar.date), text)
            if calendar.days and "일" in text:
                text = DAY_ALONE.sub(lambda m: full_day(m, calendar.date), text)
        if calendar.news and "현재" in text:
            text = NOW.sub(f"{year}년 현재", text)
        if calendar.season and "시즌" in text:
            text = THIS_SEASON.sub(f"{calendar.season} 시즌", text)
        if "이번" in text or "올 " in text:
            text = THIS_EVENT.sub(f"{year}년 ", text)
        if calendar.news and calendar.days and "이번" in text:
            text = THIS_TIME.sub(f"{year}년 ", text)
            text = THIS.sub(f"{year}년 ", text)
        if f"{year}년 {year}" in text:
            text = re.sub(rf"{year}년 {year}(?:년)? ", f"{year}년 ", text)
    if last_day and "이날" in text:
        text = THAT_DAY.sub(last_day, text)
    if last_year is not None and "해" in text:
        text = SAME_YEAR.sub(f"{last_year}년", text)
        text = NEXT_YEAR.sub(f"{last_year + 1}년", text)
    return text


def replaced_year(match: re.Match[str], year: int) -> str:
    if match[0].endswith(" "):
        return ""  # 지난해 2018 윈치대회: the year stands there already
    return f"{year + SHIFTS[match[1]]}년"


def month_year(match: re.Match[str], calendar: Calendar) -> int:
    """지난 11월 in an article of February is last year's."""
    year = calendar.year or 0
    if calendar.date is None:
        return year
    month = int(match[2])
    if match[1] == "지난" and month > calendar.date.month:
        return year - 1
    if match[1] == "오는" and month < calendar.date.month:
        return year + 1
    return year


def full_day(match: re.Match[str], date: datetime.date | None) -> str:
    """'12일' in an article of 12 December 2024 is that day; '30일' the month before."""
    if date is None or int(match[2]) > DAYS:
        return match[0]  # '심사는 90일에서 45일로'
    day, month = int(match[2]), date.replace(day=1)
    before = MONTH_BEFORE.findall(match.string[: match.start()])
    announced = ANNOUNCED.match(match.string, match.end())
    if before and not match[1] and not announced:
        return f"{before[-1]} {day}일"  # '3월 2일부터 20일까지'
    if match[1] == "오는 ":
        month = month if day >= date.day else next_month(month)
    elif day > date.day + SOON:
        month = (month - datetime.timedelta(days=1)).replace(day=1)
    return f"{month.year}년 {month.month}월 {day}일"


def next_month(first: datetime.date) -> datetime.date:
    return (first + datetime.timedelta(days=32)).replace(day=1)


def last_month(date: datetime.date) -> str:
    before = date.replace(day=1) - datetime.timedelta(days=1)
    return f"{before.year}년 {before.month}월"


def coming_month(date: datetime.date) -> str:
    after = next_month(date.replace(day=1))
    return f"{after.year}년 {after.month}월"


def day_in(text: str) -> str:
    """Return the last full date named in `text`, or ""."""
    days = FULL_DAY.findall(text)
    return str(days[-1]) if days else ""


def is_future(day: str, calendar: Calendar) -> bool:
    """Tell whether '2027년 3월 26일' lies after the article's date."""
    year, month, number = (int(part) for part in re.findall(r"\d+", day))
    if calendar.date is None:
        return False
    written = calendar.date
    return (year, month, number) > (written.year, written.month, written.day)


def year_in(text: str) -> int | None:
    """Return the last full year named in `text`."""
    years = YEAR.findall(text)
    return int(years[-1]) if years else None
