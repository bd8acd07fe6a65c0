"""Pages where a learner takes a nickname, and comes back by it."""

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_limiter.util import get_remote_address
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField

from quiz.actions.come_back import has_password, nickname_of, take_nickname, whose_nickname
from quiz.core.nickname_rules import nickname_key
from quiz.core.problems import Problem
from quiz.web.database import db
from quiz.web.security import limiter
from quiz.web.visitors import current_learner, go_on_with
from quiz.web.words import say

pages = Blueprint("come_back", __name__)


class NicknameForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    name = StringField(_l("Nickname"))
    password = PasswordField(_l("Password"))


def who_tries() -> str:
    """A class shares one address: each of its nicknames has tries of its own."""
    return f"{get_remote_address()} {nickname_key(request.form.get('name', ''))}"


@pages.route("/record/nickname", methods=["GET", "POST"])
def nickname() -> ResponseReturnValue:
    learner, form, reason = current_learner(), NicknameForm(), ""
    if learner.id is None:
        return redirect(url_for("record.show"))
    if form.validate_on_submit():
        told = form.name.data or "", form.password.data or ""
        try:
            take_nickname(db.session(), learner.id, *told)
        except Problem as problem:
            reason = say(problem)
        else:
            flash(_("From now on you can come back by this nickname on any device."))
            return redirect(url_for("record.show"), 303)
    known = nickname_of(db.session(), learner.id)
    if request.method == "GET":
        form.name.data = known
    shown = render_template(
        "come_back/nickname.html",
        form=form,
        reason=reason,
        is_change=has_password(db.session(), learner.id),
    )
    return shown, 422 if reason else 200


@pages.route("/come-back", methods=["GET", "POST"])
@limiter.limit(
    lambda: current_app.config["SIGN_IN_LIMIT"], key_func=who_tries, methods=["POST"]
)
def enter() -> ResponseReturnValue:
    form, is_wrong = NicknameForm(), False
    if form.validate_on_submit():
        told = form.name.data or "", form.password.data or ""
        person = whose_nickname(db.session(), *told)
        if person is not None:
            return go_on(person)
        is_wrong = True
    shown = render_template("come_back/enter.html", form=form, is_wrong=is_wrong)
    return shown, 422 if is_wrong else 200


def go_on(person: int) -> ResponseReturnValue:
    go_on_with(person)
    flash(_("Welcome back. Carry on where you left off."))
    return redirect(url_for("today.show"), 303)
