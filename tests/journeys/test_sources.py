"""A teacher brings texts in a real browser: by drop, picker and address."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FilePayload, Page, StorageState, expect

from tests.journeys.test_desk import SIZES, Desk
from tests.readers.documents import docx, hwp, page, pdf
from tests.running import RunningQuiz, running_quiz

BUILTIN = Path(__file__).parents[2] / "quiz" / "builtin" / "yunqi-2019.ko.txt"
LONG = "한빛천문대는 2011년에 세워졌다. 초대 대장은 김서윤 박사이고, 지금은 남쪽 산에 있다."
DROP = """([name, bytes]) => {
  const files = new DataTransfer();
  files.items.add(new File([new Uint8Array(bytes)], name));
  const at = document.querySelector("[data-drop]");
  for (const kind of ["dragover", "drop"]) {
    const how = {dataTransfer: files, bubbles: true, cancelable: true};
    at.dispatchEvent(new DragEvent(kind, how));
  }
}"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningQuiz]:
    """Serve an installation that may read the site of this machine."""
    folder = tmp_path_factory.mktemp("instance")
    with running_quiz(folder, QUIZ_PRIVATE_ADDRESSES="true") as quiz:
        yield quiz


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a news page; gives its address."""
    folder = tmp_path_factory.mktemp("site")
    head = (
        '<title>주소에서 온 글</title><meta property="og:title" content="주소에서 온 글">'
    )
    Path(folder, "news.html").write_bytes(
        page(LONG, LONG.replace("2011", "2012"), head=head)
    )
    handler = partial(Quiet, directory=str(folder))
    site = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=site.serve_forever, args=(0.05,))
    thread.start()
    yield f"http://127.0.0.1:{site.server_port}/news.html"
    site.shutdown()
    thread.join()
    site.server_close()


def drop(page: Page, name: str, content: bytes) -> None:
    page.evaluate(DROP, [name, list(content)])


def payload(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


@pytest.mark.parametrize("width", SIZES)
def test_texts_of_all_kinds_become_one_bank(
    server: RunningQuiz, browser: Browser, owner: StorageState, site: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": SIZES[width]}, locale="ko", storage_state=owner
    )
    desk, axe = Desk(context, server.url), Axe()
    desk.open("/desk/new")
    page = desk.page
    assert axe.run(page).violations_count == 0
    page.locator("#files").set_input_files(payload("하나.docx", docx(LONG, title="하나")))
    drop(page, "둘.hwp", hwp(f"둘째 글\n입력 2019.10.07\n{LONG}"))
    drop(page, "그림.pdf", pdf("3"))
    assert page.locator("#files").evaluate("input => input.files.length") == 3
    page.locator("#addresses").fill(site)
    page.get_by_role("button", name="읽기").click()
    expect(page.get_by_role("heading", name="모두 맞습니까?")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("alert")).to_contain_text("그림만 있습니다")
    titles = page.locator("fieldset input[name$=-title]")
    assert sorted(titles.nth(n).input_value() for n in range(3)) == [
        "둘째 글",
        "주소에서 온 글",
        "하나",
    ]
    assert page.locator("input[value='2019-10-07']").count() == 1
    assert axe.run(page).violations_count == 0
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    titles.first.fill("고친 제목")
    page.get_by_role("button", name="목록에서 지우기").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert page.locator("input[value='고친 제목']").count() == 1
    page.locator("#title").fill("세 글의 문제집")
    page.get_by_role("button", name="문제를 직접 쓰기").click()
    expect(page.get_by_role("link", name="세 글의 문제집")).to_be_visible()
    context.close()
    assert desk.complaints == []


def test_a_file_that_is_too_large_is_named_before_it_is_sent(
    server: RunningQuiz, browser: Browser, owner: StorageState
) -> None:
    context = browser.new_context(locale="ko", storage_state=owner)
    desk = Desk(context, server.url)
    desk.open("/desk/new")
    desk.page.locator("form[data-bring]").evaluate(
        "form => { form.dataset.most = '0.001' }"
    )
    drop(desk.page, "큰 파일.pdf", bytes(2000))
    expect(desk.page.get_by_role("alert")).to_contain_text("큰 파일.pdf")
    desk.page.get_by_role("button", name="읽기").click()
    assert desk.page.url.endswith("/desk/new")
    context.close()


def test_fifty_megabytes_and_no_javascript_still_get_a_sentence(
    server: RunningQuiz, browser: Browser, owner: StorageState, tmp_path: Path
) -> None:
    context = browser.new_context(
        java_script_enabled=False, locale="ko", storage_state=owner
    )
    desk = Desk(context, server.url)
    desk.open("/desk/new")
    large = tmp_path / "큰 글.pdf"
    large.write_bytes(b"%PDF-1.7" + bytes(50_000_000))
    desk.page.locator("#files").set_input_files(large)
    desk.page.get_by_role("button", name="읽기").click()
    assert "32 MB" in desk.page.locator("#files-error").inner_text()
    desk.page.locator("#text").fill(LONG)
    desk.page.get_by_role("button", name="읽기").click()
    expect(desk.page.get_by_role("heading", name="모두 맞습니까?")).to_be_visible()
    context.close()


def test_a_new_edition_is_compared_taken_over_and_brought_back(
    server: RunningQuiz, browser: Browser, owner: StorageState
) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": SIZES[360]}, locale="ko", storage_state=owner
    )
    desk, axe = Desk(context, server.url), Axe()
    desk.open("/desk/banks/1/articles")
    page = desk.page
    assert axe.run(page).violations_count == 0
    page.get_by_role("link", name="새 판 가져오기").click()
    lines = BUILTIN.read_text(encoding="utf-8").split("\n")
    page.locator("#text").fill(
        "\n".join(["새로 덧붙인 문장이다.", *lines[:20], *lines[24:]])
    )
    page.get_by_role("button", name="읽기").click()
    page.get_by_role("button", name="지금 글과 견주기").click()
    expect(page.get_by_role("heading", name="새 판에서 달라지는 것")).to_be_visible()
    assert int(page.locator(".fates dd").nth(3).inner_text()) > 0
    assert axe.run(page).violations_count == 0
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.get_by_label("새 문장에서 문제 만들기").uncheck()
    page.get_by_role("button", name="새 판으로 바꾸기").click()
    expect(page.locator(".toast")).to_contain_text("새 판으로 바꿈")
    expect(page.locator(".head .small").first).not_to_contain_text("초안 0")
    page.get_by_role("button", name="바로 전 판으로 되돌리기").click()
    expect(page.locator(".head .small").first).to_contain_text("초안 0")
    for drafts in (True, False):  # both are taken back, on whatever page one is
        desk.open("/desk/")
        page.wait_for_load_state("load")
        page.keyboard.press("Control+z")
        expect(page.locator("p.toast")).to_have_text("되돌렸습니다.")
        desk.open("/desk/banks/1/articles")
        said = expect(page.locator(".head .small").first)
        (said.not_to_contain_text if drafts else said.to_contain_text)("초안 0")
    context.close()
    assert desk.complaints == []


def test_a_colleague_joins_by_link_and_edits_under_a_name(
    server: RunningQuiz, browser: Browser, owner: StorageState
) -> None:
    context = browser.new_context(locale="ko", storage_state=owner)
    desk, axe = Desk(context, server.url), Axe()
    desk.open("/desk/banks/1/sharing")
    desk.page.get_by_role("button", name="링크 만들기").click()
    link = desk.page.locator("#link").input_value()
    assert axe.run(desk.page).violations_count == 0
    theirs = browser.new_context(viewport={"width": 360, "height": SIZES[360]}, locale="ko")
    page = theirs.new_page()
    page.goto(link)
    assert axe.run(page).violations_count == 0
    page.get_by_label("동료에게 보일 이름").fill("김 선생")
    page.get_by_role("button", name="함께하기").click()
    page.wait_for_url("**/desk/banks/1")
    page.goto(server.url + "/desk/banks/1/look")
    assert axe.run(page).violations_count == 0
    page.get_by_role("button", name="사본 만들기").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("(사본)")
    theirs.close()
    desk.page.reload()
    expect(desk.page.get_by_role("listitem").filter(has_text="김 선생")).to_be_visible()
    context.close()
