"""What the tests need of the machine; fixtures for the app are in tests/conftest.py."""

import os

from hypothesis import settings

pytest_plugins = ["pytester", "tests.browser", "tests.postgresql"]

# Anki's engine looks for this once a process: no chance in its intervals.
os.environ["ANKI_TEST_MODE"] = "1"

# A busy machine is slow, not wrong; CI tries the same examples each time.
settings.register_profile("quiz", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("quiz")
