"""Small documents of every kind that is read, made byte by byte for the tests."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise

SECTOR, MINI, FREE, END, FAT = 512, 64, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HANGUL = 'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph"'
SECTION = 'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section"'
PARAGRAPHS = (
    "한빛천문대가 문을 열다",
    "입력 2019.10.07 14:20",
    "한빛천문대는 2011년에 세워졌다.",
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(*paragraphs: str, title: str = "", body: str = "") -> bytes:
    inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    core = (
        '<p xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dcterms:created>2018-03-02T10:00:00Z</dcterms:created></p>"
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": (
                f"<w:document {WORD}><w:body>{inside}{body}</w:body></w:document>"
            ),
            "docProps/core.xml": core,
        }
    )


def hwpx(*paragraphs: str, title: str = "") -> bytes:
    inside = "".join(
        f"<hp:p><hp:run><hp:t>{each}</hp:t></hp:run></hp:p>" for each in paragraphs
    )
    package = (
        f'<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:metadata><opf:title>{title}'
        '</opf:title></opf:metadata><opf:manifest><opf:item id="section0" '
        'href="Contents/section0.xml"/></opf:manifest><opf:spine><opf:itemref '
        'idref="section0"/></opf:spine></opf:package>'
    )
    return zipped(
        {
            "mimetype": "application/hwp+zip",
            "Contents/content.hpf": package,
            "Contents/section0.xml": f"<hs:sec {SECTION} {HANGUL}>{inside}</hs:sec>",
        }
    )


def record(tag: int, content: bytes) -> bytes:
    """Return a record of Hangul 5: tag, level 0 and size in one number, then content."""
    return struct.pack("<I", tag | len(content) << 20) + content


def hwp(*paragraphs: str, flags: int = 1) -> bytes:
    """Return a Hangul 5 document; bit 0 of `flags` packs it, bit 1 says it is locked."""
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05010000, flags)
    text = b"".join(record(67, f"{each}\r".encode("utf-16-le")) for each in paragraphs)
    properties = record(16, struct.pack("<H", 1).ljust(26, b"\0"))
    packed = [packer(each) if flags & 1 else each for each in (properties, text)]
    streams = {"FileHeader": header.ljust(256, b"\0"), "DocInfo": packed[0]}
    return compound(streams, {"BodyText": {"Section0": packed[1]}})


def packer(content: bytes) -> bytes:
    bare = zlib.compressobj(wbits=-15)
    return bare.compress(content) + bare.flush()


def compound(
    streams: Mapping[str, bytes], folders: Mapping[str, Mapping[str, bytes]] | None = None
) -> bytes:
    """Return an OLE container whose streams, all short, stand in its mini stream."""
    names: list[tuple[str, int, bytes, int]] = []  # name, kind, content, parent
    for name, content in streams.items():
        names.append((name, 2, content, -1))
    for folder, inside in (folders or {}).items():
        names.append((folder, 1, b"", -1))
        at = len(names) - 1
        names += [(name, 2, content, at) for name, content in inside.items()]
    minifat: list[int] = []
    mini, starts = b"", []
    for _, _, content, _ in names:
        starts.append(len(mini) // MINI if content else END)
        count = -(-len(content) // MINI)
        minifat += [len(minifat) + n + 1 for n in range(count - 1)] + [END] * bool(count)
        mini += content.ljust(count * MINI, b"\0")
    directory = directory_of(names, starts, len(mini))
    parts = [directory, pack_numbers(minifat), mini]
    return container(parts)


def directory_of(
    names: list[tuple[str, int, bytes, int]], starts: list[int], mini: int
) -> bytes:
    """Return the entries; those of one folder hang on each other as a plain chain."""
    children: dict[int, list[int]] = {}
    for at, (_, _, _, parent) in enumerate(names):
        children.setdefault(parent, []).append(at)
    following = {a: b for each in children.values() for a, b in pairwise(each)}
    entries = [entry("Root Entry", 5, FREE, children[-1][0] + 1, 2, mini)]
    for at, (name, kind, content, _) in enumerate(names):
        right = following[at] + 1 if at in following else FREE
        child = children[at][0] + 1 if at in children else FREE
        entries.append(entry(name, kind, right, child, starts[at], len(content)))
    found = b"".join(entries)
    return found.ljust(-(-len(found) // SECTOR) * SECTOR, b"\0")


def entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    title = name.encode("utf-16-le") + b"\0\0"
    head = title.ljust(64, b"\0") + struct.pack("<HBB", len(title), kind, 1)
    return (
        head
        + struct.pack("<III", FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def pack_numbers(numbers: list[int]) -> bytes:
    count = -(-max(1, len(numbers)) // 128) * 128
    return struct.pack(f"<{count}I", *numbers, *[FREE] * (count - len(numbers)))


def container(parts: list[bytes]) -> bytes:
    """Lay out directory, mini table and mini stream, each in a chain of sectors."""
    counts = [max(1, -(-len(part) // SECTOR)) for part in parts]
    table: list[int] = [FAT]
    begins = []
    for count in counts:
        begins.append(len(table))
        table += [len(table) + n + 1 for n in range(count - 1)] + [END]
    assert len(table) <= 128, "these documents are small"
    directory = parts[0].replace(
        struct.pack("<IQ", 2, len(parts[2])),
        struct.pack("<IQ", begins[2], len(parts[2])),
        1,
    )
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    )
    header += bytes(6) + struct.pack(
        "<IIIIIIIII", 0, 1, begins[0], 0, 4096, begins[1], counts[1], END, 0
    )
    header += struct.pack("<109I", 0, *[FREE] * 108)
    body = [pack_numbers(table), directory, *parts[1:]]
    padded = (p.ljust(max(1, -(-len(p) // SECTOR)) * SECTOR, b"\0") for p in body)
    return header + b"".join(padded)


def pdf(*pages: str, title: str = "", extra: str = "") -> bytes:
    """Return a PDF whose letters are numbers, with the table that says what they mean."""
    letters = sorted({letter for page in pages for letter in page if letter != "\n"})
    codes = {letter: at + 1 for at, letter in enumerate(letters)}
    meanings = "".join(
        f"<{code:04x}> <{letter.encode('utf-16-be').hex()}>\n"
        for letter, code in codes.items()
    )
    table = (
        "/CIDInit /ProcSet findresource begin begincmap "
        "1 begincodespacerange <0000> <ffff>\n"
        f"endcodespacerange {len(codes)} beginbfchar\n{meanings}endbfchar endcmap end"
    )
    kids = " ".join(f"{7 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H "
        "/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 1000 /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        stream(table),
        f"<< /Title <{('﻿' + title).encode('utf-16-be').hex()}> /Creator (Writer) "
        f"/CreationDate (D:20180302100000Z) {extra} >>",
    ]
    for number, page in enumerate(pages):
        lines = [
            "".join(f"{codes[letter]:04x}" for letter in line) for line in page.split("\n")
        ]
        shown = "".join(
            f"1 0 0 1 50 {800 - 20 * at} Tm <{line}> Tj\n" for at, line in enumerate(lines)
        )
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] "
            f"/Resources << /Font << /F 3 0 R >> >> /Contents {8 + 2 * number} 0 R >>"
        )
        objects.append(stream(f"BT /F 12 Tf {shown} ET"))
    return pdf_of(objects)


def stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def pdf_of(objects: list[str]) -> bytes:
    written, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    at = len(written)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode()
    written += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\n".encode()
    return written + f"startxref\n{at}\n%%EOF\n".encode()


def page(*paragraphs: str, head: str = "") -> bytes:
    inside = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!doctype html><html><head><meta charset="utf-8">{head}</head>'
        f'<body><nav><a href="/">홈</a></nav>'
        f"<article>{inside}</article><footer>저작권 한빛</footer></body></html>"
    ).encode()
