"""Keeps what came of fitting FSRS to learners, and what they are scheduled with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, bindparam, func, insert, or_, select, update

from quiz.core.history import Rated
from quiz.core.learner import read_zone
from quiz.core.scheduling import Memory, Parameters, Rating
from quiz.storage.memories import COLUMNS, memory_of
from quiz.storage.tables import FitRow, MemoryRow, PersonRow, ReviewRow

MEMORY = MemoryRow.__table__
KEEP = (
    update(MemoryRow)
    .where(MEMORY.c.question_id == bindparam("of"), MEMORY.c.reps == bindparam("at"))
    .values(stability=bindparam("now_s"), difficulty=bindparam("now_d"))
)
COUNTS = ReviewRow.voided.is_(None)


@dataclass(frozen=True, slots=True)
class FitReport:
    """What came of the last fitting of a learner's parameters and retention.

    `retention` is what suits those who take `recalled` seconds where they remember and
    `forgotten` where they don't. `adopted_retention` was set in the place of
    `retention_before`; None: the learner's own choice stands.
    """

    at: datetime
    reviews: int
    held_back: int
    loss_before: float | None
    loss_after: float | None
    adopted: bool
    retention: float | None = None
    recalled: float | None = None
    forgotten: float | None = None
    adopted_retention: float | None = None
    retention_before: float | None = None


@dataclass(frozen=True, slots=True)
class Fitted:
    """A learner as fitting needs them: zone, settings, and how much they answered."""

    zone: ZoneInfo
    retention: float
    parameters: Parameters | None
    reviews: int


def learners_to_fit(
    connection: Connection, enough: int, growth: float, rest: timedelta, now: datetime
) -> list[int]:
    """Return who has `enough` answers, `growth` times as many as at the last fitting.

    A learner is left alone for `rest` after each fitting.
    """
    answers = func.count(ReviewRow.id)
    query = (
        select(ReviewRow.learner_id)
        .outerjoin(FitRow, FitRow.person_id == ReviewRow.learner_id)
        .where(COUNTS)
        .group_by(ReviewRow.learner_id, FitRow.reviews, FitRow.at)
        .having(answers >= enough)
        .having(
            or_(
                FitRow.at.is_(None),
                and_(answers >= FitRow.reviews * growth, FitRow.at < now - rest),
            )
        )
    )
    return list(connection.scalars(query))


def find_fitted(connection: Connection, person_id: int) -> Fitted | None:
    query = select(PersonRow.zone, PersonRow.retention, PersonRow.parameters)
    row = connection.execute(query.where(PersonRow.id == person_id)).first()
    if row is None:
        return None
    own = tuple(row.parameters) if row.parameters else None
    zone = read_zone(row.zone) or ZoneInfo("UTC")
    return Fitted(zone, row.retention, own, count_answers(connection, person_id))


def count_answers(connection: Connection, person_id: int) -> int:
    query = select(func.count(ReviewRow.id)).where(COUNTS)
    return connection.execute(query.where(ReviewRow.learner_id == person_id)).scalar_one()


def answers_by_question(
    connection: Connection, person_id: int
) -> Mapping[int, Sequence[Rated]]:
    """Return all answers of a learner that count, question by question, in time."""
    query = (
        select(ReviewRow.question_id, ReviewRow.at, ReviewRow.rating, ReviewRow.seconds)
        .where(ReviewRow.learner_id == person_id, COUNTS)
        .order_by(ReviewRow.question_id, ReviewRow.at, ReviewRow.reps, ReviewRow.id)
    )
    found: dict[int, list[Rated]] = {}
    for question_id, at, rating, seconds in connection.execute(query):
        found.setdefault(question_id, []).append(Rated(at, Rating(rating), seconds))
    return found


def memories_by_question(connection: Connection, person_id: int) -> dict[int, Memory]:
    query = select(MemoryRow.question_id, *COLUMNS)
    rows = connection.execute(query.where(MemoryRow.learner_id == person_id))
    found = {row.question_id: memory_of(row) for row in rows}
    return {number: memory for number, memory in found.items() if memory is not None}


def keep_parameters(
    connection: Connection, person_id: int, parameters: Parameters | None
) -> None:
    """Schedule the learner with these from now on; None: with the standard ones."""
    kept = list(parameters) if parameters else None
    query = update(PersonRow).where(PersonRow.id == person_id)
    connection.execute(query.values(parameters=kept))


def swap_retention(connection: Connection, person_id: int, old: float, new: float) -> None:
    """Set what the learner wants to recall, unless they set it themselves meanwhile."""
    is_old = PersonRow.retention.between(old - 0.001, old + 0.001)
    query = update(PersonRow).where(PersonRow.id == person_id, is_old)
    connection.execute(query.values(retention=new))


def keep_known(
    connection: Connection, person_id: int, memories: Mapping[int, Memory]
) -> None:
    """Set stability and difficulty where nothing was answered meanwhile; due stays."""
    if memories:
        rows = [
            {"of": number, "at": m.reps, "now_s": m.stability, "now_d": m.difficulty}
            for number, m in memories.items()
        ]
        connection.execute(KEEP.where(MEMORY.c.learner_id == person_id), rows)


def keep_report(connection: Connection, person_id: int, report: FitReport) -> None:
    values = {name: getattr(report, name) for name in FitReport.__slots__}
    changed = connection.execute(
        update(FitRow).where(FitRow.person_id == person_id).values(values)
    )
    if not changed.rowcount:
        connection.execute(insert(FitRow), values | {"person_id": person_id})


def find_report(connection: Connection, person_id: int) -> FitReport | None:
    columns = [getattr(FitRow, name) for name in FitReport.__slots__]
    query = select(*columns).where(FitRow.person_id == person_id)
    row = connection.execute(query).first()
    return FitReport(*row) if row else None
