"""A page is fetched within bounds, and every redirect is checked again."""

import gzip
import threading
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from quiz.core.problems import Problem
from quiz.readers import web_pages
from quiz.readers.isolation import read_page_apart
from quiz.readers.web_pages import Network, read_page
from tests.readers.documents import page, pdf

LONG = "한빛천문대는 2011년에 세워졌다. 초대 대장은 김서윤 박사이고, 지금은 남쪽 산에 있다."
PAGE = page(LONG, LONG.replace("2011", "2012"))
HTML = {"Content-Type": "text/html; charset=utf-8"}
Answers = dict[str, tuple[int, dict[str, str], bytes]]
asked: list[str] = []


class Handler(BaseHTTPRequestHandler):
    answers: Answers

    def do_GET(self) -> None:
        asked.append(self.path)
        status, headers, body = self.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[Callable[[Answers], str]]:
    """Serve answers by their paths; gives the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    asked.clear()

    def serve(answers: Answers) -> str:
        Handler.answers = answers
        return f"http://news.example:{server.server_port}"

    yield serve
    server.shutdown()
    thread.join()
    server.server_close()


def here(host: str, port: int) -> Sequence[str]:
    """Resolve every name to this machine."""
    return ["127.0.0.1"]


NEAR = Network(here, private=True)


def test_a_page_gives_its_article_and_where_it_was(site: Callable[[Answers], str]) -> None:
    address = site({"/a": (200, HTML, PAGE)}) + "/a"
    found = read_page(address, NEAR)
    assert LONG in found.text
    assert found.imprint.source == address


def test_a_file_at_an_address_is_read_as_a_file(site: Callable[[Answers], str]) -> None:
    answers = {"/a.pdf?x=1": (200, {"Content-Type": "application/pdf"}, pdf(LONG))}
    assert read_page(site(answers) + "/a.pdf?x=1", NEAR).text == LONG


def test_an_encoding_that_the_server_names_holds(site: Callable[[Answers], str]) -> None:
    body = PAGE.decode().replace('<meta charset="utf-8">', "").encode("cp949")
    address = site({"/": (200, {"Content-Type": "text/html; charset=euc-kr"}, body)})
    assert LONG in read_page(address, NEAR).text


@pytest.mark.parametrize("pack", [gzip.compress, lambda body: body])
def test_a_page_packed_unasked_is_unpacked(
    site: Callable[[Answers], str], pack: Callable[[bytes], bytes]
) -> None:
    body = pack(PAGE)
    headers = HTML | ({"Content-Encoding": "gzip"} if body != PAGE else {})
    assert LONG in read_page(site({"/": (200, headers, body)}), NEAR).text


def test_redirects_are_followed_a_few_times(site: Callable[[Answers], str]) -> None:
    answers: Answers = {f"/{n}": (302, {"Location": f"/{n + 1}"}, b"") for n in range(10)}
    address = site(answers | {"/5": (200, HTML, PAGE)})
    assert LONG in read_page(address + "/0", NEAR).text
    assert asked == ["/0", "/1", "/2", "/3", "/4", "/5"]
    with pytest.raises(Problem, match="too often"):
        read_page(site(answers) + "/0", NEAR)


@pytest.mark.parametrize(
    "place",
    [
        "http://127.0.0.1/x",
        "http://intern.example/x",
        "file:///etc/passwd",
        "http://[::1]/",
    ],
)
def test_a_redirect_into_a_private_network_is_not_followed(
    site: Callable[[Answers], str], monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """The public name leads to our own machine for the test's sake alone."""
    address = site({"/a": (302, {"Location": place}, b"")})
    port = int(address.rpartition(":")[2])
    real = web_pages.open_socket
    monkeypatch.setattr(web_pages, "open_socket", lambda _, __: real(["127.0.0.1"], port))
    names = {"news.example": "93.184.216.34", "intern.example": "10.0.0.7"}
    network = Network(lambda host, _: [names.get(host, host)])
    with pytest.raises(Problem, match=r"private network|begins with http"):
        read_page("http://news.example/a", network)
    assert asked == ["/a"]


def test_the_address_that_was_checked_is_the_one_that_is_asked(
    site: Callable[[Answers], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that answers otherwise the second time (DNS rebinding) changes nothing."""
    site({"/": (200, HTML, PAGE)})
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    opened: list[list[str]] = []

    def refuse(numeric: list[str], port: int) -> None:
        opened.append(numeric)
        raise OSError

    monkeypatch.setattr(web_pages, "open_socket", refuse)
    with pytest.raises(Problem, match="does not answer"):
        read_page("http://news.example/", Network(lambda host, port: next(answers)))
    assert opened == [["93.184.216.34"]]


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, "not there any more"),
        (403, "Paste its text"),
        (500, "an error"),
        (204, "an error"),
    ],
)
def test_an_answer_without_the_page_says_why(
    site: Callable[[Answers], str], status: int, reason: str
) -> None:
    with pytest.raises(Problem, match=reason):
        read_page(site({"/": (status, HTML, b"")}), NEAR)


def test_a_page_that_never_ends_is_cut_off(
    site: Callable[[Answers], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_pages, "LARGEST_DOWNLOAD", 100_000)
    with pytest.raises(Problem, match="larger than"):
        read_page(site({"/": (200, HTML, b"a" * 100_001)}), NEAR)
    bomb = gzip.compress(b"a" * 5_000_000)
    packed = {"/": (200, HTML | {"Content-Encoding": "gzip"}, bomb)}
    with pytest.raises(Problem, match="larger than"):
        read_page(site(packed), NEAR)


def test_a_dead_link_says_so() -> None:
    with pytest.raises(Problem, match="does not answer"):
        read_page("http://news.example:9/", NEAR)
    with pytest.raises(Problem, match="There is no site"):
        read_page("http://news.example/", Network(lambda host, port: []))


def test_a_picture_at_an_address_says_so(site: Callable[[Answers], str]) -> None:
    answers = {"/a.png": (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n\0\0")}
    with pytest.raises(Problem, match="another kind"):
        read_page(site(answers) + "/a.png", NEAR)


def test_a_private_address_is_not_fetched_from_the_process_either() -> None:
    with pytest.raises(Problem, match="private network"):
        read_page_apart("http://127.0.0.1/")
