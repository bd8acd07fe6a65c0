"""Excel workbooks (.xlsx): sheets of text cells, out and in again.

Parts and names are those of ECMA-376 (Office Open XML), as far as a plain table needs.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

from lxml import etree

from quiz.core.problems import Problem
from quiz.formats.delimited_text import Table, check_size

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
ZIPPED = b"PK\x03\x04"  # how a workbook begins
LONGEST_EXCEL_CELL = 32_767  # characters
LARGEST_FILE, LARGEST_PART, MOST_PARTS = 20_000_000, 60_000_000, 2_000
THE_BEGINNING = (1980, 1, 1, 0, 0, 0)  # every file of the same rows is the same
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
# Formats that show a number as a day; others say so by their letters.
DAY_FORMATS = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
PERCENT_FORMATS = {9, 10}
XML_REFUSES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_xlsx(sheets: Mapping[str, Iterable[Iterable[str]]]) -> bytes:
    """Write sheets of text cells; the first row of each is its head.

    Raises:
        Problem: a cell is longer than Excel keeps.
    """
    names = list(sheets)
    parts = {
        "[Content_Types].xml": content_types(len(names)),
        "_rels/.rels": relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": workbook(names),
        "xl/_rels/workbook.xml.rels": relations(
            {
                **{
                    f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml")
                    for n in range(1, len(names) + 1)
                },
                "rIdStyles": ("styles", "styles.xml"),
            }
        ),
        "xl/styles.xml": styles(),
    }
    for number, rows in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet(rows)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, THE_BEGINNING)
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, '<?xml version="1.0" encoding="UTF-8"?>\n' + text)
    return file.getvalue()


def content_types(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml"'
        f' ContentType="{TYPES}.worksheet+xml"/>'
        for n in range(1, count + 1)
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml"'
        f' ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPES}.styles+xml"/>'
        f"{sheets}</Types>"
    )


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    said = "".join(
        f'<Relationship Id="{key}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{said}</Relationships>'


def workbook(names: list[str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name[:31])}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(names, 1)
    )
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>{sheets}</sheets></workbook>'
    )


def styles() -> str:
    """Return two styles: 0 wraps its text, 1 is the bold head."""
    top = '<alignment vertical="top" wrapText="1"/>'
    return (
        f'<styleSheet xmlns="{MAIN}">'
        '<fonts count="2"><font/><font><b/></font></fonts>'
        '<fills count="1"><fill/></fills><borders count="1"><border/></borders>'
        "<cellStyleXfs><xf/></cellStyleXfs>"
        f'<cellXfs count="2"><xf applyAlignment="1">{top}</xf>'
        f'<xf fontId="1" applyFont="1" applyAlignment="1">{top}</xf></cellXfs>'
        "</styleSheet>"
    )


def sheet(rows: Iterable[Iterable[str]]) -> str:
    lines = "".join(
        f'<row r="{n}">{"".join(cells(row, n))}</row>' for n, row in enumerate(rows, 1)
    )
    return (
        f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'
        '<cols><col min="1" max="1" width="60" customWidth="1"/>'
        '<col min="2" max="40" width="22" customWidth="1"/></cols>'
        f"<sheetData>{lines}</sheetData></worksheet>"
    )


def cells(row: Iterable[str], number: int) -> Iterator[str]:
    style = ' s="1"' if number == 1 else ""
    for column, text in enumerate(row):
        if len(text) > LONGEST_EXCEL_CELL:
            raise Problem(
                "“%(start)s…” is too long for a cell of a spreadsheet.", start=text[:30]
            )
        if text:
            yield (
                f'<c r="{letters(column)}{number}" t="inlineStr"{style}>'
                f'<is><t xml:space="preserve">{said(text)}</t></is></c>'
            )


def said(text: str) -> str:
    """Write text as Excel does: what XML can't hold, and what looks like it, escaped."""
    text = ESCAPED.sub(lambda found: "_x005F_" + found[0][1:], text)
    text = XML_REFUSES.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return escape(text.replace("\r", "_x000D_"))


def letters(column: int) -> str:
    name, left = "", column + 1
    while left:
        left, last = divmod(left - 1, 26)
        name = chr(ord("A") + last) + name
    return name


