"""Questions from a spreadsheet: paste or upload, match the columns, look, bring in."""

import json
from datetime import UTC, datetime

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from werkzeug.datastructures import FileStorage

from quiz.actions.import_rows import (
    RowPlan,
    import_rows,
    paste_table,
    plan_rows,
    read_table,
)
from quiz.core.problems import Problem
from quiz.formats.delimited_text import Table, check_size
from quiz.formats.question_columns import Column, Matched, match_columns
from quiz.storage.banks import count_by_status, find_bank_of
from quiz.web.database import db
from quiz.web.desk_words import desk_words
from quiz.web.security import owner_id, owner_only
from quiz.web.words import say

COLUMN_NAMES = {
    Column.QUESTION: _l("Question"),
    Column.ANSWER: _l("Answer"),
    Column.ACCEPTED: _l("Also accepted"),
    Column.WRONG: _l("Wrong option"),
    Column.REPLY: _l("Reply to this choice"),
    Column.OPTION: _l("Option (the answer is one of them)"),
    Column.KIND: _l("Kind of answer"),
    Column.TOLERANCE: _l("Tolerance"),
    Column.FORMS: _l("Forms"),
    Column.CLOZE: _l("Cloze text"),
    Column.EXPLANATION: _l("Explanation"),
    Column.TAGS: _l("Tags"),
    Column.DIFFICULTY: _l("Difficulty"),
    Column.STATUS: _l("Status"),
    Column.DATA: _l("The program's own data"),
}
SAMPLES, MOST_BAD = 3, 50  # rows shown

pages = Blueprint("rows", __name__, url_prefix="/desk/banks")
pages.context_processor(desk_words)


@pages.route("/<int:bank_id>/rows", methods=["GET", "POST"])
@owner_only
def bring(bank_id: int) -> ResponseReturnValue:
    """Take a table, show what would come of it, and bring it in when it is right."""
    find_bank_of(db.session(), owner_id() or 0, bank_id)
    if request.method == "GET":
        return page(bank_id), 200
    try:
        table = sent_table()
        matched = sent_columns(table)
        if request.form.get("do") == "bring":
            return carry_in(bank_id, table, matched)
        plan = plan_rows(
            db.session(),
            owner_id() or 0,
            bank_id,
            table,
            matched.columns,
            has_head=matched.has_head,
        )
    except Problem as problem:
        db.session().rollback()
        return page(bank_id, reason=say(problem)), 422
    return page(bank_id, table, matched, plan), 200


def sent_table() -> Table:
    """Return the table that the page carries along, else the uploaded or pasted one."""
    if carried := request.form.get("table"):
        return table_from(carried)
    file = request.files.get("file")
    if isinstance(file, FileStorage) and file.filename:
        return read_table(file.read())
    text = request.form.get("text", "")
    if not text.strip():
        raise Problem("Paste rows or choose a file.")
    return paste_table(text)


def table_from(carried: str) -> Table:
    try:
        table = json.loads(carried)
        rows = [[str(cell).replace("\0", "") for cell in row] for row in table]
        "".join(cell for row in rows for cell in row).encode()
    except (ValueError, TypeError, RecursionError):
        raise Problem("The form could not be read. Choose the file once more.") from None
    for end in range(1, len(rows) + 1):
        check_size(rows[end - 1 : end])
    if not rows:
        raise Problem("There are no rows in it.")
    return rows


def sent_columns(table: Table) -> Matched:
    """Return what the person says the columns are, else a guess."""
    width = len(table[0])
    said = request.form.getlist("column")
    if not said:
        return match_columns(table[0], width)
    known = set(Column)
    columns = [Column(each) if each in known else None for each in said]
    columns += [None] * (width - len(columns))
    return Matched(tuple(columns[:width]), "has_head" in request.form)


def carry_in(bank_id: int, table: Table, matched: Matched) -> ResponseReturnValue:
    db.session().rollback()
    plan = import_rows(
        db.session(),
        owner_id() or 0,
        bank_id,
        table,
        matched.columns,
        datetime.now(UTC),
        has_head=matched.has_head,
    )
    flash(
        _(
            "%(new)s questions came in, %(changed)s changed.",
            new=len(plan.new),
            changed=len(plan.changed),
        )
    )
    if plan.bad:
        said = ngettext(
            "%(num)s row stayed outside.", "%(num)s rows stayed outside.", len(plan.bad)
        )
        flash(said)
    return redirect(url_for("banks.show", bank_id=bank_id, order="recent"))


def page(
    bank_id: int,
    table: Table | None = None,
    matched: Matched | None = None,
    plan: RowPlan | None = None,
    reason: str = "",
) -> str:
    """Show the page; `table` and what it would do once there is one."""
    session = db.session()
    first = 1 if matched and matched.has_head else 0
    return render_template(
        "rows/bring.html",
        bank=find_bank_of(session, owner_id() or 0, bank_id),
        counts=count_by_status(session, bank_id),
        carried=json.dumps(table, ensure_ascii=False) if table else "",
        table=table or [],
        samples=(table or [])[first : first + SAMPLES],
        matched=matched,
        plan=plan,
        most_bad=MOST_BAD,
        column_names=COLUMN_NAMES,
        reason=reason,
        text=request.form.get("text", "") if reason else "",
    )
