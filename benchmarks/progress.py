"""The progress page's processor time for a learner of 100,000 answers over one of 1,000.

Both have practised for two years; the one knows 8,000 questions, the other 80. Goal: at
most half a second for the first.
"""

import json
import statistics
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection, connect

from benchmarks.answers import prepare
from benchmarks.many_memories import FIRST, add_questions, app_of
from quiz.web.database import db

LEARNERS = ((FIRST, 80, 1_000), (FIRST + 1, 8_000, 100_000))
YEARS = 2
RUNS, GOAL = 5, 0.5


def main() -> bool:
    """Print the times and return whether the goal is met."""
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder)
        prepare(instance)
        with closing(connect(instance / "quiz.db")) as database:
            add_questions(database, max(known for _, known, _ in LEARNERS))
            for learner in LEARNERS:
                add_history(database, *learner)
            database.execute("ANALYZE")
            database.commit()
        few, many = (page_seconds(instance, learner) for learner, _, _ in LEARNERS)
    sys.stdout.write(
        f"progress page: {many * 1000:.0f} ms of processor time at 100,000 answers (goal at"
        f" most {GOAL * 1000:.0f}), {few * 1000:.0f} ms at 1,000\n"
    )
    return many <= GOAL


def add_history(database: Connection, learner: int, known: int, answers: int) -> None:
    """Let a learner have answered evenly, each question as often as the others."""
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    step = timedelta(days=365 * YEARS) / answers
    rounds = answers // known
    begun = now - answers * step
    database.execute(
        "INSERT INTO person (id, is_owner, zone, new_a_day, retention, created)"
        " VALUES (?, 0, 'UTC', 0, 0.9, ?)",
        (learner, str(begun)),
    )
    database.executemany(
        "INSERT INTO sitting (learner_id, bank_id, started) VALUES (?, 1, ?)",
        [(learner, str(begun + timedelta(days=day))) for day in range(365 * YEARS)],
    )
    sitting = database.execute("SELECT max(id) FROM sitting").fetchone()[0]
    database.executemany(
        "INSERT INTO review (learner_id, question_id, sitting_id, reps, at, form, given,"
        " grade, rating, hinted, disputed, before, after)"
        " VALUES (?, ?, ?, ?, ?, 'choice', 'x', 'right', ?, 0, 0, ?, ?)",
        (
            (
                *(learner, number % known + 1, sitting, number // known),
                str(begun + number * step),
                1 if number % 10 == 0 else 3,
                memory(begun + (number - known) * step, number // known),
                memory(begun + number * step, number // known + 1),
            )
            for number in range(answers)
        ),
    )
    database.executemany(
        "INSERT INTO memory (learner_id, question_id, bank_id, state, step, stability,"
        " difficulty, due, reviewed, first_reviewed, reps, lapses)"
        " VALUES (?, ?, 1, 2, 0, 60, 5, ?, ?, ?, ?, 1)",
        (
            (
                *(learner, number + 1),
                str(now + (number % 60) * timedelta(days=1)),
                str(now - (known - number) * step),
                *(str(begun), rounds),
            )
            for number in range(known)
        ),
    )
    database.commit()


def memory(reviewed: datetime, reps: int) -> str:
    times = {
        "due": f"{(reviewed + timedelta(days=60)).isoformat()}Z",
        "reviewed": f"{reviewed.isoformat()}Z",
    }
    kept = {"state": 2, "step": 0, "stability": 60.0, "difficulty": 5.0, "lapses": 1}
    return json.dumps({**kept, **times, "reps": reps})


def page_seconds(instance: Path, learner: int) -> float:
    """Return the median processor time of the page, the first look left out."""
    app = app_of(instance)
    client = app.test_client()
    with client.session_transaction() as session:
        session["learner"] = learner
    times = []
    with app.app_context():
        for _ in range(RUNS + 1):
            start = time.process_time()
            assert client.get("/progress").status_code == 200
            times.append(time.process_time() - start)
        db.engine.dispose()
    return statistics.median(times[1:])
