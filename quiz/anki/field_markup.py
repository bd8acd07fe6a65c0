"""What a field's HTML sets apart -> the Markdown in which questions are written."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from quiz.core.formulas import is_readable
from quiz.core.markup import Code, Formula, Link, Listing, Node, Styled, read_markup

SIGNS = {(True, True): "***", (True, False): "**", (False, True): "*"}  # strong, em
ESCAPED = re.compile(r"[*`$<\[]")
BESIDE_STARS = re.compile(r"[0-9A-Za-z*]")  # where these stand, stars would stay stars
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s()<>\"]{1,500}")
LONGEST_SMALL, LONGEST_LABEL = 100, 300


@dataclass(frozen=True, slots=True)
class Run:
    """Text with what holds for all of it: strong, em, sub, sup, code; a link's address.

    A formula's text is LaTeX; "formula" and "block formula" say so.
    """

    text: str
    styles: frozenset[str] = frozenset()
    address: str = ""

    @property
    def is_formula(self) -> bool:
        return bool(self.styles & {"formula", "block formula"})


@dataclass(slots=True)
class Line:
    """A line of text; `sign` is what an item of a list begins with."""

    sign: str = ""
    runs: list[Run] = field(default_factory=list)
    is_code: bool = False  # of a block of code

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def write_markup(lines: Sequence[Line]) -> str:
    """Return the lines as Markdown; as text alone where they would be read otherwise."""
    lines = without_lone_signs(lines)
    written = "\n".join(
        block_of_code(some) if is_code else "\n".join(map(write_line, some))
        for is_code, some in groupby(lines, lambda line: line.is_code)
    )
    said = (line.sign + line.text for line in lines)
    if letters(map(text_in, read_markup(written))) == letters(said):
        return written
    return "\n".join(line.sign + ESCAPED.sub(r"\\\g<0>", line.text) for line in lines)


def block_of_code(lines: Iterable[Line]) -> str:
    texts = [line.text.rstrip() for line in lines]
    if not any(texts) or any("```" in text for text in texts):
        return "\n".join(texts)
    return "\n".join(("```", *texts, "```"))


def write_line(line: Line) -> str:
    return line.sign + " ".join(write_runs(line.runs).split())


def without_lone_signs(lines: Sequence[Line]) -> list[Line]:
    """Return the lines; a list of one item is a line like any other."""
    kept = [line for line in lines if line.text.strip() or not line.sign]
    lists = [list(group) for _, group in groupby(kept, lambda line: bool(line.sign))]
    return [
        Line("", line.runs) if len(group) == 1 else line
        for group in lists
        for line in group
    ]


def letters(texts: Iterable[str]) -> str:
    return re.sub(r"\s+", "", "".join(texts))


def text_in(node: Node) -> str:
    match node:
        case str():
            return node
        case Code(text):
            return text
        case Formula(latex):
            return latex
        case Link(label):
            return label
        case Styled(_, inside):
            return "".join(map(text_in, inside))
        case Listing(is_numbered, items):
            signs = (f"{n}. " if is_numbered else "- " for n in range(1, len(items) + 1))
            told = ("".join(map(text_in, item)) for item in items)
            return "".join(sign + text for sign, text in zip(signs, told, strict=True))
    return ""


def write_runs(runs: Sequence[Run]) -> str:
    """Return the runs of one line, those that are strong or emphasised in stars."""
    written = ""
    parts = [(flags, list(some)) for flags, some in groupby(runs, stars_of)]
    for place, (flags, some) in enumerate(parts):
        inside = "".join(map(write_run, some))
        rest = "".join(run.text for _, later in parts[place + 1 :] for run in later)
        written += in_stars(inside, SIGNS.get(flags, ""), written, rest)
    return written


def stars_of(run: Run) -> tuple[bool, bool]:
    return "strong" in run.styles, "em" in run.styles


def in_stars(inside: str, sign: str, before: str, after: str) -> str:
    """Return `inside` between stars, its spaces outside, if they can stand there."""
    core = inside.strip()
    if not sign or not core:
        return inside
    head, tail = inside[: inside.index(core)], inside[inside.index(core) + len(core) :]
    beside = (before + head)[-1:] + (tail + after)[:1]
    if BESIDE_STARS.search(beside) or core.startswith("*") or core.endswith(("*", "\\")):
        return inside
    return f"{head}{sign}{core}{sign}{tail}"


def write_run(run: Run) -> str:
    """Return text with what is around it, but for stars."""
    text = run.text
    if run.is_formula:
        return formula(text.strip(), is_block="block formula" in run.styles)
    if "code" in run.styles and "`" not in text and text.strip():
        return f"`{text}`"
    small = next((style for style in ("sub", "sup") if style in run.styles), "")
    if small and "<" not in text and text.strip() and len(text) <= LONGEST_SMALL:
        return f"<{small}>{literal(text)}</{small}>"
    is_label = not re.search(r"[\[\]]", text) and len(text) <= LONGEST_LABEL
    if ADDRESS.fullmatch(run.address) and is_label and text.strip():
        return f"[{text}]({run.address})"
    return literal(text)


def formula(latex: str, *, is_block: bool) -> str:
    """Return LaTeX as a formula; as code where we can't read it, so that it's asked yet."""
    if not latex or "\n" in latex or not is_readable(latex):
        return f"`{' '.join(latex.split())}`" if latex and "`" not in latex else latex
    return f"$${latex}$$" if is_block and "$" not in latex else rf"\({latex}\)"


def literal(text: str) -> str:
    """Return text that is read as just itself."""
    if not ESCAPED.search(text) or read_markup(text) == (text,):
        return text
    return ESCAPED.sub(r"\\\g<0>", text)
