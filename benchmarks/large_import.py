"""How long a deck of 20,000 cards keeps others from writing while it comes in.

Reading the package and working its questions out is done before; what counts is the time
between taking SQLite's write lock and giving it back. It is processor time.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import PoolProxiedConnection

from benchmarks.deck import sample_bank
from quiz.actions.bring_deck import import_deck
from quiz.anki.deck import write_deck
from quiz.core.learner import Learner
from quiz.storage.engine import bring_up_to_date, prepare_engine
from quiz.storage.tables import PersonRow

CARDS, GOAL = 20_000, 2.0  # seconds


def main() -> bool:
    deck = BytesIO(write_deck(sample_bank(CARDS)))
    with database() as engine:
        locks = locked_times(engine)
        begun = process_time()
        owner = Learner(1, 1, ZoneInfo("UTC"))
        with Session(engine) as session:
            import_deck(session, engine, owner, deck, "deck", False, datetime.now(UTC))
        whole = process_time() - begun
    longest = max(locks)
    sys.stdout.write(
        f"{CARDS:,} cards: {whole:.1f} s in all, the write lock at most {longest:.2f} s "
        f"at a time (goal at most {GOAL})\n"
    )
    return longest <= GOAL


@contextmanager
def database() -> Iterator[Engine]:
    with TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{Path(folder) / 'quiz.db'}")
        prepare_engine(engine)
        bring_up_to_date(engine)
        with Session(engine) as session:
            session.add(PersonRow(is_owner=True, created=datetime.now(UTC)))
            session.commit()
        yield engine
        engine.dispose()


def locked_times(engine: Engine) -> list[float]:
    """Return the list to which each hold of the lock is added when it ends."""
    times, begun = list[float](), list[float]()
    plain_commit = engine.dialect.do_commit

    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("write_lock"):
            begun.append(process_time())

    def commit(dbapi_connection: PoolProxiedConnection) -> None:
        plain_commit(dbapi_connection)
        times.extend(process_time() - start for start in begun)
        begun.clear()

    event.listen(engine, "begin", begin)
    engine.dialect.do_commit = commit  # type: ignore[method-assign]
    return times


if __name__ == "__main__":
    main()
