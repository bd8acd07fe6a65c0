"""A teacher brings an Anki deck in as a bank, with what they have learned of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import BinaryIO
from uuid import uuid4

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quiz.actions.edit_bank import checked_title
from quiz.actions.join_reviews import Joined, join_collection
from quiz.anki.brought_questions import Brought
from quiz.anki.collection_reader import CollectionReader
from quiz.anki.deck_reader import (
    Choices,
    bringing,
    check_size,
    read_questions,
    samples_of,
    title_of,
)
from quiz.anki.field_text import read_field
from quiz.anki.note_matching import (
    CardKind,
    Matching,
    guesses,
    kinds_of_cards,
    text_sample,
)
from quiz.anki.package_reader import open_package
from quiz.anki.question_ids import possible_ids
from quiz.core.doubts import Grounds
from quiz.core.learner import Learner
from quiz.core.problems import Problem
from quiz.core.questions import Bank
from quiz.language import detect_language
from quiz.storage.banks import add_bank, add_files, find_bank_of, next_position, touch
from quiz.storage.brought_decks import count_by_bank, ids_in_bank
from quiz.storage.deeds import Deed, note_deed
from quiz.storage.engine import begin_writing
from quiz.storage.many_questions import columns_of, insert_questions
from quiz.storage.tables import BankRow

SAMPLE_NOTES = 60


@dataclass(frozen=True, slots=True)
class Look:
    """What a deck holds, before anything of it is kept.

    `known` counts the cards whose questions are in a bank already, by the bank's id.
    """

    title: str
    language: str
    kinds: tuple[CardKind, ...]
    guesses: Mapping[str, Matching]
    samples: Mapping[str, tuple[Brought, ...]]
    cards: int
    answers: int
    media: int
    known: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. `left_out` cards had nothing to ask or were not wanted."""

    bank_id: int
    added: int
    drafts: int
    left_out: int
    known: int
    joined: Joined | None

    @property
    def told(self) -> str:
        """The counts, in English, for a terminal."""
        answers = self.joined.added if self.joined else 0
        return (
            f"{self.added} added ({self.drafts} as drafts), {self.known} here already, "
            f"{self.left_out} left out, {answers} answers joined"
        )


def look_at_deck(
    session: Session,
    owner_id: int,
    file: BinaryIO,
    now: datetime,
    choices: Choices | None = None,
    name: str = "",
) -> Look:
    """Tell what is in a deck, and how its first cards would be asked. Keeps nothing.

    Raises:
        Problem: it can't be read, or there is nothing in it.
    """
    with open_package(file) as package:
        collection = package.collection
        kinds = kinds_of_cards(collection)
        cards = sum(kind.count for kind in kinds)
        check_size(cards)
        language = language_of(collection)
        title = title_of(collection) or name or "Anki"
        chosen = choices or Choices(title, language, guesses(kinds))
        how = bringing(chosen, package, now)
        return Look(
            title=chosen.title,
            language=chosen.language,
            kinds=kinds,
            guesses=chosen.matchings,
            samples={kind.key: samples_of(kind, chosen, how) for kind in kinds},
            cards=cards,
            answers=sum(1 for _ in collection.log()),
            media=len(package.media),
            known=known_in_banks(session, owner_id, collection),
        )


def language_of(collection: CollectionReader) -> str:
    sample = read_field(text_sample(collection, SAMPLE_NOTES)).text
    return detect_language(sample) or "und"


def known_in_banks(
    session: Session, owner_id: int, collection: CollectionReader
) -> dict[int, int]:
    guids = {note.id: note.guid for note in collection.notes()}
    ids = {
        uid
        for card in collection.cards()
        for uid in possible_ids(guids.get(card.note_id, ""), card.ordinal)
    }
    return count_by_bank(session, owner_id, ids)


def bring_deck(
    session: Session,
    engine: Engine,
    learner: Learner,
    owner_id: int,
    file: BinaryIO,
    choices: Choices,
    now: datetime,
) -> Outcome:
    """Add the deck's questions as a bank, or to one, and the learner's answers to them.

    What can't be asked as it stands comes in as a draft; what is there already stays as
    it is. The questions are one transaction.

    Raises:
        NotFound: the teacher has no such bank.
        Problem: the file can't be read, or nothing is left of it.
    """
    with open_package(file) as package:
        brought, left_out = read_questions(package, choices, now)
        if not brought:
            raise Problem(
                "No card has something to ask and an answer. Choose other fields."
            )
        bank, added = keep_questions(session, owner_id, brought, choices, now)
        drafts = sum(1 for each in added if each.why is not None)
        bank_id = bank.id
        session.commit()
        joined = None
        if choices.with_answers:
            joined = join_collection(engine, learner, package.collection, now)
    known = len(brought) - len(added)
    return Outcome(bank_id, len(added), drafts, left_out, known, joined)


def import_deck(
    session: Session,
    engine: Engine,
    learner: Learner,
    file: BinaryIO,
    name: str,
    answers: bool,
    now: datetime,
) -> Outcome:
    """Bring a deck in without a look at it; one that is here goes to its bank.

    Raises:
        Problem: the file can't be read, or nothing is left of it.
    """
    owner_id = learner.owner or 0
    look = look_at_deck(session, owner_id, file, now, name=name)
    bank_id = next(iter(look.known), None)
    choices = Choices(look.title, look.language, look.guesses, bank_id=bank_id)
    session.rollback()
    file.seek(0)
    choices = replace(choices, with_answers=answers)
    return bring_deck(session, engine, learner, owner_id, file, choices, now)


def keep_questions(
    session: Session,
    owner_id: int,
    brought: list[Brought],
    choices: Choices,
    now: datetime,
) -> tuple[BankRow, list[Brought]]:
    columns = columns_of((each.question for each in brought), Grounds({}))
    files, title = files_in(brought), checked_title(choices.title)
    begin_writing(session)
    if choices.bank_id is None:
        bank = Bank(str(uuid4()), title, choices.language, files=files)
        row = add_bank(session, bank, owner_id, now, columns)
        note_deed(session, Deed.MADE, owner_id, now, row.id, title=row.title)
        return row, brought
    row = find_bank_of(session, owner_id, choices.bank_id)
    there = ids_in_bank(session, row.id)
    new = [each for each in brought if each.question.id not in there]
    columns = [each for each in columns if each["uid"] not in there]
    first = next_position(session, row.id)
    insert_questions(session, row.id, first, columns, owner_id, now, "imported")
    add_files(session, row.id, files_in(new))
    touch(row, now)
    return row, new


def files_in(brought: Iterable[Brought]) -> tuple[tuple[str, bytes], ...]:
    return tuple({name: content for b in brought for name, content in b.files}.items())
