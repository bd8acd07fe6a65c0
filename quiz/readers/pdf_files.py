"""PDF -> text and what its properties say."""

import logging
import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO

from pypdf import DocumentInformation, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from quiz.core.article import LONGEST_TEXT
from quiz.core.imprint import Imprint
from quiz.core.problems import Problem
from quiz.readers.found_text import FoundText, found_text, too_long
from quiz.readers.line_joining import paragraphs_of_pages

MOST_PAGES = 2000
BROWSER = re.compile(r"Mozilla|Chrom|Skia|Firefox|Safari|WebKit|Quartz")
FEWEST_LETTERS = 10  # a page: what has fewer is a picture with a number under it


def read_pdf(content: bytes) -> FoundText:
    """Read the text of a PDF.

    Raises:
        Problem: it is broken, locked, or holds pictures of text.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages, imprint = pages_of(content)
    except Problem:
        raise
    except (FileNotDecryptedError, DependencyError):
        raise locked() from None
    except (MemoryError, RecursionError):
        raise Problem("The PDF is too large or too deeply nested to be read.") from None
    except Exception:  # a broken PDF makes pypdf raise anything, from KeyError on
        raise Problem("The PDF is damaged and can't be read.") from None
    text = paragraphs_of_pages(pages, korean_gaps)
    if sum(letter.isalnum() for letter in text) < FEWEST_LETTERS * min(len(pages), 3):
        raise Problem(
            "The PDF holds pictures of pages, without text. "
            "Let a scanning program recognise the text first."
        )
    return found_text(text, guessed=imprint)


def korean_gaps(places: Sequence[tuple[str, str]]) -> list[bool]:
    """Ask Kiwi, which is loaded only where a Korean PDF leaves a doubt."""
    from quiz.readers.korean_gaps import are_gaps  # noqa: PLC0415  # half a gigabyte

    return are_gaps(places)


def locked() -> Problem:
    return Problem("The file is locked with a password. Save it without one first.")


def pages_of(content: bytes) -> tuple[list[str], Imprint]:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise locked()
    if len(reader.pages) > MOST_PAGES:
        raise Problem("The PDF has more than %(most)d pages. Split it.", most=MOST_PAGES)
    pages, length = [], 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > LONGEST_TEXT * 2:  # spaces and running heads go
            raise too_long()
    return pages, imprint_of(reader.metadata)


def imprint_of(properties: DocumentInformation | None) -> Imprint:
    if properties is None:
        return Imprint()
    printed = BROWSER.search(f"{properties.creator} {properties.producer}")
    # A page printed today may be of any day.
    day = None if printed else day_made(properties)
    return Imprint(str(properties.title or ""), day)


def day_made(properties: DocumentInformation) -> date | None:
    try:
        made = properties.creation_date
    except ValueError:  # a date that is none
        return None
    return made.date() if made else None
