"""What letters stand for: the words before or inside the brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.glosses import Gloss
from quiz.language.english.wordlists import Kind

SHORT = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z0-9]{1,6}s?|[a-z]{2,4}|[A-Z]{2,8}")
SMALL = {"of", "the", "and", "for", "in", "on", "to", "de", "&"}


def find(reading: Reading) -> Iterator[Candidate]:
    for gloss in reading.sentence.clean.glosses:
        text = gloss.text.strip('"“” ')
        if SHORT.fullmatch(text):
            yield from expanded_before(gloss, text, reading)


def expanded_before(gloss: Gloss, short: str, reading: Reading) -> Iterator[Candidate]:
    before = reading.sentence.text[: gloss.at].rstrip()
    start = start_of_expansion(before, short)
    if start is None:
        return
    expansion = before[start:].strip('"“” ')
    yield Candidate(
        "abbreviation", reading.sentence, start, start + len(expansion),
        f"What does {short} stand for?", (expansion, f"the {expansion}"), Kind.THING,
        weight=90, part=short,
    )  # fmt: skip


def start_of_expansion(before: str, short: str) -> int | None:
    """Return where the words begin whose initials are the letters of `short`."""
    letters = [c.lower() for c in short.rstrip("s") if c.isalpha()]
    words = list(re.finditer(r"[^\s\-]+", before))
    place = len(words) - 1
    for letter in reversed(letters):
        while (
            place >= 0
            and words[place][0].lower() in SMALL
            and letter != words[place][0][0].lower()
        ):
            place -= 1
        if place < 0 or words[place][0][:1].lower() != letter:
            return None
        place -= 1
    return words[place + 1].start()
