"""The last look at a wording as its reader will see it: what to drop, what to refuse."""

from __future__ import annotations

import re

from quiz.core.english_numbers import ONES, TENS
from quiz.core.questions import plain
from quiz.language.english.candidates import Candidate
from quiz.language.english.gate import without_quotes
from quiz.language.english.names import noun_kind
from quiz.language.english.wordlists import Kind, words

GAP = re.compile(r"\{\{(?P<words>.*?)\}\}")
# Words that tie a sentence to the one before it and say nothing themselves.
ORDERING = re.compile(
    r"^(?:Lastly|Finally|Firstly|Secondly|Thirdly|As (?:previously|already) \w+ed), "
)
CONTRAST = re.compile(
    r",? (?:by contrast|however|on the other hand|in turn|for example|for instance),"
    r"(?= (?:which|who|where|and|but)\b)|"
    r", (?:by contrast|on the other hand|for example|for instance),?(?= [a-z])"
)
IN_FRONT = re.compile(
    r"(?:At|In|On) (?P<name>(?:the )?[A-Z][^,{]* (?P<noun>(?-i:[A-Za-z])\w+)), "
    r"(?P<rest>(?!\{\{)(?:[^{]*\b)?the (?P=noun)\b(?! of\b).*)$",
    re.IGNORECASE,
)
# What only the sentence before makes clear.
LEANING = re.compile(
    r"^(?:The (?:result|reason|effect|consequence|outcome|upshot) is\b|"
    r"There (?:are|were) \w+(?: \w+)? "
    r"(?:types|kinds|sorts|forms|ways|reasons|groups|stages|parts|causes)[.,])|"
    r"\b(?:may|might|could|can|is|was) be another\b[.,]|\b(?:is|was) another[.,]|"
    r"\bone of the (?:causes|reasons|results|effects|problems|ways|consequences)\b"
    r"(?! (?:of|for|why|that|behind|in which)\b)|"
    r"\bthe idea\b(?! (?:of|that|to|for|behind|was|is)\b)|"
    r"\ball (?:two|three|four|five|_) (?:work|works|act|were|are|have|had|did|do|can|"
    r"together|came|went)\b|\bfollowed(?: in (?:_|\d{4}))?[.,]|"
    r"\b(?:has|have|had) since [a-z]+(?:ed|en|own|one|un|ade)\b|"
    r"\bfor the next (?:[a-z]+ )+(?:years?|decades?|century)\b|"
    r"^(?:Both|These|Those) (?:\w+ )?(?:states|countries|towns|cities|men|women|sides)\b|"
    r"\bin the (?:region|area|district)[.,?]"
)
# 'The people employed there': where, unless a place stands before it.
THERE = re.compile(
    r"\b[a-z]+ed there\b|"
    r"\bthere\b(?! (?:is|are|was|were|has|have|had|may|might|can|could|must|will|would|"
    r"came|exist|remain|seem|appear)\b)"
)
PLACE_BEFORE = re.compile(
    r"\b(?:in|at|on|to|into|near|around|from) (?:the |a )?\w+", re.IGNORECASE
)
# A share price means nothing without its day.
SHARES = re.compile(
    r"\b[Ss]hares\b.*\b(?:closed|ended|finished|rose|fell|jumped|slipped|dropped|gained|"
    r"lost)\b.*\b(?:higher|lower|at|to|%)"
)
DATED = re.compile(r"\b(?:1\d{3}|20\d{2})\b")
# 'The largest, the Ord Canal' of which the comma went, and parts that lost their noun.
TORN = re.compile(
    r"^The (?:[A-Z][\w’'-]+ )+(?:larg|small|bigg|old|long|high|tall)est\b|"
    r"\band only (?:around |about )?[\d_]|"
    r"^(?:After|Before|When|Since|Once) [^,]*\b(?:\d{4}|_) [a-z]+ed (?:an?|the)\b|"
    r"^(?:The|An?) [\w ]+, or [\w ]+, which [^,]+\.$|"
    r"^According to (?:a |local )?(?:legend|tradition)\b.*\b(?:to|of|on|in) it\b|"
    r"\bin (?:\d{4}|_) in (?:\d{4}|_)|"
    r"\b(?:at|in|of|from|near) (?:Upper|Lower|Great|Little|New|St|Mount|Lake|Port)[?.]$"
)
# 'What did Ada Marsh buy?': she bought much.
BOUGHT = re.compile(
    r"^(?:In [A-Z][\w ]+, )?What did (?:[A-Z]\S+ )+(?!invent|discover)[a-z]+\?$"
)
WHOM = re.compile(r"^Who (?:was|were|is|did|does) [A-Z]")
# 'emptied the {{laboratories of men}}': the verb goes with 'of'.
OF_VERB = re.compile(
    r"\b(?:empt|depriv|rob|strip|clear|cur|accus|convict|inform|remind|warn|reliev)\w* "
    r"(?:the |its |their )?$"
)
SEATED = re.compile(r"\b(?:College|University), $|\bUniversity in $")
OF_REPORT = re.compile(r" (?:months|weeks|quarters) (?:to|ended|ending|from [A-Z]\w+ to)\b")
PLACE_FIRST = re.compile(
    r"^(?P<prep>In|At|Near) (?P<place>\{\{.+?\}\}), (?P<rest>[^,]+ (?:died|was born))\.$"
)
SCORE = re.compile(r"\b\d-\d\b")
AGED = re.compile(r"[A-Z][\w’'-]+, $")
UNSAID = {"anything", "something", "nothing", "everything", "anyone", "someone"}
TERMED = re.compile(r"\b(?:called|named|as|termed|is|are|was|were) (?:the |an? )?$")
SHORT = 3  # letters
MOST_SCORES = 2
# 'Engineers had expected engineers': a name put in for a word that meant nothing.
SAID_TWICE = re.compile(
    r"^(?P<own>[A-Z][a-z]{3,}) (?:[a-z]+ ){1,3}(?P=own)\b", re.IGNORECASE
)
SAINT = re.compile(r"\b(?:St\.?|Saint|San|Santa|Mount|Fort|Port|Cape) $")
SUPERLATIVE = re.compile(r"\b(?:[a-z]{3,}est|most [a-z]+|best|worst) $")
UNCOUNTED = re.compile(
    r"\b(?:one of|between|the|several|a few|some|both|where) $", re.IGNORECASE
)
BETWEEN = re.compile(
    r"\bbetween [$£€]?(?:\{\{)?(?P<low>\d+)(?:\}\})?\S{0,2} and "
    r"[$£€]?(?:\{\{)?(?P<high>\d+)\b"
)
NUMBER = re.compile(rf"\b(?:\d[\d,]*|{'|'.join((*ONES, *TENS))})\b", re.IGNORECASE)
# What everybody writes into such a gap: the parts of the world, and a body's own word.
GIVEN = words(
    """
earth moon sun world europe group company board society council committee university
government parliament
"""
)
# Nouns that say nothing which one could know.
EMPTY = words(
    """
officials residents customers councillors friend friends distance patch prize honour
honor fashion contrast species professor head back water lake assistant child post
nomination
"""
)
OF_PLACE = re.compile(r"^(?:city|local|opposition|town) ")
FEWEST = 3  # numbers of a sum


