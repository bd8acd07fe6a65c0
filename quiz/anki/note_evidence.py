"""The evidence of a question in its paragraph, and where that paragraph stands."""

from bisect import bisect_right
from collections.abc import Iterable
from urllib.parse import urlsplit

from quiz.anki.note_text import as_html, escape
from quiz.anki.note_words import Words
from quiz.core.article import Article, Span
from quiz.core.questions import Evidence

CONTEXT = 400  # characters at most on each side of a quotation: some lines are whole books


class Passages:
    """The articles of a bank, ready to show passages of them."""

    def __init__(self, articles: Iterable[Article], words: Words) -> None:
        self.words = words
        self.articles = {article.id: (article, article.paragraphs) for article in articles}

    def shown(self, evidence: Evidence | None) -> str:
        """Return the quotation in its paragraph, with `mark` around it, `em` its answer."""
        if evidence is None:
            return ""
        before, after = self.context(evidence)
        return f"{as_html(before)}<mark>{quotation(evidence)}</mark>{as_html(after)}"

    def context(self, evidence: Evidence) -> tuple[str, str]:
        article, paragraphs = self.articles.get(evidence.article, (None, ()))
        if article is None or article.text[evidence.start : evidence.end] != evidence.quote:
            return "", ""
        first = paragraphs[place_of(paragraphs, evidence.start)]
        last = paragraphs[place_of(paragraphs, evidence.end - 1)]
        before = article.text[min(first.start, evidence.start) : evidence.start]
        after = article.text[evidence.end : max(last.end, evidence.end)]
        return clipped_start(before), clipped_end(after)

    def source(self, evidence: Evidence | None) -> str:
        """Return the article's title, date and address, and the paragraph's number."""
        if evidence is None or evidence.article not in self.articles:
            return ""
        article, paragraphs = self.articles[evidence.article]
        parts = [as_html(self.words.source.format(article.title))] if article.title else []
        if article.date:
            parts.append(self.words.date(article.date))
        if article.text[evidence.start : evidence.end] == evidence.quote:
            place = place_of(paragraphs, evidence.start)
            parts.append(self.words.paragraph.format(place + 1))
        if article.source:
            parts.append(self.origin(article.source))
        return ", ".join(parts)

    def origin(self, source: str) -> str:
        if not is_web_address(source):
            return as_html(source)
        return f'<a href="{escape(source)}">{self.words.original}</a>'


def quotation(evidence: Evidence) -> str:
    quote, start, end = evidence.quote, evidence.answer_start, evidence.answer_end
    if not 0 <= start < end <= len(quote):
        return as_html(quote)
    before, answer, after = quote[:start], quote[start:end], quote[end:]
    return f"{as_html(before)}<em>{as_html(answer)}</em>{as_html(after)}"


def place_of(paragraphs: tuple[Span, ...], offset: int) -> int:
    """Return the index of the paragraph that holds `offset`, or of the one before it."""
    return max(0, bisect_right(paragraphs, offset, key=lambda span: span.start) - 1)


def clipped_start(text: str) -> str:
    if len(text) <= CONTEXT:
        return text
    _, space, tail = text[-CONTEXT:].partition(" ")
    return "… " + (tail if space else text[-CONTEXT:])


def clipped_end(text: str) -> str:
    if len(text) <= CONTEXT:
        return text
    head, space, _ = text[:CONTEXT].rpartition(" ")
    return (head if space else text[:CONTEXT]) + " …"


def is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
