"""A date as a gap: '오는 3일' is asked as the whole date that it means."""

import re

from quiz.language.korean.candidates import Candidate
from quiz.language.korean.gate import EVERY_YEAR
from quiz.language.korean.wordlists import Kind

YEARS = re.compile(r"\d{3,4}년|세기")
FULL = re.compile(r"^(?P<year>\d{3,4}년)(?= |$)")
POINTED = re.compile(r"올해|지난|작년|내년|이듬해|다음|같은|오는|이달|그해")
YEARLESS = re.compile(r"^(?:음력 )?\d{1,2}월")
# '18일 밝혔다': the day of the telling, of which nobody asks.
TELLING = re.compile(
    r"^(?:에|에는)? ?(?:(?:오전|오후|새벽) )?(?:[가-힣]+(?:에서|[을를] 통해) )?"
    r"(?:밝|공시|발표|전했|말했|설명|공고|보도|알렸)"
)
# The first of two years, a day with a length for a noun, the number of a magazine.
NO_DATE = re.compile(
    r"^(?:의 |(?:과|와|,|·|~) ?\d| 사이|에서 | 호(?=[ 에를의]| )|"
    r" ?(?:정액|이용|무료|체험|단위|유예|연속|이내|이상))"
)
PAIRED = re.compile(r"\d년(?:과|와|,) $")
# Its month would go with the gap: '3월 2일부터 20일까지'.
LEANING_DAY = re.compile(
    r"(?<![\d월] )(?<!\d)\d{1,2}일(?=[ ,]|까지|에|부터|의|로)"
    r"(?! (?:밝|말|전|발|공시|설명|공개|보도))"
)
WHOLE_DAY = re.compile(r"월 \d{1,2}일$")
SUPPOSED = re.compile(r"[라다]면 |늦어도 ")
# '11월에서 이듬해 1월 사이에': what comes back each year has no year.
YEARLY = re.compile(r"월(?:에서|부터|과) (?:이듬해 )?$")


def words_in_gap(candidate: Candidate, answer: str) -> str:
    """Return what the gap shows: for '오는 3일' the whole date, else what stands there."""
    whole = YEARS.search(answer) and not POINTED.search(answer)
    if candidate.names is not Kind.DATE or whole:
        return answer
    full = candidate.accepted[0] if candidate.accepted else ""
    return full if FULL.match(full) else answer


def tells_when(candidate: Candidate, answer: str) -> bool:
    """Tell a date whose year is sure from 밤, '해마다 4월' and the day of a telling."""
    text = candidate.sentence.text
    before, after = text[: candidate.start], text[candidate.end :]
    barely = candidate.kind == "gap" or not YEARS.search(answer)
    if barely and (NO_DATE.match(after) or PAIRED.search(before)):
        return False
    if YEARS.search(answer):
        return True
    if comes_back(text):
        return words_in_gap(candidate, answer) == answer and "월" in answer
    if not FULL.match(words_in_gap(candidate, answer)) or TELLING.match(after):
        return False
    if WHOLE_DAY.search(words_in_gap(candidate, answer)) and LEANING_DAY.search(after):
        return False
    if YEARLY.search(before):
        return False
    return SUPPOSED.search(text) is None


def comes_back(text: str) -> bool:
    """Tell what happens each year: its month needs no year."""
    return EVERY_YEAR.search(text) is not None


def with_one_year(gap: str, candidate: Candidate, answer: str) -> str:
    """Return the cloze with the date's year once: it stands in the gap or beside it."""
    year = FULL.match(answer)
    if year is None or candidate.names is not Kind.DATE or "{{" not in gap:
        return gap
    if not candidate.sentence.text.startswith(year["year"]):
        gap = gap.removeprefix(f"{year['year']} ")
    if year["year"] not in gap.replace("{{" + answer + "}}", ""):
        return gap
    short = next((a for a in candidate.accepted if YEARLESS.match(a)), "")
    return gap.replace("{{" + answer, "{{" + short) if short else ""
