"""Pages where anyone who may practise a bank reads its article, also from a card."""

from io import BytesIO
from urllib.parse import quote

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from quiz.actions.export_bank import Download
from quiz.actions.read_bank import find_card, read_bank, read_medium_of
from quiz.web.addresses import row_id
from quiz.web.database import db
from quiz.web.visitors import current_learner
from quiz.web.words import TRUTH_NAMES

A_YEAR = 365 * 24 * 3600  # seconds
MEDIA_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "m4a": "audio/mp4",
}

pages = Blueprint("reading", __name__)


@pages.get("/read/<int:bank_id>")
def article(bank_id: int) -> ResponseReturnValue:
    asked = request.args.get("question", type=row_id)
    chosen = request.args.get("article", type=row_id)
    reading = read_bank(db.session(), current_learner(), bank_id, asked, chosen)
    return render_template("reading/article.html", truth_names=TRUTH_NAMES, reading=reading)


@pages.get("/read/<int:bank_id>/files/<name>")
def medium(bank_id: int, name: str) -> ResponseReturnValue:
    """Send a picture or sound of a bank; its name is its content's, so it never changes."""
    content = read_medium_of(db.session(), current_learner(), bank_id, name)
    kind = MEDIA_TYPES.get(name.rpartition(".")[2], "application/octet-stream")
    response = send_file(BytesIO(content), kind, etag=name, max_age=A_YEAR)
    # Nobody between may keep it: not everyone may see it.
    response.headers["Cache-Control"] = f"private, max-age={A_YEAR}, immutable"
    return response


@pages.get("/q/<uid>")
def card(uid: str) -> ResponseReturnValue:
    """Lead from an Anki card to its evidence in the article."""
    row = find_card(db.session(), current_learner(), uid)
    place = url_for(
        "reading.article", bank_id=row.bank_id, question=row.id, _anchor="evidence"
    )
    return redirect(place)


def card_link() -> str:
    """Return the address that an Anki card leads to, with {id} for its question."""
    return url_for("reading.card", uid="ID", _external=True).removesuffix("ID") + "{id}"


def send_download(file: Download) -> ResponseReturnValue:
    """Send a file under its own name; werkzeug would make `.apkg` of a Korean one."""
    response = send_file(BytesIO(file.content), mimetype=file.mimetype, max_age=0)
    response.headers.set(
        "Content-Disposition",
        "attachment",
        filename=file.plain_name,
        **{"filename*": f"UTF-8''{quote(file.name, safe='')}"},
    )
    return response
