"""Bank -> Anki deck that can be imported again and again without hurting progress."""

from collections.abc import Iterator
from urllib.parse import quote

from quiz.anki.card_form import form_of
from quiz.anki.card_schedule import (
    CardSchedule,
    LoggedReview,
    day_zero,
    known_card,
    logged_reviews,
    new_card,
)
from quiz.anki.deck_options import DeckOptions, Progress
from quiz.anki.deck_preset import preset_json
from quiz.anki.note_evidence import Passages
from quiz.anki.note_fields import Face, fields_of
from quiz.anki.note_ids import deck_number, note_number, seconds, unused
from quiz.anki.note_media import files_for
from quiz.anki.note_text import as_deck_name, as_tags, clean, inner_deck_name
from quiz.anki.note_type import note_type
from quiz.anki.note_words import words_of
from quiz.anki.package import BulkDeck, BulkPackage, Note, Start
from quiz.core.problems import Problem
from quiz.core.questions import Bank, Question, Status

WITHDRAWN = "Quiz::withdrawn"  # the tag of notes whose question was retired
PLAIN = DeckOptions()


def write_deck(bank: Bank, options: DeckOptions = PLAIN) -> bytes:
    """Return the .apkg of the approved questions: one note and one card each, in order.

    The same bank and options give the same bytes. Anki knows a note by its question's id,
    and takes over one whose question has a newer `changed`; it leaves all others, with
    the learner's own edits, alone. It takes a schedule only for cards that are new to it.

    Retired questions are left out but for `options.withdrawn`. A note without a card
    changes the one that the learner has, and asks nothing of those who haven't.

    Raises:
        Problem: no question is approved.
    """
    if not any(question.status is Status.APPROVED for question in bank.questions):
        raise Problem("Approve a question first: only approved questions go into a deck.")
    questions, decks, progress = (
        chosen(bank, options),
        Decks(bank, options),
        options.progress,
    )
    numbers = note_numbers(questions)
    package = BulkPackage(
        decks.written,
        note_type(),
        notes_of(questions, numbers, bank, options, decks),
        reviews_of(questions, numbers, progress) if progress else (),
        {str(preset["id"]): preset for preset in decks.presets},
        Start(*day_zero(progress)) if progress else None,
        files_for(questions, bank),
    )
    return package.as_bytes(max(seconds(question.changed) for question in questions))


class Decks:
    """The bank's deck and the decks inside it, as questions ask for them."""

    def __init__(self, bank: Bank, options: DeckOptions) -> None:
        self.bank, self.by_tag = bank, options.by_tag
        self.name = as_deck_name(bank.deck or bank.title)
        self.presets = [preset_json(options.preset)] if options.preset else []
        self.numbers = {"": deck_number(bank.id)}  # by the name inside the bank's deck

    def number_for(self, question: Question) -> int:
        inside = ""
        if self.by_tag and question.tags:
            inside = inner_deck_name(question.tags[0])
        if inside not in self.numbers:
            self.numbers[inside] = deck_number(self.bank.id, inside)
        return self.numbers[inside]

    def written(self) -> Iterator[BulkDeck]:
        preset = self.presets[0]["id"] if self.presets else 1
        for inside, number in self.numbers.items():
            name = f"{self.name}::{inside}" if inside else self.name
            yield BulkDeck(number, name, preset)


def chosen(bank: Bank, options: DeckOptions) -> list[Question]:
    """Return what gets a note: the approved questions and the withdrawn ones."""
    return [
        question
        for question in bank.questions
        if question.status is Status.APPROVED or question.id in options.withdrawn
    ]


def note_numbers(questions: list[Question]) -> list[int]:
    """Return the number of each question's note, no two the same."""
    used: set[int] = set()
    return [unused(note_number(each.id, each.created), used) for each in questions]


def notes_of(
    questions: list[Question],
    numbers: list[int],
    bank: Bank,
    options: DeckOptions,
    decks: Decks,
) -> Iterator[Note]:
    passages = Passages(bank.articles, words_of(bank.language))
    for place, question in enumerate(questions, start=1):
        asked = question.status is Status.APPROVED
        link = address(question, options.link)
        yield Note(
            number=numbers[place - 1],
            guid=clean(question.id),
            changed=seconds(question.changed),
            tags=as_tags(question.tags if asked else (*question.tags, WITHDRAWN)),
            fields=fields_of(question, passages, link, face_of(question, options)),
            deck=decks.number_for(question),
            schedule=schedule_of(question, options.progress, place) if asked else None,
        )


def face_of(question: Question, options: DeckOptions) -> Face:
    progress = options.progress
    memory = progress.memories.get(question.id) if progress else None
    form = form_of(question, options.cards, memory)
    return Face(form, options.read_aloud, question.status is not Status.APPROVED)


def schedule_of(question: Question, progress: Progress | None, place: int) -> CardSchedule:
    memory = progress.memories.get(question.id) if progress else None
    if progress is None or memory is None:
        return new_card(place)
    return known_card(memory, progress, place)


def reviews_of(
    questions: list[Question], numbers: list[int], progress: Progress
) -> Iterator[LoggedReview]:
    used: set[int] = set()
    for question, number in zip(questions, numbers, strict=True):
        if question.status is Status.APPROVED and question.id in progress.memories:
            reviews = progress.reviews.get(question.id, ())
            yield from logged_reviews(number, reviews, progress, used)


def address(question: Question, link: str) -> str:
    if not link:
        return ""
    pattern = link if "{id}" in link else f"{link.rstrip('/')}/{{id}}"
    return pattern.replace("{id}", quote(question.id, safe="", errors="replace"))
