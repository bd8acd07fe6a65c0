"""The one note type of every bank, and the fields of its notes.

It is of Anki's cloze kind, and the fields that are filled decide the card's face: a
choice, a gap or a prompt to recall. So a question that changes its form stays the same
note with the same card. Were a face a note type of its own, Anki would refuse to update
such a note.
"""

from datetime import UTC, datetime
from importlib import resources
from typing import Any, NamedTuple

import genanki

NOTE_TYPE_ID = 1763856000115
TEMPLATE_ID = 1763856000215
FIRST_FIELD_ID = 1763856001000
# Anki takes over templates and style that are newer than its own, so every change to
# them, and nothing else, moves this date.
NOTE_TYPE_CHANGED = datetime(2026, 11, 23, 16, tzinfo=UTC)


class NoteFields(NamedTuple):
    """What a note holds, as HTML.

    A field added later would cut every existing note off from updates: take a spare one
    and rename it. `options` is filled where the card is a choice, `recall` where it asks
    the prompt alone, `typed` where it then asks for typing. `read_korean` and
    `read_english` are filled where Anki is to read the card out in that language.
    `media` are the pictures and sounds of the prompt.
    """

    prompt: str
    answer: str
    also_right: str
    options: str
    cloze: str
    recall: str
    typed: str
    evidence: str
    explanation: str
    feedback: str
    source: str
    link: str
    notice: str
    id: str
    language: str
    read_korean: str = ""
    read_english: str = ""
    evidence_title: str = ""
    media: str = ""
    answer_media: str = ""
    spare_3: str = ""


FIELD_NAMES = tuple(name.replace("_", " ").capitalize() for name in NoteFields._fields)


class NoteType(genanki.Model):  # type: ignore[misc]  # genanki has no types
    """A genanki model with the age it really has."""

    _req = ((0, "any", (NoteFields._fields.index("cloze"),)),)

    def to_json(self, timestamp: float, deck_id: int | None) -> dict[str, Any]:
        """Return the note type as Anki stores it, the same whatever time and deck."""
        stored: dict[str, Any] = super().to_json(NOTE_TYPE_CHANGED.timestamp(), None)
        return stored


def note_type() -> NoteType:
    script = f"<script>\n{part('card.js')}</script>\n"
    return NoteType(
        NOTE_TYPE_ID,
        "Quiz",
        fields=[
            {"name": name, "id": FIRST_FIELD_ID + place, "font": "sans-serif"}
            for place, name in enumerate(FIELD_NAMES)
        ],
        templates=[
            {
                "name": "Question",
                "id": TEMPLATE_ID,
                "qfmt": part("front.html") + script,
                "afmt": part("back.html") + script,
            }
        ],
        css=part("card.css"),
        model_type=genanki.Model.CLOZE,
    )


def part(name: str) -> str:
    return resources.files("quiz.anki").joinpath(name).read_text(encoding="utf-8")
