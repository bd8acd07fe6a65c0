"""Bringing rows in: paste or file, columns, what would come in, and in."""

import json
import re
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank

ROWS = "순서\t질문\t답\n1\t별인가?\t별\n2\t\t달\n"


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


def test_pasted_rows_are_shown_and_then_come_in(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/banks/{bank.id}/rows"
    assert "Rows copied from a spreadsheet" in owner_client.get(path).text
    page = owner_client.post(path, data={"text": ROWS, "do": "show"}).text
    assert "1 new question ·" in page
    assert "<b>Row 3</b>" in page
    assert "Write the question." in page
    assert re.search(r'value="question" selected', page)
    session.rollback()
    assert len(bank.questions) == 5
    table = [line.split("\t") for line in ROWS.splitlines()]
    sent = {"table": json.dumps(table), "column": ["", "question", "answer"]}
    answer = owner_client.post(path, data={**sent, "has_head": "y", "do": "bring"})
    page = owner_client.get(answer.location).text
    assert "1 questions came in, 0 changed." in page
    assert "1 row stayed outside." in page
    session.rollback()
    assert bank.questions[-1].prompt == "별인가?"


def test_other_columns_give_another_look(owner_client: FlaskClient, bank: BankRow) -> None:
    table = json.dumps([["하나", "둘"], ["셋", "넷"]])
    sent = {"table": table, "column": ["answer", "question"], "do": "show"}
    page = owner_client.post(f"/desk/banks/{bank.id}/rows", data=sent).text
    assert "2 new questions" in page
    assert re.search(r'class="q" lang="ko">둘<', page)


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"text": "  "},
        {"table": "no json"},
        {"table": "5"},
        {"table": "[]"},
        {"table": '[["\\ud800"]]'},
        {"table": '[["a"]]', "column": ["answer"]},
    ],
)
def test_what_cannot_be_read_gets_a_sentence(
    owner_client: FlaskClient, bank: BankRow, sent: dict[str, object]
) -> None:
    answer = owner_client.post(f"/desk/banks/{bank.id}/rows", data=sent)
    assert answer.status_code == 422
    assert re.search(r'<strong id="reason">[^<]+\.', answer.text)


def test_a_workbook_goes_out_and_comes_in_again(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    out = owner_client.get(f"/desk/banks/{bank.id}/files/xlsx")
    assert "filename*=UTF-8''" in out.headers["Content-Disposition"]
    sent = {"file": (BytesIO(out.data), "bank.xlsx"), "do": "show"}
    page = owner_client.post(f"/desk/banks/{bank.id}/rows", data=sent).text
    assert "5 are here already" in page
    assert 'value="bring"' not in page


def test_strangers_bring_nothing(client: FlaskClient, bank: BankRow) -> None:
    assert client.post(f"/desk/banks/{bank.id}/rows").status_code == 401
