"""The real program for journeys; pages come from pytest-playwright's `page`."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, StorageState, expect

from tests.running import RunningQuiz, running_quiz


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningQuiz]:
    """Serve a new installation to all the tests of one journey."""
    with running_quiz(tmp_path_factory.mktemp("instance")) as quiz:
        yield quiz


@pytest.fixture(scope="module")
def owner(server: RunningQuiz, browser: Browser) -> StorageState:
    """Sign in once; the link is good for one time."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(server.owner_link)
    page.get_by_role("main").get_by_role("button").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    state = context.storage_state()
    context.close()
    return state
