"""Finds a bank's articles, what is asked of them, and their earlier editions."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.tables import ArticleRow, QuestionRow


def is_asked(session: Session, article: ArticleRow) -> bool:
    """Tell whether any question of the bank has its evidence in this article."""
    prefix = QuestionRow.sibling.startswith(f"{article.uid}:", autoescape=True)
    query = select(QuestionRow.id).where(QuestionRow.bank_id == article.bank_id, prefix)
    return session.scalar(query.limit(1)) is not None
