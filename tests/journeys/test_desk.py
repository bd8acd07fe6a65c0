"""A teacher's work in a real browser, on a phone and on a desktop."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    FilePayload,
    Page,
    StorageState,
    expect,
)

from quiz.formats.bank_file import write_bank
from tests.desk_bank import draft_bank
from tests.running import RunningQuiz, worker_of

ARTICLES = Path(__file__).parent.parent / "articles" / "known"
TEXT = (ARTICLES / "enc-person-writer.txt").read_text(encoding="utf-8")
SIZES = {360: 740, 1280: 900}
# The colours are the same at every width, and the layout in light and dark.
LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((360, "light"), (1280, "dark"))
# Else axe copies the styles of the Anki card's preview, which the policy blocks.
AXE_OPTIONS = {"preload": False}
DRAFTING_MS = 90_000  # Kiwi is loaded first


class Desk:
    """A signed-in teacher's browser; collects what the console complains about."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.page, self.url = context.new_page(), url
        self.complaints: list[str] = []
        self.page.on("console", self.listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def listen(self, message: Any) -> None:
        failed_status = "responded with a status of 4" in message.text
        if message.type in {"error", "warning"} and not failed_status:
            self.complaints.append(message.text)

    def open(self, path: str) -> None:
        self.page.goto(self.url + path)

    def bring(self, text: str) -> None:
        """Paste an article and wait for its drafts."""
        self.open("/desk/new")
        self.page.locator("#text").fill(text)
        self.page.locator("button.main").click()
        self.page.locator("[name$=-written]").fill("2024-05-01")
        self.page.locator("button[value=draft]").click()

    def drafted(self) -> None:
        self.page.wait_for_url("**/review", timeout=DRAFTING_MS)


@pytest.fixture(params=SIZES, ids=[f"{width}px" for width in SIZES])
def desk(
    request: pytest.FixtureRequest,
    server: RunningQuiz,
    browser: Browser,
    owner: StorageState,
) -> Iterator[Desk]:
    width: int = request.param
    context = browser.new_context(
        viewport={"width": width, "height": SIZES[width]}, locale="ko", storage_state=owner
    )
    desk = Desk(context, server.url)
    yield desk
    context.close()
    assert desk.complaints == []


def prompt(page: Page) -> str:
    return page.locator("#now .ask").inner_text()


def test_from_an_article_to_a_deck(desk: Desk, tmp_path: Path) -> None:
    desk.bring(TEXT)
    desk.drafted()
    page, first = desk.page, prompt(desk.page)
    review_by_keys(page, first)
    edit_with_preview(page)
    page.get_by_role("link", name="파일").click()
    for link, ending in (("덱 내려받기", ".apkg"), ("문제집 파일 내려받기", ".quiz.json")):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=link).click()
        download = waiting.value
        assert download.suggested_filename.endswith(ending)
        download.save_as(tmp_path / ending)
        assert (tmp_path / ending).stat().st_size > 1000


def press(page: Page, key: str) -> None:
    """Press a key once the page's scripts listen: each key may have led to a new page."""
    page.wait_for_load_state("load")
    page.keyboard.press(key)


def review_by_keys(page: Page, first: str) -> None:
    """Approve, undo, reject, and walk through the queue, without the mouse."""
    press(page, "a")
    expect(page.locator("#now .ask")).not_to_have_text(first)
    expect(page.locator(".toast")).to_contain_text(first[:8])
    second = prompt(page)
    press(page, "u")
    expect(page.locator("#now .ask")).to_have_text(first)
    press(page, "j")
    expect(page.locator("#now .ask")).to_have_text(second)
    press(page, "k")
    expect(page.locator("#now .ask")).to_have_text(first)
    press(page, "r")
    expect(page.locator("#now .ask")).to_have_text(second)
    expect_in_view(page, ".cov.now")
    expect_in_view(page, "#now .ask")
    expect_in_view(page, "#now .option.right")
    expect_in_view(page, ".pane h2")


def expect_in_view(page: Page, selector: str) -> None:
    """Wait until an element is on the screen and nothing lies over its middle."""
    page.wait_for_function(
        """selector => {
          const element = document.querySelector(selector);
          if (!element) return false;
          const box = element.getClientRects()[0];
          const x = box.left + box.width / 2, y = box.top + box.height / 2;
          const top = document.elementFromPoint(x, y);
          return Boolean(top) && (element.contains(top) || top.contains(element));
        }""",
        arg=selector,
    )


def edit_with_preview(page: Page) -> None:
    """Correct the draft in hand while the preview follows, then approve it."""
    page.keyboard.press("e")
    page.wait_for_url("**/desk/questions/*")
    page.locator("#prompt").fill("고친 뒤의 문제는 이것인가?")
    expect(page.locator("#preview")).to_contain_text("고친 뒤의 문제는 이것인가?")
    expect(page.locator("[name=truth]").first).to_be_hidden()
    accepted = page.locator("#accepted").input_value()
    page.locator("#accepted").fill("")
    page.locator("button[value=approve]").click()
    expect(page.locator("#accepted-error")).to_be_visible()
    assert page.locator("#prompt").input_value() == "고친 뒤의 문제는 이것인가?"
    page.locator("#accepted").fill(f"{accepted}\n다른 날")
    page.locator("button[value=approve]").click()
    page.wait_for_url("**/review?*")
    expect(page.locator(".toast")).to_contain_text("고친 뒤의 문제는 이것인가?")


