"""Puts the web app together: settings, database, languages, protection, pages."""

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, cast

from flask import Flask, Request
from flask.templating import Environment
from jinja2 import StrictUndefined
from sqlalchemy.orm import sessionmaker
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.http import parse_cookie
from werkzeug.utils import cached_property

from quiz.actions.background import draft_task, fit_task, open_queue
from quiz.actions.bring_sources import read_aside
from quiz.language import draft_article
from quiz.storage.engine import prepare_engine
from quiz.web import (
    anki_import_pages,
    answer_pages,
    article_pages,
    bank_history_pages,
    bank_pages,
    bulk_pages,
    come_back_pages,
    deck_pages,
    desk_pages,
    edition_pages,
    memory_pages,
    offline_pages,
    passkey_pages,
    practice_pages,
    progress_pages,
    question_pages,
    reading_pages,
    record_pages,
    report_pages,
    review_pages,
    row_pages,
    sharing_pages,
    sheet_pages,
    sign_in_pages,
    source_pages,
    study_pages,
    today_pages,
    undo_pages,
)
from quiz.web.addresses import keep_addresses, use_row_ids
from quiz.web.database import db
from quiz.web.errors import show_errors_as_pages
from quiz.web.page_parts import keep_parts
from quiz.web.rich_text import use_rich_text
from quiz.web.security import owner_id, protect
from quiz.web.settings import read_settings
from quiz.web.translating import translate_pages
from quiz.web.visitors import has_record
from quiz.web.words import LANGUAGES, choose_language

PAGES = (
    today_pages,
    sign_in_pages,
    desk_pages,
    practice_pages,
    study_pages,
    sheet_pages,
    progress_pages,
    offline_pages,
    reading_pages,
    record_pages,
    come_back_pages,
    passkey_pages,
    deck_pages,
    memory_pages,
    anki_import_pages,
    answer_pages,
    article_pages,
    source_pages,
    sharing_pages,
    edition_pages,
    bank_pages,
    bank_history_pages,
    bulk_pages,
    row_pages,
    question_pages,
    review_pages,
    report_pages,
    undo_pages,
)
PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent
# A wheel carries templates, static and translations inside the package.
RESOURCES = CHECKOUT if (CHECKOUT / "templates" / "base.html").exists() else PACKAGE


def instance_folder() -> Path:
    """Return where this installation keeps its data: QUIZ_INSTANCE, else a fixed place."""
    if chosen := os.environ.get("QUIZ_INSTANCE"):
        return Path(chosen).absolute()
    if RESOURCES == CHECKOUT:
        return CHECKOUT / "instance"
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "quiz"


class Templates(Environment):
    """Templates whose globals are all there before the first of them is read."""

    def make_globals(self, d: Mapping[str, Any] | None) -> dict[str, Any]:
        """Join them once: Jinja would look through a chain of them for every page."""
        return {**self.globals, **(d or {})}


class Visit(Request):
    """A request that finds its cookies without a look at every header."""

    @cached_property
    def cookies(self) -> ImmutableMultiDict[str, str]:
        told: Any = parse_cookie(self.environ, cls=ImmutableMultiDict)
        return cast(ImmutableMultiDict[str, str], told)


class PlainFlask(Flask):
    """Flask without what no page here needs, and what every page would pay for."""

    jinja_environment = Templates
    request_class = Visit

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        return func  # none is a coroutine


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """Make the app. `settings` override all that the installation says."""
    app = PlainFlask(
        "quiz",
        template_folder=str(RESOURCES / "templates"),
        static_folder=str(RESOURCES / "static"),
        instance_path=str(instance_folder()),
        instance_relative_config=True,
    )
    read_settings(app, settings)
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(RESOURCES / "translations")
    app.jinja_env.undefined = StrictUndefined  # a typo in a template is an error
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    use_row_ids(app)
    use_rich_text(app)
    open_database(app)
    translate_pages(app)
    keep_addresses(app)
    keep_parts(app)
    protect(app)
    for module in PAGES:
        app.register_blueprint(module.pages)
    show_errors_as_pages(app)
    app.context_processor(page_context)
    return app


def open_database(app: Flask) -> None:
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
        sessions = sessionmaker(db.engine)
    queue = open_queue(app.config["QUEUE_URL"])
    app.extensions["quiz_sessions"] = sessions
    app.extensions["quiz_queue"] = queue
    app.extensions["quiz_read"] = partial(read_aside, sessions)
    app.extensions["quiz_draft"] = draft_task(queue, sessions, draft_article)
    with app.app_context():
        app.extensions["quiz_fit"] = fit_task(queue, db.engine)


def page_context() -> dict[str, Any]:
    return {
        "is_owner": owner_id() is not None,
        "has_record": has_record(),
        "languages": LANGUAGES,
        "language": choose_language(),
    }
