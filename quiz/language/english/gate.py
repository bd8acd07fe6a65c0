"""What a strict teacher would not use is dropped here, with its reason."""

import re

from quiz.core.questions import plain
from quiz.language.english.candidates import Candidate
from quiz.language.english.clauses import VerbGroup
from quiz.language.english.prompts import LONGEST
from quiz.language.english.wordlists import MONTHS, WEEKDAYS, Kind

PRONOUN = re.compile(
    r"\b(?:he|she|him|they|them|this|these|those|I|we|you|my|our|your|us|"
    r"former|latter|aforementioned|here|ones|(?:did|does|do|was|is|has|had|can) one)\b"
)
RELATIVE_TIME = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|recently|nowadays|ago|now|currently|"
    r"(?:last|next|this) (?:year|month|week|spring|summer|autumn|fall|winter|time|season|"
    rf"{'|'.join(MONTHS)})|earlier|later|previous|since then|at the time|so far|by then|"
    r"(?:that|the same|the following) (?:year|month|day|time))\b",
    re.IGNORECASE,
)
POINTING = re.compile(
    r"\bthe (?:rest|others?|same)(?: (?:one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve))?(?=[?,]| (?:on|in|to|for|at|by|was|were|is|are|did|do|can|will)\b)"
)
WEEKDAY = re.compile(r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
LEFT_OVER = re.compile(
    r"[{}|\x00]|\s{2,}|\(\s*\)|\?\?|,\s*\?|"
    r"\bwith \d[^?]* with \d|\bthat (?:do|does|did) (?:is|are|was|called)\b|"
    r"\beither\b(?!.*\bor\b)|\band only (?:around |about )?\d|"
    r"\b(?:and|or|but|the|a|an)\?$|[a-z] \d{1,2}\?$|"
    r"(?<!St James)['’]s (?:to|by|of|with|from|for)\b|"
    r"\b(?:in|of|on|to|with|from|for) (?:as far|native|known)\b|"
    r"\bfrom (?:through|to|into|until|across|over)\b|"
    r"\b(?:far|much|even|times) (?:(?:more|less) \w+|\w+er)(?: away)?[.?]$|\bnew one\b|"
    r"\bas (?:great|large|big|much|many|high|long|far|fast|strong)[.?]$|"
    r"\b(?:did|does|do|could|can|was|were|is|are|has|have|had|will) only \w+ [a-z]+\b.*\?$"
)
DAY = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b(?! \d{4})"
)
CALENDAR = re.compile(rf"\b(?:{'|'.join((*MONTHS, *WEEKDAYS))})\b(?! \d)")
UNNAMED = re.compile(r"\b(?:X-rays?|DNA|RNA|TV|CEO|PhD|T-shirts?)\b")
YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})\b")
NAMED_TWICE = re.compile(r"\b([A-Z][\w’']+ [A-Z]\w+)\b.*\b\1\b(?!['’])")
DOUBLED = re.compile(r"\b(\w+(?: \w+)?) \1\b", re.IGNORECASE)
CUT_OFF = re.compile(
    r"\b(?:when|while|because|although|if) (?:\{\{)?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
    r"(?:\}\})?[.?]$|"
    r"^(?:Contrast|Addition|Turn|Fact|Example) (?:is|was|are|were|has) |"
    r"^(?:Where|When|On what date|In which year) was [^?]* born [A-Z][\w’'-]+ [A-Z]|"
    r", and [a-z]+ of [A-Z][\w’' -]*\.$|\bwhich [A-Z][^,.]*, \w+ing \w+\.$|"
    r"\b(?:and|but|or), \w+ing [^,]*\.$|"
    r"\b(?:had|has|have|was|were|is|are|and|or|the|a|an)\.$|\.\.$|\b(?:say|said) of\?$|"
    r"(?<![Ii]n )(?<![Oo]f )(?<!the )(?<![Bb]y )(?<!ince )(?<!uring )(?<!ntil )"
    r"\b(?:\{\{)?(?:1[5-9]|20)\d\d(?:\}\})? "
    r"[a-z]+(?:er|ist|or)s\b"
)
# After 'four' of 'four things: wind, rain and snow', and before 'two' of 'both of its two'.
LISTED_AFTER = re.compile(
    r" (?:[a-z-]+ ){0,3}[a-z]+(?: (?:that|which|in|of|for) [^.;:]*)?: [^,.;]+, |"
    r" (?:halves|thirds|quarters|fifths|tenths)\b"
)
OF_TWO = re.compile(
    r"\b(?:\w+er|one|both|each|either|neither) of (?:the|its|his|her|their|[\w ]+['’]s?) $",
    re.IGNORECASE,
)
PAST = re.compile(r"\b(?:was|were|did|had)\b|^(?:Who|What|Which \w+) \w+ed\b")
PRESENT = re.compile(
    r"\b(?:is|are|does|do|has|have|can|may|must|will)\b|^(?:Who|What|Which \w+) \w+s\b"
)
# Words of a prompt without a name; fewer say too little.
SHORT = {"participant": 6, "object": 6, "agent": 4, "quantity": 6}
FEWEST_TIMELESS = 5  # where no event needs its time and place
FEWEST_WORDS = 4
MOST_BARE = 2  # nouns with "the" in a question about what is always so
GOES_ON = re.compile(
    r"(?:, [^,]+,)?,? (?:and|or) (?:from|by|to|in|at|on|of|with|for|again)\b"
    r"(?! (?:\d|which))|, (?P<again>for|from|by|with|of) (?!which|whom)"
    r"[^,;]+?(?:, [^,;]+?)?,? and\b"
)
HALF = re.compile(r" and (?:a|one|three) (?:half|quarters?)\b")
WEAK = re.compile(
    r"^(?:the )?(?:same|other|others|following|first|second|latter|former|rest|people|"
    r"way|ways|thing|things|time|times|part|one|some|many|most|both)$",
    re.IGNORECASE,
)


