"""Sharing a bank with other teachers: invite, join, look in, copy."""

from datetime import UTC, datetime

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quiz.actions.export_bank import export_bank
from quiz.actions.share_bank import (
    accept_invitation,
    duplicate_bank,
    invite,
    name_teacher,
    part_with,
    revoke,
)
from quiz.actions.sign_in import digest_of
from quiz.core.problems import Problem
from quiz.storage.bank_members import (
    find_invitation,
    find_own_bank,
    find_readable_bank,
    find_teacher,
    members_of,
    open_invitations,
    role_of,
)
from quiz.storage.banks import count_by_status, find_bank
from quiz.storage.catalogue import Wanted, list_questions
from quiz.storage.tables import BankRow
from quiz.web.addresses import row_id
from quiz.web.database import db
from quiz.web.desk_words import desk_words
from quiz.web.reading_pages import send_download
from quiz.web.security import limiter, owner_id, owner_only
from quiz.web.words import say

PAGE = 50  # questions

pages = Blueprint("sharing", __name__)
pages.context_processor(desk_words)


@pages.route("/desk/banks/<int:bank_id>/sharing", methods=["GET", "POST"])
@owner_only
def share(bank_id: int) -> ResponseReturnValue:
    """Show who works on the bank; make links, revoke them, part with members."""
    me, link, problem = owner_id() or 0, "", ""
    if request.method == "POST":
        try:
            link = change_sharing(me, bank_id)
        except Problem as error:
            problem = say(error)
        if not link and not problem:
            return redirect(url_for("sharing.share", bank_id=bank_id))
    bank = find_own_bank(db.session(), me, bank_id)
    shown = render_template(
        "sharing/share.html",
        bank=bank,
        counts=count_by_status(db.session(), bank_id),
        members=members_of(db.session(), bank_id),
        invitations=open_invitations(db.session(), bank_id, datetime.now(UTC)),
        name=find_teacher(db.session(), me).name,
        link=link,
        problem=problem,
    )
    return shown, 422 if problem else 200


def change_sharing(me: int, bank_id: int) -> str:
    """Do what the pressed button says; return the address of a new link, or ""."""
    find_own_bank(db.session(), me, bank_id)
    db.session().rollback()  # the actions begin their own transactions
    wish, _colon, number = request.form.get("do", "").partition(":")
    target = row_id(number) if number.isdigit() else 0
    now = datetime.now(UTC)
    if wish == "invite":
        role = request.form.get("role", "")
        if name := request.form.get("name", "").strip():
            name_teacher(db.session(), me, name, now)
        token = invite(db.session(), me, bank_id, role, now)
        return url_for("sharing.join", token=token, _external=True)
    if wish == "revoke":
        revoke(db.session(), me, bank_id, target, now)
    elif wish == "remove":
        part_with(db.session(), me, bank_id, target, now)
    else:
        raise Problem("Choose what to do.")
    return ""


@pages.route("/desk/name", methods=["GET", "POST"])
@owner_only
def call_me() -> ResponseReturnValue:
    """Ask what colleagues call the teacher, in invitations and in the history."""
    me, problem = owner_id() or 0, ""
    if request.method == "POST":
        try:
            name_teacher(db.session(), me, request.form.get("name", ""), datetime.now(UTC))
            return redirect(url_for("desk.banks"))
        except Problem as error:
            db.session().rollback()
            problem = say(error)
    name = request.form.get("name", find_teacher(db.session(), me).name)
    shown = render_template("sharing/call_me.html", name=name, problem=problem)
    return shown, 422 if problem else 200


@pages.route("/join-bank/<token>", methods=["GET", "POST"])
@limiter.limit(lambda: current_app.config["SIGN_IN_LIMIT"], methods=["POST"])
def join(token: str) -> ResponseReturnValue:
    """Show what the link invites to; one press takes it up."""
    problem = ""
    if request.method == "POST":
        try:
            return take_up(token)
        except Problem as error:
            problem = say(error)
            db.session().rollback()
    invitation = find_invitation(db.session(), digest_of(token), datetime.now(UTC))
    bank = find_bank(db.session(), invitation.bank_id)
    shown = render_template(
        "sharing/join.html",
        bank=bank,
        role=invitation.role,
        by=find_teacher(db.session(), bank.owner_id).name,
        problem=problem,
    )
    return shown, 422 if problem else 200


def take_up(token: str) -> ResponseReturnValue:
    now, name = datetime.now(UTC), request.form.get("name", "")
    bank, person_id = accept_invitation(db.session(), token, owner_id(), name, now)
    if owner_id() is None:
        session["owner"] = person_id
        session.permanent = True
    flash(_("You are in. This browser now opens the teacher's desk."))
    return redirect(place_of(bank, person_id))


def place_of(bank: BankRow, person_id: int) -> str:
    """Return where a teacher looks at the bank: an editor's page or a reader's."""
    may_edit = role_of(db.session(), person_id, bank) in {"owner", "editor"}
    return url_for("banks.show" if may_edit else "sharing.look", bank_id=bank.id)


@pages.get("/desk/banks/<int:bank_id>/look")
@owner_only
def look(bank_id: int) -> ResponseReturnValue:
    """Show a bank to a teacher who only reads it."""
    db_session, me = db.session(), owner_id() or 0
    bank = find_readable_bank(db_session, me, bank_id)
    counts = count_by_status(db_session, bank_id)
    last_page = max(1, -(-sum(counts.values()) // PAGE))
    page = min(max(request.args.get("page", 1, type=row_id), 1), last_page)
    rows = list_questions(db_session, bank_id, Wanted(), (page - 1) * PAGE, PAGE)
    return render_template(
        "sharing/look.html",
        bank=bank,
        counts=counts,
        role=role_of(db_session, me, bank),
        me=me,
        by=find_teacher(db_session, bank.owner_id).name,
        rows=rows,
        page=page,
        last_page=last_page,
    )


@pages.get("/desk/banks/<int:bank_id>/look/file")
@owner_only
def take_file(bank_id: int) -> ResponseReturnValue:
    """Give a reader the bank file."""
    find_readable_bank(db.session(), owner_id() or 0, bank_id)
    return send_download(export_bank(db.session(), bank_id, "quiz"))


@pages.post("/desk/banks/<int:bank_id>/copy")
@owner_only
def copy(bank_id: int) -> ResponseReturnValue:
    """Make a bank of the teacher's own out of one that they may read."""
    me = owner_id() or 0
    title = find_readable_bank(db.session(), me, bank_id).title
    db.session().rollback()  # the action begins its own transaction
    name = _("%(title)s (copy)", title=title)
    bank = duplicate_bank(db.session(), me, bank_id, name, datetime.now(UTC))
    return redirect(url_for("banks.show", bank_id=bank.id))


@pages.post("/desk/banks/<int:bank_id>/leave")
@owner_only
def leave(bank_id: int) -> ResponseReturnValue:
    me = owner_id() or 0
    part_with(db.session(), me, bank_id, me, datetime.now(UTC))
    return redirect(url_for("desk.banks"))
