"""Tables of the desk: texts on their way in, earlier editions, and who shares a bank."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from quiz.storage.tables import Base


class SourceRow(Base):
    """A text on its way in: it waits for a teacher's look and belongs to no bank yet.

    Those of one `batch` came together. With `article_id` it is a new edition of that.
    """

    __tablename__ = "source"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    batch: Mapped[str] = mapped_column(index=True)  # a UUID
    bank_id: Mapped[int | None] = mapped_column(ForeignKey("bank.id"), index=True)
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"))
    name: Mapped[str]  # of the file, or the address; "" for a pasted text
    state: Mapped[str]  # reading, ready, failed
    title: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    date: Mapped[date | None]
    source: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    problem: Mapped[dict[str, Any] | None]  # {"sentence": ..., "values": {...}}
    created: Mapped[datetime]
    dropped: Mapped[datetime | None]  # the teacher left it out; undo brings it back


class EditionRow(Base):
    """An article as it was before it was replaced. Rows are only ever added."""

    __tablename__ = "edition"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)  # from 1, the oldest
    at: Mapped[datetime]  # when it was replaced
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    title: Mapped[str]
    language: Mapped[str]
    date: Mapped[date | None]
    source: Mapped[str]
    text: Mapped[str]


class MembershipRow(Base):
    """A teacher who works on somebody else's bank, or reads it."""

    __tablename__ = "membership"

    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id"), primary_key=True, index=True
    )
    role: Mapped[str]  # editor, reader
    since: Mapped[datetime]


class InvitationRow(Base):
    """A link that makes whoever opens it a member. Only its token's digest is kept."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"), index=True)
    role: Mapped[str]  # editor, reader
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    created: Mapped[datetime]
    expires: Mapped[datetime]


class DeedRow(Base):
    """What a teacher did beside changing questions, with what is needed to undo it.

    Rows are only ever added; `undone` says when one was taken back.
    """

    __tablename__ = "deed"
    __table_args__ = (
        Index("deed_by_teacher", "by_id", "at"),
        Index("deed_of_bank", "bank_id", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    what: Mapped[str]  # see `Deed`
    bank_id: Mapped[int | None]  # a number alone: the bank may be gone
    data: Mapped[dict[str, Any]]
    undone: Mapped[datetime | None]