def reason_against(candidate: Candidate) -> str:
    """Return why the prompt can't be used, or "" if it can."""
    prompt = candidate.prompt
    if not prompt:
        return "no-prompt"
    told = without_quotes(prompt)
    if len(prompt) > LONGEST:
        return "too-long"
    if PRONOUN.search(told):
        return "unresolved"
    if RELATIVE_TIME.search(told) or WEEKDAY.search(told) or DAY.search(told):
        return "relative-time"
    if leaks(candidate, prompt):
        return "leak"
    if is_garbled(prompt) or (POINTING.search(prompt) and candidate.kind != "naming"):
        return "garbled"
    if len(told.split()) < FEWEST_WORDS and candidate.kind not in {
        "definition",
        "quotation",
    }:
        return "thin"
    if is_cut_short(candidate):
        return "cut-short"
    return "weak-answer" if is_weak(candidate) else ""


def is_cut_short(candidate: Candidate) -> bool:
    """Tell 'from Sweden' where the text goes on 'and from Britain'."""
    if candidate.glossed or candidate.names is Kind.NUMBER:
        return False
    return bool(GOES_ON.match(candidate.sentence.text, candidate.end))


def without_context(candidate: Candidate, topic: str) -> str:
    """Return "no-context" where only the article tells which event or thing is meant."""
    if is_anchored(candidate.prompt, topic):
        return ""
    fewest = SHORT.get(candidate.kind, 0)
    event = is_event(candidate)
    if not event:
        fewest = min(fewest, FEWEST_TIMELESS)
    if (
        candidate.bare > (0 if event else MOST_BARE)
        or len(candidate.prompt.split()) < fewest
    ):
        return "no-context"
    if YEAR.search(candidate.prompt):
        return ""
    return "no-context" if event else ""


