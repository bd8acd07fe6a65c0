"""Every form of question by touch, by mouse, by keyboard and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from quiz.core.questions import Form
from tests.every_form import answer_by_keys, serve_every_form
from tests.running import RunningQuiz

LEAST_TARGET = 44  # CSS pixels that a finger needs
WIDE: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
NARROW: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}
TOUCH = {**NARROW, "has_touch": True, "is_mobile": True}
WAYS: dict[str, dict[str, Any]] = {
    "touch": TOUCH,
    "mouse": WIDE,
    "keyboard": WIDE,
    "no script": {**NARROW, "java_script_enabled": False},
}

Press = Callable[[Locator], None]


@pytest.fixture(scope="module")
def bank(server: RunningQuiz) -> str:
    return f"{server.url}/practice/{serve_every_form(server)}"


def answer_by_pointing(page: Page, press: Press) -> None:
    """Answer whatever is shown by pointing at it; a keyboard only to write."""
    if page.locator(".card").count():
        press(page.locator(".card summary"))
        press(page.locator(".act .btn.main"))
        return
    if page.locator("select").count():
        for place in range(page.locator("select").count()):
            page.locator("select").nth(place).select_option(index=place + 1)
    elif page.locator("#answer").count():
        press(page.locator("#answer"))
        page.locator("#answer").press_sequentially("26미터")
    else:
        press(page.locator("label.option").first)
        expect(page.locator("[name=answer]").first).to_be_checked()
    press(page.locator(".act .btn.main"))


def tap(target: Locator) -> None:
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box
    assert min(box["height"], box["width"]) >= LEAST_TARGET, target
    target.tap()


def click(target: Locator) -> None:
    target.click()


@pytest.mark.parametrize("way", WAYS)
def test_every_form_is_answered(
    bank: str, server: RunningQuiz, browser: Browser, way: str
) -> None:
    page = browser.new_context(locale="ko-KR", **WAYS[way]).new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    press = tap if way == "touch" else click
    page.goto(server.url)
    if way == "keyboard":
        page.keyboard.press("Enter")
    else:
        press(page.locator(".btn.main"))
    seen = set()
    for _ in Form:
        page.wait_for_url("**/practice/*")
        form = page.locator("[name=shown_as]").get_attribute("value")
        number = page.locator("[name=question]").get_attribute("value")
        seen.add(form)
        if way == "keyboard":
            answer_by_keys(page)
        else:
            answer_by_pointing(page, press)
        if form != Form.CARD:
            expect(page.locator(".verdict h1")).to_be_visible()
            expect(page.locator(".options.done li")).not_to_have_count(0)
            go_on(page, way, press)
        expect(page.locator(f"[name=question][value='{number}']")).to_have_count(0)
    assert seen == set(Form)
    assert complaints == []
    page.context.close()


def go_on(page: Page, way: str, press: Press) -> None:
    if way == "keyboard":
        page.keyboard.press("Enter")
    else:
        press(page.locator(".act .btn.main"))
