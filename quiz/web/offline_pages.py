"""What lets the quiz go on without a network: manifest, worker, pack, late answers."""

import gzip
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from quiz.actions.answer_question import RATINGS
from quiz.actions.join_answers import LONGEST_ID, Joined, Sent, join_answer
from quiz.actions.pack_today import pack_today
from quiz.core.plain_data import time_from
from quiz.web.database import db
from quiz.web.offline_views import pack_data
from quiz.web.practice_forms import read_given
from quiz.web.visitors import current_learner, remember_learner, visitor_seed
from quiz.web.words import choose_language

MOST_SENT = 500  # answers in one request
OLDEST = timedelta(days=400)  # as long as a cookie lives

pages = Blueprint("offline", __name__)


@pages.get("/manifest.webmanifest")
def manifest() -> ResponseReturnValue:
    icons = [
        {"src": url_for("static", filename="icon.svg"), "sizes": "any"},
        *(
            {"src": url_for("static", filename=name), "sizes": size, "purpose": purpose}
            for name, size, purpose in (
                ("icon-192.png", "192x192", "any"),
                ("icon-512.png", "512x512", "any"),
                ("icon-512.png", "512x512", "maskable"),
            )
        ),
    ]
    told = {
        "id": "/",
        "name": "Quiz",
        "short_name": "Quiz",
        "description": _("Questions from articles, asked again when it is time."),
        "lang": choose_language(),
        "start_url": url_for("today.show"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#f8f4ea",
        "theme_color": "#f8f4ea",
        "icons": icons,
    }
    return Response(json.dumps(told), mimetype="application/manifest+json")


@pages.get("/worker.js")
def worker() -> ResponseReturnValue:
    """Serve the worker from the root, so that it may look after every page."""
    script = Path(current_app.static_folder or "", "worker.js").read_bytes()
    response = Response(script, mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response


@pages.get("/offline")
def show() -> ResponseReturnValue:
    """Show the page that is carried along and asks without a network."""
    return render_template("offline/show.html")


@pages.get("/offline/pack")
def pack() -> ResponseReturnValue:
    now = datetime.now(UTC)
    learner, reads = current_learner(), choose_language()
    packed = pack_today(db.engine, learner, now, visitor_seed(), reads)
    text = json.dumps(pack_data(packed, now), ensure_ascii=False).encode()
    response = Response(text, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    if request.accept_encodings.quality("gzip") > 0:
        response.set_data(gzip.compress(text, 5))
        response.headers["Content-Encoding"] = "gzip"
    return response


@pages.post("/offline/answers")
def answers() -> ResponseReturnValue:
    """Take answers that were kept on a device; say of each what became of it."""
    data = request.get_json(silent=True)
    sent = data.get("answers") if isinstance(data, dict) else None
    if not isinstance(sent, list):
        return {"problem": _("That did not work")}, 400
    now, results = datetime.now(UTC), []
    for each in sent[:MOST_SENT]:
        found = read_sent(each, now)
        if found is None:
            results.append({"id": str(label_of(each)), "grade": None})
            continue
        joined = join_answer(db.engine, current_learner(), found, now)
        remember_learner(joined.learner_id)
        results.append(result_data(joined))
    return {"results": results}


def result_data(joined: Joined) -> dict[str, Any]:
    return {"id": joined.id, "grade": joined.grade and joined.grade.value}


def label_of(each: Any) -> Any:
    return each.get("id", "") if isinstance(each, dict) else ""


def read_sent(each: Any, now: datetime) -> Sent | None:
    """Read one answer as a device keeps it; None if it isn't whole."""
    try:
        fields = MultiDict([(str(name), str(value)) for name, value in each["fields"]])
        name, at = str(each["id"])[:LONGEST_ID], time_from(str(each["at"]))
        given = read_given(fields, visitor_seed(), at)
        rating = RATINGS[each["rating"]] if each.get("rating") else None
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    if given is None or not name or at < now - OLDEST:
        return None
    return Sent(name, at, given, rating, bool(each.get("disputed")))