def is_anchored(prompt: str, topic: str) -> bool:
    """Tell whether the prompt names what it is about."""
    if topic and topic.lower() in prompt.lower():
        return True
    if topic.islower() and re.search(rf"\b{re.escape(topic.split()[-1])}", prompt):
        return True  # 'gannets' in an article about the northern gannet
    rest = re.sub(r"^(?:According to|(?:In |At )?Which \w+|\w+)", "", prompt)
    rest = UNNAMED.sub("", CALENDAR.sub("", rest))
    return bool(
        re.search(r"(?<=[\w,“\"(] )[A-Z][\w'’-]+|“[^”]* [^”]*”|\"[^\"]* [^\"]*\"", rest)
    )


def is_event(candidate: Candidate) -> bool:
    """Tell a question about what happened once from one about what is always so."""
    clause = candidate.clause
    if clause is not None:
        group = clause.group
        return (
            group.tag in {"VBD", "VBN"}
            if not group.aux
            else group.aux[0] in {"was", "were", "had"} or is_perfect(group)
        )
    return bool(PAST.search(candidate.prompt)) or not PRESENT.search(candidate.prompt)


def is_perfect(group: VerbGroup) -> bool:
    """Tell 'has called for an inquiry': it happened once, as 'called' did."""
    return group.aux[0] in {"has", "have"} and group.tag in {"VBN", "VBD"}


def is_broken_off(text: str) -> bool:
    """Tell 'ahead after nine minutes when Stuart Keele.' and '2016 researchers'."""
    return CUT_OFF.search(text) is not None


def is_garbled(prompt: str) -> bool:
    if is_broken_off(prompt):
        return True
    if LEFT_OVER.search(prompt) or DOUBLED.search(prompt):
        return True
    if NAMED_TWICE.search(without_quotes(prompt)):
        return True
    return prompt.count('"') % 2 == 1 or prompt.count("“") != prompt.count("”")


def is_weak(candidate: Candidate) -> bool:
    if candidate.items:
        return False
    first = candidate.accepted[0]
    return bool(WEAK.match(first)) or not plain(first) or " ," in f" {first}"


def leaks(candidate: Candidate, prompt: str) -> bool:
    """Tell whether the answer, or a telling part of it, stands in the prompt."""
    told = [*candidate.accepted, *(v for item in candidate.items for v in item)]
    if candidate.names in {Kind.NUMBER, Kind.DATE}:
        return any(has_number(text, prompt) for text in told)
    if any(has_words(text, prompt) for text in told) or says_most(told[0], prompt):
        return True
    if candidate.names is Kind.PERSON and candidate.kind != "quotation":
        surname = candidate.accepted[0].split()[-1]
        return has_words(surname, prompt)
    return False


def says_most(answer: str, prompt: str) -> bool:
    """Tell whether most of the answer's own words stand in the prompt."""
    own = {w.lower() for w in re.findall(r"[\w’'-]{4,}", answer)}
    there = {w.lower() for w in re.findall(r"[\w’'-]{4,}", prompt)}
    return len(own) > 1 and 2 * len(own & there) > len(own)


def has_words(text: str, prompt: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", prompt, re.IGNORECASE)) or (
        len(plain(text)) > 3 and plain(text) in plain(prompt)
    )


def has_number(text: str, prompt: str) -> bool:
    if not re.search(r"\d", text):
        return has_words(text, prompt)
    return bool(re.search(rf"(?<![\d.,]){re.escape(text)}(?![\d])", prompt, re.IGNORECASE))


def without_quotes(text: str) -> str:
    return re.sub(r"[“\"][^”\"]*[”\"]", "“”", text)


def is_told_beside(text: str, start: int, end: int) -> bool:
    """Tell a number that its own sentence gives away: 'four things: wind, rain, ...'."""
    return bool(LISTED_AFTER.match(text, end)) or bool(OF_TWO.search(text[:start]))


def with_half(text: str, end: int) -> int:
    """Return where the number that ends at `end` really ends: 'twelve and a half'."""
    more = HALF.match(text, end)
    return more.end() if more is not None else end
