"""Anki's own engine, as the judge of our decks."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, NamedTuple

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)
from anki.import_export_pb2 import CsvMetadataRequest

if TYPE_CHECKING:  # at run time anki's modules only import in an order of their own
    from anki.cards import Card


class Imported(NamedTuple):
    """How many notes an import added, updated, found unchanged, or refused."""

    new: int
    updated: int
    unchanged: int
    refused: int


def new_collection(folder: Path) -> Collection:
    return Collection(str(folder / "collection.anki2"))


def import_deck(
    collection: Collection, deck: bytes, *, progress: bool = False, presets: bool = False
) -> Imported:
    """Import `deck`: unless told otherwise, with the options that Anki offers first."""
    with NamedTemporaryFile(suffix=".apkg") as file:
        file.write(deck)
        file.flush()
        options = ImportAnkiPackageOptions(
            with_scheduling=progress, with_deck_configs=presets
        )
        request = ImportAnkiPackageRequest(package_path=file.name, options=options)
        log = collection.import_anki_package(request).log
    refused = (
        len(log.conflicting)
        + len(log.missing_notetype)
        + len(log.missing_deck)
        + len(log.empty_first_field)
    )
    return Imported(len(log.new), len(log.updated), len(log.duplicate), refused)


def import_text(collection: Collection, text: bytes, note_type: int) -> Imported:
    """Import a text file into a note type, mapping what the file itself maps."""
    with NamedTemporaryFile(suffix=".txt") as file:
        file.write(text)
        file.flush()
        asked = CsvMetadataRequest(path=file.name, notetype_id=note_type)
        known = collection._backend.get_csv_metadata(asked)
        log = collection.import_csv(ImportCsvRequest(path=file.name, metadata=known)).log
    refused = len(log.conflicting) + len(log.missing_notetype) + len(log.empty_first_field)
    return Imported(len(log.new), len(log.updated), len(log.duplicate), refused)


def card_of(collection: Collection, question_id: str) -> "Card":
    """Return the one card of the question."""
    (number,) = collection.find_cards(f'"Id:{question_id}"')
    return collection.get_card(number)


def all_cards(collection: Collection) -> "list[Card]":
    return [collection.get_card(number) for number in collection.find_cards("")]


def check_database(collection: Collection) -> None:
    """Assert that Anki's "Check Database" finds nothing to put right."""
    before = all_notes(collection)
    message, sound = collection.fix_integrity()
    assert (message, sound) == ("Database rebuilt and optimized.", True)
    assert all_notes(collection) == before
    assert collection.get_empty_cards().report == ""


def all_notes(collection: Collection) -> list[Sequence[object]]:
    assert collection.db is not None
    return list(collection.db.all("select * from notes order by id"))
