"""The queue between web processes and worker: huey carries it, the job rows rule it.

Huey hands a message out once, so a killed worker loses it; the worker therefore looks
at the job rows too and takes up again what nobody attends to.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from time import sleep

from huey import Huey, PostgresHuey, SqliteHuey
from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from quiz.actions.draft_article import Drafter, run_draft
from quiz.actions.fit_memory import fit_memory, who_is_to_fit
from quiz.storage.jobs import unattended_jobs

LOOK_SECONDS = 5.0
SIGN = "worker"  # the file in the instance folder by which a worker shows itself
FIT_LOOK_SECONDS = 600.0
Enqueue = Callable[[int], object]


def open_queue(place: str) -> Huey:
    """Open the queue kept in an SQLite file, or in PostgreSQL if `place` is such a URL."""
    if place.startswith("postgresql"):
        dsn = place.replace("postgresql+psycopg://", "postgresql://")
        return PostgresHuey("quiz", dsn=dsn, results=False, utc=True)
    return SqliteHuey("quiz", filename=place, results=False, utc=True, fsync=False)


def draft_task(queue: Huey, sessions: sessionmaker[Session], draft: Drafter) -> Enqueue:
    """Return the function that puts a drafting job into the queue."""

    def draft_job(job_id: int) -> None:
        run_draft(sessions, job_id, draft)

    enqueue: Enqueue = queue.task(name="draft_job")(draft_job)
    return enqueue


def fit_task(queue: Huey, engine: Engine) -> Enqueue:
    """Return the function that puts the fitting of a learner's FSRS into the queue."""

    def fit_job(person_id: int) -> None:
        fit_memory(engine, person_id, datetime.now(UTC))

    enqueue: Enqueue = queue.task(name="fit_job")(fit_job)
    return enqueue


def work(
    queue: Huey,
    sessions: sessionmaker[Session],
    enqueue: Enqueue,
    fit: Enqueue,
    sign: Path,
) -> None:
    """Run the jobs one after another until the process is told to stop.

    The file `sign` is touched again and again: its time tells that a worker is there.
    """
    Thread(target=watch_jobs, args=(sessions, enqueue, sign), daemon=True).start()
    engine = sessions.kw["bind"]
    Thread(target=watch_learners, args=(engine, fit), daemon=True).start()
    queue.create_consumer(
        workers=1,
        periodic=False,
        initial_delay=0.1,
        max_delay=0.5,
        check_worker_health=False,
    ).run()


def watch_jobs(sessions: sessionmaker[Session], enqueue: Enqueue, sign: Path) -> None:
    """Put back into the queue what a killed worker left."""
    while True:
        sign.touch()
        with sessions() as session:
            for job_id in unattended_jobs(session, datetime.now(UTC)):
                enqueue(job_id)
        sleep(LOOK_SECONDS)


def watch_learners(engine: Engine, fit: Enqueue) -> None:
    """Have FSRS fitted to whoever has answered enough since the last time."""
    while True:
        for person_id in who_is_to_fit(engine, datetime.now(UTC)):
            fit(person_id)
        sleep(FIT_LOOK_SECONDS)