def test_everything_works_without_javascript(
    server: RunningQuiz, browser: Browser, owner: StorageState
) -> None:
    context = browser.new_context(
        java_script_enabled=False, locale="ko", storage_state=owner
    )
    desk = Desk(context, server.url)
    desk.bring(TEXT)
    desk.drafted()
    page, first = desk.page, prompt(desk.page)
    page.locator("button[value=approve]").click()
    assert prompt(page) != first
    page.get_by_role("button", name="되돌리기").click()
    assert prompt(page) == first
    page.locator("#now a", has_text="고치기").click()
    page.locator("#prompt").fill("스크립트 없이 고친 문제인가?")
    page.locator("button[value=preview]").click()
    assert "스크립트 없이 고친 문제인가?" in page.locator("#preview").inner_text()
    page.locator("button[value=approve]").click()
    assert "스크립트 없이 고친 문제인가?" in page.locator(".toast").inner_text()
    context.close()


def test_a_text_without_facts_leads_on(desk: Desk) -> None:
    desk.bring("노래를 부르자. 함께 노래를 부르자.")
    page = desk.page
    expect(page.get_by_role("alert")).to_be_visible(timeout=DRAFTING_MS)
    page.get_by_role("link", name="글 고치기").click()
    assert "노래를 부르자" in page.locator("#text").input_value()
    page.go_back()
    page.get_by_role("link", name="문제를 직접 쓰기").click()
    page.locator("#prompt").fill("우리는 무엇을 부르는가?")
    page.locator("#accepted").fill("노래")
    page.locator("button[value=approve]").click()
    expect(page.get_by_role("row", name="우리는 무엇을 부르는가?")).to_be_visible()


def test_a_killed_workers_job_is_finished_by_the_next(
    server: RunningQuiz, browser: Browser, owner: StorageState
) -> None:
    context = browser.new_context(locale="ko", storage_state=owner)
    desk = Desk(context, server.url)
    desk.bring("\n\n".join([TEXT] * 30))
    status = desk.page.locator("#progress [role=status]")
    expect(status).to_contain_text("%", timeout=DRAFTING_MS)
    worker = worker_of(server.process.pid)
    assert worker is not None
    os.kill(worker, signal.SIGKILL)
    let_time_pass(server.instance)
    expect(status).to_contain_text("다시", timeout=DRAFTING_MS)
    desk.drafted()
    expect(desk.page.locator("#now")).to_be_visible()
    context.close()


def let_time_pass(instance: Path) -> None:
    """Make the running job's last sign of life a minute older."""
    minute_ago = "strftime('%Y-%m-%d %H:%M:%f', heartbeat, '-1 minute')"
    with closing(connect(instance / "quiz.db", timeout=10)) as database:
        database.execute(f"UPDATE job SET heartbeat = {minute_ago}")
        database.commit()


def test_axe_finds_nothing_on_any_page(
    server: RunningQuiz, browser: Browser, owner: StorageState
) -> None:
    context = browser.new_context(locale="ko", storage_state=owner)
    desk = Desk(context, server.url)
    bank = fill_desk(desk)
    for path in pages_of(desk, bank):
        desk.open(path)
        for width, scheme in LOOKS:
            desk.page.set_viewport_size({"width": width, "height": SIZES[width]})
            desk.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = Axe().run(desk.page, options=AXE_OPTIONS)
            assert found.violations_count == 0, f"{path}: {found.generate_report()}"
            wide = desk.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{path} is {wide} px too wide at {width}"
    context.close()
    assert desk.complaints == []


def fill_desk(desk: Desk) -> str:
    """Bring in the sample bank; return its address."""
    desk.open("/desk/import")
    file: FilePayload = {
        "name": "bank.quiz.json",
        "mimeType": "application/json",
        "buffer": write_bank(draft_bank()),
    }
    desk.page.locator("#file").set_input_files(file)
    desk.page.locator("button.main").click()
    desk.page.wait_for_url("**/desk/banks/*")
    return desk.page.url.removeprefix(desk.url)


def pages_of(desk: Desk, bank: str) -> list[str]:
    """Return every page of the desk, some of them with something that went wrong."""
    questions = [
        str(link.get_attribute("href")) for link in desk.page.locator("td.q a").all()
    ]
    desk.open(f"{bank}/review")
    desk.page.keyboard.press("a")
    expect(desk.page.locator(".toast")).to_be_visible()
    return [
        "/desk/",
        "/desk/new",
        "/desk/import",
        bank,
        f"{bank}?find=nothing",
        f"{bank}/review",
        f"{bank}/approve",
        f"{bank}/sharing",
        f"{bank}/remove",
        "/desk/name",
        f"{bank}/settings",
        f"{bank}/files",
        f"{bank}/questions/new",
        *questions,
        f"{questions[0]}/history",
    ]
