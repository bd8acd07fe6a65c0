"""genanki's deck and package, written in bulk and by what the notes say of themselves."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quiz.anki.note_type import NoteFields, NoteType

TABLES, INDEX, INDEXES = APKG_SCHEMA.partition("CREATE INDEX")
INSERT_NOTES = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
INSERT_CARDS = (
    "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
)
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


class Note(NamedTuple):
    """A note with one new card. `number` is both's; `changed` is in Unix seconds."""

    number: int
    guid: str
    changed: int
    tags: str
    fields: NoteFields


class BulkDeck(genanki.Deck):  # type: ignore[misc]  # genanki has no types
    """A deck of plain rows: a genanki note costs an `execute` and a regex a field."""

    def __init__(self, deck_id: int, name: str, model: NoteType, rows: list[Note]) -> None:
        super().__init__(deck_id, name)
        self.add_model(model)
        self.model_id = model.model_id
        self.rows = rows

    def write_to_db(
        self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]
    ) -> None:
        """Write the deck, its note type, notes and cards; new cards come in row order."""
        super().write_to_db(cursor, timestamp, id_gen)
        cursor.executemany(
            INSERT_NOTES,
            (
                (number, guid, self.model_id, changed, tags, "\x1f".join(fields), fields[0])
                for number, guid, changed, tags, fields in self.rows
            ),
        )
        cursor.executemany(
            INSERT_CARDS,
            (
                (row.number, row.number, self.deck_id, row.changed, place)
                for place, row in enumerate(self.rows, start=1)
            ),
        )


class BulkPackage(genanki.Package):  # type: ignore[misc]  # genanki has no types
    """A package made in memory, the same bytes for the same deck and time."""

    def write_to_db(
        self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]
    ) -> None:
        cursor.executescript(TABLES)
        cursor.executescript(APKG_COL)
        set_collection(cursor, int(timestamp))
        for deck in self.decks:
            deck.write_to_db(cursor, timestamp, id_gen)
        cursor.executescript(INDEX + INDEXES)  # late: cheaper than keeping them up to date

    def as_bytes(self, timestamp: int) -> bytes:
        """Return the .apkg. `timestamp`: when its content last changed, in Unix seconds."""
        with sqlite3.connect(":memory:") as connection:
            self.write_to_db(connection.cursor(), timestamp, iter(()))
            connection.commit()
            collection = connection.serialize()
        connection.close()
        return zipped({"collection.anki2": collection, "media": b"{}"})


def set_collection(cursor: sqlite3.Cursor, changed: int) -> None:
    """Date the collection and say that its scheduling is of Anki's second version.

    Without `schedVer` Anki would convert learning answers as if they were older.
    """
    (stored,) = cursor.execute("SELECT conf FROM col").fetchone()
    conf: dict[str, Any] = json.loads(stored) | {"schedVer": 2}
    cursor.execute(
        "UPDATE col SET conf = ?, mod = ?, scm = ?",
        (json.dumps(conf), changed * 1000, changed * 1000),
    )


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), content)
    return stream.getvalue()
