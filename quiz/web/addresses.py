"""Numbers in addresses: an id that no database could hold is simply not there."""

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

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
