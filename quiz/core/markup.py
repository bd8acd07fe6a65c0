"""The small Markdown in which questions are written, read into a tree; never any HTML.

What plain texts hold anyway stays text: `5*3*2`, `snake_case`, `$5 and $10`. Stars count
at the edge of words alone (a Korean particle may follow), underscores never do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quiz.core.formulas import is_readable, spoken
from quiz.core.problems import Problem

# What is in a gap may have braces of its own, as LaTeX has, three deep.
GAP = re.compile(r"\{\{((?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})+)\}\}")
SIGNS = re.compile(r"[*`$\\<\[\n]")  # without one of these a text is only text
LONGEST_READ = 20_000  # characters; what is longer is no question's text
BEGINS, ENDS = "(?<![0-9A-Za-z*])", r"(?<=[^\s*])"  # what may stand around stars
GOES_ON = "(?![0-9A-Za-z*])"
FORMULA = r"""
    \$\$(?P<block>[^$]{1,500}?)\$\$
  | \\\((?P<round>[^\n]{1,500}?)\\\)
  | (?<![0-9A-Za-z$\\])\$(?=[^\s$])(?P<dollars>(?:\\\$|[^$\n]){1,500}?)
    (?<=[^\s\\])\$(?![0-9A-Za-z$])
"""
INLINE = rf"""
    \\(?P<literal>[*`$<\[])
  | `(?P<code>[^`\n]+)`
  | {FORMULA}
  | \[(?P<label>[^\[\]\n]{{1,300}})\]
    \((?P<address>(?:https?://|mailto:)[^\s()<>"]{{1,500}})\)
  | <(?P<tag>su[bp])>(?P<small>[^<\n]{{1,100}})</(?P=tag)>
  | {BEGINS}\*\*\*(?=[^\s*])(?P<both>[^\n]{{1,500}}?){ENDS}\*\*\*{GOES_ON}
  | {BEGINS}\*\*(?=[^\s*])(?P<strong>[^\n]{{1,500}}?){ENDS}\*\*{GOES_ON}
  | {BEGINS}\*(?=[^\s*])(?P<em>(?:\\\*|[^*\n]){{1,500}}?){ENDS}\*{GOES_ON}
"""
MARKS = re.compile(INLINE, re.VERBOSE)
MARKS_AND_GAPS = re.compile(rf"(?P<gap>{GAP.pattern})|{INLINE}", re.VERBOSE)
# A gap inside these is cut out of them before the text is read.
CLOSED = re.compile(rf"(?P<code>`[^`\n]+`)|{FORMULA}", re.VERBOSE)
# A sum of money opens no formula: an amount, and then words.
MONEY = re.compile(r"\d[^$]*?(?:[가-힣]|\s[A-Za-z]{2,}(?:\s|$))")
COMMAND = re.compile(r"\\[A-Za-z]+(?:\s*\{[^{}]*\})?")
FENCE = re.compile(r"\s{0,3}```\w*\s*")
BULLET = re.compile(r"\s{0,3}-\s+(?=\S)")
NUMBERED = re.compile(r"\s{0,3}(\d{1,2})[.)]\s+(?=\S)")
HELD_OFF = re.compile(r"^(\s{0,3}\d{0,2})\\(?=[-.)]\s)")  # a line that begins no list


@dataclass(frozen=True, slots=True)
class Styled:
    """Text set apart; `style` is strong, em, sub or sup."""

    style: str
    inside: "Nodes"


@dataclass(frozen=True, slots=True)
class Code:
    text: str
    is_block: bool = False


@dataclass(frozen=True, slots=True)
class Formula:
    """LaTeX; `source` is how it was written, with its dollars."""

    latex: str
    source: str
    is_block: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line."""


@dataclass(frozen=True, slots=True)
class Listing:
    is_numbered: bool
    items: tuple["Nodes", ...]


@dataclass(frozen=True, slots=True)
class Hole:
    """The gap of a cloze, with what stands in it."""

    inside: "Nodes"


Node = str | Styled | Code | Formula | Link | Break | Listing | Hole
Nodes = tuple[Node, ...]


def has_signs(text: str) -> bool:
    """Tell whether `text` may say more than its letters; most texts don't."""
    return SIGNS.search(text) is not None and len(text) <= LONGEST_READ


@lru_cache(maxsize=4096)
def read_markup(text: str, *, with_gap: bool = False) -> Nodes:
    """Read `text`; `with_gap` also its {{gaps}}, as a cloze has them."""
    if not with_gap:
        return blocks(text) if has_signs(text) else plain_lines(text)
    text = gaps_cut_out(text)
    read = blocks(text, MARKS_AND_GAPS) if has_signs(text) else ()
    if holes_in(read) == len(GAP.findall(text)):
        return read
    return plain_gaps(text)  # signs across the gap: the gap counts


def plain_lines(text: str) -> Nodes:
    return (text,) if text else ()


def plain_gaps(text: str) -> Nodes:
    pieces = GAP.split(text)  # text, gap, text, gap, ... text
    nodes: list[Node] = list(pieces)
    nodes[1::2] = [Hole(read_markup(gap)) for gap in pieces[1::2]]
    return joined(nodes)


def holes_in(nodes: Nodes) -> int:
    return sum(isinstance(node, Hole) for node in walk(nodes))


def walk(nodes: Nodes) -> Iterator[Node]:
    """Yield every node of the tree."""
    for node in nodes:
        yield node
        match node:
            case Styled(_, inside) | Hole(inside):
                yield from walk(inside)
            case Listing(_, items):
                for item in items:
                    yield from walk(item)


def blocks(text: str, marks: re.Pattern[str] = MARKS) -> Nodes:
    """Read the lines of `text`: fenced code, lists, and all the others."""
    lines, nodes, at = text.split("\n"), list[Node](), 0
    while at < len(lines):
        if (end := end_of_code(lines, at)) > at:
            nodes.append(Code("\n".join(lines[at + 1 : end - 1]), is_block=True))
        elif (end := end_of_list(lines, at)) > at:
            nodes.append(listing(lines[at:end], marks))
        else:
            end = end_of_text(lines, at)
            said = "\n".join(HELD_OFF.sub(r"\1", line, count=1) for line in lines[at:end])
            nodes += inline(said, marks)
        at = end
    return joined(nodes)


def end_of_code(lines: list[str], at: int) -> int:
    """Return the line after the fenced code that begins here, or `at`."""
    if not FENCE.fullmatch(lines[at]):
        return at
    ends = (n for n in range(at + 2, len(lines)) if lines[n].strip() == "```")
    return next(ends, at - 1) + 1


def end_of_list(lines: list[str], at: int) -> int:
    """Return the line after the list that begins here, or `at`: one line is no list."""
    count = 0
    while at + count < len(lines) and is_item(lines[at + count], count + 1):
        count += 1
    if not count and BULLET.match(lines[at]):
        while at + count < len(lines) and BULLET.match(lines[at + count]):
            count += 1
    return at + count if count > 1 else at


def is_item(line: str, number: int) -> bool:
    found = NUMBERED.match(line)
    return found is not None and int(found[1]) == number


def listing(lines: list[str], marks: re.Pattern[str]) -> Listing:
    is_numbered = NUMBERED.match(lines[0]) is not None
    sign = NUMBERED if is_numbered else BULLET
    items = (joined(inline(sign.sub("", line, count=1), marks)) for line in lines)
    return Listing(is_numbered, tuple(items))


def end_of_text(lines: list[str], at: int) -> int:
    """Return the next line that begins something else."""
    end = at + 1
    while end < len(lines) and end_of_code(lines, end) == end_of_list(lines, end) == end:
        end += 1
    return end


def inline(text: str, marks: re.Pattern[str] = MARKS) -> list[Node]:
    nodes, at = list[Node](), 0
    while found := marks.search(text, at):
        node = node_of(found, marks)
        nodes += lines_of(text[at : found.start()])
        nodes += [node] if not isinstance(node, str) else lines_of(node)
        at = found.end() if not isinstance(node, str) or found["literal"] else at
        if isinstance(node, str) and not found["literal"]:  # money: look on after its sign
            at = found.start() + len(node)
    return nodes + lines_of(text[at:])


def lines_of(text: str) -> list[Node]:
    nodes: list[Node] = []
    for line in text.split("\n"):
        nodes += [line, Break()]
    return nodes[:-1]


def node_of(found: re.Match[str], marks: re.Pattern[str]) -> Node:
    """Return what was found; the bare sign of one that is none after all."""
    match found.lastgroup:
        case "literal":
            return found["literal"]
        case "code":
            return Code(found["code"])
        case "block" | "round" | "dollars":
            return formula(found)
        case "address":
            return Link(found["label"], found["address"])
        case "small":
            return Styled(found["tag"], joined(inline(found["small"], marks)))
        case "both":
            inside = Styled("em", joined(inline(found["both"], marks)))
            return Styled("strong", (inside,))
        case "gap":
            return Hole(read_markup(GAP.fullmatch(found["gap"])[1]))  # type: ignore[index]
    style = str(found.lastgroup)
    return Styled(style, joined(inline(found[style], marks)))


def formula(found: re.Match[str]) -> Node:
    kind = str(found.lastgroup)
    latex = found[kind]
    if kind == "dollars" and MONEY.match(COMMAND.sub("", latex)):
        return "$"
    return Formula(latex.strip(), found[0], kind == "block")


def joined(nodes: "list[Node] | Nodes") -> Nodes:
    """Return the nodes with texts beside each other as one, and no line ends at blocks."""
    found: list[Node] = []
    for node in nodes:
        last = found[-1] if found else None
        if isinstance(node, str) and isinstance(last, str):
            found[-1] = last + node
        elif is_block(node) and isinstance(last, Break):
            found[-1] = node
        elif node != "" and not (isinstance(node, Break) and is_block(last)):
            found.append(node)
    return tuple(found)


def is_block(node: Node | None) -> bool:
    match node:
        case Listing() | Code(_, True) | Formula(_, _, True):
            return True
    return False


def gaps_cut_out(cloze: str) -> str:
    """Return `cloze` with its gaps outside code and formulas, where they have a place.

    $a {{b}} c$ becomes $a$ {{$b$}} $c$.
    """
    if "{{" not in cloze or not has_signs(cloze):
        return cloze
    return CLOSED.sub(cut_out, cloze)


def cut_out(found: re.Match[str]) -> str:
    sign = "`" if found["code"] else "$"
    size = 2 if found["block"] or found["round"] else 1
    inside = found[0][size:-size]
    if not GAP.search(inside):
        return found[0]
    pieces = [part.strip() if sign == "$" else part for part in GAP.split(inside)]
    set_off = [f"{sign}{part}{sign}" if part else "" for part in pieces]
    set_off[1::2] = [f"{{{{{part}}}}}" for part in set_off[1::2]]
    return (" " if sign == "$" else "").join(part for part in set_off if part)


@lru_cache(maxsize=8192)
def plain_text(text: str) -> str:
    """Return `text` on one line, as it is read out: no stars, formulas in their signs."""
    return said(read_markup(text)) if has_signs(text) else text


def said(nodes: Nodes) -> str:
    return " ".join("".join(map(words_of, nodes)).split())


def words_of(node: Node) -> str:
    match node:
        case str():
            return node
        case Styled(style, inside):
            words = said(inside)
            return raised(words, style) if style in {"sub", "sup"} else words
        case Code(text):
            return f" {text} " if "\n" in text else text
        case Formula(latex, source):
            return spoken(latex) if is_readable(latex) else source
        case Link(label):
            return label
        case Listing(_, items):
            return f" {', '.join(map(said, items))} "
        case Hole(inside):
            return said(inside)
    return " "


def raised(words: str, style: str) -> str:
    """Return 2 as ² or ₂ where there is such a sign."""
    signs = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻" if style == "sup" else "₀₁₂₃₄₅₆₇₈₉₊₋"
    table = dict(zip("0123456789+-", signs, strict=True))
    return "".join(table.get(c, c) for c in words)


def check_formulas(text: str, *, with_gap: bool = False) -> None:
    """Check that every formula in `text` can be shown.

    Raises:
        Problem: the first that can't.
    """
    for node in walk(read_markup(text, with_gap=with_gap)):
        if isinstance(node, Formula) and not is_readable(node.latex):
            raise Problem(
                "The formula %(formula)s can't be read. Mend it, or write \\$ where a "
                "dollar sign is meant.",
                formula=node.source,
            )
