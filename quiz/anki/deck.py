"""Bank -> Anki deck that can be imported again and again without hurting progress."""

from collections.abc import Iterator
from urllib.parse import quote

from quiz.anki.note_evidence import Passages
from quiz.anki.note_fields import fields_of
from quiz.anki.note_ids import deck_number, note_number, seconds, unused
from quiz.anki.note_text import as_deck_name, as_tags, clean
from quiz.anki.note_type import note_type
from quiz.anki.note_words import words_of
from quiz.anki.package import BulkDeck, BulkPackage, Note
from quiz.core.problems import Problem
from quiz.core.questions import Bank, Question, Status


def write_deck(bank: Bank, *, link: str = "") -> bytes:
    """Return the .apkg of the approved questions: one note and one card each, in order.

    `link` is the address of a question's page with `{id}` in the place of its id, or the
    part before the id; "" for cards without a link. The same bank and link give the same
    bytes. Anki knows a note by its question's id, and takes over one whose question has
    a newer `changed`; it leaves all others, with the learner's own edits, alone.

    Retired questions are left out: whoever has the card keeps it as it is, and nobody
    gets it anew. Anki unsuspends, or makes, a card for every note that it doesn't know,
    so a retired question in the package would be asked.

    Raises:
        Problem: no question is approved.
    """
    approved = [q for q in bank.questions if q.status is Status.APPROVED]
    if not approved:
        raise Problem("Approve a question first: only approved questions go into a deck.")
    notes = list(notes_of(approved, Passages(bank.articles, words_of(bank.language)), link))
    deck = BulkDeck(deck_number(bank.id), as_deck_name(bank.title), note_type(), notes)
    return BulkPackage(deck).as_bytes(max(note.changed for note in notes))


def notes_of(questions: list[Question], passages: Passages, link: str) -> Iterator[Note]:
    used: set[int] = set()
    for question in questions:
        yield Note(
            number=unused(note_number(question.id, question.created), used),
            guid=clean(question.id),
            changed=seconds(question.changed),
            tags=as_tags(question.tags),
            fields=fields_of(question, passages, address(question, link)),
        )


def address(question: Question, link: str) -> str:
    if not link:
        return ""
    pattern = link if "{id}" in link else f"{link.rstrip('/')}/{{id}}"
    return pattern.replace("{id}", quote(question.id, safe="", errors="replace"))
