"""The progress page in a real browser: narrow and wide, light and dark."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.running import RunningQuiz

ROOT = Path(__file__).parent.parent.parent
# The built-in bank, studied for a month by the learner whose cookie this prints.
STUDY = """
from datetime import UTC, datetime, timedelta
from flask.sessions import SecureCookieSessionInterface
from quiz.app import create_app
from quiz.web.database import db
from tests.studying import SEED, Student

app = create_app()
with app.app_context():
    student = Student(db.engine, 1, datetime.now(UTC) - timedelta(days=18))
    student.knows = lambda question, day: (day * 7 + len(question.prompt)) % 9 > 0
    student.study(18, most=8)
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    print(signer.dumps({"learner": student.learner.id, "seed": SEED, "_permanent": True}))
"""


@pytest.fixture(scope="module")
def cookie(server: RunningQuiz) -> str:
    made = subprocess.run(
        [sys.executable, "-c", STUDY],
        cwd=ROOT,
        env={"QUIZ_INSTANCE": str(server.instance)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return made.stdout.strip()


@pytest.fixture(params=[(360, "light", "ko-KR"), (1280, "dark", "en-US")])
def page(
    request: Any, browser: Browser, server: RunningQuiz, cookie: str
) -> Iterator[Page]:
    width, scheme, locale = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 740}, color_scheme=scheme, locale=locale
    )
    context.add_cookies([{"name": "quiz", "value": cookie, "url": server.url}])
    yield context.new_page()
    context.close()


def test_the_progress_page_reads_well_everywhere(server: RunningQuiz, page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(server.url)
    page.locator(".bar nav a").nth(1).click()
    expect(page.locator("svg[role=img]")).to_have_count(4)
    for summary in page.locator("summary").all():
        summary.click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for text in page.locator("svg text").all():
        box = text.bounding_box()
        assert box is None or (box["x"] >= 0 and box["x"] + box["width"] <= width)
    assert complaints == []