def read_xlsx(content: bytes) -> dict[str, Table]:
    """Read the sheets of a workbook by their names, in their order, as text.

    Days become 2026-03-01, whole numbers lose their point; empty rows are left out.

    Raises:
        Problem: it is no workbook, or one that is too large.
    """
    if len(content) > LARGEST_FILE:
        raise Problem(
            "The file is larger than %(most)d MB.", most=LARGEST_FILE // 1_000_000
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return Workbook(packed).sheets()
    except Problem:
        raise
    # A hostile archive or sheet breaks in many ways; none of them may reach the page.
    except (
        zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, etree.LxmlError, LookupError,
        ValueError, TypeError, AttributeError, OSError, EOFError, RuntimeError,
        OverflowError,
    ):  # fmt: skip
        raise no_workbook() from None


def no_workbook() -> Problem:
    return Problem("This is not an Excel workbook (.xlsx) that can be read.")


class Workbook:
    """The parts of an open workbook."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self.packed = packed
        self.names = set(packed.namelist())
        if "xl/workbook.xml" not in self.names or len(self.names) > MOST_PARTS:
            raise no_workbook()
        self.shared = self.shared_strings()
        self.formats = self.number_formats()

    def sheets(self) -> dict[str, Table]:
        tree = self.tree("xl/workbook.xml")
        targets = {
            each.get("Id"): each.get("Target", "")
            for each in self.tree("xl/_rels/workbook.xml.rels")
        }
        properties = tree.find(tag("workbookPr"))
        first = 1904 if is_true(properties, "date1904") else 1900
        found: dict[str, Table] = {}
        for each in tree.iter(tag("sheet")):
            target = targets[each.get(f"{{{RELATED}}}id")]
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in self.names and "worksheets" in part:
                found[each.get("name", "")] = self.table(part, first)
        return found

    def part(self, name: str) -> bytes:
        with self.packed.open(name) as file:
            content = file.read(LARGEST_PART + 1)
        if len(content) > LARGEST_PART:
            raise Problem("The workbook is too large when it is unpacked. Split it.")
        return content

    def tree(self, name: str) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(self.part(name), parser)

    def shared_strings(self) -> list[str]:
        if "xl/sharedStrings.xml" not in self.names:
            return []
        strings = self.tree("xl/sharedStrings.xml").iter(tag("si"))
        return [text_of(each) for each in strings]

    def number_formats(self) -> list[int | str]:
        """Return the format of each cell style: a known number, or its own letters."""
        if "xl/styles.xml" not in self.names:
            return []
        tree = self.tree("xl/styles.xml")
        own = {
            each.get("numFmtId"): each.get("formatCode", "")
            for each in tree.iter(tag("numFmt"))
        }
        cell_styles = tree.find(tag("cellXfs"))
        if cell_styles is None:
            return []
        ids = [each.get("numFmtId", "0") for each in cell_styles]
        return [own.get(each, int(each)) for each in ids]

    def table(self, part: str, first: int) -> Table:
        table: Table = []
        file = io.BytesIO(self.part(part))
        options = {"resolve_entities": False, "no_network": True, "load_dtd": False}
        for _, row in etree.iterparse(file, tag=tag("row"), **options):
            line = self.row(row, first)
            row.clear()
            while row.getprevious() is not None:
                del row.getparent()[0]
            if any(cell.strip() for cell in line):
                table.append(line)
                check_size(table)
        return table

    def row(self, row: etree._Element, first: int) -> list[str]:
        line: list[str] = []
        for cell in row.iter(tag("c")):
            place = REFERENCE.fullmatch(cell.get("r", ""))
            column = column_of(place[1]) if place else len(line)
            if column >= len(line):
                line += [""] * (min(column, 16_384) + 1 - len(line))
            line[column] = self.value(cell, first)
            check_size([line[:300]])
        return line

    def value(self, cell: etree._Element, first: int) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return text_of(cell)
        value = cell.find(tag("v"))
        text = (value.text or "") if value is not None else ""
        if kind == "s":
            return self.shared[int(text)]
        if kind == "b":
            return "TRUE" if text == "1" else "FALSE"
        if kind != "n" or not text:
            return unescaped(text)
        style = int(cell.get("s", "0"))
        shown = self.formats[style] if 0 <= style < len(self.formats) else 0
        return number_text(text, shown, first)


def tag(name: str) -> str:
    return f"{{{MAIN}}}{name}"


def is_true(element: etree._Element | None, name: str) -> bool:
    return element is not None and element.get(name) in {"1", "true"}


def text_of(element: etree._Element) -> str:
    """Return the text of a string with all its runs, without how it is read aloud."""
    pieces = [
        each.text or ""
        for each in element.iter(tag("t"))
        if etree.QName(each.getparent()).localname != "rPh"
    ]
    return unescaped("".join(pieces))


def unescaped(text: str) -> str:
    """Return the text that Excel means, without halves of characters and NULs."""
    if "_x" in text:
        text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        whole = text.encode("utf-16-le", "surrogatepass")
        text = whole.decode("utf-16-le", "replace")
    return text.replace("\0", "")


def column_of(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def number_text(text: str, shown: int | str, first: int) -> str:
    """Return a number as its format shows it: a day, a percentage or plain."""
    number = float(text)
    if is_day(shown) and 0 < number < 2_958_466:  # 31 December 9999
        return day_text(number, first)
    if shown in PERCENT_FORMATS or (isinstance(shown, str) and "%" in shown):
        return f"{number * 100:.15g}%"
    return f"{number:.15g}"


def is_day(shown: int | str) -> bool:
    if isinstance(shown, int):
        return shown in DAY_FORMATS
    code = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", shown).lower()
    return bool(re.search(r"[yd]", code))


def day_text(number: float, first: int) -> str:
    """Return the day that Excel counts; it believes in 29 February 1900."""
    start = datetime(1904, 1, 1) if first == 1904 else datetime(1899, 12, 30)  # noqa: DTZ001
    moment = start + timedelta(days=number)
    if moment.hour or moment.minute:
        return f"{moment:%Y-%m-%d %H:%M}"
    return f"{moment:%Y-%m-%d}"
