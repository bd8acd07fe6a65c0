"""What many memories cost: the next question at 10 million of them, and 100,000 due.

Goals, as ratios: the query at 10 million memories over 10 thousand at most 3, the page
at most 1.15; the page with 100,000 due questions over 100 at most 1.15. Needs two
gigabytes of disk for a minute; `QUIZ_BENCH_MEMORIES` sets another number than ten million.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection, connect
from zoneinfo import ZoneInfo

from flask import Flask

from benchmarks.answers import QUESTIONS, prepare
from quiz.app import create_app
from quiz.core.learner import Learner
from quiz.storage.day_queries import Span, candidates
from quiz.web.database import db

FEW, MANY = 10_000, int(os.environ.get("QUIZ_BENCH_MEMORIES", "10_000_000"))
FEW_DUE, MANY_DUE = 100, 100_000
EACH, DUE_EACH = 1000, 20  # memories of a learner, and how many of them are due
RUNS = 60
QUERY_GOAL, PAGE_GOAL = 3.0, 1.15
LEARNERS = """
WITH RECURSIVE number(n) AS (SELECT ? UNION ALL SELECT n + 1 FROM number WHERE n < ?)
INSERT INTO person (id, is_owner, zone, new_a_day, retention, created)
SELECT n, 0, 'UTC', 0, 0.9, '2026-01-01 00:00:00' FROM number
"""
MEMORIES = """
INSERT INTO memory (learner_id, question_id, bank_id, state, step, stability,
  difficulty, due, reviewed, first_reviewed, reps, lapses)
SELECT person.id, question.id, 1, 2, 0, 10, 5,
  CASE WHEN question.id % ? < ? THEN '2026-01-0' || (1 + question.id % 9) || ' 00:00:00'
  ELSE '2090-01-01 00:00:00' END,
  '2025-12-20 00:00:00', '2025-12-01 00:00:00', 5, 0
FROM person JOIN question ON question.id <= ?
WHERE person.id BETWEEN ? AND ?
"""
COPIES = """
WITH RECURSIVE number(n) AS (SELECT ? UNION ALL SELECT n + 1 FROM number WHERE n < ?)
INSERT INTO question SELECT {columns} FROM number JOIN question ON question.id = 1
"""
FIRST = 1000  # the first learner's number


def main() -> bool:
    """Print the ratios and return whether the goals are met."""
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder)
        prepare(instance)
        add_learners(instance, FIRST, FEW // EACH, EACH, DUE_EACH)
        few = query_seconds(instance, FIRST), page_seconds(instance, FIRST)
        add_learners(instance, FIRST + FEW // EACH, (MANY - FEW) // EACH, EACH, DUE_EACH)
        middle = FIRST + MANY // EACH // 2
        many = query_seconds(instance, middle), page_seconds(instance, middle)
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        due = due_seconds(Path(folder))
    return report(many[0] / few[0], many[1] / few[1], due[1] / due[0])


def report(query: float, page: float, due: float) -> bool:
    sys.stdout.write(
        f"{MANY:,} memories over {FEW:,}: query {query:.2f} times (goal at most"
        f" {QUERY_GOAL}), page {page:.2f} (goal at most {PAGE_GOAL});"
        f" {MANY_DUE:,} due over {FEW_DUE}: page {due:.2f} (goal at most {PAGE_GOAL})\n"
    )
    return query <= QUERY_GOAL and page <= PAGE_GOAL and due <= PAGE_GOAL


def due_seconds(instance: Path) -> tuple[float, float]:
    """Return the page's time for learners with few and with many due questions."""
    first = FIRST
    with closing(connect(instance / "quiz.db")) as database:
        add_questions(database, MANY_DUE)
    add_learners(instance, first, 1, FEW_DUE, FEW_DUE)
    add_learners(instance, first + 1, 1, MANY_DUE, MANY_DUE)
    return page_seconds(instance, first), page_seconds(instance, first + 1)


def add_questions(database: Connection, most: int) -> None:
    info = database.execute("PRAGMA table_info(question)")
    changed = {"id": "n", "uid": "'copy ' || n", "position": "n", "sibling": "'copy ' || n"}
    columns = ", ".join(changed.get(row[1], f"question.{row[1]}") for row in info)
    database.execute(COPIES.format(columns=columns), (QUESTIONS + 1, most))
    database.commit()


def add_learners(instance: Path, first: int, count: int, each: int, due: int) -> None:
    """Add learners from number `first` on, each with `each` memories, `due` of them due."""
    if count <= 0:
        return
    with closing(connect(instance / "quiz.db")) as database:
        database.execute("PRAGMA synchronous=OFF")
        last = first + count - 1
        database.execute(LEARNERS, (first, last))
        database.execute(MEMORIES, (each, due, each, first, last))
        database.commit()
        database.execute("ANALYZE")
        database.commit()


def page_seconds(instance: Path, learner: int) -> float:
    app = app_of(instance)
    client = app.test_client()
    with client.session_transaction() as session:
        session["learner"], session["seed"] = learner, "seed"

    def look() -> None:
        assert client.get("/practice/1").status_code == 200

    return best(app, look)


def query_seconds(instance: Path, learner: int) -> float:
    app, now = app_of(instance), datetime.now(UTC)
    who, day = Learner(learner, None, ZoneInfo("UTC")), Span(now, now, now, buries=True)

    def ask() -> None:
        with db.engine.connect() as connection:
            assert sum(1 for _ in candidates(connection, who, 1, day))

    return best(app, ask)


def best(app: Flask, work: Callable[[], None]) -> float:
    """Return the median processor time of some runs; the first ones warm up."""
    times = []
    with app.app_context():
        for _ in range(RUNS):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
        db.engine.dispose()
    return statistics.median(times[RUNS // 3 :])


def app_of(instance: Path) -> Flask:
    return create_app(
        {
            "DATABASE_URL": f"sqlite:///{instance / 'quiz.db'}",
            "QUEUE_URL": str(instance / "queue.db"),
            "SECRET_KEY": "bench",
            "RATELIMIT_ENABLED": False,
        }
    )