def looked_over(wording: str, candidate: Candidate) -> str:
    """Return the wording without what leans on no fact, "" where it should not be asked."""
    if not wording:
        return ""
    wording = PLACE_FIRST.sub(
        lambda m: f"{m['rest']} {m['prep'].lower()} {m['place']}.",
        by_name(unordered(wording)),
    )
    if stands_on_others(without_quotes(GAP.sub("_", wording))) or is_given(candidate):
        return ""
    gap = GAP.search(wording)
    if gap is not None and is_given_away(wording, gap, candidate):
        return ""
    return wording


def asks_anything(prompt: str, candidate: Candidate) -> bool:
    """Tell 'What did Ada Marsh buy?' and 'Who was Ada Marsh leading?': a small team."""
    some = candidate.accepted and re.match(r"an? ", candidate.accepted[0])
    return bool(BOUGHT.match(prompt)) or bool(some and WHOM.match(prompt))


def unordered(wording: str) -> str:
    """Return 'Cold air sinks' for 'Lastly, cold air sinks'."""
    wording = CONTRAST.sub(",", wording)
    bare = ORDERING.sub("", wording)
    if bare == wording:
        return wording
    return re.sub(r"^((?:\{\{)?)([a-z])", lambda m: m[1] + m[2].upper(), bare)


def by_name(wording: str) -> str:
    """Return 'When was Harlow Lido shut?' for 'At Harlow Lido, when was the lido shut?'."""
    found = IN_FRONT.match(wording)
    if found is None:
        return wording
    noun = rf"\bthe {found['noun']}\b"
    told = re.sub(noun, found["name"], found["rest"], count=1, flags=re.IGNORECASE)
    return told[:1].upper() + told[1:]


