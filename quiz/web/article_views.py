"""What templates show of an article: its sentences with coverage, evidence, warnings."""

from dataclasses import dataclass

from flask_babel import gettext as _

from quiz.core.article import Span
from quiz.core.coverage import (
    Asked,
    Sentence,
    covered,
    paragraph_number,
    paragraphs_near,
)
from quiz.core.evidence_window import Passage, passage_around, window_of
from quiz.core.questions import Evidence, Question, Status, Warning
from quiz.storage.catalogue import article_of, first_article, places
from quiz.storage.tables import BankRow
from quiz.web.database import db

MOST_SHOWN = 30_000  # characters of an article on one page


BAND = 1000  # units of the band's width


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence in the coverage band, by its share of the text."""

    x: float
    width: float
    mark: str


@dataclass(frozen=True, slots=True)
class Pane:
    """The article beside the drafts, or the part of it around the evidence in hand."""

    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    is_part: bool
    sentences: int
    asked: int
    uid: str
    band: tuple[Stretch, ...]
    warned: frozenset[int]  # starts of sentences that a warning is about
    unasked: int | None  # start of the next sentence that nothing is asked of


@dataclass(frozen=True, slots=True)
class Proof:
    """Evidence in its paragraph. `is_there` is False where the article lost it."""

    passage: Passage
    source: str
    is_there: bool


def pane_of(
    bank: BankRow, question: Question | None, uid: str = "", chosen: Span | None = None
) -> Pane | None:
    """Return the article of what is in hand, a question or a sentence, else the first."""
    session, evidence = db.session(), question.evidence if question else None
    uid, now = (evidence.article, span_of(evidence)) if evidence else (uid, chosen)
    row = (article_of(session, bank.id, uid) if uid else None) or first_article(
        session, bank.id
    )
    if row is None:
        return None
    shown = paragraphs_near(row.text, now.start if now else 0, MOST_SHOWN)
    asked = tuple(
        Asked(each.id, each.number, each.start, each.status is Status.APPROVED)
        for each in places(session, bank.id)
        if each.article == row.uid
        and shown
        and shown[0].start <= each.start < shown[-1].end
    )
    lines = covered(row.text, shown, asked, now)
    sentences = [sentence for line in lines for sentence in line]
    return Pane(
        row.title,
        lines,
        len(row.text) > MOST_SHOWN,
        len(sentences),
        sum(1 for sentence in sentences if sentence.questions),
        row.uid,
        band_of(sentences),
        warned_in(bank, row.uid, sentences),
        next_unasked(sentences, now.end if now else 0),
    )


def span_of(evidence: Evidence) -> Span:
    return Span(evidence.start, evidence.end)


def band_of(sentences: list[Sentence]) -> tuple[Stretch, ...]:
    total = sum(len(sentence.text) for sentence in sentences) or 1
    band, at = [], 0
    for sentence in sentences:
        x, width = BAND * at / total, BAND * len(sentence.text) / total
        band.append(Stretch(round(x, 1), round(width, 1), sentence.mark))
        at += len(sentence.text)
    return tuple(band)


def warned_in(bank: BankRow, uid: str, sentences: list[Sentence]) -> frozenset[int]:
    """Return the starts of the sentences that a warning of the drafting is about."""
    first = bank.articles[0].uid if bank.articles else ""
    spans = [
        span
        for warning in bank.grounds.warnings
        if (warning.article or first) == uid
        for span in warning.spans
    ]
    return frozenset(
        sentence.start
        for sentence in sentences
        if any(a < sentence.end and sentence.start < b for a, b in spans)
    )


def next_unasked(sentences: list[Sentence], after: int) -> int | None:
    """Return the next sentence without a question, from the start again at the end."""
    starts = [each.start for each in sentences if not each.questions and each.mark != "now"]
    return next((start for start in starts if start >= after), min(starts, default=None))


def proof_of(bank: BankRow, question: Question) -> Proof | None:
    """Return the question's evidence in its paragraph, and where that stands."""
    if question.evidence is None:
        return None
    evidence = question.evidence
    row = article_of(db.session(), bank.id, evidence.article)
    text = row.text if row else ""
    start, end = window_of(evidence)
    passage = passage_around(evidence, text[start:end])
    if row is None or text[evidence.start : evidence.end] != evidence.quote:
        return Proof(passage, row.title if row else "", is_there=False)
    number = paragraph_number(row.article.paragraphs, evidence.start)
    source = _("“%(title)s”, paragraph %(number)s", title=row.title, number=number)
    return Proof(passage, source, is_there=True)


@dataclass(frozen=True, slots=True)
class WarningView:
    """A warning of the drafting with the passages that it is about."""

    message: str
    quotes: tuple[str, ...]


def warning_views(bank: BankRow, warnings: tuple[Warning, ...]) -> tuple[WarningView, ...]:
    if not warnings:
        return ()
    texts = {row.uid: row.text for row in bank.articles}
    first = next(iter(texts), "")
    return tuple(
        WarningView(each.message, quotes_of(each, texts.get(each.article or first, "")))
        for each in warnings
    )


def quotes_of(warning: Warning, text: str) -> tuple[str, ...]:
    return tuple(text[start:end][:300] for start, end in warning.spans)
