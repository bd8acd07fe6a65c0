"""A learner's record as a whole: joined with another's, put in order, forgotten.

Which tables belong to it is read from the tables themselves: every column that names
a person. Those of the teacher's side are never touched.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Table,
    delete,
    exists,
    insert,
    select,
    update,
)

from quiz.core.grading import Grade
from quiz.core.scheduling import Memory
from quiz.storage.memories import fields_of
from quiz.storage.passkeys import PasskeyRow
from quiz.storage.reviews import Review, find_review
from quiz.storage.tables import QuestionRow

TABLES = PasskeyRow.metadata.tables  # its table is among them once it is imported
MEMORY, REVIEW, PERSON = TABLES["memory"], TABLES["review"], TABLES["person"]
OF_THE_TEACHER = frozenset({"bank", "revision"})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's row: whether it is the owner's, and whose record holds theirs now."""

    id: int
    is_owner: bool
    moved_to: int | None


def find_person(connection: Connection, person_id: int) -> Person | None:
    query = select(PERSON.c.id, PERSON.c.is_owner, PERSON.c.moved_to_id)
    row = connection.execute(query.where(PERSON.c.id == person_id)).first()
    return Person(row.id, row.is_owner, row.moved_to_id) if row else None


def own_columns() -> Iterator[tuple[Table, Column[int]]]:
    """Yield every column that names a learner, of tables that refer to others first."""
    for table in reversed(PasskeyRow.metadata.sorted_tables):
        for column in table.columns:
            is_theirs = any(key.column.table is PERSON for key in column.foreign_keys)
            if is_theirs and table.name not in OF_THE_TEACHER:
                yield table, column


def questions_of_both(connection: Connection, one: int, other: int) -> Sequence[int]:
    """Return the questions that two learners have memories of."""
    twin = MEMORY.alias()
    query = (
        select(MEMORY.c.question_id)
        .join(twin, twin.c.question_id == MEMORY.c.question_id)
        .where(MEMORY.c.learner_id == one, twin.c.learner_id == other)
        .order_by(MEMORY.c.question_id)
    )
    return connection.execute(query).scalars().all()


def standing_log(
    connection: Connection, learner_ids: Sequence[int], question_id: int
) -> list[Review]:
    """Return the answers to a question that count, in order of time."""
    query = (
        select(REVIEW.c.id)
        .where(REVIEW.c.learner_id.in_(learner_ids), REVIEW.c.voided.is_(None))
        .where(REVIEW.c.question_id == question_id)
        .order_by(REVIEW.c.at, REVIEW.c.reps, REVIEW.c.id)
    )
    found = (find_review(connection, id) for id in connection.execute(query).scalars())
    return [review for review in found if review]


def find_sent(connection: Connection, learner_id: int | None, sent_id: str) -> Grade | None:
    """Return the grade of an answer that a device has sent already."""
    query = select(REVIEW.c.grade).where(REVIEW.c.learner_id == learner_id)
    grade = connection.execute(query.where(REVIEW.c.sent_id == sent_id)).scalar()
    return Grade(grade) if grade else None


def sitting_between(
    connection: Connection, learner_id: int, bank_id: int, start: datetime, end: datetime
) -> int | None:
    """Return the learner's last sitting at a bank that began in that time."""
    sitting = TABLES["sitting"]
    query = (
        select(sitting.c.id)
        .where(sitting.c.learner_id == learner_id, sitting.c.bank_id == bank_id)
        .where(sitting.c.started >= start, sitting.c.started < end)
        .order_by(sitting.c.id.desc())
    )
    return connection.execute(query).scalar()


def find_memory_bank(connection: Connection, question_id: int) -> tuple[int, str]:
    """Return the bank and the lasting id of a question."""
    query = select(QuestionRow.bank_id, QuestionRow.uid)
    row = connection.execute(query.where(QuestionRow.id == question_id)).one()
    return row.bank_id, row.uid


def put_memory(
    connection: Connection,
    learner_id: int,
    question_id: int,
    memory: Memory,
    first: datetime,
) -> None:
    """Set the memory, whatever stood there; `first` is when it was first answered."""
    values = fields_of(memory) | {"first_reviewed": first}
    where = (MEMORY.c.learner_id == learner_id) & (MEMORY.c.question_id == question_id)
    if connection.execute(update(MEMORY).where(where).values(values)).rowcount:
        return
    bank_id, _ = find_memory_bank(connection, question_id)
    keys = {"learner_id": learner_id, "question_id": question_id, "bank_id": bank_id}
    connection.execute(insert(MEMORY).values(values | keys))


def hand_over(connection: Connection, giver: int, taker: int) -> None:
    """Let `taker` have all of `giver`'s rows, but those that it has already."""
    for table, column in own_columns():
        where = column == giver
        if column.primary_key:
            twin = table.alias()
            same = [
                twin.c[key.name] == (taker if key is column else key)
                for key in table.primary_key
            ]
            where &= ~exists().where(*same)
        connection.execute(update(table).where(where).values({column.name: taker}))


def forget_record(connection: Connection, person_id: int, *, keep_way_in: bool) -> None:
    """Delete every row of a person's record; the empty person stays.

    `keep_way_in` spares the links by which the owner signs in.
    """
    for table, column in own_columns():
        if keep_way_in and table.name == "sign_in_link":
            continue
        for child, key in parts_of(table):
            theirs = select(key.column).where(column == person_id)
            connection.execute(delete(child).where(key.parent.in_(theirs)))
        connection.execute(delete(table).where(column == person_id))


def parts_of(table: Table) -> Iterator[tuple[Table, ForeignKey]]:
    """Yield the tables whose rows belong to rows of `table` and name nobody themselves."""
    named = {own.name for own, _ in own_columns()}
    for child in TABLES.values():
        for key in child.foreign_keys:
            if key.column.table is table and child.name not in named:
                yield child, key


def empty_person(
    connection: Connection, person_id: int, now: datetime, moved_to: int | None = None
) -> None:
    """Set a person's row back to what a new visitor's is."""
    blank = {each.name: default_of(each) for each in PERSON.columns}
    blank |= {"created": now, "moved_to_id": moved_to}
    del blank["id"], blank["is_owner"]
    where = PERSON.c.id == person_id
    connection.execute(update(PERSON).where(where).values(blank))
    # Whoever led to this record is led on.
    led = update(PERSON).where(PERSON.c.moved_to_id == person_id)
    connection.execute(led.values(moved_to_id=moved_to))


def default_of(column: Column[Any]) -> Any:
    return getattr(column.default, "arg", None)
