"""A learner's way through the pages, without JavaScript."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from quiz.core.questions import (
    Answer,
    AnswerKind,
    Form,
    Question,
    Status,
    possible_forms,
)
from quiz.storage.tables import (
    BankRow,
    MemoryRow,
    PersonRow,
    QuestionRow,
    ReviewRow,
)
from quiz.web.practice_forms import OF_PARTS
from tests.practice_bank import BANK, PARTS, add_practice_bank


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


def bank_asked_as(session: Session, owner: PersonRow, form: Form) -> BankRow:
    found = [q for q in (*BANK.questions, *PARTS) if form in possible_forms(q)]
    questions = tuple(replace(each, forms=(form,)) for each in found)
    return add_practice_bank(session, owner.id, bank=replace(BANK, questions=questions))


def fields(page: TestResponse) -> dict[str, str]:
    """Return what the question's form holds before anything is chosen."""
    found = re.findall(r'name="(question|reps|shown_as)"[^>]*value="([^"]*)"', page.text)
    assert len(found) == 3, page.text
    return dict(found)


def options(page: TestResponse) -> list[str]:
    return [unescape(o) for o in re.findall(r'name="answer" value="([^"]*)"', page.text)]


def ask(client: FlaskClient, bank: BankRow) -> TestResponse:
    page = client.get(f"/practice/{bank.id}")
    assert page.status_code == 200
    return page


def send(
    client: FlaskClient, bank: BankRow, page: TestResponse, **more: Any
) -> TestResponse:
    return client.post(f"/practice/{bank.id}", data=fields(page) | more)


def right_answer(session: Session, page: TestResponse) -> str:
    row = session.get(QuestionRow, int(fields(page)["question"]))
    assert row
    answer = row.answer
    session.rollback()
    return answer


def answer_rightly(client: FlaskClient, session: Session, bank: BankRow) -> TestResponse:
    page = ask(client, bank)
    sent = send(client, bank, page, answer=right_answer(session, page))
    assert sent.status_code == 303
    return client.get(sent.location)


def count(session: Session, table: Any) -> int:
    session.rollback()  # see what was written meanwhile
    return len(session.scalars(select(table)).all())


def only(session: Session, query: Any) -> Any:
    session.rollback()
    return session.scalars(query).one()


def test_a_visitor_can_start_at_once(client: FlaskClient, bank: BankRow) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert f'class="btn main" href="/practice/{bank.id}"' in page.text
    assert "섬의 등대" in page.text


