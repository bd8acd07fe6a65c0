"""Pictures and sounds of a bank on its cards, as Anki's engine keeps and shows them."""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from anki.collection import Collection, ExportAnkiPackageOptions

from quiz.anki import note_type
from quiz.anki.deck import write_deck
from quiz.anki.deck_options import DeckOptions
from quiz.anki.deck_reader import Choices, read_questions
from quiz.anki.note_matching import guesses, kinds_of_cards
from quiz.anki.package_reader import open_package
from quiz.anki.update_file import write_update_file
from quiz.core.questions import Answer, AnswerKind, Form, Medium, Question, Status
from tests.anki.engine import card_of, check_database, import_deck, import_text
from tests.anki.samples import (
    BANK,
    CARD,
    CHOICE,
    CLOZE,
    LATER,
    LIST,
    ORDER,
    PAIRS,
    TRUTH,
    TYPED,
    edited,
    like,
)


def picture(shade: int) -> bytes:
    """Return a PNG of eight by eight grey points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    points = zlib.compress((b"\0" + bytes([shade]) * 8) * 8)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", points), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def named(content: bytes, ending: str) -> tuple[str, bytes]:
    return f"{sha256(content).hexdigest()[:20]}.{ending}", content


SHOWN, TOLD = named(picture(40), "png"), named(picture(200), "png")
HEARD, UNUSED = named(b"ID3\4" + bytes(60), "mp3"), named(picture(90), "png")
MEDIA = (Medium(SHOWN[0]), Medium(HEARD[0]), Medium(TOLD[0], "answer", '밝은 "네모"'))
KINDS = (CHOICE, CLOZE, CARD, TYPED, TRUTH, LIST, ORDER, PAIRS)
MARKED = like(
    10,
    prompt="**물**은 왜 \\(H_2O\\)이고 `*p`는 무엇인가?\n- 하나\n- *둘*",
    answer=Answer(AnswerKind.WORDS, ("- H<sub>2</sub>\n- O",)),
    wrong=(),
    forms=(Form.CARD,),
    cloze="",
    explanation="\\*별\\*이 아니라 [여기](https://a.example/b)에 있다.",
)
ILLUSTRATED = replace(
    BANK,
    questions=(*(replace(each, media=MEDIA) for each in KINDS), like(9), MARKED),
    files=(SHOWN, HEARD, UNUSED, TOLD),
)


@pytest.fixture
def anki(collection: Collection) -> Iterator[Collection]:
    assert import_deck(collection, write_deck(ILLUSTRATED)).new == len(KINDS) + 2
    yield collection
    found = collection.media.check()
    assert (list(found.missing), list(found.unused)) == ([], [])
    check_database(collection)


def files_in(collection: Collection) -> set[tuple[str, bytes]]:
    folder = Path(collection.media.dir())
    return {(place.name, place.read_bytes()) for place in folder.iterdir()}


def pictures(side: str) -> list[str]:
    return re.findall(r'<img src="([^"]+)"', side)


def test_anki_gets_what_the_cards_show_and_nothing_else(anki: Collection) -> None:
    assert files_in(anki) == {SHOWN, HEARD, TOLD}


@pytest.mark.parametrize("question", KINDS, ids=lambda each: each.prompt[:8])
def test_every_kind_of_card_shows_them_on_the_side_where_they_belong(
    anki: Collection, question: Question
) -> None:
    card = card_of(anki, question.id)
    assert pictures(card.question()) == [SHOWN[0]]
    assert pictures(card.answer()) == [SHOWN[0], TOLD[0]]
    assert [tag.filename for tag in card.question_av_tags()] == [HEARD[0]]  # type: ignore[union-attr]
    assert 'alt="문제의 그림"' in card.question()
    assert 'alt="밝은 &quot;네모&quot;"' in card.answer()


def test_a_question_without_media_shows_no_empty_place_for_them(anki: Collection) -> None:
    card = card_of(anki, like(9).id)
    assert 'class="media"' not in card.question() + card.answer()


def test_a_new_edition_brings_new_pictures(anki: Collection) -> None:
    second = edited(ILLUSTRATED, CHOICE.id, media=(Medium(UNUSED[0]),))
    assert import_deck(anki, write_deck(second)).updated == 1
    assert pictures(card_of(anki, CHOICE.id).question()) == [UNUSED[0]]
    assert files_in(anki) == {SHOWN, HEARD, UNUSED, TOLD}


def test_the_text_file_names_what_the_deck_brought(anki: Collection) -> None:
    card = card_of(anki, CARD.id)
    note = card.note()
    note["Media"] = note["Answer media"] = ""
    anki.update_note(note)
    kind = int(card.note_type()["id"])
    import_text(anki, write_update_file(ILLUSTRATED, DeckOptions()), kind)
    again = card_of(anki, CARD.id)
    assert pictures(again.question()) == [SHOWN[0]]
    assert [tag.filename for tag in again.question_av_tags()] == [HEARD[0]]  # type: ignore[union-attr]


def test_a_deck_from_before_there_were_media_gets_them_with_the_next_edition(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two of its spare fields got a use: its notes and their progress go on."""
    old = tuple({"Media": "Spare 1", "Answer media": "Spare 2"}.get(n, n) for n in NAMES)
    with monkeypatch.context() as before:
        before.setattr(note_type, "FIELD_NAMES", old)
        before.setattr(note_type, "NOTE_TYPE_CHANGED", LATER - timedelta(days=3))
        before.setattr(note_type, "part", lambda _: "{{cloze:Cloze}}")
        import_deck(collection, write_deck(BANK))
    assert "Spare 1" in card_of(collection, CHOICE.id).note()
    card = card_of(collection, CHOICE.id)
    card.start_timer()
    collection.sched.answerCard(card, 3)
    second = edited(replace(BANK, files=(SHOWN,)), CHOICE.id, media=(Medium(SHOWN[0]),))
    imported = import_deck(collection, write_deck(second))
    assert (imported.updated, imported.refused) == (1, 0)
    card = card_of(collection, CHOICE.id)
    assert (pictures(card.question()), card.reps) == ([SHOWN[0]], 1)
    check_database(collection)


