"""Plain text in any common Korean or Unicode encoding -> str."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from quiz.core.problems import Problem

BOMS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
# How PDF, zip (Word, Hangul) and RTF files begin: parts of them look like text.
OTHER_KINDS = (b"%PDF-", b"PK\x03\x04", b"{\\rtf")
LARGEST_TEXT_FILE = 4_000_000  # bytes: a million characters of Korean in UTF-8 and to spare


def read_text(content: bytes) -> str:
    """Decode a text file: by its mark, else UTF-8, else Korean Windows (cp949).

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
    if content.startswith(OTHER_KINDS) or (mark is None and b"\x00" in content):
        raise Problem("This is not a text but a file of another kind.")
    for encoding in [mark] if mark else ["utf-8", "cp949"]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Problem("This is not a text, or it is in an unknown encoding. Save it as UTF-8.")
