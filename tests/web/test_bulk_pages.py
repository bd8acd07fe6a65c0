"""The table's ticks, bulk edits, moves, and find and replace, through the client."""

from datetime import datetime
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.core.questions import Bank, Form
from quiz.storage.banks import add_bank
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


def statuses(session: Session, bank: BankRow) -> list[str]:
    session.rollback()
    return [row.status for row in bank.questions]


def test_ticked_questions_are_approved_and_undone_from_the_toast(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    ids = [row.id for row in bank.questions[:2]]
    sent = {"do": "approve", "question": ids}
    answer = owner_client.post(f"/desk/banks/{bank.id}/many", data=sent)
    assert statuses(session, bank) == ["approved"] * 2 + ["draft"] * 3
    page = owner_client.get(answer.location).text
    assert "2 questions" in page
    owner_client.post("/desk/undo")
    assert statuses(session, bank) == ["draft"] * 5


def test_all_means_all_that_the_filter_lets_through(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    sent = {"do": "retire", "all": "1", "kind": "date", "order": "prompt"}
    answer = owner_client.post(f"/desk/banks/{bank.id}/many", data=sent)
    assert "kind=date" in answer.location
    assert "order=prompt" in answer.location
    assert statuses(session, bank).count("retired") == 1


def test_nothing_chosen_gets_a_sentence(owner_client: FlaskClient, bank: BankRow) -> None:
    path = f"/desk/banks/{bank.id}/many"
    page = owner_client.post(path, data={"do": "approve"}, follow_redirects=True).text
    assert "Choose at least one question." in page
    page = owner_client.post(path, data={"question": "x"}, follow_redirects=True).text
    assert "Choose at least one question." in page


def test_the_form_of_changes_carries_the_choice(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/banks/{bank.id}/many"
    page = owner_client.post(path, data={"do": "change", "all": "1", "find": "천문"}).text
    assert "Change 5 questions" in page
    assert 'name="find" value="천문"' in page
    sent = {
        "do": "apply",
        "all": "1",
        "add_tags": "1과, 천문",
        "remove_tags": ["사람"],
        "set_level": "hard",
        "add_forms": ["card"],
    }
    owner_client.post(path, data=sent)
    session.rollback()
    changed = [row.question for row in bank.questions]
    assert {question.tags for question in changed} == {("1과", "천문")}
    assert {question.difficulty for question in changed} == {0.8}
    assert all(Form.CARD in question.forms for question in changed)


def test_an_empty_change_and_impossible_ones_are_explained(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/banks/{bank.id}/many"
    answer = owner_client.post(path, data={"do": "apply", "all": "1"})
    assert answer.status_code == 422
    assert "Choose what to change." in answer.text
    sent = {"do": "apply", "all": "1", "add_forms": ["choice"]}
    page = owner_client.post(path, data=sent, follow_redirects=True).text
    assert "2 questions were left as they are: A choice needs" in page


def test_questions_move_into_a_new_bank_and_into_another(
    owner_client: FlaskClient, bank: BankRow, session: Session, now: datetime
) -> None:
    other = add_bank(session, Bank(str(uuid4()), "다른 문제집", "ko"), bank.owner_id, now)
    session.commit()
    other_id, path = other.id, f"/desk/banks/{bank.id}/many"
    assert "다른 문제집" in owner_client.post(path, data={"do": "change", "all": "1"}).text
    first = bank.questions[0].id
    new = {"do": "move", "question": first, "target": "new", "title": "떼어 낸 문제"}
    answer = owner_client.post(path, data=new)
    page = owner_client.get(answer.location).text
    assert "<h1" in page
    assert "떼어 낸 문제" in page
    assert "Moved here" in page
    rest = {"do": "move", "all": "1", "target": str(other_id), "how": "copy"}
    assert f"/desk/banks/{other_id}?" in owner_client.post(path, data=rest).location
    session.rollback()
    assert (len(bank.questions), len(other.questions)) == (4, 4)


@pytest.mark.parametrize(
    ("target", "title", "code"), [("new", "", 422), ("99", "", 404), ("x", "", 404)]
)
def test_a_move_to_nowhere_changes_nothing(
    owner_client: FlaskClient, bank: BankRow, target: str, title: str, code: int
) -> None:
    sent = {"do": "move", "all": "1", "target": target, "title": title}
    answer = owner_client.post(f"/desk/banks/{bank.id}/many", data=sent)
    assert answer.status_code == code
    assert len(bank.questions) == 5


def test_a_replacement_is_shown_before_it_is_made(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/banks/{bank.id}/replace"
    asked = {"old": "한빛천문대", "put": "달빛관측소", "fields": ["prompt", "cloze"]}
    page = owner_client.get(path, query_string=asked).text
    assert "5 questions would change" in page
    assert "<del>한빛천문대는</del><ins>달빛관측소는</ins>" in page
    one = bank.questions[2].id
    owner_client.post(path, data={**asked, "question": [one]})
    session.rollback()
    prompts = [row.prompt for row in bank.questions]
    assert prompts[2] == "달빛관측소는 몇 년에 세워졌는가?"
    assert sum("한빛" in prompt for prompt in prompts) == 4


def test_nothing_to_find_is_said_at_the_field(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    path = f"/desk/banks/{bank.id}/replace"
    answer = owner_client.get(f"{path}?old=&fields=prompt")
    assert answer.status_code == 422
    assert 'id="old-error">Write what to find.' in answer.text
    assert (
        "Nothing there would change."
        in owner_client.get(f"{path}?old=없는말&fields=prompt").text
    )


def test_strangers_reach_none_of_it(client: FlaskClient, bank: BankRow) -> None:
    for path in ("many", "replace"):
        assert client.post(f"/desk/banks/{bank.id}/{path}").status_code == 401
