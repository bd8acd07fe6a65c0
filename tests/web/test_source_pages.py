"""Bringing texts through the pages: give, look, correct, go on."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.app import create_app
from quiz.core.article import LONGEST_TEXT
from quiz.storage.banks import banks_of
from quiz.storage.desk_tables import SourceRow
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank
from tests.readers.documents import docx, hwp, pdf
from tests.web.bringing import bring, read_at_once, send

TEXT = "한빛천문대\n입력 2019.10.07 14:20\n한빛천문대는 2011년에 세워졌다."

__all__ = ["read_at_once"]  # a fixture


def only_bank(session: Session, owner: PersonRow) -> BankRow:
    session.rollback()
    [bank] = banks_of(session, owner.id)
    return bank


def fields(session: Session, **changes: str) -> dict[str, str]:
    """Return what the check page's form sends of the only text, with changes."""
    session.rollback()
    [row] = session.query(SourceRow).all()
    known = {
        "title": row.title,
        "written": row.date.isoformat() if row.date else "",
        "language": row.language,
        "source": row.source,
        "text": row.text,
    }
    return {f"s{row.id}-{name}": value for name, value in {**known, **changes}.items()}


def test_a_pasted_text_is_looked_at_and_then_drafted(
    owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    status, place, _ = bring(owner_client, text=TEXT.replace("\n", "\r\n"))
    assert status == 302
    page = owner_client.get(place).text
    assert 'value="2019-10-07"' in page
    assert 'value="한빛천문대"' in page
    changes = {"title": "고친 제목", "source": " 한빛신문 "}
    status, following, _ = send(
        owner_client, place, do="draft", **fields(session, **changes)
    )
    assert status == 302
    assert "Waiting for its turn." in owner_client.get(following).text
    bank = only_bank(session, owner)
    article = bank.articles[0].article
    assert (bank.title, article.title, article.text) == ("고친 제목", "고친 제목", TEXT)
    assert (str(article.date), article.source) == ("2019-10-07", "한빛신문")
    assert owner_client.get(place).status_code == 404


def test_files_of_several_kinds_come_in_together(
    owner_client: FlaskClient, read_at_once: None, session: Session, owner: PersonRow
) -> None:
    files = [
        ("하나.docx", docx("하나다. 첫째 글이다.")),
        ("둘.hwp", hwp("둘이다. 둘째 글이다.")),
        ("셋.pdf", pdf("3")),
    ]
    status, place, _ = bring(owner_client, files=files, text="넷이다.")
    assert status == 302
    page = owner_client.get(place).text
    assert page.count("<legend>") == 3
    assert "셋.pdf" in page
    assert "pictures of pages" in page
    assert "Title of the bank" in page
    session.rollback()
    sent = {"title": "네 글", "do": "by-hand"}
    for row in session.query(SourceRow).filter(SourceRow.state == "ready"):
        sent |= {f"s{row.id}-title": row.title, f"s{row.id}-text": row.text}
        sent[f"s{row.id}-source"] = row.source
    assert send(owner_client, place, **sent)[0] == 302
    bank = only_bank(session, owner)
    assert bank.title == "네 글"
    assert [row.source for row in bank.articles] == ["", "하나.docx", "둘.hwp"]
    assert [row.text for row in bank.articles] == [
        "넷이다.",
        "하나다. 첫째 글이다.",
        "둘이다. 둘째 글이다.",
    ]


def test_a_file_that_is_being_read_is_waited_for(
    app: Flask, owner_client: FlaskClient, session: Session
) -> None:
    app.extensions["quiz_read"] = lambda waiting: None
    _, place, _ = bring(owner_client, files=[("a.pdf", b"%PDF-1.7")])
    page = owner_client.get(place).text
    assert "Being read" in page
    assert '<meta http-equiv="refresh"' in page
    session.rollback()
    session.query(SourceRow).one().created = datetime.now(UTC) - timedelta(minutes=5)
    session.commit()
    page = owner_client.get(place).text
    assert "Reading was interrupted." in page
    assert 'value="draft"' not in page


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, "Paste a text, choose a file or give a web address."),
        ({"text": " \n "}, "Paste a text, choose a file or give a web address."),
        ({"text": "\u200b"}, "The text is empty."),
        ({"text": "가" * (LONGEST_TEXT + 1)}, "Split it."),
        ({"addresses": "example.com"}, "begins with http:// or https://"),
        ({"addresses": "http://a.example/ ftp://b.example/"}, "begins with http://"),
        ({"files": [("a.txt", b"a" * 32_000_001)]}, "larger than 32 MB"),
        ({"files": [("a.txt", b"a")] * 11}, "at most 10"),
    ],
)
def test_a_mistake_is_named_beside_its_field_and_nothing_is_stored(
    owner_client: FlaskClient, session: Session, given: dict[str, object], reason: str
) -> None:
    fields = {"text": "", "addresses": "", **given}
    status, _, page = send(owner_client, "/desk/new", **fields)
    assert status == 422
    assert reason in page
    assert 'aria-invalid="true"' in page
    assert session.query(SourceRow).count() == 0


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (("a.png", b"\x89PNG\0"), "a file of another kind"),
        (("a.txt", b""), "The file is empty."),
        (("a.hwp", hwp("글", flags=3)), "locked with a password"),
        (("a.pdf", b"%PDF-1.7 broken"), "damaged"),
    ],
)
def test_a_bad_file_gets_one_sentence_and_a_way_on(
    owner_client: FlaskClient,
    read_at_once: None,
    session: Session,
    owner: PersonRow,
    file: tuple[str, bytes],
    reason: str,
) -> None:
    _, place, _ = bring(owner_client, files=[file])
    page = owner_client.get(place).text
    assert reason in page
    assert "Try something else" in page
    status, _, _ = send(owner_client, place, do="draft")
    assert status == 422
    assert send(owner_client, place, do="drop-all")[:2] == (302, "/desk/")
    session.rollback()
    assert session.query(SourceRow).count() == 0
    assert banks_of(session, owner.id) == []


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"text": " "}, "The text is empty."),
        ({"written": "어제"}, "Write the day like this: 2026-03-01."),
        ({"written": "0999-01-01"}, "before the year 1000"),
        ({"language": "zh"}, "This seems to be Chinese."),
        ({"language": "", "text": "123 456"}, "could not be found out"),
    ],
)
def test_a_wrong_correction_is_named_and_what_was_typed_is_still_there(
    owner_client: FlaskClient,
    session: Session,
    owner: PersonRow,
    changes: dict[str, str],
    reason: str,
) -> None:
    _, place, _ = bring(owner_client, text=TEXT)
    sent = fields(session, title="<새 제목>", **changes)
    status, _, page = send(owner_client, place, do="draft", **sent)
    assert status == 422
    assert reason in page
    assert "&lt;새 제목&gt;" in page
    session.rollback()
    assert banks_of(session, owner.id) == []


