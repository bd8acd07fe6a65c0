"""Keeps work in the background: who has it, how far it is, what came of it."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from quiz.storage.banks import NotFound, find_bank_of
from quiz.storage.tables import ArticleRow, JobRow

SILENCE = timedelta(seconds=15)  # a worker that says nothing for so long was killed
MOST_TRIES = 3


def find_job(session: Session, job_id: int) -> JobRow:
    job = session.get(JobRow, job_id)
    if job is None:
        raise NotFound("job")
    return job


def find_job_of(session: Session, owner_id: int, job_id: int) -> JobRow:
    """Return a job on a teacher's own bank."""
    job = find_job(session, job_id)
    find_bank_of(session, owner_id, job.bank_id)
    return job


def unfinished_jobs(session: Session, bank_ids: Collection[int]) -> dict[int, JobRow]:
    """Return the jobs of the banks that wait, run or have failed, by their banks."""
    query = select(JobRow).where(JobRow.bank_id.in_(bank_ids), JobRow.state != "done")
    return {job.bank_id: job for job in session.scalars(query.order_by(JobRow.id))}


def add_job(
    session: Session,
    article: ArticleRow,
    now: datetime,
    spans: list[list[int]] | None = None,
) -> JobRow:
    """Note that an article waits to be drafted, or only the passages `spans` of it."""
    job = JobRow(
        bank_id=article.bank_id,
        article_id=article.id,
        state="waiting",
        total=len(article.text),
        spans=spans,
        created=now,
        heartbeat=now,
    )
    session.add(job)
    session.flush()
    return job


def next_job(session: Session, job: JobRow) -> int | None:
    """Return the bank's next job that is not done, of those begun with `job` or since."""
    query = select(JobRow.id).where(JobRow.bank_id == job.bank_id, JobRow.state != "done")
    return session.scalar(query.where(JobRow.created >= job.created).order_by(JobRow.id))


def claim_job(session: Session, job_id: int, now: datetime) -> bool:
    """Take a job that waits or whose worker was killed. Only one caller gets True."""
    lost = (JobRow.state == "running") & (JobRow.heartbeat < now - SILENCE)
    query = (
        update(JobRow)
        .where(JobRow.id == job_id, or_(JobRow.state == "waiting", lost))
        .values(state="running", done=0, tries=JobRow.tries + 1, heartbeat=now)
        .returning(JobRow.id)
    )
    return session.scalar(query) is not None


def unattended_jobs(session: Session, now: datetime) -> list[int]:
    """Return the jobs, waiting or running, that nobody has touched for `SILENCE`."""
    states = JobRow.state.in_(["waiting", "running"])
    query = select(JobRow.id).where(states, JobRow.heartbeat < now - SILENCE)
    return list(session.scalars(query.order_by(JobRow.id)))


def beat(session: Session, job_id: int, done: int, now: datetime) -> None:
    query = update(JobRow).where(JobRow.id == job_id, JobRow.state == "running")
    session.execute(query.values(done=done, heartbeat=now))


def stop_jobs(session: Session, article_ids: Collection[int]) -> None:
    """Take back the drafting of articles; a worker that is at it keeps nothing."""
    session.execute(delete(JobRow).where(JobRow.article_id.in_(article_ids)))


def end_job(job: JobRow, now: datetime, problem: dict[str, Any] | None = None) -> None:
    job.state = "failed" if problem else "done"
    job.done = job.done if problem else job.total
    job.problem, job.heartbeat = problem, now
