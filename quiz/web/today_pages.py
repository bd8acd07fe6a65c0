"""The first page: what is due today."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

pages = Blueprint("today", __name__)


@pages.get("/")
def show() -> ResponseReturnValue:
    return render_template("today/show.html")
