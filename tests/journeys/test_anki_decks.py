"""An Anki deck is brought in, practised, and its later answers join, in a real browser."""

from pathlib import Path

import pytest
from anki.collection import Collection
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.anki.engine import new_collection
from tests.anki.random_collections import export
from tests.running import RunningQuiz

# A red square of 8 by 8 pixels.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000008000000080802000000"
    "4b6d29dc000000114944415478da633861608015310c2d0900107b4a01"
    "87362a070000000049454e44ae426082"
)


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    """A collection with a deck of Japanese words, one with a picture, and a cloze."""
    collection = new_collection(tmp_path)
    (tmp_path / "물.png").write_bytes(PICTURE)
    collection.media.add_file(str(tmp_path / "물.png"))
    deck = collection.decks.id("일본어::기초")
    for kind, *fields in (
        ("Basic", '물 <img src="물.png">', "みず"),
        ("Basic (and reversed card)", "불", "ひ"),
        ("Cloze", "하늘은 {{c1::そら}}이다.", "솟은 것"),
    ):
        found = collection.models.by_name(kind)
        assert found
        note = collection.new_note(found)
        note.fields = list(fields)
        collection.add_note(note, deck or 1)  # type: ignore[arg-type]
    return collection


def answer(collection: Collection, cards: int) -> None:
    deck = collection.decks.id("일본어::기초")
    collection.decks.select(deck or 1)  # type: ignore[arg-type]
    for _ in range(cards):
        card = collection.sched.getCard()
        assert card
        collection.sched.answerCard(card, 4)


def sign_in(server: RunningQuiz, browser: Browser, width: int) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="ko-KR")
    page = context.new_page()
    page.goto(server.owner_link)
    page.get_by_role("main").get_by_role("button").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    return page


def assert_fits(page: Page) -> None:
    """Assert that nothing is wider than the screen and axe finds nothing."""
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)
    assert Axe().run(page).response["violations"] == []


def test_a_deck_from_anki_is_brought_in_practised_and_joined(
    server: RunningQuiz, browser: Browser, collection: Collection, tmp_path: Path
) -> None:
    page = sign_in(server, browser, 360)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{server.url}/desk/")
    page.get_by_role("link", name="Anki 덱 들여오기").click()
    page.get_by_label("Anki에서 내보낸 파일").set_input_files(
        export(collection, tmp_path, "new.apkg")
    )
    page.get_by_role("button", name="안을 살펴보기").click()
    expect(page.get_by_role("main")).to_contain_text("카드 4장")
    expect(page.get_by_role("main")).to_contain_text("みず")
    assert_fits(page)
    page.get_by_role("button", name="들여오기", exact=True).click()
    expect(page.get_by_text("문제 4개가 들어왔습니다.")).to_be_visible()
    bank = page.url.rpartition("/")[2]
    page.goto(f"{server.url}/practice/{bank}")
    picture = page.get_by_role("img", name="문제의 그림")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") == 8
    assert_fits(page)
    answer(collection, 2)
    page.goto(f"{server.url}/memory")
    assert_fits(page)
    page.get_by_label("Anki에서 내보낸 파일").set_input_files(
        export(collection, tmp_path, "old.apkg")
    )
    page.get_by_role("button", name="기록에 합치기").click()
    expect(page.get_by_role("status")).to_contain_text("Anki에서 한 답 2개가")
    assert complaints == []
    collection.close()
