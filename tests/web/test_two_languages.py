"""No page speaks two languages: what is not the interface's own says which it is."""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.actions.set_up import set_up
from quiz.actions.sign_in import make_owner_link
from quiz.storage.tables import BankRow
from quiz.web.database import db

SPOKEN = ("aria-label", "title", "alt", "placeholder", "data-too-large")
SILENT = {"script", "style", "code", "kbd", "math"}
VOID = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "circle", "source"}
HANGUL = re.compile(r"[가-힣]")
ENGLISH = re.compile(r"\b[A-Za-z]?[a-z]+(?:'[a-z]+)?(?: [a-z]+)+\b")
# Names of things that have no Korean one.
NAMES = re.compile(r"quiz owner|make run|[\w.-]+@|Anki \w+")
PAGES = (
    "/",
    "/banks/{bank}",
    "/banks/{bank}/test",
    "/practice/{bank}",
    "/practice/{bank}/end",
    "/practice/answers/{review}",
    "/progress",
    "/settings",
    "/memory",
    "/record",
    "/record/delete",
    "/record/nickname",
    "/come-back",
    "/offline",
    "/read/{bank}",
    "/read/{bank}/deck",
    "/questions/{question}/report",
    "/desk/",
    "/desk/new",
    "/desk/import",
    "/desk/anki",
    "/desk/banks/{bank}",
    "/desk/banks/{bank}/answers",
    "/desk/banks/{bank}/articles",
    "/desk/banks/{bank}/files",
    "/desk/banks/{bank}/history",
    "/desk/banks/{bank}/look",
    "/desk/banks/{bank}/questions/new",
    "/desk/banks/{bank}/replace",
    "/desk/banks/{bank}/review",
    "/desk/banks/{bank}/rows",
    "/desk/banks/{bank}/settings",
    "/desk/banks/{bank}/sharing",
    "/desk/banks/{bank}/remove",
    "/desk/questions/{question}",
    "/desk/questions/{question}/history",
    "/sign-in/nothing",
    "/nowhere",
)


# Where a bank's own words stand among those of the interface.
MIXED = (
    "/",
    "/banks/{bank}",
    "/banks/{bank}/test",
    "/practice/{bank}",
    "/practice/{bank}/end",
    "/practice/answers/{review}",
    "/record",
    "/read/{bank}",
    "/desk/",
)


@dataclass
class Reader(HTMLParser):
    """Reads a page aloud: each text with the language that it says it is in."""

    with_names: bool
    told: list[tuple[str, str]] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @property
    def language(self) -> str:
        return self.open[-1][1] if self.open else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        language = known.get("lang") or self.language
        values = [known[name] for name in SPOKEN if known.get(name)]
        if self.with_names:
            self.told += [(language, value) for value in values if value]
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        silent = SILENT if self.with_names else SILENT | {"title"}
        if data.strip() and not silent & {tag for tag, _ in self.open}:
            self.told.append((self.language, " ".join(data.split())))


def spoken(page: str, *, with_names: bool) -> list[tuple[str, str]]:
    """Return the page's texts; without names, no title and label: they have no parts."""
    reader = Reader(with_names)
    reader.feed(page)
    return reader.told


@dataclass(frozen=True)
class Place:
    """What the addresses of PAGES are filled with."""

    bank: int
    question: int
    review: int


def visitor(app: Flask, language: str) -> FlaskClient:
    """The owner of the installation, reading that language, with an answer in each bank."""
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = language
    token = make_owner_link(db.session(), datetime.now(UTC))
    client.post(f"/sign-in/{token}")
    return client


def answer(client: FlaskClient, bank: int) -> int:
    """Answer what the bank asks first, wrongly; return the answer's id."""
    page = client.get(f"/practice/{bank}").text
    held = dict(re.findall(r'name="(question|reps|shown_as)"[^>]*value="([^"]*)"', page))
    sent = client.post(f"/practice/{bank}", data={**held, "answer": "?"})
    return int(sent.location.rsplit("/", 1)[-1])


@pytest.fixture
def banks(session: Session) -> dict[str, BankRow]:
    set_up(session, datetime.now(UTC))
    return {bank.language: bank for bank in session.scalars(select(BankRow))}


def first_question(bank: BankRow) -> int:
    return bank.questions[0].id


def pages_of(
    client: FlaskClient, bank: BankRow, addresses: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    review = answer(client, bank.id)
    places = Place(bank.id, first_question(bank), review)
    for address in addresses:
        path = address.format(**asdict(places))
        answered = client.get(path, follow_redirects=True)
        assert answered.status_code in {200, 404}, path
        yield path, answered.text


@pytest.mark.parametrize(("bank", "more"), [("en", PAGES), ("ko", MIXED)])
def test_an_english_page_has_no_korean_that_does_not_say_so(
    app: Flask, banks: dict[str, BankRow], bank: str, more: tuple[str, ...]
) -> None:
    flaws = [
        (path, text)
        for path, page in pages_of(visitor(app, "en"), banks[bank], more)
        for language, text in spoken(page, with_names=bank == "en")
        if language != "ko" and HANGUL.search(text)
    ]
    assert flaws == []


@pytest.mark.parametrize(("bank", "more"), [("ko", PAGES), ("en", MIXED)])
def test_a_korean_page_has_no_english_that_does_not_say_so(
    app: Flask, banks: dict[str, BankRow], bank: str, more: tuple[str, ...]
) -> None:
    quoted = banks["ko"].articles[0].text  # it has the English name of what DAMO means
    flaws = [
        (path, text)
        for path, page in pages_of(visitor(app, "ko"), banks[bank], more)
        for language, text in spoken(page, with_names=bank == "ko")
        if language != "en"
        and ENGLISH.search(NAMES.sub("", text))
        and text.strip("“”") not in quoted
    ]
    assert flaws == []
