"""Somebody who reads English comes, and practises the English bank."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.core.questions import Form
from quiz.formats.bank_file import read_bank
from tests.running import RunningQuiz, bring_public_bank

# A voice that only notes in which language it would have spoken.
VOICE = """
window.said = [];
const voice = { cancel() {}, speak(said) { window.said.push([said.lang, said.text]); } };
Object.defineProperty(window, "speechSynthesis", { value: voice });
"""


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        locale="en-GB", viewport={"width": 360, "height": 740}, timezone_id="Europe/London"
    )
    context.add_init_script(VOICE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def typed(server: RunningQuiz) -> str:
    """The address of a bank that has one English question, always typed."""
    builtin = files("quiz").joinpath("builtin", "yunqi-2019.en.quiz.json")
    bank = read_bank(builtin.read_bytes())
    asked = next(q for q in bank.questions if "own nickname" in q.prompt)
    only = replace(
        bank,
        id="00000000-0000-4000-8000-00000000e001",
        title="Nicknames",
        questions=(
            replace(asked, id="00000000-0000-4000-8000-00000000e002", forms=(Form.TYPED,)),
        ),
    )
    return f"{server.url}/practice/{bring_public_bank(server, only)}"


@pytest.mark.parametrize(
    ("locale", "language", "other"), [("en-GB", "en", "ko"), ("ko", "ko", "en")]
)
def test_the_bank_of_ones_own_language_comes_first(
    server: RunningQuiz, browser: Browser, locale: str, language: str, other: str
) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(server.url)
    banks = page.locator("main ul.list li > .head > a")
    expect(banks.first).to_have_attribute("lang", language)
    expect(banks.last).to_have_attribute("lang", other)
    page.locator("main a.btn.main").click()
    expect(page.locator("legend, .ask").first).to_be_visible()
    expect(page.locator("fieldset, .ask").first).to_have_attribute("lang", language)
    context.close()


def test_a_name_may_be_typed_in_another_script_and_is_read_out_in_english(
    typed: str, visitor: Page
) -> None:
    visitor.goto(typed)
    visitor.get_by_text("More", exact=True).click()
    visitor.get_by_role("button", name="Read aloud").click()
    said = visitor.evaluate("window.said")
    assert said[0] == ["en", "What is Jack Ma's own nickname inside Alibaba?"]
    assert {language for language, _ in said} == {"en"}
    visitor.locator("#answer").fill("풍청양")
    visitor.keyboard.press("Enter")
    expect(visitor.locator(".verdict h1")).to_have_text("That is right")
    expect(visitor.locator(".evidence em")).to_have_text("Feng Qingyang")
    expect(visitor.locator(".evidence figcaption")).to_contain_text("“Alibaba Cloud's 2019")
