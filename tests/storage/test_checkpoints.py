"""What was written reaches the database file itself, without any request's waiting."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection, connect
from threading import Event, Thread
from time import monotonic, sleep

import pytest
from sqlalchemy import create_engine

from quiz.server import keep_checkpointing
from quiz.storage import checkpoints
from quiz.storage.checkpoints import checkpoint, database_file, last_write
from quiz.storage.engine import prepare_engine


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Path]:
    """Give a database that somebody has open, with one row in its log."""
    file = tmp_path / "quiz.db"
    engine = create_engine(f"sqlite:///{file}")
    prepare_engine(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE answer (number)")
        connection.exec_driver_sql("INSERT INTO answer VALUES (1)")
    yield file
    engine.dispose()


def write(connection: Connection) -> None:
    connection.execute("INSERT INTO answer VALUES (2)")
    connection.commit()


def rows_without_log(database: Path) -> int:
    """Count what would be left if the log were lost."""
    alone = database.with_name("alone.db")
    shutil.copy(database, alone)
    with closing(connect(alone)) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not tables:
            return 0
        return int(connection.execute("SELECT count(*) FROM answer").fetchone()[0])


def test_a_checkpoint_brings_the_log_into_the_file(database: Path) -> None:
    assert rows_without_log(database) == 0
    checkpoint(database)
    assert rows_without_log(database) == 1


def test_a_log_that_grew_long_is_begun_anew(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(connect(database)) as other:
        for _ in range(20):
            write(other)
        grown = checkpoints.log_of(database).stat().st_size
        monkeypatch.setattr(checkpoints, "LARGEST_LOG", grown - 1)
        checkpoint(database)
        write(other)
        assert checkpoints.log_of(database).stat().st_size == grown
    assert rows_without_log(database) >= 20


def test_the_server_looks_for_writes_and_stops_when_told(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.server.CHECKPOINT_SECONDS", 0.01)
    stopped = Event()
    thread = Thread(target=keep_checkpointing, args=(database, stopped))
    thread.start()
    try:
        end = monotonic() + 10
        while not rows_without_log(database) and monotonic() < end:
            sleep(0.02)
        assert rows_without_log(database) == 1
    finally:
        stopped.set()
        thread.join(5)
    assert not thread.is_alive()


def test_only_files_of_sqlite_are_looked_after(tmp_path: Path) -> None:
    assert database_file(f"sqlite:///{tmp_path}/quiz.db") == tmp_path / "quiz.db"
    assert database_file("sqlite://") is None
    assert database_file("postgresql+psycopg://quiz@localhost/quiz") is None
    assert last_write(tmp_path / "none.db") is None
