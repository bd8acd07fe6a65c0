"""The decks of the built-in banks, as Anki's own engine takes and shows them."""

import re
from html import unescape
from importlib.resources import files

import pytest
from anki.collection import Collection
from anki.sound import TTSTag

from quiz.actions.set_up import BUILTIN
from quiz.anki.deck import write_deck
from quiz.anki.deck_options import DeckOptions
from quiz.core.questions import Bank, Form
from quiz.formats.bank_file import read_bank
from tests.anki.engine import Imported, all_cards, card_of, check_database, import_deck

VOICES = {"ko": "ko_KR", "en": "en_US"}
HANGUL = re.compile("[가-힣]")


def bank_of(name: str) -> Bank:
    return read_bank(files("quiz").joinpath("builtin", f"{name}.quiz.json").read_bytes())


def visible(html: str) -> str:
    html = re.sub(r"<(style|script)\b.*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture(params=BUILTIN)
def bank(request: pytest.FixtureRequest) -> Bank:
    return bank_of(request.param)


def test_anki_takes_every_question_and_finds_nothing_wrong(
    bank: Bank, collection: Collection
) -> None:
    count = len(bank.questions)
    deck = write_deck(bank)
    assert import_deck(collection, deck) == Imported(count, 0, 0, 0)
    assert len(all_cards(collection)) == count
    check_database(collection)
    assert import_deck(collection, deck) == Imported(0, 0, count, 0)


def test_each_card_asks_on_its_front_and_answers_with_the_evidence_on_its_back(
    bank: Bank, collection: Collection
) -> None:
    import_deck(collection, write_deck(bank))
    for question in bank.questions:
        card = card_of(collection, question.id)
        front, back = visible(card.question()), visible(card.answer())
        asked = question.cloze.partition("{{")[0].strip() or question.prompt
        assert question.prompt in front or asked in front, front
        assert question.evidence
        told = " ".join(question.evidence.quote.split())
        assert told.replace(" ", "") in back.replace(" ", ""), back


def test_cards_are_read_out_in_the_banks_own_language(
    bank: Bank, collection: Collection
) -> None:
    import_deck(collection, write_deck(bank, DeckOptions(read_aloud=True)))
    voices = {
        tag.lang
        for card in all_cards(collection)
        for tag in (*card.question_av_tags(), *card.answer_av_tags())
        if isinstance(tag, TTSTag)
    }
    assert voices == {VOICES[bank.language]}


def test_the_english_cards_speak_english_around_the_question(
    collection: Collection,
) -> None:
    bank = bank_of("yunqi-2019.en")
    import_deck(collection, write_deck(bank))
    for question in bank.questions:
        if Form.CHOICE in question.forms:
            card = card_of(collection, question.id)
            assert not HANGUL.search(visible(card.question())), question.prompt
            variants = [text for text in question.answer.accepted if HANGUL.search(text)]
            back = visible(card.answer())
            for text in sorted(variants, key=len, reverse=True):
                back = back.replace(text, "")
            assert not HANGUL.search(back), back
