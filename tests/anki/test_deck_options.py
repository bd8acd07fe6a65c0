"""Decks as a learner wants them: decks inside the deck, presets, reading aloud."""

from dataclasses import replace

import pytest
from anki.collection import Collection

from quiz.anki.deck import write_deck
from quiz.anki.deck_options import Cards, DeckOptions, Preset
from quiz.core.questions import Bank
from tests.anki.engine import all_cards, card_of, check_database, import_deck
from tests.anki.samples import BANK, CARD, CHOICE, CLOZE, ENGLISH_BANK, TYPED, like
from tests.anki.test_card_schedule import OWN

TAGGED = replace(
    BANK,
    questions=(
        like(1, tags=("한국사::근대", "사람")),
        like(2, tags=("한국사",)),
        like(3, tags=()),
        like(4, tags=(' "x" \x1f::::y  z',)),
        like(5, tags=("한국사::근대",)),
    ),
)


def decks_of(collection: Collection) -> dict[str, str]:
    """Return the deck of each card, by the end of its question's id."""
    return {
        card.note()["Id"][-1]: collection.decks.name(card.did)
        for card in all_cards(collection)
    }


def test_tags_become_decks_inside_the_deck(collection: Collection) -> None:
    import_deck(collection, write_deck(TAGGED, DeckOptions(by_tag=True)))
    assert decks_of(collection) == {
        "1": "한빛도서관::한국사::근대",
        "2": "한빛도서관::한국사",
        "3": "한빛도서관",
        "4": "한빛도서관::x::y z",
        "5": "한빛도서관::한국사::근대",
    }
    check_database(collection)


def test_a_deck_taken_whole_and_later_by_tag_is_not_torn(collection: Collection) -> None:
    import_deck(collection, write_deck(TAGGED))
    again = import_deck(collection, write_deck(TAGGED, DeckOptions(by_tag=True)))
    assert (again.new, again.unchanged) == (0, 5)
    assert set(decks_of(collection).values()) == {"한빛도서관"}


def test_a_thousand_tags_become_a_thousand_decks(collection: Collection) -> None:
    many = tuple(like(n, tags=(f"tag {n}",)) for n in range(1000))
    import_deck(
        collection, write_deck(replace(BANK, questions=many), DeckOptions(by_tag=True))
    )
    assert len(collection.decks.all_names_and_ids()) == 1002
    assert len({card.did for card in all_cards(collection)}) == 1000


def test_cards_ask_as_they_were_wanted(collection: Collection) -> None:
    import_deck(collection, write_deck(BANK, DeckOptions(cards=Cards.RECALL)))
    assert "<ol" not in card_of(collection, CHOICE.id).question()
    assert card_of(collection, TYPED.id).note()["Typed"] == ""
    assert "[...]" in card_of(collection, CLOZE.id).question()


def test_a_preset_brings_limits_and_steps_without_touching_others(
    collection: Collection,
) -> None:
    preset = Preset(33, 0.93, OWN)
    import_deck(
        collection,
        write_deck(BANK, DeckOptions(preset=preset)),
        progress=True,
        presets=True,
    )
    deck = collection.decks.by_name(BANK.title)
    assert deck
    told = collection.decks.config_dict_for_deck_id(deck["id"])
    assert told["desiredRetention"] == 0.93
    assert told["fsrsParams6"] == pytest.approx(OWN, abs=1e-4)
    assert (told["new"]["perDay"], told["rev"]["perDay"]) == (33, 9999)
    assert (told["new"]["delays"], told["lapse"]["delays"]) == ([1.0, 10.0], [10.0])
    assert collection.decks.get_config(1)["new"]["perDay"] == 20  # type: ignore[index, arg-type]
    check_database(collection)


def test_other_settings_are_another_preset_and_the_same_ones_the_same(
    collection: Collection,
) -> None:
    for preset in (Preset(20, 0.9), Preset(20, 0.9), Preset(20, 0.85)):
        import_deck(collection, write_deck(BANK, DeckOptions(preset=preset)), presets=True)
    names = sorted(config["name"] for config in collection.decks.all_config())
    assert names == ["Default", "Quiz, 85%, 20", "Quiz, 90%, 20"]


@pytest.mark.parametrize(("bank", "language"), [(BANK, "ko_KR"), (ENGLISH_BANK, "en_US")])
def test_cards_are_read_out_in_the_language_of_the_bank(
    collection: Collection, bank: Bank, language: str
) -> None:
    import_deck(collection, write_deck(bank, DeckOptions(read_aloud=True)))
    for card in all_cards(collection):
        (front,), (back,) = card.question_av_tags(), card.answer_av_tags()
        assert {front.lang, back.lang} == {language}  # type: ignore[union-attr]
    check_database(collection)


def test_what_is_read_out_does_not_tell_the_answer(collection: Collection) -> None:
    import_deck(collection, write_deck(BANK, DeckOptions(read_aloud=True)))
    (heard,) = card_of(collection, CLOZE.id).question_av_tags()
    assert heard.field_text.startswith("2019년 한빛도서관의 관장은")  # type: ignore[union-attr]
    assert "이한결" not in heard.field_text  # type: ignore[union-attr]
    (asked,) = card_of(collection, CARD.id).question_av_tags()
    assert asked.field_text == CARD.prompt  # type: ignore[union-attr]
