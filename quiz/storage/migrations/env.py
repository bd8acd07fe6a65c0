"""Alembic's way in: run the migrations on the connection that was handed over."""

from typing import Any, Literal

from alembic import context

from quiz.storage.tables import Base
from quiz.storage.utc_datetime import UtcDateTime


def write_type(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Write our own column type as the plain one that the database has."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, UtcDateTime) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_item=write_type,
    render_as_batch=True,  # SQLite can't alter tables in place
)
with context.begin_transaction():
    context.run_migrations()
