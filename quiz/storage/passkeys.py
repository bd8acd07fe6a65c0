"""Keeps passkeys, and the challenges that are out to be answered."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from quiz.core.ways_in import Passkey
from quiz.storage.tables import Base


class PasskeyRow(Base):
    """A passkey of a learner; see `quiz.core.ways_in.Passkey`."""

    __tablename__ = "passkey"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    label: Mapped[str]
    site: Mapped[str]
    credential: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    handle: Mapped[bytes] = mapped_column(LargeBinary)
    uses: Mapped[int] = mapped_column(BigInteger)
    created: Mapped[datetime]
    used: Mapped[datetime | None]

    @property
    def passkey(self) -> Passkey:
        return Passkey(
            self.id,
            self.label,
            self.site,
            self.credential,
            self.public_key,
            self.handle,
            self.uses,
            self.created,
            self.used,
        )


class ChallengeRow(Base):
    """The digest of a challenge that nobody has answered yet."""

    __tablename__ = "passkey_challenge"

    digest: Mapped[str] = mapped_column(primary_key=True)
    expires: Mapped[datetime]


def find_passkeys(session: Session, person_id: int) -> Sequence[Passkey]:
    """Return the learner's passkeys, the oldest first."""
    query = select(PasskeyRow).where(PasskeyRow.person_id == person_id)
    rows = session.scalars(query.order_by(PasskeyRow.created, PasskeyRow.id))
    return [row.passkey for row in rows]


def find_by_credential(session: Session, credential: bytes) -> tuple[int, Passkey] | None:
    """Return (person, passkey); None where it is not known."""
    query = select(PasskeyRow).where(PasskeyRow.credential == credential)
    row = session.scalar(query)
    return (row.person_id, row.passkey) if row else None


def add_passkey(session: Session, person_id: int, key: Passkey) -> None:
    """Add a passkey; its `id` is not looked at.

    Raises:
        sqlalchemy.exc.IntegrityError: it is there already.
    """
    session.add(
        PasskeyRow(
            person_id=person_id,
            label=key.label,
            site=key.site,
            credential=key.credential,
            public_key=key.public_key,
            handle=key.handle,
            uses=key.uses,
            created=key.created,
            used=key.used,
        )
    )
    session.flush()


def mark_used(session: Session, passkey_id: int, uses: int, now: datetime) -> None:
    row = session.get_one(PasskeyRow, passkey_id)
    row.uses, row.used = uses, now


def drop_passkey(session: Session, person_id: int, passkey_id: int) -> None:
    """Delete a passkey, if it is this learner's."""
    is_theirs = (PasskeyRow.id == passkey_id) & (PasskeyRow.person_id == person_id)
    session.execute(delete(PasskeyRow).where(is_theirs))


def add_challenge(session: Session, digest: str, now: datetime, expires: datetime) -> None:
    """Keep a challenge; those that ran out before `now` are forgotten."""
    session.execute(delete(ChallengeRow).where(ChallengeRow.expires < now))
    session.add(ChallengeRow(digest=digest, expires=expires))
    session.flush()


def use_challenge(session: Session, digest: str, now: datetime) -> bool:
    """Use up a challenge; tell whether it was still good."""
    is_good = (ChallengeRow.digest == digest) & (ChallengeRow.expires > now)
    used = delete(ChallengeRow).where(is_good).returning(ChallengeRow.digest)
    return session.scalar(used) is not None
