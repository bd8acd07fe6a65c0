"""Reading a bank's article, coming from a card, taking the deck."""

from dataclasses import replace
from datetime import datetime

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.core.article import Article
from quiz.core.questions import Status
from quiz.storage.banks import add_bank, article_row
from quiz.storage.tables import BankRow, PersonRow
from tests.samples import sample_bank, sample_questions


@pytest.fixture
def bank(session: Session, owner: PersonRow, now: datetime) -> BankRow:
    row = add_bank(session, sample_bank(), owner.id, now)
    row.is_public = True
    session.commit()
    return row


def test_a_card_leads_to_its_evidence_in_the_article(
    client: FlaskClient, bank: BankRow
) -> None:
    page = client.get(f"/q/{sample_questions()[0].id}", follow_redirects=True)

    assert page.status_code == 200
    assert page.history[0].location.endswith("#evidence")
    assert (
        '<mark id="evidence">초대 대장은 <em>김서윤</em>(金敍玧) 박사이다.</mark>'
        in page.text
    )
    assert "별지기, 달지기, 해지기가" in page.text
    assert "한빛천문대의 초대 대장은 누구인가?" in page.text


def test_the_article_can_be_read_without_a_question(
    client: FlaskClient, bank: BankRow
) -> None:
    page = client.get(f"/read/{bank.id}")
    assert "한빛천문대는 2011년에 세워졌다." in page.text
    assert "<mark" not in page.text


def test_every_article_of_a_bank_can_be_read(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    assert "Articles of this bank" not in client.get(f"/read/{bank.id}").text
    second = Article("7f0e5f0a-3d59-4b55-8a86-5a1f8a6d2f77", "둘째 글", "둘째이다.")
    bank.articles.append(article_row(second))
    session.commit()
    place = f"/read/{bank.id}?article={bank.articles[1].id}"
    assert place in client.get(f"/read/{bank.id}").text
    assert "둘째이다." in client.get(place).text
    assert "한빛천문대는 2011년" in client.get(f"/read/{bank.id}?article=999").text


def test_the_deck_of_a_public_bank_is_for_everyone(
    client: FlaskClient, bank: BankRow
) -> None:
    deck = client.get(f"/read/{bank.id}/deck.apkg")
    assert deck.data.startswith(b"PK")
    named = deck.headers["Content-Disposition"]
    assert named.startswith(f"attachment; filename=quiz-{bank.id}.apkg; ")
    assert "filename*=UTF-8''%ED%95%9C%EB%B9%9B" in named


def test_a_bank_that_is_not_public_is_its_owners_alone(
    client: FlaskClient, owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    bank.is_public = False
    session.commit()
    for address in (f"/read/{bank.id}", f"/read/{bank.id}/deck.apkg"):
        assert client.get(address).status_code == 404
        assert owner_client.get(address).status_code == 200
    assert client.get(f"/q/{sample_questions()[0].id}").status_code == 404


def test_a_draft_is_not_shown_to_a_learner(
    client: FlaskClient, session: Session, owner: PersonRow, now: datetime
) -> None:
    drafts = replace(sample_bank(), questions=sample_questions(Status.DRAFT))
    row = add_bank(session, drafts, owner.id, now)
    row.is_public = True
    session.commit()
    page = client.get(f"/read/{row.id}?question={row.questions[0].id}")
    assert page.status_code == 200
    assert "누구인가?" not in page.text
    assert client.get(f"/read/{row.id}/deck.apkg").status_code == 422


def test_a_card_of_a_bank_that_went_away_is_a_kind_page(client: FlaskClient) -> None:
    assert client.get("/q/0c1f8e5e-0000-4000-8000-00000000dead").status_code == 404


def test_questions_stand_in_the_margin_of_their_paragraphs(
    client: FlaskClient, session: Session, bank: BankRow
) -> None:
    page = client.get(f"/read/{bank.id}").text
    margins = page.split('<aside class="margin"')[1:]
    shown = [each.partition("</aside>")[0] for each in margins]
    approved = [row for row in bank.questions if row.status == Status.APPROVED]
    proven = [row for row in approved if row.question.evidence]
    assert sum(each.count("<details>") for each in shown) == len(proven) > 0
    first = proven[0]
    place = page.index(first.question.evidence.quote if first.question.evidence else "")
    assert page.index(f"question={first.id}") > place
    assert f"<summary>{first.prompt}</summary>" in page
    assert all(row.prompt not in page for row in bank.questions if row not in approved)
