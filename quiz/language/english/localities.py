"""The town that a report is from, said where a wording names no place."""

from __future__ import annotations

import re

from quiz.language.english.candidates import Candidate
from quiz.language.english.clauses import Clause
from quiz.language.english.context import Setting
from quiz.language.english.gate import CALENDAR, is_event, leaks

GAP = re.compile(r"\{\{.*?\}\}")
# A name that a preposition ties to what is told: it happened there, or nobody knows.
PLACED = re.compile(
    r"\b(?:in|outside|from|to|across|between) "
    r"(?:(?:the|a|an|[a-z-]+) ){0,3}(?:\{\{)?[A-Z]"
)
OPENED = re.compile(r"^(?:According|In [A-Z\d]|At [A-Z]|On [A-Z]|Under )")
ASKED_WHERE = re.compile(r"^(?:Where|In which (?:city|town|country|place)|Who said)\b")
LONGEST = 170  # characters


def in_town(text: str, candidate: Candidate, setting: Setting) -> str:
    """Return the wording with the report's town where it tells no place of its own."""
    town, clause = setting.town, candidate.clause
    if not town or not text or clause is None or town in text:
        return text
    if not (is_event(candidate) or clause.group.aux[:1] in {("will",), ("are",), ("is",)}):
        return text
    if "“" in text or is_about_name(clause, setting) or text[:2].isupper():
        return text
    told = CALENDAR.sub("", GAP.sub("x", text))
    if PLACED.search(told) or OPENED.match(text) or ASKED_WHERE.match(text):
        return text
    whole = f"In {town}, {small(text)}"
    if re.match(r"In .*?, (?:on|in|by|since|until) ", whole) and "?" not in whole:
        return text  # two openings in a row
    return text if leaks(candidate, GAP.sub("", whole)) or len(whole) > LONGEST else whole


def is_about_name(clause: Clause, setting: Setting) -> bool:
    """Tell a clause of which a person or a body is the subject, or owns it."""
    subject = clause.subject
    if subject is None or not subject.words:
        return True
    doc, meant = clause.sentence.doc, setting.said | setting.named
    return any(
        doc[n].tag_ in {"NNP", "NNPS", "PRP", "PRP$"} or n in meant for n in subject.words
    )


def small(text: str) -> str:
    """Take the capital from the first word, also where it is the gap."""
    return re.sub(r"^(?:\{\{)?[A-Z]", lambda match: match[0].lower(), text)
