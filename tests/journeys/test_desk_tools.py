"""The table, spreadsheets, history, the review's tools and unsaved text, in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.journeys.test_desk import AXE_OPTIONS, SIZES, Desk, fill_desk
from tests.running import RunningQuiz

ROWS = "문제\t정답\t오답\t오답\n달까지의 거리는?\t38만 km\t3만 km\t380만 km\n\t답만\t\t\n"


@pytest.fixture(params=SIZES, ids=[f"{width}px" for width in SIZES])
def desk(
    request: pytest.FixtureRequest,
    server: RunningQuiz,
    browser: Browser,
    owner: StorageState,
) -> Iterator[Desk]:
    width: int = request.param
    context = browser.new_context(
        viewport={"width": width, "height": SIZES[width]}, locale="ko", storage_state=owner
    )
    desk = Desk(context, server.url)
    yield desk
    context.close()
    assert desk.complaints == []


def is_sound(page: Page) -> None:
    """Let axe look, and see that nothing sticks out of the screen."""
    found = Axe().run(page, options=AXE_OPTIONS)
    assert found.violations_count == 0, f"{page.url}: {found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def undo(page: Page) -> None:
    page.wait_for_load_state()  # the keys' script is there
    page.keyboard.press("Control+z")


def test_many_questions_at_once(desk: Desk) -> None:
    bank, page = fill_desk(desk), desk.page
    tags = page.locator(".tag.wait")
    expect(tags).to_have_count(5)
    expect(page.locator(".bulk")).to_be_hidden()
    picks = page.locator("tbody [name=question]")
    picks.nth(0).click()
    picks.nth(2).click(modifiers=["Shift"])
    expect(page.locator(".bulk output")).to_have_text("3문제 고름")
    is_sound(page)
    page.locator(".bulk button[value=approve]").click()
    expect(tags).to_have_count(2)
    undo(page)
    expect(tags).to_have_count(5)
    page.locator("[data-page] input").check()
    page.locator(".bulk button[value=change]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("5문제 바꾸기")
    is_sound(page)
    page.locator("#add_tags").fill("1과, 천문")
    page.locator("button[value=apply]").click()
    expect(page.locator("td.q small").first).to_contain_text("천문")
    page.goto(f"{desk.url}{bank}/replace?old=한빛&put=달빛&fields=prompt")
    is_sound(page)
    page.locator("[name=question]").first.uncheck()
    page.locator("form[method=post] button.main").click()
    expect(page.locator("td.q a").filter(has_text="달빛천문대")).to_have_count(4)


@pytest.mark.parametrize("desk", [1280], indirect=True, ids=["1280px"])
def test_rows_of_a_spreadsheet_and_the_past(desk: Desk, tmp_path: Path) -> None:
    bank, page = fill_desk(desk), desk.page
    page.goto(f"{desk.url}{bank}/rows")
    page.locator("#text").fill(ROWS)
    page.locator("button.main").click()
    expect(page.locator("p[role=status]")).to_contain_text("새 문제 1개")
    is_sound(page)
    page.locator("button[value=bring]").click()
    expect(page.locator("td.q a").first).to_have_text("달까지의 거리는?")
    page.goto(f"{desk.url}{bank}/files")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Excel (.xlsx)").click()
    file = tmp_path / "bank.xlsx"
    waiting.value.save_as(file)
    page.goto(f"{desk.url}{bank}/rows")
    page.locator("#file").set_input_files(file)
    page.locator("button.main").click()
    expect(page.locator("p[role=status]")).to_contain_text("이미 있는 문제 6개")
    page.goto(f"{desk.url}{bank}/history")
    is_sound(page)
    page.locator("button[name=at]").last.click()
    expect(page.locator(".toast")).to_contain_text("되살림")
    undo(page)
    expect(page.locator("li h3").first).to_contain_text("되돌림")
    page.get_by_role("link", name="바뀐 내용 보기").first.click()
    is_sound(page)


@pytest.mark.parametrize("desk", [360], indirect=True, ids=["360px"])
def test_the_tools_of_the_review(desk: Desk) -> None:
    bank, page = fill_desk(desk), desk.page
    page.goto(f"{desk.url}{bank}/review?doubt=yes")
    expect(page.locator("#now .note")).to_be_visible()
    is_sound(page)
    page.goto(f"{desk.url}{bank}/review?kind=role-holder")
    page.wait_for_load_state()
    page.keyboard.press("Shift+A")
    expect(page.get_by_role("heading", level=1)).to_contain_text("초안 1개를")
    is_sound(page)
    page.wait_for_load_state()
    page.keyboard.press("a")
    expect(page.locator(".toast")).to_contain_text("승인")
    page.goto(f"{desk.url}/desk/")
    undo(page)  # on whatever page one is
    expect(page.locator("p.toast")).to_have_text("되돌렸습니다.")
    page.goto(f"{desk.url}{bank}/review")
    sentence = page.locator("[data-start]", has_text="주 망원경")
    sentence.click()
    expect(page.locator("#now h3")).to_have_text("이 문장")
    expect(page.locator("#now + .draft")).to_contain_text("지름은 몇 cm인가?")
    is_sound(page)
    page.locator("[data-start]", has_text="주 망원경").evaluate(
        """span => {
          const range = document.createRange(), at = span.firstChild.data.indexOf("80cm");
          range.setStart(span.firstChild, at);
          range.setEnd(span.firstChild, at + 4);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    expect(page.locator("[data-selected]")).to_be_visible()
    page.keyboard.press("m")
    expect(page.locator("#accepted")).to_have_value("80cm")
    expect(page.locator("#cloze")).to_have_value("주 망원경의 지름은 {{80cm}}이다.")


@pytest.mark.parametrize("desk", [360], indirect=True, ids=["360px"])
def test_unsaved_text_survives_a_closed_tab(desk: Desk) -> None:
    bank, page = fill_desk(desk), desk.page
    address = desk.url + str(page.locator("td.q a").first.get_attribute("href"))
    page.goto(address)
    page.locator("#prompt").fill("아직 저장하지 않은 문제?")
    page.locator("[name=forms]").last.uncheck()
    page.close()
    page = desk.page = page.context.new_page()
    page.goto(address)
    expect(page.locator("#prompt")).to_have_value("아직 저장하지 않은 문제?")
    expect(page.locator("[name=forms]").last).not_to_be_checked()
    expect(page.locator("[data-restored]")).to_be_visible()
    page.locator("[data-discard]").click()
    expect(page.locator("#prompt")).to_have_value("한빛천문대의 초대 대장은 누구인가?")
    page.locator("#prompt").fill("저장한 문제?")
    page.locator("button[value=draft]").click()
    page.wait_for_url("**/desk/banks/*")
    page.goto(address)
    expect(page.locator("#prompt")).to_have_value("저장한 문제?")
    expect(page.locator("[data-restored]")).to_be_hidden()
    page.goto(f"{desk.url}{bank}/questions/new")
    page.locator("#prompt").fill("저장한 문제인가?")
    page.locator("#accepted").fill("김서윤\n金敍玧")
    expect(page.locator("#twins a")).to_have_text("저장한 문제?")
