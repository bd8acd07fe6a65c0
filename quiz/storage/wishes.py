"""What a learner wants: settings, questions set aside, the day of an exam."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, or_, select, update

from quiz.core.learner import Learner, Settings
from quiz.storage.practice_queries import WISHES, read_settings
from quiz.storage.tables import AsideRow, ExamRow, PersonRow, QuestionRow


def find_settings(connection: Connection, learner: Learner) -> Settings:
    query = select(*WISHES).where(PersonRow.id == learner.id)
    row = connection.execute(query).first()
    return read_settings(row) if row else Settings()


def keep_settings(connection: Connection, learner_id: int, settings: Settings) -> None:
    change = update(PersonRow).where(PersonRow.id == learner_id)
    connection.execute(change.values(asdict(settings)))


def set_aside(
    connection: Connection, learner_id: int, question_id: int, until: datetime | None
) -> None:
    """Don't ask the question until a moment, or None: not until the learner says so."""
    take_up(connection, learner_id, question_id)
    values = {"learner_id": learner_id, "question_id": question_id, "until": until}
    connection.execute(insert(AsideRow), values)


def take_up(connection: Connection, learner_id: int, question_id: int) -> None:
    """Ask the question again."""
    which = AsideRow.learner_id == learner_id, AsideRow.question_id == question_id
    connection.execute(delete(AsideRow).where(*which))


def aside_until(
    connection: Connection, learner: Learner, bank_id: int, now: datetime
) -> Mapping[int, datetime | None]:
    """Return the questions of a bank that are set aside, with when they come back."""
    query = (
        select(AsideRow.question_id, AsideRow.until)
        .join(QuestionRow, QuestionRow.id == AsideRow.question_id)
        .where(AsideRow.learner_id == learner.id, QuestionRow.bank_id == bank_id)
        .where(or_(AsideRow.until.is_(None), AsideRow.until > now))
    )
    return dict(connection.execute(query).all())


def keep_exam(
    connection: Connection, learner_id: int, bank_id: int, day: date | None
) -> None:
    """Set the day of the exam in a bank; None for none."""
    which = ExamRow.learner_id == learner_id, ExamRow.bank_id == bank_id
    connection.execute(delete(ExamRow).where(*which))
    if day is not None:
        values = {"learner_id": learner_id, "bank_id": bank_id, "day": day}
        connection.execute(insert(ExamRow), values)
