"""The tree of a text as HTML; everything that a person wrote is escaped on the way.

Pages get words and signs that may stand wherever text may: in a label, a legend, a
button. Lists are told by their roles, formulas are MathML, so no script is needed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape

from quiz.core.formulas import is_readable, mathml, spoken
from quiz.core.markup import (
    Break,
    Code,
    Formula,
    Hole,
    Link,
    Listing,
    Node,
    Nodes,
    Styled,
    has_signs,
    read_markup,
)

WIDE = 28  # signs of a formula
HOLE = "\ue000"  # stands in no text that is shown


@dataclass(frozen=True, slots=True)
class Style:
    """How one place wants its HTML. `text` escapes; `formula` gets one that is readable."""

    text: Callable[[str], str]
    formula: Callable[[Formula], str]
    listing: Callable[[bool, list[str]], str]
    code: Callable[[str, bool], str]
    link: Callable[[str, str], str]
    gap: Callable[[str], str] = str


def html_of(nodes: Nodes, style: Style) -> str:
    return "".join([node_html(node, style) for node in nodes])


def node_html(node: Node, style: Style) -> str:
    match node:
        case str():
            return style.text(node)
        case Styled(name, inside):
            return f"<{name}>{html_of(inside, style)}</{name}>"
        case Code(text, is_block):
            return style.code(style.text(text), is_block)
        case Formula(latex, source):
            return style.formula(node) if is_readable(latex) else style.text(source)
        case Link(label, address):
            return style.link(style.text(label), address)
        case Listing(is_numbered, items):
            return style.listing(is_numbered, [html_of(item, style) for item in items])
        case Hole(inside):
            return style.gap(html_of(inside, style))
        case Break():
            return "<br>"


def page_formula(node: Formula) -> str:
    """Return a formula; one that may be wider than a phone scrolls in its place."""
    drawn = mathml(node.latex, is_block=node.is_block)
    scrolls = ' tabindex="0"' if len(spoken(node.latex)) > WIDE else ""
    if node.is_block:
        return f'<span class="formula block"{scrolls}>{drawn}</span>'
    return f'<span class="formula"{scrolls}>{drawn}</span>' if scrolls else drawn


def page_listing(is_numbered: bool, items: list[str]) -> str:
    kind = "listing numbered" if is_numbered else "listing"
    inside = "".join(f'<span role="listitem">{item}</span>' for item in items)
    return f'<span class="{kind}" role="list">{inside}</span>'


def page_code(text: str, is_block: bool) -> str:
    return f'<code class="block">{text}</code>' if is_block else f"<code>{text}</code>"


def page_link(label: str, address: str) -> str:
    return (
        f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{label}</a>'
    )


def label_only(label: str, _address: str) -> str:
    return label


PAGE = partial(Style, escape, page_formula, page_listing, page_code)
IN_LABELS, IN_NOTES = PAGE(label_only), PAGE(page_link)


@lru_cache(maxsize=4096)
def page_html(text: str) -> str:
    """Return `text` as HTML for wherever text may stand; links are only their words."""
    return html_of(read_markup(text), IN_LABELS) if has_signs(text) else escape(text)


@lru_cache(maxsize=1024)
def note_html(text: str) -> str:
    """Return what `page_html` does, with links that lead somewhere."""
    return html_of(read_markup(text), IN_NOTES) if has_signs(text) else escape(text)


@lru_cache(maxsize=1024)
def around_gap_html(cloze: str) -> tuple[str, str, str]:
    """Return the HTML before the gap, in it and after it; later gaps are filled.

    What is set apart may begin before the gap and end after it: the three make sense
    one after the other.
    """
    filled: list[str] = []

    def gap(inside: str) -> str:
        filled.append(inside)
        return HOLE if len(filled) == 1 else inside

    nodes = read_markup(cloze.replace(HOLE, ""), with_gap=True)
    style = PAGE(label_only, gap)
    before, _, after = html_of(nodes, style).partition(HOLE)
    return before, filled[0] if filled else "", after
