"""The period of a company's figures: told once, and meant by those that follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quiz.language.english.analyser import Sentence
from quiz.language.english.candidates import Candidate
from quiz.language.english.context import Setting
from quiz.language.english.gate import is_event, leaks
from quiz.language.english.moments import FULL_YEAR, Calendar, read_moment
from quiz.language.english.wordlists import MONTHS, Kind, words

MONTH = "|".join(MONTHS)
PERIOD = re.compile(
    r"\b(?:in|for|over|during) the (?:(?:(?:three|six|nine|twelve|12) months|year|quarter|"
    rf"half[- ]year) (?:to|ended|ending) (?P<end>(?:\d\d? )?(?:{MONTH})(?: \d\d?)?)|"
    r"(?P<part>first|second|third|fourth) (?P<of>quarter|half))"
    r"(?!,? \d{4}| of \w+|\w)"
)
SPANS = re.compile(
    r"\b(?:first|second|third|fourth) quarter\b|\b(?:first|second) half\b(?! of the match)|"
    r"\b\w+ (?:weeks|months)(?= (?:to|ended|ending) )|\bhalf[- ]year\b|\bfull year\b"
)
PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
MONTHS_IN = {"quarter": 3, "half": 6}
FIGURES = words(
    """
revenue sale profit turnover income earning loss takings booking order margin cost
"""
)
MADE = words("carry lose earn sell deliver ship produce make report post")
AHEAD = re.compile(r"\b(?:will|would|could|may|might|should|expects?|plans?) [a-z]+\b")
FORECAST = re.compile(
    r"\b(?:(?:expect|forecast|predict|hope|aim)(?:s|ed)?|could|may|might|will|would)\b"
)
# 'for the 26 weeks ended 30 September 2023', of which the whole statement tells.
DATED = re.compile(
    r"\bfor (?P<when>the (?:\w+ (?:weeks|months)|year|quarter|half[- ]year) "
    rf"(?:to|ended|ending) (?:\d\d? )?(?:{MONTH})(?: \d\d?,)? \d{{4}})"
)
OTHER_CLAUSE = re.compile(r", (?:and|but|while|which|who) |; ")
COMPARED = re.compile(r", (?:up|down|giving|compared|against|reflecting|helped)\b")
CUT_SHORT = re.compile(r" in the \w+ (?:months|weeks)(?=[?.]$)")
GAP = re.compile(r"\{\{.*?\}\}")
LONGEST = 150  # characters of a wording with its period


def period_of(sentences: Sequence[Sentence], calendar: Calendar) -> tuple[int, str]:
    """Return where a report tells the period of its figures, and the period with its year.

    An empty text where none is told, or no year is certain.
    """
    if sentences and (dated := DATED.search(sentences[0].text)):
        return 1, f"in {dated['when']}"
    if not calendar.fresh or tells_several(sentences):
        return 0, ""
    for number, sentence in enumerate(sentences):
        if (match := PERIOD.search(sentence.text)) is not None:
            return number, with_year(match, calendar)
    return 0, ""


def tells_several(sentences: Sequence[Sentence]) -> bool:
    """Tell a report of 26 weeks that also speaks of the second quarter."""
    past = [s.text for s in sentences if not FORECAST.search(s.text)]
    told = {p.lower() for text in past for p in SPANS.findall(text)}
    return len(told) > 1


def with_periods(
    settings: Iterable[Setting], sentences: Sequence[Sentence]
) -> Iterator[Setting]:
    """Yield the settings; those from the sentence that tells a period on have it."""
    place, period = -1, ""
    for number, setting in enumerate(settings):
        if place < 0:
            place, period = period_of(sentences, setting.calendar)
        yield replace(setting, period=period) if period and number >= place else setting


def with_year(match: re.Match[str], calendar: Calendar) -> str:
    """Say 'in the three months to June' with its year, "" where that is not certain."""
    if match["end"]:
        moment = read_moment(match["end"], calendar)
        year, link = (moment.year if moment else None), " "
    else:
        year, link = year_of_part(match, calendar), " of "
    comma = "," if match["end"] and match["end"][-1].isdigit() else ""
    return f"{match[0]}{comma}{link}{year}" if year else ""


def year_of_part(match: re.Match[str], calendar: Calendar) -> int | None:
    """Return the year of the last 'first quarter' that had ended before the report."""
    if calendar.today is None:
        return None
    ends = PARTS[match["part"]] * MONTHS_IN[match["of"]]
    return calendar.today.year - (calendar.today.month <= ends)


def in_period(text: str, candidate: Candidate, setting: Setting) -> str:
    """Return the wording with the period that its figures are of, where one is meant."""
    if not setting.period or not text:
        return text
    text = CUT_SHORT.sub("", text)
    told = PERIOD.search(text)
    if told is not None and AHEAD.search(text):
        return text
    if told is not None:
        dated = with_year(told, setting.calendar)
        return text.replace(told[0], dated) if dated else text
    if not is_figure(candidate, setting) or FULL_YEAR.search(text):
        return text
    when = re.sub(r"^(?:for|over|during) ", "in ", setting.period)
    if OTHER_CLAUSE.search(GAP.sub("", text)):
        return text
    place = match.start() if (match := COMPARED.search(text)) else len(text) - 1
    dated = f"{text[:place]} {when}{text[place:]}"
    return text if leaks(candidate, GAP.sub("", dated)) or len(dated) > LONGEST else dated


def is_figure(candidate: Candidate, setting: Setting) -> bool:
    """Tell a company's revenue, and how much it sold, from its founding."""
    clause = candidate.clause
    if candidate.names is Kind.DATE or clause is None or clause.subject is None:
        return False
    own = {n for p in clause.pieces for n in p.words}
    doc = candidate.sentence.doc
    stated = PERIOD.search(candidate.sentence.text) is not None
    dated = any(doc[n].ent_type_ == "DATE" for n in own) and not stated
    if dated or not is_event(candidate):
        return False
    if clause.subject.head.lemma_.lower() in FIGURES:
        return True
    name = setting.said.get(clause.subject.words[0], "") if clause.subject.words else ""
    hero = setting.hero.removeprefix("the ") or "\0"
    about = hero.startswith(clause.subject.head.text) or hero in name
    counted = candidate.names is Kind.NUMBER and clause.group.lemma in MADE
    return about and counted
