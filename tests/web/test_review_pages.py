"""The review queue: one decision after another, each with its undo."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.core.article import Article
from quiz.core.questions import Origin, Status
from quiz.storage.banks import article_row
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


def in_hand(page: str) -> str:
    """Return the prompt of the draft in hand."""
    found = re.search(r'id="now".*?<p class="ask"[^>]*>([^<]*)', page, re.DOTALL)
    return found[1] if found else ""


def ids(bank: BankRow) -> list[int]:
    return [row.id for row in bank.questions]


def test_the_first_draft_is_in_hand_with_its_sentence(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    page = owner_client.get(f"/desk/banks/{bank.id}/review").text
    assert in_hand(page) == "한빛천문대의 초대 대장은 누구인가?"
    assert re.search(r'class="cov now">초대 대장은 김서윤', page)
    assert len(re.findall(r'class="cov wait', page)) == 3
    assert "5 drafts left" in page
    assert "4 of 4 sentences are asked" in page


def test_the_warnings_of_the_drafting_are_shown(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    page = owner_client.get(f"/desk/banks/{bank.id}/review").text
    assert "1 thing in the article to look at" in page
    assert "서로 다릅니다" in page


@pytest.mark.parametrize(("do", "status"), [("approve", "approved"), ("retire", "retired")])
def test_a_decision_takes_the_next_draft_in_hand(
    owner_client: FlaskClient, bank: BankRow, session: Session, do: str, status: str
) -> None:
    first, second, *_ = ids(bank)
    answer = owner_client.post(f"/desk/questions/{first}/decide", data={"do": do})
    assert answer.location == f"/desk/banks/{bank.id}/review?question={second}#now"
    session.rollback()
    assert bank.questions[0].status == status
    page = owner_client.get(answer.location).text
    assert in_hand(page) == bank.questions[1].prompt
    assert 'class="toast' in page
    assert bank.questions[0].prompt in page


def test_approved_sentences_change_their_mark(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    place = owner_client.post(
        f"/desk/questions/{ids(bank)[0]}/decide", data={"do": "approve"}
    ).location
    assert re.search(r'class="cov ok">초대 대장은', owner_client.get(place).text)


def test_undo_brings_back_the_draft_and_takes_it_in_hand(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    first = ids(bank)[0]
    owner_client.post(f"/desk/questions/{first}/decide", data={"do": "retire"})
    was = f"/desk/banks/{bank.id}/review"
    answer = owner_client.post("/desk/undo", data={"next": was})
    assert answer.location == f"/desk/banks/{bank.id}/review?question={first}#now"
    session.rollback()
    assert bank.questions[0].status == "draft"
    again = owner_client.post("/desk/undo", follow_redirects=True)
    assert "There is nothing to undo." in again.text


def test_after_the_last_draft_the_first_that_was_passed_over_comes(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    last = ids(bank)[-1]
    place = owner_client.post(f"/desk/questions/{last}/decide", data={"do": "retire"})
    page = owner_client.get(place.location).text
    assert in_hand(page) == "한빛천문대의 초대 대장은 누구인가?"


def test_a_finished_review_says_so_and_leads_on(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    for each in ids(bank):
        owner_client.post(f"/desk/questions/{each}/decide", data={"do": "approve"})
    page = owner_client.get(f"/desk/banks/{bank.id}/review").text
    assert "All drafts are reviewed" in page
    assert f"/desk/banks/{bank.id}/files" in page


def test_all_that_are_left_are_approved_only_after_asking(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    asked = owner_client.get(f"/desk/banks/{bank.id}/approve").text
    assert "Approve 5 drafts without looking at each?" in asked
    session.rollback()
    assert {row.status for row in bank.questions} == {"draft"}
    session.rollback()
    owner_client.post(f"/desk/banks/{bank.id}/approve", data={"count": "5"})
    assert {row.status for row in bank.questions} == {"approved"}
    page = owner_client.get(f"/desk/banks/{bank.id}/review").text
    assert re.search(r"<b>Approved</b>\s*<span>5 questions", page)


def test_a_draft_that_cannot_be_asked_goes_to_its_form_with_the_reason(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    row = bank.questions[0]
    row.content = row.content | {"prompt": ""}
    first = row.id
    session.commit()
    answer = owner_client.post(
        f"/desk/questions/{first}/decide", data={"do": "approve"}, follow_redirects=True
    )
    assert answer.request.path == f"/desk/questions/{first}"
    assert "Write the question." in answer.text


def test_a_retired_question_can_be_taken_back(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    first = ids(bank)[0]
    owner_client.post(f"/desk/questions/{first}/decide", data={"do": "retire"})
    page = owner_client.get(f"/desk/banks/{bank.id}/review?question={first}").text
    assert 'value="reopen"' in page
    owner_client.post(f"/desk/questions/{first}/decide", data={"do": "reopen"})
    session.rollback()
    assert bank.questions[0].status == Status.DRAFT


def test_a_decision_that_does_not_exist_is_refused(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    first = ids(bank)[0]
    answer = owner_client.post(f"/desk/questions/{first}/decide", data={"do": "burn"})
    assert answer.status_code == 422


def test_a_question_of_another_bank_is_not_taken_in_hand(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    answer = owner_client.get(f"/desk/banks/{bank.id}/review?question=999")
    assert answer.status_code == 404


def test_a_sentence_is_taken_in_hand_with_its_questions(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    article = bank.articles[0]
    at = article.text.index("주 망원경")
    path = f"/desk/banks/{bank.id}/review?article={article.uid}&at={at + 3}"
    page = owner_client.get(path).text
    part = page[page.index('id="now"') :]
    assert "This sentence" in part
    assert "주 망원경의 지름은 80cm이다." in part
    assert "망원경의 지름은 몇 cm인가?" in part
    assert "누구인가?" not in part
    start, end = at, at + len("주 망원경의 지름은 80cm이다.")
    assert f"start={start}&amp;end={end}" in part
    assert 'class="cov now">주 망원경' in page


def test_selected_words_begin_a_question_with_their_evidence(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    article = bank.articles[0]
    start = article.text.index("80cm")
    path = f"/desk/banks/{bank.id}/questions/new"
    path += f"?article={article.uid}&start={start}&end={start + 4}"
    page = owner_client.get(path).text
    assert "주 망원경의 지름은 {{80cm}}이다." in page
    assert "<em>80cm</em>" in page
    sent = {
        "prompt": "지름은 얼마인가?",
        "kind": "number",
        "accepted": "80cm",
        "forms": ["typed"],
        "do": "draft",
    }
    assert owner_client.post(path, data=sent).status_code == 302
    session.rollback()
    evidence = bank.questions[-1].question.evidence
    assert evidence is not None
    assert evidence.quote == "주 망원경의 지름은 80cm이다."
    senseless = f"/desk/banks/{bank.id}/questions/new?article=x&start=a&end=-1"
    assert owner_client.get(senseless).status_code == 200


def test_filtered_drafts_are_gone_through_and_approved_together(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/banks/{bank.id}/review?kind=date"
    page = owner_client.get(path).text
    assert "Which drafts: 1 draft" in page
    assert "몇 년에 세워졌는가?" in page[page.index('id="now"') :]
    third = bank.questions[2].id
    sent = {"do": "retire", "kind": "date"}
    answer = owner_client.post(f"/desk/questions/{third}/decide", data=sent)
    assert "kind=date" in answer.location
    assert "No draft is like that." in owner_client.get(answer.location).text
    approve = f"/desk/banks/{bank.id}/approve?form=true/false"
    assert "Approve 2 drafts" in owner_client.get(approve).text
    sent = {"form": "true/false", "count": "2"}
    owner_client.post(f"/desk/banks/{bank.id}/approve", data=sent)
    session.rollback()
    assert [row.status for row in bank.questions] == [
        "approved",
        "draft",
        "retired",
        "draft",
        "approved",
    ]


def test_doubts_are_named_and_filtered(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    first = bank.questions[0]
    first.keep(replace(first.question, prompt="김서윤은 누구인가?"))
    session.commit()
    page = owner_client.get(f"/desk/banks/{bank.id}/review?doubt=yes").text
    assert "Which drafts: 2 drafts" in page
    assert "The answer stands in the question." in page
    warned = owner_client.get(
        f"/desk/banks/{bank.id}/review?question={bank.questions[2].id}"
    )
    assert "The drafting warned of this sentence." in warned.text
    assert 'warned">한빛천문대는 2011년' in warned.text
    rest = owner_client.get(f"/desk/banks/{bank.id}/review?doubt=no").text
    assert "Which drafts: 3 drafts" in rest


def test_a_passage_is_drafted_again(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/banks/{bank.id}/passage"
    sent = {"article": bank.articles[0].uid, "start": "0", "end": "20"}
    first = owner_client.post(path, data=sent)
    assert "/desk/jobs/" in first.location
    page = owner_client.post(path, data=sent, follow_redirects=True).text
    assert "Drafting goes on already." in page
    assert owner_client.post(path, data={**sent, "article": "x"}).status_code == 404


def test_a_key_approves_all_of_the_kind_in_hand_after_saying_how_many(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    for row in bank.questions[:3]:
        row.keep(replace(row.question, origin=Origin("rule", "role-holder")))
    session.commit()
    page = owner_client.get(f"/desk/banks/{bank.id}/review").text
    [link] = re.findall(
        r'href="([^"]+)" data-key="A"[^>]*>Approve all 3 of this kind', page
    )
    asked = owner_client.get(link).text
    assert "Approve 3 drafts without looking at each?" in asked
    assert all(row.prompt in asked for row in bank.questions[:3])
    assert bank.questions[3].prompt not in asked
    session.rollback()
    again = owner_client.post(link, data={"count": "2"}).text  # one more by now
    assert "Approve 3 drafts" in again
    sent = {"kind": "role-holder", "count": "3"}
    answer = owner_client.post(f"/desk/banks/{bank.id}/approve", data=sent)
    session.rollback()
    assert [row.status for row in bank.questions] == ["approved"] * 3 + ["draft"] * 2
    assert "3 questions" in owner_client.get(answer.location).text
    owner_client.post("/desk/undo")
    session.rollback()
    assert {row.status for row in bank.questions} == {"draft"}


def test_every_article_of_the_bank_can_be_taken_in_hand(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/banks/{bank.id}/review"
    assert "Articles of this bank" not in owner_client.get(path).text
    second = Article("second", "둘째 글", "둘째 글에는 초안이 없다. 그래도 보인다.", "ko")
    bank.articles.append(article_row(second))
    session.commit()
    page = owner_client.get(path).text
    [link] = re.findall(r'href="([^"]*article=second[^"]*)"', page)
    there = owner_client.get(link.replace("&amp;", "&")).text
    assert "둘째 글에는 초안이 없다." in there
    assert "Nothing is asked of it yet." in there
    listed = owner_client.get(f"/desk/banks/{bank.id}/articles").text
    assert link.partition("#")[0] in listed
