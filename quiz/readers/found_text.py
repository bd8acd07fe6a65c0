"""What every reader gives: a text and what is known about it."""

import re
from dataclasses import dataclass

from quiz.core.article import LONGEST_TEXT, clean_text
from quiz.core.imprint import Imprint, imprint_in
from quiz.core.problems import Problem

LONGEST_TITLE = 200
NO_TITLE = re.compile(
    r"^untitled|^제목 ?없음|^(?:document|문서) ?\d*$|^microsoft |\.\w{2,5}$", re.I
)


@dataclass(frozen=True, slots=True)
class FoundText:
    """A text as `clean_text` leaves it, and what it, or its file, says about itself."""

    text: str
    imprint: Imprint


def found_text(
    text: str, declared: Imprint | None = None, guessed: Imprint | None = None
) -> FoundText:
    """Clean `text` and gather what is known about it.

    What the text was published with (`declared`) comes first, then what its own lines
    tell, then what a program noted about its file (`guessed`).

    Raises:
        Problem: it is empty, too long or no text.
    """
    text = clean_text(text)
    known = tidy(declared or Imprint()).or_else(imprint_in(text))
    return FoundText(text, known.or_else(tidy(guessed or Imprint())))


def tidy(imprint: Imprint) -> Imprint:
    return Imprint(sound_title(imprint.title), imprint.date, one_line(imprint.source))


def sound_title(title: str) -> str:
    """Return the title a file names, or "" where a program filled it in by itself."""
    title = one_line(title)
    return "" if NO_TITLE.search(title) else title


def one_line(text: str) -> str:
    kept = "".join(each for each in text if each.isprintable() or each.isspace())
    return " ".join(kept.split())[:LONGEST_TITLE]


def too_long() -> Problem:
    return Problem(
        "The text has more than %(most)s characters. Split it.", most=f"{LONGEST_TEXT:,}"
    )
