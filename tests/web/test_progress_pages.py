"""The progress page, as a visitor and as a learner."""

from datetime import UTC, datetime, timedelta

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.storage.tables import PersonRow
from quiz.web.database import db
from tests.practice_bank import QUESTIONS, add_practice_bank
from tests.studying import SEED, Student


def studied(session: Session, owner: PersonRow, client: FlaskClient, days: int) -> Student:
    """Let the client's visitor have studied until yesterday, forgetting one question."""
    bank = add_practice_bank(session, owner.id)
    start = datetime.now(UTC) - timedelta(days=days)
    student = Student(db.engine, bank.id, start)
    student.knows = lambda question, day: day < 3 or question.id != QUESTIONS[0].id
    student.study(days)
    with client.session_transaction() as cookie:
        cookie["learner"], cookie["seed"] = student.learner.id, SEED
    return student


def test_a_visitor_is_told_how_it_begins(client: FlaskClient) -> None:
    page = client.get("/progress")
    assert page.status_code == 200
    assert "첫 답을 내면 시작됩니다" in page.text
    assert "<svg" not in page.text


def test_every_chart_says_its_figures(
    session: Session, owner: PersonRow, client: FlaskClient
) -> None:
    studied(session, owner, client, 40)
    page = client.get("/progress").text
    assert page.count("<svg") == 4
    assert page.count('role="img"') == page.count("<title>") - 1 == 4
    for words in ("30일 전에는 5문제", "주별: ", "하루 미만: ", "지난 6일 동안 낸 답"):
        assert words in page
    assert 'style="' not in page


def test_the_hardest_question_leads_to_its_evidence(
    session: Session, owner: PersonRow, client: FlaskClient
) -> None:
    studied(session, owner, client, 20)
    page = client.get("/progress").text
    assert QUESTIONS[0].prompt in page
    assert QUESTIONS[1].prompt not in page
    assert "#evidence" in page


def test_after_one_day_only_what_is_known_is_told(
    session: Session, owner: PersonRow, client: FlaskClient
) -> None:
    studied(session, owner, client, 1)
    page = client.get("/progress").text
    assert "며칠 뒤 처음 돌아오면" in page
    assert "예측은 맞았는가" not in page


def test_a_missed_streak_is_not_counted_against_anyone(
    session: Session, owner: PersonRow, client: FlaskClient
) -> None:
    bank = add_practice_bank(session, owner.id)
    student = Student(db.engine, bank.id, datetime.now(UTC) - timedelta(days=90))
    student.knows = lambda _question, day: day > 1
    student.study(3)
    with client.session_transaction() as cookie:
        cookie["learner"] = student.learner.id
    page = client.get("/progress").text
    assert "다시 만나 반갑습니다" in page
    assert "가장 길게는" in page
