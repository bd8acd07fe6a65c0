"""Prepared statements give what SQLAlchemy's own way gives, with the same types."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quiz.storage.prepared import Prepared
from quiz.storage.tables import BankRow, PersonRow
from quiz.web.database import db

PERSON, BANK = PersonRow.__table__, BankRow.__table__
BY_ID = Prepared(select(PERSON).where(PERSON.c.id == bindparam("which")))
ADD = Prepared(
    insert(PersonRow)
    .values(
        is_owner=False,
        name=bindparam("called"),
        zone="Asia/Seoul",
        new_a_day=7,
        retention=0.9,
        parameters=bindparam("parameters"),
        created=bindparam("created"),
        four_buttons=True,
        mixes_topics=False,
        buries_siblings=True,
        shares_anki=False,
    )
    .returning(PERSON.c.id)
)
RENAME = Prepared(
    update(PersonRow).where(PERSON.c.id == bindparam("which")).values(name="new")
)
REMOVE = Prepared(delete(PersonRow).where(PERSON.c.id == bindparam("which")))


def add(now: datetime, name: str = "한서윤") -> int:
    told = {"called": name, "parameters": [0.5, 1.5], "created": now}
    with db.engine.connect() as connection:
        person = ADD.add(connection, told)
        connection.commit()
    return person


def test_types_come_back_as_they_went(session: Session, now: datetime) -> None:
    person = add(now)
    with db.engine.connect() as connection:
        row = BY_ID.first(connection, {"which": person})
        plain = connection.execute(select(PERSON).where(PERSON.c.id == person)).one()
    assert tuple(row) == tuple(plain)
    assert (row.name, row.created, row.four_buttons) == ("한서윤", now, True)
    assert row.parameters == [0.5, 1.5]


def test_rows_are_found_for_each_value(session: Session, now: datetime) -> None:
    first, second = add(now, "a"), add(now + timedelta(days=1), "b")
    with db.engine.connect() as connection:
        assert BY_ID.first(connection, {"which": second}).name == "b"
        assert BY_ID.first(connection, {"which": first}).name == "a"
        assert BY_ID.rows(connection, {"which": 999}) == []
        assert BY_ID.scalar(connection, {"which": 999}) is None


def test_what_is_not_committed_is_not_kept(session: Session, now: datetime) -> None:
    person = add(now)
    with db.engine.connect() as connection:
        assert RENAME.write(connection, {"which": person}) == 1
        connection.rollback()
        assert BY_ID.first(connection, {"which": person}).name == "한서윤"
        assert RENAME.write(connection, {"which": 999}) == 0
        assert REMOVE.write(connection, {"which": person}) == 1
        connection.commit()
        assert BY_ID.first(connection, {"which": person}) is None


def test_a_row_that_is_there_already_is_told_as_sqlalchemy_tells_it(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    same = insert(PersonRow).values(
        id=bindparam("id"), is_owner=False, zone="", new_a_day=1, retention=0.9, created=now
    )
    values = {"id": owner.id}
    session.rollback()
    with db.engine.connect() as connection, pytest.raises(IntegrityError):
        Prepared(same).write(connection, values)
