"""A killed server loses no answer that it acknowledged, and counts none twice."""

import os
import signal
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

from playwright.sync_api import Browser, expect

from tests.running import children, running_quiz


def count_answers(instance: Path) -> int:
    with closing(connect(instance / "quiz.db")) as database:
        return int(database.execute("SELECT count(*) FROM review").fetchone()[0])


def kill(pid: int) -> None:
    for each in (pid, *children(pid)):
        os.kill(each, signal.SIGKILL)


def test_what_was_acknowledged_is_there_and_an_old_page_still_answers(
    tmp_path: Path, browser: Browser
) -> None:
    context = browser.new_context(locale="ko-KR", java_script_enabled=False)
    page = context.new_page()
    with running_quiz(tmp_path) as quiz:
        port = quiz.url.rpartition(":")[2]
        page.goto(f"{quiz.url}/practice/1")
        page.locator("button[name=unknown]").click()
        expect(page.locator(".verdict .seal")).to_have_text("不")
        page.goto(f"{quiz.url}/practice/1")  # asked, and not answered before the end
        kill(quiz.process.pid)
    assert count_answers(tmp_path) == 1
    with running_quiz(tmp_path, port=int(port)):
        page.locator("button[name=unknown]").click()
        expect(page.locator(".verdict .seal")).to_have_text("不")
        assert count_answers(tmp_path) == 2
    context.close()
