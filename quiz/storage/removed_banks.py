"""A removed bank belongs to nobody, so nobody finds it; for a day it can come back."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quiz.core.plain_data import time_from, time_text
from quiz.storage.banks import (
    check_unanswered,
    find_bank_by_uid,
    remove_unanswered_bank,
    touch,
)
from quiz.storage.deeds import Deed, deeds_since, note_deed, old_removals
from quiz.storage.desk_tables import DeedRow, InvitationRow, MembershipRow
from quiz.storage.people import add_person
from quiz.storage.tables import BankRow, PersonRow

KEPT = timedelta(days=1)


def put_aside(
    session: Session, bank: BankRow, by_id: int, now: datetime, *, is_undo: bool = False
) -> None:
    """Take a bank away from everybody; the deed says what was whose.

    Where undo does so, undo goes on to what was before, and the desk offers the way back.

    Raises:
        Problem: it was answered; its log and memories are the learners'.
    """
    check_unanswered(session, bank.id)
    nobody = add_person(session, now)
    data = {
        "title": bank.title,
        "uid": bank.uid,
        "owner": bank.owner_id,
        "public": bank.is_public,
        "nobody": nobody.id,
        "members": members(session, bank.id),
        "is_undo": is_undo,
    }
    for table in (MembershipRow, InvitationRow):
        session.execute(delete(table).where(table.bank_id == bank.id))
    # The id is free for the same bank, should it come again from a file.
    bank.owner_id, bank.uid, bank.is_public = nobody.id, str(uuid4()), False
    note_deed(session, Deed.REMOVED, by_id, now, bank.id, **data)


def members(session: Session, bank_id: int) -> list[list[Any]]:
    query = select(MembershipRow).where(MembershipRow.bank_id == bank_id)
    return [
        [row.person_id, row.role, time_text(row.since)] for row in session.scalars(query)
    ]


def bring_bank_back(session: Session, deed: DeedRow, now: datetime) -> None:
    """Give a removed bank back to whom it belonged."""
    data, bank = deed.data, session.get_one(BankRow, deed.bank_id)
    bank.owner_id, bank.is_public = data["owner"], data["public"]
    if find_bank_by_uid(session, data["uid"]) is None:
        bank.uid = data["uid"]
    touch(bank, now)
    session.add_all(
        MembershipRow(bank_id=bank.id, person_id=person, role=role, since=time_from(since))
        for person, role, since in data["members"]
    )
    deed.undone = now
    session.flush()
    session.delete(session.get_one(PersonRow, data["nobody"]))


def removed_by(session: Session, by_id: int, now: datetime) -> list[DeedRow]:
    """Return the removals of a teacher that can still be taken back, the newest first."""
    return [
        deed
        for deed in deeds_since(session, by_id, now - KEPT)
        if deed.what == Deed.REMOVED and is_removed(session, deed)
    ]


def is_removed(session: Session, deed: DeedRow) -> bool:
    bank = session.get(BankRow, deed.bank_id or 0)
    return bank is not None and bank.owner_id == deed.data["nobody"]


def forget_removed(session: Session, now: datetime) -> None:
    """Delete for good what was removed more than a day ago."""
    for deed in old_removals(session, now - KEPT):
        if not is_removed(session, deed):
            continue
        bank = session.get_one(BankRow, deed.bank_id)
        remove_unanswered_bank(session, bank)
        session.flush()
        session.delete(session.get_one(PersonRow, deed.data["nobody"]))
        deed.bank_id = None  # its number may become another bank's
        session.execute(delete(DeedRow).where(DeedRow.bank_id == bank.id))


def was_removed(session: Session, uid: str) -> bool:
    """Tell whether the bank with this id was removed by a teacher and stays so."""
    query = select(DeedRow.data).where(DeedRow.what == Deed.REMOVED)
    removed = session.scalars(query.where(DeedRow.undone.is_(None)))
    return any(data["uid"] == uid for data in removed)
