"""Formulas: LaTeX becomes MathML for pages, and a line of text for reading out."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from typing import Any

LONGEST = 500  # characters of LaTeX
# All of MathML that leaves this module, and of how many parts an element must be.
COUNTS = {
    "mfrac": 2, "msup": 2, "msub": 2, "msubsup": 3, "mroot": 2, "munder": 2, "mover": 2,
    "munderover": 3,
}  # fmt: skip
LEAVES = frozenset({"mi", "mn", "mo", "mtext", "mspace"})
GROUPS = frozenset(
    {"mrow", "msqrt", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom", "menclose"}
)
ATTRIBUTES = frozenset(
    {
        "mathvariant", "stretchy", "fence", "form", "separator", "minsize", "maxsize",
        "linethickness", "accent", "accentunder", "movablelimits", "displaystyle",
        "scriptlevel", "width", "columnalign",
    }
)  # fmt: skip
RAISED = dict(zip("0123456789+-−n∘′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ°′", strict=True))
LOWERED = dict(zip("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋", strict=True))
RELATIONS = frozenset("=<>≤≥≠≈≡→⇒⇔∈∉⊂⊆∪∩+−±×÷∧∨")  # have a space on both sides
SIGN_OF_NUMBER = re.compile(r"(?:(?<=^)|(?<=[(\[/,^])|(?<=[=<>≤≥] ))([+−±]) ")
VALUE = re.compile(r"[\w.#%+-]{1,20}")
BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """An element of a formula, with its text or its parts."""

    tag: str
    text: str = ""
    parts: tuple["Part", ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


def is_readable(latex: str) -> bool:
    return read_formula(latex) is not None


@lru_cache(maxsize=2048)
def read_formula(latex: str) -> Part | None:
    """Return the formula as a tree of MathML, or None where it can't be read."""
    if len(latex) > LONGEST or not is_balanced(latex):
        return None
    # It takes a tenth of a second to load, and few texts hold a formula.
    from latex2mathml.converter import convert_to_element  # noqa: PLC0415

    try:
        return part_of(convert_to_element(latex)[0])
    except Exception:  # it has many ways to fail on what is no LaTeX
        return None


def is_balanced(latex: str) -> bool:
    depth = 0
    for brace in BRACE.findall(latex):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return False
    return not depth


def part_of(element: Any) -> Part:
    """Return the element with what is known to be harmless.

    Raises:
        ValueError: it is no element of a sound formula.
    """
    tag, text = element.tag, unescape(element.text or "")
    parts = tuple(map(part_of, element))
    if tag in LEAVES:
        if text.startswith("\\") or (text == "&" and tag == "mi"):
            raise ValueError(text)  # a command that isn't known
    elif tag not in GROUPS and len(parts) != COUNTS.get(tag):
        raise ValueError(tag)
    attributes = tuple(
        (name, value)
        for name, value in element.attrib.items()
        if name in ATTRIBUTES and VALUE.fullmatch(value)
    )
    return Part(tag, text, parts, attributes)


def mathml(latex: str, *, is_block: bool = False) -> str:
    """Return the formula as an element of a page. It must be readable."""
    formula = read_formula(latex)
    if formula is None:
        raise ValueError(latex)
    display = ' display="block"' if is_block else ""
    alternative = escape(spoken(latex))
    return f'<math{display} alttext="{alternative}">{element_html(formula)}</math>'


def element_html(part: Part) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in part.attributes)
    inside = "".join(map(element_html, part.parts)) or escape(part.text)
    return f"<{part.tag}{attributes}>{inside}</{part.tag}>"


@lru_cache(maxsize=2048)
def spoken(latex: str) -> str:
    r"""Return the formula on one line: \frac{x^2}{2} as x²/2; as it is if unreadable."""
    formula = read_formula(latex)
    if formula is None:
        return latex
    return SIGN_OF_NUMBER.sub(r"\1", " ".join(line_of(formula).split()))


def line_of(part: Part) -> str:
    lines = [line_of(each) for each in part.parts]
    match part.tag:
        case "mo" if part.text in RELATIONS:
            return f" {part.text} "
        case "mi" | "mo" if len(part.text) > 1 and part.text.isalpha():
            return f"{part.text} "
        case "mspace" | "mphantom":
            return " "
        case "mfrac" if ("linethickness", "0") in part.attributes:
            return f"{lines[0].strip()}, {lines[1].strip()}"
        case "mfrac":
            return f"{grouped(part.parts[0])}/{grouped(part.parts[1])}"
        case "msqrt":
            return f"√{bracketed(lines)}"
        case "mroot":
            return f"{raised(lines[1])}√{bracketed(lines[:1])}"
        case "msup" | "mover":
            return lines[0].rstrip() + raised(lines[1])
        case "msub" | "munder":
            return lines[0].rstrip() + lowered(lines[1]) + after_name(part)
        case "msubsup" | "munderover":
            return (
                lines[0].rstrip() + lowered(lines[1]) + raised(lines[2]) + after_name(part)
            )
        case "mtable":
            return "; ".join(line.strip(" ,") for line in lines)
        case "mtd":
            return "".join(lines).strip() + ", "
    return "".join(lines) + part.text


def after_name(part: Part) -> str:
    """Return the space after lim or Σ with its bounds."""
    return " " if part.parts[0].tag == "mo" else ""


def grouped(part: Part) -> str:
    return bracketed([line_of(part)])


def bracketed(lines: list[str]) -> str:
    line = "".join(lines).strip()
    return line if re.fullmatch(r"\w+|√\w+|\w[²³]", line) else f"({line})"


def raised(line: str) -> str:
    line = line.replace(" ", "")
    if line and all(c in RAISED for c in line):
        return "".join(RAISED[c] for c in line)
    return f"^{bracketed([line])}" if line.isascii() else f"^{line}"


def lowered(line: str) -> str:
    line = line.replace(" ", "")
    if line and all(c in LOWERED for c in line):
        return "".join(LOWERED[c] for c in line)
    return f"_{bracketed([line])}"
