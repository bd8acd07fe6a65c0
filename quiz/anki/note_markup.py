"""The small Markdown of questions as fields of a note: HTML, with MathJax for formulas.

Anki brings MathJax on all its platforms, and its editor shows a formula as LaTeX; MathML
would be drawn by the newer ones alone.
"""

import re
from functools import lru_cache
from html import unescape

from quiz.anki.note_text import as_gap, as_html, escape
from quiz.core.formulas import is_readable, mathml
from quiz.core.markup import Formula, Hole, has_signs, read_markup, walk
from quiz.core.markup_html import Style, html_of

TEX = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)
BRACES = re.compile(r"(?<=\{)(?=\{)|(?<=\})(?=\})")  # two of them are Anki's own sign


def tex(node: Formula) -> str:
    begin, end = (r"\[", r"\]") if node.is_block else (r"\(", r"\)")
    return begin + escape(BRACES.sub(" ", node.latex)) + end


def listing(is_numbered: bool, items: list[str]) -> str:
    tag = "ol" if is_numbered else "ul"
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def code(text: str, is_block: bool) -> str:
    return f"<pre><code>{text}</code></pre>" if is_block else f"<code>{text}</code>"


def link(label: str, address: str) -> str:
    return f'<a href="{escape(address)}">{label}</a>'


NOTE = Style(as_html, tex, listing, code, link, as_gap)


def marked_html(text: str) -> str:
    """Return what a person wrote as the HTML of a field."""
    return html_of(read_markup(text), NOTE) if has_signs(text) else as_html(text)


@lru_cache(maxsize=4096)  # an answer stands in several fields, and among others' options
def answer_html(text: str) -> str:
    """Return what `marked_html` does, remembered: for answers and options."""
    return marked_html(text)


def cloze_html(cloze: str, answer: str) -> str:
    """Return the sentence with its gaps, or the answer as a lone gap where it has none.

    Anki makes a card only for gaps with something in them.
    """
    nodes = read_markup(cloze, with_gap=True)
    if any(isinstance(each, Hole) and html_of(each.inside, NOTE) for each in walk(nodes)):
        return html_of(nodes, NOTE)
    return as_gap(answer_html(answer))


def drawn(html: str) -> str:
    """Return a field with its formulas in MathML, for a page without MathJax."""
    return TEX.sub(draw, html) if "\\" in html else html


def draw(found: re.Match[str]) -> str:
    latex = unescape(found[1] or found[2])
    return mathml(latex, is_block=bool(found[2])) if is_readable(latex) else found[0]
