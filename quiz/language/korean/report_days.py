"""Which day a report tells of: 이날 of a paragraph that names none means it."""

import re

from quiz.language.korean.moments import (
    ANNOUNCED,
    DAY_ALONE,
    DAY_SIGN,
    FULL_DAY,
    Calendar,
    is_future,
    resolve,
)
from quiz.language.korean.morphology import Sentence

LEAD = 3  # sentences that are no headings
# '22일 열린 임시회에서', '17일 ... 홈경기에서', '8일 개막했다'.
OF_THE_EVENT = re.compile(
    r"(?:에)? (?:[^ .]+ ){0,12}?(?:열린|치른|치러진|개최한|개최된|벌어진|개막|폐막|"
    r"[가-힣]*(?:경기|회의|대회|차전|결승|결승전|총회|회견|행사|기념식|토론회|포럼))"
    r"(?:에서| |했|한|식)"
)
THIS_DAY = "이날"
# What went before the event, where no word tells an event.
BEFORE = re.compile(r"지난달|지난 \d|지난해|앞서")


def day_of_report(sentences: list[Sentence], calendar: Calendar) -> str | None:
    """Return the day of what a report's lead tells, "" where it tells none or two.

    None says that the text is no report.
    """
    lead = [s.text for s in sentences if not s.heading][:LEAD]
    if calendar.date is None or not calendar.days or not is_report(sentences, lead):
        return None
    telling: set[str] = set()
    found: list[str] = []
    for text in lead:
        told = resolve(text, calendar, None)
        for day in FULL_DAY.finditer(told):
            if is_future(day[0], calendar):
                continue
            if not BEFORE.search(text):
                found.append(day[0])
            if OF_THE_EVENT.match(told, day.end()) or ANNOUNCED.match(told, day.end()):
                telling.add(day[0])
    if telling:
        return telling.pop() if len(telling) == 1 else ""
    return found[0] if len(set(found)) == 1 else ""


def is_report(sentences: list[Sentence], lead: list[str]) -> bool:
    """Tell whether more than 이날 says so: a life has that word too."""
    if any(DAY_ALONE.search(text) for text in lead):
        return True
    return any(DAY_SIGN.search(s.text.replace(THIS_DAY, "")) for s in sentences)
