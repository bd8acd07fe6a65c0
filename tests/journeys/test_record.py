"""A record goes from one browser to another, and is deleted, in real browsers."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.running import RunningQuiz


@pytest.fixture
def devices(browser: Browser) -> Iterator[tuple[BrowserContext, BrowserContext]]:
    phone = browser.new_context(
        locale="ko-KR", viewport={"width": 360, "height": 740}, color_scheme="dark"
    )
    laptop = browser.new_context(
        locale="en-US", viewport={"width": 1280, "height": 800}, java_script_enabled=False
    )
    yield phone, laptop
    phone.close()
    laptop.close()


def answer(page: Page, url: str, times: int) -> None:
    for _ in range(times):
        page.goto(url)
        page.locator("button[name=unknown]").click()
        page.wait_for_url("**/answers/*")


def check(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_two_devices_become_one_and_then_nothing_is_left(
    server: RunningQuiz, devices: tuple[BrowserContext, BrowserContext]
) -> None:
    phone, laptop = (context.new_page() for context in devices)
    practice = f"{server.url}/practice/1"
    answer(phone, practice, 2)
    answer(laptop, practice, 3)
    phone.goto(server.url + "/progress")
    phone.get_by_role("link", name="내 기록").click()
    check(phone)
    phone.get_by_role("button", name="링크와 코드 만들기").click()
    check(phone)
    expect(phone.locator("svg.qr")).to_be_visible()
    laptop.goto(phone.locator("#address").input_value())
    expect(laptop.locator("main")).to_contain_text("3 answers given in this browser")
    laptop.get_by_role("button", name="Go on here").click()
    expect(laptop.locator(".toast")).to_contain_text("Carry on here")
    laptop.goto(server.url + "/record")
    expect(laptop.locator("main")).to_contain_text("5 answers are kept")
    phone.goto(server.url + "/record")
    with phone.expect_download() as download:
        phone.get_by_role("link", name="내 기록 내려받기").click()
    assert download.value.suggested_filename.endswith(".json")
    phone.goto(server.url + "/record/delete")
    check(phone)
    phone.get_by_role("checkbox").check()
    phone.get_by_role("button", name="영영 지우기").click()
    expect(phone.locator(".toast")).to_contain_text("모두 지웠습니다")
    laptop.goto(server.url + "/progress")
    expect(laptop.locator("h1")).to_have_text("Progress")
    expect(laptop.locator("svg")).to_have_count(0)
