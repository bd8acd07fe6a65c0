"""Pictures and sounds of a question: brought by its form, shown to whom they are for."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy.orm import Session

from quiz.actions.bring_medium import WAITS
from quiz.core.questions import Medium, Status
from quiz.storage.banks import files_of, whole_bank
from quiz.storage.media import drop_forgotten
from quiz.storage.tables import BankRow, PersonRow, QuestionRow
from tests.desk_bank import add_desk_bank
from tests.practice_bank import BANK, add_practice_bank
from tests.readers.test_media_files import mp3, picture
from tests.web.test_question_pages import WORDS, field_error
from tests.web.test_sheet_pages import start

NAME = re.compile(r'name="media" value="([0-9a-f]{20}\.\w+)"')


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


@pytest.fixture
def row(bank: BankRow) -> QuestionRow:
    return bank.questions[0]


def file(content: bytes, name: str = "photo.png") -> tuple[io.BytesIO, str]:
    return io.BytesIO(content), name


def send(client: FlaskClient, row: QuestionRow, **changes: Any) -> tuple[int, str]:
    sent = client.post(f"/desk/questions/{row.id}", data=WORDS | changes)
    return sent.status_code, sent.text


def attach(client: FlaskClient, row: QuestionRow, *contents: bytes) -> list[str]:
    """Send files as the page's script does; return the names that the form then has."""
    status, page = send(client, row, do="preview", files=[file(each) for each in contents])
    assert status == 200
    return NAME.findall(page)


def described(names: list[str], alt: str = "붉은 칸") -> dict[str, Any]:
    return {
        "media_shown": "1",
        "media": names,
        "media_side": ["prompt"] * len(names),
        "media_alt": [alt] * len(names),
    }


