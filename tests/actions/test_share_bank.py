"""A shared bank: who may what, by which link, and a copy that loses nothing."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from quiz.actions.edit_bank import edit_bank, remove_bank
from quiz.actions.review_question import review_question
from quiz.actions.share_bank import (
    INVITATION_LIFE,
    MOST_INVITATIONS,
    accept_invitation,
    duplicate_bank,
    invite,
    name_teacher,
    part_with,
    revoke,
)
from quiz.core.problems import Problem
from quiz.core.questions import Status
from quiz.storage.bank_members import (
    find_readable_bank,
    find_teacher,
    members_of,
    open_invitations,
    role_of,
    shared_bank_ids,
    shared_banks,
)
from quiz.storage.banks import NotFound, find_bank_of, whole_bank
from quiz.storage.people import add_person
from quiz.storage.revisions import revisions_of
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


def joined(
    session: Session, owner: PersonRow, bank: BankRow, role: str, now: datetime
) -> int:
    """Invite a new teacher; return their id."""
    token = invite(session, owner.id, bank.id, role, now)
    return accept_invitation(session, token, None, "김 선생", now)[1]


def test_an_editor_works_on_the_bank_under_their_own_name(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    editor, first = joined(session, owner, bank, "editor", now), bank.questions[0].id
    bank_id = bank.id
    session.rollback()
    review_question(session, editor, first, Status.APPROVED, now)
    assert revisions_of(session, first)[0].by_id == editor
    assert find_bank_of(session, editor, bank_id).id == bank_id
    assert [(person.name, row.role) for person, row in members_of(session, bank_id)] == [
        ("김 선생", "editor")
    ]
    session.rollback()
    edit_bank(session, editor, bank_id, "함께 고친 제목", False, now)
    assert [(b.title, role) for b, role in shared_banks(session, editor)] == [
        ("함께 고친 제목", "editor")
    ]


def test_an_editor_neither_removes_nor_shares_the_bank(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    editor, bank_id = joined(session, owner, bank, "editor", now), bank.id
    session.rollback()
    with pytest.raises(NotFound):
        remove_bank(session, editor, bank_id, now)
    session.rollback()
    with pytest.raises(NotFound):
        invite(session, editor, bank_id, "reader", now)
    session.rollback()
    with pytest.raises(NotFound):
        part_with(session, editor, bank_id, 12345, now)


def test_a_reader_looks_and_changes_nothing(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    reader = joined(session, owner, bank, "reader", now)
    first, bank_id = bank.questions[0].id, bank.id
    assert find_readable_bank(session, reader, bank_id).id == bank_id
    assert shared_bank_ids(session, reader) == {bank_id}
    with pytest.raises(NotFound):
        find_bank_of(session, reader, bank_id)
    session.rollback()
    with pytest.raises(NotFound):
        review_question(session, reader, first, Status.APPROVED, now)


def test_a_stranger_sees_nothing_at_all(
    session: Session, bank: BankRow, now: datetime
) -> None:
    stranger = add_person(session, now).id
    session.commit()
    for find in (find_readable_bank, find_bank_of):
        with pytest.raises(NotFound):
            find(session, stranger, bank.id)
    assert shared_banks(session, stranger) == []
    session.rollback()
    with pytest.raises(NotFound):
        duplicate_bank(session, stranger, bank.id, "몫", now)


def test_one_link_brings_several_colleagues_until_it_runs_out_or_is_revoked(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    token, bank_id = invite(session, owner.id, bank.id, "reader", now), bank.id
    last = now + INVITATION_LIFE - timedelta(seconds=1)
    for moment in (now, last):
        accept_invitation(session, token, None, "이 선생", moment)
    assert len(members_of(session, bank_id)) == 2
    session.rollback()
    with pytest.raises(NotFound):
        accept_invitation(session, token, None, "늦은 이", now + INVITATION_LIFE)
    session.rollback()
    [link] = open_invitations(session, bank_id, now)
    link_id, owner_id = link.id, owner.id
    session.rollback()
    revoke(session, owner_id, bank_id, link_id, now)
    with pytest.raises(NotFound):
        accept_invitation(session, token, None, "늦은 이", now)
    session.rollback()
    with pytest.raises(NotFound):
        accept_invitation(session, "no such token", None, "누구", now)


def test_a_reader_may_become_an_editor_and_an_editor_stays_one(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    teacher = joined(session, owner, bank, "reader", now)
    for role, expected in (("editor", "editor"), ("reader", "editor")):
        token = invite(session, owner.id, bank.id, role, now)
        assert accept_invitation(session, token, teacher, "", now)[1] == teacher
        assert role_of(session, teacher, bank) == expected


def test_a_new_teacher_needs_a_name_and_the_owner_needs_no_link(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    token, owner_id = invite(session, owner.id, bank.id, "reader", now), owner.id
    with pytest.raises(Problem, match="what your colleagues call you"):
        accept_invitation(session, token, None, " ", now)
    session.rollback()
    with pytest.raises(Problem, match="your own bank"):
        accept_invitation(session, token, owner_id, "", now)
    session.rollback()
    with pytest.raises(Problem, match="at most 60"):
        name_teacher(session, owner_id, "가" * 61, now)
    name_teacher(session, owner_id, " 김  서윤 ", now)
    assert find_teacher(session, owner_id).name == "김 서윤"


def test_members_are_parted_with_and_leave(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    one, two = (joined(session, owner, bank, "editor", now) for _ in range(2))
    owner_id, bank_id = owner.id, bank.id
    session.rollback()
    part_with(session, owner_id, bank_id, one, now)
    part_with(session, two, bank_id, two, now)
    assert members_of(session, bank_id) == []
    assert role_of(session, one, bank) == ""


def test_a_copy_has_everything_but_its_id_and_title(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    reader = joined(session, owner, bank, "reader", now)
    before, bank_id = whole_bank(bank), bank.id
    session.rollback()
    copy = duplicate_bank(session, reader, bank_id, "베낀 것", now)
    assert copy.owner_id == reader
    found = whole_bank(copy)
    assert found.id != before.id
    assert replace(found, id=before.id, title=before.title) == before
    session.rollback()
    remove_bank(session, reader, copy.id, now)
    assert whole_bank(bank) == before


def test_a_shared_bank_can_still_be_removed(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    joined(session, owner, bank, "editor", now)
    owner_id, bank_id = owner.id, bank.id
    session.rollback()
    remove_bank(session, owner_id, bank_id, now)
    with pytest.raises(NotFound):
        find_bank_of(session, owner_id, bank_id)


def test_wrong_roles_and_too_many_links_are_refused(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    owner_id, bank_id = owner.id, bank.id
    with pytest.raises(Problem, match="what the invited may do"):
        invite(session, owner_id, bank_id, "owner", now)
    for _ in range(MOST_INVITATIONS):
        invite(session, owner_id, bank_id, "reader", now)
    with pytest.raises(Problem, match="too many open links"):
        invite(session, owner_id, bank_id, "reader", now)
