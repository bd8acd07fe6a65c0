"""Answers given in Anki join those given here: each once, in the order of time."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from anki.collection import Collection
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Given, answer_question
from quiz.actions.export_deck import WantedDeck, export_deck
from quiz.actions.join_reviews import Joined, join_reviews
from quiz.actions.overrule_answer import undo_answer
from quiz.actions.show_question import next_question
from quiz.anki.deck import write_deck
from quiz.anki.package_reader import open_package
from quiz.core.history import Rated, rebuild
from quiz.core.learner import Learner
from quiz.core.problems import Problem
from quiz.core.questions import Form
from quiz.core.scheduling import Memory, Rating, State, day_number, day_start
from quiz.storage.banks import whole_bank
from quiz.storage.memories import memory_of
from quiz.storage.tables import (
    BankRow,
    MemoryRow,
    PersonRow,
    QuestionRow,
    ReviewRow,
    SittingRow,
)
from quiz.storage.wishes import aside_until
from quiz.web.database import db
from tests.anki.engine import import_deck, new_collection
from tests.anki.random_collections import export
from tests.core.anki_log import milliseconds
from tests.practice_bank import add_practice_bank

UTC_ZONE = ZoneInfo("UTC")
NOW = datetime.now(UTC).replace(microsecond=0)
KINDS = {None: 0, State.LEARNING: 0, State.REVIEW: 1, State.RELEARNING: 2}


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


@pytest.fixture
def learner(owner: PersonRow, bank: BankRow) -> Learner:
    return Learner(owner.id, owner.id, UTC_ZONE)


class InAnki:
    """The bank's deck in a collection of Anki's, and answers given there."""

    def __init__(self, folder: Path, bank: BankRow, form: str = "new.apkg") -> None:
        self.folder, self.form = folder, form
        self.collection: Collection = new_collection(folder)
        self.collection.set_config("fsrs", True)
        import_deck(self.collection, write_deck(whole_bank(bank)))

    def card_of(self, uid: str) -> int:
        (number,) = self.collection.find_cards(f'"Id:{uid}"')
        return number

    def log(self, uid: str, answers: Sequence[Rated], due_in: int = 9) -> None:
        """Let the card have been answered so, and be due in so many days."""
        assert self.collection.db
        number, memory = self.card_of(uid), None
        for answer in answers:
            kind = KINDS[memory.state if memory else None]
            memory = rebuild([answer], NOW, UTC_ZONE, start=memory)[-1]
            row = (
                milliseconds(answer.at),
                number,
                -1,
                int(answer.rating),
                1,
                1,
                500,
                round((answer.seconds or 0) * 1000),
                kind,
            )
            self.collection.db.execute(
                "insert into revlog values (?,?,?,?,?,?,?,?,?)", *row
            )
        card = self.collection.get_card(number)  # type: ignore[arg-type]
        card.type, card.queue, card.ivl = 2, 2, 20  # type: ignore[assignment]
        card.due, card.reps = self.collection.sched.today + due_in, len(answers)
        self.collection.update_card(card)

    def forget(self, uid: str, at: datetime) -> None:
        """Let the card have been made new again then, by Anki's own "Reset"."""
        number = self.card_of(uid)
        self.collection.sched.schedule_cards_as_new([number])  # type: ignore[list-item]
        assert self.collection.db
        query = "update revlog set id = ? where cid = ? and type = 4 and factor = 0"
        self.collection.db.execute(query, milliseconds(at), number)

    def exported(self) -> io.BytesIO:
        place = export(self.collection, self.folder, self.form)
        if self.form.endswith(".colpkg"):
            self.collection.reopen()
        return io.BytesIO(place.read_bytes())


@pytest.fixture
def anki(tmp_path: Path, bank: BankRow) -> InAnki:
    return InAnki(tmp_path, bank)


def join(learner: Learner, file: io.BytesIO, now: datetime = NOW) -> Joined:
    return join_reviews(db.engine, learner, file, shared=False, now=now)


