"""Parts of pages that are the same for everybody are made once a language."""

from functools import lru_cache
from typing import Any

from flask import Flask, request
from jinja2.environment import TemplateModule
from markupsafe import Markup

from quiz.web.words import choose_language


def keep_parts(app: Flask) -> None:
    """Give templates `part` and `macros`.

    A part is a template that knows nothing but the values told to it; macros are those
    of a template, which Jinja's own import would read anew for each page.
    """

    def render(language: str, _root: str, name: str, told: tuple[Any, ...]) -> Markup:
        template = app.jinja_env.get_template(name)
        return Markup(template.render(dict(told), language=language))

    def read(language: str, name: str) -> TemplateModule:
        told = app.extensions["quiz_sentences"](language).told
        return app.jinja_env.get_template(name).make_module(told | {"language": language})

    keep, kept = render, read
    if not app.debug:
        keep, kept = lru_cache(maxsize=2048)(render), lru_cache(maxsize=64)(read)

    def part(name: str, **values: Any) -> Markup:
        return keep(choose_language(), request.root_path, name, tuple(values.items()))

    def macros(name: str) -> TemplateModule:
        return kept(choose_language(), name)

    app.jinja_env.globals.update(part=part, macros=macros)
