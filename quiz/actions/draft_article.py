"""A teacher brings an article and gets draft questions, made in the background."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from threading import Event, Thread
from uuid import UUID, uuid4, uuid5

from sqlalchemy.orm import Session, sessionmaker

from quiz.core.article import Article, clean_text, sentence_spans
from quiz.core.plain_data import warning_data
from quiz.core.problems import Problem
from quiz.core.questions import Bank, Question
from quiz.language import Draft, Progress
from quiz.storage.articles import is_asked
from quiz.storage.banks import (
    NotFound,
    add_bank,
    add_questions,
    touch,
)
from quiz.storage.deeds import Deed, note_deed
from quiz.storage.engine import begin_writing
from quiz.storage.jobs import (
    MOST_TRIES,
    add_job,
    beat,
    claim_job,
    end_job,
    find_job,
    find_job_of,
)
from quiz.storage.tables import ArticleRow, JobRow

LONGEST_TITLE, LONGEST_HEADING = 200, 60
EARLIEST_YEAR = 1000
BEAT_SECONDS = 3.0

Drafter = Callable[[Article, datetime, Progress], Draft]
logger = logging.getLogger(__name__)


def read_article(
    title: str, text: str, language: str, written: date | None = None, source: str = ""
) -> Article:
    """Make an article of what a person gave; the first line is the title if none is given.

    Raises:
        Problem: the text is empty, too long or no text, or the date can't be meant.
    """
    text = clean_text(text)
    if written and written.year < EARLIEST_YEAR:
        raise Problem("The date is before the year %(year)d.", year=EARLIEST_YEAR)
    title = " ".join(title.split()) or title_in(text)
    return Article(str(uuid4()), title[:LONGEST_TITLE], text, language, written, source)


def title_in(text: str) -> str:
    """Return the first line if it looks like a title, else its first sentence, cut."""
    first = text.split("\n", 1)[0]
    sentences = sentence_spans(first)
    if len(sentences) > 1:
        first = sentences[0].of(first)
    return first if len(first) <= LONGEST_HEADING else first[: LONGEST_HEADING - 1] + "…"


def begin_draft(session: Session, owner_id: int, article: Article, now: datetime) -> JobRow:
    """Keep the article in a new bank and note that it waits to be drafted."""
    bank = Bank(str(uuid4()), article.title, article.language, (article,))
    row = add_bank(session, bank, owner_id, now)
    session.flush()
    job = add_job(session, row.articles[0], now)
    session.commit()
    return job


def correct_article(
    session: Session, owner_id: int, job_id: int, article: Article, now: datetime
) -> JobRow:
    """Correct the article in which drafting found nothing, to be drafted again.

    Raises:
        NotFound: the teacher has no such job.
        Problem: questions prove themselves by the article by now.
    """
    begin_writing(session)
    failed = find_job_of(session, owner_id, job_id)
    row = session.get_one(ArticleRow, failed.article_id)
    if failed.state != "failed" or is_asked(session, row):
        raise Problem(
            "Questions of this text are in the bank by now. "
            "Bring the corrected text in as a new edition."
        )
    before = {
        "text": [row.title, row.text, row.language, row.source],
        "date": row.date.isoformat() if row.date else None,
        "bank": [row.bank.title, row.bank.language],
        "problem": failed.problem,
    }
    if row.bank.title == row.title and len(row.bank.articles) == 1:
        row.bank.title, row.bank.language = article.title, article.language
    row.title, row.text, row.language = article.title, article.text, article.language
    row.date, row.source = article.date, article.source
    touch(row.bank, now)
    session.delete(failed)
    job = add_job(session, row, now)
    data = {"title": row.title, "article": row.id, "job": job.id, "before": before}
    note_deed(session, Deed.CORRECTED, owner_id, now, row.bank_id, **data)
    session.commit()
    return job


@dataclass(slots=True)
class Heartbeat:
    """Says every few seconds, from a thread of its own, that a job is alive and how far."""

    sessions: sessionmaker[Session]
    job_id: int
    done: int = 0

    def run(self, stopped: Event) -> None:
        while not stopped.wait(BEAT_SECONDS if self.done == 0 else BEAT_SECONDS / 3):
            with self.sessions.begin() as session:
                beat(session, self.job_id, self.done, datetime.now(UTC))

    def progress(self, done: int, total: int) -> None:
        self.done = done


def run_draft(sessions: sessionmaker[Session], job_id: int, draft: Drafter) -> bool:
    """Draft a job's article; tell whether this call was the one that did it.

    Questions and the end of the job are kept in one transaction: a worker killed at
    any moment leaves either nothing or everything.
    """
    with sessions.begin() as session:
        if not claim_job(session, job_id, datetime.now(UTC)):
            return False
        job = find_job(session, job_id)
        if job.tries > MOST_TRIES:
            end_job(job, datetime.now(UTC), problem_data(too_often()))
            return True
        article = session.get_one(ArticleRow, job.article_id).article
    heartbeat, stopped = Heartbeat(sessions, job_id), Event()
    thread = Thread(target=heartbeat.run, args=(stopped,), daemon=True)
    thread.start()
    try:
        drafted = draft(article, datetime.now(UTC), heartbeat.progress)
        keep_draft(sessions, job_id, drafted)
    except Problem as problem:
        fail(sessions, job_id, problem)
    except NotFound:
        logger.info("Drafting job %d was taken back", job_id)
    except Exception:
        logger.exception("Drafting job %d failed", job_id)
        fail(sessions, job_id, Problem("Drafting failed. The log says why."))
    finally:
        stopped.set()
        thread.join()
    return True


def keep_draft(sessions: sessionmaker[Session], job_id: int, drafted: Draft) -> None:
    now = datetime.now(UTC)
    with writing(sessions) as session:
        job = find_job(session, job_id)
        bank = session.get_one(ArticleRow, job.article_id).bank
        there = {row.uid: row.question for row in bank.questions}
        wanted = (each for each in drafted.questions if is_wanted(each, job.spans))
        new = [fresh for each in wanted if (fresh := unless_there(each, there))]
        if job.spans is None:
            uid = session.get_one(ArticleRow, job.article_id).uid
            new_warnings = [warning_data(replace(w, article=uid)) for w in drafted.warnings]
            bank.warnings = [*bank.warnings, *new_warnings]
        add_questions(session, bank, new, bank.owner_id, now)
        end_job(job, now)


def is_wanted(question: Question, spans: list[list[int]] | None) -> bool:
    """Tell whether the question proves itself in one of the passages; None: anywhere."""
    if spans is None or question.evidence is None:
        return spans is None
    at = question.evidence.start
    return any(start <= at < end for start, end in spans)


def unless_there(question: Question, there: Mapping[str, Question]) -> Question | None:
    """Return the question if the bank lacks it, under an id that is free there.

    An id tells a fact's place in its article: in a new edition, another fact may stand
    where one stood before.
    """
    known = there.get(question.id)
    if known is None:
        return question
    quote = question.evidence.quote if question.evidence else ""
    if known.evidence == question.evidence or not quote:
        return None
    other = str(uuid5(UUID(question.id), quote))
    return None if other in there else replace(question, id=other)


@contextmanager
def writing(sessions: sessionmaker[Session]) -> Iterator[Session]:
    """Give a session that holds the write lock from its first reading on."""
    with sessions() as session:
        begin_writing(session)
        yield session
        session.commit()


def fail(sessions: sessionmaker[Session], job_id: int, problem: Problem) -> None:
    with writing(sessions) as session:
        job = session.get(JobRow, job_id)
        if job is not None:  # else it was taken back
            end_job(job, datetime.now(UTC), problem_data(problem))


def too_often() -> Problem:
    return Problem(
        "Drafting stopped %(times)d times before its end. Try a shorter text.",
        times=MOST_TRIES,
    )


def problem_data(problem: Problem) -> dict[str, object]:
    return {"sentence": problem.sentence, "values": problem.values}