def answers_at(*days_ago: float, rating: Rating = Rating.GOOD) -> list[Rated]:
    return [Rated(NOW - timedelta(days=days), rating) for days in days_ago]


def log_of(session: Session, question: QuestionRow) -> list[ReviewRow]:
    session.rollback()
    query = select(ReviewRow).where(ReviewRow.question_id == question.id)
    return list(session.scalars(query.order_by(ReviewRow.at, ReviewRow.id)))


def known(session: Session, learner: Learner, question: QuestionRow) -> Memory:
    session.rollback()
    memory = memory_of(session.get_one(MemoryRow, (learner.id, question.id)))
    assert memory is not None
    return memory


def answer_here(
    learner: Learner, question: QuestionRow, reps: int, at: datetime, text: str = "good"
) -> int:
    given = Given(question.id, reps, Form.CARD, text, "seed")
    review = answer_question(db.engine, learner, given, at).review_id
    assert review is not None
    return review


def test_answers_of_both_sides_stand_in_the_order_of_time(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    question = bank.questions[0]
    in_anki = answers_at(40, 39.9, 30, 3)
    answer_here(learner, question, 0, NOW - timedelta(days=35))
    answer_here(learner, question, 1, NOW - timedelta(days=10))
    anki.log(question.uid, in_anki)
    joined = join(learner, anki.exported())
    assert (joined.questions, joined.added, joined.known) == (1, 4, 0)
    log = log_of(session, question)
    assert [row.source for row in log] == ["anki", "anki", "here", "anki", "here", "anki"]
    assert [row.reps for row in log if row.source == "anki"] == [0, 1, 3, 5]
    whole = [Rated(row.at, Rating(row.rating)) for row in log]
    memory = known(session, learner, question)
    expected = rebuild(whole, NOW, UTC_ZONE)[-1]
    assert (memory.stability, memory.difficulty) == (
        expected.stability,
        expected.difficulty,
    )
    assert (memory.reps, memory.reviewed) == (6, in_anki[-1].at)


def test_joining_the_same_file_again_changes_nothing(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    question = bank.questions[0]
    anki.log(question.uid, answers_at(40, 39.9, 30))
    file = anki.exported()
    join(learner, file)
    before = (
        [row.id for row in log_of(session, question)],
        known(session, learner, question),
    )
    again = join(learner, file)
    assert (again.added, again.known) == (0, 3)
    after = [row.id for row in log_of(session, question)], known(session, learner, question)
    assert after == before


def test_a_later_export_adds_only_what_is_new(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    question = bank.questions[0]
    anki.log(question.uid, answers_at(40, 39.9))
    join(learner, anki.exported())
    anki.log(question.uid, answers_at(20))
    joined = join(learner, anki.exported())
    assert (joined.added, joined.known) == (1, 2)
    assert len(log_of(session, question)) == 3


def test_an_answer_that_went_to_anki_and_came_back_counts_once(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    """Also one that was taken back here meanwhile: it stays taken back."""
    kept, undone = bank.questions[0], bank.questions[1]
    at = NOW - timedelta(days=5, microseconds=123456)
    answer_here(learner, kept, 0, at)
    later = at + timedelta(seconds=20)
    taken_back = answer_here(learner, undone, 0, later)
    undo_answer(db.engine, learner, taken_back, NOW)
    for question, moment in ((kept, at), (undone, later)):
        anki.log(question.uid, [Rated(moment, Rating.GOOD)])
    joined = join(learner, anki.exported())
    assert (joined.added, joined.known) == (0, 2)
    assert [row.source for row in log_of(session, kept)] == ["here"]
    assert session.get(MemoryRow, (learner.id, undone.id)) is None


@pytest.mark.parametrize("form", ["new.apkg", "old.apkg", "new.colpkg", "old.colpkg"])
def test_practice_goes_on_where_anki_stopped(
    session: Session, bank: BankRow, learner: Learner, tmp_path: Path, form: str
) -> None:
    anki, question = InAnki(tmp_path, bank, form), bank.questions[0]
    anki.log(question.uid, answers_at(40, 39.9, 30), due_in=17)
    theirs = anki.collection.compute_memory_state(anki.card_of(question.uid))  # type: ignore[arg-type]
    due_day = datetime.fromtimestamp(anki.collection.sched.day_cutoff, UTC) + timedelta(
        days=16
    )
    join(learner, anki.exported())
    memory = known(session, learner, question)
    assert memory.state is State.REVIEW
    assert memory.due.date() == due_day.date()
    assert memory.stability == pytest.approx(theirs.stability, rel=1e-4)
    assert memory.difficulty == pytest.approx(theirs.difficulty, rel=1e-4)
    row = session.get_one(MemoryRow, (learner.id, question.id))
    assert row.first_reviewed == NOW - timedelta(days=40)


def test_an_answer_just_given_in_ankis_own_reviewer_comes_over(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    anki.collection.decks.select(anki.collection.decks.id(bank.title))  # type: ignore[arg-type]
    card = anki.collection.sched.getCard()
    assert card is not None
    anki.collection.sched.answerCard(card, 3)
    card.load()
    joined = join(learner, anki.exported(), now=datetime.now(UTC))
    assert joined.added == 1
    question = next(row for row in bank.questions if row.uid == card.note().guid)
    memory = known(session, learner, question)
    assert (memory.state, memory.step) == (State.LEARNING, 1)
    assert abs(memory.due.timestamp() - card.due) < 2
    assert card.memory_state is not None
    assert memory.stability == pytest.approx(card.memory_state.stability, rel=1e-4)


def test_when_the_last_answer_was_given_here_its_due_date_stays_ours(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    question = bank.questions[0]
    anki.log(question.uid, answers_at(40, 39.9, 30), due_in=300)
    answer_here(learner, question, 0, NOW - timedelta(days=1))
    join(learner, anki.exported())
    assert known(session, learner, question).due < NOW + timedelta(days=200)


def test_the_next_answer_here_counts_from_the_joined_memory(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    for question in bank.questions:
        days = (d - question.id / 1000 for d in (40, 39.9, 30))
        anki.log(question.uid, answers_at(*days), due_in=-1)
    join(learner, anki.exported())
    turn = next_question(db.engine, learner, bank.id, NOW, "seed")
    assert turn is not None
    assert turn.standing.reps == 3
    given = Given(turn.standing.question_id, 3, Form.CARD, "good", "seed")
    review = answer_question(db.engine, learner, given, NOW).review_id
    session.rollback()
    row = session.get_one(ReviewRow, review)
    assert row.reps == 3
    undo_answer(db.engine, learner, row.id, NOW)
    assert known(session, learner, session.get_one(QuestionRow, row.question_id)).reps == 3


@pytest.mark.parametrize("seed", range(5))
def test_any_split_of_a_log_between_the_two_joins_to_the_same_memory(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki, seed: int
) -> None:
    chance, question = Random(seed), bank.questions[0]
    days = sorted((chance.randrange(10, 900) / 10 for _ in range(9)), reverse=True)
    answers = [
        Rated(answer.at, Rating(chance.choice((1, 3)))) for answer in answers_at(*days)
    ]
    here = [answer for answer in answers if chance.random() < 0.5]
    for reps, answer in enumerate(here):
        answer_here(learner, question, reps, answer.at, answer.rating.name.lower())
    anki.log(question.uid, [answer for answer in answers if answer not in here])
    join(learner, anki.exported())
    log = log_of(session, question)
    assert [(row.at, row.rating) for row in log] == [(a.at, int(a.rating)) for a in answers]
    memory, expected = (
        known(session, learner, question),
        rebuild(answers, NOW, UTC_ZONE)[-1],
    )
    assert memory.stability == pytest.approx(expected.stability)
    assert (memory.reps, memory.lapses) == (expected.reps, expected.lapses)


def test_what_is_suspended_or_buried_in_anki_is_set_aside_here(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    suspended, buried, new = bank.questions[:3]
    anki.log(suspended.uid, answers_at(40, 39.9))
    anki.log(buried.uid, answers_at(38, 37.9))
    cards: list[Any] = [anki.card_of(row.uid) for row in (suspended, new, buried)]
    anki.collection.sched.suspend_cards(cards[:2])
    anki.collection.sched.bury_cards(cards[2:])
    ids = [row.id for row in (suspended, buried, new)]
    for _ in range(2):
        join(learner, anki.exported())
    with db.engine.connect() as connection:
        aside = aside_until(connection, learner, bank.id, NOW)
    assert set(aside) == set(ids)
    assert (aside[ids[0]], aside[ids[2]]) == (None, None)
    assert aside[ids[1]] == day_start(day_number(NOW, UTC_ZONE) + 1, UTC_ZONE)


def test_what_was_forgotten_in_anki_is_new_here_too(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    question = bank.questions[0]
    for reps, at in enumerate((NOW - timedelta(days=20), NOW - timedelta(days=10))):
        answer_here(learner, question, reps, at)
    anki.log(question.uid, answers_at(15))
    anki.forget(question.uid, NOW - timedelta(days=5))
    joined = join(learner, anki.exported())
    assert (joined.forgotten, joined.added) == (1, 0)
    log = log_of(session, question)
    assert len(log) == 2
    assert all(row.voided is not None for row in log)
    assert session.get(MemoryRow, (learner.id, question.id)) is None
    again = join(learner, anki.exported())
    assert (again.forgotten, again.added) == (0, 0)
    answer_here(learner, question, 0, NOW)
    assert known(session, learner, question).reps == 1
    assert join(learner, anki.exported()).forgotten == 0
    assert known(session, learner, question).reps == 1


@pytest.mark.parametrize("in_anki", [(), (2.0,), (3.5, 1.0)])
def test_what_was_answered_since_is_the_beginning_on_both_sides(
    session: Session,
    bank: BankRow,
    learner: Learner,
    anki: InAnki,
    in_anki: tuple[float, ...],
) -> None:
    question, here = bank.questions[0], (20, 10, 4, 3)
    for reps, days in enumerate(here):
        answer_here(learner, question, reps, NOW - timedelta(days=days))
    anki.log(question.uid, answers_at(15))
    anki.forget(question.uid, NOW - timedelta(days=5))
    if in_anki:
        anki.log(question.uid, answers_at(*in_anki))
    joined = join(learner, anki.exported())
    assert (joined.forgotten, joined.added) == (1, len(in_anki))
    expected = rebuild(answers_at(*sorted((4, 3, *in_anki), reverse=True)), NOW, UTC_ZONE)
    memory = known(session, learner, question)
    assert memory.stability == pytest.approx(expected[-1].stability)
    assert memory.reps == len(expected) == 2 + len(in_anki)
    standing = [row for row in log_of(session, question) if row.voided is None]
    assert [row.at for row in standing] == [
        NOW - timedelta(days=days) for days in sorted((4, 3, *in_anki), reverse=True)
    ]
    count = len(log_of(session, question))
    assert join(learner, anki.exported()).added == 0
    assert len(log_of(session, question)) == count
    answer_here(learner, question, memory.reps, NOW)  # and practice goes on
    assert known(session, learner, question).reps == memory.reps + 1


def test_what_an_answer_took_in_anki_is_known_here_and_goes_back(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    question = bank.questions[0]
    log = [
        replace(each, seconds=took)
        for each, took in zip(answers_at(9, 5), (6.5, None), strict=True)
    ]
    anki.log(question.uid, log)
    join(learner, anki.exported())
    assert [row.seconds for row in log_of(session, question)] == [6.5, None]
    wanted = WantedDeck(with_progress=True)
    deck = export_deck(session, learner, bank.id, wanted).content
    with open_package(io.BytesIO(deck)) as package:
        assert [entry.taken for entry in package.collection.log()] == [6500, 0]


def test_days_become_sittings_of_their_own(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    for question in bank.questions[:2]:
        anki.log(question.uid, answers_at(40 - question.id / 1000, 30 - question.id / 1000))
    join(learner, anki.exported())
    session.rollback()
    started = session.scalars(select(SittingRow.started).order_by(SittingRow.started))
    assert [(NOW - at).days for at in started] == [39, 29]


def test_a_visitor_without_a_record_gets_one(
    session: Session, bank: BankRow, anki: InAnki
) -> None:
    bank.is_public = True
    session.commit()
    anki.log(bank.questions[0].uid, answers_at(3))
    joined = join(Learner(None, None, UTC_ZONE), anki.exported())
    assert joined.learner_id is not None
    session.rollback()
    assert session.get_one(PersonRow, joined.learner_id).shares_anki is False
    assert log_of(session, bank.questions[0])[0].learner_id == joined.learner_id


def test_teachers_may_count_them_only_with_the_learners_leave(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    anki.log(bank.questions[0].uid, answers_at(3))
    join_reviews(db.engine, learner, anki.exported(), shared=True, now=NOW)
    session.rollback()
    assert session.get_one(PersonRow, learner.id).shares_anki


def test_a_bank_that_is_not_the_learners_takes_nothing(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    bank.is_public = False
    session.commit()
    anki.log(bank.questions[0].uid, answers_at(3))
    stranger = replace(learner, id=None, owner=None)
    with pytest.raises(Problem, match="belongs to a bank here"):
        join(stranger, anki.exported())
    session.rollback()
    assert session.scalars(select(ReviewRow)).all() == []


def test_a_file_without_answers_says_how_to_export_them(
    bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    with pytest.raises(Problem, match="Include scheduling information"):
        join(learner, anki.exported())


def test_answers_of_a_clock_that_runs_ahead_are_left_out(
    session: Session, bank: BankRow, learner: Learner, anki: InAnki
) -> None:
    anki.log(bank.questions[0].uid, answers_at(9, 2))
    assert join(learner, anki.exported(), now=NOW - timedelta(days=5)).added == 1
    assert len(log_of(session, bank.questions[0])) == 1


def test_progress_that_went_to_anki_and_came_back_is_counted_once(
    session: Session, bank: BankRow, learner: Learner, tmp_path: Path
) -> None:
    """Practice here, the deck with its progress, practice there, and back, twice."""
    for question in bank.questions[:4]:
        memory, at = None, NOW - timedelta(days=60, seconds=question.id, microseconds=7)
        for reps in range(4):
            answer_here(learner, question, reps, at, "again" if reps == 2 else "good")
            memory = known(session, learner, question)
            at = max(memory.due, at + timedelta(minutes=11)) + timedelta(seconds=5)
    wanted = WantedDeck(with_progress=True)
    deck = export_deck(session, learner, bank.id, wanted).content
    session.commit()
    collection = new_collection(tmp_path)
    collection.set_config("fsrs", True)
    import_deck(collection, deck, progress=True)
    before = {q.id: known(session, learner, q) for q in bank.questions[:4]}
    unchanged = io.BytesIO(export(collection, tmp_path, "new.apkg").read_bytes())
    joined = join(learner, unchanged)
    assert (joined.questions, joined.added, joined.known) == (4, 0, 16)
    assert {q.id: known(session, learner, q) for q in bank.questions[:4]} == before
    collection.decks.select(collection.decks.id(bank.title))  # type: ignore[arg-type]
    for _ in range(3):
        card = collection.sched.getCard()
        assert card is not None
        collection.sched.answerCard(card, 3)
    answered = io.BytesIO(export(collection, tmp_path, "old.apkg").read_bytes())
    assert join(learner, answered, now=datetime.now(UTC)).added == 3
    assert join(learner, answered, now=datetime.now(UTC)).added == 0
    collection.close()
