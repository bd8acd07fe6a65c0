"""A teacher brings texts: pasted, as files, or as web addresses.

Each is read aside and waits, with what was recognised in it, for the teacher's look.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import BoundedSemaphore, Thread
from uuid import uuid4

from sqlalchemy.orm import Session, sessionmaker

from quiz.actions.draft_article import LONGEST_TITLE, problem_data, title_in, writing
from quiz.core.article import Article
from quiz.core.problems import Problem
from quiz.language import detect_language
from quiz.readers.found_text import FoundText, found_text
from quiz.readers.isolation import read_file_apart, read_page_apart
from quiz.storage.banks import find_bank_of
from quiz.storage.deeds import Deed, note_deed
from quiz.storage.desk_tables import SourceRow
from quiz.storage.engine import begin_writing
from quiz.storage.sources import (
    add_source,
    count_sources,
    forget_sources,
    sources_of,
)

MOST_SOURCES = 10
READINGS_AT_ONCE = 2  # each may take a processor and a gigabyte
AT_ONCE = BoundedSemaphore(READINGS_AT_ONCE)
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text as it was typed or pasted."""

    text: str

    name = ""


@dataclass(frozen=True, slots=True)
class Uploaded:
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Linked:
    """A web address; `private` lets one of the own network be read."""

    name: str
    private: bool = False


Material = Pasted | Uploaded | Linked


@dataclass(frozen=True, slots=True)
class Place:
    """Where texts go: a new bank, a bank that is there, or an article as a new edition."""

    batch: str
    bank_id: int | None = None
    article_id: int | None = None


def new_batch() -> str:
    return str(uuid4())


def bring_sources(
    session: Session,
    owner_id: int,
    materials: Sequence[Material],
    place: Place,
    now: datetime,
) -> list[tuple[int, Material]]:
    """Note what is brought; return what is still to be read, with the ids to tell it to.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: it is too much at once, or a pasted text is none.
    """
    pasted = {each: found_text(each.text) for each in materials if isinstance(each, Pasted)}
    begin_writing(session)
    if place.bank_id is not None:
        find_bank_of(session, owner_id, place.bank_id)
    forget_sources(session, owner_id, now)
    if count_sources(session, owner_id, place.batch) + len(materials) > MOST_SOURCES:
        raise Problem("Bring at most %(most)d texts at once.", most=MOST_SOURCES)
    waiting: list[tuple[int, Material]] = []
    for each in materials:
        row = add_source(session, row_of(owner_id, place, each.name, now))
        if isinstance(each, Pasted):
            keep_found(row, pasted[each])
        else:
            waiting.append((row.id, each))
    session.commit()
    return waiting


def row_of(owner_id: int, place: Place, name: str, now: datetime) -> SourceRow:
    return SourceRow(
        owner_id=owner_id,
        batch=place.batch,
        bank_id=place.bank_id,
        article_id=place.article_id,
        name=name,
        state="reading",
        created=now,
    )


def keep_found(row: SourceRow, found: FoundText) -> None:
    """Set what was recognised; the file's name stands in for a source."""
    row.state, row.text = "ready", found.text
    row.title = (found.imprint.title or title_in(found.text))[:LONGEST_TITLE]
    row.date = found.imprint.date
    row.source = (found.imprint.source or row.name)[:LONGEST_TITLE]
    row.language = detect_language(found.text)


def read_aside(
    sessions: sessionmaker[Session], waiting: Sequence[tuple[int, Material]]
) -> None:
    """Read what was brought in threads of their own; the pages look for the result."""
    for source_id, material in waiting:
        Thread(
            target=read_in_turn, args=(sessions, source_id, material), daemon=True
        ).start()


def read_in_turn(
    sessions: sessionmaker[Session], source_id: int, material: Material
) -> None:
    with AT_ONCE:
        read_source(sessions, source_id, lambda: read_material(material))


def read_material(material: Material) -> FoundText:
    """Read one text, apart from this process where it isn't plain.

    Raises:
        Problem: it can't be read.
    """
    match material:
        case Pasted(text):
            return found_text(text)
        case Uploaded(name, content):
            return read_file_apart(name, content)
        case Linked(address, private):
            return read_page_apart(address, private=private)


def read_source(
    sessions: sessionmaker[Session], source_id: int, read: Callable[[], FoundText]
) -> None:
    """Keep what `read` finds, or why it found nothing; nothing else is kept of it."""
    try:
        found: FoundText | Problem = read()
    except Problem as problem:
        found = problem
    except Exception:
        logger.exception("Reading source %d failed", source_id)
        found = Problem("Reading failed. The log says why.")
    with writing(sessions) as session:
        row = session.get(SourceRow, source_id)
        if row is None:  # the teacher took it away meanwhile
            return
        if isinstance(found, FoundText):
            keep_found(row, found)
        else:
            row.state, row.problem = "failed", problem_data(found)


def correct_source(row: SourceRow, article: Article) -> None:
    """Set what the teacher corrected; the caller commits by going on."""
    row.title, row.text, row.language = article.title, article.text, article.language
    row.date, row.source = article.date, article.source


def correct_sources(
    session: Session,
    owner_id: int,
    batch: str,
    corrected: dict[int, Article],
    now: datetime,
    dropped: int | None = None,
) -> list[SourceRow]:
    """Keep corrections of texts that wait, take one away, and return what is left.

    Raises:
        NotFound: there are none of this batch.
    """
    begin_writing(session)
    rows = sources_of(session, owner_id, batch)
    for row in rows:
        if row.id == dropped:
            leave_out(session, [row], now)
        elif row.id in corrected:
            correct_source(row, corrected[row.id])
    session.commit()
    return [row for row in rows if row.id != dropped]


def leave_out(session: Session, rows: Sequence[SourceRow], now: datetime) -> None:
    """Drop texts so that they can come back; what could not be read is simply gone."""
    for row in rows:
        if row.text:
            row.dropped = now
        else:
            session.delete(row)
    if read := [row for row in rows if row.text]:
        data = {"title": read[0].title or read[0].name, "batch": read[0].batch}
        note_deed(session, Deed.LEFT_OUT, read[0].owner_id, now, None, **data)


def drop_sources(session: Session, owner_id: int, batch: str, now: datetime) -> None:
    """Take back everything of a batch.

    Raises:
        NotFound: there is nothing of it.
    """
    begin_writing(session)
    leave_out(session, sources_of(session, owner_id, batch), now)
    session.commit()


def reading_stopped() -> Problem:
    return Problem("Reading was interrupted. Bring it in once more.")
