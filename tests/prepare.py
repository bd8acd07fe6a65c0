"""Before the tests: make sure of a browser and, where it can be had, of PostgreSQL."""

import os
import sys

from tests.browser import NoBrowserError, prepare_browser
from tests.postgresql import NoPostgresqlError, prepare_postgresql


def main() -> int:
    """Return 1, and say what to do, where something that the tests must have is missing."""
    try:
        prepare_browser()
    except NoBrowserError as reason:
        return complain(reason)
    try:
        prepare_postgresql()
    except NoPostgresqlError as reason:
        # A person may do without: pytest says at the end what did not run.
        return complain(reason) if os.environ.get("CI") else 0
    return 0


def complain(reason: Exception) -> int:
    sys.stderr.write(f"{reason}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
