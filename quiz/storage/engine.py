"""How the database is opened: what SQLite must be told, and bringing tables up to date."""

from enum import StrEnum
from os import sched_yield
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import OperationalError
from time import monotonic, sleep
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError as DatabaseUnavailable
from sqlalchemy.orm import Session

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK_SECONDS, LOCK_LOOK_SECONDS = 5, 0.0002
EAGER_SECONDS = 0.001  # an answer holds the lock for a fifth of it
LONGEST_LOG = 20_000  # pages; the server empties the log long before, see checkpoints


def prepare_engine(engine: Engine) -> None:
    """Set SQLite for many readers and short writes; other databases need nothing."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", set_up_sqlite)
    event.listen(engine, "begin", begin_as_asked)


def set_up_sqlite(connection: SqliteConnection, _: Any) -> None:
    connection.isolation_level = None  # the driver must not begin by itself: we do
    for setting in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"busy_timeout={LOCK_SECONDS * 1000}",
        f"wal_autocheckpoint={LONGEST_LOG}",
    ):
        connection.execute(f"PRAGMA {setting}")


def begin_as_asked(connection: Connection) -> None:
    """Begin, and take the write lock at once where the caller asked for it.

    A transaction that reads and then wants to write fails under load with
    "database is locked" in spite of the timeout; see `write_lock`.
    """
    immediate = connection.get_execution_options().get("write_lock", False)
    driver: Any = connection.connection.driver_connection  # its own way is the quickest
    if immediate:
        begin_immediately(driver)
    else:
        driver.execute("BEGIN")


def begin_immediately(connection: SqliteConnection) -> None:
    """Take the write lock, or raise after LOCK_SECONDS.

    SQLite itself would look again only after 1, 2, 5, 10 ... ms, and answers hold the
    lock for a fraction of one: so look again at once, letting others go first.
    """
    start = monotonic()
    connection.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except OperationalError:
                waited = monotonic() - start
                if waited > LOCK_SECONDS:
                    raise
                if waited < EAGER_SECONDS:
                    sched_yield()
                else:
                    sleep(LOCK_LOOK_SECONDS)
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout={LOCK_SECONDS * 1000}")


def is_busy(error: BaseException) -> bool:
    """Tell whether the database was locked for too long, or can't be reached now.

    Nothing was written then: the same request may be sent again.
    """
    return isinstance(error, OperationalError | DatabaseUnavailable)


def begin_writing(session: Session) -> None:
    """Take the write lock at the start of a transaction that reads before it writes.

    Does nothing where the session has begun already: call it before the first query.
    """
    if not session.in_transaction():
        session.connection(execution_options={"write_lock": True})


def lock_for_writing(connection: Connection) -> None:
    """Let the next transaction of `connection` take the write lock as it begins."""
    connection.execution_options(write_lock=True)


class State(StrEnum):
    """How a database stands to this version of the program."""

    EMPTY = "empty"
    OLDER = "older"  # the next start migrates it
    CURRENT = "current"
    NEWER = "newer"  # written by a later version, or not by Quiz


def state_of(connection: Connection) -> tuple[State, str]:
    """Return how the tables stand, and the revision they are at ("" for none)."""
    at = MigrationContext.configure(connection).get_current_revision() or ""
    known = [script.revision for script in migrations().walk_revisions()]
    if not at:
        return State.EMPTY, at
    if at not in known:
        return State.NEWER, at
    return (State.CURRENT if at == known[0] else State.OLDER), at


def alembic_config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def migrations() -> ScriptDirectory:
    return ScriptDirectory.from_config(alembic_config())


def bring_up_to_date(engine: Engine) -> None:
    """Make or migrate every table."""
    config = alembic_config()
    with engine.connect() as connection:
        at = MigrationContext.configure(connection).get_current_heads()
        if set(at) == set(migrations().get_heads()):
            return
        connection.rollback()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()
