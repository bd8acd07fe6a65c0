"""Rows of a spreadsheet become questions; one bad row never loses the good ones."""

import os
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from quiz.actions.export_bank import export_bank
from quiz.actions.import_bank import import_bank
from quiz.actions.import_rows import (
    RowPlan,
    import_rows,
    paste_table,
    plan_rows,
    read_table,
)
from quiz.actions.undo_change import undo_change
from quiz.core.problems import Problem
from quiz.core.questions import Answer, AnswerKind, Form, Status
from quiz.formats.question_columns import Column, match_columns
from quiz.formats.xlsx_file import write_xlsx
from quiz.storage.banks import whole_bank
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


def bring(session: Session, bank: BankRow, text: str, now: datetime) -> RowPlan:
    table = paste_table(text)
    matched = match_columns(table[0], len(table[0]))
    return import_rows(
        session, bank.owner_id, bank.id, table, matched.columns, now,
        has_head=matched.has_head,
    )  # fmt: skip


def test_pasted_rows_without_names_are_question_answer_and_wrong_options(
    session: Session, bank: BankRow, now: datetime
) -> None:
    rows = (
        "별의 이름은?\t직녀성\t견우성\t북극성\n몇 년인가?\t2019년\t\t\n길이는?\t3.5 m\t\t\n"
    )
    assert len(bring(session, bank, rows, now).new) == 3
    star, year, length = (row.question for row in bank.questions[-3:])
    assert star.answer == Answer(AnswerKind.WORDS, ("직녀성",))
    assert [option.text for option in star.wrong] == ["견우성", "북극성"]
    assert star.forms == (Form.CHOICE, Form.TYPED, Form.CARD)
    assert (star.status, star.origin.by, star.created) == (Status.DRAFT, "import", now)
    kinds = (year.answer.kind, length.answer.kind)
    assert kinds == (AnswerKind.DATE, AnswerKind.NUMBER)


def test_options_with_the_number_of_the_right_one_are_understood(
    session: Session, bank: BankRow, now: datetime
) -> None:
    rows = (
        "문항,보기1,보기2,보기 3,정답,해설,난이도\n"
        "가장 밝은 별은?,금성,시리우스,북극성,②,겉보기 등급,상\n"
        "가장 가까운 별은?,해,시리우스,북극성,해,,\n"
        "가장 먼 별은?,해,달,별,9,,\n"
    )
    plan = bring(session, bank, rows, now)
    first, second = (row.question for row in bank.questions[-2:])
    assert (first.answer.shown, first.explanation, first.difficulty) == (
        "시리우스",
        "겉보기 등급",
        0.8,
    )
    assert {option.text for option in first.wrong} == {"금성", "북극성"}
    assert second.answer.shown == "해"
    [bad] = plan.bad
    assert (bad.number, bad.start) == (4, "가장 먼 별은?")
    assert str(bad.problem) == "The answer “9” is none of the options."


def test_bad_rows_say_why_and_good_ones_go_in(
    session: Session, bank: BankRow, now: datetime
) -> None:
    rows = (
        "question;answer;wrong;wrong;status;difficulty;forms;kind\n"
        "Who?;Ann;Bob;Cy;approved;0.3;choice, typed;words\n"
        ";Ann;;;;;;\n"
        "What?;;;;;;;\n"
        "Why?;x;x;y;;;;\n"
        "How?;y;;;;hard;;\n"
        "When?;y;;;done;;;\n"
        "Where?;y;;;;7;;\n"
        "Whom?;y;;;;;dance;\n"
        "Whose?;y;;;;;;thing\n"
        "Which?;y;;;;;choice;\n"
    )
    plan = bring(session, bank, rows, now)
    assert [question.prompt for question in plan.new] == ["Who?", "How?"]
    assert [(bad.number, str(bad.problem)) for bad in plan.bad] == [
        (3, "Write the question."),
        (4, "Give at least one accepted answer."),
        (5, "“x” is also an accepted answer."),
        (7, "There is no status called “done”."),
        (8, "The difficulty “7” is no number from 0 (easy) to 1."),
        (9, "There is no form called “dance”."),
        (10, "There is no kind of answer called “thing”."),
        (11, "A choice needs at least two wrong options."),
    ]
    assert bank.questions[-2].status == "approved"


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_rows_that_went_out_change_their_questions_when_they_come_back(
    session: Session, bank: BankRow, now: datetime, form: str
) -> None:
    before = whole_bank(bank).questions
    table = read_table(export_bank(session, bank.id, form).content)
    columns = match_columns(table[0], len(table[0])).columns
    args = (session, bank.owner_id, bank.id, table, columns)
    same = plan_rows(*args, has_head=True)
    assert (same.same, same.new, same.changed, same.bad) == (5, [], [], [])
    at = columns.index(Column.EXPLANATION)
    table[1][at] = "초대 대장이다."
    table.append(["새 문제인가?", "그렇다", *[""] * (len(columns) - 2)])
    plan = import_rows(*args, now, has_head=True)
    assert (len(plan.new), len(plan.changed), plan.same) == (1, 1, 4)
    first = bank.questions[0].question
    assert first == replace(before[0], explanation="초대 대장이다.", changed=now)
    undo_change(session, bank.owner_id, bank.id, now + timedelta(seconds=1))
    after = whole_bank(bank).questions
    assert [replace(q, changed=q.created) for q in after[:5]] == list(before)
    assert after[5].status is Status.RETIRED


