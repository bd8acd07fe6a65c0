"""Reads an Anki collection: an SQLite file that nobody has vouched for."""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from quiz.anki.collection import Card, Deck, LogEntry, Note, NoteType, Template
from quiz.anki.wire_format import number_field, read_message, text_field

NEEDED = {"col", "notes", "cards", "revlog"}
LONGEST_VALUE = 32_000_000  # bytes: of a note, or of all note types in JSON
STEPS_A_LOOK = 1_000  # of SQLite's machine, between two looks at the clock
LONGEST_READING = 90.0  # seconds
COMPUTED = re.compile(r"\bas\s*\(", re.IGNORECASE)  # a column that would run something
OLD_JOURNAL = b"\x01\x01"  # for the two bytes that would make SQLite look for a WAL
NOTES = """select n.id, n.guid, n.mid, n.mod, n.tags, n.flds from notes n order by n.id"""
CARDS = """select c.id, c.nid, c.did, c.ord, c.type, c.queue, c.due, c.ivl, c.factor,
    c.reps, c.lapses, c.left, c.odue, c.odid, c.data
    from cards c join notes n on n.id = c.nid order by c.id"""
LOG = """select r.id, r.cid, r.ease, r.ivl, r.lastIvl, r.factor, r.time, r.type
    from revlog r join cards c on c.id = r.cid order by """


@dataclass(frozen=True, slots=True)
class CollectionReader:
    """An open collection. Notes, cards and the log are read anew at every call.

    `created` is in Unix seconds, `minutes_west` the zone's offset then, if it is known:
    day 0 of the collection is the local day on which it was made.
    """

    connection: sqlite3.Connection
    created: int
    minutes_west: int | None
    note_types: Mapping[int, NoteType]
    decks: Mapping[int, Deck]

    def notes(self) -> Iterator[Note]:
        """Yield the notes whose note type is there, by their ids."""
        for number, guid, kind, changed, tags, fields in self.connection.execute(NOTES):
            if kind in self.note_types:
                yield Note(
                    integer(number),
                    text(guid),
                    integer(kind),
                    integer(changed),
                    tuple(text(tags).split()),
                    tuple(text(fields).split("\x1f")),
                )

    def cards(self) -> Iterator[Card]:
        """Yield the cards that have a note, by their ids."""
        for *numbers, data in self.connection.execute(CARDS):
            memory: Any = memory_in(data)
            yield Card(*map(integer, numbers), *memory)

    def log(self) -> Iterator[LogEntry]:
        """Yield the review log of these cards in the order of time."""
        for numbers in self.connection.execute(LOG + "r.id"):
            yield LogEntry(*map(integer, numbers))

    def log_by_card(self) -> Iterator[LogEntry]:
        """Yield the review log card by card, each in the order of time."""
        for numbers in self.connection.execute(LOG + "r.cid, r.id"):
            yield LogEntry(*map(integer, numbers))

    def count_notes(self) -> int:
        (count,) = self.connection.execute("select count(*) from notes").fetchone()
        return integer(count)


@contextmanager
def open_collection(place: Path) -> Iterator[CollectionReader]:
    """Open the file, which nobody else may be writing.

    Raises:
        sqlite3.Error, ValueError, KeyError, TypeError, AttributeError: it is damaged.
    """
    forget_journal(place)
    address = f"{place.as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        guard(connection)
        tables = names_of_tables(connection)
        if not tables >= NEEDED:
            raise ValueError("not a collection")
        new = "notetypes" in tables
        (created,) = connection.execute("select crt from col").fetchone()
        yield CollectionReader(
            connection,
            integer(created),
            minutes_west(connection, "config" in tables),
            new_note_types(connection) if new else old_note_types(connection),
            new_decks(connection) if "decks" in tables else old_decks(connection),
        )


def forget_journal(place: Path) -> None:
    with place.open("r+b") as file:
        if not file.read(16).startswith(b"SQLite format 3\0"):
            raise ValueError("not SQLite")
        file.seek(18)
        file.write(OLD_JOURNAL)


def guard(connection: sqlite3.Connection) -> None:
    """Let nothing in the file run, write, or take all memory and time."""
    end = monotonic() + LONGEST_READING
    connection.set_progress_handler(lambda: monotonic() > end, STEPS_A_LOOK)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.create_collation("unicase", compare_folded)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    for setting in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON"):
        connection.execute(f"PRAGMA {setting}")


