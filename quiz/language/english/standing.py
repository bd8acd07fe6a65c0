"""Signs of how well a wording stands alone: what points back, and what says where."""

from __future__ import annotations

import re

from quiz.language.chances import Signs
from quiz.language.english.candidates import Candidate
from quiz.language.english.context import Setting
from quiz.language.english.wordlists import Kind

# What points to something that was told before.
LEADING_ON = re.compile(
    r"\b(?:similar|remaining|further|additional|another|others?|earlier|later|previous|"
    r"following|such|rest|latter|original|same|own|resulting)\b"
)
# 'The works', 'the board': of what?
VAGUE = re.compile(
    r"\b[Tt]he (?:\w+ )?(?:system|service|scheme|project|report|work|works|terms|plan|"
    r"building|idea|name|people|men|women|families|deal|price|place|site|line|figure|"
    r"matter|board|club|family|couple|group|team|others?|animal|species|plant|city|town|"
    r"government|museum|book|study|event|match|game|election|war|church|tower)\b"
    r"(?! of| in|, [A-Z])"
)
BEST = re.compile(r"\b[Tt]he (?:\w+est|first|last|most \w+|only|best|next|second|third)\b")
BEST_OF = re.compile(
    r"\b[Tt]he (?:\w+est|first|last|most|only|best)\b[^.,?]*\b(?:of|in|to)\b"
)
SMALL_NUMBER = re.compile(r"^(?:one|two|three|both|half|once|twice|\d)$", re.IGNORECASE)
FRONT = re.compile(r"^(?:In|On|At|During|Under) (?:the )?[A-Z][^,?]*, [a-z]")
TITLED = re.compile(r"\b[Tt]he □ [A-Z]")  # 'the □ Ada Marsh'
TWO_SENTENCES = re.compile(r"[a-z\d]\.[”\"]? [A-Z]|[ap]\.m\. [A-Z]")
ROLE = re.compile(r"The [a-z]+(?: [a-z]+)?, (?:□|[A-Z])")  # 'The sheriff, Ole Hill, '
REPORT = re.compile(r"^In the report “")


def signs_of_standing(
    candidate: Candidate, form: str, text: str, setting: Setting
) -> Signs:
    """Return the signs of a prompt or of a cloze, whose gap is a box in `text`."""
    answer = candidate.accepted[0] if candidate.accepted else ""
    counted = candidate.names is Kind.NUMBER
    best = bool(BEST.search(text)) and not BEST_OF.search(text)
    return {
        f"{form}:leading-on": min(2.0, len(LEADING_ON.findall(text))),
        f"{form}:vague": min(2.0, len(VAGUE.findall(text))),
        f"{form}:best-of-nothing": float(best),
        f"{form}:small-number": float(counted and bool(SMALL_NUMBER.match(answer))),
        f"{form}:part-of-name": float(is_part_of_name(candidate)),
        f"{form}:surname-alone": float(is_surname_alone(candidate, setting)),
        f"{form}:before-its-name": float(bool(TITLED.search(text))),
        f"{form}:two-sentences": float(bool(TWO_SENTENCES.search(text))),
        f"{form}:two-parts": float(";" in text),
        f"{form}:role": float(bool(ROLE.match(text))),
        "front:scope": float(bool(FRONT.match(text))),
        "front:report": float(bool(REPORT.match(text))),
        "front:town": float(bool(setting.town) and f"In {setting.town}," in text),
    }


def is_surname_alone(candidate: Candidate, setting: Setting) -> bool:
    """Tell the 'Marsh' of whom the article has told the whole name."""
    answer = candidate.accepted[0] if candidate.accepted else ""
    told = candidate.sentence.text[candidate.start : candidate.end]
    person = candidate.names is Kind.PERSON and " " not in told
    return person and (" " in answer or setting.names.whole(told) != told)


def is_part_of_name(candidate: Candidate) -> bool:
    """Tell the 'British Empire' of 'the Order of the British Empire'."""
    doc = candidate.sentence.doc
    inside = [t for t in doc if candidate.start <= t.idx < candidate.end]
    if not inside:
        return False
    first, last = inside[0], inside[-1]
    follows = last.i + 1 < len(doc) and doc[last.i + 1].ent_iob_ == "I"
    if follows and doc[last.i + 1].text not in {"'s", "’s"}:
        return True
    return first.i > 1 and first.ent_iob_ == "I" and doc[first.i - 2].ent_type_ != ""
