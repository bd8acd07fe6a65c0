"""Plain text in any common encoding -> str."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from quiz.core.problems import Problem

# UTF-32's mark begins with that of UTF-16: it is looked for first.
BOMS = {
    BOM_UTF32_LE: "utf-32",
    BOM_UTF32_BE: "utf-32",
    BOM_UTF8: "utf-8-sig",
    BOM_UTF16_LE: "utf-16",
    BOM_UTF16_BE: "utf-16",
}
# How PDF, zip (Word, Hangul) and RTF files begin: parts of them look like text.
OTHER_KINDS = (b"%PDF-", b"PK\x03\x04", b"{\\rtf")
LARGEST_TEXT_FILE = 4_000_000  # bytes: a million characters of Korean in UTF-8 and to spare
USUAL = re.compile(r"[\n\r\t -~\u00a0-\u00ff\u2010-\u203b\u3000-\u30ff\u4e00-\u9fff가-힣]")
SHARE_OF_USUAL, SHARE_OF_ACCENTS = 0.95, 0.2
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def read_text(content: bytes) -> str:
    """Decode a text file: by its mark, else UTF-8, Korean Windows (cp949), UTF-16, Latin.

    Raises:
        Problem: it is empty, too large or not text.
    """
    if not content.strip():
        raise Problem("The file is empty.")
    if len(content) > LARGEST_TEXT_FILE:
        raise Problem(
            "The file is larger than %(most)d MB.", most=LARGEST_TEXT_FILE // 1_000_000
        )
    mark = next((name for bom, name in BOMS.items() if content.startswith(bom)), None)
    if content.startswith(OTHER_KINDS):
        raise not_text()
    if mark is None and b"\x00" in content:
        return without_mark(content)
    for encoding in [mark] if mark else ["utf-8", "cp949"]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    if mark is None and (text := western(content)):
        return text
    raise Problem("This is not a text, or it is in an unknown encoding. Save it as UTF-8.")


def not_text() -> Problem:
    return Problem("This is not a text but a file of another kind.")


def without_mark(content: bytes) -> str:
    """Decode UTF-16 without its mark: of either order, the one that gives usual letters.

    Raises:
        Problem: neither does.
    """
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and len(USUAL.findall(text)) >= SHARE_OF_USUAL * len(text):
            return text
    raise not_text()


def western(content: bytes) -> str:
    """Decode a text with a few accented letters (cp1252); "" where it can't be one."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    accents = sum(1 for letter in text if ord(letter) > 0x7F)
    if CONTROL.search(text) or accents > SHARE_OF_ACCENTS * len(text):
        return ""
    return text
