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
from quiz.core.questions import Question, Status, Warning
from quiz.storage.catalogue import article_of, first_article, places
from quiz.storage.tables import BankRow
from quiz.web.database import db

MOST_SHOWN = 30_000  # characters of an article on one page


@dataclass(frozen=True, slots=True)
class Pane:
    """The article beside the drafts, or the part of it around the evidence in hand."""

    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    is_part: bool
    sentences: int
    asked: int


@dataclass(frozen=True, slots=True)
class Proof:
    """Evidence in its paragraph. `is_there` is False where the article lost it."""

    passage: Passage
    source: str
    is_there: bool


def pane_of(bank: BankRow, question: Question | None) -> Pane | None:
    """Return the article of the question in hand, else the bank's first."""
    session, evidence = db.session(), question.evidence if question else None
    row = article_of(session, bank.id, evidence.article) if evidence else None
    row = row or first_article(session, bank.id)
    if row is None:
        return None
    now = Span(evidence.start, evidence.end) if evidence else None
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
    )


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
    text = bank.articles[0].text if bank.articles else ""
    return tuple(
        WarningView(each.message, tuple(text[start:end][:300] for start, end in each.spans))
        for each in warnings
    )
