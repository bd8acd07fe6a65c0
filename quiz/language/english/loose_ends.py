"""What a wording leaves to the text around it: put in where that is told, or refused."""

from __future__ import annotations

import re

from quiz.core.questions import plain
from quiz.language.english.candidates import Candidate
from quiz.language.english.context import Setting
from quiz.language.english.gate import YEAR, leaks, with_half
from quiz.language.english.joined_names import is_split
from quiz.language.english.moments import read_moment
from quiz.language.english.wordlists import WEEKDAYS, Kind

GAP = re.compile(r"\{\{(?P<words>.*?)\}\}")
# 'born at Ord, near Harlow, the son of a smith, Ole, and his wife': two facts.
BORN = re.compile(
    r"^(?P<who>[^,{]+) (?P<be>was|is) born (?P<where>.*?), "
    r"(?P<kin>the (?:[a-z]+ ){0,4}(?:son|daughter|child)s? (?:of|to) .*)$"
)
FROM_DAY = re.compile(
    rf"\b(?P<from>[Ff]rom) (?P<day>{'|'.join(WEEKDAYS)})\b(?! (?:{{{{)?\d)"
)
AHEAD = re.compile(r"\b(?:will|is to|are to)\b")
AT_YEARS = re.compile(r"^At how many years (?P<rest>[^?]*?)(?: of age| old)?\?$")
MEASURED = r"(?:\d[\w.,]*-\w+ )?"
# What is done to a thing that the wording does not name.
WORKS = re.compile(
    r"^(?P<works>(?:The )?(?:[Rr]epairs|[Rr]epair work|[Rr]estoration|[Rr]enovation|"
    r"[Dd]emolition))(?= (?:is|are|was|were|will|has|have|could|should|may) )"
)
UNSAID_WORKS = re.compile(
    r"\b(?:do|does|did|are|is|were|was|will|of|for) (?:the )?repairs (?!to\b|on\b|at\b)"
)
HELD = re.compile(r"^Which (?:position|office|post) (?:did|does) .+ hold\?$")
# Offices that one holder after another has.
IN_OFFICE = re.compile(
    r"^Who was [^?]*\b(?:director|president|minister|chancellor|[Ss]ecretary|treasurer|"
    r"governor|mayor|chairman|chairwoman|ambassador|commissioner)\b[^?]*\?$"
)
# Whose year is hardly that of the office.
OTHER_TIME = re.compile(
    r"\b(?:born|died|former|formerly|later|future|since|until|would|become|retired)\b"
)
GATHERING = re.compile(r"\b(?:Congress|Conference) (?:of|at) [A-Z]")
ROLE = re.compile(r"^The (?:host|chairman|chairwoman|organi[sz]er)s?(?= (?:was|were) )")
SENT = re.compile(r"^[A-Z{][^,]*? (?:was|were) represented by ")
# The '{{Kingdom}} of the Netherlands': its first word is no answer.
HALF_TITLE = re.compile(
    r"\{\{(?:[Tt]he )?(?:Kingdom|Republic|Empire|Duchy|Grand Duchy|Principality|"
    r"Union|Treaty|Battle|Act|Siege|Peace|House|Order|University|Church)"
    r"\}\} of (?:the )?[A-Z]"
)
# 'In Oslo the country's first': only a name before it tells which country.
OWN_PLACE = re.compile(r"\bthe (?:country|nation|state|city|town|village|county)['’]s\b")
NAMED_PLACE = re.compile(r"\b(?i:in|of|at|to|from|near) (?:the )?(?:\{\{)?[A-Z]")
# 'Ada Marsh, in Wool and Water, told of its size': a title owns nothing.
OWNED_BY_NONE = re.compile(
    r"^(?!The |A |An |Its )(?:[A-Z][\w.’'-]*,? )+in [^,]*, "
    r"\w+ (?:of |at |on |to )?(?:its|their)\b"
)
# 'The prize, the Marsh Medal, is named after him': of another sentence.
ITS_OWN_MEDAL = re.compile(
    r"^(?:The|An?) [^,]*(?:, [^,]*,)? (?:is|was|are|were) named "
    r"(?:after|for|in honou?r of) (?:him|her)\b"
)
THING_OF_NEWS = re.compile(
    r"^(?:The (?:\d\S* )?|How many \w+ (?:does|do|did|will|has|have) the (?:[a-z]+ )?|"
    r"Why \w+ (?:the )?)[a-z]+\b"
)
GOES_ON = re.compile(r",? (?:and|or)\b|, [\w’'-]+(?: [\w’'-]+){0,3},? (?:and|or)\b")
PAIR = 2
SEPARATORS = re.compile(r",? and |, ")


def mended(wording: str, candidate: Candidate, setting: Setting, title: str) -> str:
    """Return the wording with what the text tells of its person, thing, day or time."""
    if not wording:
        return ""
    bare = AT_YEARS.sub(r"At what age \g<rest>?", wording)
    told = of_thing(on_day(of_birth(bare), setting), candidate, thing_of(setting, title))
    return at_gathering(in_time(told, candidate, setting), candidate, setting)


def of_birth(wording: str) -> str:
    """Return the place of birth or the parents, of which a gap asks only one."""
    told = BORN.match(wording)
    if told is None or "{{" not in wording:
        return wording
    if "{{" in told["kin"]:
        return f"{told['who']} {told['be']} {told['kin']}"
    return f"{told['who']} {told['be']} born {told['where']}."