def test_a_text_in_another_language_can_be_kept_for_questions_by_hand(
    owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    _, place, _ = bring(owner_client, text="这座天文台建于2011年。")
    sent = fields(session)
    assert "This seems to be Chinese." in send(owner_client, place, do="draft", **sent)[2]
    _, following, _ = send(owner_client, place, do="by-hand", **sent)
    bank = only_bank(session, owner)
    assert following == f"/desk/banks/{bank.id}/questions/new"
    assert bank.language == "zh"


def test_corrections_stay_while_a_text_is_added_or_left_out(
    owner_client: FlaskClient, session: Session
) -> None:
    _, place, _ = bring(owner_client, text=TEXT)
    sent = fields(session, title="고친 제목")
    _, more, _ = send(owner_client, place, do="more", **sent)
    assert re.fullmatch(r"/desk/new\?batch=[0-9a-f-]{36}", more)
    assert bring(owner_client, more, text="둘째 글이다.")[1] == place
    page = owner_client.get(place).text
    assert 'value="고친 제목"' in page
    second = max(re.findall(r'value="drop-(\d+)"', page), key=int)
    assert send(owner_client, place, do=f"drop-{second}", **sent)[1] == place
    page = owner_client.get(place).text
    assert f"drop-{second}" not in page
    assert 'value="고친 제목"' in page
    undone = owner_client.post("/desk/undo")
    assert undone.location == place
    assert f'value="drop-{second}"' in owner_client.get(place).text


def test_a_text_goes_into_the_bank_it_was_brought_for(
    owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = add_desk_bank(session, owner.id)
    path = f"/desk/new?bank={bank.id}"
    assert bank.title in owner_client.get(path).text
    _, place, _ = bring(owner_client, path, text=TEXT)
    assert bank.title in owner_client.get(place).text
    send(owner_client, place, do="draft", **fields(session))
    assert [row.text for row in only_bank(session, owner).articles][1:] == [TEXT]


def test_a_text_that_is_in_the_bank_already_is_named(
    owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = add_desk_bank(session, owner.id)
    _, place, _ = bring(
        owner_client, f"/desk/new?bank={bank.id}", text=bank.articles[0].text
    )
    status, _, page = send(owner_client, place, do="draft", **fields(session))
    assert status == 422
    assert "is in the bank already." in page


def test_an_upload_beyond_the_cap_gets_a_page(
    app: Flask, owner_client: FlaskClient
) -> None:
    app.config["MAX_UPLOAD_LENGTH"] = 2_000
    app.config["MAX_CONTENT_LENGTH"] = 1_000
    assert bring(owner_client, text="가" * 400)[0] == 302
    status, _, page = bring(owner_client, text="가" * 1000)
    assert status == 413
    assert "too large" in page


def test_a_visitors_upload_keeps_to_the_smaller_cap(
    app: Flask, client: FlaskClient
) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 1_000
    assert bring(client, text="가" * 1000)[0] in {401, 413}


def test_bringing_too_often_is_slowed_down(
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


def test_another_teachers_texts_are_not_found(
    owner_client: FlaskClient, session: Session, client: FlaskClient
) -> None:
    _, place, _ = bring(owner_client, text=TEXT)
    with client.session_transaction() as cookie:
        cookie["owner"] = 999
    assert client.get(place).status_code == 404
    assert client.post(place).status_code == 404
    assert (
        client.get(place.replace("/desk/sources/", "/desk/new?batch=")).status_code == 200
    )
