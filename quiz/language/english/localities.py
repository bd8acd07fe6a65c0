"""The town that a report is from, said where a wording names no place."""

from __future__ import annotations

import re

from quiz.language.english.candidates import Candidate
from quiz.language.english.clauses import Clause
from quiz.language.english.context import Setting
from quiz.language.english.gate import CALENDAR, is_event, leaks
from quiz.language.english.wordlists import SAYING, Kind

GAP = re.compile(r"\{\{.*?\}\}")
# A name that a preposition ties to what is told: it happened there, or nobody knows.
PLACED = re.compile(
    r"\b(?:in|outside|from|to|across|between) "
    r"(?:(?:the|a|an|[a-z-]+) ){0,3}(?:\{\{)?[A-Z]"
)
# What is told of another town than the report's own.
ELSEWHERE = re.compile(r"\b(?:neighbouring|neighboring|nearby|surrounding)\b")
OPENED = re.compile(r"^(?:According|In [A-Z\d]|At [A-Z]|On [A-Z]|Under )")
ASKED_WHERE = re.compile(r"^(?:Where|In which (?:city|town|country|place)|Who said)\b")
BARE_SUBJECT = re.compile(
    r"^(?:The|Each of the|How \w+ (?:is|was|are|were) the) "
    r"(?!name|word|term|legend|story|patent|former|same|other|result)[a-z]"
)
PASSING = ("During", "In the", "On the")
LASTING = {"be", "have", "belong", "stand", "weigh", "measure", "cost", "own"}
LONGEST = 170  # characters


def in_town(text: str, candidate: Candidate, setting: Setting) -> str:
    """Return the wording with the report's town where it tells no place of its own."""
    town, clause = town_or_spot(setting), candidate.clause
    if not town or not text or clause is None or town.lower() in text.lower():
        return text
    if f"the {town.split()[-1].lower()}" in text.lower():
        return text  # 'the lido', which says where
    if not (is_event(candidate) or clause.group.aux[:1] in {("will",), ("are",), ("is",)}):
        return text
    if "“" in text or is_about_name(clause, setting) or re.match(r"[A-Z]{2}", text):
        return text
    told = CALENDAR.sub("", GAP.sub("x", text))
    if (
        PLACED.search(told)
        or ELSEWHERE.search(told)
        or OPENED.match(text)
        or ASKED_WHERE.match(text)
    ):
        return text
    whole = setting.scope + small(text)
    if re.match(r"(?:In|At) .*?, (?:on|in|by|since|until) ", whole) and "?" not in whole:
        return text  # two openings in a row
    return text if leaks(candidate, GAP.sub("", whole)) or len(whole) > LONGEST else whole


def town_or_spot(setting: Setting) -> str:
    """Return 'Harlow', or the 'Harlow Lido' of a report that names no town."""
    reported = setting.calendar.fresh and not (setting.topic or setting.hero)
    return re.sub(r"^(?:In|At) |, $", "", setting.scope) if reported else ""


def in_scope(text: str, candidate: Candidate, setting: Setting) -> str:
    """Return 'At the Ord Lighthouse, the tower is' for 'The tower is'.

    A flood and a war are only said of what happened then.
    """
    scope, clause = setting.scope, candidate.clause
    topic = setting.topic.removeprefix("the ").lower()
    if not scope or not topic or clause is None or topic in text.lower():
        return text
    if not BARE_SUBJECT.match(text) or is_about_name(clause, setting) or "“" in text:
        return text
    lasting = clause.group.lemma in LASTING or clause.group.aux[:1] == ("had",)
    if scope.startswith("Under") or (lasting and scope.startswith(PASSING)):
        return text
    whole = scope + small(text)
    return text if leaks(candidate, GAP.sub("", whole)) or len(whole) > LONGEST else whole


def is_about_name(clause: Clause, setting: Setting) -> bool:
    """Tell a clause of which a person or a body is the subject, or owns it."""
    subject = clause.subject
    if subject is None or not subject.words:
        return True
    doc, meant = clause.sentence.doc, setting.said | setting.named
    if is_body_at_work(clause, setting):
        return False
    return any(
        doc[n].tag_ in {"NNP", "NNPS", "PRP", "PRP$"} or n in meant for n in subject.words
    )


def is_body_at_work(clause: Clause, setting: Setting) -> bool:
    """Tell 'The Red Cross opened a shelter', which it does in every town."""
    subject = clause.subject
    if subject is None or clause.group.lemma in SAYING or not setting.town:
        return False
    name = setting.name_at(clause.sentence, subject.head.i)
    the = clause.sentence.doc[subject.words[0]].lower_ == "the"
    return the and name is not None and name.kind is Kind.BODY


def small(text: str) -> str:
    """Take the capital from the first word, also where it is the gap."""
    return re.sub(r"^(?:\{\{)?[A-Z]", lambda match: match[0].lower(), text)
