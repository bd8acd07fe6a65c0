"""The process in which files and addresses are read: limits first, then one reading."""

import contextlib
import json
import sys
from collections.abc import Callable
from typing import Any

from quiz.core.problems import Problem
from quiz.readers.found_text import FoundText
from quiz.readers.isolation import MEMORY, PROCESSOR_SECONDS, found_data, too_slow
from quiz.readers.source_files import read_file
from quiz.readers.web_pages import Network, read_page

LARGEST_SCRATCH = 64_000_000  # bytes of a temporary file


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


def limit_resources() -> None:
    """Take the limits from which no parser can free itself."""
    if sys.platform == "win32":  # it has no such limits; the time limit outside holds
        return
    import resource  # noqa: PLC0415  # Windows has no such module

    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: PROCESSOR_SECONDS,
        resource.RLIMIT_FSIZE: LARGEST_SCRATCH,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        with contextlib.suppress(ValueError, OSError):  # where the system has lower ones
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    limit_resources()
    told = main(sys.argv[1:], sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(told).encode())
