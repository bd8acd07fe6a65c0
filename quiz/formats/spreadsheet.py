"""A bank as a spreadsheet: a workbook carries all of it, CSV and TSV its questions.

What CSV and TSV lose: the articles and the warnings of the drafting. A question that
comes back to its bank finds its evidence there again.
"""

import json
import uuid
from collections.abc import Iterator
from dataclasses import replace

from quiz.core.plain_data import bank_data
from quiz.core.problems import Problem
from quiz.core.questions import Bank, Question
from quiz.formats.bank_file import check_evidence, check_ids, json_of, read_bank
from quiz.formats.delimited_text import Table, write_delimited
from quiz.formats.question_columns import match_columns
from quiz.formats.question_rows import (
    EMPTY,
    Row,
    cell,
    decoded,
    question_in,
    question_table,
    read_data,
)
from quiz.formats.xlsx_file import LONGEST_EXCEL_CELL, write_xlsx

BANK, ARTICLES = "bank", "articles"  # names of sheets
FORMAT = ("format", "quiz-bank 1")  # the first row of the bank's sheet
SHEET_NAMES = {"ko": "문제", "en": "questions"}
PIECE = LONGEST_EXCEL_CELL - 2_767  # of an article; its parts are joined again


def write_csv(bank: Bank) -> bytes:
    return write_delimited(question_table(bank.questions, bank.language), ",")


def write_tsv(bank: Bank) -> bytes:
    return write_delimited(question_table(bank.questions, bank.language), "\t")


def write_workbook(bank: Bank) -> bytes:
    """Write everything of the bank as an Excel workbook.

    Raises:
        Problem: a text is longer than a cell can be.
    """
    first = SHEET_NAMES.get(bank.language, SHEET_NAMES["en"])
    return write_xlsx(
        {
            first: question_table(bank.questions, bank.language),
            ARTICLES: list(article_rows(bank)),
            BANK: list(bank_rows(bank)),
        }
    )


def article_rows(bank: Bank) -> Iterator[list[str]]:
    """Yield the articles' texts; what else is known of them stands in the bank's sheet."""
    yield ["id", "title", "text"]
    for article in bank.articles:
        text = cell(article.text)
        pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)] or [""]
        yield [article.id, cell(article.title), pieces[0]]
        yield from (["", "", piece] for piece in pieces[1:])


def bank_rows(bank: Bank) -> Iterator[list[str]]:
    """Yield all that the other sheets don't hold, as pieces of JSON."""
    yield [*FORMAT]
    data = bank_data(replace(bank, questions=()))
    data["articles"] = [{**each, "text": ""} for each in data["articles"]]
    text = json.dumps(data, ensure_ascii=True)
    for at in range(0, len(text), PIECE):
        yield ["data", text[at : at + PIECE]]


def is_whole_bank(sheets: dict[str, Table]) -> bool:
    return sheets.get(BANK, [])[:1] == [[*FORMAT]]


def bank_in(sheets: dict[str, Table]) -> Bank:
    """Return the bank of a workbook that `write_workbook` wrote.

    Raises:
        Problem: something in it can't hold; names the row.
    """
    pieces = [row[1] for row in sheets[BANK] if len(row) > 1 and row[0] == "data"]
    whole = json_of("".join(pieces).encode())
    texts = texts_in(sheets.get(ARTICLES, []))
    if isinstance(whole, dict) and isinstance(whole.get("articles"), list):
        for article in whole["articles"]:
            if isinstance(article, dict):
                article["text"] = texts.get(str(article.get("id")), "")
    bank = read_bank(json.dumps(whole).encode())
    table = next((t for name, t in sheets.items() if name not in {BANK, ARTICLES}), [])
    questions = tuple(questions_in(table, bank.id))
    bank = replace(bank, questions=questions)
    check_ids(bank)
    check_evidence(bank)
    return bank


def texts_in(table: Table) -> dict[str, str]:
    """Return the articles' texts by their ids, the pieces of each joined."""
    found: dict[str, str] = {}
    last = ""
    for row in table[1:]:
        uid, _title, text = (row + [""] * 3)[:3]
        last = uid.strip() or last
        found[last] = found.get(last, "") + text
    return {uid: decoded(text) for uid, text in found.items()}


def questions_in(table: Table, bank_id: str) -> Iterator[Question]:
    """Read the sheet of questions of a whole bank; a row without an id gets one."""
    if not table:
        return
    matched = match_columns(table[0], max(len(row) for row in table))
    for number, cells in enumerate(table[1:], 2):
        row = Row(matched.columns, cells)
        try:
            data = read_data(row)
            question = question_in(row, EMPTY, data)
        except Problem as problem:
            raise in_row(problem, number) from None
        if not question.id:
            own = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{bank_id}:{number}"))
            question = replace(question, id=own)
        yield question


def in_row(problem: Problem, number: int) -> Problem:
    return Problem(
        "Row %(row)d of the sheet can't be read: %(reason)s", row=number, reason=problem
    )
