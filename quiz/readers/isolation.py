"""Reads files and addresses in a process of its own, with limits on memory and time.

Whatever a hostile file does to a parser, the program around it only gets a sentence.
"""

import json
import logging
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

from quiz.core.imprint import Imprint
from quiz.core.problems import Problem
from quiz.readers.found_text import FoundText

WALL_SECONDS, PROCESSOR_SECONDS = 45, 40
MEMORY = 1_500_000_000  # bytes of address space; a PDF of a thousand pages takes half
READING = "quiz.readers.reading_process"
logger = logging.getLogger(__name__)


def read_file_apart(name: str, content: bytes) -> FoundText:
    """Read a file as `read_file` does, in a process with limits.

    Raises:
        Problem: it can't be read, or only with more time or memory than any document needs.
    """
    return read_apart(["file", name], content)


def read_page_apart(address: str, *, private: bool = False) -> FoundText:
    """Fetch and read a web address as `read_page` does, in a process with limits.

    Raises:
        Problem: it can't be fetched or read, or not in time.
    """
    return read_apart(["private-page" if private else "page", address], b"")


def read_apart(arguments: list[str], content: bytes) -> FoundText:
    return found_from(told_apart(READING, arguments, content))


def told_apart(module: str, arguments: list[str], content: bytes) -> Mapping[str, Any]:
    """Run a module in a process of its own and return what it tells in JSON.

    Raises:
        Problem: it tells of one, or ends without telling anything.
    """
    try:
        done = subprocess.run(
            # Isolated (-I): nothing from the current folder is imported.
            [sys.executable, "-I", "-m", module, *arguments],
            input=content,
            capture_output=True,
            timeout=WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise too_slow() from None
    except ValueError:  # a zero byte in the name
        raise Problem("The name can't be read.") from None
    try:
        said: Mapping[str, Any] = json.loads(done.stdout)
    except ValueError:
        logger.warning("Reading ended with %d: %s", done.returncode, done.stderr[-2000:])
        raise too_slow() from None
    if sentence := said.get("problem"):
        raise Problem(sentence, **said["values"])
    return said


def too_slow() -> Problem:
    return Problem(
        "It takes too much time or memory to be read. Split it, or paste its text."
    )


def found_data(found: FoundText) -> dict[str, Any]:
    imprint = found.imprint
    day = imprint.date.isoformat() if imprint.date else None
    return {
        "text": found.text,
        "title": imprint.title,
        "date": day,
        "source": imprint.source,
    }


def found_from(data: Mapping[str, Any]) -> FoundText:
    day = date.fromisoformat(data["date"]) if data["date"] else None
    return FoundText(data["text"], Imprint(data["title"], day, data["source"]))
