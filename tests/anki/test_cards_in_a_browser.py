"""Cards as Anki's clients show them: each side a page of its own, with or without a script.

AnkiDroid and AnkiMobile carry nothing from one side to the other, so two new browser
contexts stand for them; desktop Anki shows both sides in one page.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from quiz.anki.deck import write_deck
from quiz.anki.deck_options import DeckOptions
from quiz.core.questions import Option
from tests.anki.engine import all_cards, import_deck, new_collection
from tests.anki.samples import (
    BANK,
    CHOICE,
    CLOZE,
    ENGLISH_BANK,
    LINK,
    LIST,
    ORDER,
    PAIRS,
    TRUTH,
    TYPED,
    like,
)
from tests.browser import browser_type_launch_args

__all__ = ["browser_type_launch_args"]  # the fixture: the machine's own browser

ADDRESS = "http://card.test/"
PHONE = {"width": 360, "height": 640}
SEOUL = ZoneInfo("Asia/Seoul")
FOUR = (Option("박새봄"), Option("최가람"), Option("한누리"), Option("위의 모두"))
SHUFFLED = tuple(like(n, wrong=FOUR) for n in range(200, 212))
HALL = ENGLISH_BANK.questions[0]
TEXTS = "ol.options > li > span"


class Sides(NamedTuple):
    """What Anki renders of a card, as whole pages."""

    front: str
    back: str


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sides]:
    """The sides of every sample card, by question id."""
    collection = new_collection(tmp_path_factory.mktemp("anki"))
    bank = replace(BANK, questions=(*BANK.questions, *SHUFFLED, ORDER, PAIRS))
    for deck in (
        write_deck(bank, DeckOptions(link=LINK)),
        write_deck(ENGLISH_BANK, DeckOptions(link=LINK)),
    ):
        import_deck(collection, deck)
    sides = {
        card.note()["Id"]: Sides(with_box(card.question()), with_box(card.answer()))
        for card in all_cards(collection)
    }
    collection.close()
    return sides


def with_box(side: str) -> str:
    """Put the typing box where Anki's clients put it."""
    return side.replace("[[type:Typed]]", '<input id="typeans" aria-label="Anki\'s">')


PAGE = """<!doctype html>
<html lang="ko" class="mobile">
<head>
<meta charset="utf-8">
<title>Anki</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
</head>
<body class="card card1 MOOD" style="margin:20px"><div id="qa">SIDE</div></body>
</html>
"""


def show(context: BrowserContext, side: str, night: bool = False) -> Page:
    page = context.pages[0] if context.pages else context.new_page()
    whole = PAGE.replace("MOOD", "nightMode night_mode" if night else "")
    whole = whole.replace("SIDE", side)
    page.unroute_all()
    page.route(
        ADDRESS,
        lambda route: route.fulfill(body=whole, content_type="text/html"),
    )
    page.goto(ADDRESS)
    return page


