"""Keeps what FSRS knows of each learner and question. Constant SQL: answers are hot."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, update

from quiz.core.plain_data import time_from, time_text
from quiz.core.scheduling import Memory, State
from quiz.storage.prepared import Prepared
from quiz.storage.tables import MemoryRow

TABLE = MemoryRow.__table__
IS_THIS = (TABLE.c.learner_id == bindparam("by")) & (TABLE.c.question_id == bindparam("of"))
UNCHANGED = IS_THIS & (TABLE.c.reps == bindparam("at_reps"))
FIELDS = ("state", "step", "stability", "difficulty", "due", "reviewed", "reps", "lapses")
COLUMNS = tuple(TABLE.c[name] for name in FIELDS)
WHOSE = ("learner_id", "question_id", "bank_id", "first_reviewed")
ADD = Prepared(
    insert(MemoryRow).values({name: bindparam(name) for name in (*WHOSE, *FIELDS)})
)
CHANGE = Prepared(
    update(MemoryRow)
    .where(UNCHANGED)
    .values({name: bindparam(f"new_{name}") for name in FIELDS})
)
FORGET = Prepared(delete(MemoryRow).where(UNCHANGED))


def memory_of(row: Any) -> Memory | None:
    """Read the memory from a row that selected COLUMNS; None where there was none."""
    if row.reps is None:
        return None
    return Memory(
        State(row.state),
        row.step or 0,
        row.stability,
        row.difficulty,
        row.due,
        row.reviewed,
        row.reps,
        row.lapses,
    )


def add_memory(
    connection: Connection, learner_id: int, question_id: int, bank_id: int, memory: Memory
) -> None:
    """Add what a first answer left.

    Raises:
        sqlalchemy.exc.IntegrityError: somebody was faster.
    """
    values = fields_of(memory) | {
        "learner_id": learner_id,
        "question_id": question_id,
        "bank_id": bank_id,
        "first_reviewed": memory.reviewed,
    }
    ADD.write(connection, values)


def change_memory(
    connection: Connection, learner_id: int, question_id: int, reps: int, memory: Memory
) -> bool:
    """Set the memory if it still has `reps`; tell whether it had."""
    values = {f"new_{name}": value for name, value in fields_of(memory).items()}
    values |= {"by": learner_id, "of": question_id, "at_reps": reps}
    return CHANGE.write(connection, values) == 1


def forget_memory(
    connection: Connection, learner_id: int, question_id: int, reps: int
) -> bool:
    """Make the question new again if the memory still has `reps`; tell whether it had."""
    values = {"by": learner_id, "of": question_id, "at_reps": reps}
    return FORGET.write(connection, values) == 1


def fields_of(memory: Memory) -> dict[str, Any]:
    return {name: getattr(memory, name) for name in FIELDS}


def memory_data(memory: Memory) -> dict[str, Any]:
    """Return the memory as plain data, exact to the microsecond."""
    return fields_of(memory) | {
        "state": int(memory.state),
        "due": time_text(memory.due),
        "reviewed": time_text(memory.reviewed),
    }


def memory_from(data: Mapping[str, Any] | None) -> Memory | None:
    if data is None:
        return None
    return Memory(
        State(data["state"]),
        data["step"],
        data["stability"],
        data["difficulty"],
        time_from(data["due"]),
        time_from(data["reviewed"]),
        data["reps"],
        data["lapses"],
    )
