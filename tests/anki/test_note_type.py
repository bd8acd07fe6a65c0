"""The note type: what must never change, and what must not change unnoticed."""

from hashlib import sha256

from quiz.anki.note_type import (
    FIELD_NAMES,
    FIRST_FIELD_ID,
    NOTE_TYPE_CHANGED,
    NOTE_TYPE_ID,
    TEMPLATE_ID,
    note_type,
)


def test_numbers_and_the_count_of_fields_never_change() -> None:
    """Another field or number, and Anki refuses to update every note there is."""
    stored = note_type().to_json(0, None)
    assert (NOTE_TYPE_ID, stored["id"]) == (1763856000115, "1763856000115")
    assert [template["id"] for template in stored["tmpls"]] == [TEMPLATE_ID]
    assert TEMPLATE_ID == 1763856000215
    assert FIRST_FIELD_ID == 1763856001000
    ids = [field["id"] for field in stored["flds"]]
    assert ids == [1763856001000 + place for place in range(21)]


def test_a_field_is_spare() -> None:
    assert any(name.startswith("Spare") for name in FIELD_NAMES)


def test_the_note_type_has_a_new_date_whenever_its_looks_change() -> None:
    """Anki takes new templates over only if they are newer.

    If this fails, set NOTE_TYPE_CHANGED to today and write both here.
    """
    stored = note_type().to_json(0, None)
    (template,) = stored["tmpls"]
    parts = (template["qfmt"], template["afmt"], stored["css"], *FIELD_NAMES)
    digest = sha256("\0".join(parts).encode()).hexdigest()[:16]
    assert (f"{NOTE_TYPE_CHANGED:%Y-%m-%d %H}", digest) == (
        "2026-11-23 16",
        "7288b6b53140faba",
    )
    assert stored["mod"] == NOTE_TYPE_CHANGED.timestamp()


def test_cards_load_nothing_from_elsewhere() -> None:
    stored = note_type().to_json(0, None)
    (template,) = stored["tmpls"]
    looks = template["qfmt"] + template["afmt"] + stored["css"]
    assert not any(
        word in looks for word in ("http:", "https:", "//cdn", "url(", "@import")
    )
