"""Hangul documents (.hwp of version 5, .hwpx) -> text."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from extract_hwp import (
    HwpReadLimitError,
    extract_text_from_hwp5,
    extract_text_from_hwpx,
    is_hwp5_password_protected,
    is_hwpx_password_protected,
)

from quiz.core.imprint import Imprint
from quiz.core.problems import Problem
from quiz.readers.found_text import FoundText, found_text
from quiz.readers.pdf_files import locked
from quiz.readers.zipped_xml import damaged, elements, open_zip, read_part

PACKAGE = "Contents/content.hpf"


def read_hwp(content: bytes) -> FoundText:
    """Read a Hangul 5 document.

    Raises:
        Problem: it is broken, locked or empty.
    """
    return found_text(extract(content, is_hwp5_password_protected, extract_text_from_hwp5))


def read_hwpx(content: bytes) -> FoundText:
    """Read a Hangul document of the open format.

    Raises:
        Problem: it is broken, locked or empty.
    """
    with open_zip(content) as archive:
        package = read_part(archive, PACKAGE)
    text = extract(content, is_hwpx_password_protected, extract_text_from_hwpx)
    return found_text(text, guessed=imprint_of(package))


def extract(
    content: bytes, is_locked: Callable[[str], bool], read: Callable[[str], str]
) -> str:
    with kept_as_file(content) as path:
        try:
            if is_locked(path):
                raise locked()
            text = read(path)
        except Problem:
            raise
        except HwpReadLimitError:
            raise Problem("Unpacked, the file is far too large to be a document.") from None
        except Exception:  # a broken file makes the library raise anything
            raise damaged() from None
    if not text.strip():
        raise Problem("There is no text in this file, or it is damaged.")
    return text


@contextmanager
def kept_as_file(content: bytes) -> Iterator[str]:
    """Keep the content as a file for a while: the library reads nothing else."""
    logging.disable(logging.ERROR)  # it reports to the root logger what we say in words
    try:
        with TemporaryDirectory() as folder:
            path = Path(folder, "document")
            path.write_bytes(content)
            yield os.fspath(path)
    finally:
        logging.disable(logging.NOTSET)


def imprint_of(package: bytes) -> Imprint:
    """Return the title that the package names; "" where it names none."""
    if not package:
        return Imprint()
    try:
        for event, tag, element in elements(package):
            if event == "end" and tag == "title":
                return Imprint(element.text or "")
    except Problem:
        pass
    return Imprint()
