"""What stands in an Anki collection, as its readers give it and importers take it."""

from dataclasses import dataclass
from enum import IntEnum


class CardType(IntEnum):
    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class Queue(IntEnum):
    """Where a card waits. Suspended and buried cards wait nowhere."""

    BURIED_BY_HAND = -3
    BURIED = -2
    SUSPENDED = -1
    NEW = 0
    LEARNING = 1  # due in Unix seconds; in other queues in days of the collection
    REVIEW = 2
    DAY_LEARNING = 3
    PREVIEW = 4


class LogKind(IntEnum):
    """Why a line stands in the review log."""

    LEARNING = 0
    REVIEW = 1
    RELEARNING = 2
    FILTERED = 3  # ahead of time, or without any effect
    MANUAL = 4  # set or forgotten by hand
    RESCHEDULED = 5


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of card of a note type, with the HTML of its two sides."""

    name: str
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """A kind of note. A cloze kind has a card a gap, another one a card a template."""

    id: int
    name: str
    is_cloze: bool
    fields: tuple[str, ...]
    templates: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck; its name is a path whose parts stand between double colons."""

    id: int
    name: str
    is_filtered: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A note. `changed` is in Unix seconds; `fields` are HTML, in the type's order."""

    id: int
    guid: str
    type_id: int
    changed: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A card as Anki keeps it. `ordinal` is its template, or its gap, from 0.

    `due` is in Unix seconds in the LEARNING queue, a place in the row of new cards while
    new, else in days of the collection; a card that is on loan to a filtered deck keeps
    its own due day and deck as `original_due` and `original_deck`. `interval` is in days.
    `factor` is the ease in thousandths; `stability` (days) and `difficulty` are FSRS's.
    `last_review` is in Unix seconds.
    """

    id: int
    note_id: int
    deck_id: int
    ordinal: int
    type: int
    queue: int
    due: int
    interval: int
    factor: int
    reps: int
    lapses: int
    left: int
    original_due: int
    original_deck: int
    stability: float | None = None
    difficulty: float | None = None
    last_review: int | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the review log. `id` is its time in Unix milliseconds.

    `button` runs from 1 (again) to 4 (easy), 0 where nobody pressed one. `interval` and
    `last_interval` are in days, or in seconds if negative; `taken` is in milliseconds.
    """

    id: int
    card_id: int
    button: int
    interval: int
    last_interval: int
    factor: int
    taken: int
    kind: int
