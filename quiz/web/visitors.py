"""Who is looking at the page: the signed cookie's learner, their zone and their seed."""

import secrets
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from flask import request, session

from quiz.actions.join_records import follow_record, join_records, may_join
from quiz.core.learner import Learner, read_zone
from quiz.storage.bank_members import shared_bank_ids
from quiz.web.database import db
from quiz.web.security import owner_id
from quiz.web.words import choose_language

ZONES = {"ko": ZoneInfo("Asia/Seoul")}  # until the browser has told its own
UTC_ZONE = ZoneInfo("UTC")


def current_learner() -> Learner:
    """Return the visitor; without an id until the first answer. The owner has one."""
    owner = owner_id()
    shared = shared_bank_ids(db.session(), owner) if owner else frozenset()
    return Learner(session.get("learner", owner), owner, visitor_zone(), shared)


def has_record() -> bool:
    """Tell whether the visitor has answered before, here or as the owner."""
    return session.get("learner", owner_id()) is not None


def visitor_zone() -> ZoneInfo:
    """Return the zone that the page's script put into a cookie, else a likely one."""
    told = read_zone(request.cookies.get("zone", ""))
    return told or ZONES.get(choose_language(), UTC_ZONE)


def remember_learner(learner_id: int | None) -> None:
    """Keep the learner in the signed cookie, for as long as browsers keep cookies."""
    if learner_id is not None and session.get("learner") != learner_id:
        if learner_id != owner_id():
            session["learner"] = learner_id
        session.permanent = True


def go_on_with(person: int) -> None:
    """Let this browser go on with the person's record; its own goes along."""
    here = session.get("learner")
    if here is not None and may_join(db.engine, person, here):
        learner = Learner(person, None, visitor_zone())
        join_records(db.engine, learner, here, datetime.now(UTC))
    session["learner"] = person
    session.permanent = True


def keep_cookie() -> None:
    """Let a known visitor's cookie live on from today, and lead to a joined record."""
    session.modified = session.modified or bool(session.permanent)
    if "learner" in session:
        found = follow_record(db.engine, current_learner(), datetime.now(UTC))
        remember_learner(found)


def visitor_seed() -> str:
    """Return what makes this visitor's option order their own; stays with the cookie."""
    if "seed" not in session:
        session["seed"] = secrets.token_hex(4)
    seed: str = session["seed"]
    return seed
