"""A bank's list of questions and its settings."""

from dataclasses import replace
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from quiz.actions.weigh_disputes import open_disputes
from quiz.core.questions import Answer, AnswerKind, Status
from quiz.storage.banks import add_questions
from quiz.storage.tables import BankRow, PersonRow, ReviewRow
from quiz.web.database import db
from tests.desk_bank import LONG_AGO, add_desk_bank
from tests.practice_bank import add_practice_bank
from tests.samples import sample_questions


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


def test_a_filter_leaves_what_matches(owner_client: FlaskClient, bank: BankRow) -> None:
    page = owner_client.get(f"/desk/banks/{bank.id}?find=80cm").text
    assert "1–1 of 1" in page
    assert "초대 대장" not in page
    assert 'value="80cm"' in page


@pytest.mark.parametrize("query", ["status=x", "page=-5", "page=abc", "order=1"])
def test_a_senseless_filter_is_left_out(
    owner_client: FlaskClient, bank: BankRow, query: str
) -> None:
    assert "1–5 of 5" in owner_client.get(f"/desk/banks/{bank.id}?{query}").text


def test_a_filter_that_nothing_matches_leads_back(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    page = owner_client.get(f"/desk/banks/{bank.id}?find=없는말").text
    assert "Nothing here matches." in page
    assert "Show all questions" in page


def test_a_large_bank_is_shown_in_pages_with_few_queries(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    one = sample_questions()[0]
    many = [replace(one, id=str(uuid4()), prompt=f"문제 {n}") for n in range(120)]
    add_questions(session, bank, many, bank.owner_id, LONG_AGO)
    session.commit()
    bank_id = bank.id
    session.rollback()
    counted = []
    event.listen(db.engine, "before_cursor_execute", lambda *_: counted.append(1))
    first = owner_client.get(f"/desk/banks/{bank_id}").text
    assert len(counted) < 15
    assert "1–50 of 125" in first
    last = owner_client.get(f"/desk/banks/{bank_id}?page=3").text
    assert "101–125 of 125" in last
    assert "문제 119" in last
    assert "101–125 of 125" in owner_client.get(f"/desk/banks/{bank_id}?page=99").text


def dispute(client: FlaskClient, question_id: int, given: str) -> None:
    sent = {"question": question_id, "reps": 0, "shown_as": "typed", "answer": given}
    answered = client.post("/practice/1", data=sent)
    client.post(f"{answered.location}/dispute")


def test_learners_who_say_they_were_right_reach_the_teacher(
    app: Flask, owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = add_practice_bank(session, owner.id)
    before = owner_client.get(f"/desk/banks/{bank.id}").text
    assert "Learners say they were right" not in before
    first, second, *_ = bank.questions
    for given in ("광무 7년", "광무 7년", "<b>옛날</b>"):
        dispute(app.test_client(), first.id, given)
    dispute(app.test_client(), second.id, "한서윤 씨네")
    session.rollback()  # see what was written meanwhile
    page = owner_client.get(f"/desk/banks/{bank.id}").text
    part = page[page.index('id="disputes"') : page.index('role="search"')]
    assert part.count("<li>") == 3
    assert part.index("한서윤 씨네") < part.index("옛날") < part.index("광무 7년")
    assert "광무 7년 · 2 times" in part
    assert "&lt;b&gt;옛날" in part
    assert f'href="/desk/questions/{first.id}#accepted"' in part


def test_a_dispute_is_settled_by_accepting_retiring_or_taking_back(
    app: Flask, owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = add_practice_bank(session, owner.id)
    first, second, third, *_ = bank.questions
    dispute(app.test_client(), first.id, "광무 7년")
    dispute(app.test_client(), second.id, "등대지기")
    taker = app.test_client()
    dispute(taker, third.id, "스물여섯 발")
    session.rollback()  # see what was written meanwhile
    assert [each.given for each in open_disputes(session, bank.id, "ko")] == [
        "스물여섯 발",
        "등대지기",
        "광무 7년",
    ]
    standing = select(ReviewRow.id).where(ReviewRow.question_id == third.id)
    review_id = session.scalars(standing.where(ReviewRow.voided.is_(None))).one()
    taker.post(f"/practice/answers/{review_id}/undo")
    session.rollback()
    first.keep(
        replace(first.question, answer=Answer(AnswerKind.DATE, ("1903년", "광무 7년")))
    )
    second.keep(replace(second.question, status=Status.RETIRED))
    session.commit()
    assert open_disputes(session, bank.id, "ko") == []


def test_the_settings_are_kept(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/banks/{bank.id}/settings"
    sent = {"title": " 새  제목 ", "is_public": "y"}
    assert owner_client.post(path, data=sent).status_code == 302
    session.rollback()
    assert (bank.title, bank.is_public) == ("새 제목", True)
    owner_client.post(path, data={"title": "새 제목"})
    session.rollback()
    assert not bank.is_public


@pytest.mark.parametrize("title", ["", "  ", "가" * 201])
def test_a_bank_needs_a_title_that_fits(
    owner_client: FlaskClient, bank: BankRow, session: Session, title: str
) -> None:
    answer = owner_client.post(f"/desk/banks/{bank.id}/settings", data={"title": title})
    assert answer.status_code == 422
    assert 'id="title-error"' in answer.text
    session.rollback()
    assert bank.title == "한빛천문대"


def test_a_bank_without_approved_questions_offers_no_deck(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    page = owner_client.get(f"/desk/banks/{bank.id}/files").text
    assert "No question is approved yet" in page
    assert "/files/anki" not in page
    assert owner_client.get(f"/desk/banks/{bank.id}/files/anki").status_code == 422
    assert owner_client.get(f"/desk/banks/{bank.id}/files/pdf").status_code == 404
