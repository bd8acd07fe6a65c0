"""The lines of a notice: headings, labels with their values, and what is listed below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from quiz.core.article import Article, Span, paragraph_spans

# Each sign of a list is of one rank; a rank seen before closes all that was opened since.
MARKS = (
    ("number", r"\d{1,2}\.(?!\d)|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨ]\.?"),
    ("letter", r"[가나다라마바사아자차카타파하]\.(?=\s)"),
    ("number-bracket", r"\d{1,2}\)|\(\d{1,2}\)"),
    ("letter-bracket", r"[가나다라마바사아자차카타파하]\)|\([가나다라마바사아]\)"),
    ("circled", r"[①-⑳]"),
    ("square", r"[□■◇◆▣]"),
    ("circle", r"[○●◦❍◎]|[oㅇ](?=\s)"),
    ("dash", r"[-–—*•·▲△▶▪]"),
    ("note", r"※"),
)
MARK = re.compile("|".join(f"(?P<k{n}>{sign})" for n, (_, sign) in enumerate(MARKS)))
LABELLED = re.compile(
    r"(?P<label>[가-힣A-Za-z][^:：.?!,“”\"‘’~]{0,22}[가-힣A-Za-z)])\s*[:：]\s*(?P<value>\S.*)$"
)
# A timetable's line: '10:30~11:00 개막식'.
TIMED = re.compile(
    r"(?P<value>\d{1,2}:\d{2} ?[~∼–-] ?\d{1,2}:\d{2})\s+"
    r"(?P<label>[가-힣][가-힣A-Za-z· ]{1,20}[가-힣A-Za-z])(?:\s?\([^()]*\))?$"
)
SENTENCE = re.compile(r"(?:[다요까죠][.!?]|[.!?])[”’\"']?$|다$")
BRACKETS = re.compile(r"\s?\([^()]*\)")
LONGEST_HEADING, FARTHEST = 24, 60  # characters; lines from a heading to its last


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article after its sign. `start` is where its text begins in it.

    `value` is "" where the line has no label; `value_start` is in the article too.
    """

    span: Span
    rank: str
    text: str
    start: int
    label: str = ""
    value: str = ""
    value_start: int = 0
    heading: str = ""
    below: tuple["Line", ...] = field(default=())

    @property
    def is_heading(self) -> bool:
        return not self.value and len(self.text) <= LONGEST_HEADING and self.says_nothing

    @property
    def says_nothing(self) -> bool:
        return not SENTENCE.search(self.text)


def lines_of(article: Article) -> list[Line]:
    """Return the article's lines, each under its heading and with the lines below it."""
    lines = [read_line(article.text, span) for span in paragraph_spans(article.text)]
    return [
        replace(line, heading=heading_of(lines, n), below=tuple(below(lines, n)))
        for n, line in enumerate(lines)
    ]


def read_line(text: str, span: Span) -> Line:
    raw = span.of(text)
    mark = MARK.match(raw)
    rank = MARKS[int(str(mark.lastgroup)[1:])][0] if mark else ""
    after = raw[mark.end() :] if mark else raw
    start = span.end - len(after.lstrip())
    body = after.strip()
    found = LABELLED.match(body) or TIMED.match(body)
    if not found or rank == "note":
        return Line(span, rank, body, start)
    label = " ".join(BRACKETS.sub("", found["label"]).split())
    place = start + found.start("value")
    return Line(span, rank, body, start, label, found["value"], place)


def heading_of(lines: list[Line], number: int) -> str:
    """Return the nearest heading above: of another rank than the lines between."""
    passed = {lines[number].rank}
    for place in range(number - 1, max(-1, number - FARTHEST), -1):
        line = lines[place]
        if line.rank in passed:
            continue
        if first_below(lines, place) and not closes(lines, place, number):
            return BRACKETS.sub("", line.text).strip()
        if line.rank:
            passed.add(line.rank)
    return ""


def first_below(lines: list[Line], number: int) -> int:
    """Return the first line under a heading, 0 of no heading.

    Between a marked heading and its items one unmarked line may introduce them:
    '다음 요건을 모두 갖춘 세대주'.
    """
    head = lines[number]
    introduces = not head.rank and number > 0 and lines[number - 1].rank
    if not head.is_heading or introduces:
        return 0
    place = number + 1
    if head.rank and place < len(lines) and is_introduction(lines[place]):
        place += 1
    if place >= len(lines) or closes(lines, number, place):
        return 0
    return place if lines[place].rank or lines[place].value else 0


def closes(lines: list[Line], number: int, place: int) -> bool:
    """Tell whether the line at `place` is of the rank at `number` or one above it."""
    mine, next_one = lines[number].rank, lines[place].rank
    before = [line.rank for line in lines[max(0, number - FARTHEST) : number + 1]]
    return next_one in before and before.index(next_one) <= before.index(mine)


def is_introduction(line: Line) -> bool:
    return not line.rank and not line.value and line.says_nothing


def below(lines: list[Line], number: int) -> Iterator[Line]:
    """Yield the lines of one sign that follow a heading."""
    first = first_below(lines, number)
    if not first or not lines[first].rank:
        return
    rank = lines[first].rank
    for line in lines[first:]:
        if line.rank == rank:
            yield line
        elif line.rank != "note":
            return
