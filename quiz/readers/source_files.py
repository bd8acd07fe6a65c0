"""A file of any kind that is read here -> its text. The content tells the kind."""

import re
from collections.abc import Callable
from pathlib import PurePath

from quiz.core.problems import Problem
from quiz.readers.found_text import FoundText, found_text
from quiz.readers.hangul_files import read_hwp, read_hwpx
from quiz.readers.html_files import read_html
from quiz.readers.markdown_files import read_markdown
from quiz.readers.ole_kinds import ole_kind
from quiz.readers.pdf_files import locked, read_pdf
from quiz.readers.text_files import read_text
from quiz.readers.word_files import read_docx
from quiz.readers.zipped_xml import open_zip

ENDINGS = (
    ".txt",
    ".text",
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".pdf",
    ".docx",
    ".hwp",
    ".hwpx",
)
LARGEST_SOURCE = 32_000_000  # bytes: a Hangul document full of pictures
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.I
)
Reader = Callable[[bytes], FoundText]


def read_file(name: str, content: bytes) -> FoundText:
    """Read a file by what is in it; its name only tells kinds of plain text apart.

    Raises:
        Problem: it can't be read; the sentence says why, and the way out.
    """
    check_size(len(content))
    if b"%PDF-" in content[:1024]:
        return read_pdf(content)
    if content.startswith(b"PK\x03\x04"):
        return zip_reader(content)(content)
    if content.startswith(OLE):
        return read_ole(content)
    if content.startswith(b"HWP Document File V"):
        raise Problem("This Hangul file is of an old version. Save it as .hwpx first.")
    if content.startswith(b"{\\rtf"):
        raise Problem("RTF files can't be read. Save it as .docx first.")
    return read_plain(name, content)


def check_size(size: int) -> None:
    """Raise a Problem where a file is larger than what is read here."""
    if size > LARGEST_SOURCE:
        raise Problem(
            "The file is larger than %(most)d MB.", most=LARGEST_SOURCE // 1_000_000
        )


def read_plain(name: str, content: bytes) -> FoundText:
    ending = PurePath(name).suffix.lower()
    if ending in {".html", ".htm", ".xhtml"} or HTML.match(content[:2000]):
        return read_html(content)
    text = read_text(content)
    if ending in {".md", ".markdown"}:
        return read_markdown(text)
    return found_text(text)


def zip_reader(content: bytes) -> Reader:
    """Return the reader of the document that a zip file is.

    Raises:
        Problem: it is none.
    """
    with open_zip(content) as archive:
        names = set(archive.namelist())
    if "word/document.xml" in names:
        return read_docx
    if any(name.startswith("Contents/section") for name in names):
        return read_hwpx
    raise Problem(
        "This is no Word (.docx) or Hangul (.hwpx) document. "
        "Files of other kinds, and zip files, can't be read."
    )


def read_ole(content: bytes) -> FoundText:
    """Read a Hangul 5 document, or say what else the old container holds."""
    match ole_kind(content):
        case "hwp":
            return read_hwp(content)
        case "hwp-locked" | "office-locked":
            raise locked()
        case "hwp-distribution":
            raise Problem(
                "This Hangul file is a copy for distribution, which can't be read. "
                "Ask for the original, or save it as PDF."
            )
        case "doc":
            raise Problem("Old Word files (.doc) can't be read. Save it as .docx first.")
    raise Problem("This is no Hangul document; files of this kind can't be read.")
