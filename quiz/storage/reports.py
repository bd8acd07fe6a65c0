"""What learners report about questions, until the teacher has settled it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.orm import Session

from quiz.storage.tables import QuestionRow, ReportRow

MOST_READ = 200


@dataclass(frozen=True, slots=True)
class Reported:
    """A question with what was said about it: reasons with words, the newest first."""

    row: QuestionRow
    said: tuple[tuple[str, str], ...]


def add_report(
    connection: Connection,
    learner_id: int,
    question_id: int,
    reason: str,
    word: str,
    now: datetime,
) -> None:
    """Keep a report; the same person's same words about a question are kept once."""
    values = {
        "learner_id": learner_id,
        "question_id": question_id,
        "reason": reason,
        "word": word,
    }
    same = [getattr(ReportRow, name) == value for name, value in values.items()]
    known = select(ReportRow.id).where(*same, ReportRow.settled.is_(None))
    if connection.execute(known).first() is None:
        connection.execute(insert(ReportRow), values | {"at": now})


def open_reports(session: Session, bank_id: int) -> list[Reported]:
    """Return the questions of a bank with open reports, the latest reported first."""
    query = (
        select(QuestionRow, ReportRow.reason, ReportRow.word)
        .join(ReportRow, ReportRow.question_id == QuestionRow.id)
        .where(QuestionRow.bank_id == bank_id, ReportRow.settled.is_(None))
        .order_by(ReportRow.id.desc())
        .limit(MOST_READ)
    )
    said: dict[int, list[tuple[str, str]]] = {}
    rows = {}
    for row, reason, word in session.execute(query):
        rows[row.id] = row
        said.setdefault(row.id, []).append((reason, word))
    return [Reported(rows[id], tuple(words)) for id, words in said.items()]


def reopen_reports(session: Session, question_id: int, settled: datetime) -> None:
    """Open again what was settled at one moment."""
    was_closed = ReportRow.question_id == question_id, ReportRow.settled == settled
    session.execute(update(ReportRow).where(*was_closed).values(settled=None))


def settle_reports(session: Session, question_id: int, now: datetime) -> None:
    is_open = ReportRow.question_id == question_id, ReportRow.settled.is_(None)
    session.execute(update(ReportRow).where(*is_open).values(settled=now))
