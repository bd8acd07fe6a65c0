"""Run all benchmarks, or those named on the command line."""

import importlib
import pkgutil
import sys
from collections.abc import Sequence

import benchmarks


def main(wanted: Sequence[str]) -> int:
    """Return 0 if every goal is met, 1 if not, 2 if there is no such benchmark."""
    names = [m.name for m in pkgutil.iter_modules(benchmarks.__path__) if m.name[0] != "_"]
    if unknown := set(wanted) - set(names):
        sys.stderr.write(f"There is no {min(unknown)}; there are: {', '.join(names)}.\n")
        return 2
    missed = [name for name in wanted or names if not run(name)]
    if missed:
        sys.stdout.write(f"Goals missed: {', '.join(missed)}\n")
    return bool(missed)


def run(name: str) -> bool:
    """Run one benchmark; only an outright False is a missed goal."""
    sys.stdout.write(f"== {name}\n")
    sys.stdout.flush()
    return importlib.import_module(f"benchmarks.{name}").main() is not False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
