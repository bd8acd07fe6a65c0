"""A bank is taken away as a file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quiz.anki.deck import write_deck
from quiz.core.questions import Bank
from quiz.formats.bank_file import write_bank
from quiz.storage.banks import find_bank, whole_bank


@dataclass(frozen=True, slots=True)
class Format:
    write: Callable[[Bank, str], bytes]
    ending: str
    mimetype: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file; `plain_name` is its name in ASCII, for what reads no other."""

    name: str
    plain_name: str
    mimetype: str
    content: bytes


def anki_deck(bank: Bank, link: str) -> bytes:
    return write_deck(bank, link=link)


def bank_file(bank: Bank, _link: str) -> bytes:
    return write_bank(bank)


FORMATS: Mapping[str, Format] = {
    "anki": Format(anki_deck, ".apkg", "application/octet-stream"),
    "quiz": Format(bank_file, ".quiz.json", "application/json"),
}


def export_bank(session: Session, bank_id: int, form: str, link: str = "") -> Download:
    """Write a bank in one of FORMATS. `link` is where a card leads, with {id} for its id.

    Raises:
        NotFound: there is no such bank.
        Problem: the format can't hold anything of it.
    """
    bank, kind = whole_bank(find_bank(session, bank_id)), FORMATS[form]
    stem = re.sub(r'[\\/:*?"<>|\s]+', " ", bank.title).strip() or "quiz"
    return Download(
        stem[:80] + kind.ending,
        f"quiz-{bank_id}{kind.ending}",
        kind.mimetype,
        kind.write(bank, link),
    )
