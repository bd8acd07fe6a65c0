"""A bank of drafts on the desk, for tests of the teacher's work."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from quiz.actions.draft_article import begin_draft
from quiz.core.article import Article
from quiz.core.questions import Bank, Status
from quiz.language import Draft, Progress
from quiz.storage.banks import add_bank, find_bank
from quiz.storage.tables import BankRow
from tests.samples import sample_bank, sample_questions

LONG_AGO = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def draft_bank(status: Status = Status.DRAFT) -> Bank:
    return replace(sample_bank(), questions=sample_questions(status))


def add_desk_bank(
    session: Session, owner_id: int, status: Status = Status.DRAFT
) -> BankRow:
    row = add_bank(session, draft_bank(status), owner_id, LONG_AGO)
    session.commit()
    return row


def draft_samples(article: Article, now: datetime, progress: Progress) -> Draft:
    """Stand in for the drafting: the sample questions, without their evidence."""
    progress(1, 2)
    return Draft(tuple(replace(each, evidence=None) for each in sample_questions()))


def begin_empty(session: Session, owner_id: int) -> BankRow:
    """Keep an article that waits to be drafted; return its bank."""
    article = Article(str(uuid4()), "빈 문제집", "하나다.\n둘이다.")
    job = begin_draft(session, owner_id, article, LONG_AGO)
    return find_bank(session, job.bank_id)
