"""The process in which files and addresses are read: limits first, then one reading."""

import json
import sys
from collections.abc import Callable
from typing import Any

from quiz.core.problems import Problem
from quiz.readers.found_text import FoundText
from quiz.readers.isolation import found_data, too_slow
from quiz.readers.process_limits import limit_resources
from quiz.readers.source_files import read_file
from quiz.readers.web_pages import Network, read_page


def main(arguments: list[str], content: bytes) -> dict[str, Any]:
    """Read what the arguments name and return what is to be told."""
    kind, name = arguments
    read: Callable[[], FoundText] = {
        "file": lambda: read_file(name, content),
        "page": lambda: read_page(name),
        "private-page": lambda: read_page(name, Network(private=True)),
    }[kind]
    try:
        return found_data(read())
    except Problem as problem:
        return {"problem": problem.sentence, "values": problem.values}
    except (MemoryError, RecursionError):
        return {"problem": too_slow().sentence, "values": {}}


if __name__ == "__main__":
    limit_resources()
    told = main(sys.argv[1:], sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(told).encode())
