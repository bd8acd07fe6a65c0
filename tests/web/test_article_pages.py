"""The drafting is watched through the pages, and a failed one is gone on from."""

from datetime import UTC, datetime, timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.actions.draft_article import Drafter, begin_draft, read_article, run_draft
from quiz.core.article import Article
from quiz.core.problems import Problem
from quiz.language import Draft, Progress
from quiz.storage.banks import banks_of
from quiz.storage.jobs import add_job
from quiz.storage.tables import JobRow, PersonRow
from tests.desk_bank import add_desk_bank, draft_samples

TEXT = "한빛천문대\n한빛천문대는 2011년에 세워졌다."


def begun(session: Session, owner: PersonRow) -> JobRow:
    article = read_article("", TEXT, "ko", datetime(2020, 5, 1, tzinfo=UTC).date())
    return begin_draft(session, owner.id, article, datetime.now(UTC))


def drafted(app: Flask, session: Session, job: JobRow, draft: Drafter) -> None:
    job_id = job.id
    session.rollback()
    assert run_draft(app.extensions["quiz_sessions"], job_id, draft)
    session.rollback()


def refuse(article: Article, now: datetime, progress: Progress) -> Draft:
    raise Problem("No fact that can be asked was found in this text.")


def test_progress_leads_to_the_review_when_it_is_done(
    app: Flask, owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    job = begun(session, owner)
    assert '<meta http-equiv="refresh"' in owner_client.get(f"/desk/jobs/{job.id}").text
    drafted(app, session, job, draft_samples)
    place = owner_client.get(f"/desk/jobs/{job.id}").location
    assert place == f"/desk/banks/{job.bank_id}/review"


def test_progress_goes_on_to_the_next_article_of_the_bank(
    app: Flask, owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank, now = add_desk_bank(session, owner.id), datetime.now(UTC)
    first, second = (add_job(session, bank.articles[0], now) for _ in range(2))
    session.commit()
    drafted(app, session, first, draft_samples)
    place = owner_client.get(f"/desk/jobs/{first.id}").location
    assert place == f"/desk/jobs/{second.id}"


def test_progress_is_told_while_it_runs(
    owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    job = begun(session, owner)
    job.state, job.total, job.done = "running", 200, 50
    job.heartbeat = datetime.now(UTC) + timedelta(days=1)
    session.commit()
    assert "25 % of the text read" in owner_client.get(f"/desk/jobs/{job.id}").text
    assert "Drafting: 25 %" in owner_client.get("/desk/").text


def test_a_text_without_facts_shows_why_and_the_ways_on(
    app: Flask, owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    job = begun(session, owner)
    drafted(app, session, job, refuse)
    page = owner_client.get(f"/desk/jobs/{job.id}").text
    assert "No fact that can be asked" in page
    assert "questions/new" in page
    assert "Remove this bank" in page
    place = f"/desk/jobs/{job.id}/text"
    assert place in page
    again = owner_client.get(place).text
    assert TEXT in again
    assert 'value="2020-05-01"' in again
    assert owner_client.post(place, data={"text": " "}).status_code == 422
    sent = {"text": TEXT + " 끝.", "language": "ko"}
    assert owner_client.post(place, data=sent).status_code == 302
    session.rollback()
    [bank] = banks_of(session, owner.id)
    assert bank.articles[0].text == TEXT + " 끝."


def test_a_failed_text_beside_good_questions_does_not_offer_to_remove_them(
    app: Flask, owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = add_desk_bank(session, owner.id)
    job = add_job(session, bank.articles[0], datetime.now(UTC))
    session.commit()
    drafted(app, session, job, refuse)
    page = owner_client.get(f"/desk/jobs/{job.id}").text
    assert "Remove this bank" not in page
    assert f"/desk/banks/{bank.id}/review" in page
    sent = {"text": "고친 글이다.", "language": "ko"}
    answer = owner_client.post(f"/desk/jobs/{job.id}/text", data=sent)
    assert answer.status_code == 422
    assert "as a new edition" in answer.text
