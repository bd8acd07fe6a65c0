"""Finds and keeps who works on a bank besides its owner, and the links that invite."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

from quiz.storage.banks import NotFound, find_bank
from quiz.storage.desk_tables import InvitationRow, MembershipRow
from quiz.storage.tables import BankRow, NicknameRow, PersonRow

ROLES = ("editor", "reader")


def role_of(session: Session, person_id: int, bank: BankRow) -> str:
    """Return owner, editor, reader, or "" for a teacher who has no part in the bank."""
    if bank.owner_id == person_id:
        return "owner"
    row = session.get(MembershipRow, (bank.id, person_id))
    return row.role if row else ""


def find_teacher(session: Session, person_id: int) -> PersonRow:
    return session.get_one(PersonRow, person_id)


def name_of(session: Session, person_id: int) -> str:
    """Return what colleagues call a teacher; "" where nobody knows."""
    return names_of(session, [person_id]).get(person_id, "")


def names_of(session: Session, person_ids: Collection[int]) -> dict[int, str]:
    """Return what people are called: their name as teachers, else their nickname."""
    query = (
        select(PersonRow.id, PersonRow.name, NicknameRow.name)
        .outerjoin(NicknameRow, NicknameRow.person_id == PersonRow.id)
        .where(PersonRow.id.in_(person_ids))
    )
    return {row[0]: row[1] or row[2] or "" for row in session.execute(query)}


def find_readable_bank(session: Session, person_id: int, bank_id: int) -> BankRow:
    """Return a bank that the teacher owns, edits or reads.

    Raises:
        NotFound: it is none of these, or isn't there.
    """
    bank = find_bank(session, bank_id)
    if not role_of(session, person_id, bank):
        raise NotFound("bank")
    return bank


def find_own_bank(session: Session, person_id: int, bank_id: int) -> BankRow:
    """Return the teacher's very own bank; raises NotFound for any other."""
    bank = find_bank(session, bank_id)
    if bank.owner_id != person_id:
        raise NotFound("bank")
    return bank


def shared_banks(session: Session, person_id: int) -> list[tuple[BankRow, str]]:
    """Return the banks of others that a teacher edits or reads, with the role."""
    query = (
        select(BankRow, MembershipRow.role)
        .join(MembershipRow, MembershipRow.bank_id == BankRow.id)
        .where(MembershipRow.person_id == person_id)
        .order_by(BankRow.changed.desc(), BankRow.id)
    )
    return [(bank, role) for bank, role in session.execute(query)]


def editable_banks(session: Session, person_id: int) -> list[BankRow]:
    """Return all banks that a teacher owns or edits, the one changed last first."""
    query = select(BankRow).where(is_editable(person_id))
    return list(session.scalars(query.order_by(BankRow.changed.desc(), BankRow.id)))


def banks_changed(session: Session, person_id: int, since: datetime) -> list[int]:
    """Return which banks that a teacher owns or edits were changed since."""
    query = select(BankRow.id).where(is_editable(person_id), BankRow.changed >= since)
    return list(session.scalars(query))


def is_editable(person_id: int) -> ColumnElement[bool]:
    editing = select(MembershipRow.bank_id).where(MembershipRow.person_id == person_id)
    edits = editing.where(MembershipRow.role == "editor")
    return or_(BankRow.owner_id == person_id, BankRow.id.in_(edits))


def shared_bank_ids(session: Session, person_id: int) -> frozenset[int]:
    query = select(MembershipRow.bank_id).where(MembershipRow.person_id == person_id)
    return frozenset(session.scalars(query))


def members_of(session: Session, bank_id: int) -> list[tuple[PersonRow, MembershipRow]]:
    query = (
        select(PersonRow, MembershipRow)
        .join(MembershipRow, MembershipRow.person_id == PersonRow.id)
        .where(MembershipRow.bank_id == bank_id)
        .order_by(MembershipRow.since, PersonRow.id)
    )
    return [(person, row) for person, row in session.execute(query)]


def keep_member(
    session: Session, bank_id: int, person_id: int, role: str, now: datetime
) -> None:
    """Make a teacher a member; a reader may become an editor, never the other way."""
    row = session.get(MembershipRow, (bank_id, person_id))
    if row is None:
        row = MembershipRow(bank_id=bank_id, person_id=person_id, role=role, since=now)
        session.add(row)
    elif role == "editor":
        row.role = role


def open_invitations(session: Session, bank_id: int, now: datetime) -> list[InvitationRow]:
    query = select(InvitationRow).where(InvitationRow.bank_id == bank_id)
    query = query.where(InvitationRow.expires > now)
    return list(session.scalars(query.order_by(InvitationRow.id)))


def find_invitation(session: Session, digest: str, now: datetime) -> InvitationRow:
    """Return the invitation with this digest; raises NotFound where it has run out."""
    query = select(InvitationRow).where(InvitationRow.digest == digest)
    row = session.scalar(query.where(InvitationRow.expires > now))
    if row is None:
        raise NotFound("invitation")
    return row


def forget_invitations(session: Session, bank_id: int, now: datetime) -> None:
    query = delete(InvitationRow).where(InvitationRow.bank_id == bank_id)
    session.execute(query.where(InvitationRow.expires <= now))
