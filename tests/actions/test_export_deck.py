"""A learner takes the deck with what is theirs, on a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from anki.collection import Collection
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Given, answer_question
from quiz.actions.edit_bank import edit_bank
from quiz.actions.export_deck import WantedDeck, export_deck, offer_deck
from quiz.actions.overrule_answer import undo_answer
from quiz.actions.review_question import review_question
from quiz.core.learner import Learner
from quiz.core.pace import AWAY
from quiz.core.questions import Form, Status
from quiz.formats.bank_file import read_bank, write_bank
from quiz.storage.banks import NotFound, whole_bank
from quiz.storage.known_questions import known_questions
from quiz.storage.tables import BankRow, PersonRow
from quiz.web.database import db
from tests.anki.engine import all_cards, card_of, import_deck, new_collection
from tests.practice_bank import BANK, add_practice_bank

UTC_ZONE = ZoneInfo("UTC")
SECONDS = (7.25, None, 4000.0, 3.0)  # that the answers took; one is not known
PLAIN, WITH_PROGRESS = WantedDeck(), WantedDeck(with_progress=True)


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Collection]:
    collection = new_collection(tmp_path)
    collection.set_config("fsrs", True)
    yield collection
    collection.close()


def practise(session: Session, bank: BankRow) -> Learner:
    """Answer three questions, the first one twice; take back the last answer."""
    learner = Learner(None, None, UTC_ZONE)
    now = datetime.now(UTC) - timedelta(days=9)
    reviews = []
    first, second, third = (question.id for question in bank.questions[:3])
    for place, (question_id, reps) in enumerate(
        [(first, 0), (first, 1), (second, 0), (third, 0)]
    ):
        given = Given(
            question_id, reps, Form.TYPED, "1903년", "seed", seconds=SECONDS[place]
        )
        at = now + timedelta(minutes=11 * place)
        done = answer_question(db.engine, learner, given, at)
        learner = replace(learner, id=done.learner_id)
        reviews.append(done.review_id or 0)
    undo_answer(db.engine, learner, reviews[-1], now)
    session.rollback()  # see what was written meanwhile
    return learner


def test_progress_goes_with_the_deck(
    session: Session, bank: BankRow, anki: Collection
) -> None:
    learner = practise(session, bank)
    deck = export_deck(session, learner, bank.id, WITH_PROGRESS)
    import_deck(anki, deck.content, progress=True)
    memories = known_questions(session.connection(), learner.id or 0, bank.id)
    assert len(memories) == 2
    for question in bank.questions:
        card = card_of(anki, question.uid)
        memory = memories.get(question.uid)
        assert card.reps == (memory.reps if memory else 0)
        if memory:
            again = anki.compute_memory_state(card.id)
            assert again.stability == pytest.approx(memory.stability, rel=1e-4)
    assert anki.db
    logged = anki.db.all("select ease, time from revlog order by id")
    assert logged == [[3, 7250], [3, 0], [1, AWAY * 1000]]


def test_without_asking_for_it_no_progress_leaves(
    session: Session, bank: BankRow, anki: Collection
) -> None:
    learner = practise(session, bank)
    deck = export_deck(session, learner, bank.id, PLAIN)
    import_deck(anki, deck.content, progress=True)
    assert [card.reps for card in all_cards(anki)] == [0] * len(bank.questions)


def test_a_visitor_without_progress_gets_a_deck_without(
    session: Session, bank: BankRow, anki: Collection
) -> None:
    visitor = Learner(None, None, UTC_ZONE)
    deck = export_deck(session, visitor, bank.id, WITH_PROGRESS)
    assert import_deck(anki, deck.content, progress=True).new == len(bank.questions)


def test_only_what_may_be_chosen_is_offered(
    session: Session, bank: BankRow, owner: PersonRow, now: datetime
) -> None:
    visitor = Learner(None, None, UTC_ZONE)
    offer = offer_deck(session, visitor, bank.id)
    assert (offer.has_progress, offer.has_withdrawn, offer.has_tags) == (False,) * 3
    learner = practise(session, bank)
    review_question(session, owner.id, bank.questions[4].id, Status.RETIRED, now)
    offer = offer_deck(session, learner, bank.id)
    assert (offer.has_progress, offer.has_withdrawn) == (True, True)
    assert offer.questions == len(bank.questions) - 1


def test_a_rejected_draft_was_in_no_deck_and_is_not_marked(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    drafts = tuple(replace(q, status=Status.DRAFT) for q in BANK.questions)
    bank = add_practice_bank(session, owner.id, bank=replace(BANK, questions=drafts))
    for row in bank.questions[:2]:
        review_question(session, owner.id, row.id, Status.RETIRED, now)
    visitor = Learner(None, None, UTC_ZONE)
    assert not offer_deck(session, visitor, bank.id).has_withdrawn
    review_question(session, owner.id, bank.questions[2].id, Status.APPROVED, now)
    review_question(session, owner.id, bank.questions[2].id, Status.RETIRED, now)
    assert offer_deck(session, visitor, bank.id).has_withdrawn


def test_a_bank_that_is_renamed_after_its_first_deck_keeps_the_decks_name(
    session: Session, bank: BankRow, owner: PersonRow, anki: Collection, now: datetime
) -> None:
    visitor, title = Learner(None, None, UTC_ZONE), bank.title
    edit_bank(session, owner.id, bank.id, "그 전의 이름", True, now)
    edit_bank(session, owner.id, bank.id, title, True, now)
    import_deck(anki, export_deck(session, visitor, bank.id, PLAIN).content)
    edit_bank(session, owner.id, bank.id, "새 이름", True, now)
    second = export_deck(session, visitor, bank.id, PLAIN)
    import_deck(anki, second.content)
    assert second.name == "새 이름.apkg"
    names = {deck.name for deck in anki.decks.all_names_and_ids()}
    assert names == {"Default", title}
    assert read_bank(write_bank(whole_bank(bank))).deck == title


def test_somebody_elses_bank_gives_no_deck(session: Session, bank: BankRow) -> None:
    bank.is_public = False
    session.commit()
    with pytest.raises(NotFound):
        export_deck(session, Learner(None, None, UTC_ZONE), bank.id, PLAIN)
