"""A question with Markdown, a formula and a picture: written, shown, carried along."""

import gzip
from base64 import b64encode
from contextlib import closing
from dataclasses import replace
from sqlite3 import connect
from typing import Any
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    FilePayload,
    Page,
    Response,
    StorageState,
    expect,
)

from quiz.core.questions import Answer, AnswerKind, Bank, Form, Option
from tests.practice_bank import BANK
from tests.readers.test_media_files import mp3, picture
from tests.running import RunningQuiz, bring_public_bank

# Else axe copies the styles of the Anki card's preview, which the policy blocks.
AXE_OPTIONS = {"preload": False}
SIZES = {360: ("ko-KR", 740, "dark"), 1280: ("en-US", 900, "light")}
PHOTO = picture("PNG", (800, 500))
WEIGHT_LIMIT = 60_000  # bytes of the first visit
PROMPT = "**가장** 작은 값 $\\frac{x^2}{2}$은?\n- ㄱ `a*b`\n- ㄴ <b>H<sub>2</sub>O</b>"


@pytest.fixture(scope="module")
def bank(server: RunningQuiz) -> int:
    """Bring in a public bank without questions; return its number."""
    return bring(server, replace(BANK, questions=()))


def bring(server: RunningQuiz, bank: Bank) -> int:
    """Bring in a bank that alone is open to visitors; return its number."""
    number = bring_public_bank(server, bank)
    with closing(connect(server.instance / "quiz.db")) as database:
        database.execute("UPDATE bank SET is_public = 0 WHERE id <> ?", (number,))
        database.commit()
    return number


def opened(
    browser: Browser, width: int, **more: Any
) -> tuple[BrowserContext, Page, list[str]]:
    """Open a browser of this width; the list gets what its console complains about."""
    language, height, scheme = SIZES[width]
    context = browser.new_context(
        locale=language,
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
        **more,
    )
    page, complaints = context.new_page(), list[str]()

    def listen(message: Any) -> None:
        if message.type in {"error", "warning"} and "status of 4" not in message.text:
            complaints.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return context, page, complaints


def weight(response: Response) -> int:
    """Return how many bytes a response takes, compressed."""
    return len(gzip.compress(response.body())) if response.ok else 0


def check_page(page: Page, width: int) -> None:
    found = Axe().run(page, options=AXE_OPTIONS)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def hand_over(page: Page, event: str, content: bytes, name: str, kind: str) -> None:
    """Drop or paste a file on the page, as a mouse or Ctrl+V would."""
    page.evaluate(
        """async ([event, content, name, type]) => {
          const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], name, { type }));
          const how = { clipboardData: data, dataTransfer: data, bubbles: true };
          const Kind = event === "paste" ? ClipboardEvent : DragEvent;
          const sent = new Kind(event, { ...how, cancelable: true });
          document.querySelector("#prompt").dispatchEvent(sent);
        }""",
        [event, b64encode(content).decode(), name, kind],
    )


@pytest.mark.parametrize("width", SIZES)
def test_a_teacher_writes_it_with_a_live_preview(
    server: RunningQuiz, browser: Browser, owner: StorageState, bank: int, width: int
) -> None:
    context, page, complaints = opened(browser, width, storage_state=owner)
    page.goto(f"{server.url}/desk/banks/{bank}/questions/new")
    page.locator(".signs summary").click()
    expect(page.locator(".signs dd math")).to_be_visible()
    page.locator("#prompt").fill("값은 $\\frac{x^2{2}$은?")
    page.locator("#accepted").fill("$\\frac{1}{2}$\n**절반**")
    for place, text in enumerate(("H<sub>2</sub>O", "$a-b$")):
        page.locator("[name=wrong]").nth(place).fill(text)
    for form in ("choice", "typed"):
        page.locator(f"[name=forms][value={form}]").check()
    page.locator("button[value=approve]").click()
    expect(page.locator("#prompt-error")).to_contain_text("$\\frac{x^2{2}$")
    check_page(page, width)
    page.locator("#prompt").fill(PROMPT)
    preview = page.locator("#preview")
    expect(preview.locator(".ask math").first).to_be_visible()
    expect(preview.locator(".ask strong").first).to_have_text("가장")
    expect(preview.locator(".ask [role=listitem]").nth(1)).to_have_text("ㄴ <b>H2O</b>")
    if width == 360:
        chosen = FilePayload(name="a.png", mimeType="image/png", buffer=PHOTO)
        page.set_input_files("#files", chosen)
    else:
        hand_over(page, "paste", PHOTO, "a.png", "image/png")
    expect(page.locator(".medium img")).to_be_visible()
    expect(page.locator("[name=media_alt]")).to_be_focused()
    page.locator("[name=media_alt]").fill("왼쪽이 붉은 네모")
    hand_over(page, "drop", mp3(), "a.mp3", "audio/mpeg")
    expect(page.locator(".medium audio")).to_be_visible()
    expect(page.locator("[name=media_alt]").first).to_have_value("왼쪽이 붉은 네모")
    hand_over(page, "drop", b"<svg/>", "a.svg", "image/svg+xml")
    expect(page.locator("#media-error")).to_contain_text("a.svg")
    page.locator("[name=media_gone]").nth(1).check()
    check_page(page, width)
    page.locator("button[value=approve]").click()
    page.wait_for_url("**/desk/banks/*")
    expect(page.locator("td.q a").first).to_have_text(
        "가장 작은 값 x²/2은? ㄱ a*b, ㄴ <b>H₂O</b>"
    )
    check_page(page, width)
    assert complaints == []
    context.close()


