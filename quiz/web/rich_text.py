"""What people wrote in the small Markdown of the core, as templates show it."""

from flask import Flask
from markupsafe import Markup

from quiz.core.markup import plain_text
from quiz.core.markup_html import around_gap_html, note_html, page_html


def use_rich_text(app: Flask) -> None:
    """Give the templates `rich` and `note` (HTML, with links) and `plain` (one line)."""
    app.add_template_filter(rich)
    app.add_template_filter(note)
    app.add_template_filter(plain)
    app.add_template_global(cloze_parts)


def rich(text: str) -> Markup:
    return Markup(page_html(str(text)))


def note(text: str) -> Markup:
    return Markup(note_html(str(text)))


def plain(text: str) -> str:
    return plain_text(str(text))


def cloze_parts(cloze: str) -> tuple[Markup, Markup, Markup]:
    """Return what stands before the gap of a cloze, in it and after it."""
    before, gap, after = around_gap_html(cloze)
    return Markup(before), Markup(gap), Markup(after)
