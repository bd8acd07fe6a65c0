"""Bringing an article: mistakes are named beside their field and nothing typed is lost."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from quiz.actions.draft_article import run_draft
from quiz.app import create_app
from quiz.core.article import LONGEST_TEXT, Article
from quiz.core.problems import Problem
from quiz.language import Draft, Progress
from quiz.storage.banks import banks_of
from quiz.storage.jobs import find_job
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import draft_samples

TEXT = "한빛천문대\n한빛천문대는 2011년에 세워졌다."


def bring(client: FlaskClient, **fields: object) -> tuple[int, str, str]:
    """Send the form; return status, place to go and page."""
    data: dict[str, object] = {
        "text": "",
        "title": "",
        "written": "",
        "language": "",
        "do": "draft",
    } | fields
    # Encoded here: the test client leaves a temporary file open for large bodies.
    if isinstance(file := data.get("file"), tuple):
        data["file"] = FileStorage(*file)
    boundary, body = encode_multipart(data)
    kind = f'multipart/form-data; boundary="{boundary}"'
    answer = client.post("/desk/new", data=body, content_type=kind)
    return answer.status_code, answer.location or "", answer.text


def only_bank(session: Session, owner: PersonRow) -> BankRow:
    session.rollback()
    [bank] = banks_of(session, owner.id)
    return bank


def test_a_pasted_article_waits_for_the_worker(
    owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    status, place, _ = bring(
        owner_client, text=TEXT.replace("\n", "\r\n"), written="2020-05-01"
    )
    assert status == 302
    page = owner_client.get(place).text
    assert "Waiting for its turn." in page
    assert '<meta http-equiv="refresh"' in page
    bank = only_bank(session, owner)
    article = bank.articles[0].article
    assert (bank.title, article.language, article.text) == ("한빛천문대", "ko", TEXT)
    assert str(article.date) == "2020-05-01"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_an_uploaded_file_is_read_in_every_common_encoding(
    owner_client: FlaskClient, session: Session, owner: PersonRow, encoding: str
) -> None:
    file = (BytesIO(TEXT.encode(encoding)), "천문대.txt")
    assert bring(owner_client, file=file)[0] == 302
    article = only_bank(session, owner).articles[0]
    assert (article.text, article.source) == (TEXT, "천문대.txt")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "Paste a text or choose a file."),
        ({"text": " \n "}, "Paste a text or choose a file."),
        ({"text": "가" * (LONGEST_TEXT + 1)}, "Split it."),
        ({"text": TEXT, "written": "어제"}, "Write the day like this: 2026-03-01."),
        ({"text": TEXT, "written": "2026-02-30"}, "Write the day like this: 2026-03-01."),
        ({"text": "这是一篇中文文章。"}, "This seems to be Chinese."),
        ({"text": "123 456"}, "could not be found out"),
        ({"file": (BytesIO(b"\x89PNG\0"), "a.png")}, "a file of another kind"),
        ({"file": (BytesIO(b""), "a.txt")}, "The file is empty."),
        ({"file": (BytesIO(b"a" * 4_000_001), "a.txt")}, "larger than 4 MB"),
        ({"text": TEXT, "file": (BytesIO(b"a"), "a.txt")}, "Keep one of the two."),
    ],
)
def test_a_mistake_is_named_and_nothing_is_stored(
    owner_client: FlaskClient,
    session: Session,
    owner: PersonRow,
    fields: dict[str, object],
    reason: str,
) -> None:
    status, _, page = bring(owner_client, **fields)
    assert status == 422
    assert reason in page
    assert 'aria-invalid="true"' in page
    assert banks_of(session, owner.id) == []


def test_what_was_typed_or_uploaded_is_still_there(owner_client: FlaskClient) -> None:
    file = (BytesIO(TEXT.encode()), "a.txt")
    _, _, page = bring(owner_client, file=file, title="<제목>", written="어제")
    assert TEXT in page
    assert "&lt;제목&gt;" in page
    assert 'value="어제"' in page


def test_a_text_in_another_language_can_be_kept_for_questions_by_hand(
    owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    chinese = "这座天文台建于2011年。"
    assert "This seems to be Chinese." in bring(owner_client, text=chinese)[2]
    status, place, _ = bring(owner_client, text=chinese, do="by-hand")
    bank = only_bank(session, owner)
    assert (status, place) == (302, f"/desk/banks/{bank.id}/questions/new")
    assert bank.language == "zh"
    assert owner_client.get(place).status_code == 200


def test_an_upload_beyond_the_cap_gets_a_page(
    app: Flask, owner_client: FlaskClient
) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 1000
    status, _, page = bring(owner_client, text="가" * 1000)
    assert status == 413
    assert "too large" in page


def test_drafting_too_often_is_slowed_down(
    session: Session, owner: PersonRow, owner_client: FlaskClient
) -> None:
    app = create_app(
        {"TESTING": True, "WTF_CSRF_ENABLED": False, "DRAFT_LIMIT": "2 per day"}
    )
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["owner"] = owner.id
    session.rollback()
    assert [bring(client, text=TEXT)[0] for _ in range(3)] == [302, 302, 429]
    assert client.get("/desk/new").status_code == 200


def test_progress_leads_to_the_review_when_it_is_done(
    app: Flask, owner_client: FlaskClient, session: Session
) -> None:
    _, place, _ = bring(owner_client, text=TEXT)
    session.rollback()
    job_id = int(place.rpartition("/")[2])
    run_draft(app.extensions["quiz_sessions"], job_id, draft_samples)
    bank_id = find_job(session, job_id).bank_id
    assert owner_client.get(place).location == f"/desk/banks/{bank_id}/review"


def test_progress_is_told_while_it_runs(
    owner_client: FlaskClient, session: Session
) -> None:
    _, place, _ = bring(owner_client, text=TEXT)
    session.rollback()
    job = find_job(session, int(place.rpartition("/")[2]))
    job.state, job.total, job.done = "running", 200, 50
    job.heartbeat = datetime.now(UTC) + timedelta(days=1)
    session.commit()
    assert "25 % of the text read" in owner_client.get(place).text
    assert "Drafting: 25 %" in owner_client.get("/desk/").text


def test_a_text_without_facts_shows_why_and_the_ways_on(
    app: Flask, owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    def refuse(article: Article, now: datetime, progress: Progress) -> Draft:
        raise Problem("No fact that can be asked was found in this text.")

    _, place, _ = bring(owner_client, text=TEXT, written="2020-05-01")
    session.rollback()
    job_id = int(place.rpartition("/")[2])
    run_draft(app.extensions["quiz_sessions"], job_id, refuse)
    page = owner_client.get(place).text
    assert "No fact that can be asked" in page
    assert f"/desk/new?again={job_id}" in page
    assert "questions/new" in page
    again = owner_client.get(f"/desk/new?again={job_id}").text
    assert TEXT in again
    assert 'value="2020-05-01"' in again
    corrected = owner_client.post(f"/desk/new?again={job_id}", data={"text": TEXT + " 끝."})
    assert corrected.status_code == 302
    assert only_bank(session, owner).articles[0].text == TEXT + " 끝."
