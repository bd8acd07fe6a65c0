"""A bank as a spreadsheet: a workbook carries all of it, CSV and TSV its questions.

What CSV and TSV lose: the articles and the warnings of the drafting. A question that
comes back to its bank finds its evidence there again.
"""

import json
import uuid
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from quiz.core.plain_data import bank_data, bank_from
from quiz.core.problems import Problem
from quiz.core.questions import Bank, Question
from quiz.formats.bank_file import check_evidence, check_ids, validator
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
    yield ["id", "title", "date", "source", "text"]
    for article in bank.articles:
        text = cell(article.text)
        pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)] or [""]
        yield [
            article.id, cell(article.title), str(article.date or ""), cell(article.source),
            pieces[0],
        ]  # fmt: skip
        yield from (["", "", "", "", piece] for piece in pieces[1:])


def bank_rows(bank: Bank) -> Iterator[list[str]]:
    yield ["format", "quiz-bank 1"]
    yield ["id", bank.id]
    yield ["title", cell(bank.title)]
    yield ["language", bank.language]
    for warning in bank_data(bank)["warnings"]:
        yield ["warning", json.dumps(warning, ensure_ascii=True)]


def is_whole_bank(sheets: dict[str, Table]) -> bool:
    return sheets.get(BANK, [])[:1] == [["format", "quiz-bank 1"]]


def bank_in(sheets: dict[str, Table]) -> Bank:
    """Return the bank of a workbook that `write_workbook` wrote.

    Raises:
        Problem: something in it can't hold; names the row.
    """
    said = [(row[0], row[1] if len(row) > 1 else "") for row in sheets[BANK]]
    values = {key: decoded(value) for key, value in said}
    try:
        warnings = [json.loads(value) for key, value in said if key == "warning"]
    except (ValueError, RecursionError):
        raise Problem("The sheet “%(name)s” can't be read.", name=BANK) from None
    language = values.get("language", "")
    whole: dict[str, Any] = {
        **bank_data(Bank(values.get("id", ""), values.get("title", ""), language)),
        "articles": articles_in(sheets.get(ARTICLES, [])),
        "warnings": warnings,
    }
    if error := next(validator().iter_errors(whole), None):
        raise Problem(
            "The bank file is wrong at “%(place)s”: %(reason)s",
            place="/".join(str(part) for part in error.absolute_path) or "top",
            reason=error.message[:200],
        )
    table = next((t for name, t in sheets.items() if name not in {BANK, ARTICLES}), [])
    try:
        bank = bank_from(whole)
    except (ValueError, OverflowError) as error:  # such as 30 February
        raise Problem("The bank file is wrong: %(reason)s", reason=error) from None
    questions = tuple(questions_in(table, bank.id))
    bank = Bank(bank.id, bank.title, language, bank.articles, questions, bank.warnings)
    check_ids(bank)
    check_evidence(bank)
    return bank


def articles_in(table: Table) -> list[dict[str, str]]:
    """Return the articles' plain data, the pieces of their texts joined."""
    found: list[dict[str, str]] = []
    for row in table[1:]:
        uid, title, day, source, text = (row + [""] * 5)[:5]
        if uid.strip():
            found.append(
                {"id": uid.strip(), "title": decoded(title), "source": decoded(source)}
            )
            found[-1] |= {"text": text} | ({"date": day} if day else {})
        elif found:
            found[-1]["text"] += text
    return [{**each, "text": decoded(each["text"])} for each in found]


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
