"""A web address -> the text of the article there."""

import socket
import ssl
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from quiz.core.imprint import Imprint
from quiz.core.problems import Problem
from quiz.readers.found_text import FoundText
from quiz.readers.html_files import read_html
from quiz.readers.public_addresses import (
    Resolve,
    WebAddress,
    look_up,
    public_addresses,
    read_address,
    unknown,
)
from quiz.readers.source_files import read_file

MOST_REDIRECTS, TIMEOUT = 5, 10.0  # seconds of silence
LARGEST_DOWNLOAD = 12_000_000  # bytes, packed or unpacked
CHUNK = 65536
HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Quiz; reads one page for a teacher)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "identity",
    "Accept-Language": "ko,en;q=0.8",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Download:
    """What an address gave in the end; `address` is the last of its redirects."""

    address: str
    mimetype: str
    charset: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Network:
    """How names become addresses; `private` lets those of the own network be fetched."""

    resolve: Resolve = look_up
    private: bool = False

    def addresses(self, address: WebAddress) -> list[str]:
        if not self.private:
            return list(public_addresses(address, self.resolve))
        if found := list(self.resolve(address.host, address.port)):
            return found
        raise unknown(address.host)


def read_page(text: str, network: Network | None = None) -> FoundText:
    """Fetch a web address and read the article there; a file there is read as a file.

    Raises:
        Problem: it may not be fetched, can't be reached, or holds no text.
    """
    got = download(text, network or Network())
    if got.mimetype in {"text/html", "application/xhtml+xml"}:
        found = read_html(got.content, got.address, got.charset)
    else:
        name = PurePosixPath(unquote(urlsplit(got.address).path)).name
        found = read_file(name, got.content)
    return FoundText(found.text, with_address(found.imprint, got.address))


def with_address(imprint: Imprint, address: str) -> Imprint:
    """Name the site, where it has a name, with its address."""
    named = imprint.source and imprint.source not in address
    source = f"{imprint.source} {address}" if named else address
    return Imprint(imprint.title, imprint.date, source)


def download(text: str, network: Network) -> Download:
    """Fetch an address; every redirect is checked like the first address.

    Raises:
        Problem: see `read_page`.
    """
    place = text.strip()
    for _ in range(MOST_REDIRECTS + 1):
        address = read_address(place, any_port=network.private)
        with answer_of(address, network) as answer:
            following = answer.getheader("Location")
            if answer.status not in {301, 302, 303, 307, 308} or not following:
                return body_of(place, answer)
        place = urljoin(place, following)
    raise Problem("The address leads on too often. Give the last one.")


@contextmanager
def answer_of(address: WebAddress, network: Network) -> Iterator[HTTPResponse]:
    """Ask one address for its page, over a connection to an address that was checked."""
    try:
        with closing(connect(address, network.addresses(address))) as connection:
            connection.request("GET", address.path, headers=HEADERS)
            yield connection.getresponse()
    except ssl.SSLError:
        raise Problem(
            "“%(host)s” can't prove who it is: its certificate is not sound.",
            host=address.host,
        ) from None
    except (OSError, HTTPException, ValueError) as error:
        if isinstance(error, Problem):
            raise
        raise Problem("The site “%(host)s” does not answer.", host=address.host) from None


def connect(address: WebAddress, numeric: list[str]) -> HTTPConnection:
    connection = HTTPConnection(address.host, address.port, timeout=TIMEOUT)
    connection.sock = open_socket(numeric, address.port)
    if address.scheme == "https":
        context = ssl.create_default_context()
        connection.sock = context.wrap_socket(connection.sock, server_hostname=address.host)
    return connection


def open_socket(numeric: list[str], port: int) -> socket.socket:
    for each in numeric[:-1]:
        try:
            return socket.create_connection((each, port), TIMEOUT)
        except OSError:
            continue
    return socket.create_connection((numeric[-1], port), TIMEOUT)


def body_of(place: str, answer: HTTPResponse) -> Download:
    check_status(answer.status)
    content = limited(answer)
    if answer.getheader("Content-Encoding", "").lower() in {"gzip", "x-gzip", "deflate"}:
        content = unpacked(content)
    kind = answer.headers.get_content_type()
    return Download(place, kind, answer.headers.get_content_charset("") or "", content)


def check_status(status: int) -> None:
    if status in {404, 410}:
        raise Problem("The page is not there any more (%(status)d).", status=status)
    if status in {401, 402, 403, 429, 451}:
        raise Problem(
            "The site does not give this page away (%(status)d). Paste its text instead.",
            status=status,
        )
    if status != 200:
        raise Problem("The site answered with an error (%(status)d).", status=status)


def limited(answer: HTTPResponse) -> bytes:
    """Read a body; raise a Problem as soon as it is larger than any article."""
    parts: list[bytes] = []
    size = 0
    while part := answer.read(CHUNK):
        parts.append(part)
        size += len(part)
        if size > LARGEST_DOWNLOAD:
            raise too_large()
    return b"".join(parts)


def too_large() -> Problem:
    return Problem(
        "The page is larger than %(most)d MB.", most=LARGEST_DOWNLOAD // 1_000_000
    )


def unpacked(content: bytes) -> bytes:
    """Unpack what a site sent packed although it was asked not to."""
    for window in (47, -15):  # gzip or zlib by its header, else bare
        decoder = zlib.decompressobj(window)
        try:
            found = decoder.decompress(content, LARGEST_DOWNLOAD + 1)
        except zlib.error:
            continue
        if len(found) > LARGEST_DOWNLOAD:
            raise too_large()
        return found
    raise Problem("The page came damaged.")
