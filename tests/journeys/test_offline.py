"""Today's questions answered without a network, in a real browser."""

from collections.abc import Iterator
from contextlib import closing
from sqlite3 import connect
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from quiz.core.questions import Form
from tests.every_form import answer_by_keys, serve_every_form
from tests.running import RunningQuiz

RATINGS = ("", "again", "hard", "good", "easy")  # by their numbers

CARRIED = """async () => {
  const { active } = await navigator.serviceWorker.ready;
  const pack = await caches.match("/offline/pack");
  const page = await caches.match("/offline");
  return [Boolean(pack), Boolean(page), active.state === "activated"];
}"""


FOUR = """async () => {
  const pack = await (await caches.match("/offline/pack")).json();
  return pack.questions.map((each) => each.four);
}"""


@pytest.fixture(params=[360, 1280])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        locale="ko-KR",
        timezone_id="Asia/Seoul",
        viewport={"width": request.param, "height": 740},
        color_scheme="dark" if request.param == 360 else "light",
    )
    yield context
    context.close()


def carry(page: Page, server: RunningQuiz, bank: str = "1") -> None:
    """Answer once, then open today's page, which packs the questions."""
    page.goto(f"{server.url}/practice/{bank}")
    page.locator("button[name=unknown]").click()
    page.wait_for_url("**/answers/*")
    page.goto(server.url)
    wait_until(page, CARRIED)


def wait_until(page: Page, script: str) -> None:
    """Wait until all that the script returns is true."""
    for _ in range(400):
        told = page.evaluate(script)
        if all(told):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"still {told}: {script}")


def count_answers(server: RunningQuiz) -> int:
    with closing(connect(server.instance / "quiz.db")) as database:
        query = "SELECT count(*) FROM review WHERE voided IS NULL"
        return int(database.execute(query).fetchone()[0])


def answer(page: Page, *, right: bool) -> None:
    """Answer what is asked, from what the pack says is right."""
    page.locator("#place [name=question]").wait_for(state="attached")
    page.evaluate(
        """async (right) => {
          const form = document.querySelector("#place form");
          const pack = await (await caches.match("/offline/pack")).json();
          const { value } = form.elements.question;
          const own = pack.questions.find((each) => String(each.id) === value);
          if (!right) return form.querySelector("[name=unknown]").click();
          const options = [...form.querySelectorAll("input[name=answer]")];
          const { shown } = own.check;
          const chosen = options.find((each) => each.value === shown);
          if (chosen) chosen.checked = true;
          else options[0].value = shown;
          form.requestSubmit();
        }""",
        right,
    )
    expect(page.locator("#place .verdict h1")).to_be_visible()


def be_back(page: Page) -> None:
    """Let the network come back, and wait until what was kept is sent."""
    page.context.set_offline(False)
    expect(page.locator("#state")).to_contain_text("네트워크가 돌아와")


def test_questions_are_answered_without_a_network_and_join_the_record(
    server: RunningQuiz, context: BrowserContext
) -> None:
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    carry(page, server)
    before = count_answers(server)
    context.set_offline(True)
    page.goto(f"{server.url}/practice/1")
    expect(page.locator("#place form")).to_be_visible()
    expect(page.locator("#state")).to_contain_text("네트워크가 없습니다")
    answer(page, right=True)
    expect(page.locator(".verdict .seal")).to_have_text("通")
    expect(page.locator(".evidence mark em")).not_to_be_empty()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("#place .btn.main").click()
    page.locator("#place [name=question]").wait_for(state="attached")
    first = page.locator("#place legend, #place .ask").first.inner_text()
    answer(page, right=False)
    expect(page.locator(".verdict .seal")).to_have_text("不")
    page.get_by_role("button", name="되돌리기").click()
    page.locator("#place [name=question]").wait_for(state="attached")
    assert page.locator("#place legend, #place .ask").first.inner_text() == first
    answer(page, right=False)
    page.reload()  # nothing is lost, and the next question is there
    expect(page.locator("#place form")).to_be_visible()
    assert page.locator("#place legend, #place .ask").first.inner_text() != first
    assert count_answers(server) == before
    be_back(page)
    assert count_answers(server) == before + 2
    expect(page.locator("#place form")).to_be_visible()  # nobody is taken away from it
    expect(page.get_by_role("button", name="되돌리기")).to_have_count(0)
    answer(page, right=False)
    page.locator("#place .btn.main").click()
    expect(page.locator("#place")).to_have_count(0)  # the server's page has come
    for _ in range(200):  # and sends what was kept
        if count_answers(server) == before + 3:
            break
        page.wait_for_timeout(50)
    page.wait_for_timeout(1000)  # then it is drawn anew, with what joined the record
    page.goto(server.url)  # nothing is sent twice
    page.wait_for_load_state("networkidle")
    assert count_answers(server) == before + 3
    assert complaints == []


def test_an_answer_is_kept_when_the_network_goes_while_it_is_sent(
    server: RunningQuiz, context: BrowserContext
) -> None:
    page = context.new_page()
    carry(page, server)
    before = count_answers(server)
    page.goto(f"{server.url}/practice/1")
    context.set_offline(True)
    page.locator("button[name=unknown]").click()
    page.wait_for_url("**/offline")
    expect(page.locator("#state")).to_contain_text("이 기기에 남겨")
    be_back(page)
    assert count_answers(server) == before + 1


