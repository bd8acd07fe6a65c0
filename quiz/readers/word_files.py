"""Word (.docx) -> its paragraphs, tables row by row, and what its properties say."""

from dataclasses import dataclass, field
from datetime import date

from quiz.core.article import LONGEST_TEXT
from quiz.core.imprint import Imprint
from quiz.core.problems import Problem
from quiz.readers.found_text import FoundText, found_text, too_long
from quiz.readers.zipped_xml import elements, open_zip, read_part

BODY, PROPERTIES = "word/document.xml", "docProps/core.xml"
# Text that is not part of what is read: what was struck out, fields' codes, text boxes'
# second copy for old programs.
SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback"})


def read_docx(content: bytes) -> FoundText:
    """Read a Word document.

    Raises:
        Problem: it is broken, locked, empty or no Word document.
    """
    with open_zip(content) as archive:
        body = read_part(archive, BODY)
        if not body:
            raise Problem("This is not a Word document.")
        properties = read_part(archive, PROPERTIES)
    document = Document()
    for event, tag, element in elements(body):
        document.take(event, tag, element.text or "" if event == "end" else "")
    return found_text("\n".join(document.lines), guessed=imprint_of(properties))


@dataclass(slots=True)
class Document:
    """Collects the lines of a document from the events of its XML."""

    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # of the paragraph being read
    cells: list[list[str]] = field(default_factory=list)  # of each open table's row
    skipping: int = 0
    length: int = 0

    def take(self, event: str, tag: str, text: str) -> None:
        if tag in SKIPPED:
            self.skipping += 1 if event == "start" else -1
        elif event == "start":
            if tag == "tr":
                self.cells.append([])
        elif tag == "tr":
            self.end_row()
        elif tag == "p":
            self.end_paragraph()
        elif not self.skipping:
            self.add(
                {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(tag, "")
            )
            self.add(text if tag == "t" else "")

    def add(self, text: str) -> None:
        self.length += len(text)
        if self.length > LONGEST_TEXT:
            raise too_long()
        self.words.append(text)

    def end_paragraph(self) -> None:
        line = "".join(self.words)
        self.words.clear()
        if not self.cells:
            self.lines.append(line)
        elif line.strip():
            self.cells[-1].append(" ".join(line.split()))

    def end_row(self) -> None:
        row = ", ".join(self.cells.pop())
        if self.cells:  # a table inside a cell
            self.cells[-1].append(row)
        else:
            self.lines.append(row)


def imprint_of(properties: bytes) -> Imprint:
    title, made = "", None
    if not properties:
        return Imprint()
    try:
        for event, tag, element in elements(properties):
            if event == "end" and tag == "title":
                title = element.text or ""
            elif event == "end" and tag == "created":
                made = day_of(element.text or "")
    except Problem:  # what the properties say is only a help
        return Imprint()
    return Imprint(title, made)


def day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
