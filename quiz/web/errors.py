"""Turns the errors of inner layers into pages, in one place."""

from flask import Flask, current_app, make_response, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from quiz.core.problems import Problem
from quiz.storage.banks import NotFound
from quiz.storage.engine import is_busy
from quiz.web.words import say


def show_errors_as_pages(app: Flask) -> None:
    app.register_error_handler(NotFound, not_found)
    app.register_error_handler(Problem, problem)
    app.register_error_handler(CSRFError, form_too_old)
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(Exception, unexpected)


def error_page(title: str, message: str, code: int) -> ResponseReturnValue:
    return render_template("error.html", title=title, message=message, code=code), code


def not_found(_error: NotFound) -> ResponseReturnValue:
    message = _(
        "It may have been removed, or the address is mistyped. Your progress is safe."
    )
    return error_page(_("This is not here"), message, 404)


def problem(error: Problem) -> ResponseReturnValue:
    return error_page(_("That did not work"), say(error), 422)


def form_too_old(_error: CSRFError) -> ResponseReturnValue:
    message = _(
        "The page was open for too long or cookies are off. Go back, reload, try again."
    )
    return error_page(_("The form could not be checked"), message, 400)


def http_error(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400:
        return error
    if code == 404:
        return not_found(NotFound())
    title, message = words_by_code().get(
        code, (_("That did not work"), _("Go back and try again."))
    )
    return error_page(title, message, code)


def words_by_code() -> dict[int, tuple[str, str]]:
    return {
        401: (
            _("This is the teacher's desk"),
            _("Open the one-time link that was printed when the program started."),
        ),
        413: (_("That is too large"), _("Split the text or send a smaller file.")),
        429: (_("That was too often"), _("Wait a little, then try again.")),
    }


def too_busy() -> ResponseReturnValue:
    message = _(
        "Nothing was changed and nothing is lost. Go back and send it again in a moment."
    )
    response = make_response(error_page(_("The database is busy"), message, 503))
    response.headers["Retry-After"] = "5"
    return response


def unexpected(error: Exception) -> ResponseReturnValue:
    if is_busy(error):
        current_app.logger.warning("The database is busy: %s", error)
        return too_busy()
    current_app.logger.exception("Unexpected error", exc_info=error)
    message = _("It is our mistake, not yours. Nothing that was saved is lost.")
    return error_page(_("Something went wrong here"), message, 500)