def compare_folded(one: str, other: str) -> int:
    """Compare as Anki's own collation does, which its indexes name."""
    a, b = one.casefold(), other.casefold()
    return (a > b) - (a < b)


def names_of_tables(connection: sqlite3.Connection) -> set[str]:
    """Return the plain tables: views and computed columns could run anything."""
    query = "select name, sql from sqlite_schema where type = 'table'"
    return {
        name
        for name, sql in connection.execute(query)
        if not text(sql).lstrip().upper().startswith("CREATE VIRTUAL")
        and not COMPUTED.search(text(sql))
    }


def minutes_west(connection: sqlite3.Connection, has_config: bool) -> int | None:
    if has_config:
        query = "select val from config where key = 'creationOffset'"
        row = connection.execute(query).fetchone()
        value = json.loads(row[0]) if row else None
    else:
        (stored,) = connection.execute("select conf from col").fetchone()
        value = json.loads(stored or "{}").get("creationOffset")
    return value if isinstance(value, int) and abs(value) <= 24 * 60 else None


def old_note_types(connection: sqlite3.Connection) -> dict[int, NoteType]:
    (stored,) = connection.execute("select models from col").fetchone()
    return {int(number): old_note_type(kind) for number, kind in json.loads(stored).items()}


def old_note_type(kind: dict[str, Any]) -> NoteType:
    fields = sorted(kind["flds"], key=lambda each: each.get("ord", 0))
    templates = sorted(kind["tmpls"], key=lambda each: each.get("ord", 0))
    return NoteType(
        int(kind["id"]),
        text(kind["name"]),
        kind.get("type") == 1,
        tuple(text(each["name"]) for each in fields),
        tuple(
            Template(text(each["name"]), text(each["qfmt"]), text(each["afmt"]))
            for each in templates
        ),
    )


def new_note_types(connection: sqlite3.Connection) -> dict[int, NoteType]:
    fields: dict[int, list[str]] = {}
    for kind, name in connection.execute(
        "select ntid, name from fields order by ntid, ord"
    ):
        fields.setdefault(kind, []).append(text(name))
    templates: dict[int, list[Template]] = {}
    query = "select ntid, name, config from templates order by ntid, ord"
    for kind, name, config in connection.execute(query):
        sides = text_field(config, 1), text_field(config, 2)
        templates.setdefault(kind, []).append(Template(text(name), *sides))
    return {
        number: NoteType(
            number,
            text(name),
            number_field(config, 1) == 1,
            tuple(fields.get(number, ())),
            tuple(templates.get(number, ())),
        )
        for number, name, config in connection.execute(
            "select id, name, config from notetypes"
        )
    }


def old_decks(connection: sqlite3.Connection) -> dict[int, Deck]:
    (stored,) = connection.execute("select decks from col").fetchone()
    return {
        int(number): Deck(int(number), text(deck["name"]), bool(deck.get("dyn")))
        for number, deck in json.loads(stored).items()
    }


def new_decks(connection: sqlite3.Connection) -> dict[int, Deck]:
    """Read the decks; the second kind of deck is a filtered one."""
    return {
        number: Deck(
            number,
            text(name).replace("\x1f", "::"),
            any(key == 2 for key, _ in read_message(kind)),
        )
        for number, name, kind in connection.execute("select id, name, kind from decks")
    }


def memory_in(data: object) -> tuple[float | None, float | None, int | None]:
    """Return stability, difficulty and last review from what else a card keeps."""
    if not data or not isinstance(data, str):
        return None, None, None
    try:
        kept = json.loads(data)
    except ValueError:
        return None, None, None
    if not isinstance(kept, dict):
        return None, None, None
    stability, difficulty, last = (kept.get(key) for key in ("s", "d", "lrt"))
    return (
        float(stability) if isinstance(stability, int | float) else None,
        float(difficulty) if isinstance(difficulty, int | float) else None,
        last if isinstance(last, int) else None,
    )


def integer(value: object) -> int:
    """Return a column's number; SQLite takes anything in any column."""
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, float) and abs(value) < 2**63 else 0


def text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else "" if value is None else str(value)
