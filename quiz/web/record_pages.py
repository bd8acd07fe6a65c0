"""Pages where a learner keeps a record: carries it along, downloads it, deletes it."""

import json
from datetime import UTC, datetime
from ipaddress import ip_address

from flask import (
    Blueprint,
    Response,
    abort,
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

from quiz.actions.come_back import has_password, nickname_of
from quiz.actions.join_records import may_join
from quiz.actions.keep_record import (
    LINK_LIFE,
    delete_record,
    export_record,
    make_record_link,
    open_record,
    whose_link,
)
from quiz.actions.show_progress import answers_so_far, banks_begun
from quiz.actions.use_passkeys import passkeys_of
from quiz.web.database import db
from quiz.web.qr_drawing import qr_code
from quiz.web.security import limiter, owner_id
from quiz.web.visitors import current_learner, go_on_with

NOT_THE_LEARNERS = {"owner", "language", "csrf_token", "_permanent"}

pages = Blueprint("record", __name__)


@pages.get("/record")
def show() -> ResponseReturnValue:
    learner = current_learner()
    return render_template(
        "record/show.html",
        answers=answers_so_far(db.engine, learner),
        learner=learner,
        nickname=nickname_of(db.session(), learner.id),
        has_password=has_password(db.session(), learner.id),
        passkeys=passkeys_of(db.session(), learner.id),
        banks=banks_begun(db.engine, learner),
    )


@pages.post("/record/link")
@limiter.limit(lambda: current_app.config["SIGN_IN_LIMIT"])
def link() -> ResponseReturnValue:
    learner = current_learner()
    if learner.id is None:
        return redirect(url_for("record.show"), 303)
    token = make_record_link(db.session(), learner.id, datetime.now(UTC))
    address = url_for("record.carry", token=token, _external=True)
    return render_template(
        "record/link.html",
        address=address,
        token=token,
        code=qr_code(address),
        minutes=LINK_LIFE.seconds // 60,
        is_only_here=is_only_here(request.host),
    )


def is_only_here(host: str) -> bool:
    """Tell whether an address with this host leads other devices to themselves."""
    name = host.rpartition(":")[0] or host
    if name == "localhost":
        return True
    try:
        return ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


@pages.get("/carry/<token>")
def carry(token: str) -> ResponseReturnValue:
    """Ask for one press: mail programs and chats open links by themselves."""
    person = whose_link(db.session(), token, datetime.now(UTC))
    return carry_page(token, person)


def carry_page(token: str, person: int | None) -> ResponseReturnValue:
    answers = may_join(db.engine, person, session.get("learner")) if person else 0
    shown = render_template(
        "record/carry.html",
        token=token,
        is_spent=person is None,
        is_here=person is not None and person == current_learner().id,
        answers=answers,
    )
    return shown, 410 if person is None else 200


@pages.post("/carry/<token>")
@limiter.limit(lambda: current_app.config["SIGN_IN_LIMIT"])
def arrive(token: str) -> ResponseReturnValue:
    """Let this browser go on with the link's record; its own goes along."""
    person = open_record(db.session(), token, datetime.now(UTC))
    if person is None:
        return carry_page(token, None)
    go_on_with(person)
    flash(
        _("Carry on here where you left off. What you answer on either device is shared.")
    )
    return redirect(url_for("today.show"), 303)


@pages.get("/record/download")
def download() -> ResponseReturnValue:
    learner, now = current_learner(), datetime.now(UTC)
    if learner.id is None:
        abort(404)
    data = export_record(db.engine, learner, now)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    name = f"quiz-record-{now:%Y-%m-%d}.json"
    response = Response(text, mimetype="application/json")
    response.headers.set("Content-Disposition", "attachment", filename=name)
    response.headers["Cache-Control"] = "no-store"
    return response


@pages.route("/record/delete", methods=["GET", "POST"])
def delete() -> ResponseReturnValue:
    learner = current_learner()
    if request.method == "POST" and request.form.get("sure"):
        delete_record(db.engine, learner, datetime.now(UTC))
        for name in set(session) - NOT_THE_LEARNERS:
            session.pop(name)
        flash(_("Everything that was kept of you here is deleted."))
        response = redirect(url_for("today.show"), 303)
        response.headers["Clear-Site-Data"] = '"storage"'  # what the device carries along
        return response
    return render_template(
        "record/delete.html",
        answers=answers_so_far(db.engine, learner),
        is_unsure=request.method == "POST",
        is_teacher=owner_id() is not None and owner_id() == learner.id,
    )