def test_what_was_brought_and_not_saved_survives_a_closed_tab(
    server: RunningQuiz, browser: Browser, owner: StorageState, bank: int
) -> None:
    context, page, complaints = opened(browser, 1280, storage_state=owner)
    place = f"{server.url}/desk/banks/{bank}/questions/new"
    page.goto(place)
    page.locator("#prompt").fill("무엇인가?")
    hand_over(page, "paste", picture("PNG"), "a.png", "image/png")
    expect(page.locator(".medium img")).to_be_visible()
    page.locator("[name=media_alt]").fill("네모")
    page.close()
    page = context.new_page()
    page.goto(place)
    expect(page.locator("#prompt")).to_have_value("무엇인가?")
    expect(page.locator(".medium img")).to_be_visible()
    expect(page.locator("[name=media_alt]")).to_have_value("네모")
    page.locator("[data-discard]").click()
    expect(page.locator(".medium")).to_have_count(0)
    assert complaints == []
    context.close()


@pytest.mark.parametrize("width", SIZES)
def test_a_learner_sees_it_also_without_a_network(
    server: RunningQuiz, browser: Browser, bank: int, width: int
) -> None:
    context, page, complaints = opened(browser, width)
    page.add_init_script(
        "window.said = []; speechSynthesis.speak = (each) => window.said.push(each.text)"
    )
    seen: list[Response] = []

    def note(response: Response) -> None:
        seen.append(response)

    page.on("response", note)
    page.goto(f"{server.url}/practice/{bank}", wait_until="networkidle")
    assert 3 < sum(map(weight, seen)) < WEIGHT_LIMIT
    page.remove_listener("response", note)
    expect(page.locator("legend math")).to_be_visible()
    expect(page.locator("legend strong")).to_have_text("가장")
    assert page.locator("img.picture").evaluate("image => image.naturalWidth") == 800
    assert page.locator("img.picture").get_attribute("alt") == "왼쪽이 붉은 네모"
    page.locator(".menu summary").click()
    page.locator("[data-say]").click()
    said = [" ".join(text.split()) for text in page.evaluate("window.said")]
    assert said[0] == "가장 작은 값 x²/2은? ㄱ a*b ㄴ <b>H2O</b>"
    assert "1/2" in said
    half = page.get_by_role("radio", name="1/2")
    check_page(page, width)
    half.check()
    page.locator(".btn.main").click()
    expect(page.locator(".verdict .seal")).to_have_text("通")
    expect(page.locator(".option.right math")).to_be_visible()
    check_page(page, width)
    page.goto(server.url)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.evaluate(
        """async () => {
          for (let waits = 0; waits < 200; waits++) {
            const pack = await (await caches.match("/offline/pack"))?.json();
            if (pack?.files.length && (await caches.match(pack.files[0]))) return;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
        }"""
    )
    context.set_offline(True)
    page.goto(f"{server.url}/practice/{bank}")
    shown = page.locator("#place img.picture")
    expect(shown).to_be_visible()
    assert shown.evaluate("image => image.naturalWidth") == 800
    expect(page.locator("#place legend math")).to_be_visible()
    check_page(page, width)
    assert [each for each in complaints if "ERR_INTERNET_DISCONNECTED" not in each] == []
    context.close()


HOSTILE = (
    "<script>window.hit=1</script><img src=x onerror=window.hit=1>"
    " $\\text{<img src=x onerror=window.hit=1>}$ `<svg onload=window.hit=1>`"
    ' [x](https://a.b/"onmouseover=window.hit=1) <sub onclick=window.hit=1>2</sub>'
)


def test_hostile_texts_are_only_texts(server: RunningQuiz, browser: Browser) -> None:
    first = BANK.questions[1]
    wrong = tuple(Option(f"{HOSTILE} {n}", HOSTILE) for n in range(3))
    answer = Answer(AnswerKind.WORDS, (f"**{HOSTILE}**",))
    cloze = f"*앞* {{{{**{HOSTILE}**}}}} 뒤 {HOSTILE}"
    told = {"prompt": HOSTILE, "explanation": HOSTILE, "cloze": cloze, "wrong": wrong}
    questions = tuple(
        replace(first, id=str(uuid4()), forms=(form,), answer=answer, **told)  # type: ignore[arg-type]
        for form in (Form.CHOICE, Form.TRUTH, Form.CLOZE, Form.TYPED, Form.CARD)
    )
    number = bring(server, replace(BANK, id=str(uuid4()), questions=questions))
    context, page, complaints = opened(browser, 360)
    for _ in questions:
        page.goto(f"{server.url}/practice/{number}")
        expect(page.locator("main")).to_contain_text("<script>window.hit=1</script>")
        form = page.locator("[name=shown_as]").get_attribute("value")
        if form == "card":
            page.keyboard.press("Space")
            page.locator(".act button").first.click()
        else:
            page.locator("[name=unknown]").click()
            expect(page.locator(".verdict")).to_be_visible()
            expect(page.locator("main")).to_contain_text("<script>window.hit=1</script>")
        assert page.locator("main script, main img, main svg[onload]").count() == 0
    assert page.evaluate("window.hit") is None
    assert complaints == []
    context.close()
