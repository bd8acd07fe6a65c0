"""Addresses: their numbers, and how pages write them.

An id that no database could hold is simply not there.
"""

from functools import lru_cache
from typing import Any

from flask import Flask, has_request_context, request, url_for
from werkzeug.routing import IntegerConverter, Map, MapAdapter

LARGEST_ID = 2**31 - 1


class RowId(IntegerConverter):
    """A row's number in a path; what is larger than any answers with 404."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=LARGEST_ID)


def row_id(text: str) -> int:
    """Read a row's number from a query, for `request.args.get(type=...)`.

    Raises:
        ValueError: it is none; `get` then returns its default.
    """
    number = int(text)
    if not 0 < number <= LARGEST_ID:
        raise ValueError(text)
    return number


def use_row_ids(app: Flask) -> None:
    """Let every `<int:...>` of the app's addresses be a row's number."""
    app.url_map.converters["int"] = RowId


def keep_addresses(app: Flask) -> None:
    """Let templates build each address once: a page holds a dozen of them."""

    @lru_cache(maxsize=4096)
    def build(root: str, endpoint: str, values: tuple[tuple[str, Any], ...]) -> str:
        adapter = MapAdapter(app.url_map, "", root, "", "/", "http", "GET")
        return adapter.build(endpoint, dict(values))

    def address_of(endpoint: str, **values: Any) -> str:
        if not has_request_context() or "_anchor" in values or "_external" in values:
            return url_for(endpoint, **values)
        if endpoint.partition(".")[0] in app.url_default_functions:
            app.inject_url_defaults(endpoint, values)
        return build(request.root_path or "/", endpoint, tuple(values.items()))

    app.jinja_env.globals["url_for"] = address_of
