"""A learner's way through the quiz in a real browser, on a phone and on a desktop."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from quiz.core.questions import Form
from tests.practice_bank import BANK
from tests.running import RunningQuiz, bring_public_bank

FORMS = (Form.CHOICE, Form.TRUTH, Form.CLOZE, Form.TYPED, Form.CARD)
WEIGHT_LIMIT = 60_000  # bytes of the first visit


@pytest.fixture(scope="module")
def bank(server: RunningQuiz) -> str:
    """Open a bank to visitors whose questions have one form each; give its address."""
    questions = tuple(
        replace(question, forms=(form,))
        for question, form in zip(BANK.questions, FORMS, strict=True)
    )
    number = bring_public_bank(server, replace(BANK, questions=questions))
    return f"{server.url}/practice/{number}"


class Learner:
    """A visitor's browser; collects what its console complains about."""

    def __init__(self, browser: Browser, width: int = 360, **settings: Any) -> None:
        self.context = browser.new_context(
            locale="ko-KR",
            timezone_id="Asia/Seoul",
            viewport={"width": width, "height": 740},
            **settings,
        )
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self.listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def listen(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def prompt(self) -> str:
        return self.page.locator("legend, .ask").first.inner_text()

    def answer_by_keys(self) -> None:
        """Answer whatever is shown, without pointing at anything."""
        if self.page.locator(".card").count():
            self.press("Space", "2")
        elif self.page.locator("#answer").count():
            self.page.keyboard.type("26미터")
            self.press("Enter")
        else:
            self.press("1", "Enter")

    def is_asked(self) -> bool:
        return bool(self.page.locator("[data-once] [name=reps]").count())


@pytest.fixture
def phone(browser: Browser) -> Iterator[Learner]:
    learner = Learner(browser)
    yield learner
    learner.context.close()


def test_a_whole_sitting_by_keyboard_alone(bank: str, phone: Learner) -> None:
    page = phone.page
    page.goto(bank)
    for _ in range(60):
        if page.url.endswith("/end"):
            break
        if "/answers/" in page.url:
            expect(page.locator(".verdict h1")).to_be_visible()
            with page.expect_navigation():
                phone.press("2")  # knew it
        else:
            with page.expect_navigation():
                phone.answer_by_keys()
    expect(page.locator(".seal.big")).to_have_text("終")
    expect(page.get_by_role("img")).to_be_visible()
    assert phone.complaints == []


def test_enter_on_the_first_page_starts(
    bank: str, server: RunningQuiz, phone: Learner
) -> None:
    phone.page.goto(server.url)
    with phone.page.expect_navigation():
        phone.press("Enter")
    assert phone.is_asked()


def test_a_choice_is_answered_explained_and_undone(bank: str, phone: Learner) -> None:
    page = phone.page
    page.goto(bank)
    prompt = phone.prompt()
    order = page.locator(".option span").all_inner_texts()
    page.reload()
    assert page.locator(".option span").all_inner_texts() == order
    page.get_by_text("1903년", exact=True).click()
    page.locator(".btn.main").click()
    expect(page.locator(".verdict .seal")).to_have_text("通")
    expect(page.locator(".evidence mark em")).to_have_text("1903년")
    expect(page.locator(".evidence")).to_contain_text("등대지기 한서윤은")
    with page.expect_navigation():
        phone.press("u")
    assert phone.prompt() == prompt
    assert page.locator(".option span").all_inner_texts() == order
    with page.expect_navigation():
        phone.press("0")
    expect(page.locator(".verdict .seal")).to_have_text("不")
    expect(page.locator("button[form=dispute]")).to_have_count(0)
    assert phone.complaints == []


def test_the_learner_comes_back_to_the_same_place(bank: str, browser: Browser) -> None:
    first = Learner(browser)
    first.page.goto(bank)
    with first.page.expect_navigation():
        first.press("1", "Enter")
    first.page.goto(bank)
    prompt, kept = first.prompt(), first.context.storage_state()
    first.context.close()
    again = Learner(browser, storage_state=kept)
    again.page.goto(bank)
    assert again.prompt() == prompt
    expect(again.page.locator(".run b")).to_have_text("2")
    again.context.close()


def test_a_double_tap_counts_once(bank: str, phone: Learner) -> None:
    page = phone.page
    page.goto(bank)
    page.locator("label.option").first.click()
    page.locator(".btn.main").dblclick()
    page.wait_for_url("**/answers/*")
    expect(page.locator(".run b")).to_have_text("1")
    page.goto(bank)
    page.goto(bank + "/end")
    expect(page.locator(".verdict .small")).to_contain_text("1문제")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    bank: str, server: RunningQuiz, browser: Browser, width: int, scheme: Any
) -> None:
    learner = Learner(browser, width, color_scheme=scheme, reduced_motion="reduce")
    page = learner.page
    page.goto(server.url)
    check_page(page, width)
    page.goto(bank)
    for _ in range(9):
        check_page(page, width)
        if learner.is_asked():
            with page.expect_navigation():
                learner.answer_by_keys()
        else:
            with page.expect_navigation():
                learner.press("2")
    page.goto(bank + "/end")
    check_page(page, width)
    assert learner.complaints == []
    learner.context.close()


