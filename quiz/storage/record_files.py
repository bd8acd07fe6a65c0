"""All that is kept of a learner, as plain data for a file of their own."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from quiz.core.plain_data import time_text
from quiz.storage.memories import COLUMNS, memory_data, memory_of
from quiz.storage.passkeys import PasskeyRow
from quiz.storage.tables import (
    BankRow,
    MemoryRow,
    NicknameRow,
    PersonRow,
    QuestionRow,
    ReviewRow,
)

Data = dict[str, Any]


def record_data(connection: Connection, learner_id: int, now: datetime) -> Data:
    """Return settings, questions met, memories and every answer, oldest first.

    Questions and banks are named by the ids of bank files; times are UTC.
    """
    return {
        "format": "quiz-record",
        "version": 1,
        "made": time_text(now),
        "settings": settings_data(connection, learner_id),
        "passkeys": passkeys_data(connection, learner_id),
        "questions": questions_data(connection, learner_id),
        "memories": memories_data(connection, learner_id),
        "answers": answers_data(connection, learner_id),
    }


def settings_data(connection: Connection, learner_id: int) -> Data:
    query = (
        select(PersonRow, NicknameRow.name)
        .outerjoin(NicknameRow, NicknameRow.person_id == PersonRow.id)
        .where(PersonRow.id == learner_id)
    )
    hidden = {"id", "is_owner", "moved_to_id"}
    row = connection.execute(query).mappings().first()
    found = {key: plain(value) for key, value in (row or {}).items() if key not in hidden}
    return {"nickname" if key == "name" else key: found[key] for key in found}


def passkeys_data(connection: Connection, learner_id: int) -> list[Data]:
    """Return what the passkeys are called and when they were used, not the keys."""
    columns = (PasskeyRow.label, PasskeyRow.site, PasskeyRow.created, PasskeyRow.used)
    query = select(*columns).where(PasskeyRow.person_id == learner_id)
    rows = connection.execute(query.order_by(PasskeyRow.created)).mappings()
    return [{key: plain(value) for key, value in row.items()} for row in rows]


def questions_data(connection: Connection, learner_id: int) -> list[Data]:
    query = (
        select(
            QuestionRow.uid.label("id"),
            BankRow.uid.label("bank"),
            BankRow.title.label("bank_title"),
            QuestionRow.prompt,
            QuestionRow.answer,
        )
        .join_from(QuestionRow, BankRow, BankRow.id == QuestionRow.bank_id)
        .where(
            QuestionRow.id.in_(
                select(ReviewRow.question_id).where(ReviewRow.learner_id == learner_id)
            )
        )
        .order_by(QuestionRow.bank_id, QuestionRow.position)
    )
    return [dict(row) for row in connection.execute(query).mappings()]


def memories_data(connection: Connection, learner_id: int) -> list[Data]:
    query = (
        select(QuestionRow.uid, *COLUMNS)
        .join_from(MemoryRow, QuestionRow, QuestionRow.id == MemoryRow.question_id)
        .where(MemoryRow.learner_id == learner_id)
        .order_by(MemoryRow.due)
    )
    found = []
    for row in connection.execute(query):
        if memory := memory_of(row):
            found.append({"question": row.uid, **memory_data(memory)})
    return found


def answers_data(connection: Connection, learner_id: int) -> list[Data]:
    hidden = {"id", "learner_id", "question_id", "sitting_id"}
    columns = [each for each in ReviewRow.__table__.columns if each.name not in hidden]
    query = (
        select(QuestionRow.uid.label("question"), *columns)
        .join_from(ReviewRow, QuestionRow, QuestionRow.id == ReviewRow.question_id)
        .where(ReviewRow.learner_id == learner_id)
        .order_by(ReviewRow.at, ReviewRow.id)
    )
    rows = connection.execute(query).mappings()
    return [{key: plain(value) for key, value in row.items()} for row in rows]


def plain(value: Any) -> Any:
    return time_text(value) if isinstance(value, datetime) else value
