"""The teacher's desk: banks and what is in them."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from quiz.storage.banks import banks_of
from quiz.web.database import db
from quiz.web.security import owner_id, owner_only

pages = Blueprint("desk", __name__, url_prefix="/desk")


@pages.get("/")
@owner_only
def banks() -> ResponseReturnValue:
    return render_template("desk/banks.html", banks=banks_of(db.session(), owner_id() or 0))
