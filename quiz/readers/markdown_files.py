"""Markdown -> its words, without the signs; its front matter tells title and date."""

import re
from datetime import date

from quiz.core.imprint import Imprint, first_day
from quiz.readers.found_text import FoundText, found_text

FRONT = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.S)
ENTRY = re.compile(r"^(\w+)\s*:\s*[\"']?(.*?)[\"']?\s*$")
HEADING = re.compile(r"^ {0,3}(#{1,6})(?:\s+(.*?))?\s*#*$")
UNDERLINE = re.compile(r"^ {0,3}(?:=+|-+)\s*$")
RULE = re.compile(r"^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
LEAD = re.compile(r"^\s{0,3}(?:>\s?)+|^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?")
REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:\s+\S+.*$")
ESCAPED, HIDDEN = re.compile(r"\\([!-/:-@\[-`{-~])"), 0xE000  # private letters
PLAIN = (
    (re.compile(r"!\[[^\]\n]{0,300}\](?:\([^)\n]{0,999}\)|\[[^\]\n]{0,99}\])"), ""),
    (re.compile(r"\[\^[^\]\n]{1,40}\]"), ""),
    (re.compile(r"\[([^\]\n]{1,300})\](?:\([^)\n]{0,999}\)|\[[^\]\n]{0,99}\])"), r"\1"),
    (re.compile(r"<(https?://[^>\s]{1,999})>"), r"\1"),
    (re.compile(r"<!--.*?-->"), ""),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,300}>"), ""),
    (re.compile(r"(`+)(.+?)\1"), r"\2"),
    (re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^*_\n]+?)(?<=\S)\1"), r"\2"),
)


def read_markdown(text: str) -> FoundText:
    """Return the words of a Markdown text; its first heading is the title.

    Raises:
        Problem: it has none.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = FRONT.match(text)
    imprint = front_matter(front[1]) if front else Imprint()
    lines = text[front.end() :].split("\n") if front else text.split("\n")
    kept, title = plain_lines(lines)
    return found_text("\n".join(kept), imprint.or_else(Imprint(title)))


def front_matter(block: str) -> Imprint:
    entries = {
        match[1].lower(): match[2]
        for line in block.split("\n")
        if (match := ENTRY.match(line))
    }
    return Imprint(
        entries.get("title", ""),
        day_in(entries.get("date", "")),
        entries.get("source", "") or entries.get("author", ""),
    )


def day_in(text: str) -> date | None:
    found = first_day(text)
    return found[0] if found else None


def plain_lines(lines: list[str]) -> tuple[list[str], str]:
    """Return the lines without Markdown's signs, and the first heading."""
    kept: list[str] = []
    title, in_code = "", False
    for line in lines:
        if FENCE.match(line):
            in_code = not in_code
        elif in_code:
            kept.append(line)
        elif heading := HEADING.match(line):
            kept.append(plain_inline(heading[2] or ""))
            title = title or kept[-1]
        elif UNDERLINE.match(line) and kept and kept[-1].strip():
            title = title or kept[-1]
        elif not (RULE.match(line) or TABLE_RULE.match(line) or REFERENCE.match(line)):
            kept.append(plain_inline(cells(LEAD.sub("", line))))
    return kept, title


def cells(line: str) -> str:
    """Return a table's row as its cells, with commas between them."""
    row = line.strip()
    if len(row) < 2 or not (row.startswith("|") and row.endswith("|")):
        return line
    return ", ".join(cell.strip() for cell in row.strip("|").split("|") if cell.strip())


def plain_inline(line: str) -> str:
    # A sign after a backslash is none: it hides from the patterns behind a letter's back.
    line = ESCAPED.sub(lambda sign: chr(HIDDEN + ord(sign[1])), line)
    for pattern, words in PLAIN:
        line = pattern.sub(words, line)
    return re.sub(r"[\ue021-\ue07e]", lambda sign: chr(ord(sign[0]) - HIDDEN), line)
