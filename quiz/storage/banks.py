"""Finds, adds and keeps banks, their articles and their questions."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.core.article import Article
from quiz.core.plain_data import question_data, warning_data, warning_from
from quiz.core.questions import Bank, Question, Status, Warning
from quiz.storage.tables import ArticleRow, BankRow, QuestionRow, RevisionRow


class NotFound(LookupError):
    """What was asked for is not in the database; pages answer with 404."""


def find_bank(session: Session, bank_id: int) -> BankRow:
    bank = session.get(BankRow, bank_id)
    if bank is None:
        raise NotFound("bank")
    return bank


def find_bank_by_uid(session: Session, uid: str) -> BankRow | None:
    return session.scalar(select(BankRow).where(BankRow.uid == uid))


def banks_of(session: Session, owner_id: int) -> list[BankRow]:
    """Return the banks of a teacher, the one changed last first."""
    query = select(BankRow).where(BankRow.owner_id == owner_id)
    return list(session.scalars(query.order_by(BankRow.changed.desc(), BankRow.id)))


def public_banks(session: Session) -> list[BankRow]:
    query = select(BankRow).where(BankRow.is_public.is_(True))
    return list(session.scalars(query.order_by(BankRow.id)))


def find_question(session: Session, question_id: int) -> QuestionRow:
    row = session.get(QuestionRow, question_id)
    if row is None:
        raise NotFound("question")
    return row


def count_by_status(session: Session, bank_id: int) -> dict[Status, int]:
    """Return how many questions of the bank have each status; every status is there."""
    query = (
        select(QuestionRow.status, func.count())
        .where(QuestionRow.bank_id == bank_id)
        .group_by(QuestionRow.status)
    )
    counts = dict(session.execute(query).tuples().all())
    return {status: counts.get(status, 0) for status in Status}


def add_bank(session: Session, bank: Bank, owner_id: int, now: datetime) -> BankRow:
    """Add a whole bank. `now` becomes its time of creation, not that of its questions."""
    row = BankRow(
        uid=bank.id,
        owner_id=owner_id,
        title=bank.title,
        language=bank.language,
        warnings=[warning_data(warning) for warning in bank.warnings],
        created=now,
        changed=now,
    )
    session.add(row)
    row.articles.extend(article_row(article) for article in bank.articles)
    add_questions(session, row, bank.questions, owner_id, now)
    return row


def article_row(article: Article) -> ArticleRow:
    return ArticleRow(
        uid=article.id,
        title=article.title,
        language=article.language,
        date=article.date,
        source=article.source,
        text=article.text,
    )


def add_questions(
    session: Session,
    bank: BankRow,
    questions: Iterable[Question],
    by_id: int | None,
    now: datetime,
) -> list[QuestionRow]:
    """Add questions at the end of the bank, each with its first revision."""
    start = len(bank.questions)
    rows = []
    for position, question in enumerate(questions, start):
        row = QuestionRow(position=position)
        row.keep(question)
        bank.questions.append(row)
        rows.append(row)
    session.flush()
    session.add_all(revision(row, 1, "created", by_id, now) for row in rows)
    touch(bank, now)
    return rows


def change_question(
    session: Session, row: QuestionRow, new: Question, what: str, by_id: int, now: datetime
) -> RevisionRow:
    """Set the question's new content and log it as a revision.

    `what` is edited, approved, retired, reopened or restored.
    """
    row.keep(replace(new, created=row.question.created, changed=now))
    touch(row.bank, now)
    kept = revision(row, last_revision(session, row.id).number + 1, what, by_id, now)
    session.add(kept)
    return kept


def revision(
    row: QuestionRow, number: int, what: str, by_id: int | None, now: datetime
) -> RevisionRow:
    return RevisionRow(
        question_id=row.id,
        number=number,
        at=now,
        by_id=by_id,
        what=what,
        content=question_data(row.question),
    )


def revisions_of(session: Session, question_id: int) -> list[RevisionRow]:
    """Return every revision of a question, the newest first."""
    query = select(RevisionRow).where(RevisionRow.question_id == question_id)
    return list(session.scalars(query.order_by(RevisionRow.number.desc())))


def last_revision(session: Session, question_id: int) -> RevisionRow:
    return revisions_of(session, question_id)[0]


def touch(bank: BankRow, now: datetime) -> None:
    bank.version += 1
    bank.changed = now


def whole_bank(row: BankRow) -> Bank:
    """Return the bank with everything in it, as it leaves for a file or a deck."""
    return Bank(
        id=row.uid,
        title=row.title,
        language=row.language,
        articles=tuple(article.article for article in row.articles),
        questions=tuple(question.question for question in row.questions),
        warnings=warnings_of(row),
    )


def warnings_of(row: BankRow) -> tuple[Warning, ...]:
    return tuple(warning_from(data) for data in row.warnings)
