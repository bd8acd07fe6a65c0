"""What the tests need of the machine; fixtures for the app are in tests/conftest.py."""

pytest_plugins = ["pytester", "tests.browser", "tests.postgresql"]
