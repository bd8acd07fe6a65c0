"""What the value of a label is: a figure, a day, a period, hours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LEAD = (
    r"(?:(?:총|최대|최소|약|연|월|주|매월|1일|하루|1인당|1인|가구당|업체당|팀당|회당|"
    r"기업당|"
    r"시간당|지상|지하|만|해발|전장|각) ?){0,3}"
)
FIGURE = r"\d[\d,]*(?:\.\d+)?(?:[조억만천](?: ?\d[\d,]*[만천]?)?)?(?:~\d[\d,]*)?"
UNIT = (
    r"원|명|km²|마리|그루|문항|경기|개소|개월|개국|개|곳|팀|대|회|점|편|권|층|석|면|동|"
    r"가구|세대|시간|분|일|년|"
    r"주|세|쪽|매|"
    r"장|종|톤|미터|킬로미터|제곱미터|리터|그램|킬로그램|달러|퍼센트|km/h|km|cm|mm|m²|m|"
    r"kg|mg|g|mAh|"
    r"Wh|kW|W|V|GB|MB|TB|mL|L|dB|ha|Hz|인치|%|℃|㎡|㎞|㎏|㎝|㎜|배|차시|학점|학급|인승|"
    r"마력|칸|기|척"
)
LIMIT = r"이상|이하|이내|미만|초과"
AMOUNT = re.compile(
    rf"(?P<lead>{LEAD})(?P<answer>(?P<figure>{FIGURE}) ?(?P<unit>{UNIT}))"
    rf"(?: ?(?P<limit>{LIMIT}))?(?: ?(?:내외|정도|안팎|까지))?(?![가-힣A-Za-z\d])"
)
AS_OF = re.compile(r"\((?P<day>\d{4}년[^()]{0,12}?) ?(?:기준|현재)\)")
WEEKDAY = r"(?: ?\([월화수목금토일](?:요일)?\))?"
DATE = (
    r"(?:\d{4}년(?: \d{1,2}월(?: \d{1,2}일)?)?|\d{1,2}월 \d{1,2}일|"
    r"\d{4}\. ?\d{1,2}\. ?\d{1,2}\.?|\d{1,2}\. ?\d{1,2}\.|\d{4}-\d{2}-\d{2})"
)
CLOCK = r"(?:(?:오전|오후|낮|밤|정오) ?)?\d{1,2}(?::\d{2}|시(?: ?\d{1,2}분| 반)?)"
PERIOD = re.compile(
    rf"(?P<first>{DATE}){WEEKDAY}(?:,? {CLOCK})? ?(?:[~∼–-]|부터) ?"
    rf"(?P<last>{DATE}|\d{{1,2}}월|\d{{1,2}}일){WEEKDAY}(?:,? {CLOCK})?(?:까지)?"
)
DAY = re.compile(rf"(?P<answer>{DATE}){WEEKDAY}")
HOURS = re.compile(rf"(?P<answer>{CLOCK} ?(?:[~∼–-]|부터) ?{CLOCK}(?:까지)?)")
BRACKETED = re.compile(r"\s?\(([^()]*)\)")
CATEGORY = re.compile(r"(?P<category>[가-힣]{2,6}(?: [가-힣]{1,6})?) (?=[\d약만총최오])")
TOTAL = re.compile(rf"{LEAD}\d")
BETWEEN = re.compile(r",\s|\s/\s|;\s?|\s·\s")
PARTS = re.compile(r"(\d{4})[.년-] ?(\d{1,2})[.월-] ?(\d{1,2})")
IN_MONTH = re.compile(r"^(\d{1,2})월 (\d{1,2})일$")
MONTH_DAY = re.compile(r"^(\d{1,2})\. ?(\d{1,2})\.$")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a value: '청소년 3,000원'. `start` is its offset in the value.

    `within` says that it is a part of the total before the bracket.
    """

    text: str
    start: int
    category: str = ""
    within: bool = False


def parts_of(value: str) -> list[Part]:
    """Return what stands for single cases: of 'A 3명, B 5명' or in brackets of a total."""
    found = list(categories(BRACKETED.split(value)[0], 0))
    if len(found) >= 2:
        return found
    bracket = BRACKETED.search(value)
    inside = list(categories(bracket[1], bracket.start(1), True)) if bracket else []
    return inside if len(inside) >= 2 else []


def categories(text: str, start: int, within: bool = False) -> Iterator[Part]:
    place = 0
    for piece in BETWEEN.split(text):
        place = text.index(piece, place)
        if (head := CATEGORY.match(piece)) and not TOTAL.match(piece):
            tail = piece[head.end() :]
            yield Part(tail, start + place + head.end(), head["category"], within)


def in_words(date: str, first: str) -> tuple[str, ...]:
    """Return the ways to write `date`, '2026년 2월 20일' before '2. 20.'.

    Its year is that of `first`, where the period began, or the next one.
    """
    written, began = written_dates(date), PARTS.search(first)
    short = MONTH_DAY.match(date) or IN_MONTH.match(date)
    if short and began:
        month, day = int(short[1]), int(short[2])
        year = int(began[1]) + (month < int(began[2]))
        return (f"{year}년 {month}월 {day}일", *reversed(written))
    told = [w for w in written if w.endswith("일")] if date.endswith(".") else []
    return tuple(dict.fromkeys((*told, *written)))


def written_dates(text: str) -> tuple[str, ...]:
    """Return the day as it stands, and in words: '2026. 3. 3.' -> 2026년 3월 3일."""
    if full := PARTS.search(text):
        year, month, day = (int(p) for p in full.groups())
        plain = (f"{year}년 {month}월 {day}일", f"{month}월 {day}일")
        return tuple(dict.fromkeys((text, *plain)))
    if short := MONTH_DAY.match(text):
        return text, f"{int(short[1])}월 {int(short[2])}일"
    return (text,)
