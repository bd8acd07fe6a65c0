"""A process killed while it changes many: nothing told is lost, nothing is half done."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine, create_engine, func, select
from sqlalchemy.orm import Session

from quiz.core.plain_data import question_data
from quiz.storage.banks import add_bank
from quiz.storage.engine import bring_up_to_date, prepare_engine
from quiz.storage.people import add_person
from quiz.storage.tables import QuestionRow, RevisionRow
from tests.desk_bank import LONG_AGO
from tests.samples import sample_bank

QUESTIONS = 400
ROOT = Path(__file__).parent.parent.parent
# Bulk edits and imports by turns, each told on standard output once it is kept.
WORKER = """
import sys
from datetime import UTC, datetime
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from quiz.actions.edit_many import edit_many
from quiz.actions.import_rows import import_rows
from quiz.core.bulk_edits import BulkEdit
from quiz.formats.question_columns import Column
from quiz.storage.catalogue import Wanted
from quiz.storage.engine import prepare_engine

engine = create_engine("sqlite:///" + sys.argv[1])
prepare_engine(engine)
columns, number = [Column.QUESTION, Column.ANSWER], 0
while True:
    number += 1
    with Session(engine) as session:
        rows = [[f"{number}-{n}인가?", "그렇다"] for n in range(50)]
        import_rows(session, 1, 1, rows, columns, datetime.now(UTC), has_head=False)
        edit = BulkEdit(add_tags=(f"{sys.argv[2]}-{number}",))
        edit_many(session, 1, 1, Wanted(), edit, datetime.now(UTC))
    print(f"{sys.argv[2]}-{number}", flush=True)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quiz.db"


@pytest.fixture
def engine(file: Path) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{file}")
    prepare_engine(engine)
    bring_up_to_date(engine)
    with Session(engine) as session:
        owner = add_person(session, LONG_AGO, is_owner=True)
        one = sample_bank().questions[2]
        many = (replace(one, id=str(UUID(int=n)), prompt=f"{n}?") for n in range(QUESTIONS))
        add_bank(session, replace(sample_bank(), questions=tuple(many)), owner.id, LONG_AGO)
        session.commit()
    yield engine
    engine.dispose()


def told_until_killed(file: Path, name: str, seconds: float) -> list[str]:
    """Run the worker for a while from its first word on, kill it, return what it told."""
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(file), name],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with worker:
        assert worker.stdout is not None
        first = worker.stdout.readline().strip()
        time.sleep(seconds)
        worker.kill()
        return [first, *worker.stdout.read().split()]


def test_a_killed_change_is_whole_or_not_there(file: Path, engine: Engine) -> None:
    for name, seconds in (("a", 0.07), ("b", 0.31)):
        told = told_until_killed(file, name, seconds)
        with Session(engine) as session:
            rows = list(session.scalars(select(QuestionRow).order_by(QuestionRow.id)))
            old = {row.labels for row in rows[:QUESTIONS]}
            assert len(old) == 1, "a bulk edit reached some questions and not others"
            assert (len(rows) - QUESTIONS) % 50 == 0, "an import was cut in two"
            assert set(told) <= set(old.pop().split())
            assert_log_agrees(session, rows)


def assert_log_agrees(session: Session, rows: list[QuestionRow]) -> None:
    """See that every question is what its last revision says."""
    newest = (
        select(RevisionRow.question_id, func.max(RevisionRow.number).label("number"))
        .group_by(RevisionRow.question_id)
        .subquery()
    )
    query = select(RevisionRow.question_id, RevisionRow.content).join(
        newest,
        (newest.c.question_id == RevisionRow.question_id)
        & (newest.c.number == RevisionRow.number),
    )
    last = {row[0]: row[1] for row in session.execute(query)}
    assert all(last[row.id] == question_data(row.question) for row in rows)
