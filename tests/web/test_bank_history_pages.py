"""The pages of a bank's past."""

import re
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.actions.edit_bank import edit_bank
from quiz.actions.edit_many import edit_many
from quiz.core.bulk_edits import BulkEdit
from quiz.core.questions import Status
from quiz.storage.catalogue import Wanted
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    row = add_desk_bank(session, owner.id)
    now = datetime.now(UTC)
    edit = BulkEdit(status=Status.APPROVED, add_tags=("1과",))
    edit_many(session, owner.id, row.id, Wanted(), edit, now)
    return row


def test_changes_are_listed_shown_and_brought_back(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/banks/{bank.id}/history"
    page = owner_client.get(path).text
    assert re.search(r"Edited: 5 questions.*Made: 5 questions", page, re.DOTALL)
    assert page.count("by you") == 2
    moment = re.search(r'name="at" value="([^"]+)"', page)
    shown = re.search(r'href="([^"]+history/change[^"]+)"', page)
    assert moment
    assert shown
    change = owner_client.get(shown[1].replace("&amp;", "&")).text
    assert change.count("<ins>1과") == 5
    assert "<del>Draft</del>" in re.sub(r' lang="\w+"', "", change)
    owner_client.post(f"{path}/restore", data={"at": moment[1]})
    session.rollback()
    assert {row.status for row in bank.questions} == {"draft"}
    assert "Brought back: 5 questions" in owner_client.get(path).text
    owner_client.post("/desk/undo")
    session.rollback()
    assert {row.status for row in bank.questions} == {"approved"}


def test_a_change_of_the_title_is_shown_and_undone(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    edit_bank(session, bank.owner_id, bank.id, "새 이름", True, datetime.now(UTC))
    page = owner_client.get(f"/desk/banks/{bank.id}/history").text
    assert "<del>한빛천문대</del> <ins>새 이름</ins>" in page
    history = f"/desk/banks/{bank.id}/history"
    undone = owner_client.post("/desk/undo", data={"next": history})
    assert undone.location == history
    session.rollback()
    assert bank.title == "한빛천문대"


@pytest.mark.parametrize("at", ["", "x", "2030-13-01", "2001-01-01T00:00:00Z"])
def test_a_moment_without_a_change_is_not_there(
    owner_client: FlaskClient, bank: BankRow, at: str
) -> None:
    path = f"/desk/banks/{bank.id}/history"
    assert owner_client.get(f"{path}/change?at={at}").status_code == 404
    if not at.startswith("2001"):
        assert owner_client.post(f"{path}/restore", data={"at": at}).status_code == 404


def test_strangers_see_no_past(client: FlaskClient, bank: BankRow) -> None:
    path = f"/desk/banks/{bank.id}/history"
    assert client.get(path).status_code == 401
    assert client.post(f"{path}/restore").status_code == 401