NAMES = note_type.FIELD_NAMES


def test_a_deck_that_comes_back_is_the_same_deck(anki: Collection, tmp_path: Path) -> None:
    """Through Anki, in both of its formats, and as it left here."""
    files = [BytesIO(write_deck(ILLUSTRATED))]
    for is_legacy in (True, False):
        place = str(tmp_path / f"{is_legacy}.apkg")
        options = ExportAnkiPackageOptions(with_media=True, legacy=is_legacy)
        anki.export_anki_package(out_path=place, limit=None, options=options)
        files.append(BytesIO(Path(place).read_bytes()))
    whole = tmp_path / "whole.colpkg"
    anki.export_collection_package(str(whole), include_media=True, legacy=False)
    anki.reopen()
    files.append(BytesIO(whole.read_bytes()))
    for file in files:
        questions, media = brought(file)
        assert media == {SHOWN, HEARD, TOLD}
        assert set(questions) == {each.id for each in ILLUSTRATED.questions}
        for question in ILLUSTRATED.questions:
            same = questions[question.id]
            assert same.media == question.media
            assert same.answer == question.answer
            assert (same.prompt, same.explanation) == (
                question.prompt,
                question.explanation,
            )


def test_its_questions_leave_again_as_the_notes_that_they_were() -> None:
    first = write_deck(ILLUSTRATED)
    questions, media = brought(BytesIO(first))
    again = replace(
        ILLUSTRATED,
        questions=tuple(
            replace(
                questions[each.id],
                forms=each.forms,
                evidence=each.evidence,
                created=each.created,
                changed=each.changed,
            )
            for each in ILLUSTRATED.questions
        ),
        files=tuple(sorted(media, key=ILLUSTRATED.files.index)),
    )
    before, after = fields_in(first), fields_in(write_deck(again))
    assert {key: value for key, value in after.items() if key not in before} == {}
    for guid, fields in before.items():
        assert after[guid] == fields


def fields_in(deck: bytes) -> dict[str, tuple[str, ...]]:
    with open_package(BytesIO(deck)) as package:
        return {note.guid: note.fields for note in package.collection.notes()}


def brought(file: BytesIO) -> tuple[dict[str, Question], set[tuple[str, bytes]]]:
    with open_package(file) as package:
        choices = Choices("", "ko", guesses(kinds_of_cards(package.collection)))
        found, left_out = read_questions(package, choices, LATER)
    assert left_out == 0
    assert {each.question.status for each in found} == {Status.APPROVED}
    assert not any(
        Form.TRUTH in each.question.forms for each in found if each.question.wrong
    )
    media = {file for each in found for file in each.files}
    return {each.question.id: each.question for each in found}, media
