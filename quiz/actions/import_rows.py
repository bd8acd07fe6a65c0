"""A teacher brings rows of a spreadsheet into a bank: good ones go in, bad ones say why."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from quiz.core.problems import Problem
from quiz.core.questions import Origin, Question, checked, plain
from quiz.formats.bank_file import stands
from quiz.formats.delimited_text import Table, read_delimited
from quiz.formats.question_columns import Column
from quiz.formats.question_rows import EMPTY, Row, question_in, read_data
from quiz.formats.spreadsheet import BANK, is_whole_bank
from quiz.formats.xlsx_file import ZIPPED, read_xlsx
from quiz.readers.text_files import read_text
from quiz.storage.banks import add_questions, change_questions, find_bank_of
from quiz.storage.catalogue import Wanted, chosen_questions
from quiz.storage.engine import begin_writing
from quiz.storage.tables import BankRow, QuestionRow

OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # how an .xls file begins


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that can't go in. `number` counts in the table, from 1."""

    number: int
    start: str  # of its first cell that says something
    problem: Problem


@dataclass(slots=True)
class RowPlan:
    """What the rows of a table would do to a bank."""

    new: list[Question] = field(default_factory=list)
    changed: list[tuple[QuestionRow, Question]] = field(default_factory=list)
    same: int = 0  # in the bank already, and as the row says
    bad: list[BadRow] = field(default_factory=list)


def read_table(content: bytes) -> Table:
    """Read the rows of a file: CSV, TSV or Excel, told apart by what is in it.

    Raises:
        Problem: it is another kind of file, or one that is too large.
    """
    if content.startswith(OLD_EXCEL):
        raise Problem("This is an old Excel file (.xls). Save it as .xlsx or as CSV.")
    if not content.startswith(ZIPPED):
        return filled(read_delimited(read_text(content)))
    sheets = read_xlsx(content)
    if is_whole_bank(sheets):
        sheets.pop(BANK)
    return filled(next(iter(sheets.values()), []))


def paste_table(text: str) -> Table:
    """Read rows that were copied out of a spreadsheet.

    Raises:
        Problem: there is nothing in it, or too much.
    """
    return filled(read_delimited(text))


def filled(table: Table) -> Table:
    if not table:
        raise Problem("There are no rows in it.")
    width = max(len(row) for row in table)
    return [row + [""] * (width - len(row)) for row in table]


def plan_rows(
    session: Session,
    owner_id: int,
    bank_id: int,
    table: Table,
    columns: Sequence[Column | None],
    *,
    has_head: bool,
) -> RowPlan:
    """Say what the rows would do. Nothing is kept.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: no column holds the questions.
    """
    bank = find_bank_of(session, owner_id, bank_id)
    return plan_for(session, bank, table, columns, has_head=has_head)


def import_rows(
    session: Session,
    owner_id: int,
    bank_id: int,
    table: Table,
    columns: Sequence[Column | None],
    now: datetime,
    *,
    has_head: bool,
) -> RowPlan:
    """Add the new questions and change the known ones, as one step; bad rows stay out.

    A row that says nothing of its status comes in as a draft.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: no column holds the questions.
    """
    begin_writing(session)
    bank = find_bank_of(session, owner_id, bank_id)
    plan = plan_for(session, bank, table, columns, has_head=has_head)
    if plan.new:
        new = [replace(each, created=now, changed=now) for each in plan.new]
        add_questions(session, bank, new, owner_id, now, "imported")
    if plan.changed:
        change_questions(session, bank, plan.changed, "edited", owner_id, now)
    session.commit()
    return plan


def plan_for(
    session: Session,
    bank: BankRow,
    table: Table,
    columns: Sequence[Column | None],
    *,
    has_head: bool,
) -> RowPlan:
    if Column.QUESTION not in columns:
        raise Problem("Say which column holds the questions.")
    planner = Planner(bank, chosen_questions(session, bank.id, Wanted()))
    for number, cells in enumerate(table, 1):
        if number > 1 or not has_head:
            planner.take(number, Row(columns, cells))
    return planner.plan


class Planner:
    """Sorts rows by what they would do; remembers what it has seen."""

    def __init__(self, bank: BankRow, rows: Sequence[QuestionRow]) -> None:
        self.plan = RowPlan()
        self.rows = {row.uid: row for row in rows}
        self.asked = {asked_in(row.question) for row in rows}
        self.texts = {article.uid: article.text for article in bank.articles}

    def take(self, number: int, row: Row) -> None:
        if not any(text.strip() for _, text in row.cells):
            return
        try:
            data = read_data(row)
            known = self.rows.pop(data.get("id", ""), None)
            if known:
                self.change(known, row)
            else:
                self.add(question_in(row, EMPTY, data))
        except Problem as problem:
            start = next(text for _, text in row.cells if text.strip()).strip()
            self.plan.bad.append(BadRow(number, start[:80], problem))

    def change(self, known: QuestionRow, row: Row) -> None:
        old = known.question
        new = question_in(row, old, {})
        if new == old:
            self.plan.same += 1
            return
        checked(new)
        self.plan.changed.append((known, new))

    def add(self, question: Question) -> None:
        """Add a new question; it keeps its evidence where that stands in the bank."""
        checked(question)
        if asked_in(question) in self.asked:
            self.plan.same += 1
            return
        self.asked.add(asked_in(question))
        if not stands(question, self.texts):
            question = replace(question, evidence=None)
        origin = question.origin if question.id else Origin("import")
        self.plan.new.append(replace(question, id=str(uuid4()), origin=origin))


def asked_in(question: Question) -> tuple[str, str]:
    """Return what makes two questions the same for a teacher."""
    return plain(question.prompt), plain(question.answer.shown)
