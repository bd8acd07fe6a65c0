"""Any bank goes out to a spreadsheet and comes back equal; any bytes are survived."""

import io
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.problems import Problem
from quiz.core.questions import Bank, Question
from quiz.formats.delimited_text import read_delimited
from quiz.formats.question_columns import Column, column_named, match_columns
from quiz.formats.question_rows import EMPTY, Row, question_in, read_data
from quiz.formats.spreadsheet import (
    bank_in,
    is_whole_bank,
    write_csv,
    write_tsv,
    write_workbook,
)
from quiz.formats.xlsx_file import number_text, read_xlsx
from tests.formats.test_bank_file import banks
from tests.samples import sample_bank


def questions_of(content: bytes) -> tuple[Question, ...]:
    head, *rows = read_delimited(content.decode("utf-8-sig"))
    columns = match_columns(head, len(head)).columns
    made = (Row(columns, cells) for cells in rows)
    return tuple(question_in(row, EMPTY, read_data(row)) for row in made)


@given(banks())
@settings(deadline=None, max_examples=60)
def test_any_bank_comes_back_equal_from_its_workbook(bank: Bank) -> None:
    sheets = read_xlsx(write_workbook(bank))
    assert is_whole_bank(sheets)
    assert bank_in(sheets) == bank


@given(banks(), st.sampled_from([write_csv, write_tsv]))
@settings(deadline=None, max_examples=60)
def test_any_questions_come_back_equal_from_text(
    bank: Bank, write: Callable[[Bank], bytes]
) -> None:
    assert questions_of(write(bank)) == bank.questions


def test_a_long_article_is_cut_into_cells_and_joined_again() -> None:
    bank = sample_bank()
    [article] = bank.articles
    long = replace(article, text=article.text + "\n한 문장이다." * 12_000)
    bank = replace(bank, articles=(long,))
    assert bank_in(read_xlsx(write_workbook(bank))) == bank


def test_the_cells_are_what_a_teacher_reads() -> None:
    head, first, *_ = read_delimited(write_csv(sample_bank()).decode("utf-8-sig"))
    assert head[:5] == ["문제", "정답", "다른 정답", "오답 1", "답글 1"]
    assert first[:8] == [
        "한빛천문대의 초대 대장은 누구인가?", "김서윤", "金敍玧", "이도현", "", "박하늘",
        "박하늘은 2대 대장이다.", "최가람",
    ]  # fmt: skip
    assert "참·거짓, 고르기, 빈칸, 쓰기, 카드" in first
    assert {"말", "승인", "사람", "0.5"} <= set(first)


def test_what_a_spreadsheet_would_calculate_is_told_to_be_text() -> None:
    bank = sample_bank()
    odd = replace(bank.questions[0], prompt='=HYPERLINK("x")', explanation="-5도")
    bank = replace(bank, questions=(odd,))
    text = write_csv(bank).decode("utf-8-sig")
    assert "'=HYPERLINK" in text
    assert "'-5도" in text
    assert questions_of(write_csv(bank)) == bank.questions


@given(st.binary(max_size=300))
def test_any_bytes_are_no_workbook(content: bytes) -> None:
    with pytest.raises(Problem, match="not an Excel workbook"):
        read_xlsx(content)


WHOLE = write_workbook(sample_bank())
EXAMPLES = int(os.environ.get("QUIZ_FUZZ", "100"))  # see `make fuzz`


@given(st.data())
@settings(deadline=None, max_examples=EXAMPLES)
def test_a_workbook_broken_at_any_place_gives_a_bank_or_a_problem(
    data: st.DataObject,
) -> None:
    content = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(
            st.integers(0, 255)
        )
    survive(bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))]))


@given(st.data())
@settings(deadline=None, max_examples=EXAMPLES)
def test_a_workbook_with_a_broken_part_gives_a_bank_or_a_problem(
    data: st.DataObject,
) -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as packed:
        parts = {name: packed.read(name).decode() for name in packed.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    text = parts[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 30, len(text))))
    odd = st.sampled_from(["", "&lol;", "<", '"', "99999999999", "-1", "_xD800_", "\x01"])
    parts[name] = text[:start] + data.draw(odd) + text[end:]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for each, content in parts.items():
            packed.writestr(each, content)
    survive(file.getvalue())


def survive(content: bytes) -> None:
    try:
        sheets = read_xlsx(content)
        bank = bank_in(sheets) if is_whole_bank(sheets) else None
    except Problem:
        return
    if bank is not None:
        assert bank_in(read_xlsx(write_workbook(bank))) == bank


CELLS = st.text(max_size=12) | st.sampled_from(
    ["참", "x", "3", "②", "2019년", "80cm", '{"id": 5}', '{"evidence": [1]}', "{}", "[["]
)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=4), st.sampled_from("\t,;"))
@settings(max_examples=EXAMPLES)
def test_any_table_gives_questions_or_problems(table: list[list[str]], by: str) -> None:
    try:
        read = read_delimited("\n".join(by.join(row) for row in table))
    except Problem:
        return
    for head in read[:1]:
        matched = match_columns(head, max(map(len, read)))
        for cells in read:
            row = Row(matched.columns, cells)
            try:
                question_in(row, EMPTY, read_data(row))
            except Problem:
                continue


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * 61_000_000)
    with pytest.raises(Problem, match="too large"):
        read_xlsx(file.getvalue())


@pytest.mark.parametrize(
    ("number", "shown", "text"),
    [
        ("43733", 14, "2019-09-25"),
        ("43733.5", 22, "2019-09-25 12:00"),
        ("43733", "yyyy년 m월 d일", "2019-09-25"),
        ("43733", '0"days"', "43733"),
        ("80", 0, "80"),
        ("3.5", 0, "3.5"),
        ("0.1", 9, "10%"),
        ("1e20", 0, "1e+20"),
    ],
)
def test_numbers_of_excel_are_read_as_they_are_shown(
    number: str, shown: int | str, text: str
) -> None:
    assert number_text(number, shown, 1900) == text


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("Wrong option 2", Column.WRONG),
        ("보기3", Column.OPTION),
        ("정답", Column.ANSWER),
        ("CORRECT ANSWER", Column.ANSWER),
        ("문항 번호", None),
        ("", None),
        ("12", None),
    ],
)
def test_columns_are_known_by_their_names(name: str, column: Column | None) -> None:
    assert column_named(name) is column


def test_a_cell_may_hold_delimiters_quotes_and_lines() -> None:
    table = read_delimited('문제;정답\n"하나; ""둘"""; "가\n"가;나\n')
    assert table[0] == ["문제", "정답"]
    assert table[1][0] == '하나; "둘"'
    assert read_delimited('문제,정답\n"가\n나","1,5"\n')[1] == ["가\n나", "1,5"]
