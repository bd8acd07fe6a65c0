"""Hints, wishes, every form in parts, a test and an exam in a real browser."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from sqlite3 import connect
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.core.questions import Form, possible_forms
from tests.journeys.test_practice import Learner, check_page
from tests.practice_bank import BANK, PARTS, QUESTIONS
from tests.running import RunningQuiz, bring_public_bank

IN_PARTS = {Form.SEVERAL, Form.ORDER, Form.MATCH}


@pytest.fixture(scope="module")
def number(server: RunningQuiz) -> str:
    """Open a bank to visitors that asks in parts where it can, else to be typed."""
    questions = []
    for question in (*QUESTIONS[::-1], *PARTS):
        parts = IN_PARTS & set(possible_forms(question))
        # Without its evidence: questions of one sentence would wait for another day.
        asked = replace(question, forms=tuple(parts or {Form.TYPED}), evidence=None)
        questions.append(asked)
    return str(bring_public_bank(server, replace(BANK, questions=tuple(questions))))


@pytest.fixture
def phone(browser: Browser) -> Iterator[Learner]:
    learner = Learner(browser)
    yield learner
    assert learner.complaints == []
    learner.context.close()


def choose_all(page: Page) -> None:
    """Answer whatever is shown, by the keyboard."""
    if page.locator("select").count():
        for place in range(page.locator("select").count()):
            page.locator("select").nth(place).focus()
            for _ in range(place + 1):
                page.keyboard.press("ArrowDown")
        page.locator(".btn.main").focus()
        page.keyboard.press("Enter")
    elif page.locator("[type=checkbox]").count():
        for key in ("1", "2", "Enter"):
            page.keyboard.press(key)
    else:
        page.locator("#answer").focus()
        page.keyboard.type("26미터")
        page.keyboard.press("Enter")


def test_parts_hints_and_days_off_by_keyboard(
    server: RunningQuiz, number: str, phone: Learner
) -> None:
    page, seen = phone.page, set()
    for _ in range(7):
        page.goto(f"{server.url}/practice/{number}")
        seen.add(page.locator("[name=shown_as]").get_attribute("value"))
        if page.locator("#answer").count():  # letters go into the answer
            page.locator("[data-key=h]").press("Enter")
        else:
            page.locator("body").press("h")
        page.wait_for_url("**hint=1**")
        expect(page.locator(".option.gone, .note")).to_have_count(1)
        with page.expect_navigation():
            choose_all(page)
        expect(page.locator(".verdict h1")).to_be_visible()
        page.locator(".menu summary").press("Enter")
        with page.expect_navigation():
            page.get_by_text("오늘은 그만").press("Enter")
        expect(page.locator(".toast")).to_contain_text("오늘 더 묻지 않습니다")
    assert seen == {form.value for form in (*IN_PARTS, Form.TYPED)}
    expect(page.locator(".seal.big")).to_have_text("終")


def test_what_is_put_elsewhere_swaps(
    server: RunningQuiz, number: str, phone: Learner
) -> None:
    page = phone.page
    page.goto(f"{server.url}/banks/{number}/test")
    page.get_by_label("차례 놓기").check()
    page.locator("#count").fill("1")
    page.locator(".btn.main").click()
    places = page.locator("select")
    for place in range(3):
        places.nth(place).select_option(index=place + 1)
    places.nth(0).select_option(index=3)
    assert [places.nth(n).evaluate("each => each.selectedIndex") for n in range(3)] == [
        3,
        2,
        1,
    ]


def test_a_test_without_a_script(
    server: RunningQuiz, number: str, browser: Browser
) -> None:
    learner = Learner(browser, java_script_enabled=False)
    page = learner.page
    page.goto(f"{server.url}/banks/{number}/test")
    page.locator("#count").fill("3")
    page.locator("#minutes").fill("5")
    page.locator(".btn.main").click()
    for _ in range(3):
        expect(page.locator("[role=timer]")).to_contain_text("까지")
        page.locator(".btn.main").click()
    expect(page.locator(".numbers .open")).to_have_count(3)
    page.locator(".btn.main").click()
    expect(page.locator(".seal.big")).to_have_text("終")
    expect(page.locator(".trio dd").first).to_have_text("0")
    learner.context.close()


def test_the_time_runs_out(server: RunningQuiz, number: str, phone: Learner) -> None:
    page = phone.page
    page.goto(f"{server.url}/banks/{number}/test")
    page.locator("#minutes").fill("1")
    page.locator(".btn.main").click()
    expect(page.locator("[role=timer]")).to_contain_text("0:5")
    test = page.url.split("/")[-2]
    with closing(connect(server.instance / "quiz.db")) as database:
        database.execute("UPDATE test SET ends = started WHERE id = ?", (test,))
        database.commit()
    page.reload()
    expect(page.locator(".toast")).to_contain_text("시간이 다 되어")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_the_pages_of_study(
    server: RunningQuiz, number: str, browser: Browser, width: int, scheme: Any
) -> None:
    learner = Learner(browser, width, color_scheme=scheme, reduced_motion="reduce")
    page = learner.page
    page.goto(f"{server.url}/practice/{number}?hint=1")
    with page.expect_navigation():
        page.keyboard.press("0")
    check_page(page, width)
    page.locator(".menu summary").click()
    check_page(page, width)
    page.get_by_text("문제에 잘못이 있어요").click()
    check_page(page, width)
    for path in (f"/practice/{number}", f"/banks/{number}", "/settings"):
        page.goto(server.url + path)
        check_page(page, width)
    page.goto(f"{server.url}/banks/{number}/test")
    check_page(page, width)
    page.locator("#minutes").fill("5")
    page.locator(".btn.main").click()
    check_page(page, width)
    page.goto(page.url.rpartition("/")[0] + "/check")
    check_page(page, width)
    page.locator(".btn.main").click()
    check_page(page, width)
    assert learner.complaints == []
    learner.context.close()
