"""Constant statements by the shortest way to the driver, for the path of every question.

SQLAlchemy builds each statement's parameters, context and result anew, which takes five
times as long as SQLite needs to answer. Here that is worked out once.
"""

from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import (
    BindParameter,
    Connection,
    Delete,
    Dialect,
    Insert,
    SelectBase,
    Update,
    literal_column,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.visitors import replacement_traverse
from sqlalchemy.types import NullType, TypeEngine

from quiz.storage.utc_datetime import UtcDateTime

MOMENTS = 4096  # read once: a learner's memories come with every question
Convert = Callable[[Any], Any]
Statement = SelectBase | Insert | Update | Delete


class Prepared:
    """A statement whose text never changes; its values are bound by name.

    Reading begins no transaction of its own, writing does.
    """

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.ready: dict[str, Ready] = {}

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[Any]:
        """Return the rows, with their columns as attributes."""
        return self.on(connection).run(connection, values)[0]

    def first(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """Return the first row, None if there is none."""
        rows = self.rows(connection, values)
        return rows[0] if rows else None

    def scalar(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """Return the first column of the first row, None if there is none."""
        rows = self.rows(connection, values)
        return rows[0][0] if rows else None

    def write(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """Return how many rows were written.

        Raises:
            IntegrityError: of SQLAlchemy, as its own way would.
        """
        return self.on(connection).run(connection, values, writes=True)[1]

    def add(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """Write one row and return its id, which the statement gives back."""
        rows, _ = self.on(connection).run(connection, values, writes=True)
        return int(rows[0][0])

    def on(self, connection: Connection) -> "Ready":
        name = connection.dialect.name
        if name not in self.ready:
            self.ready[name] = Ready(self.statement, connection.dialect)
        return self.ready[name]


class Ready:
    """A statement in the words of one kind of database, its constants written out."""

    def __init__(self, statement: Statement, dialect: Dialect) -> None:
        named: Any = type(dialect)
        named = named(paramstyle="named") if dialect.positional else dialect
        compiled = spelled_out(statement, dialect).compile(dialect=named)
        self.text = str(compiled)
        binds = compiled.binds.items()  # SQLite's compiler adds an offset of 0
        self.constants = {n: bind.value for n, bind in binds if not bind.required}
        asked = ((n, to_driver(bind.type, dialect)) for n, bind in binds)
        self.to_driver = [(name, convert) for name, convert in asked if convert]
        self.columns, self.dialect = list(statement.exported_columns), dialect
        names = [str(column.key) for column in self.columns]
        self.row: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]
        self.from_driver: list[tuple[int, Convert]] | None = None  # until it answers

    def run(
        self, connection: Connection, values: Mapping[str, Any], *, writes: bool = False
    ) -> tuple[list[Any], int]:
        """Return the rows that come back and the number of those written.

        A transaction begins at the last moment: what writes keeps the others waiting.
        """
        bound = self.bound(values)
        if writes and not connection.in_transaction():
            connection.begin()
        cursor = connection.connection.cursor()
        try:
            cursor.execute(self.text, bound)
            return (self.read_all(cursor) if self.columns else []), cursor.rowcount
        except self.dialect.loaded_dbapi.IntegrityError as error:
            raise IntegrityError(self.text, None, error) from None
        finally:
            cursor.close()

    def read_all(self, cursor: Any) -> list[Any]:
        if self.from_driver is None:
            self.from_driver = list(self.converts(cursor.description))
        return [self.read(row, self.from_driver) for row in cursor.fetchall()]

    def bound(self, values: Mapping[str, Any]) -> dict[str, Any]:
        bound = {**self.constants, **values}
        for name, convert in self.to_driver:
            bound[name] = convert(bound[name])
        return bound

    def converts(self, description: Any) -> Iterator[tuple[int, Convert]]:
        """Yield the columns that the driver gives in another type, and what mends that."""
        for at, (column, told) in enumerate(zip(self.columns, description, strict=True)):
            of_type = column.type.dialect_impl(self.dialect)
            if convert := of_type.result_processor(self.dialect, told[1]):
                is_moment = isinstance(column.type, UtcDateTime)
                yield at, lru_cache(MOMENTS)(convert) if is_moment else convert

    def read(self, row: Sequence[Any], converts: Sequence[tuple[int, Convert]]) -> Any:
        values = list(row)
        for at, convert in converts:
            values[at] = convert(values[at])
        return self.row._make(values)


def spelled_out(statement: Statement, dialect: Dialect) -> Statement:
    """Write constants into the statement: binding them anew takes as long as finding."""

    def constant(element: Any, **_: Any) -> Any:
        if not isinstance(element, BindParameter) or element.required:
            return None
        if isinstance(element.type, NullType):
            return None  # what is inserted learns its type as it is compiled
        text = element.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
        return literal_column(str(text), element.type)

    spelled: Any = replacement_traverse(statement, {}, constant)
    return cast(Statement, spelled)


def to_driver(type_: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return type_.dialect_impl(dialect).bind_processor(dialect)
