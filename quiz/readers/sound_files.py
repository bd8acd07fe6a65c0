"""Sounds: which kind one is, and the same without what its tags tell.

ID3: id3.org's description of version 2.4; MP4's boxes: ISO 14496-12; RIFF: Microsoft's
Multimedia Programming Interface, 1991.
"""

import re

FIRST_OF_TAG = 10  # bytes before the frames of an ID3v2 tag
TELLING_BOXES = (b"udta", b"meta", b"uuid")  # name, place, recorder: here phones write them
TELLING_CHUNKS = (b"LIST", b"id3 ", b"ID3 ", b"bext", b"iXML", b"_PMX")
HAS_PICTURES = re.compile(rb"hdlr.{8}vide", re.DOTALL)  # a film
DEEPEST = 3  # boxes in boxes: moov, trak, udta


def kind_of_sound(content: bytes) -> str:
    """Return mp3, ogg, m4a or wav by how the content begins, else ""."""
    start = content[:12]
    if start[:3] == b"ID3" or (start[:1] == b"\xff" and start[1:2] in b"\xfb\xfa\xf3\xf2"):
        return "mp3" if len(content) > len(start) else ""
    if start[:4] == b"OggS":
        return "ogg"
    if start[4:8] == b"ftyp" and b"moov" in content:
        return "" if HAS_PICTURES.search(content) else "m4a"
    return "wav" if start[:4] == b"RIFF" and start[8:12] == b"WAVE" else ""


def bare_sound(content: bytes, kind: str) -> bytes:
    """Return the sound without tags; Ogg's hold no more than what somebody wrote there."""
    match kind:
        case "mp3":
            return without_id3(content)
        case "m4a":
            return with_empty_boxes(bytearray(content), 0, len(content), DEEPEST)
        case "wav":
            return without_chunks(content)
    return content


def without_id3(content: bytes) -> bytes:
    while content[:3] == b"ID3" and len(content) > FIRST_OF_TAG:
        a, b, c, d = content[6:10]
        size = (a << 21) | (b << 14) | (c << 7) | d  # seven bits a byte
        content = content[FIRST_OF_TAG + size :]
    return content[:-128] if content[-128:-125] == b"TAG" else content


def with_empty_boxes(content: bytearray, at: int, end: int, deep: int) -> bytes:
    """Make free space of telling boxes: sizes stay, so the sound's offsets hold."""
    while at + 8 <= end:
        size, name = int.from_bytes(content[at : at + 4]), bytes(content[at + 4 : at + 8])
        size = size if 8 <= size <= end - at else end - at
        if name in TELLING_BOXES:
            content[at + 4 : at + size] = b"free" + bytes(size - 8)
        elif name in {b"moov", b"trak"} and deep:
            with_empty_boxes(content, at + 8, at + size, deep - 1)
        at += size
    return bytes(content) if deep == DEEPEST else b""


def without_chunks(content: bytes) -> bytes:
    kept, at = bytearray(b"WAVE"), 12
    while at + 8 <= len(content):
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        whole = 8 + size + size % 2
        if content[at : at + 4] not in TELLING_CHUNKS:
            kept += content[at : at + whole]
        at += whole
    return b"RIFF" + len(kept).to_bytes(4, "little") + bytes(kept)
