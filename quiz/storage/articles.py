"""Finds a bank's articles, what is asked of them, and their earlier editions."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from quiz.core.article import Article
from quiz.core.questions import Status
from quiz.storage.banks import NotFound, find_bank_of
from quiz.storage.desk_tables import EditionRow, SourceRow
from quiz.storage.revisions import find_revision, last_numbers
from quiz.storage.tables import ArticleRow, JobRow, QuestionRow


def find_article_of(session: Session, owner_id: int, article_id: int) -> ArticleRow:
    """Return an article of a teacher's own bank.

    Raises:
        NotFound: the teacher has none.
    """
    row = session.get(ArticleRow, article_id)
    if row is None:
        raise NotFound("article")
    find_bank_of(session, owner_id, row.bank_id)
    return row


def is_asked(session: Session, article: ArticleRow) -> bool:
    """Tell whether any question of the bank has its evidence in this article."""
    prefix = QuestionRow.sibling.startswith(f"{article.uid}:", autoescape=True)
    query = select(QuestionRow.id).where(QuestionRow.bank_id == article.bank_id, prefix)
    return session.scalar(query.limit(1)) is not None


def questions_on(
    session: Session, article: ArticleRow, *, lock: bool = False
) -> list[QuestionRow]:
    """Return the questions that prove themselves by the article, in the bank's order."""
    query = (
        select(QuestionRow)
        .where(QuestionRow.bank_id == article.bank_id)
        .where(QuestionRow.sibling.startswith(f"{article.uid}:", autoescape=True))
        .order_by(QuestionRow.position)
    )
    return list(session.scalars(query.with_for_update() if lock else query))


def articles_with(
    session: Session, bank_id: int, uids: Collection[str]
) -> list[ArticleRow]:
    query = select(ArticleRow).where(ArticleRow.bank_id == bank_id)
    return list(session.scalars(query.where(ArticleRow.uid.in_(uids))))


def drafts_since(
    session: Session, article: ArticleRow, since: datetime
) -> list[QuestionRow]:
    """Return what was drafted from an article since, and nobody has touched."""
    rows = questions_on(session, article, lock=True)
    numbers = last_numbers(session, [row.id for row in rows])
    return [
        row
        for row in rows
        if row.status == Status.DRAFT
        and numbers.get(row.id) == 1
        and is_drafted(session, row.id, since)
    ]


def is_drafted(session: Session, question_id: int, since: datetime) -> bool:
    first = find_revision(session, question_id, 1)
    return first is not None and first.what == "created" and first.at > since


def remove_article(session: Session, row: ArticleRow) -> None:
    """Remove an article that no question rests on any more."""
    for table in (JobRow, EditionRow, SourceRow):
        session.execute(delete(table).where(table.article_id == row.id))
    session.expire(row.bank, ["articles"])
    session.delete(row)
    session.flush()


def counts_by_article(session: Session, bank_id: int) -> dict[str, int]:
    """Return how many questions prove themselves by each article, by its uid."""
    query = select(QuestionRow.sibling).where(QuestionRow.bank_id == bank_id)
    counts: dict[str, int] = {}
    for sibling in session.scalars(query):
        uid, colon, _ = sibling.rpartition(":")
        if colon:
            counts[uid] = counts.get(uid, 0) + 1
    return counts


def editions_of(
    session: Session, article_ids: Collection[int]
) -> dict[int, list[EditionRow]]:
    """Return the earlier editions of each article, the newest first."""
    query = select(EditionRow).where(EditionRow.article_id.in_(article_ids))
    found: dict[int, list[EditionRow]] = {each: [] for each in article_ids}
    for row in session.scalars(query.order_by(EditionRow.number.desc())):
        found[row.article_id].append(row)
    return found


def last_edition(session: Session, article_id: int) -> EditionRow | None:
    return next(iter(editions_of(session, [article_id])[article_id]), None)


def replace_article(
    session: Session, row: ArticleRow, new: Article, by_id: int, now: datetime
) -> EditionRow:
    """Set the article's new edition; keep and return the one before it."""
    query = select(func.max(EditionRow.number)).where(EditionRow.article_id == row.id)
    before = EditionRow(
        article_id=row.id,
        number=(session.scalar(query) or 0) + 1,
        at=now,
        by_id=by_id,
        title=row.title,
        language=row.language,
        date=row.date,
        source=row.source,
        text=row.text,
    )
    session.add(before)
    set_article(row, new)
    return before


def set_article(row: ArticleRow, new: Article) -> None:
    """Set all but the id of an article."""
    row.title, row.language, row.text = new.title, new.language, new.text
    row.date, row.source = new.date, new.source