def check_page(page: Page, width: int) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_visit_is_light(bank: str, phone: Learner) -> None:
    sizes: list[int] = []
    phone.page.on("response", lambda response: sizes.append(len(response.body())))
    phone.page.goto(bank, wait_until="networkidle")
    assert len(sizes) >= 3  # page, style, script
    assert sum(sizes) < WEIGHT_LIMIT


def test_the_time_zone_of_the_browser_is_told(bank: str, phone: Learner) -> None:
    phone.page.goto(bank)
    cookies = {each["name"]: each["value"] for each in phone.context.cookies()}
    assert cookies["zone"] == "Asia/Seoul"


def test_a_long_title_leaves_room_for_the_way_out(
    server: RunningQuiz, phone: Learner
) -> None:
    phone.page.goto(f"{server.url}/practice/1")  # the built-in bank has a long title
    count = phone.page.locator(".run label > :last-child").bounding_box()
    way_out = phone.page.locator(".bar nav a").bounding_box()
    assert count is not None
    assert way_out is not None
    assert count["x"] + count["width"] <= way_out["x"]
    assert way_out["x"] + way_out["width"] <= 360


@pytest.fixture
def marked(bank: str, phone: Learner) -> Iterator[Learner]:
    """Begin on the first page; a mark in it tells whether it was ever loaded anew."""
    phone.page.goto(bank.partition("/practice")[0])
    phone.page.evaluate("window.isSamePage = true")
    number = bank.rpartition("/")[2]
    phone.page.locator(f".list [href$='/banks/{number}']").wait_for()
    phone.page.evaluate(f"document.querySelector('.btn.main').href = '{bank}'")
    phone.page.locator(".btn.main").click()
    phone.page.wait_for_url("**/practice/*")
    yield phone
    assert phone.page.evaluate("window.isSamePage")
    assert phone.complaints == []


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText"))


def written_question(learner: Learner) -> None:
    """Go on to the first question that wants letters."""
    for _ in range(12):
        if learner.page.locator("#answer").count():
            return
        with learner.page.expect_navigation():
            learner.answer_by_keys() if learner.is_asked() else learner.press("2")
    pytest.fail("no question wanted letters")


