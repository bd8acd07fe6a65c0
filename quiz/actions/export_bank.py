"""A bank is taken away as a file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quiz.anki.deck import write_deck
from quiz.anki.deck_options import DeckOptions
from quiz.anki.update_file import write_media_file, write_update_file
from quiz.core.questions import Bank
from quiz.formats.bank_file import write_bank
from quiz.formats.spreadsheet import write_csv, write_tsv, write_workbook
from quiz.storage.banks import find_bank, whole_bank
from quiz.storage.engine import begin_writing
from quiz.storage.tables import BankRow


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
    return write_deck(bank, DeckOptions(link=link))


def anki_text(bank: Bank, link: str) -> bytes:
    return write_update_file(bank, DeckOptions(link=link))


def anki_media(bank: Bank, _link: str) -> bytes:
    return write_media_file(bank)


def bank_file(bank: Bank, _link: str) -> bytes:
    return write_bank(bank)


def workbook(bank: Bank, _link: str) -> bytes:
    return write_workbook(bank)


def comma_file(bank: Bank, _link: str) -> bytes:
    return write_csv(bank)


def tab_file(bank: Bank, _link: str) -> bytes:
    return write_tsv(bank)


EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS: Mapping[str, Format] = {
    "anki": Format(anki_deck, ".apkg", "application/octet-stream"),
    "anki-text": Format(anki_text, ".anki.txt", "text/plain"),
    "anki-media": Format(anki_media, ".anki-media.zip", "application/zip"),
    "quiz": Format(bank_file, ".quiz.json", "application/json"),
    "xlsx": Format(workbook, ".xlsx", EXCEL),
    "csv": Format(comma_file, ".csv", "text/csv"),
    "tsv": Format(tab_file, ".tsv", "text/tab-separated-values"),
}


def export_bank(session: Session, bank_id: int, form: str, link: str = "") -> Download:
    """Write a bank in one of FORMATS. `link` is where a card leads, with {id} for its id.

    Raises:
        NotFound: there is no such bank.
        Problem: the format can't hold anything of it.
    """
    row, kind = find_bank(session, bank_id), FORMATS[form]
    bank = whole_bank(row)
    content = kind.write(bank, link)
    if form == "anki":
        keep_deck_name(session, row)
    return download(bank.title, bank_id, kind, content)


def keep_deck_name(session: Session, row: BankRow) -> None:
    """Call all later decks of the bank as its first one, whatever its title then."""
    if row.deck:
        return
    session.commit()  # what was only read must not be what is written next
    begin_writing(session)
    session.refresh(row)
    row.deck = row.deck or row.title
    session.commit()


def download(title: str, bank_id: int, kind: Format, content: bytes) -> Download:
    stem = re.sub(r'[\\/:*?"<>|\s]+', " ", title).strip() or "quiz"
    return Download(
        stem[:80] + kind.ending, f"quiz-{bank_id}{kind.ending}", kind.mimetype, content
    )
