"""The pages of a new edition: bring it, see what becomes of the questions, go back."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.core.questions import Status
from quiz.storage.desk_tables import SourceRow
from quiz.storage.tables import BankRow, JobRow, PersonRow
from tests.desk_bank import add_desk_bank
from tests.samples import TEXT
from tests.web.bringing import bring, send

OLD = TEXT.strip()
NEW = "새 머리말이다. " + OLD.replace("2011년에 세워졌다", "2012년에 세워졌다").replace(
    "주 망원경의 지름은 80cm이다. ", ""
)


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id, Status.APPROVED)


def compared(client: FlaskClient, session: Session, text: str) -> str:
    """Bring a text as the article's new edition; return the place of the comparison."""
    _, place, _ = bring(client, "/desk/new?article=1", text=text)
    page = client.get(place).text
    assert "Compare with the text so far" in page
    assert "by hand" not in page
    session.rollback()
    [row] = session.query(SourceRow).all()
    fields = {
        f"s{row.id}-title": "새 제목",
        f"s{row.id}-text": text,
        f"s{row.id}-language": "ko",
    }
    status, following, _ = send(client, place, do="compare", **fields)
    assert status == 302
    return following


def test_every_question_is_shown_with_both_sentences(
    owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    page = owner_client.get(compared(owner_client, session, NEW)).text
    text = re.sub(r"\s+", " ", page)
    assert re.search(r"<dt>Same</dt><dd>\d</dd> <dt>Moved</dt><dd>0</dd>", text)
    assert "<del>2011년에</del><ins>2012년에</ins>" in page
    assert "<del>주 망원경의 지름은 80cm이다.</del>" in page
    assert "새 머리말이다." in page
    assert "The answer no longer stands in it." in page
    session.rollback()
    assert bank.articles[0].text == OLD


def test_taking_it_over_drafts_the_new_sentences_and_there_is_a_way_back(
    owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    place = compared(owner_client, session, NEW)
    answer = owner_client.post(place, data={"draft": "y"})
    session.rollback()
    [job] = session.query(JobRow).all()
    assert answer.location == f"/desk/jobs/{job.id}"
    assert bank.articles[0].title == "새 제목"
    assert {row.status for row in bank.questions} == {Status.APPROVED, Status.DRAFT}
    assert owner_client.get(place).status_code == 404
    page = owner_client.get("/desk/banks/1/articles").text
    assert "1 earlier edition" in page
    sent = {"number": "1"}
    assert owner_client.post("/desk/articles/1/earlier", data=sent).status_code == 302
    session.rollback()
    assert bank.articles[0].text == OLD
    assert {row.status for row in bank.questions} == {Status.APPROVED}


def test_a_text_that_is_the_same_says_so(
    owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    place = compared(owner_client, session, OLD)
    assert "The text is the same as before" in owner_client.get(place).text
    answer = owner_client.post(place)
    assert answer.location == "/desk/banks/1/articles"


def test_a_new_edition_is_one_text(
    owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    status, _, page = bring(
        owner_client, "/desk/new?article=1", text=NEW, addresses="https://a.example/"
    )
    assert status == 422
    assert "Bring one text" in page


def test_history_says_what_the_edition_did(
    owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    owner_client.post(compared(owner_client, session, NEW))
    pages = [owner_client.get(f"/desk/questions/{n}/history").text for n in range(1, 6)]
    assert any("Its sentence is gone" in page for page in pages)
    assert any("Its sentence has changed" in page for page in pages)
    assert any("Found in the new edition" in page for page in pages)


def test_the_review_says_why_a_question_is_there_again(
    owner_client: FlaskClient, session: Session, bank: BankRow
) -> None:
    owner_client.post(compared(owner_client, session, NEW))
    session.rollback()
    drafts = [row.id for row in bank.questions if row.status == Status.DRAFT]
    pages = [
        owner_client.get(f"/desk/banks/1/review?question={each}").text for each in drafts
    ]
    assert any(
        "Before, it read: “한빛천문대는 2011년에 세워졌다.”" in page for page in pages
    )
    assert any("It read: “주 망원경의 지름은 80cm이다.”" in page for page in pages)