def on_day(wording: str, setting: Setting) -> str:
    """Return 'From 16 June 2025' for the 'From Monday' of a report, if that is to come."""
    told = FROM_DAY.search(wording)
    if told is None or not AHEAD.search(wording) or not setting.calendar.fresh:
        return wording
    moment = read_moment(told["day"], setting.calendar, past=False)
    if moment is None:
        return wording
    comma = "," if told.start() == 0 else ""
    day = f"{told['from']} {moment.shown}{comma}"
    return wording[: told.start()] + day + wording[told.end() :]


def of_thing(wording: str, candidate: Candidate, thing: str) -> str:
    """Return 'Ord Bridge was opened' for 'The 46-metre bridge was', where it is the one."""
    if not thing or thing.lower() in wording.lower():
        return wording
    noun = thing.split()[-1].lower()
    whole = re.sub(rf"^The {MEASURED}{noun}\b(?! (?:of|in|at|on)\b)", thing, wording)
    whole = WORKS.sub(rf"\g<works> to {thing}", whole)
    return wording if leaks(candidate, GAP.sub("", whole)) else whole


def thing_of(setting: Setting, title: str) -> str:
    """Return the one 'Ord Bridge' of a report whose headline tells of a bridge."""
    if not setting.calendar.fresh:
        return ""
    found = [
        name
        for name in setting.names.counts
        if " " in name
        and re.search(rf"{re.escape(name.split()[-1].lower())}s?\b", title.lower())
        and setting.names.kind(name) not in {Kind.PERSON, Kind.BODY}
    ]
    return found[0] if len(found) == 1 else ""


def in_time(wording: str, candidate: Candidate, setting: Setting) -> str:
    """Return 'Who was mayor of Oslo in 1867?', where the sentence tells one year."""
    if not wording.endswith("?") or not is_of_office(wording):
        return wording
    years = set(YEAR.findall(candidate.sentence.text))
    if len(years) == 1 and not OTHER_TIME.search(candidate.sentence.text):
        return f"{wording[:-1]} in {years.pop()}?"
    topic = setting.topic
    if GATHERING.search(topic) and topic not in wording:
        the = "" if topic.startswith("the ") else "the "
        return f"{wording[:-1]} at the time of {the}{topic}?"
    return wording


def at_gathering(wording: str, candidate: Candidate, setting: Setting) -> str:
    """Return 'The host of the Congress of Oslo was' for the 'The host was' of its text."""
    topic = setting.topic
    if not GATHERING.search(topic) or topic in wording:
        return wording
    named = topic if topic.startswith("the ") else f"the {topic}"
    whole = ROLE.sub(rf"\g<0> of {named}", wording)
    if SENT.match(wording):
        whole = f"At {named}, {wording}"
    return wording if leaks(candidate, GAP.sub("", whole)) else whole


def is_of_office(wording: str) -> bool:
    timed = YEAR.search(wording) or re.search(r" (?:when|at the time of) ", wording)
    past = " did " in wording or " was " in wording
    return past and not timed and bool(HELD.match(wording) or IN_OFFICE.match(wording))


def hangs_loose(wording: str, candidate: Candidate, setting: Setting) -> bool:
    """Tell what is half a name, a number or a list, or leans on what it does not tell."""
    text = candidate.sentence.text
    several = bool(candidate.items)
    if wording.endswith("?") and is_of_office(wording):
        return True
    if is_split(text, candidate.start, candidate.end, several):
        return True
    if candidate.names is Kind.NUMBER and is_half_number(candidate):
        return True
    gap = GAP.search(wording)
    if gap is not None and several and is_broken_list(wording, gap, candidate):
        return True
    if OWNED_BY_NONE.search(GAP.sub(r"\g<words>", wording)) or ITS_OWN_MEDAL.search(
        wording
    ):
        return True
    if HALF_TITLE.search(wording):
        return True
    owner = OWN_PLACE.search(wording)
    if owner is not None and not NAMED_PLACE.search(wording[: owner.start()]):
        return True
    return FROM_DAY.search(wording) is not None or is_unnamed_news(wording, setting)


def is_half_number(candidate: Candidate) -> bool:
    text, end = candidate.sentence.text, candidate.end
    return with_half(text, end) != end


def is_broken_list(wording: str, gap: re.Match[str], candidate: Candidate) -> bool:
    """Tell a gap for a part of a list, or for names that can be asked one by one."""
    before, after = wording[: gap.start()], wording[gap.end() :]
    if GOES_ON.match(after) or before.endswith((", ", " and ")):
        return True
    parts = [plain(part) for part in SEPARATORS.split(gap["words"])]
    told = [{plain(form) for form in item} for item in candidate.items]
    if len(parts) != len(told) or not all(p in t for p, t in zip(parts, told, strict=True)):
        return True
    pair = len(candidate.items) == PAIR
    return pair and any(re.search(r"\b[A-Z]", item[0]) for item in candidate.items)


def is_unnamed_news(wording: str, setting: Setting) -> bool:
    """Tell 'the free minibus' and 'Repairs are' of a report: of which place?"""
    if not setting.calendar.fresh or setting.town:
        return False
    if WORKS.match(wording) or UNSAID_WORKS.search(wording):
        return True
    named = re.search(r"(?<=[\w,“] )(?:\{\{)?[A-Z]", wording)
    return named is None and bool(THING_OF_NEWS.match(wording))