def stands_on_others(text: str) -> bool:
    """Tell a wording that only another sentence makes clear, or that lost a word."""
    if LEANING.search(text) or TORN.search(text) or SAID_TWICE.search(text):
        return True
    there = THERE.search(text)
    if there is not None and not PLACE_BEFORE.search(text[: there.start()]):
        return True
    return bool(SHARES.search(text)) and not DATED.search(text)


def is_given(candidate: Candidate) -> bool:
    """Tell an answer that everybody would guess, or that names nothing one could know."""
    if candidate.items or not candidate.accepted:
        return False
    answer = re.sub(r"^(?:the|a|an) ", "", candidate.accepted[0].lower())
    plainly = OF_PLACE.sub("", answer)
    return answer in GIVEN or (candidate.names is Kind.THING and plainly in EMPTY)


def is_given_away(wording: str, gap: re.Match[str], candidate: Candidate) -> bool:
    before, after = wording[: gap.start()], wording[gap.end() :]
    if candidate.names is Kind.NUMBER:
        return is_counted_out(wording, gap)
    if candidate.names is Kind.DATE:
        return False
    told = gap["words"]
    if is_half_a_name(told, before, after) or is_torn_out(told, before):
        return True
    if SEATED.search(before) or is_said_beside(told, before, after):
        return True
    alone = " " not in told and told.islower()
    return alone and bool(SUPERLATIVE.search(before))


def is_torn_out(told: str, before: str) -> bool:
    """Tell 'Ord westwards' and the 'mills of men' of 'emptied the mills of men'."""
    parts = told.split()
    if parts[0].lower().strip(",") in UNSAID or parts[-1].endswith("wards"):
        return True
    if " of " in told and OF_VERB.search(before):
        return True
    named = sum(part[:1].isupper() for part in parts)
    person = parts[-1].islower() and noun_kind(parts[-1]) is Kind.PERSON
    return person and named > 1 and named == len(parts) - 1


def is_said_beside(told: str, before: str, after: str) -> bool:
    """Tell 'cool {{soil females}}' of a sentence whose subject is the warm soil."""
    parts = told.split()
    if len(parts) != 2 or not told.islower() or TERMED.search(before):
        return False
    rest = f"{before} {after}"
    return any(len(p) > SHORT and re.search(rf"\b{re.escape(p)}\b", rest) for p in parts)


def is_half_a_name(told: str, before: str, after: str) -> bool:
    """Tell the 'Albans' of 'St Albans' and the 'Christ' of 'Christ Stopped at Eboli'."""
    if not told[-1:].isalpha() or not told[:1].isupper():
        return False
    if SAINT.search(before):
        return True
    last = told.split()[-1]
    return last[:1].isupper() and bool(re.match(r" [A-Z][a-z]", after))


def is_counted_out(wording: str, gap: re.Match[str]) -> bool:
    """Tell a number that its neighbours give: 'one of two sons', 'between 3% and 4%'."""
    before, after = wording[: gap.start()], wording[gap.end() :]
    word = gap["words"].lower()
    if OF_REPORT.match(after) or (AGED.search(before) and after.startswith(",")):
        return True
    if "-" in word and len(SCORE.findall(before + after)) > MOST_SCORES:
        return True
    if word == "two" and UNCOUNTED.search(before):
        return True
    if re.search(r"\b(?:several|a few|many) $", before):
        return True
    near = BETWEEN.search(wording)
    if near is not None and near.start() < gap.end() <= near.end() + 2:
        return int(near["high"]) - int(near["low"]) == 1
    return is_of_sum(wording.replace("{{", "").replace("}}", ""), word)


def is_of_sum(text: str, word: str) -> bool:
    """Tell the 'three' of 'fifteen items: ten books, three films and two drums'."""
    head, _, tail = text.partition(":")
    parts = [number(n) for n in NUMBER.findall(tail)]
    if len(parts) < FEWEST or number(word) not in parts:
        return False
    return sum(parts) in {number(n) for n in NUMBER.findall(head)}


def number(text: str) -> int:
    """Return 15 for 'fifteen' and for '15', 0 for what is no number."""
    word = plain(text).replace(",", "")
    return int(word) if word.isdecimal() else ONES.get(word, TENS.get(word, 0))