def test_a_picture_is_brought_described_and_saved(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    [name] = attach(owner_client, row, picture("JPEG"))
    assert not row.question.media
    assert files_of(session, row.bank_id) == ()  # it waits for the question
    session.rollback()
    assert send(owner_client, row, **described([name]))[0] == 302
    session.rollback()
    assert row.question.media == (Medium(name, "prompt", "붉은 칸"),)
    [(kept, content)] = files_of(session, row.bank_id)
    assert (kept, b"Exif" in content) == (name, False)
    session.rollback()
    page = owner_client.get(f"/desk/questions/{row.id}").text
    assert f'src="/read/{row.bank_id}/files/{name}" alt="붉은 칸"' in page
    history = owner_client.get(f"/desk/questions/{row.id}/history").text
    assert "Pictures and sounds" in history


def test_without_a_script_the_file_comes_with_the_form_and_is_described_then(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    status, page = send(owner_client, row, files=[file(picture("PNG"))], do="approve")
    assert status == 422
    assert "Describe each picture" in field_error(page, "media")
    [name] = NAME.findall(page)
    assert send(owner_client, row, **described([name]))[0] == 302
    session.rollback()
    assert [each.name for each in row.question.media] == [name]


def test_a_sound_needs_no_words_and_may_come_with_the_answer(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    [name] = attach(owner_client, row, mp3())
    sent = described([name], "") | {"media_side": ["answer"]}
    assert send(owner_client, row, **sent)[0] == 302
    session.rollback()
    assert row.question.media == (Medium(name, "answer"),)


def test_what_is_taken_out_stays_in_the_history(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    [name] = attach(owner_client, row, picture("PNG"))
    send(owner_client, row, **described([name]))
    sent = described([name]) | {"media_gone": [name], "seen": "2"}
    assert send(owner_client, row, **sent)[0] == 302
    session.rollback()
    assert not row.question.media
    session.rollback()
    owner_client.post(f"/desk/questions/{row.id}/restore", data={"number": "2"})
    session.rollback()
    assert [each.name for each in row.question.media] == [name]
    session.rollback()
    assert owner_client.get(f"/read/{row.bank_id}/files/{name}").status_code == 200


@pytest.mark.parametrize(
    "content", [b"<svg/>", b"", b"\x89PNG\r\n\x1a\nbroken", b"%PDF-1.7"]
)
def test_what_is_none_is_told_at_the_field_with_its_name(
    owner_client: FlaskClient, row: QuestionRow, content: bytes
) -> None:
    status, page = send(owner_client, row, files=[file(content, "x.png")], do="draft")
    assert status == 422
    assert "x.png: " in field_error(page, "media")
    assert not NAME.findall(page)


def test_a_name_that_the_bank_does_not_have_is_left_out(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    sent = described(["0" * 20 + ".png", '"><script>.png'])
    assert send(owner_client, row, **sent)[0] == 302
    session.rollback()
    assert not row.question.media


def test_a_form_without_the_field_changes_nothing_of_them(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    names = attach(owner_client, row, picture("PNG"), mp3())
    send(owner_client, row, **described(names))
    assert send(owner_client, row, seen="2", prompt="누구인가?")[0] == 302
    session.rollback()
    assert [each.name for each in row.question.media] == names


def test_learners_get_only_what_approved_questions_show(
    owner_client: FlaskClient, client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = add_practice_bank(session, owner.id)
    row = bank.questions[0]
    [name] = attach(owner_client, row, picture("PNG"))
    place = f"/read/{bank.id}/files/{name}"
    assert owner_client.get(place).status_code == 200
    assert client.get(place).status_code == 404  # it is in no question yet
    sent = described([name]) | {"forms": ["typed"]}
    send(owner_client, row, **sent, do="draft")
    assert client.get(place).status_code == 404
    session.rollback()
    owner_client.post(f"/desk/questions/{row.id}/decide", data={"do": "approve"})
    found = client.get(place)
    assert (found.status_code, found.mimetype) == (200, "image/png")
    assert found.headers["Cache-Control"].startswith("private, max-age=")
    assert found.headers["X-Content-Type-Options"] == "nosniff"
    page = client.get(f"/practice/{bank.id}?question={row.id}").text
    assert f'src="{place}" alt="붉은 칸"' in page
    pack = client.get("/offline/pack", headers={"Accept": "application/json"}).get_json()
    assert pack["files"] == [place]


def test_a_part_of_a_sound_can_be_had(owner_client: FlaskClient, row: QuestionRow) -> None:
    [name] = attach(owner_client, row, mp3())
    place = f"/read/{row.bank_id}/files/{name}"
    part = owner_client.get(place, headers={"Range": "bytes=0-3"})
    assert (part.status_code, len(part.data)) == (206, 4)


def test_what_came_into_no_question_is_forgotten(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    [kept] = attach(owner_client, row, picture("PNG"))
    send(owner_client, row, **described([kept]))
    [waiting] = attach(owner_client, row, mp3())[1:]
    session.rollback()
    drop_forgotten(session, row.bank_id, datetime.now(UTC) + WAITS)
    session.commit()
    assert owner_client.get(f"/read/{row.bank_id}/files/{kept}").status_code == 200
    assert owner_client.get(f"/read/{row.bank_id}/files/{waiting}").status_code == 404


def test_a_test_and_a_copy_of_the_bank_show_them_too(
    owner_client: FlaskClient, client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = add_practice_bank(
        session, owner.id, bank=replace(BANK, questions=BANK.questions[1:2])
    )
    row = bank.questions[0]
    [name] = attach(owner_client, row, picture("PNG"))
    send(owner_client, row, **described([name]), do="approve")
    session.rollback()
    whole = whole_bank(bank)
    assert [each for each, _ in whole.files] == [name]
    assert whole.questions[0].media[0].alt == "붉은 칸"
    assert whole.questions[0].status is Status.APPROVED
    session.rollback()
    assert name in client.get(f"{start(client, bank)}/1").text


def test_a_large_picture_comes_in_smaller(
    owner_client: FlaskClient, row: QuestionRow
) -> None:
    [name] = attach(owner_client, row, picture("PNG", (2400, 1200)))
    content = owner_client.get(f"/read/{row.bank_id}/files/{name}").data
    with Image.open(io.BytesIO(content)) as image:
        assert image.size == (1600, 800)


def test_old_ones_are_dropped_when_the_next_comes() -> None:
    assert timedelta(days=1) <= WAITS <= timedelta(days=7)
