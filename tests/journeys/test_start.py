"""A stranger starts the program and finds the first page and the teacher's desk."""

import os
import re
import stat
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.running import RunningQuiz


def test_the_first_page_opens_without_signing_in(server: RunningQuiz, page: Page) -> None:
    answer = page.goto(server.url)
    assert answer
    assert answer.status == 200
    assert page.title()
    expect(page.get_by_role("main")).to_be_visible()


def test_the_printed_link_opens_the_teachers_desk_once(
    server: RunningQuiz, page: Page
) -> None:
    page.goto(server.owner_link)
    page.get_by_role("main").get_by_role("button").click()
    expect(page).to_have_url(re.compile("/desk"))
    page.context.clear_cookies()
    page.goto(server.owner_link)
    page.get_by_role("main").get_by_role("button").click()
    expect(page.get_by_role("main")).to_contain_text("quiz owner")
    assert page.goto(f"{server.url}/desk").status != 200  # type: ignore[union-attr]


def test_the_doctor_finds_the_running_program_well(server: RunningQuiz) -> None:
    doctor = [str(Path(sys.executable).with_name("quiz")), "doctor"]
    environment = {**os.environ, "QUIZ_INSTANCE": str(server.instance)}
    for _ in range(40):  # the worker comes a moment later than the pages
        done = subprocess.run(doctor, env=environment, capture_output=True, text=True)
        if "a worker is there" in done.stdout:
            break
        time.sleep(0.25)
    assert "No article waits; a worker is there." in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


def test_the_secret_key_is_its_owners_alone(server: RunningQuiz) -> None:
    key = server.instance / "secret_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_text()) >= 32