def test_the_same_rows_twice_come_in_once(
    session: Session, bank: BankRow, now: datetime
) -> None:
    rows = "문제\t정답\n하나인가?\t하나\n하나인가?\t하나\n"
    assert len(bring(session, bank, rows, now).new) == 1
    plan = bring(session, bank, rows, now)
    assert (plan.new, plan.same) == ([], 2)


def test_a_row_copied_in_the_spreadsheet_is_a_new_question(
    session: Session, bank: BankRow, now: datetime
) -> None:
    table = read_table(export_bank(session, bank.id, "csv").content)
    columns = match_columns(table[0], len(table[0])).columns
    table.append(["초대 대장의 이름은?", *table[1][1:]])
    plan = import_rows(session, bank.owner_id, bank.id, table, columns, now, has_head=True)
    assert len(plan.new) == 1
    assert bank.questions[-1].question.evidence == bank.questions[0].question.evidence
    assert bank.questions[-1].uid != bank.questions[0].uid


def test_a_workbook_carries_a_whole_bank_to_another_installation(
    session: Session, bank: BankRow, now: datetime
) -> None:
    content = export_bank(session, bank.id, "xlsx").content
    twin = import_bank(session, bank.owner_id, content, now)
    assert whole_bank(twin).questions == whole_bank(bank).questions
    assert whole_bank(twin).articles == whole_bank(bank).articles
    with pytest.raises(Problem, match="not a whole bank"):
        import_bank(session, bank.owner_id, write_xlsx({"a": [["문제"]]}), now)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0 old", "Save it as .xlsx"),
        (b"PK\x03\x04 broken", "not an Excel workbook"),
        (b" ", "empty"),
        (write_xlsx({"a": []}), "no rows"),
        (b"a,b\n" * 20_001, "more than 20,000 rows"),
        (b"," * 300 + b"x", "more than 200 columns"),
        (b"x" * 100_001, "more than 100,000 characters"),
    ],
)
def test_what_is_no_table_gets_a_sentence(content: bytes, reason: str) -> None:
    with pytest.raises(Problem, match=reason):
        read_table(content)


def test_a_file_of_korean_windows_is_read() -> None:
    korean = "문제,정답\n언제인가?,2019-09-25\n".encode("cp949")
    assert read_table(korean)[1] == ["언제인가?", "2019-09-25"]


def test_a_table_without_questions_is_refused(
    session: Session, bank: BankRow, now: datetime
) -> None:
    with pytest.raises(Problem, match="which column"):
        import_rows(session, bank.owner_id, bank.id, [["a"]], [None], now, has_head=False)


SHEET = (
    "문제\t정답\t오답\t난이도\t자료\n"
    "달은?\t38만 km\t3만 km\t0.2\t{}\n별은?\t가\t나\t9\t[1]\n"
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp949")


@st.composite
def uploads(draw: st.DrawFn) -> bytes:
    """Draw a sheet in some encoding that something has happened to, or any bytes."""
    if draw(st.booleans()):
        return draw(st.binary(max_size=200))
    content = bytearray(SHEET.encode(draw(st.sampled_from(ENCODINGS))))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(content)))
        content[at : at + draw(st.integers(0, 9))] = draw(st.binary(max_size=9))
    return bytes(content)


@given(uploads())
@settings(
    deadline=None,
    max_examples=int(os.environ.get("QUIZ_FUZZ", "60")),  # see `make fuzz`
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_upload_is_sorted_into_rows_or_gets_a_sentence(
    session: Session, bank: BankRow, content: bytes
) -> None:
    try:
        table = read_table(content)
        matched = match_columns(table[0], len(table[0]))
        args = (session, bank.owner_id, bank.id, table, matched.columns)
        plan = plan_rows(*args, has_head=matched.has_head)
    except Problem as problem:
        str(problem)  # it can be said
        return
    sorted_rows = len(plan.new) + len(plan.changed) + plan.same + len(plan.bad)
    assert sorted_rows <= len(table)
    assert all(str(row.problem) for row in plan.bad)
