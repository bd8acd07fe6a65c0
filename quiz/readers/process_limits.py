"""The limits of a process that reads what anyone may have sent."""

import contextlib
import sys

from quiz.readers.isolation import MEMORY, PROCESSOR_SECONDS

LARGEST_SCRATCH = 64_000_000  # bytes of a temporary file


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
