"""The tables as migrations make them, and how SQLite is opened."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.orm import Session

from quiz.storage.tables import Base


def test_the_migrations_make_exactly_the_tables_of_the_code(session: Session) -> None:
    context = MigrationContext.configure(session.connection())
    assert compare_metadata(context, Base.metadata) == []


def test_sqlite_is_opened_for_readers_beside_a_writer(session: Session) -> None:
    assert session.connection().exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    assert session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
