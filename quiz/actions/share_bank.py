"""Teachers share a bank: by a link that makes who opens it an editor or a reader."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy.orm import Session

from quiz.actions.edit_bank import LONGEST_TITLE
from quiz.actions.sign_in import digest_of
from quiz.core.plain_data import time_text
from quiz.core.problems import Problem
from quiz.storage.bank_members import (
    ROLES,
    find_invitation,
    find_own_bank,
    find_readable_bank,
    forget_invitations,
    keep_member,
    name_of,
    open_invitations,
    role_of,
)
from quiz.storage.banks import add_bank, find_bank, whole_bank
from quiz.storage.deeds import Deed, note_deed
from quiz.storage.desk_tables import InvitationRow, MembershipRow
from quiz.storage.engine import begin_writing
from quiz.storage.people import add_person
from quiz.storage.tables import BankRow, PersonRow

INVITATION_LIFE = timedelta(days=14)
MOST_INVITATIONS, LONGEST_NAME = 20, 60


def invite(session: Session, owner_id: int, bank_id: int, role: str, now: datetime) -> str:
    """Return the secret token of a link that makes people an "editor" or a "reader".

    It is good for two weeks, for as many colleagues as get it, until it is revoked.

    Raises:
        NotFound: it is not the teacher's own bank.
        Problem: there is no such role, or there are very many links already.
    """
    if role not in ROLES:
        raise Problem("Choose what the invited may do.")
    begin_writing(session)
    find_own_bank(session, owner_id, bank_id)
    forget_invitations(session, bank_id, now)
    if len(open_invitations(session, bank_id, now)) >= MOST_INVITATIONS:
        raise Problem("There are too many open links. Revoke some first.")
    token = secrets.token_urlsafe(24)
    row = InvitationRow(
        digest=digest_of(token),
        bank_id=bank_id,
        role=role,
        by_id=owner_id,
        created=now,
        expires=now + INVITATION_LIFE,
    )
    session.add(row)
    session.flush()
    data = {"role": role, "invitation": row.id}
    note_deed(session, Deed.INVITED, owner_id, now, bank_id, **data)
    session.commit()
    return token


def accept_invitation(
    session: Session, token: str, person_id: int | None, name: str, now: datetime
) -> tuple[BankRow, int]:
    """Make a teacher a member of the bank; return it and the teacher's id.

    Who is not signed in becomes a new teacher called `name`.

    Raises:
        NotFound: the link is unknown, revoked or too old.
        Problem: a new teacher gave no name, or the bank is the teacher's own.
    """
    begin_writing(session)
    invitation = find_invitation(session, digest_of(token), now)
    bank = session.get_one(BankRow, invitation.bank_id)
    if person_id is None or session.get(PersonRow, person_id) is None:
        person = add_person(session, now)
        person.name = checked_name(name)
        person_id = person.id
    if bank.owner_id == person_id:
        raise Problem("This is your own bank.")
    before = role_of(session, person_id, bank)
    keep_member(session, bank.id, person_id, invitation.role, now)
    data = {"title": bank.title, "before": before}
    if before != invitation.role:
        note_deed(session, Deed.JOINED, person_id, now, bank.id, **data)
    session.commit()
    return bank, person_id


def checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Problem("Say what your colleagues call you.")
    if len(name) > LONGEST_NAME:
        raise Problem("Shorten the name to at most %(most)d characters.", most=LONGEST_NAME)
    return name


def name_teacher(session: Session, person_id: int, name: str, now: datetime) -> None:
    """Give a teacher the name that colleagues see.

    Raises:
        Problem: it is empty or too long.
    """
    name = checked_name(name)
    begin_writing(session)
    person = session.get_one(PersonRow, person_id)
    if person.name != name:
        data = {"title": name, "before": person.name}
        note_deed(session, Deed.CALLED, person_id, now, None, **data)
        person.name = name
    session.commit()


def revoke(
    session: Session, owner_id: int, bank_id: int, invitation_id: int, now: datetime
) -> None:
    """Make an invitation's link good for nothing; members stay.

    Raises:
        NotFound: it is not the teacher's own bank.
    """
    begin_writing(session)
    find_own_bank(session, owner_id, bank_id)
    row = session.get(InvitationRow, invitation_id)
    if row is not None and row.bank_id == bank_id:
        link = [row.digest, row.role, row.by_id, time_text(row.created)]
        data = {"role": row.role, "link": [*link, time_text(row.expires)]}
        note_deed(session, Deed.REVOKED, owner_id, now, bank_id, **data)
        session.delete(row)
    session.commit()


def part_with(
    session: Session, by_id: int, bank_id: int, person_id: int, now: datetime
) -> None:
    """Take a member out of the bank; members may leave by themselves.

    Raises:
        NotFound: it is neither the teacher's own bank nor the teacher's own part in it.
    """
    begin_writing(session)
    if by_id == person_id:
        find_readable_bank(session, by_id, bank_id)
    else:
        find_own_bank(session, by_id, bank_id)
    row = session.get(MembershipRow, (bank_id, person_id))
    if row is not None:
        title = (
            find_bank(session, bank_id).title
            if by_id == person_id
            else name_of(session, person_id)
        )
        data = {"title": title, "member": [person_id, row.role, time_text(row.since)]}
        note_deed(session, Deed.PARTED, by_id, now, bank_id, **data)
        session.delete(row)
    session.commit()


def duplicate_bank(
    session: Session, person_id: int, bank_id: int, title: str, now: datetime
) -> BankRow:
    """Copy a bank that the teacher may read into one of their own, named `title`.

    Questions keep their ids, as in a bank file; nobody's answers come along.

    Raises:
        NotFound: the teacher may not read it.
    """
    begin_writing(session)
    bank = whole_bank(find_readable_bank(session, person_id, bank_id))
    copy = replace(bank, id=str(uuid4()), title=title[:LONGEST_TITLE])
    row = add_bank(session, copy, person_id, now)
    note_deed(session, Deed.MADE, person_id, now, row.id, title=row.title)
    session.commit()
    return row
