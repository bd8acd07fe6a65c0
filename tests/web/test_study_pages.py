"""What a learner may wish: hints, days off, anew, settings, an exam, a report."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Select, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from quiz.core.questions import Form
from quiz.core.scheduling import Rating
from quiz.storage.removed_banks import forget_removed
from quiz.storage.tables import (
    AsideRow,
    BankRow,
    ExamRow,
    MemoryRow,
    PersonRow,
    ReportRow,
    ReviewRow,
)
from tests.practice_bank import BANK, add_practice_bank


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    questions = tuple(replace(each, forms=(Form.TYPED,)) for each in BANK.questions)
    return add_practice_bank(session, owner.id, bank=replace(BANK, questions=questions))


def ask(client: FlaskClient, bank: BankRow, **asked: str | int) -> TestResponse:
    return client.get(f"/practice/{bank.id}", query_string=asked)


def fields(page: TestResponse) -> dict[str, str]:
    names = "question|reps|shown_as|shown|hinted"
    return dict(re.findall(rf'name="({names})"[^>]*value="([^"]*)"', page.text))


def answer(client: FlaskClient, bank: BankRow, page: TestResponse, text: str) -> str:
    sent = client.post(f"/practice/{bank.id}", data=fields(page) | {"answer": text})
    return str(sent.location)


def rows(session: Session, query: Select[Any]) -> list[Any]:
    """Read what the pages have stored: not what this session has seen before."""
    session.rollback()
    return list(session.scalars(query))


def wish(client: FlaskClient, question: str, **said: str) -> TestResponse:
    return client.post(f"/questions/{question}/wish", data=said, follow_redirects=True)


def test_a_hint_shows_how_it_begins_and_lowers_the_rating(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    first = fields(ask(client, bank))["question"]
    page = ask(client, bank, question=first, hint=1)
    assert "1···" in page.text
    assert fields(page)["question"] == first
    answer(client, bank, page, "1903년")
    review = rows(session, select(ReviewRow))[0]
    assert (review.grade, review.rating, review.hinted) == ("right", Rating.HARD, True)
    assert review.seconds is not None
    assert 0 <= review.seconds < 5


@pytest.mark.parametrize("shown", ["", "x", "-1", "99999999999999999999"])
def test_a_page_that_does_not_say_when_it_was_made_still_counts(
    client: FlaskClient, session: Session, bank: BankRow, shown: str
) -> None:
    sent = fields(ask(client, bank)) | {"answer": "1903년", "shown": shown}
    client.post(f"/practice/{bank.id}", data=sent)
    assert rows(session, select(ReviewRow))[0].seconds is None


def test_not_today_means_tomorrow(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    question = fields(ask(client, bank))["question"]
    page = wish(client, question, wish="tomorrow")
    assert "오늘 더 묻지 않습니다" in page.text
    assert fields(page)["question"] != question
    row = rows(session, select(AsideRow))[0]
    assert row.until
    assert timedelta() < row.until - datetime.now(UTC) <= timedelta(days=1)
    row.until = datetime.now(UTC) - timedelta(seconds=1)
    session.commit()
    assert fields(ask(client, bank))["question"] == question


def test_never_again_can_be_taken_back_on_the_banks_page(
    client: FlaskClient, bank: BankRow
) -> None:
    question = fields(ask(client, bank))["question"]
    wish(client, question, wish="never")
    shown = client.get(f"/banks/{bank.id}")
    assert "쉬게 해 둔 문제" in shown.text
    assert "불을 밝힌 해" in shown.text
    assert ">4<" in shown.text  # new questions
    back = wish(client, question, wish="again", back="bank")
    assert "쉬게 해 둔 문제" not in back.text
    assert fields(ask(client, bank))["question"] == question


def test_learning_anew_forgets_the_answers(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    page = ask(client, bank)
    answer(client, bank, page, "1903년")
    wish(client, fields(page)["question"], wish="over")
    assert rows(session, select(MemoryRow)) == []
    assert rows(session, select(ReviewRow))[0].voided
    assert fields(ask(client, bank)) | {"shown": ""} == fields(page) | {"shown": ""}


def test_a_wish_that_is_none_is_refused(client: FlaskClient, bank: BankRow) -> None:
    question = fields(ask(client, bank))["question"]
    assert client.post(f"/questions/{question}/wish", data={"wish": "x"}).status_code == 400
    assert client.post("/questions/99/wish", data={"wish": "never"}).status_code == 404


def test_a_report_reaches_the_teacher_and_is_settled(
    client: FlaskClient, owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    place = f"/questions/{fields(ask(client, bank))['question']}/report"
    assert "불을 밝힌 해" in client.get(place).text
    empty = client.post(place, data={"reason": "other", "word": " "})
    assert (empty.status_code, "word-error" in empty.text) == (422, True)
    for _ in range(2):  # told twice, kept once
        sent = client.post(place, data={"reason": "typo", "word": "<해>가 아니라 때"})
        assert sent.status_code == 303
    assert len(rows(session, select(ReportRow))) == 1
    desk = owner_client.get(f"/desk/banks/{bank.id}")
    assert "There is a typing error: “&lt;해&gt;가 아니라 때”" in desk.text
    settled = owner_client.post(
        f"/desk/questions/{bank.questions[0].id}/reports", follow_redirects=True
    )
    assert "&lt;해&gt;" not in settled.text


def test_settings_hold_from_the_next_page_on(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    page = client.get("/settings")
    assert page.text.count("분쯤") == 5
    told = {"new_a_day": "2", "reviews_a_day": "", "pause_new_at": "", "retention": "0.95"}
    saved = client.post("/settings", data=told | {"four_buttons": "y"})
    assert saved.status_code == 303
    assert "<b>1</b> / 2" in ask(client, bank).text
    feedback = client.get(answer(client, bank, ask(client, bank), "1903년"))
    assert re.findall(r'name="rating" value="(\w+)"', feedback.text) == [
        "again",
        "hard",
        "good",
        "easy",
    ]
    person = rows(session, select(PersonRow).where(PersonRow.is_owner.is_(False)))[0]
    assert (person.retention, person.pause_new_at) == (0.95, None)
    assert 'value="0.95" checked' in client.get("/settings").text


@pytest.mark.parametrize(
    "told", [{"new_a_day": "-1"}, {"new_a_day": "many"}, {"new_a_day": ""}, {}]
)
def test_settings_that_make_no_sense_are_not_kept(
    client: FlaskClient, session: Session, bank: BankRow, told: dict[str, str]
) -> None:
    assert client.post("/settings", data=told).status_code == 422
    assert rows(session, select(PersonRow.new_a_day)) == [20]


def test_a_retention_beyond_reason_is_brought_back(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    client.post("/settings", data={"new_a_day": "5", "retention": "3"})
    assert 0.97 in rows(session, select(PersonRow.retention))


def test_an_exam_brings_new_questions_in_time_and_can_be_called_off(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    client.post("/settings", data={"new_a_day": "1", "retention": "0.9"})
    assert "<b>1</b> / 1" in ask(client, bank).text
    day = (datetime.now(UTC) + timedelta(days=3)).date()
    place = f"/banks/{bank.id}/exam"
    set_day = client.post(place, data={"day": day.isoformat()}, follow_redirects=True)
    assert "시험까지" in set_day.text
    assert re.search(r"<b>1</b> / [2-5]", ask(client, bank).text)
    assert rows(session, select(ExamRow.day)) == [day]
    off = client.post(place, data={"day": "", "none": "1"}, follow_redirects=True)
    assert "시험까지" not in off.text
    assert "<b>1</b> / 1" in ask(client, bank).text


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2999, 1, 1), "soon"])
def test_an_exam_needs_a_day_to_come(
    client: FlaskClient, session: Session, bank: BankRow, day: date | str
) -> None:
    told = client.post(
        f"/banks/{bank.id}/exam", data={"day": str(day)}, follow_redirects=True
    )
    assert 'class="toast' in told.text
    assert rows(session, select(ExamRow)) == []


def test_only_the_mistakes_until_each_is_right(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    first, second = ask(client, bank), None
    answer(client, bank, first, "1999년")
    second = ask(client, bank)
    answer(client, bank, second, "한서윤")
    assert "틀린 문제 1개만" in client.get(f"/banks/{bank.id}").text
    page = ask(client, bank, way="mistakes")
    assert "틀린 문제 1개 남음" in page.text
    assert fields(page)["question"] == fields(first)["question"]
    action = re.search(r'action="([^"]*)" data-once', page.text)
    assert action
    assert "way=mistakes" in action[1]
    sent = client.post(action[1], data=fields(page) | {"answer": "1903년"})
    assert "way=mistakes" in sent.location
    after = client.get(sent.location)
    assert "way=mistakes" in after.text
    end = ask(client, bank, way="mistakes")
    assert "/end" in end.location


def test_a_question_forgotten_eight_times_is_shown_with_a_way_out(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    page = ask(client, bank)
    answer(client, bank, page, "1903년")
    memory = rows(session, select(MemoryRow))[0]
    memory.state, memory.lapses, memory.due = 2, 7, datetime.now(UTC)
    session.commit()
    again = ask(client, bank, question=fields(page)["question"])
    feedback = client.get(answer(client, bank, again, "1999년"))
    assert "8번 잊었습니다" in feedback.text
    shown = client.get(f"/banks/{bank.id}")
    assert "자꾸 잊는 문제" in shown.text


def test_an_answer_that_belongs_elsewhere_leads_there(
    client: FlaskClient, bank: BankRow
) -> None:
    feedback = client.get(answer(client, bank, ask(client, bank), "26미터"))
    assert "섬의 등대는 높이가 몇 미터인가?" in feedback.text
    assert "내가 쓴 답이 맞는 문제" in feedback.text


def test_a_private_banks_page_is_its_owners_alone(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    bank.is_public = False
    session.commit()
    for path in (f"/banks/{bank.id}", f"/questions/{bank.questions[0].id}/report"):
        assert client.get(path).status_code == 404
    assert (
        client.post(f"/banks/{bank.id}/exam", data={"day": "2029-01-01"}).status_code == 404
    )


def test_any_number_of_answers_is_taken_back_and_leaves_no_trace(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    first = fields(ask(client, bank))["question"]
    for _ in range(4):
        answer(client, bank, ask(client, bank), "틀린 답")
    for _ in range(4):
        undo = re.search(r'id="undo"[^>]*action="([^"]*)"', ask(client, bank).text)
        assert undo
        page = client.post(undo[1], follow_redirects=True)
    assert fields(page)["question"] == first
    assert 'id="undo"' not in page.text
    assert rows(session, select(MemoryRow)) == []
    assert all(review.voided for review in rows(session, select(ReviewRow)))


def test_a_bank_with_wishes_but_no_answers_can_be_removed(
    client: FlaskClient, owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    question = fields(ask(client, bank))["question"]
    wish(client, question, wish="never")
    client.post(f"/questions/{question}/report", data={"reason": "typo"})
    client.post(f"/banks/{bank.id}/exam", data={"day": f"{datetime.now(UTC):%F}"})
    client.post(f"/banks/{bank.id}/test", data={"count": "2"})
    place = f"/banks/{bank.id}"
    session.rollback()  # its old view of the database would be in the way
    assert owner_client.post(f"/desk{place}/remove").status_code == 302
    assert client.get(place).status_code == 404
    session.rollback()
    forget_removed(session, datetime.now(UTC) + timedelta(days=2))
    session.commit()
    assert rows(session, select(AsideRow)) == []


def test_a_pile_of_reviews_pauses_new_questions_and_says_so(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    told = {"new_a_day": "9", "pause_new_at": "0", "retention": "0.9"}
    client.post("/settings", data=told)
    answer(client, bank, ask(client, bank), "1903년")
    assert "새 문제는 쉽니다" not in client.get("/").text
    memory = rows(session, select(MemoryRow))[0]
    memory.state, memory.due = 2, datetime.now(UTC) - timedelta(days=1)
    memory.reviewed = memory.first_reviewed = datetime.now(UTC) - timedelta(days=5)
    session.commit()
    assert "새 문제는 쉽니다" in client.get("/").text
    assert "<b>1</b> / 2" in ask(client, bank).text  # the review, and what was done