Open = Callable[..., BrowserContext]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Opens contexts; none may see a script fail or ask for anything but the card."""
    contexts: list[BrowserContext] = []
    asked: set[str] = set()
    failures: list[str] = []

    def open_context(**options: object) -> BrowserContext:
        settings = {"viewport": PHONE, "timezone_id": "Asia/Seoul"} | options
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        context.on("request", lambda request: asked.add(request.url))
        context.on("weberror", lambda problem: failures.append(str(problem.error)))
        contexts.append(context)
        return context

    yield open_context
    for context in contexts:
        context.close()
    assert (asked, failures) == ({ADDRESS}, [])


def order(page: Page) -> list[str]:
    return page.locator(TEXTS).all_inner_texts()


def printed(side: str) -> list[str]:
    return re.findall(r"<span>([^<]*)</span></li>", side)


def choose(page: Page, text: str) -> None:
    page.locator("ol.options > li", has_text=text).click()


def mark(page: Page, text: str) -> str:
    """Return the word that the stylesheet sets beside an option."""
    option = page.locator("ol.options > li", has_text=text)
    return str(option.evaluate("o => getComputedStyle(o, '::after').content")).strip('"')


def verdict(page: Page) -> str:
    if not page.locator(".verdict").is_visible():
        return ""
    word = page.locator(".verdict .word")
    return str(word.evaluate("w => getComputedStyle(w, '::before').content")).strip('"')


def test_both_sides_have_one_order_though_nothing_is_shared(
    cards: dict[str, Sides], opened: Open
) -> None:
    orders = set()
    one, other = opened(), opened()
    for question in SHUFFLED:
        front = order(show(one, cards[question.id].front))
        back = order(show(other, cards[question.id].back))
        assert front == back
        assert sorted(front) == sorted(printed(cards[question.id].front))
        assert front[-1] == "위의 모두"
        orders.add(tuple(front))
    assert len(orders) > 4


def test_the_order_changes_when_ankis_day_does(
    cards: dict[str, Sides], opened: Open
) -> None:
    moments = [
        datetime(2026, 11, 22, 23, 59, tzinfo=SEOUL),
        datetime(2026, 11, 23, 3, 59, tzinfo=SEOUL),
        datetime(2026, 11, 23, 4, 1, tzinfo=SEOUL),
    ]
    days = []
    context = opened()
    for moment in moments:
        context.clock.set_fixed_time(moment)
        days.append([order(show(context, cards[q.id].front)) for q in SHUFFLED[:6]])
    assert [first == second for first, second in pairwise(days)] == [True, False]


def test_without_a_script_the_sides_have_the_printed_order_and_the_right_one_is_marked(
    cards: dict[str, Sides], opened: Open
) -> None:
    context = opened(java_script_enabled=False)
    front = show(context, cards[CHOICE.id].front)
    assert order(front) == printed(cards[CHOICE.id].front)
    back = show(context, cards[CHOICE.id].back)
    assert order(back) == order(front)
    assert mark(back, "이한결") == "정답"
    assert mark(back, "박새봄") == "none"
    assert verdict(back) == ""


@pytest.mark.parametrize("scripted", [True, False])
def test_the_front_gives_nothing_away(
    cards: dict[str, Sides], opened: Open, scripted: bool
) -> None:
    page = show(opened(java_script_enabled=scripted), cards[CHOICE.id].front)
    looks = page.locator("ol.options > li").evaluate_all(
        """all => all.map(li => [li, li.firstElementChild].flatMap(
            e => ["", "::before", "::after"].map(part => {
                const style = getComputedStyle(e, part);
                return ["color", "fontWeight", "border", "background", "content"]
                    .map(name => style[name]).join();
            })).join())"""
    )
    assert len(looks) == 4
    assert len(set(looks)) == 1


@pytest.mark.parametrize(
    ("chosen", "word", "marks"),
    [
        ("박새봄", "틀렸습니다", {"박새봄": "내 답", "이한결": "정답", "최가람": "none"}),
        ("이한결", "맞았습니다", {"이한결": "내 답, 정답", "박새봄": "none"}),
    ],
)
def test_where_sides_share_a_session_the_chosen_option_is_marked(
    cards: dict[str, Sides], opened: Open, chosen: str, word: str, marks: dict[str, str]
) -> None:
    page = show(opened(), cards[CHOICE.id].front)
    choose(page, "최가람")
    choose(page, chosen)
    assert page.locator("[aria-checked=true]").all_inner_texts() == [chosen]
    turn(page, cards[CHOICE.id].back)
    assert verdict(page) == word
    assert {text: mark(page, text) for text in marks} == marks


def turn(page: Page, side: str) -> None:
    """Show another side in the same page, as desktop Anki does."""
    page.evaluate(
        """side => {
            const place = document.getElementById("qa");
            place.innerHTML = side;
            for (const old of place.querySelectorAll("script")) {
                const script = document.createElement("script");
                script.textContent = old.textContent;
                old.replaceWith(script);
            }
        }""",
        side,
    )


def test_a_card_that_comes_again_remembers_no_earlier_choice(
    cards: dict[str, Sides], opened: Open
) -> None:
    page = show(opened(), cards[CHOICE.id].front)
    choose(page, "박새봄")
    turn(page, cards[CHOICE.id].back)
    turn(page, cards[CHOICE.id].front)
    turn(page, cards[CHOICE.id].back)
    assert verdict(page) == ""
    assert mark(page, "박새봄") == "none"


def test_where_nothing_may_be_stored_the_card_works_all_the_same(
    cards: dict[str, Sides], opened: Open
) -> None:
    context = opened()
    context.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('no') }})"
    )
    page = show(context, cards[CHOICE.id].front)
    choose(page, "박새봄")
    assert page.locator(".chosen").all_inner_texts() == ["박새봄"]
    turn(page, cards[CHOICE.id].back)
    assert mark(page, "이한결") == "정답"


def test_an_option_can_be_chosen_by_keyboard(cards: dict[str, Sides], opened: Open) -> None:
    page = show(opened(), cards[CHOICE.id].front)
    page.locator("ol.options > li").nth(1).focus()
    page.keyboard.press("Enter")
    assert page.locator(".chosen").all_inner_texts() == [order(page)[1]]


def test_true_comes_before_false_every_day(cards: dict[str, Sides], opened: Open) -> None:
    context = opened()
    for day in range(1, 8):
        context.clock.set_fixed_time(datetime(2026, 11, day, 12, tzinfo=SEOUL))
        assert order(show(context, cards[TRUTH.id].front)) == ["맞다", "틀리다"]


def test_the_words_of_an_english_bank_are_english(
    cards: dict[str, Sides], opened: Open
) -> None:
    page = show(opened(), cards[HALL.id].front)
    choose(page, "1898")
    turn(page, cards[HALL.id].back)
    assert (verdict(page), mark(page, "1898"), mark(page, "1998")) == (
        "Not right",
        "Yours",
        "Answer",
    )


def test_a_gap_shows_no_trace_of_its_answer(cards: dict[str, Sides], opened: Open) -> None:
    page = show(opened(), cards[CLOZE.id].front)
    assert "이한결" not in page.locator(".ask").inner_text()
    box = page.locator(".cloze").bounding_box()
    assert box
    assert box["width"] > 80


@pytest.mark.parametrize("night", [False, True])
@pytest.mark.parametrize("question", [CHOICE, CLOZE, TYPED, LIST, ORDER, PAIRS, HALL])
def test_every_side_fits_a_phone_in_both_moods(
    cards: dict[str, Sides], opened: Open, question: object, night: bool
) -> None:
    sides = cards[question.id]  # type: ignore[attr-defined]
    context = opened(reduced_motion="reduce")
    for side in sides:
        page = show(context, side, night)
        if page.locator(".front li").count():
            page.locator("li").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        for target in page.locator("li.tappable, a, input").all():
            box = target.bounding_box()
            assert box
            assert box["height"] >= 44, target.evaluate("e => e.outerHTML")
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]})
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("night", [False, True])
def test_paper_and_ink_change_places_at_night(
    cards: dict[str, Sides], opened: Open, night: bool
) -> None:
    page = show(opened(), cards[CHOICE.id].front, night)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(20, 18, 15)" if night else "rgb(248, 244, 234)")
