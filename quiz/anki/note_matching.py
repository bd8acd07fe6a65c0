"""Which fields of a foreign note ask, answer and explain, kind by kind of card."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from quiz.anki.collection import Card, Note, NoteType, Template
from quiz.anki.collection_reader import CollectionReader

FIELD = re.compile(r"\{\{\s*([^{}#^/!][^{}]*?)\s*\}\}")
SPECIAL = {"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"}
OURS = {"Prompt", "Answer", "Also right", "Options", "Cloze", "Explanation", "Id"}
SAMPLES = 3


@dataclass(frozen=True, slots=True)
class CardKind:
    """The cards of one template of a note type; of a cloze type, all of them.

    `is_ours` tells that the notes came from a deck of this program, somewhere.
    """

    note_type: NoteType
    ordinal: int  # the template's, from 0
    count: int
    samples: tuple[tuple[Note, Card], ...]

    @property
    def key(self) -> str:
        return f"{self.note_type.id}-{self.ordinal}"

    @property
    def template(self) -> Template | None:
        templates = self.note_type.templates
        return templates[self.ordinal] if self.ordinal < len(templates) else None

    @property
    def is_ours(self) -> bool:
        return set(self.note_type.fields) >= OURS


@dataclass(frozen=True, slots=True)
class Matching:
    """Places of fields, from 0. Without a `prompt` the cards are left out.

    `is_typed` tells that the answer is to be typed. Of cloze notes `prompt` is the text
    with the gaps, and `answer` says nothing.
    """

    prompt: int | None
    answer: int | None = None
    explanation: int | None = None
    is_typed: bool = False


def kinds_of_cards(collection: CollectionReader) -> tuple[CardKind, ...]:
    """Return the kinds of cards that there are, the commonest first."""
    notes = {note.id: note.type_id for note in collection.notes()}
    counts: dict[tuple[int, int], int] = {}
    first: dict[tuple[int, int], list[Card]] = {}
    for card in collection.cards():
        if card.note_id in notes:
            key = kind_of(collection, notes[card.note_id], card)
            counts[key] = counts.get(key, 0) + 1
            if counts[key] <= SAMPLES:
                first.setdefault(key, []).append(card)
    wanted = {card.note_id for cards in first.values() for card in cards}
    shown = {note.id: note for note in collection.notes() if note.id in wanted}
    kinds = [
        CardKind(
            collection.note_types[key[0]],
            key[1],
            count,
            tuple((shown[card.note_id], card) for card in first[key]),
        )
        for key, count in counts.items()
    ]
    return tuple(sorted(kinds, key=lambda kind: (-kind.count, kind.key)))


def kind_of(collection: CollectionReader, type_id: int, card: Card) -> tuple[int, int]:
    is_cloze = collection.note_types[type_id].is_cloze
    return type_id, 0 if is_cloze else card.ordinal


def guess(kind: CardKind) -> Matching:
    """Guess from the template: the first field of the front asks, one of the back answers.

    A field that stands on both sides, or is only typed into on the front, answers nothing
    or asks nothing.
    """
    names, template = kind.note_type.fields, kind.template
    if template is None:
        return Matching(None)
    front, back = fields_in(template.front), fields_in(template.back)
    if kind.note_type.is_cloze:
        return guess_cloze(names, front, back)
    shown = [name for name, filters in front if "type" not in filters and name in names]
    hidden = [name for name, _ in back if name in names and name not in shown]
    typed = any("type" in filters for _, filters in front)
    if not shown or not hidden:
        return Matching(0, 1, is_typed=typed) if len(names) > 1 else Matching(None)
    return Matching(
        names.index(shown[0]),
        names.index(hidden[0]),
        names.index(hidden[1]) if len(hidden) > 1 else None,
        typed,
    )


def guess_cloze(
    names: tuple[str, ...],
    front: list[tuple[str, tuple[str, ...]]],
    back: list[tuple[str, tuple[str, ...]]],
) -> Matching:
    text = next((name for name, filters in front if "cloze" in filters), names[0])
    text = text if text in names else names[0]
    more = next((name for name, _ in back if name in names and name != text), None)
    typed = any({"cloze", "type"} <= set(filters) for _, filters in front)
    return Matching(names.index(text), None, names.index(more) if more else None, typed)


def fields_in(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the fields that a side shows, in order, with their filters."""
    found: dict[str, tuple[str, ...]] = {}
    for match in FIELD.finditer(html):
        *filters, name = match[1].split(":")
        if name.strip() not in SPECIAL:
            kinds = tuple(each.strip().split()[0] for each in filters if each.strip())
            found.setdefault(name.strip(), kinds)
    return list(found.items())


def guesses(kinds: tuple[CardKind, ...]) -> Mapping[str, Matching]:
    return {kind.key: guess(kind) for kind in kinds}


def text_sample(collection: CollectionReader, most: int) -> str:
    """Return the fields of the first notes, to find their language out."""
    notes = islice(collection.notes(), most)
    return "\n".join(field for note in notes for field in note.fields)
