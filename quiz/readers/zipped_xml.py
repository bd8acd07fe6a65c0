"""XML inside a zip file, as Word and Hangul keep documents; nothing of it is trusted."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from quiz.core.problems import Problem

LARGEST_PART = 60_000_000  # bytes of one part, unpacked


def open_zip(content: bytes) -> zipfile.ZipFile:
    """Open a zip file.

    Raises:
        Problem: it is none, or a broken one.
    """
    try:
        return zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise damaged() from None


def damaged() -> Problem:
    return Problem("The file is damaged and can't be read.")


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return one part of the archive; b"" where there is none.

    Raises:
        Problem: it is broken, locked, or larger than any document's.
    """
    try:
        with archive.open(name) as part:
            content = part.read(LARGEST_PART + 1)
    except KeyError:
        return b""
    except RuntimeError:  # so zipfile says that a part has a password
        raise Problem(
            "The file is locked with a password. Save it without one first."
        ) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        raise damaged() from None
    except NotImplementedError:
        raise damaged() from None
    if len(content) > LARGEST_PART:
        raise Problem("Unpacked, the file is far too large to be a document.")
    return content


def elements(content: bytes) -> Iterator[tuple[str, str, Any]]:
    """Yield "start" or "end", the tag without its namespace, and the element.

    An element is emptied after its end, so that memory stays small.

    Raises:
        Problem: it is no sound XML.
    """
    events = etree.iterparse(
        BytesIO(content),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, element in events:
            if isinstance(element.tag, str):
                yield event, element.tag.rpartition("}")[2], element
            if event == "end":
                element.clear()
    except etree.XMLSyntaxError:
        raise damaged() from None
