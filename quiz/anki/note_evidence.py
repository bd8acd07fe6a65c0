"""The evidence of a question in its paragraph, and where that paragraph stands."""

from bisect import bisect_right
from collections.abc import Sequence
from urllib.parse import urlsplit

from quiz.anki.note_text import as_html, escape, is_plain, shortened
from quiz.anki.note_words import Words
from quiz.core.article import Article, Span, paragraph_spans
from quiz.core.questions import Evidence

CONTEXT = 400  # characters at most on each side of a quotation: some lines are whole books


class Paragraphs:
    """An article's paragraphs, found by offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = paragraph_spans(text)
        self.starts = [span.start for span in self.spans]

    def has(self, evidence: Evidence) -> bool:
        """Tell whether the article still says at its place what `evidence` quotes."""
        return self.text[evidence.start : evidence.end] == evidence.quote

    def number(self, offset: int) -> int:
        """Return which paragraph holds `offset`, from 1, or is the last before it."""
        return max(1, bisect_right(self.starts, offset))

    def around(self, offset: int) -> Span:
        return self.spans[self.number(offset) - 1]


class Passages:
    """The articles of a bank, ready to show passages of them."""

    def __init__(self, articles: Sequence[Article], words: Words) -> None:
        self.words = words
        self.articles = {article.id: Paragraphs(article.text) for article in articles}
        self.sources = {article.id: self.about(article) for article in articles}

    def shown(self, evidence: Evidence | None) -> str:
        """Return the quotation in its paragraph, with `mark` around it, `em` its answer."""
        if evidence is None:
            return ""
        before, after = self.context(evidence)
        return f"{as_html(before)}<mark>{quotation(evidence)}</mark>{as_html(after)}"

    def context(self, evidence: Evidence) -> tuple[str, str]:
        article = self.articles.get(evidence.article)
        if article is None or not article.has(evidence):
            return "", ""
        start, end = evidence.start, evidence.end
        first = article.around(start)
        last = first if first.start < end <= first.end else article.around(end - 1)
        before = article.text[min(first.start, start) : start]
        after = article.text[end : max(last.end, end)]
        return clipped_start(before), clipped_end(after)

    def source(self, evidence: Evidence | None) -> str:
        """Return the article's title, date and address, and the paragraph's number."""
        if evidence is None or evidence.article not in self.articles:
            return ""
        article = self.articles[evidence.article]
        number = article.number(evidence.start)
        place = self.words.paragraph.format(number) if article.has(evidence) else ""
        start, end = self.sources[evidence.article]
        return ", ".join(part for part in (start, place, end) if part)

    def about(self, article: Article) -> tuple[str, str]:
        """Return what stands before and after the paragraph's number in a source."""
        name = shortened(article.title)
        title = as_html(self.words.source.format(name)) if name else ""
        day = self.words.date(article.date) if article.date else ""
        return ", ".join(part for part in (title, day) if part), self.origin(article.source)

    def origin(self, source: str) -> str:
        if not is_web_address(source):
            return as_html(source)
        return f'<a href="{escape(source)}">{self.words.original}</a>'


def quotation(evidence: Evidence) -> str:
    quote, start, end = evidence.quote, evidence.answer_start, evidence.answer_end
    if not 0 <= start < end <= len(quote):
        return as_html(quote)
    parts = quote[:start], quote[start:end], quote[end:]
    before, answer, after = parts if is_plain(quote) else map(as_html, parts)
    return f"{before}<em>{answer}</em>{after}"


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