def test_looking_around_makes_no_learner(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    before = count(session, PersonRow)
    for path in ("/", f"/practice/{bank.id}", f"/practice/{bank.id}/end"):
        client.get(path)
    assert count(session, PersonRow) == before


def test_a_reload_shows_the_same_question_in_the_same_order(
    client: FlaskClient, bank: BankRow
) -> None:
    first, second = ask(client, bank), ask(client, bank)
    assert fields(first) == fields(second)
    assert options(first) == options(second)
    assert len(options(first)) == 4


def test_two_visitors_see_their_own_orders(app: Flask, bank: BankRow) -> None:
    orders = {tuple(options(ask(app.test_client(), bank))) for _ in range(12)}
    assert len(orders) > 1


def test_a_right_answer_is_shown_with_its_evidence(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    page = answer_rightly(client, session, bank)
    assert "通" in page.text
    assert "<em>1903년</em>" in page.text
    assert "등대지기 한서윤은 서른 해" in page.text  # the rest of the paragraph
    assert "등대 기록에 나옵니다." in page.text


def test_a_wrong_answer_says_why_and_what_was_right(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    page = ask(client, bank)
    wrong = next(text for text in options(page) if text != "1903년")
    sent = send(client, bank, page, answer=wrong)
    feedback = client.get(sent.location)
    assert "不" in feedback.text
    assert f"{wrong}: 아닙니다." in feedback.text
    assert re.search(r'class="option right".*?1903년', feedback.text, re.DOTALL)
    assert re.search(rf'class="option wrong".*?{wrong}', feedback.text, re.DOTALL)


def test_not_knowing_is_an_answer_too(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    sent = send(client, bank, ask(client, bank), unknown="1")
    feedback = client.get(sent.location)
    assert "不" in feedback.text
    assert "option wrong" not in feedback.text
    assert only(session, select(ReviewRow.given)) == ""


def test_the_back_button_and_a_second_tap_lead_to_the_one_feedback(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    answer_rightly(client, session, bank)
    page = ask(client, bank)
    first = send(client, bank, page, answer="아니다")
    second = send(client, bank, page, answer="나중에 바꾼 답")
    assert first.location == second.location
    assert count(session, ReviewRow) == 2


def test_pressing_on_keeps_the_rating_and_goes_to_the_next_question(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    page = ask(client, bank)
    sent = send(client, bank, page, answer="1903년")
    on = client.post(f"{sent.location}/rating", data={"rating": "good"})
    assert on.location == f"/practice/{bank.id}"
    following = ask(client, bank)
    assert fields(following)["question"] != fields(page)["question"]
    assert count(session, ReviewRow) == 1


def test_another_rating_counts_instead(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    sent = send(client, bank, ask(client, bank), answer="1903년")
    client.post(f"{sent.location}/rating", data={"rating": "again"})
    kept = only(session, select(ReviewRow).where(ReviewRow.voided.is_(None)))
    assert (kept.rating, kept.grade) == (1, "right")
    moved = client.get(sent.location)
    assert moved.location == f"/practice/answers/{kept.id}"


@pytest.mark.parametrize("form", [Form.TYPED, Form.CLOZE])
def test_i_was_right_is_believed(
    client: FlaskClient, session: Session, owner: PersonRow, form: Form
) -> None:
    bank = bank_asked_as(session, owner, form)
    sent = send(client, bank, ask(client, bank), answer="아니다")
    assert 'id="dispute"' in client.get(sent.location).text
    believed = client.post(f"{sent.location}/dispute", follow_redirects=True)
    assert "通" in believed.text
    kept = only(session, select(ReviewRow).where(ReviewRow.voided.is_(None)))
    assert kept.disputed


@pytest.mark.parametrize("form", [Form.CHOICE, Form.TRUTH, Form.TYPED])
def test_i_was_right_is_not_offered_where_nothing_was_written(
    client: FlaskClient, session: Session, owner: PersonRow, form: Form
) -> None:
    bank = bank_asked_as(session, owner, form)
    sent = send(client, bank, ask(client, bank), unknown="1")
    assert 'id="dispute"' not in client.get(sent.location).text
    said = client.post(f"{sent.location}/dispute", follow_redirects=True)
    assert "不" in said.text
    assert "toast" not in said.text


@pytest.mark.parametrize(
    ("answer", "main", "other"),
    [("1903년", "good", "다시 볼게요"), ("1904년", "again", "알고 있었어요")],
)
def test_the_way_on_is_plain_and_the_other_rating_beside_it(
    client: FlaskClient, bank: BankRow, answer: str, main: str, other: str
) -> None:
    page = client.get(send(client, bank, ask(client, bank), answer=answer).location).text
    assert re.search(rf'two main" name="rating" value="{main}"><span>다음 ', page)
    assert re.search(rf'two" name="rating" value="[a-z]+"><span>{other} ', page)


def test_another_windows_answer_is_said_to_be_the_earlier_one(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = bank_asked_as(session, owner, Form.TYPED)
    send(client, bank, ask(client, bank), answer="1903년")
    page = ask(client, bank)
    send(client, bank, page, answer="아니다")
    same = client.get(send(client, bank, page, answer="아니다").location).text
    assert "다른 창에서" not in same
    other = client.get(send(client, bank, page, answer="나중 답").location).text
    assert "다른 창에서 이미 답한 문제입니다." in other
    assert "아니다" in other


def test_the_gap_stays_with_its_particle(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    page = ask(client, bank_asked_as(session, owner, Form.CLOZE)).text
    assert re.search(r'등대는 <span class="whole"><span class="hole">', page)
    assert "</span></span>에</span> 처음 불을" in page


@pytest.mark.parametrize(
    ("kind", "remark"),
    [
        (AnswerKind.NUMBER, "숫자는"),
        (AnswerKind.DATE, "날짜를 쓰는 방식"),
        (AnswerKind.WORDS, "한글로 써도 한자로 써도"),
        (AnswerKind.LIST, "3개"),
    ],
)
def test_what_a_typed_answer_may_look_like_is_said_beside_it(
    client: FlaskClient, session: Session, owner: PersonRow, kind: AnswerKind, remark: str
) -> None:
    found = [q for q in BANK.questions if q.answer.kind is kind][:1]
    typed = tuple(replace(each, forms=(Form.TYPED,)) for each in found)
    bank = add_practice_bank(session, owner.id, bank=replace(BANK, questions=typed))
    hint = re.search(r'id="answer-hint">([^<]*)<', ask(client, bank).text)
    assert hint
    assert remark in hint[1]


def test_taking_back_asks_the_same_question_again(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    answer_rightly(client, session, bank)
    page = ask(client, bank)
    sent = send(client, bank, page, answer="아니다")
    back = client.post(f"{sent.location}/undo", follow_redirects=True)
    assert fields(back) == fields(page)
    assert options(back) == options(page)
    gone = client.get(sent.location)
    assert f"question={fields(page)['question']}" in gone.location


def test_the_question_page_offers_to_take_back_the_last_answer(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    assert 'id="undo"' not in ask(client, bank).text
    answer_rightly(client, session, bank)
    assert 'id="undo"' in ask(client, bank).text


def given_to(session: Session, page: TestResponse, form: Form) -> str | list[str]:
    """Return a right answer to the question on the page, in its form."""
    answer = shown_question(session, page).answer
    match form:
        case Form.CARD:
            return "good"
        case Form.TRUTH:
            return "true"
        case Form.SEVERAL | Form.ORDER:
            return [item[0] for item in answer.items]
        case Form.MATCH:
            return [item[1] for item in answer.items]
    return right_answer(session, page)


def shown_question(session: Session, page: TestResponse) -> Question:
    row = session.get(QuestionRow, int(fields(page)["question"]))
    assert row
    return row.question


@pytest.mark.parametrize(
    ("form", "given", "told"),
    [
        (
            Form.SEVERAL,
            ["사과", "배", "밤"],
            ("빠진 것: 감.", "맞지만 고르지 않음", "내 답"),
        ),
        (Form.ORDER, ["나무 심기", "1903년 점등", "한서윤 부임"], ("나무 심기", "내 답")),
        (Form.MATCH, ["40킬로미터", "26미터"], ("높이 – 26미터", "내 답: 40킬로미터")),
    ],
)
def test_what_was_off_in_parts_is_told(
    client: FlaskClient,
    session: Session,
    owner: PersonRow,
    form: Form,
    given: list[str],
    told: tuple[str, ...],
) -> None:
    bank = bank_asked_as(session, owner, form)
    feedback = client.get(send(client, bank, ask(client, bank), answer=given).location)
    assert "通" not in feedback.text
    for words in told:
        assert words in feedback.text


def test_no_box_at_all_is_not_an_answer(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = bank_asked_as(session, owner, Form.SEVERAL)
    sent = send(client, bank, ask(client, bank))
    assert sent.location == f"/practice/{bank.id}"
    unknown = send(client, bank, ask(client, bank), unknown="1")
    assert "/answers/" in unknown.location


@pytest.mark.parametrize("form", list(Form))
def test_every_form_can_be_taken_to_the_end(
    client: FlaskClient, session: Session, owner: PersonRow, form: Form
) -> None:
    bank = bank_asked_as(session, owner, form)
    asked = 0
    while (page := client.get(f"/practice/{bank.id}")).status_code == 200:
        assert fields(page)["shown_as"] == form
        given = given_to(session, page, form)
        sent = send(client, bank, page, answer=given)
        feedback = client.get(sent.location)
        assert feedback.status_code in (200, 302)
        client.post(f"{sent.location}/rating", data={"rating": "good"})
        asked += 1
        assert asked <= 14
    assert page.location == f"/practice/{bank.id}/end"
    end = client.get(page.location)
    assert "終" in end.text
    assert ("1903년" in end.text) == (form not in OF_PARTS - {Form.ORDER})
    assert "<svg" in end.text


def test_a_slip_in_a_typed_answer_is_close_and_says_so(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = bank_asked_as(session, owner, Form.TYPED)
    send(client, bank, ask(client, bank), answer="1903")
    sent = send(client, bank, ask(client, bank), answer="한서운")
    feedback = client.get(sent.location)
    assert "略" in feedback.text
    assert "한서<del>운</del><ins>윤</ins>" in feedback.text
    assert "‘한서윤’" in feedback.text or "“한서윤”" in feedback.text


def test_a_statement_is_asked_and_answered(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    statement = Question(
        "8d0d4bd2-3a0e-4c3b-9a63-0c7f4bb5c000",
        "등대는 산 위에 있다.",
        Answer(AnswerKind.TRUTH, ("false",)),
        forms=(Form.TRUTH,),
        status=Status.APPROVED,
    )
    bank = add_practice_bank(session, owner.id, bank=replace(BANK, questions=(statement,)))
    page = ask(client, bank)
    assert options(page) == ["true", "false"]
    feedback = client.get(send(client, bank, page, answer="false").location)
    assert "通" in feedback.text
    assert "등대는 산 위에 있다." in feedback.text


def test_a_question_that_was_retired_meanwhile_is_handled_kindly(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    page = ask(client, bank)
    row = session.get(QuestionRow, int(fields(page)["question"]))
    assert row
    row.status = Status.RETIRED
    session.commit()
    sent = send(client, bank, page, answer="1903년")
    following = client.get(sent.location)
    assert 'class="toast' in following.text
    assert fields(following)["question"] != fields(page)["question"]


def test_an_edit_between_question_and_answer_grades_by_the_new_answer(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    page = ask(client, bank)
    row = session.get(QuestionRow, int(fields(page)["question"]))
    assert row
    row.keep(replace(row.question, answer=Answer(AnswerKind.DATE, ("1904년", "1903년"))))
    session.commit()
    feedback = client.get(send(client, bank, page, answer="1903년").location)
    assert "通" in feedback.text


def test_a_torn_form_asks_again(client: FlaskClient, bank: BankRow) -> None:
    sent = client.post(f"/practice/{bank.id}", data={"answer": "1903년"})
    assert sent.location == f"/practice/{bank.id}"
    bad = {"question": "x", "reps": "-1", "shown_as": "song", "answer": "?"}
    assert client.post(f"/practice/{bank.id}", data=bad).status_code == 303


def test_strangers_see_nothing_of_each_other(
    app: Flask, client: FlaskClient, session: Session, bank: BankRow
) -> None:
    sent = send(client, bank, ask(client, bank), answer="1903년")
    other = app.test_client()
    for visit in (
        other.get(sent.location),
        other.post(f"{sent.location}/undo"),
        other.post(f"{sent.location}/dispute"),
        other.post(f"{sent.location}/rating", data={"rating": "good"}),
    ):
        assert visit.status_code == 404
    assert only(session, select(ReviewRow.voided)) is None


def test_a_bank_of_the_owner_is_closed_to_visitors(
    client: FlaskClient, owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = add_practice_bank(session, owner.id, is_public=False)
    assert client.get(f"/practice/{bank.id}").status_code == 404
    assert client.get("/").text.count(f"/practice/{bank.id}") == 0
    assert f"/practice/{bank.id}" in owner_client.get("/").text
    page = ask(owner_client, bank)
    assert send(owner_client, bank, page, answer="x").status_code == 303
    assert only(session, select(MemoryRow.learner_id)) == owner.id


def test_a_cookie_from_another_database_starts_anew(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    with client.session_transaction() as cookie:
        cookie["learner"] = 4711
    feedback = answer_rightly(client, session, bank)
    assert feedback.status_code == 200
    assert only(session, select(MemoryRow.learner_id)) != 4711


def test_the_browsers_zone_is_kept_with_the_learner(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    client.set_cookie("zone", "America/New_York")
    answer_rightly(client, session, bank)
    memory = only(session, select(MemoryRow))
    person = session.get(PersonRow, memory.learner_id)
    assert person
    assert person.zone == "America/New_York"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "/etc/localtime", "x" * 500, "UTC\n"])
def test_a_zone_that_is_none_does_no_harm(
    client: FlaskClient, bank: BankRow, zone: str
) -> None:
    client.set_cookie("zone", zone)
    assert client.get("/").status_code == 200


def test_markup_in_a_question_is_shown_as_text(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    evil = "<script>alert(1)</script>"
    questions = tuple(
        replace(each, prompt=evil, explanation=evil) for each in BANK.questions
    )
    bank = add_practice_bank(session, owner.id, bank=replace(BANK, questions=questions))
    page = ask(client, bank)
    feedback = client.get(send(client, bank, page, answer=evil).location)
    for shown in (page, feedback, client.get(f"/practice/{bank.id}/end")):
        assert evil not in shown.text


def test_today_counts_what_is_due_and_what_is_new(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    assert "<dd>5</dd>" in client.get("/").text
    answer_rightly(client, session, bank)
    page = client.get("/")
    assert '<div class="now"><dt>' in page.text
    assert "<dd>1</dd>" in page.text
    assert "<dd>4</dd>" in page.text


def test_an_installation_without_questions_says_so(client: FlaskClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "btn main" not in page.text


def test_stopping_shows_a_pause_and_the_way_back(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    answer_rightly(client, session, bank)
    end = client.get(f"/practice/{bank.id}/end")
    assert "休" in end.text
    assert f'href="/practice/{bank.id}"' in end.text


def test_the_week_to_come_stands_in_a_table_too(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    answer_rightly(client, session, bank)
    end = client.get(f"/practice/{bank.id}/end").text
    told = re.search(r'<title id="days">(.+?)</title>', end)
    rows = re.findall(r'<th scope="row">(.+?)</th><td class="num">(\d+)</td>', end)
    assert told is not None
    assert told[1].split(", ") == [f"{day} {count}" for day, count in rows]
    assert len(rows) == 8  # today and seven days


def test_the_first_page_lets_a_learners_cookie_live_on(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    assert "Expires" not in str(client.get("/").headers)
    answer_rightly(client, session, bank)
    assert "Expires" in client.get("/").headers["Set-Cookie"]
    assert "Set-Cookie" not in ask(client, bank).headers
