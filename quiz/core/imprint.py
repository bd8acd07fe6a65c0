"""What a text says about itself: its title, the day it was written, where it comes from."""

import datetime
import re
from dataclasses import dataclass

FIRST_LINES, LAST_LINES, LONGEST_LINE = 8, 4, 90
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
MONTH = rf"({'|'.join(MONTHS)})[a-z]*\.?"
DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH},?\s+(\d{{4}})\b", re.I)
MONTH_FIRST = re.compile(rf"\b{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
NUMBERS = re.compile(
    r"(?<!\d)(\d{4})(?:\s*년\s*|\s*[.]\s*|[-/])(\d{1,2})(?:\s*월\s*|\s*[.]\s*|[-/])(\d{1,2})(?!\d)"
)
LABEL = re.compile(
    r"입력|등록|승인|게시|발행|작성|송고|배포|published|posted|issued|^date\b", re.I
)
# What may stand beside a day in a line that is about the article itself.
BESIDE = re.compile(
    r"(?:오전|오후|일|[월화수목금토일]요일|\([월화수목금토일]\)|수정|최종|기사|일자|날짜|[ap]\.?m\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|updated|by|\d{1,2}:\d\d(?::\d\d)?|[\W\d_])",
    re.I,
)
SENTENCE = re.compile(r"[다요죠까]\s*[.?!]|[a-z][.?!]\s*$")
SOURCE = re.compile(r"^\W*(?:출처|자료|source)\s*[:：|=]\s*(\S.{0,80})$", re.I)
AGENCY = re.compile(r"^[(\[【][가-힣·, ]{1,20}=([가-힣A-Za-z ]{2,20})[)\]】]")
LONGEST_NAME = 16  # letters beside a day without a label: a reporter's or a paper's name


@dataclass(frozen=True, slots=True)
class Imprint:
    """An empty value is not known."""

    title: str = ""
    date: datetime.date | None = None
    source: str = ""

    def or_else(self, other: "Imprint") -> "Imprint":
        """Fill what is not known from `other`."""
        return Imprint(
            self.title or other.title,
            self.date or other.date,
            self.source or other.source,
        )


def imprint_in(text: str) -> Imprint:
    """Return the day and the source that the first or the last lines of `text` name."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    edges = [
        line
        for line in (*lines[:FIRST_LINES], *lines[FIRST_LINES:][-LAST_LINES:])
        if len(line) <= LONGEST_LINE or AGENCY.match(line)
    ]
    days = [(line, day) for line in edges if (day := day_of_line(line))]
    labelled = (day for line, day in days if LABEL.search(line))
    day = next(labelled, next((day for _, day in days), None))
    source = next((name for line in edges if (name := source_of_line(line))), "")
    return Imprint(date=day, source=source)


def day_of_line(line: str) -> datetime.date | None:
    """Return the day in a line that tells when the article was written, else None.

    A day inside a sentence is a fact of the article, not its date.
    """
    if len(line) > LONGEST_LINE or SENTENCE.search(line):
        return None
    found = first_day(line)
    if found is None:
        return None
    day, rest = found
    if not LABEL.search(line) and len(BESIDE.sub("", rest)) > LONGEST_NAME:
        return None
    return day


def first_day(text: str) -> tuple[datetime.date, str] | None:
    """Return the first whole date in `text`, and the text without it."""
    if match := NUMBERS.search(text):
        day = sound_day(int(match[1]), int(match[2]), int(match[3]))
    elif match := MONTH_FIRST.search(text):
        day = sound_day(int(match[3]), month_number(match[1]), int(match[2]))
    elif match := DAY_FIRST.search(text):
        day = sound_day(int(match[3]), month_number(match[2]), int(match[1]))
    else:
        return None
    return (day, text[: match.start()] + text[match.end() :]) if day else None


def month_number(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def sound_day(year: int, month: int, day: int) -> datetime.date | None:
    """Return the day, or None where there is no such day or no article could be so old."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def source_of_line(line: str) -> str:
    if match := SOURCE.match(line) or AGENCY.match(line):
        return match[1].strip()
    return ""
