"""Lines as they were printed -> paragraphs, for files that keep nothing but lines."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

SENTENCE_END = re.compile(r"[.!?。…:][\"'”’」』)\]]*$")
ITEM = re.compile(r"^(?:[-•·●○■□▪▶◦※*]|\(?\d{1,3}[.)]|[①-⑳]|[가-하][.)])\s")
PAGE_NUMBER = re.compile(r"^\W*(?:p(?:age)?\.?\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\W*$", re.I)
HANGUL_END, HANGUL_START = re.compile(r"[가-힣]$"), re.compile(r"^[가-힣]")
LAST_WORD, FIRST_WORD = re.compile(r"[가-힣]+$"), re.compile(r"^[가-힣]+")
# Syllables with which Korean words end more often than they are cut within.
ENDINGS = frozenset("은는을를에의로고며도와과던게된한할인면서나까")
SHORT_WORDS = frozenset("이그저한두세네각및등더또못안잘다수것때전후중약총매첫새온")
# Where the script changes, PDF often sets a particle apart: 80cm 이다.
LOOSE_PARTICLE = re.compile(
    r"(?<=[A-Za-z0-9)\]%]) (?=(?:이다|이며|이고|은|는|을|를|의|으로|와|과|에서|에게|까지"
    r"|부터)\b)"
)
SHORT, NEARLY_FULL = 0.6, 0.82  # of the width of a full line
FULL = 0.9  # so much of a page's lines are not wider than a full line
NARROWEST = 40  # what is narrower than a newspaper's column was not broken for room
EDGE_LINES, FEW_PAGES = 2, 3


def paragraphs_of_pages(pages: Sequence[str]) -> str:
    """Join the lines of pages into paragraphs, one a line, without heads and numbers."""
    split = [[tidy(line) for line in page.split("\n")] for page in pages]
    repeated = running_heads(split)
    lines = [
        line
        for page in split
        for at, line in enumerate(page)
        if not is_running_head(line, at, len(page), repeated)
    ]
    return join_lines(lines)


def tidy(line: str) -> str:
    """Return the line without what PDF adds: radicals for characters, doubled spaces."""
    line = "".join(
        unicodedata.normalize("NFKC", each) if is_compatible(each) else each
        for each in line.replace("\u00ad", "")
    )
    line = re.sub(r"[^\S\n]+", " ", line).strip()
    line = re.sub(r"(?<=[가-힣A-Za-z)\]”’0-9]) (?=[.,!?](?:\s|$))", "", line)
    return LOOSE_PARTICLE.sub("", line)


def is_compatible(letter: str) -> bool:
    """Tell whether it is a radical, a ligature or a form that stands for a usual letter."""
    return "\u2e80" <= letter <= "\u2fdf" or "\uf900" <= letter <= "\ufb06"


def running_heads(pages: list[list[str]]) -> set[str]:
    """Return what stands at the edge of most pages, numbers left out."""
    if len(pages) < FEW_PAGES:
        return set()
    seen = Counter(
        shape
        for page in pages
        for shape in {shape_of(line) for line in (*page[:EDGE_LINES], *page[-EDGE_LINES:])}
    )
    return {shape for shape, count in seen.items() if shape and count * 2 > len(pages)}


def shape_of(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def is_running_head(line: str, at: int, lines: int, repeated: set[str]) -> bool:
    if EDGE_LINES <= at < lines - EDGE_LINES:
        return False
    return bool(PAGE_NUMBER.match(line)) or shape_of(line) in repeated


def join_lines(lines: Sequence[str]) -> str:
    """Join lines that were broken for want of room; an empty line parts paragraphs."""
    widths = sorted(width_of(line) for line in lines if line)
    full = max(NARROWEST, widths[int(FULL * (len(widths) - 1))] if widths else 0)
    words = known_words(lines)
    found: list[str] = []
    before = ""
    for line in lines:
        if not line:
            before = ""
        elif before and goes_on(before, line, full):
            found[-1] += gap_between(before, line, words) + line
            before = line
        else:
            found.append(line)
            before = line
    return "\n".join(found)


def width_of(line: str) -> int:
    """Return how wide a line is, in halves of a Korean letter."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line)


def goes_on(line: str, following: str, full: int) -> bool:
    """Tell whether a paragraph goes on after `line`."""
    if ITEM.match(following):
        return False
    width = width_of(line)
    return width >= (NEARLY_FULL if SENTENCE_END.search(line) else SHORT) * full


def known_words(lines: Sequence[str]) -> frozenset[str]:
    """Return the words of Hangul that stand whole, inside a line."""
    return frozenset(
        word for line in lines for word in re.findall(r"(?<= )[가-힣]+(?=[ .,])", line)
    )


def gap_between(line: str, following: str, words: frozenset[str]) -> str:
    """Return the space between two lines: none where a Korean word was cut in two."""
    if not (HANGUL_END.search(line) and HANGUL_START.search(following)):
        return " "
    last, first = LAST_WORD.findall(line)[0], FIRST_WORD.findall(following)[0]
    if last + first in words:
        return ""
    if last in words or last in SHORT_WORDS or (len(last) > 1 and last[-1] in ENDINGS):
        return " "
    return "" if len(last) == 1 or len(first) == 1 else " "