def test_who_rates_with_four_buttons_has_them_without_a_network(
    server: RunningQuiz, context: BrowserContext
) -> None:
    page = context.new_page()
    carry(page, server)
    page.goto(f"{server.url}/settings")
    page.locator("[name=four_buttons]").check()
    page.locator("main form button.main").click()
    wait_until(page, FOUR)
    before = count_answers(server)
    context.set_offline(True)
    page.goto(f"{server.url}/practice/1")
    number, _ = asked(page)
    answer(page, right=True)
    buttons = page.locator("#place .act .two")
    expect(buttons).to_have_count(4)
    labels = [text.split()[0] for text in buttons.all_inner_texts()]
    assert len(set(labels)) == 4
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("body").press("2")
    page.locator("#place [name=question]").wait_for(state="attached")
    be_back(page)
    assert count_answers(server) == before + 1
    assert log(server)[number][1] == "hard"


def test_the_app_can_be_installed(server: RunningQuiz, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server.url)
    address = page.locator("link[rel=manifest]").get_attribute("href")
    told = page.request.get(f"{server.url}{address}").json()
    assert told["display"] == "standalone"
    assert {icon["sizes"] for icon in told["icons"]} >= {"192x192", "512x512"}
    for icon in told["icons"]:
        assert page.request.get(server.url + icon["src"]).ok
    assert page.request.get(server.url + told["start_url"]).ok


SHOWN = """() => {
  const part = document.querySelector("main .verdict ~ section");
  const options = [...part.querySelectorAll(".options li")];
  return {
    title: document.querySelector(".verdict h1").innerText,
    seal: document.querySelector(".verdict .seal").className,
    text: part.innerText,
    marks: options.map((option) => option.className.trim()),
    evidence: document.querySelector(".evidence blockquote")?.innerText ?? "",
  };
}"""


def log(server: RunningQuiz) -> dict[str, tuple[int, str]]:
    """Return (review, rating) by question, of the answers that came from a device."""
    with closing(connect(server.instance / "quiz.db")) as database:
        rows = database.execute(
            "SELECT question_id, id, rating FROM review"
            " WHERE voided IS NULL AND sent_id IS NOT NULL ORDER BY id"
        ).fetchall()
    return {str(question): (review, RATINGS[rating]) for question, review, rating in rows}


def asked(page: Page) -> tuple[str, str]:
    """Return (question, form) of what is asked without a network."""
    page.locator("#place [name=question]").wait_for(state="attached")
    number = page.locator("#place [name=question]").get_attribute("value")
    form = page.locator("#place [name=shown_as]").get_attribute("value")
    assert number
    assert form
    return number, form


def answer_all(page: Page, seen: dict[str, dict[str, Any]]) -> set[str]:
    """Answer up to the card, which comes last; hints are taken where there are any."""
    forms: set[str] = set()
    while Form.CARD not in forms:
        number, form = asked(page)
        hint = page.locator("#place [data-key=h]")
        if form in {Form.TYPED, Form.CHOICE} and hint.count():
            hint.press("Enter")
            expect(page.locator("#place .option.gone, #place .note")).to_have_count(1)
        answer_by_keys(page)
        forms.add(form)
        if form != Form.CARD:
            expect(page.locator("#place .verdict h1")).to_be_visible()
            rating = page.locator("#place .btn.main").get_attribute("value")
            seen[number] = page.evaluate(SHOWN) | {"rating": rating}
            page.locator("#place .btn.main").press("Enter")
    expect(page.locator("#place .card")).to_have_count(0)
    return forms


@pytest.mark.parametrize("context", [360], indirect=True)
def test_every_form_is_told_as_the_server_tells_it_with_hints_and_steps_back(
    server: RunningQuiz, context: BrowserContext
) -> None:
    page, complaints = context.new_page(), []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    bank = serve_every_form(server)
    carry(page, server, bank)
    page.goto(f"{server.url}/practice/{bank}")
    online = page.locator("[name=question]").get_attribute("value")
    answer_by_keys(page)
    expect(page.locator(".verdict h1")).to_be_visible()
    context.set_offline(True)
    page.locator(".act .btn.main").press("Enter")
    page.wait_for_url("**/offline")  # from within the sitting
    seen: dict[str, dict[str, Any]] = {}
    forms = answer_all(page, seen)
    assert forms | {Form.TRUTH} == set(Form)
    assert online not in seen
    for _ in range(2):  # steps back
        page.locator("body").press("u")
        expect(page.locator("#place .toast")).to_contain_text("되돌렸습니다")
        page.locator("#place .toast").evaluate("each => each.remove()")
    assert answer_all(page, seen) == {Form.MATCH, Form.CARD}
    be_back(page)
    found = log(server)
    for number, shown in seen.items():
        review, rating = found[number]
        page.goto(f"{server.url}/practice/answers/{review}")
        assert page.evaluate(SHOWN) | {"rating": rating} == shown
    assert len(seen) == len(Form) - 2
    assert complaints == []
