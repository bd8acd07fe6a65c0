"""A teacher has questions drafted once more of a passage of an article."""

from datetime import datetime

from sqlalchemy.orm import Session

from quiz.core.article import Span
from quiz.core.problems import Problem
from quiz.language import languages
from quiz.storage.banks import NotFound, find_bank_of
from quiz.storage.catalogue import article_of
from quiz.storage.deeds import Deed, note_deed
from quiz.storage.engine import begin_writing
from quiz.storage.jobs import add_job, unfinished_jobs
from quiz.storage.tables import JobRow


def draft_passage(
    session: Session, owner_id: int, bank_id: int, uid: str, chosen: Span, now: datetime
) -> JobRow:
    """Note that a passage waits to be drafted; only what is not in the bank comes in.

    Raises:
        NotFound: the teacher has no such bank, or it no such article.
        Problem: its language can't be drafted, or drafting goes on already.
    """
    begin_writing(session)
    find_bank_of(session, owner_id, bank_id)
    article = article_of(session, bank_id, uid)
    if article is None:
        raise NotFound("article")
    if article.language not in languages():
        raise Problem("Questions can't be drafted from a text in this language.")
    job = unfinished_jobs(session, [bank_id]).get(bank_id)
    if job and job.state != "failed":
        raise Problem("Drafting goes on already. Wait until it is done.")
    job = add_job(session, article, now, [[chosen.start, chosen.end]])
    data = {"title": article.title, "uids": [uid], "job": job.id}
    note_deed(session, Deed.DRAFTED, owner_id, now, bank_id, **data)
    session.commit()
    return job
