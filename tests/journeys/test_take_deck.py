"""A learner answers, then takes the deck with their progress, in a real browser."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, expect

from tests.anki.engine import all_cards, import_deck, new_collection
from tests.running import RunningQuiz


def learner(browser: Browser, width: int, scheme: Any = "light") -> BrowserContext:
    return browser.new_context(
        viewport={"width": width, "height": 760}, locale="ko", color_scheme=scheme
    )


def test_a_learner_takes_a_deck_with_their_progress(
    server: RunningQuiz, browser: Browser, tmp_path: Path
) -> None:
    context = learner(browser, 360)
    page = context.new_page()
    page.goto(server.url)
    page.locator("a.main").click()
    page.locator("label.option").first.click()
    page.locator("button.main").click()
    expect(page.locator(".verdict")).to_be_visible()
    page.goto(f"{server.url}/")
    page.get_by_role("link", name="Anki 덱").first.click()
    page.get_by_label("앞면은 문제, 뒷면은 답").check()
    page.get_by_label("여기서 공부한 기록").check()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="덱 내려받기").click()
    waiting.value.save_as(tmp_path / "deck.apkg")
    context.close()
    anki = new_collection(tmp_path)
    import_deck(anki, (tmp_path / "deck.apkg").read_bytes(), progress=True)
    cards = all_cards(anki)
    assert [card.reps for card in cards if card.reps] == [1]
    assert sum("<ol" in card.question() for card in cards) < len(cards) / 2
    anki.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_the_page_of_the_deck(
    server: RunningQuiz, browser: Browser, width: int, scheme: str
) -> None:
    context = learner(browser, width, scheme)
    page = context.new_page()
    page.goto(f"{server.url}/read/1/deck")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()
