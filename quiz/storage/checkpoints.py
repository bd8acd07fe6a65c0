"""SQLite's log of writes goes into the database file beside everybody's work.

SQLite itself does that within every so-many-th commit, and waits for the disk: now and
then somebody's answer took a hundred times as long as the others.
"""

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

from sqlalchemy import make_url

LARGEST_LOG = 64_000_000  # bytes; a longer one is begun anew, for which writers wait
READER_SECONDS = 0.1  # how long beginning anew waits for those who read the old one


def database_file(url: str) -> Path | None:
    """Return the file of a SQLite database; None for other databases."""
    found = make_url(url)
    is_file = found.get_backend_name() == "sqlite" and found.database
    return Path(str(found.database)) if is_file else None


def last_write(database: Path) -> int | None:
    """Return when the log was written, in nanoseconds; None where there is none."""
    try:
        return log_of(database).stat().st_mtime_ns
    except FileNotFoundError:
        return None


def checkpoint(database: Path) -> None:
    """Bring what is in the log into the database file, on the disk itself."""
    is_long = log_of(database).stat().st_size > LARGEST_LOG
    with closing(connect(database, timeout=READER_SECONDS)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        if is_long:
            connection.execute("PRAGMA wal_checkpoint(RESTART)")


def log_of(database: Path) -> Path:
    return database.with_name(f"{database.name}-wal")
