"""One edition after the other: what was edited, withdrawn, renamed; ids of two origins."""

from dataclasses import replace
from random import Random

import pytest
from anki.collection import Collection

from quiz.anki import note_ids
from quiz.anki.deck import WITHDRAWN, write_deck
from quiz.anki.deck_options import DeckOptions
from quiz.core.questions import Bank, Status
from tests.anki.engine import Imported, all_cards, card_of, check_database, import_deck
from tests.anki.samples import BANK, CHOICE, CLOZE, LATER, edited, like

MANY = replace(BANK, questions=tuple(like(n, prompt=f"물음 {n}") for n in range(1, 1001)))
RETIRED = edited(BANK, CHOICE.id, status=Status.RETIRED)
MARKED = DeckOptions(withdrawn=frozenset({CHOICE.id}))


def test_of_a_thousand_notes_each_keeps_the_edits_it_should(collection: Collection) -> None:
    """100 are edited here, 100 others by the learner, who also tags another 100."""
    import_deck(collection, write_deck(MANY))
    ids = [question.id for question in MANY.questions]
    Random(7).shuffle(ids)
    here, there, tagged = set(ids[:100]), set(ids[100:200]), set(ids[200:300])
    edit_in_anki(collection, there, tagged)
    second = replace(
        MANY,
        questions=tuple(
            replace(q, prompt=f"고친 {q.prompt}", changed=LATER) if q.id in here else q
            for q in MANY.questions
        ),
    )
    assert import_deck(collection, write_deck(second)) == Imported(0, 100, 900, 0)
    right = sum(
        card.note()["Prompt"].startswith("고친") == (card.note()["Id"] in here)
        and (card.note()["Explanation"] == "내 설명") == (card.note()["Id"] in there)
        and ("mine" in card.note().tags) == (card.note()["Id"] in tagged)
        for card in all_cards(collection)
    )
    assert right == 1000
    check_database(collection)


def edit_in_anki(collection: Collection, edited: set[str], tagged: set[str]) -> None:
    notes = []
    for card in all_cards(collection):
        note = card.note()
        if note["Id"] in edited:
            note["Explanation"] = "내 설명"
        elif note["Id"] in tagged:
            note.add_tag("mine")
        else:
            continue
        notes.append(note)
    collection.update_notes(notes)


def test_a_withdrawn_question_is_marked_where_it_is_known(collection: Collection) -> None:
    import_deck(collection, write_deck(BANK))
    before = card_of(collection, CHOICE.id)
    assert import_deck(collection, write_deck(RETIRED, MARKED)) == Imported(0, 1, 5, 0)
    card = card_of(collection, CHOICE.id)
    assert WITHDRAWN in card.note().tags
    assert "이 문제는 문제집에서 빠졌습니다." in card.question()
    assert (card.due, card.queue, card.did) == (before.due, before.queue, before.did)
    assert "빠졌습니다" not in card_of(collection, CLOZE.id).question()
    check_database(collection)


def test_a_withdrawn_question_is_asked_of_nobody_who_did_not_have_it(
    collection: Collection,
) -> None:
    import_deck(collection, write_deck(RETIRED, MARKED))
    assert sorted(card.note()["Id"] for card in all_cards(collection)) == sorted(
        question.id for question in BANK.questions if question.id != CHOICE.id
    )


def test_a_question_that_is_approved_again_loses_its_mark(collection: Collection) -> None:
    import_deck(collection, write_deck(BANK))
    import_deck(collection, write_deck(RETIRED, MARKED))
    back = replace(
        BANK,
        questions=tuple(
            replace(q, changed=LATER.replace(hour=23)) if q.id == CHOICE.id else q
            for q in BANK.questions
        ),
    )
    import_deck(collection, write_deck(back))
    card = card_of(collection, CHOICE.id)
    assert WITHDRAWN not in card.note().tags
    assert "빠졌습니다" not in card.question()


def test_a_renamed_bank_keeps_its_deck(collection: Collection) -> None:
    import_deck(collection, write_deck(BANK))
    renamed = replace(BANK, title="새 이름", deck=BANK.title)
    more = replace(renamed, questions=(*BANK.questions, like(7, changed=LATER)))
    assert import_deck(collection, write_deck(more)).new == 1
    assert len({card.did for card in all_cards(collection)}) == 1
    assert collection.decks.by_name("새 이름") is None


def numbered(seed: str, count: int) -> Bank:
    """Return a bank of another server, made at the same moment."""
    return replace(
        BANK,
        id=seed,
        title=seed,
        questions=tuple(like(n, id=f"{seed} {n}") for n in range(1, count + 1)),
    )


def test_notes_of_two_servers_with_the_same_numbers_all_arrive(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers lie in a space so small that nearly all of them meet."""
    monkeypatch.setattr(note_ids, "SPREAD", 300)
    one, other = numbered("one", 200), numbered("other", 200)
    for bank in (one, other, one, other):
        import_deck(collection, write_deck(bank))
    assert collection.note_count() == collection.card_count() == 400
    assert {card.note()["Id"] for card in all_cards(collection)} == {
        question.id for bank in (one, other) for question in bank.questions
    }
    check_database(collection)


def test_an_edition_with_new_questions_in_front_gives_old_notes_no_other_card(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_ids, "SPREAD", 300)
    bank = numbered("one", 200)
    import_deck(collection, write_deck(replace(bank, questions=bank.questions[100:])))
    cards = {card.note()["Id"]: card.id for card in all_cards(collection)}
    imported = import_deck(collection, write_deck(bank))
    assert imported == Imported(100, 0, 100, 0)
    after = {card.note()["Id"]: card.id for card in all_cards(collection)}
    assert len(after) == 200
    assert {key: after[key] for key in cards} == cards
