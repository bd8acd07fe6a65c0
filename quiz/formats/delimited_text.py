"""Tables as text: comma, semicolon or tab between the cells (CSV, TSV, a paste)."""

import csv
import io
import re
from collections.abc import Iterable

from quiz.core.problems import Problem

Table = list[list[str]]

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 20_000, 200, 100_000
DELIMITERS = "\t,;"
SAMPLE_LINES = 20
# Spreadsheets take these for the start of a formula; an apostrophe tells them it is text.
FORMULA = re.compile(r"'*[=+\-@\t\r]")
NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")


def write_delimited(rows: Iterable[Iterable[str]], delimiter: str) -> bytes:
    """Write rows with Windows line ends and the mark by which Excel knows UTF-8."""
    said = io.StringIO()
    writer = csv.writer(said, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return said.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    if FORMULA.match(cell) and not NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


def unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell


def read_delimited(text: str) -> Table:
    """Read a table whose delimiter is found out; empty rows are left out.

    Raises:
        Problem: it has too many rows or columns, or a quotation without an end.
    """
    text = text.removeprefix("\ufeff").replace("\x00", "")
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=False
    )
    table: Table = []
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                table.append([unguarded(cell) for cell in row])
                check_size(table)
    except csv.Error:  # such as a cell of more than 131,072 characters
        raise Problem(
            "Row %(row)d can't be read: a quotation mark has no partner.",
            row=reader.line_num,
        ) from None
    return table


def check_size(table: Table) -> None:
    """Raise a Problem where the last row makes the table too large."""
    if len(table) > MOST_ROWS:
        raise Problem(
            "The table has more than %(most)s rows. Split it.", most=f"{MOST_ROWS:,}"
        )
    if len(table[-1]) > MOST_COLUMNS:
        raise Problem("The table has more than %(most)d columns.", most=MOST_COLUMNS)
    if any(len(cell) > LONGEST_CELL for cell in table[-1]):
        raise Problem(
            "Row %(row)d has a cell of more than %(most)s characters.",
            row=len(table),
            most=f"{LONGEST_CELL:,}",
        )


def delimiter_of(text: str) -> str:
    """Return what stands between the cells: what the first lines have most alike."""
    lines = [line for line in text.splitlines()[:SAMPLE_LINES] if line.strip()]
    if not lines:
        return ","
    first = unquoted(lines[0])
    counts = {each: first.count(each) for each in DELIMITERS}
    if counts["\t"]:
        return "\t"  # nobody writes tabs inside a cell
    alike = {
        each: sum(unquoted(line).count(each) == counts[each] for line in lines)
        for each in ",;"
        if counts[each]
    }
    return max(alike, key=lambda each: (alike[each], counts[each]), default=",")


def unquoted(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)
