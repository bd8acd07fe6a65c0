"""Lists, filters, kinds and the queue of a bank's questions."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from quiz.actions.review_question import review_question
from quiz.core.questions import Status
from quiz.storage.catalogue import (
    Wanted,
    count_questions,
    draft_places,
    kinds_in,
    list_questions,
    look_for_doubts,
    places,
)
from quiz.storage.tables import BankRow, PersonRow, QuestionRow
from tests.desk_bank import LONG_AGO, add_desk_bank


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


def prompts(session: Session, bank: BankRow, wanted: Wanted) -> list[str]:
    rows = list_questions(session, bank.id, wanted, 0, 50)
    assert count_questions(session, bank.id, wanted) == len(rows)
    return [row.prompt for row in rows]


def test_questions_are_found_by_prompt_and_by_answer(
    session: Session, bank: BankRow
) -> None:
    assert len(prompts(session, bank, Wanted())) == 5
    assert len(prompts(session, bank, Wanted("초대 대장"))) == 1
    assert prompts(session, bank, Wanted("80cm")) == prompts(
        session, bank, Wanted("망원경의 지름")
    )


@pytest.mark.parametrize("text", ["%", "_", "\\", "'"])
def test_signs_of_the_database_stand_for_themselves(
    session: Session, bank: BankRow, text: str
) -> None:
    assert prompts(session, bank, Wanted(text)) == []


def test_filters_by_status_and_kind_add_up(
    session: Session, bank: BankRow, owner: PersonRow
) -> None:
    first = list_questions(session, bank.id, Wanted(), 0, 1)[0]
    review_question(session, owner.id, first.id, Status.APPROVED, LONG_AGO)
    assert len(prompts(session, bank, Wanted(status=Status.DRAFT))) == 4
    assert len(prompts(session, bank, Wanted(status=Status.APPROVED))) == 1
    assert prompts(session, bank, Wanted(status=Status.APPROVED, kind="date")) == []
    assert len(prompts(session, bank, Wanted(kind=""))) == 1


def test_kinds_are_those_that_are_there(session: Session, bank: BankRow) -> None:
    assert set(kinds_in(session, bank.id)) == {
        "",
        "role-holder",
        "quantity",
        "date",
        "list",
    }


def test_pages_of_the_list_follow_one_another(session: Session, bank: BankRow) -> None:
    one = list_questions(session, bank.id, Wanted(), 0, 3)
    two = list_questions(session, bank.id, Wanted(), 3, 3)
    assert [row.position for row in [*one, *two]] == [0, 1, 2, 3, 4]


def test_the_queue_holds_drafts_alone(
    session: Session, bank: BankRow, owner: PersonRow
) -> None:
    ids = [each for each, _ in draft_places(session, bank.id)]
    review_question(session, owner.id, ids[1], Status.RETIRED, LONG_AGO)
    assert [each for each, _ in draft_places(session, bank.id)] == [ids[0], *ids[2:]]


def test_places_are_those_of_evidence_and_leave_retired_questions_out(
    session: Session, bank: BankRow, owner: PersonRow
) -> None:
    found = places(session, bank.id)
    assert len(found) == 4  # the statement has no evidence
    assert {place.article for place in found} == {bank.articles[0].uid}
    for place in found:
        evidence = bank.questions[place.number - 1].question.evidence
        assert evidence is not None
        assert evidence.start == place.start
    review_question(session, owner.id, found[0].id, Status.RETIRED, LONG_AGO)
    assert len(places(session, bank.id)) == 3


def test_doubtful_questions_are_found_by_a_query_also_those_kept_before_doubts_were(
    session: Session, bank: BankRow
) -> None:
    first, second = bank.questions[:2]
    twin = replace(first.question, id="twin", prompt=first.prompt.replace("의", ""))
    leak = replace(second.question, prompt="80cm인 것은 무엇인가?")
    second.keep(leak)
    row = QuestionRow(bank=bank, position=9)
    row.keep(twin)
    session.add(row)
    session.flush()
    session.expire(bank, ["questions"])

    def found(doubt: bool) -> set[str]:
        wanted = Wanted(doubt=doubt)
        return {row.uid for row in list_questions(session, bank.id, wanted, 0, 50)}

    doubtful = {first.uid, second.uid, "twin", bank.questions[2].uid}  # it is warned of
    assert found(True) == doubtful
    assert found(False) == {row.uid for row in bank.questions} - doubtful
    for row in bank.questions:
        row.doubts, row.answers = None, ""
    session.flush()
    assert found(True) == set()
    look_for_doubts(session)
    session.flush()
    assert found(True) == doubtful
