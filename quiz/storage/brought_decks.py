"""Finds the questions of a deck that are in a teacher's banks already."""

from collections.abc import Collection, Iterator
from itertools import islice

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.storage.tables import BankRow, QuestionRow

IDS_AT_ONCE = 500  # databases limit the values of one query


def count_by_bank(session: Session, owner_id: int, uids: Collection[str]) -> dict[int, int]:
    """Return how many of these questions are in each bank that has any, most first."""
    counts: dict[int, int] = {}
    for some in in_parts(uids):
        query = (
            select(QuestionRow.bank_id, func.count())
            .join(BankRow, BankRow.id == QuestionRow.bank_id)
            .where(BankRow.owner_id == owner_id, QuestionRow.uid.in_(some))
            .group_by(QuestionRow.bank_id)
        )
        for bank_id, count in session.execute(query):
            counts[bank_id] = counts.get(bank_id, 0) + count
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def in_parts(uids: Collection[str]) -> Iterator[list[str]]:
    remaining = iter(uids)
    while part := list(islice(remaining, IDS_AT_ONCE)):
        yield part


def ids_in_bank(session: Session, bank_id: int) -> set[str]:
    query = select(QuestionRow.uid).where(QuestionRow.bank_id == bank_id)
    return set(session.scalars(query))
