"""Drafting in the background: every job ends, whatever is killed."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from quiz.actions.draft_article import (
    begin_draft,
    correct_article,
    read_article,
    run_draft,
    title_in,
)
from quiz.core.article import Article
from quiz.core.problems import Problem
from quiz.core.questions import Status, Warning
from quiz.language import Draft, Progress
from quiz.storage.banks import (
    NotFound,
    add_questions,
    banks_of,
    count_by_status,
    find_bank,
)
from quiz.storage.jobs import (
    MOST_TRIES,
    SILENCE,
    beat,
    claim_job,
    find_job,
    unattended_jobs,
)
from quiz.storage.tables import JobRow, PersonRow
from quiz.web.database import db
from tests.desk_bank import draft_samples


@pytest.fixture
def sessions(app: Flask) -> sessionmaker[Session]:
    found: sessionmaker[Session] = app.extensions["quiz_sessions"]
    return found


@pytest.fixture
def job(session: Session, owner: PersonRow) -> JobRow:
    article = read_article("", "한빛천문대는 2011년에 세워졌다.\n둘째 줄이다.", "ko")
    return begin_draft(session, owner.id, article, datetime.now(UTC))


def drafts(session: Session, job: JobRow) -> int:
    session.rollback()
    return count_by_status(session, job.bank_id)[Status.APPROVED]


def test_a_job_brings_its_questions_into_the_bank(
    session: Session, sessions: sessionmaker[Session], job: JobRow
) -> None:
    assert run_draft(sessions, job.id, draft_samples)
    assert drafts(session, job) == 5
    assert (job.state, job.done) == ("done", job.total)


def test_a_job_that_is_done_is_not_run_again(
    session: Session, sessions: sessionmaker[Session], job: JobRow
) -> None:
    run_draft(sessions, job.id, draft_samples)
    assert not run_draft(sessions, job.id, draft_samples)
    assert drafts(session, job) == 5


def test_warnings_of_the_drafting_stay_with_the_bank(
    session: Session, sessions: sessionmaker[Session], job: JobRow
) -> None:
    def draft(article: Article, now: datetime, progress: Progress) -> Draft:
        return replace(
            draft_samples(article, now, progress),
            warnings=(Warning("contradiction", "둘이 다르다.", ((0, 3),)),),
        )

    run_draft(sessions, job.id, draft)
    session.rollback()
    bank = find_bank(session, job.bank_id)
    assert bank.warnings == [
        {
            "kind": "contradiction",
            "message": "둘이 다르다.",
            "spans": [[0, 3]],
            "article": bank.articles[0].uid,
        }
    ]


def test_a_reason_of_the_drafting_is_kept_for_the_teacher(
    session: Session, sessions: sessionmaker[Session], job: JobRow
) -> None:
    def refuse(article: Article, now: datetime, progress: Progress) -> Draft:
        raise Problem("At most %(most)d.", most=3)

    assert run_draft(sessions, job.id, refuse)
    session.rollback()
    assert job.state == "failed"
    assert job.problem == {"sentence": "At most %(most)d.", "values": {"most": 3}}


def test_a_mistake_of_ours_ends_the_job_with_a_sentence(
    session: Session, sessions: sessionmaker[Session], job: JobRow
) -> None:
    def break_down(article: Article, now: datetime, progress: Progress) -> Draft:
        raise RuntimeError

    assert run_draft(sessions, job.id, break_down)
    session.rollback()
    assert job.state == "failed"
    assert job.problem is not None
    assert "log" in job.problem["sentence"]


def test_a_killed_workers_job_is_taken_up_again(
    session: Session, sessions: sessionmaker[Session], job: JobRow
) -> None:
    began = datetime.now(UTC) - SILENCE - timedelta(seconds=1)
    assert claim_job(session, job.id, began)
    session.commit()  # and here the worker is killed
    assert unattended_jobs(session, datetime.now(UTC)) == [job.id]
    session.rollback()
    assert run_draft(sessions, job.id, draft_samples)
    assert drafts(session, job) == 5
    assert (job.state, job.tries) == ("done", 2)


def test_a_job_whose_worker_lives_is_left_to_it(
    session: Session, sessions: sessionmaker[Session], job: JobRow
) -> None:
    began = datetime.now(UTC) - SILENCE - timedelta(seconds=1)
    claim_job(session, job.id, began)
    beat(session, job.id, 3, datetime.now(UTC))
    session.commit()
    assert unattended_jobs(session, datetime.now(UTC)) == []
    session.rollback()
    assert not run_draft(sessions, job.id, draft_samples)
    session.rollback()
    assert (job.state, job.done) == ("running", 3)


def test_a_job_that_kills_its_worker_every_time_is_given_up(
    session: Session, sessions: sessionmaker[Session], job: JobRow
) -> None:
    long_ago = datetime.now(UTC) - timedelta(hours=1)
    for number in range(MOST_TRIES):
        assert claim_job(session, job.id, long_ago + number * 2 * SILENCE)
        session.commit()
    assert run_draft(sessions, job.id, draft_samples)
    session.rollback()
    assert job.state == "failed"
    assert drafts(session, job) == 0


def test_a_corrected_article_takes_the_place_of_one_without_facts(
    session: Session, sessions: sessionmaker[Session], job: JobRow, owner: PersonRow
) -> None:
    def refuse(article: Article, now: datetime, progress: Progress) -> Draft:
        raise Problem("Nothing.")

    run_draft(sessions, job.id, refuse)
    article = read_article("", "고친 글이다.", "ko")
    with pytest.raises(NotFound):
        correct_article(session, owner.id + 1, job.id, article, datetime.now(UTC))
    session.rollback()
    new = correct_article(session, owner.id, job.id, article, datetime.now(UTC))
    assert run_draft(sessions, new.id, draft_samples)
    assert drafts(session, find_job(session, new.id)) == 5
    [bank] = banks_of(session, owner.id)
    assert (bank.title, [row.text for row in bank.articles]) == (
        "고친 글이다.",
        ["고친 글이다."],
    )


def test_questions_are_never_lost_to_a_corrected_article(
    session: Session, sessions: sessionmaker[Session], job: JobRow, owner: PersonRow
) -> None:
    run_draft(sessions, job.id, draft_samples)
    article = read_article("", "고친 글이다.", "ko")
    owner_id, job_id = owner.id, job.id
    session.rollback()
    with pytest.raises(Problem, match="in the bank by now"):
        correct_article(session, owner_id, job_id, article, datetime.now(UTC))
    session.rollback()
    assert drafts(session, job) == 5


def test_questions_are_kept_while_others_write(
    session: Session,
    sessions: sessionmaker[Session],
    job: JobRow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """SQLite refuses a write to who has read before somebody else wrote."""

    def and_somebody_writes(*arguments: object, **named: object) -> object:
        with suppress(OperationalError), other.begin():
            other.execute(text("UPDATE person SET zone = 'Asia/Seoul'"))
        return add_questions(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("quiz.actions.draft_article.add_questions", and_somebody_writes)
    with db.engine.connect() as other:
        other.exec_driver_sql("PRAGMA busy_timeout=0")
        other.rollback()
        run_draft(sessions, job.id, draft_samples)
        other.exec_driver_sql("PRAGMA busy_timeout=5000")
    assert drafts(session, job) == 5
    assert job.state == "done"


def test_a_failure_while_keeping_ends_the_job_too(
    session: Session,
    sessions: sessionmaker[Session],
    job: JobRow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*arguments: object) -> None:
        raise RuntimeError("disk full")

    monkeypatch.setattr("quiz.actions.draft_article.add_questions", fail)
    assert run_draft(sessions, job.id, draft_samples)
    assert drafts(session, job) == 0
    assert job.state == "failed"


def test_a_date_that_cannot_be_meant_is_refused() -> None:
    with pytest.raises(Problem, match="before the year 1000"):
        read_article("", "글이다.", "ko", date(1, 1, 1))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("한빛천문대 이야기\n한빛천문대는 산에 있다.", "한빛천문대 이야기"),
        ("한빛천문대는 산에 있다. 2011년에 세워졌다.\n둘째 줄.", "한빛천문대는 산에 있다."),
        ("가" * 70 + ". 둘째 문장이다.", "가" * 59 + "…"),
    ],
)
def test_a_text_without_a_title_is_called_by_its_first_line_or_sentence(
    text: str, title: str
) -> None:
    assert title_in(text) == title
