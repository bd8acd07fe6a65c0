"""The text file for learners who changed the note type."""

import pytest
from anki.collection import Collection

from quiz.anki.deck import write_deck
from quiz.anki.deck_options import DeckOptions
from quiz.anki.update_file import write_update_file
from quiz.core.problems import Problem
from quiz.core.questions import Bank
from tests.anki.engine import all_cards, card_of, import_deck, import_text
from tests.anki.samples import BANK, CHOICE, CLOZE, LINK, edited


@pytest.fixture
def anki(collection: Collection) -> Collection:
    """A collection with the deck, whose learner then gave the note type a field."""
    import_deck(collection, write_deck(BANK))
    kind = card_of(collection, CHOICE.id).note_type()
    field = collection.models.new_field("Mine")
    collection.models.add_field(kind, field)
    collection.models.update_dict(kind)
    note = card_of(collection, CHOICE.id).note()
    note["Mine"] = "내 메모"
    note.add_tag("mine")
    collection.update_note(note)
    return collection


def kind_in(anki: Collection) -> int:
    return int(card_of(anki, CHOICE.id).note_type()["id"])


def test_a_deck_cannot_update_a_note_type_that_has_another_field(anki: Collection) -> None:
    second = edited(BANK, CHOICE.id, prompt="누가 관장이었는가?")
    assert import_deck(anki, write_deck(second)).updated == 0


def test_the_text_file_updates_the_fields_and_leaves_the_rest(anki: Collection) -> None:
    before = card_of(anki, CHOICE.id).due
    second = edited(BANK, CHOICE.id, prompt='누가 관장\n이었는가, 100% "그때"?')
    imported = import_text(
        anki, write_update_file(second, DeckOptions(link=LINK)), kind_in(anki)
    )
    assert imported.new == imported.refused == 0
    card = card_of(anki, CHOICE.id)
    assert card.note()["Prompt"] == "누가 관장<br>이었는가, 100% &quot;그때&quot;?"
    assert card.note()["Mine"] == "내 메모"
    assert card.note().tags == ["mine", "role_holder", "사람"]
    assert card.due == before
    assert card_of(anki, CLOZE.id).note()["Link"].endswith(CLOZE.id)
    assert len(all_cards(anki)) == len(BANK.questions)


def test_without_approved_questions_there_is_no_text_file() -> None:
    with pytest.raises(Problem, match="Approve a question first"):
        write_update_file(Bank("id", "비었다", "ko"), DeckOptions())
