"""The clause as a sentence with a gap, or nothing where that is not safe."""

import re

from quiz.core.questions import AnswerKind, plain
from quiz.language.english.candidates import Candidate
from quiz.language.english.context import Setting
from quiz.language.english.gate import DAY, has_words, is_event, is_garbled
from quiz.language.english.prompts import MARK, names_something, statement
from quiz.language.english.wordlists import HEDGES, Kind

LONGEST, SHORTEST = 170, 25  # characters of a cloze
LONGEST_GAP = 6  # words
OPENING = re.compile(rf"^(?:[^,]{{0,60}}, )?(?:The |the |[A-Z]\\w+ )?{MARK}|^(?:By|In|On) ")
DANGLING = re.compile(r"^(?:which|who|that|it|he|she|they|this|these)\b", re.IGNORECASE)
POINTING = re.compile(
    r"\b(?:yesterday|tomorrow|last year|next month|this year|that year|same year|"
    r"I|we|you|our|my)\b",
    re.IGNORECASE,
)
PROMPT = "Which words belong in the gap?"


def cloze_of(candidate: Candidate, setting: Setting) -> str:
    """Return a short sentence with the answer in {{ }}, or "" where none is safe."""
    if candidate.clause is None or candidate.answer is AnswerKind.LIST:
        return ""
    answer = candidate.sentence.text[candidate.start : candidate.end]
    if len(answer.split()) > LONGEST_GAP or not is_accepted(answer, candidate):
        return ""
    text = statement(candidate.clause, candidate.start, candidate.end, setting)
    rest = text.replace(MARK, "_")
    if not SHORTEST <= len(text) <= LONGEST or DANGLING.match(text) or is_garbled(rest):
        return ""
    if is_event(candidate) and not names_something(rest, setting):
        return ""
    if DAY.search(rest) or any(word in HEDGES for word in rest.split()):
        return ""
    if POINTING.search(rest) or any(c in candidate.sentence.text for c in "{}"):
        return ""
    if candidate.names is not Kind.NUMBER and has_words(answer, rest):
        return ""
    if candidate.names is Kind.DATE and not re.search(r"\d", answer):
        return ""
    if candidate.kind == "participant" and not OPENING.match(text):
        return ""
    if text.startswith(MARK):
        answer = answer[:1].upper() + answer[1:]
    return text.replace(MARK, "{{" + answer + "}}")


def is_accepted(answer: str, candidate: Candidate) -> bool:
    return plain(answer) in {plain(text) for text in candidate.accepted}


def gap_prompt(candidate: Candidate) -> str:
    """Return the question that stands above a cloze which has no prompt of its own."""
    if candidate.names is Kind.NUMBER:
        return "Which number belongs in the gap?"
    if candidate.names is Kind.DATE:
        return "Which date belongs in the gap?"
    return "Which name belongs in the gap?" if candidate.names is not Kind.THING else PROMPT
