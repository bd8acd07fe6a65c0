"""Whatever people write, the deck imports whole, renders, and leaves a sound database."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from anki.collection import Collection
from hypothesis import given, settings
from hypothesis import strategies as some

from quiz.anki.deck import address, write_deck
from quiz.anki.deck_options import DeckOptions
from quiz.anki.note_evidence import Passages
from quiz.anki.note_fields import fields_of
from quiz.anki.note_words import ENGLISH, KOREAN
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Bank,
    Evidence,
    Form,
    Option,
    Question,
    Status,
)
from tests.anki.engine import (
    Imported,
    all_cards,
    check_database,
    import_deck,
    new_collection,
)
from tests.anki.samples import ARTICLE, BANK, like
from tests.anki.test_note_text import hostile

moments = some.integers(86_400, 1_767_225_600).map(lambda s: datetime.fromtimestamp(s, UTC))
words = hostile.map(lambda text: f"가{text}")  # the core lets no answer be without a letter
answers = some.one_of(
    some.builds(Answer, some.just(AnswerKind.WORDS), some.tuples(words, words)),
    some.builds(
        Answer, some.just(AnswerKind.TRUTH), some.sampled_from([("true",), ("false",)])
    ),
    some.builds(
        Answer,
        some.just(AnswerKind.LIST),
        some.just(()),
        some.tuples(some.tuples(words), some.tuples(words, words)),
    ),
)
clozes = some.tuples(hostile, hostile, hostile).map(lambda t: f"{t[0]}{{{{{t[1]}}}}}{t[2]}")
evidences = some.builds(
    Evidence,
    some.sampled_from([ARTICLE.id, "missing"]),
    some.integers(-5, 100),
    some.integers(-5, 100),
    hostile,
    some.integers(-5, 20),
    some.integers(-5, 20),
)
questions = some.builds(
    Question,
    id=some.uuids().map(str),
    prompt=hostile.filter(str.strip),
    answer=answers,
    wrong=some.lists(some.builds(Option, words, hostile), max_size=4).map(tuple),
    forms=some.sets(some.sampled_from(Form)).map(tuple),
    cloze=some.one_of(hostile, clozes),
    explanation=hostile,
    tags=some.lists(hostile, max_size=4).map(tuple),
    status=some.just(Status.APPROVED),
    evidence=some.one_of(some.none(), evidences),
    created=moments,
    changed=moments,
)
banks = some.builds(
    Bank,
    some.uuids().map(str),
    hostile,
    some.sampled_from(["ko", "en", "xx"]),
    some.builds(replace, some.just(ARTICLE), title=hostile, source=hostile).map(
        lambda a: (a,)
    ),
    some.lists(questions, min_size=1, max_size=12, unique_by=lambda q: q.id).map(tuple),
)


@settings(deadline=None, max_examples=25)
@given(banks, hostile)
def test_any_bank_becomes_a_sound_deck(bank: Bank, link: str) -> None:
    with TemporaryDirectory() as folder:
        collection = new_collection(Path(folder))
        try:
            check_import(collection, bank, link)
        finally:
            collection.close()


def check_import(collection: Collection, bank: Bank, link: str) -> None:
    size = len(bank.questions)
    assert import_deck(collection, write_deck(bank, DeckOptions(link=link))) == Imported(
        size, 0, 0, 0
    )
    cards = all_cards(collection)
    assert len(cards) == size
    for card in cards:
        assert '<div class="quiz front"' in card.question()
        assert '<div class="quiz back"' in card.answer()
        assert "{{" not in card.question() + card.answer()
        assert not card.question_av_tags() + card.answer_av_tags()
    kept = {card.note()["Id"]: tuple(card.note().fields) for card in cards}
    assert kept == expected_fields(bank, link)
    check_database(collection)
    assert (
        import_deck(collection, write_deck(bank, DeckOptions(link=link))).unchanged == size
    )


def expected_fields(bank: Bank, link: str) -> dict[str, tuple[str, ...]]:
    words = ENGLISH if bank.language != "ko" else KOREAN
    passages = Passages(bank.articles, words)
    return {
        question.id: tuple(fields_of(question, passages, address(question, link)))
        for question in bank.questions
    }


def test_fields_of_a_hundred_kilobytes_arrive_whole(collection: Collection) -> None:
    long = "가 < 나 {{다}} & " * 8000
    question = like(1, prompt=long, explanation=long, cloze=long, forms=(Form.CLOZE,))
    bank = replace(BANK, questions=(question,))
    assert import_deck(collection, write_deck(bank)) == Imported(1, 0, 0, 0)
    (card,) = all_cards(collection)
    assert len(card.note()["Prompt"]) > 100_000
    assert "가 &lt; 나" in card.answer()
    check_database(collection)


def test_a_thousand_tags_arrive(collection: Collection) -> None:
    question = like(1, tags=tuple(f"tag {n}" for n in range(1000)))
    import_deck(collection, write_deck(replace(BANK, questions=(question,))))
    assert len(all_cards(collection)[0].note().tags) == 1000


def test_questions_from_before_anki_arrive(collection: Collection) -> None:
    beginning = datetime(1, 1, 1, tzinfo=UTC)
    old = like(1, created=beginning, changed=beginning)
    bank = replace(BANK, questions=(old, like(2, created=beginning)))
    assert import_deck(collection, write_deck(bank)) == Imported(2, 0, 0, 0)
