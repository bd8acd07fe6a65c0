"""A learner takes a bank away as an Anki deck, the way they want it."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from quiz.actions.export_bank import FORMATS, Download, download, keep_deck_name
from quiz.actions.read_bank import visible_bank
from quiz.anki.deck import write_deck
from quiz.anki.deck_options import Cards, DeckOptions, PastReview, Preset, Progress
from quiz.anki.update_file import write_media_file, write_update_file
from quiz.core.learner import Learner
from quiz.core.questions import Question, Status
from quiz.storage.banks import whole_bank
from quiz.storage.known_questions import (
    answers_that_count,
    known_questions,
    knows_any,
    retired_after_approval,
)
from quiz.storage.practice_queries import PractisedBank, find_practised_bank


@dataclass(frozen=True, slots=True)
class WantedDeck:
    """What the learner chose. `has_earlier`: they have an earlier edition of the deck."""

    cards: Cards = Cards.MIX
    by_tag: bool = False
    read_aloud: bool = False
    with_progress: bool = False
    with_preset: bool = False
    has_earlier: bool = False


@dataclass(frozen=True, slots=True)
class DeckOffer:
    """A bank and what may be chosen about its deck."""

    bank_id: int
    title: str
    language: str
    questions: int
    has_tags: bool
    has_progress: bool
    has_withdrawn: bool
    has_media: bool


def offer_deck(session: Session, learner: Learner, bank_id: int) -> DeckOffer:
    """Return what this learner may choose.

    Raises:
        NotFound: the bank isn't there or isn't this learner's to see.
    """
    row = visible_bank(session, learner, bank_id)
    bank = whole_bank(row, with_files=False)
    questions = [question for question in bank.questions if is_asked(question)]
    connection = session.connection()
    return DeckOffer(
        bank_id=row.id,
        title=row.title,
        language=row.language,
        questions=len(questions),
        has_tags=any(question.tags for question in questions),
        has_progress=knows_any(connection, learner.id or 0, bank_id),
        has_withdrawn=bool(retired_after_approval(connection, bank_id)),
        has_media=any(question.media for question in questions),
    )


def is_asked(question: Question) -> bool:
    return question.status is Status.APPROVED


def export_deck(
    session: Session, learner: Learner, bank_id: int, wanted: WantedDeck, link: str = ""
) -> Download:
    """Write the deck as the learner wants it, and keep its name for all later editions.

    `link` is where a card leads, with {id} for its question's id.

    Raises:
        NotFound: the bank isn't there or isn't this learner's to see.
        Problem: no question is approved.
    """
    row = visible_bank(session, learner, bank_id)
    bank, options = whole_bank(row), options_for(session, learner, bank_id, wanted, link)
    content = write_deck(bank, options)
    keep_deck_name(session, row)
    return download(bank.title, bank_id, FORMATS["anki"], content)


def options_for(
    session: Session, learner: Learner, bank_id: int, wanted: WantedDeck, link: str
) -> DeckOptions:
    connection = session.connection()
    practised = find_practised_bank(connection, learner, bank_id)
    withdrawn = retired_after_approval(connection, bank_id) if wanted.has_earlier else ()
    return DeckOptions(
        link=link,
        cards=wanted.cards,
        by_tag=wanted.by_tag,
        read_aloud=wanted.read_aloud,
        withdrawn=frozenset(withdrawn),
        progress=progress_of(connection, learner, practised)
        if wanted.with_progress
        else None,
        preset=preset_of(practised) if wanted.with_preset else None,
    )


def preset_of(practised: PractisedBank) -> Preset:
    return Preset(practised.new_a_day, practised.retention, practised.parameters)


def progress_of(
    connection: Connection, learner: Learner, practised: PractisedBank
) -> Progress | None:
    """Return all that a learner knows of a bank; None for one who never answered."""
    if learner.id is None:
        return None
    reviews: dict[str, list[PastReview]] = defaultdict(list)
    for each in answers_that_count(connection, learner.id, practised.id):
        past = PastReview(*each[1:])
        reviews[each.uid].append(past)
    return Progress(
        zone=learner.zone,
        memories=known_questions(connection, learner.id, practised.id),
        reviews={uid: tuple(log) for uid, log in reviews.items()},
        retention=practised.retention,
        parameters=practised.parameters,
    )


def export_update_file(
    session: Session, learner: Learner, bank_id: int, wanted: WantedDeck, link: str = ""
) -> Download:
    """Write the text file that updates notes of any note type.

    Raises:
        NotFound: the bank isn't there or isn't this learner's to see.
        Problem: no question is approved.
    """
    bank = whole_bank(visible_bank(session, learner, bank_id), with_files=False)
    options = options_for(session, learner, bank_id, wanted, link)
    content = write_update_file(bank, options)
    return download(bank.title, bank_id, FORMATS["anki-text"], content)


def export_media_file(session: Session, learner: Learner, bank_id: int) -> Download:
    """Write the pictures and sounds that the text file names, for Anki's media folder.

    Raises:
        NotFound: the bank isn't there or isn't this learner's to see.
        Problem: there are none.
    """
    bank = whole_bank(visible_bank(session, learner, bank_id))
    content = write_media_file(bank)
    return download(bank.title, bank_id, FORMATS["anki-media"], content)
