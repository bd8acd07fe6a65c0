"""A test from its plan to its result, without JavaScript."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Select, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from quiz.core.questions import Bank, Form, Status, possible_forms
from quiz.storage.tables import (
    BankRow,
    MemoryRow,
    PersonRow,
    QuestionRow,
    ReviewRow,
    TestItemRow,
    TestRow,
)
from tests.practice_bank import BANK, PARTS, QUESTIONS, add_practice_bank


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


def rows(session: Session, query: Select[Any]) -> list[Any]:
    """Read what the pages have stored: not what this session has seen before."""
    session.rollback()
    return list(session.scalars(query))


def start(client: FlaskClient, bank: BankRow, **plan: Any) -> str:
    told = {"count": "5", "forms": ["typed"]} | plan
    begun = client.post(f"/banks/{bank.id}/test", data=told)
    assert begun.status_code == 303, begun.text
    return str(begun.location).rpartition("/")[0]


def right_answer(session: Session, number: int) -> str:
    item = rows(session, select(TestItemRow).where(TestItemRow.number == number))[0]
    row = session.get(QuestionRow, item.question_id)
    assert row
    return row.question.answer.shown


def give(client: FlaskClient, test: str, number: int, text: str, go: str = "next") -> str:
    sent = client.post(f"{test}/{number}", data={"answer": text, "go": go})
    assert sent.status_code == 303
    return str(sent.location)


def test_nothing_is_told_until_the_test_is_handed_in(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    test = start(client, bank)
    for number in range(1, 5):
        text = right_answer(session, number) if number > 1 else "틀린 답"
        page = client.get(give(client, test, number, text)).text
        assert "通" not in page
        assert "verdict" not in page
    assert rows(session, select(ReviewRow)) == []
    assert "아직 답하지 않은 문제가 1개" in client.get(f"{test}/check").text
    result = client.post(test, follow_redirects=True)
    assert re.findall(r"<dd>([\d.]+)</dd>", result.text) == ["3", "5", "60"]
    assert "내 답: 틀린 답" in unescape(result.text)
    assert "내 답: 답 없음" in result.text
    assert len(rows(session, select(ReviewRow))) == 4  # what has no answer says nothing
    assert len(rows(session, select(MemoryRow))) == 4
    assert "틀린 문제 1개만" in client.get(f"/banks/{bank.id}").text


def test_answers_are_kept_and_can_be_changed_or_taken_out(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    test = start(client, bank)
    give(client, test, 1, "처음 답")
    assert 'value="처음 답"' in client.get(f"{test}/1").text
    assert give(client, test, 2, "", "back") == f"{test}/1"
    give(client, test, 1, "나중 답")
    query = select(TestItemRow.given).order_by(TestItemRow.number)
    assert rows(session, query) == ["나중 답", None, None, None, None]
    give(client, test, 1, " ")
    assert rows(session, query)[0] is None


def test_a_test_is_handed_in_once(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    test = start(client, bank)
    give(client, test, 1, right_answer(session, 1))
    client.post(test)
    client.post(test)
    assert len(rows(session, select(ReviewRow))) == 1
    assert give(client, test, 1, "zu spät") == test
    assert client.get(f"{test}/1").location == test
    assert client.get(f"{test}/check").location == test
    assert (
        len(rows(session, select(TestItemRow).where(TestItemRow.given == "zu spät"))) == 0
    )


def test_the_clock_hands_in(client: FlaskClient, session: Session, bank: BankRow) -> None:
    test = start(client, bank, minutes="10")
    assert "까지" in client.get(f"{test}/1").text
    give(client, test, 1, right_answer(session, 1))
    row = rows(session, select(TestRow))[0]
    row.ends = datetime.now(UTC) - timedelta(seconds=5)
    session.commit()
    give(client, test, 2, right_answer(session, 2))  # was on its way
    row = rows(session, select(TestRow))[0]
    row.ends = datetime.now(UTC) - timedelta(minutes=5)
    session.commit()
    give(client, test, 3, right_answer(session, 3))
    page = client.get(f"{test}/3", follow_redirects=True)
    assert "시간이 다 되어" in page.text
    assert re.findall(r"<dd>([\d.]+)</dd>", page.text)[0] == "2"


@pytest.mark.parametrize("form", [f for f in Form if f is not Form.CARD])
def test_every_form_can_be_in_a_test(
    client: FlaskClient, session: Session, owner: PersonRow, form: Form
) -> None:
    bank = add_practice_bank(session, owner.id, bank=every_form())
    test = start(client, bank, forms=[form.value])
    page = client.get(f"{test}/1").text
    values = re.findall(r'name="answer" value="([^"]+)"', page)
    if form in {Form.ORDER, Form.MATCH}:
        values = re.findall(r"<option>([^<]*)</option>", page.partition("</select>")[0])
    given = [unescape(values[0])] if form in {Form.CHOICE, Form.TRUTH} else values
    client.post(f"{test}/1", data={"answer": given or ["1903년"]})
    again = client.get(f"{test}/1").text
    assert ("checked" in again) or ("selected" in again) or ("1903년" in again)
    assert "verdict" in client.post(test, follow_redirects=True).text


def every_form() -> Bank:
    questions = [replace(q, forms=possible_forms(q)) for q in (*QUESTIONS, *PARTS)]
    return replace(BANK, questions=tuple(questions))


def test_a_question_retired_meanwhile_counts_for_nobody(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    test = start(client, bank)
    give(client, test, 1, right_answer(session, 1))
    item = rows(session, select(TestItemRow).where(TestItemRow.number == 2))[0]
    question = session.get(QuestionRow, item.question_id)
    assert question
    question.status = Status.RETIRED
    session.commit()
    result = client.post(test, follow_redirects=True)
    assert re.findall(r"<dd>([\d.]+)</dd>", result.text)[:2] == ["1", "4"]
    assert "이제 세지 않음" in result.text


def test_a_question_practised_meanwhile_is_logged_as_practised(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    test = start(client, bank)
    for number in range(1, 6):
        give(client, test, number, "틀린 답")
    page = client.get(f"/practice/{bank.id}")
    names = "question|reps|shown_as"
    sent = dict(re.findall(rf'name="({names})"[^>]*value="([^"]*)"', page.text))
    client.post(f"/practice/{bank.id}", data=sent | {"unknown": "1"})
    client.post(test)
    answers = rows(session, select(ReviewRow.question_id))
    assert len(answers) == len(set(answers)) == 5


@pytest.mark.parametrize(
    "plan", [{"count": "0"}, {"count": "x"}, {"minutes": "-1"}, {"topics": ["none"]}]
)
def test_a_plan_that_makes_no_test_is_explained(
    client: FlaskClient, session: Session, bank: BankRow, plan: dict[str, Any]
) -> None:
    told = client.post(f"/banks/{bank.id}/test", data={"count": "5"} | plan)
    assert told.status_code == 422
    assert "<strong" in told.text
    assert rows(session, select(TestRow)) == []


def test_a_test_is_its_learners_alone(
    app: Flask, client: FlaskClient, bank: BankRow
) -> None:
    test = start(client, bank)
    stranger = app.test_client()
    for path in (test, f"{test}/1", f"{test}/check"):
        assert stranger.get(path).status_code == 404
    assert stranger.post(f"{test}/1", data={"answer": "x"}).status_code == 404
    assert stranger.post(test).status_code == 404
    assert client.get(f"{test}/99").status_code == 404


def test_earlier_tests_are_listed(client: FlaskClient, bank: BankRow) -> None:
    test = start(client, bank)
    assert "아직 내지 않음" in client.get(f"/banks/{bank.id}/test").text
    client.post(test)
    listed: TestResponse = client.get(f"/banks/{bank.id}/test")
    assert "0 / 5" in listed.text
    assert f'href="{test}"' in listed.text
