"""Texts that a teacher has looked at become articles of a bank, to be drafted or not."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from quiz.actions.edit_bank import checked_title
from quiz.core.article import Article
from quiz.core.problems import Problem
from quiz.core.questions import Bank
from quiz.storage.banks import add_bank, article_row, find_bank_of, touch
from quiz.storage.deeds import Deed, note_deed
from quiz.storage.engine import begin_writing
from quiz.storage.jobs import add_job
from quiz.storage.sources import drop_batch, sources_of
from quiz.storage.tables import ArticleRow, BankRow, JobRow


def keep_sources(
    session: Session,
    owner_id: int,
    batch: str,
    articles: Sequence[Article],
    now: datetime,
    *,
    title: str = "",
    draft: bool = True,
) -> tuple[BankRow, list[JobRow]]:
    """Make articles of the texts of a batch, and note that they wait to be drafted.

    They go into the bank that the batch was brought for, else into a new one named
    `title`, or like its first article. All or nothing is kept.

    Raises:
        NotFound: the batch, or its bank, is not the teacher's.
        Problem: a text is in the bank already, or the title is too long.
    """
    begin_writing(session)
    bank_id = sources_of(session, owner_id, batch)[0].bank_id
    if bank_id is None:
        first = articles[0]
        name = checked_title(title or first.title)
        bank = add_bank(session, Bank(str(uuid4()), name, first.language), owner_id, now)
    else:
        bank = find_bank_of(session, owner_id, bank_id)
        touch(bank, now)
    rows = []
    for article in articles:
        check_new(bank, article)
        rows.append(article_row(article))
        bank.articles.append(rows[-1])
    session.flush()
    jobs = [add_job(session, row, now) for row in rows] if draft else []
    note_texts(session, owner_id, batch, bank, None if bank_id is None else rows, now)
    drop_batch(session, owner_id, batch, now)
    session.commit()
    return bank, jobs


def note_texts(
    session: Session,
    by_id: int,
    batch: str,
    bank: BankRow,
    added: list[ArticleRow] | None,
    now: datetime,
) -> None:
    """Log that texts were added to a bank, or made one where `added` is None."""
    if added is None:
        made = {"title": bank.title, "batch": batch}
        note_deed(session, Deed.MADE, by_id, now, bank.id, **made)
    else:
        data = {"title": added[0].title, "uids": [row.uid for row in added]}
        note_deed(session, Deed.ADDED, by_id, now, bank.id, batch=batch, **data)


def check_new(bank: BankRow, article: Article) -> None:
    for row in bank.articles:
        if row.text == article.text:
            raise Problem(
                "The text “%(title)s” is in the bank already.", title=article.title
            )
