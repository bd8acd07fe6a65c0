"""The main job on PostgreSQL: bank in, drafting job, answers, undo, edits."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from quiz.actions.background import draft_task, open_queue
from quiz.actions.bring_sources import Pasted, Place, bring_sources, new_batch
from quiz.actions.draft_article import begin_draft, read_article, run_draft
from quiz.actions.edit_bank import bring_back, remove_bank
from quiz.actions.import_bank import import_bank
from quiz.actions.keep_sources import keep_sources
from quiz.actions.share_bank import accept_invitation, duplicate_bank, invite
from quiz.actions.sign_in import make_owner_link, owner_of_installation
from quiz.actions.take_edition import bring_back_edition, take_edition
from quiz.actions.undo_change import undo_change
from quiz.app import create_app
from quiz.core.article import Article
from quiz.formats.bank_file import write_bank
from quiz.language import Draft, Progress
from quiz.storage.banks import whole_bank
from quiz.storage.engine import bring_up_to_date
from quiz.storage.removed_banks import KEPT
from quiz.storage.tables import (
    ArticleRow,
    BankRow,
    JobRow,
    MemoryRow,
    QuestionRow,
    ReviewRow,
    RevisionRow,
)
from quiz.web.database import db
from tests.samples import sample_bank, sample_questions


@pytest.fixture
def app(
    postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Flask]:
    monkeypatch.setenv("QUIZ_INSTANCE", str(tmp_path))
    settings = {"WTF_CSRF_ENABLED": False, "RATELIMIT_ENABLED": False}
    app = create_app({"DATABASE_URL": postgresql_url, "TESTING": True, **settings})
    with app.app_context():
        bring_up_to_date(db.engine)
        bring_up_to_date(db.engine)  # finds nothing left to do
        yield app
        db.session.remove()
        db.engine.dispose()


def fake_draft(article: Article, now: datetime, progress: Progress) -> Draft:
    progress(1, 2)
    return Draft(sample_questions())


def test_a_job_is_drafted_once_through_a_queue_in_postgresql(
    app: Flask, postgresql_url: str
) -> None:
    session, now = db.session(), datetime.now(UTC)
    owner = owner_of_installation(session, now)
    article = read_article("제목", sample_bank().articles[0].text, "ko", date(2020, 1, 1))
    job = begin_draft(session, owner.id, article, now)
    sessions = app.extensions["quiz_sessions"]
    queue = open_queue(postgresql_url)

    draft_task(queue, sessions, fake_draft)(job.id)
    task = queue.dequeue()
    assert task is not None
    queue.execute(task)
    queue.storage.close()

    session.expire_all()
    assert session.get_one(JobRow, job.id).state == "done"
    assert run_draft(sessions, job.id, fake_draft) is False
    assert session.scalar(select(func.count(QuestionRow.id))) == len(sample_questions())
    assert session.scalar(select(func.count()).select_from(RevisionRow)) == 5


def test_answers_are_kept_and_taken_back_on_postgresql(app: Flask) -> None:
    session, now = db.session(), datetime.now(UTC)
    owner = owner_of_installation(session, now)
    bank = import_bank(session, owner.id, write_bank(sample_bank()), now)
    bank.is_public = True
    session.commit()
    client = app.test_client()

    question = client.get(f"/practice/{bank.id}")
    assert question.status_code == 200
    fields = {"question": bank.questions[1].id, "reps": 0, "shown_as": "typed"}
    fed_back = client.post(f"/practice/{bank.id}", data={**fields, "answer": "80cm"})
    assert "/practice/answers/" in fed_back.location
    again = client.post(f"/practice/{bank.id}", data={**fields, "answer": "80cm"})
    assert again.location == fed_back.location
    assert client.get(fed_back.location).status_code == 200
    assert session.scalar(select(func.count(ReviewRow.id))) == 1

    client.post(fed_back.location + "/undo")
    session.expire_all()
    assert session.scalar(select(func.count()).select_from(MemoryRow)) == 0
    assert session.scalar(select(ReviewRow.voided)) is not None


def test_the_desk_works_on_postgresql(app: Flask) -> None:
    session, now = db.session(), datetime.now(UTC)
    teacher = app.test_client()
    teacher.post(f"/sign-in/{make_owner_link(session, now)}")
    owner = owner_of_installation(session, now)
    bank = import_bank(session, owner.id, write_bank(sample_bank()), now)

    for address in ("", "/review", "/files", "/settings", "?status=approved&text=천문"):
        page = teacher.get(f"/desk/banks/{bank.id}{address}")
        assert page.status_code == 200, address
    assert teacher.get(f"/desk/banks/{bank.id}/files/anki").data.startswith(b"PK")


def test_sources_editions_and_sharing_work_on_postgresql(app: Flask) -> None:
    session, now = db.session(), datetime.now(UTC)
    owner_id = owner_of_installation(session, now).id
    first = Place(new_batch())
    bring_sources(session, owner_id, [Pasted("하나다."), Pasted("둘이다.")], first, now)
    given = [Article(new_batch(), text, text) for text in ("하나다.", "둘이다.")]
    kept, jobs = keep_sources(session, owner_id, first.batch, given, now)
    assert len(jobs) == len(kept.articles) == 2
    bank = import_bank(session, owner_id, write_bank(sample_bank()), now)
    before, old = whole_bank(bank).questions, bank.articles[0].text
    place = Place(new_batch(), bank.id, bank.articles[0].id)
    new = "새 문장이다. " + old.replace("2011년에", "2012년에")
    bring_sources(session, owner_id, [Pasted(new)], place, now)
    take_edition(session, owner_id, place.batch, datetime.now(UTC))
    assert bank.articles[0].text == new
    later = datetime.now(UTC)
    bring_back_edition(session, owner_id, bank.articles[0].id, 1, later)
    back = whole_bank(bank).questions
    assert [replace(each, changed=now) for each in back] == [
        replace(each, changed=now) for each in before
    ]
    token = invite(session, owner_id, bank.id, "editor", now)
    _, editor = accept_invitation(session, token, None, "김 선생", now)
    copy = duplicate_bank(session, editor, bank.id, "사본", now)
    assert copy.owner_id == editor
    session.rollback()
    bank_id, key = bank.id, bank.articles[0].id
    remove_bank(session, owner_id, bank_id, now)
    bring_back(session, owner_id, bank_id, now)
    taken_back = undo_change(session, owner_id, bank_id, datetime.now(UTC))
    assert taken_back == []
    assert session.get_one(ArticleRow, key).text == new
    session.rollback()
    remove_bank(session, owner_id, bank_id, now)
    remove_bank(session, editor, copy.id, now + KEPT + KEPT)
    assert session.get(BankRow, bank_id) is None


def test_many_questions_change_at_once_on_postgresql(app: Flask) -> None:
    session, now = db.session(), datetime.now(UTC)
    teacher = app.test_client()
    teacher.post(f"/sign-in/{make_owner_link(session, now)}")
    owner = owner_of_installation(session, now)
    bank = import_bank(session, owner.id, write_bank(sample_bank()), now)
    desk, before = f"/desk/banks/{bank.id}", whole_bank(bank).questions
    many = f"{desk}/many"
    changes: list[tuple[str, dict[str, object]]] = [
        (
            many,
            {"do": "apply", "all": "1", "add_tags": "1과", "set_level": "hard"},
        ),
        (
            many,
            {"do": "move", "all": "1", "tag": "1과", "target": "new", "title": "새것"},
        ),
        ("/desk/undo", {}),
        (
            f"{desk}/replace",
            {"all": "1", "old": "한빛", "put": "달빛", "fields": ["prompt"]},
        ),
        (
            f"{desk}/rows",
            {"table": '[["별인가?", "별"]]', "column": ["question", "answer"]},
        ),
        (f"{desk}/settings", {"title": "다른 이름"}),
    ]
    for path, sent in changes:
        answer = teacher.post(path, data={"do": "bring", **sent})
        assert answer.status_code == 302, answer.text
    filtered = teacher.get(f"{desk}?tag=1과&form=card&level=hard&order=hardest").text
    assert "1–3 of 3" in filtered
    for path in ("review?doubt=yes", "history", "files/xlsx"):
        assert teacher.get(f"{desk}/{path}").status_code == 200
    assert len(bank.questions) == 6
    for _ in range(4):
        teacher.post("/desk/undo")
    session.expire_all()
    after = [replace(each, changed=each.created) for each in whole_bank(bank).questions]
    assert after[:5] == [replace(each, changed=each.created) for each in before]
    assert bank.title == sample_bank().title