def test_a_sitting_never_loads_a_page_anew(bank: str, marked: Learner) -> None:
    page = marked.page
    assert page.title().startswith("1번 문제")
    with page.expect_navigation():
        marked.press("0")
    assert focused(page) == "틀렸습니다"
    assert page.title().startswith("틀렸습니다")
    first = page.url
    with page.expect_navigation():
        marked.press("u")
    expect(page.locator(".toast")).to_contain_text("답을 되돌렸습니다")
    with page.expect_navigation():
        marked.press("h")
    expect(page.locator(".option.gone")).to_have_count(1)
    with page.expect_navigation():
        marked.press("0")
    assert page.url != first
    page.locator(".menu summary").click()
    page.get_by_text("문제에 잘못이 있어요").click()
    page.locator("[value=unclear]").check()
    page.locator(".btn.main").click()
    expect(page.locator(".toast")).to_contain_text("고맙습니다")
    written_question(marked)
    assert page.evaluate("document.activeElement.id") == "answer"
    page.keyboard.type("남의 말")
    page.locator("[data-key=h]").click()
    expect(page.locator(".note")).to_be_visible()
    assert page.locator("#answer").input_value() == "남의 말"
    marked.press("Enter")
    page.get_by_role("button", name="내 답이 맞음").press("Enter")
    expect(page.locator(".toast")).to_contain_text("맞은 것으로")
    page.goto(bank + "/end")
    page.evaluate("window.isSamePage = true")


def test_back_and_forward_show_what_was_there(bank: str, marked: Learner) -> None:
    page = marked.page
    with page.expect_navigation():
        marked.press("0")
    answered = page.url
    with page.expect_navigation():
        marked.press("1")
    prompt = marked.prompt()
    page.go_back()
    expect(page.locator(".verdict h1")).to_be_visible()
    assert page.url == answered
    page.go_forward()
    expect(page.locator("[name=reps]")).to_have_count(1)
    assert marked.prompt() == prompt
    page.go_back()
    page.go_back()
    page.go_back()
    expect(page.locator("h1")).to_have_text("오늘 볼 문제")
    page.go_forward()
    expect(page.locator("[name=reps]")).to_have_count(1)
    page.reload()
    expect(page.locator("[name=reps]")).to_have_count(1)
    page.evaluate("window.isSamePage = true")


def test_the_second_tap_presses_nothing_that_has_just_come(marked: Learner) -> None:
    page = marked.page
    page.locator("label.option").first.click()
    place = page.locator(".btn.main").bounding_box()
    assert place is not None
    at = place["x"] + place["width"] * 0.7, place["y"] + place["height"] / 2
    page.mouse.click(*at)
    page.wait_for_url("**/answers/*")
    page.mouse.click(*at)
    page.wait_for_timeout(300)
    expect(page.locator(".verdict h1")).to_be_visible()


def test_a_lost_cookie_loses_no_answer(marked: Learner) -> None:
    marked.context.clear_cookies()
    marked.press("0")
    expect(marked.page.locator(".verdict h1")).to_be_visible()
    marked.complaints.clear()  # that the first try was refused


def test_a_hint_takes_no_more_room_than_it_needs(bank: str, marked: Learner) -> None:
    written_question(marked)
    marked.page.locator("[data-key=h]").click()
    note = marked.page.locator(".note")
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box
    assert box["height"] < 80
    button = marked.page.locator(".act").bounding_box()
    assert button
    assert button["y"] + button["height"] > 700  # under the thumb


def test_two_tabs_answer_one_question_once(bank: str, marked: Learner) -> None:
    page, other = marked.page, marked.context.new_page()
    other.goto(bank)
    other.keyboard.press("0")
    other.wait_for_url("**/answers/*")
    marked.press("1", "Enter")
    expect(page.locator(".toast")).to_contain_text("다른 창에서")
    assert page.url == other.url


def test_without_a_network_the_answer_stays_where_it_was_written(
    marked: Learner,
) -> None:
    page = marked.page
    written_question(marked)
    page.keyboard.type("26미터")
    marked.context.set_offline(True)
    marked.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("네트워크")
    assert page.locator("#answer").input_value() == "26미터"
    marked.context.set_offline(False)
    marked.complaints.clear()
    marked.press("Enter")
    expect(page.locator(".verdict h1")).to_be_visible()
