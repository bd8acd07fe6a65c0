"""The real program for journeys; pages come from pytest-playwright's `page`."""

from collections.abc import Iterator

import pytest

from tests.running import RunningQuiz, running_quiz


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningQuiz]:
    """Serve a new installation to all the tests of one journey."""
    with running_quiz(tmp_path_factory.mktemp("instance")) as quiz:
        yield quiz
