"""Reads .apkg and .colpkg: unzips the collection and its media, all within bounds.

Three formats are in use. Anki 2.0 packs `collection.anki2` with a map of media in JSON;
2.1 `collection.anki21` in the same way; since 2.1.50 it is `collection.anki21b`, where
the collection, the map (a protocol buffer) and each medium are compressed by Zstandard.
The newer ones carry an old collection too, whose only note asks for an update.
"""

import json
import lzma
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, BinaryIO

import zstandard

from quiz.anki.collection_reader import CollectionReader, open_collection
from quiz.anki.wire_format import read_message, text_field
from quiz.core.problems import Problem

COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
LARGEST_COLLECTION = 400_000_000  # bytes on disk, unpacked
LARGEST_MAP = 16_000_000
LARGEST_MEDIUM = 20_000_000
LARGEST_DIRECTORY = 8_000_000  # of the zip: about a hundred thousand files
LARGEST_WINDOW = 2**25  # bytes that Zstandard may look back, and so keep in memory
CHUNK = 1 << 18
END, END_LENGTH = b"PK\x05\x06", 22
LOCATOR, LOCATOR_LENGTH = b"PK\x06\x07", 20
LONGEST_COMMENT = 65_535
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    zstandard.ZstdError,
    sqlite3.Error,
    struct.error,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    EOFError,
    OverflowError,
    RecursionError,
    RuntimeError,  # an encrypted file; NotImplementedError: another compression
)


@dataclass(frozen=True, slots=True)
class Package:
    """An open package. `media` gives the zip's name for a medium's own name."""

    collection: CollectionReader
    media: Mapping[str, str]
    archive: zipfile.ZipFile
    is_compressed: bool

    def medium(self, name: str) -> bytes | None:
        """Return the content of a picture or sound; None if it's not there or too big."""
        place = self.media.get(name)
        if place is None or place not in self.archive.NameToInfo:
            return None
        with self.archive.open(place) as packed:
            content = read_at_most(packed, LARGEST_MEDIUM, unpack=self.is_compressed)
        return content if len(content) <= LARGEST_MEDIUM else None


@contextmanager
def open_package(file: BinaryIO) -> Iterator[Package]:
    """Open an .apkg or .colpkg for reading, whichever Anki wrote it.

    Raises:
        Problem: it is none, is damaged, or is too large.
    """
    with problems_told(), TemporaryDirectory(prefix="quiz-") as folder:
        check_directory(file)
        with zipfile.ZipFile(file) as archive:
            name = next((n for n in COLLECTIONS if n in archive.NameToInfo), None)
            if name is None:
                raise Problem("This is not an Anki deck: there is no collection in it.")
            is_compressed = name == COLLECTIONS[0]
            place = Path(folder) / "collection.anki2"
            unpack_collection(archive, name, place, unpack=is_compressed)
            media = read_media_map(archive, unpack=is_compressed)
            with open_collection(place) as collection:
                yield Package(collection, media, archive, is_compressed)


@contextmanager
def problems_told() -> Iterator[None]:
    """Say in one sentence whatever a damaged or hostile file makes its readers raise."""
    try:
        yield
    except Problem:
        raise
    except DAMAGED:
        raise Problem(
            "This Anki file can't be read: it is damaged or incomplete. Export it again."
        ) from None


def check_directory(file: BinaryIO) -> None:
    """Look at the size of the zip's directory before `zipfile` reads it into memory.

    Raises:
        Problem: it is no zip, or its directory is too large.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - LONGEST_COMMENT - END_LENGTH - LOCATOR_LENGTH - 56))
    tail = file.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) - at < END_LENGTH:
        raise Problem("This is not an Anki deck (.apkg or .colpkg).")
    (length,) = struct.unpack_from("<L", tail, at + 12)
    before = tail[:at]
    if before[-LOCATOR_LENGTH:].startswith(LOCATOR) and at >= LOCATOR_LENGTH + 56:
        (length,) = struct.unpack_from("<Q", tail, at - LOCATOR_LENGTH - 16)
    if length > LARGEST_DIRECTORY:
        raise Problem("There are too many files in this package.")
    file.seek(0)


def unpack_collection(
    archive: zipfile.ZipFile, name: str, place: Path, *, unpack: bool
) -> None:
    with archive.open(name) as packed, place.open("wb") as plain:
        for chunk in chunks_of(packed, unpack=unpack):
            if plain.tell() + len(chunk) > LARGEST_COLLECTION:
                raise Problem(
                    "The collection in this file is larger than %(most)d MB. "
                    "Export a single deck.",
                    most=LARGEST_COLLECTION // 1_000_000,
                )
            plain.write(chunk)


def read_media_map(archive: zipfile.ZipFile, *, unpack: bool) -> Mapping[str, str]:
    """Return each medium's name with the name of its file in the zip."""
    if "media" not in archive.NameToInfo:
        return {}
    with archive.open("media") as packed:
        content = read_at_most(packed, LARGEST_MAP, unpack=unpack)
    if len(content) > LARGEST_MAP:
        raise Problem("There are too many files in this package.")
    if unpack:
        return media_entries(content)
    return {str(name): str(place) for place, name in json.loads(content or b"{}").items()}


def media_entries(content: bytes) -> Mapping[str, str]:
    """Read the map of newer packages: files are numbered in the order of their entries."""
    entries = (value for key, value in read_message(content) if key == 1)
    named = enumerate(value for value in entries if isinstance(value, bytes))
    return {text_field(value, 1): str(number) for number, value in named}


def read_at_most(packed: IO[bytes], most: int, *, unpack: bool) -> bytes:
    """Return the content, cut after the first byte that is too many."""
    content = bytearray()
    for chunk in chunks_of(packed, unpack=unpack):
        content += chunk
        if len(content) > most:
            return bytes(content[: most + 1])
    return bytes(content)


def chunks_of(packed: IO[bytes], *, unpack: bool) -> Iterator[bytes]:
    with ExitStack() as stack:
        stream: IO[bytes] = packed
        if unpack:
            reader = zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW)
            opened = reader.stream_reader(packed, read_across_frames=True)
            stream = stack.enter_context(opened)
        while chunk := stream.read(CHUNK):
            yield chunk
