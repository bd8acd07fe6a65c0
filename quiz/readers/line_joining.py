"""Lines as they were printed -> paragraphs, for files that keep nothing but lines."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
RAGGED, RAGGEDEST = 0.9, 0.75  # of most broken lines; of a full one
FULL = 0.9  # so much of a page's lines are not wider than a full line
NARROWEST = 40  # what is narrower than a newspaper's column was not broken for room
OPENING = re.compile(r"[(\[{‘“「『《〈]$")
CLOSING = re.compile(r"[)\]}’”」』》〉.,!?%:;]")
COUNTER = re.compile(
    r"(?:년|월|일|시|분|초|명|개|원|달러|번|차|회|위|세|살|층|권|편|만|억|조|여)"
)
HYPHENATED = re.compile(r"[A-Za-z]-$")
# What fonts name instead: letters for quotation marks, parts of characters for whole ones.
LOOKALIKES = str.maketrans(
    "\u02bb\u02bc⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "‘’母民虎西见角贝车長长门青韦页风飞食马鬼鱼鸟卤麦黄齐齿龙龟",
)
Gaps = Callable[[Sequence[tuple[str, str]]], list[bool]]
EDGE_LINES, FEW_PAGES = 2, 3


def paragraphs_of_pages(pages: Sequence[str], gaps: Gaps | None = None) -> str:
    """Join the lines of pages into paragraphs, one a line, without heads and numbers.

    `gaps` is asked where it can't be seen from two lines whether a Korean word was cut.
    """
    split = [[tidy(line) for line in page.split("\n")] for page in pages]
    repeated = running_heads(split)
    lines = [
        line
        for page in split
        for at, line in enumerate(page)
        if not is_running_head(line, at, len(page), repeated)
    ]
    return join_lines(lines, gaps)


def tidy(line: str) -> str:
    """Return the line without what PDF adds: radicals for characters, doubled spaces."""
    line = "".join(
        unicodedata.normalize("NFKC", each) if is_compatible(each) else each
        for each in line.replace("\u00ad", "").translate(LOOKALIKES)
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


def join_lines(lines: Sequence[str], gaps: Gaps | None = None) -> str:
    """Join lines that were broken for want of room; an empty line parts paragraphs."""
    shape = shape_of_lines(lines)
    words = known_words(lines)
    found: list[str] = []
    doubtful: list[tuple[int, str, str]] = []
    before = ""
    for line in lines:
        if before and line and goes_on(before, line, shape):
            space = sure_gap(before, line, words)
            if space is None:
                doubtful.append((len(found), before, line))
            found.append(space or "")
        elif line:
            found.append("\n")
        if line:
            found.append(line)
        before = line
    decide(found, doubtful, gaps)
    return "".join(found).lstrip("\n")


def decide(
    found: list[str], doubtful: Sequence[tuple[int, str, str]], gaps: Gaps | None
) -> None:
    """Put a space where lines were doubtful, as `gaps` says, or else as endings do."""
    places = [(before, after) for _, before, after in doubtful]
    answers = ask(gaps, places) if gaps and places else None
    answers = answers or [likely_gap(before, after) for before, after in places]
    for (at, _, _), is_gap in zip(doubtful, answers, strict=True):
        found[at] = " " if is_gap else ""


def ask(gaps: Gaps, places: Sequence[tuple[str, str]]) -> list[bool] | None:
    """Return what `gaps` knows; None where it has not the room or the time for it."""
    try:
        return gaps(places)
    except (MemoryError, OSError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class LineShape:
    """How wide a full line is, and from what width on a line was broken for room."""

    full: int
    broken: float


def shape_of_lines(lines: Sequence[str]) -> LineShape:
    widths = sorted(width_of(line) for line in lines if line)
    full = max(NARROWEST, widths[int(FULL * (len(widths) - 1))] if widths else 0)
    # Lines that end no sentence were mostly broken: most of them tell how ragged they are.
    inner = sorted(
        width_of(line) for line in lines if line and not SENTENCE_END.search(line)
    )
    usual = inner[len(inner) // 4] if inner else 0
    return LineShape(full, min(RAGGEDEST * full, max(SHORT * full, RAGGED * usual)))


def width_of(line: str) -> int:
    """Return how wide a line is, in halves of a Korean letter."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line)


def goes_on(line: str, following: str, shape: LineShape) -> bool:
    """Tell whether a paragraph goes on after `line`."""
    if ITEM.match(following):
        return False
    ends = SENTENCE_END.search(line)
    return width_of(line) >= (NEARLY_FULL * shape.full if ends else shape.broken)


def known_words(lines: Sequence[str]) -> frozenset[str]:
    """Return the words of Hangul that stand whole, inside a line."""
    return frozenset(
        word for line in lines for word in re.findall(r"(?<= )[가-힣]+(?=[ .,])", line)
    )


def sure_gap(line: str, following: str, words: frozenset[str]) -> str | None:
    """Return the space between two lines, or None where it can't be seen from them."""
    if OPENING.search(line) or CLOSING.match(following):
        return ""
    if HYPHENATED.search(line) and following[0].islower():
        return ""  # whether the hyphen belongs there too, only a dictionary knows
    if line[-1].isdigit() and following[0].isdigit():
        return ""  # a long number
    if not HANGUL_START.search(following):
        is_gloss = following.startswith("(") and HANGUL_END.search(line)
        return "" if is_gloss else " "
    if COUNTER.match(following) and line[-1].isdigit():
        return ""
    if SENTENCE_END.search(line) or line.endswith(","):
        return " "
    last, first = LAST_WORD.findall(line), FIRST_WORD.findall(following)
    return "" if last and last[0] + first[0] in words else None


def likely_gap(line: str, following: str) -> bool:
    """Guess by how Korean words end whether one ends with the line."""
    last, first = LAST_WORD.findall(line), FIRST_WORD.findall(following)[0]
    if not last:
        return True
    word = last[0]
    if word in SHORT_WORDS or (len(word) > 1 and word[-1] in ENDINGS):
        return True
    return len(word) > 1 and len(first) > 1
