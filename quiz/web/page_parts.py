"""Parts of pages that are the same for everybody are rendered once a language."""

from functools import lru_cache
from typing import Any

from flask import Flask, request
from markupsafe import Markup

from quiz.web.words import choose_language


def keep_parts(app: Flask) -> None:
    """Give templates `part`: a template that knows nothing but the values told to it."""

    def render(language: str, _root: str, name: str, told: tuple[Any, ...]) -> Markup:
        template = app.jinja_env.get_template(name)
        return Markup(template.render(dict(told), language=language))

    keep = render if app.debug else lru_cache(maxsize=2048)(render)

    def part(name: str, **values: Any) -> Markup:
        return keep(choose_language(), request.root_path, name, tuple(values.items()))

    app.jinja_env.globals["part"] = part
