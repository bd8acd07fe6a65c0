"""Decks as Anki's own engine sees them: imported, rendered, edited and imported again."""

import json
import re
import sqlite3
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from anki.collection import Collection
from anki.decks import DeckId

from quiz.anki.deck import address, write_deck
from quiz.anki.deck_options import DeckOptions
from quiz.core.problems import Problem
from quiz.core.questions import Bank, Form, Option, Status
from tests.anki.engine import Imported, all_cards, card_of, check_database, import_deck
from tests.anki.samples import (
    BANK,
    CARD,
    CHOICE,
    CLOZE,
    ENGLISH_BANK,
    LATER,
    LINK,
    LIST,
    TRUTH,
    TYPED,
    edited,
    like,
)

MANY = replace(BANK, questions=tuple(like(n, prompt=f"물음 {n}") for n in range(1000)))


def visible(html: str) -> str:
    """Return what a person would read of a side, but for the stylesheet's words."""
    html = re.sub(r"<(style|script)\b.*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def rows(deck: bytes, query: str) -> list[tuple[Any, ...]]:
    with zipfile.ZipFile(BytesIO(deck)) as archive:
        content = archive.read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def study(collection: Collection, question_id: str) -> list[object]:
    """Answer the card "good" twice and return what Anki then knows of it."""
    for _ in range(2):
        card = card_of(collection, question_id)
        card.start_timer()
        collection.sched.answerCard(card, 3)
    return progress(collection, question_id)


def progress(collection: Collection, question_id: str) -> list[object]:
    card = card_of(collection, question_id)
    return [card.id, card.type, card.queue, card.due, card.ivl, card.reps, card.did]


def test_every_approved_question_becomes_one_note_with_one_card(
    collection: Collection,
) -> None:
    assert import_deck(collection, write_deck(BANK)) == Imported(6, 0, 0, 0)
    assert collection.card_count() == 6
    assert [q.id for q in BANK.questions] == [
        collection.get_note(note)["Id"]
        for note in collection.db.list("select nid from cards order by due")  # type: ignore[union-attr]
    ]
    check_database(collection)


def test_drafts_and_retired_questions_stay_out(collection: Collection) -> None:
    draft, retired = replace(CLOZE, status=Status.DRAFT), like(9, status=Status.RETIRED)
    import_deck(collection, write_deck(replace(BANK, questions=(CHOICE, draft, retired))))
    assert [card.note()["Id"] for card in all_cards(collection)] == [CHOICE.id]


def test_a_learner_keeps_the_card_of_a_question_that_was_retired(
    collection: Collection,
) -> None:
    import_deck(collection, write_deck(BANK))
    before = study(collection, CHOICE.id)
    after_retiring = edited(BANK, CHOICE.id, status=Status.RETIRED)
    assert import_deck(collection, write_deck(after_retiring)) == Imported(0, 0, 5, 0)
    assert progress(collection, CHOICE.id) == before


def test_without_approved_questions_there_is_no_deck() -> None:
    with pytest.raises(Problem, match="Approve a question first"):
        write_deck(replace(BANK, questions=(replace(CHOICE, status=Status.DRAFT),)))


def test_the_deck_has_the_name_of_the_bank(collection: Collection) -> None:
    import_deck(collection, write_deck(replace(BANK, title=" 역사::근대 \x1f\n 편 ")))
    names = {deck.name for deck in collection.decks.all_names_and_ids()}
    assert names == {"Default", "역사: 근대 편"}


def test_a_choice_shows_its_options_on_both_sides_in_one_order(
    collection: Collection,
) -> None:
    import_deck(collection, write_deck(BANK))
    card = card_of(collection, CHOICE.id)
    front, back = card.question(), card.answer()
    options = re.search(r"<ol.*?</ol>", front)
    assert options
    assert options[0] in back
    assert visible(options[0]).split(" ")[-2:] == ["위의", "모두"]
    assert re.findall(r'<li class="right"><span>(.*?)</span>', back) == ["이한결"]
    assert "최가람은 그때 시장이었다." in visible(back)
    assert "최가람은 그때 시장이었다." not in front


def test_a_cloze_hides_the_answer_on_the_front_only(collection: Collection) -> None:
    import_deck(collection, write_deck(BANK))
    card = card_of(collection, CLOZE.id)
    assert visible(card.question()) == "2019년 한빛도서관의 관장은 [...] 이었다."
    assert "관장은 이한결 이었다." in visible(card.answer())


def test_a_card_asks_the_prompt_alone(collection: Collection) -> None:
    import_deck(collection, write_deck(BANK))
    card = card_of(collection, CARD.id)
    assert visible(card.question()) == CARD.prompt
    assert "이한결 李汉杰" in visible(card.answer())


def test_a_question_that_may_only_be_typed_gets_a_box_to_type_in(
    collection: Collection,
) -> None:
    import_deck(collection, write_deck(BANK))
    card = card_of(collection, TYPED.id)
    assert "[[type:Typed]]" in card.question()
    assert "[[type:Typed]]" in card.answer()
    assert card.note()["Typed"] == "이한결"


@pytest.mark.parametrize(
    ("bank", "words"), [(BANK, "맞다 틀리다"), (ENGLISH_BANK, "True False")]
)
def test_a_statement_is_judged_in_the_language_of_the_bank(
    collection: Collection, bank: Bank, words: str
) -> None:
    import_deck(collection, write_deck(bank))
    statement = TRUTH.id if bank is BANK else ENGLISH_BANK.questions[1].id
    assert visible(card_of(collection, statement).question()).endswith(words)


def test_a_list_is_shown_as_a_list(collection: Collection) -> None:
    import_deck(collection, write_deck(BANK))
    assert card_of(collection, LIST.id).answer().count("<li>") == 3


def test_the_back_proves_the_answer_and_links_to_the_question(
    collection: Collection,
) -> None:
    import_deck(collection, write_deck(BANK, DeckOptions(link=LINK)))
    for card in all_cards(collection):
        back = card.answer()
        assert "<mark>그때 관장이던 사람은 <em>이한결</em>" in back
        assert "「한빛도서관 개관」, 2019년 10월 7일, 2번째 문단, 원문" in re.sub(
            " ,", ",", visible(back)
        )
        assert f'href="http://127.0.0.1:5000/banks/b/questions/{card.note()["Id"]}"' in back
        assert 'href="https://library.example/?a=1&amp;b=2"' in back


@pytest.mark.parametrize(
    "link", [LINK, LINK.removesuffix("/{id}"), LINK.removesuffix("{id}")]
)
def test_a_link_may_have_a_place_for_the_id_or_end_before_it(link: str) -> None:
    assert address(CHOICE, link) == f"http://127.0.0.1:5000/banks/b/questions/{CHOICE.id}"


def test_an_id_in_a_link_is_quoted() -> None:
    odd = replace(CHOICE, id='a/"?\ud800')
    assert address(odd, "http://a.example") == "http://a.example/a%2F%22%3F%3F"


def test_without_a_link_there_is_none_on_the_card(collection: Collection) -> None:
    import_deck(collection, write_deck(BANK))
    assert not any('class="link"' in card.answer() for card in all_cards(collection))


@pytest.mark.parametrize("bank", [BANK, ENGLISH_BANK])
def test_no_side_has_a_template_error(collection: Collection, bank: Bank) -> None:
    import_deck(collection, write_deck(bank, DeckOptions(link=LINK)))
    for card in all_cards(collection):
        assert '<div class="quiz front"' in card.question()
        assert '<div class="quiz back"' in card.answer()
        assert "{{" not in card.question() + card.answer()


def test_importing_the_same_deck_again_changes_nothing(collection: Collection) -> None:
    import_deck(collection, write_deck(BANK))
    assert import_deck(collection, write_deck(BANK)) == Imported(0, 0, 6, 0)
    assert collection.card_count() == 6


def test_an_edited_question_updates_its_note_and_keeps_its_progress(
    collection: Collection,
) -> None:
    import_deck(collection, write_deck(BANK))
    before = study(collection, CHOICE.id)
    second = write_deck(edited(BANK, CHOICE.id, prompt="누가 관장이었는가?"))
    assert import_deck(collection, second) == Imported(0, 1, 5, 0)
    assert card_of(collection, CHOICE.id).note()["Prompt"] == "누가 관장이었는가?"
    assert progress(collection, CHOICE.id) == before
    assert collection.card_count() == 6
    check_database(collection)


@pytest.mark.parametrize("forms", [(form,) for form in Form if form is not Form.CHOICE])
def test_a_question_that_changes_its_form_stays_the_same_card(
    collection: Collection, forms: tuple[Form, ...]
) -> None:
    import_deck(collection, write_deck(BANK))
    before = study(collection, CHOICE.id)
    second = write_deck(edited(BANK, CHOICE.id, forms=forms))
    assert import_deck(collection, second) == Imported(0, 1, 5, 0)
    assert progress(collection, CHOICE.id) == before
    check_database(collection)


def test_unchanged_notes_keep_the_learners_own_tags_and_words(
    collection: Collection,
) -> None:
    import_deck(collection, write_deck(BANK))
    note = card_of(collection, CLOZE.id).note()
    note["Explanation"] = "내 기억법"
    note.add_tag("mine")
    collection.update_note(note)
    second = write_deck(edited(BANK, CHOICE.id, prompt="누가 관장이었는가?"))
    assert import_deck(collection, second).updated == 1
    kept = card_of(collection, CLOZE.id).note()
    assert (kept["Explanation"], "mine" in kept.tags) == ("내 기억법", True)


def test_a_learners_own_styling_survives_the_next_edition(collection: Collection) -> None:
    import_deck(collection, write_deck(BANK))
    kind = card_of(collection, CHOICE.id).note_type()
    kind["css"] += "\n.mine {}"
    collection.models.update_dict(kind)
    import_deck(
        collection, write_deck(edited(BANK, CHOICE.id, prompt="누가 관장이었는가?"))
    )
    assert ".mine {}" in card_of(collection, CHOICE.id).note_type()["css"]


def test_a_card_stays_in_the_deck_that_the_learner_moved_it_to(
    collection: Collection,
) -> None:
    import_deck(collection, write_deck(BANK))
    mine = DeckId(collection.decks.id("Mine") or 0)
    collection.set_deck([card_of(collection, CHOICE.id).id], mine)
    import_deck(
        collection, write_deck(edited(BANK, CHOICE.id, prompt="누가 관장이었는가?"))
    )
    assert card_of(collection, CHOICE.id).did == mine


def test_a_new_question_arrives_beside_the_old_ones(collection: Collection) -> None:
    import_deck(collection, write_deck(BANK))
    more = replace(BANK, questions=(*BANK.questions, like(7, changed=LATER)))
    assert import_deck(collection, write_deck(more)) == Imported(1, 0, 6, 0)


def test_two_banks_that_were_made_at_once_share_no_number(collection: Collection) -> None:
    other = replace(
        MANY,
        id="another bank",
        title="다른 은행",
        questions=tuple(like(5000 + n) for n in range(1000)),
    )
    first, second = (
        {row[0] for row in rows(write_deck(bank), "select id from notes")}
        for bank in (MANY, other)
    )
    assert (len(first), len(second), first & second) == (1000, 1000, set())
    import_deck(collection, write_deck(MANY))
    assert import_deck(collection, write_deck(other)) == Imported(1000, 0, 0, 0)
    assert collection.card_count() == 2000


def test_a_thousand_questions_of_one_instant_all_arrive(collection: Collection) -> None:
    assert import_deck(collection, write_deck(MANY)) == Imported(1000, 0, 0, 0)
    check_database(collection)


def test_the_same_bank_gives_the_same_bytes() -> None:
    assert write_deck(BANK, DeckOptions(link=LINK)) == write_deck(
        BANK, DeckOptions(link=LINK)
    )


def test_notes_say_when_their_question_changed_and_the_package_when_any_did() -> None:
    deck = write_deck(edited(BANK, CHOICE.id, prompt="누가?"))
    ages = dict(rows(deck, "select guid, mod from notes"))
    assert ages[CHOICE.id] == LATER.timestamp()
    assert ages[CLOZE.id] == CLOZE.changed.timestamp()
    assert rows(deck, "select mod from col") == [(LATER.timestamp() * 1000,)]


def test_the_package_names_the_second_scheduler() -> None:
    ((conf,),) = rows(write_deck(BANK), "select conf from col")
    assert json.loads(str(conf))["schedVer"] == 2


def test_tags_arrive_as_anki_writes_them(collection: Collection) -> None:
    tags = ("사람", "role holder", "Role Holder", "한국사::근대", ' "x"\x1f ', "::", "\t")
    import_deck(collection, write_deck(replace(BANK, questions=(like(1, tags=tags),))))
    (card,) = all_cards(collection)
    assert card.note().tags == ["role_holder", "x", "사람", "한국사::근대"]


def test_right_and_wrong_options_of_one_text_do_not_both_count_as_right(
    collection: Collection,
) -> None:
    twice = like(1, wrong=(Option("이한결"), Option("박새봄")))
    import_deck(collection, write_deck(replace(BANK, questions=(twice,))))
    assert all_cards(collection)[0].answer().count('<li class="right">') == 1
