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


@pytest.fixture(scope="module")
def owner(server: RunningQuiz, browser: Browser) -> StorageState:
    context = browser.new_context()
    page = context.new_page()
    page.goto(server.owner_link)
    page.get_by_role("main").get_by_role("button").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    state = context.storage_state()
    context.close()
    return state


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
