"""A learner reads the article of a bank, and comes from a card to its evidence."""

from bisect import bisect_left
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quiz.core.article import Article, Span
from quiz.core.coverage import paragraphs_near
from quiz.core.evidence_window import Passage, cut_passage
from quiz.core.learner import Learner
from quiz.core.questions import Evidence, Question, Status
from quiz.storage.banks import (
    NotFound,
    find_bank,
    find_file,
    may_edit,
    questions_with_uid,
)
from quiz.storage.catalogue import article_of
from quiz.storage.media import is_asked
from quiz.storage.practice_queries import may_practise
from quiz.storage.study_queries import MarginQuestion, asked_of_article
from quiz.storage.tables import BankRow, QuestionRow

MOST_SHOWN = 60_000  # characters of an article on one page


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, whole or around the evidence of `question`, in marked paragraphs.

    `margins` are the questions beside each of the paragraphs.
    """

    bank_id: int
    bank_title: str
    article: Article
    paragraphs: tuple[Passage | str, ...]
    is_part: bool
    question: Question | None
    has_questions: bool
    margins: tuple[tuple[MarginQuestion, ...], ...]
    article_id: int = 0
    articles: tuple[tuple[int, str], ...] = ()  # of the bank, with their titles


def read_bank(
    session: Session,
    learner: Learner,
    bank_id: int,
    question_id: int | None = None,
    article_id: int | None = None,
) -> Reading:
    """Return the article in which the question has its evidence, else the one chosen.

    Where neither is, it is the bank's first.

    Raises:
        NotFound: there is no article, or the bank is not this learner's to see.
    """
    bank = visible_bank(session, learner, bank_id)
    row = session.get(QuestionRow, question_id) if question_id else None
    shown = row is not None and row.bank_id == bank_id and may_be_seen(row, bank, learner)
    question = row.question if row and shown else None
    evidence = question.evidence if question else None
    found = article_of(session, bank_id, evidence.article) if evidence else None
    chosen = [row for row in bank.articles if row.id == article_id]
    found = found or next(iter(chosen or bank.articles), None)
    if found is None:
        raise NotFound("article")
    article, near = found.article, evidence.start if evidence else 0
    spans = paragraphs_near(article.text, near, MOST_SHOWN)
    return Reading(
        bank_id=bank_id,
        bank_title=bank.title,
        article=article,
        paragraphs=tuple(marked(article.text, span, evidence) for span in spans),
        is_part=len(article.text) > MOST_SHOWN,
        question=question,
        has_questions=any(q.status == Status.APPROVED for q in bank.questions),
        margins=margins_of(session, learner, bank_id, article, spans),
        article_id=found.id,
        articles=tuple((row.id, row.title) for row in bank.articles),
    )


def margins_of(
    session: Session,
    learner: Learner,
    bank_id: int,
    article: Article,
    paragraphs: tuple[Span, ...],
) -> tuple[tuple[MarginQuestion, ...], ...]:
    """Return for each paragraph the questions whose evidence begins in it."""
    asked = asked_of_article(session.connection(), learner, bank_id, article.id)
    starts = [each.start for each in asked]
    return tuple(
        tuple(asked[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
        for span in paragraphs
    )


def find_card(session: Session, learner: Learner, uid: str) -> QuestionRow:
    """Return the question of an Anki card, by its id, in a bank this learner may see.

    Raises:
        NotFound: there is none.
    """
    for row in questions_with_uid(session, uid):
        if may_practise(learner, row.bank.is_public, row.bank.owner_id, row.bank_id):
            return row
    raise NotFound("question")


def visible_bank(session: Session, learner: Learner, bank_id: int) -> BankRow:
    """Return the bank if the learner may practise it; raises NotFound otherwise."""
    bank = find_bank(session, bank_id)
    if not may_practise(learner, bank.is_public, bank.owner_id, bank.id):
        raise NotFound("bank")
    return bank


def read_medium_of(session: Session, learner: Learner, bank_id: int, name: str) -> bytes:
    """Return a picture or sound: to editors any, to learners those of approved questions.

    Raises:
        NotFound: it is not there, or not for this learner.
    """
    bank, content = find_bank(session, bank_id), find_file(session, bank_id, name)
    if learner.owner is None or not may_edit(session, learner.owner, bank):
        visible_bank(session, learner, bank_id)
        if not is_asked(session, bank_id, name):
            raise NotFound("file")
    return content


def may_be_seen(row: QuestionRow, bank: BankRow, learner: Learner) -> bool:
    return row.status == Status.APPROVED or bank.owner_id == learner.owner


def marked(text: str, paragraph: Span, evidence: Evidence | None) -> Passage | str:
    """Return the paragraph, in parts where it holds the evidence."""
    if evidence is None or not paragraph.holds(Span(evidence.start, evidence.end)):
        return paragraph.of(text)
    if text[evidence.start : evidence.end] != evidence.quote:
        return paragraph.of(text)
    return cut_passage(
        evidence,
        text[paragraph.start : evidence.start],
        text[evidence.end : paragraph.end],
    )
