"""genanki's deck and package, written in bulk and by what the notes say of themselves."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quiz.anki.card_schedule import CardSchedule, LoggedReview
from quiz.anki.note_type import NoteFields, NoteType

TABLES = APKG_SCHEMA.partition("CREATE INDEX")[0]
# Three notes fit a page of SQLite's usual 4 kB, with much room left: larger pages save a
# tenth of the size and half of the time.
SETTINGS = "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF"
INSERT_NOTES = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
INSERT_CARDS = (
    "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)"
)
INSERT_REVIEWS = "INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
QUICKLY = 1  # zlib's level: a seventh of the size, in a third of the usual time


class Note(NamedTuple):
    """A note and its card's deck and schedule; None for a note without a card.

    `number` is the note's and the card's; `changed` is in Unix seconds.
    """

    number: int
    guid: str
    changed: int
    tags: str
    fields: NoteFields
    deck: int
    schedule: CardSchedule | None


class Start(NamedTuple):
    """When day 0 of the collection begins, in Unix time; its zone, in minutes west."""

    moment: int
    west: int


class BulkDeck(genanki.Deck):  # type: ignore[misc]  # genanki has no types
    """A deck by its number, name and preset; the package holds its notes."""

    def __init__(self, deck_id: int, name: str, preset: int = 1) -> None:
        super().__init__(deck_id, name)
        self.preset = preset

    def to_json(self) -> dict[str, Any]:
        """Return the deck as Anki stores it."""
        stored: dict[str, Any] = super().to_json()
        return stored | {"conf": self.preset}


class BulkPackage(genanki.Package):  # type: ignore[misc]  # genanki has no types
    """A package of plain rows, made in memory: the same bytes for the same contents.

    A genanki note costs an `execute` and a regular expression a field, a genanki deck
    two rounds through the collection's JSON.
    """

    def __init__(
        self,
        decks: Callable[[], Iterable[BulkDeck]],
        model: NoteType,
        notes: Iterable[Note],
        reviews: Iterable[LoggedReview] = (),
        presets: Mapping[str, Any] | None = None,
        start: Start | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> None:
        super().__init__([])
        self.decks_in_use = decks
        self.model, self.notes, self.reviews = model, notes, reviews
        self.presets, self.start, self.files = presets or {}, start, files or {}

    def write_to_db(
        self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]
    ) -> None:
        """Write it without indexes: Anki reads every row once, and makes its own."""
        cursor.executescript(SETTINGS)
        cursor.executescript(TABLES)
        cursor.executescript(APKG_COL)
        cursor.execute("BEGIN")
        self.write_rows(cursor)
        self.write_collection(cursor, int(timestamp))
        cursor.execute("COMMIT")

    def write_collection(self, cursor: sqlite3.Cursor, changed: int) -> None:
        """Write decks, note type and presets, each at once, and date the collection.

        Without `schedVer` Anki would convert learning answers as if they were older.
        """
        conf, decks, presets, created = cursor.execute(
            "SELECT conf, decks, dconf, crt FROM col"
        ).fetchone()
        conf = json.loads(conf) | {"schedVer": 2}
        if self.start:
            created, conf["creationOffset"] = self.start
        decks = json.loads(decks) | {
            str(d.deck_id): d.to_json() for d in self.decks_in_use()
        }
        models = {self.model.model_id: self.model.to_json(changed, None)}
        presets = json.loads(presets) | self.presets
        stored = (json.dumps(each) for each in (conf, models, decks, presets))
        cursor.execute(
            "UPDATE col SET conf = ?, models = ?, decks = ?, dconf = ?,"
            " crt = ?, mod = ?, scm = ?",
            (*stored, created, changed * 1000, changed * 1000),
        )

    def write_rows(self, cursor: sqlite3.Cursor) -> None:
        """Write them by their numbers: pages are filled one after the other."""
        cards: list[tuple[object, ...]] = []
        cursor.executemany(INSERT_NOTES, sorted(self.note_rows(cards)))
        cursor.executemany(INSERT_CARDS, sorted(cards))
        cursor.executemany(INSERT_REVIEWS, sorted(self.reviews))

    def note_rows(self, cards: list[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
        """Yield the rows of the notes, and put those of their cards into `cards`."""
        model = self.model.model_id
        for number, guid, changed, tags, fields, deck, schedule in self.notes:
            if schedule:
                cards.append((number, number, deck, changed, *schedule))
            yield number, guid, model, changed, tags, "\x1f".join(fields), fields[0]

    def as_bytes(self, timestamp: int) -> bytes:
        """Return the .apkg. `timestamp`: when its content last changed, in Unix seconds."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        try:
            self.write_to_db(connection.cursor(), timestamp, iter(()))
            collection = connection.serialize()
        finally:
            connection.close()
        return zipped(collection, self.files)


def zipped(collection: bytes, media: Mapping[str, bytes]) -> bytes:
    """Return the package; the media stand in it by number, their names in a map."""
    names = {str(number): name for number, name in enumerate(media)}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        put(archive, "collection.anki2", collection, zipfile.ZIP_DEFLATED)
        put(archive, "media", json.dumps(names).encode(), zipfile.ZIP_DEFLATED)
        for number, name in names.items():
            put(archive, number, media[name], zipfile.ZIP_STORED)  # compressed already
    return stream.getvalue()


def put(archive: zipfile.ZipFile, name: str, content: bytes, how: int) -> None:
    archive.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), content, how, QUICKLY)
