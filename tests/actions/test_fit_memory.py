"""Personal parameters: fitted from 400 answers on, taken if better, and reset."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from quiz.actions import fit_memory as fitting
from quiz.actions.background import fit_task, open_queue
from quiz.actions.fit_memory import (
    fit_memory,
    reset_memory_model,
    show_memory_model,
    take_retention,
    who_is_to_fit,
)
from quiz.actions.show_question import next_question
from quiz.core.fitting import Fit
from quiz.core.history import Rated, rebuild
from quiz.core.learner import Learner
from quiz.core.scheduling import STANDARD, Parameters, Rating, review
from quiz.storage.fits import memories_by_question
from quiz.storage.joined_reviews import (
    Joining,
    Known,
    SittingsByDay,
    join_answers,
    put_memory,
)
from quiz.storage.tables import BankRow, PersonRow
from quiz.web.database import db
from tests.practice_bank import add_practice_bank

NOW = datetime.now(UTC).replace(microsecond=0)
UTC_ZONE = ZoneInfo("UTC")
OWN = tuple(weight * 0.7 if n in {0, 2, 8} else weight for n, weight in enumerate(STANDARD))


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_practice_bank(session, owner.id)


def log_answers(bank: BankRow, learner: int, counts: Sequence[int]) -> None:
    """Let the learner have answered each question so many times, a day apart and more."""
    ids, bank_id, chance = [row.id for row in bank.questions], bank.id, Random(1)
    with db.engine.begin() as connection:
        sittings = SittingsByDay(connection, learner, UTC_ZONE)
        for question_id, count in zip(ids, counts, strict=False):
            answers = history(count, chance)
            memories = rebuild(answers, NOW, UTC_ZONE)
            joining = [
                Joining(
                    question_id,
                    sittings.of(bank_id, answer.at),
                    place,
                    answer.at,
                    answer.rating,
                    memories[place - 1] if place else None,
                    memories[place],
                )
                for place, answer in enumerate(answers)
            ]
            join_answers(connection, learner, joining, "here")
            known = Known(question_id, bank_id, None)
            put_memory(connection, learner, known, memories[-1], answers[0].at)


def history(count: int, chance: Random) -> list[Rated]:
    at = NOW - timedelta(days=1500)
    answers = []
    for place in range(count):
        rating = Rating.AGAIN if chance.random() < 0.5 and place else Rating.GOOD
        answers.append(Rated(at, rating))
        at += timedelta(days=chance.choice((1, 2, 5, 9)), seconds=chance.randrange(3600))
    return answers


def foresee(monkeypatch: pytest.MonkeyPatch, before: float, after: float) -> None:
    """Let the fitting find OWN, with these losses on the answers held back."""
    monkeypatch.setattr(fitting, "fit", lambda *_: Fit(OWN, 100, before, after))


def parameters_of(session: Session, person_id: int) -> Parameters | None:
    session.rollback()
    kept = session.get_one(PersonRow, person_id).parameters
    return tuple(kept) if kept else None


def test_four_hundred_answers_are_enough_and_fewer_are_not(
    session: Session, bank: BankRow, owner: PersonRow
) -> None:
    log_answers(bank, owner.id, (200, 199))
    assert who_is_to_fit(db.engine, NOW) == []
    assert show_memory_model(db.engine, owner.id).missing == 1
    assert fit_memory(db.engine, owner.id, NOW) is None
    assert parameters_of(session, owner.id) is None


def test_a_real_fitting_is_judged_on_answers_that_it_has_not_seen(
    session: Session, bank: BankRow, owner: PersonRow
) -> None:
    log_answers(bank, owner.id, (150, 150, 150))
    assert who_is_to_fit(db.engine, NOW) == [owner.id]
    report = fit_memory(db.engine, owner.id, NOW)
    assert report is not None
    assert report.held_back > 50
    assert report.loss_before is not None
    assert report.loss_after is not None
    assert report.adopted == (report.loss_after < report.loss_before)
    assert (parameters_of(session, owner.id) is not None) == report.adopted


def test_better_parameters_are_taken_and_all_memories_computed_anew(
    session: Session, bank: BankRow, owner: PersonRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_answers(bank, owner.id, (200, 200, 5))
    with db.engine.connect() as connection:
        before = memories_by_question(connection, owner.id)
    foresee(monkeypatch, 0.5, 0.4)
    fit_memory(db.engine, owner.id, NOW)
    assert parameters_of(session, owner.id) == OWN
    with db.engine.connect() as connection:
        after = memories_by_question(connection, owner.id)
    for number, memory in after.items():
        assert memory.due == before[number].due
        assert memory.stability != before[number].stability


def test_worse_parameters_are_told_and_left(
    session: Session, bank: BankRow, owner: PersonRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_answers(bank, owner.id, (200, 200))
    foresee(monkeypatch, 0.4, 0.4)
    report = fit_memory(db.engine, owner.id, NOW)
    assert report is not None
    assert not report.adopted
    assert parameters_of(session, owner.id) is None
    model = show_memory_model(db.engine, owner.id)
    assert model.report == report


def retention_of(session: Session, person_id: int) -> float:
    session.rollback()
    return session.get_one(PersonRow, person_id).retention


def suit(monkeypatch: pytest.MonkeyPatch, retention: float) -> None:
    monkeypatch.setattr(fitting, "best_retention", lambda *_: retention)


def test_what_suits_goes_with_better_parameters_and_with_a_reset(
    session: Session, bank: BankRow, owner: PersonRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_answers(bank, owner.id, (200, 200))
    foresee(monkeypatch, 0.5, 0.4)
    for suited in (0.93, 0.94):  # the second fitting goes on from the first
        suit(monkeypatch, suited)
        fit_memory(db.engine, owner.id, NOW)
        assert retention_of(session, owner.id) == suited
    reset_memory_model(db.engine, owner.id, NOW)
    assert retention_of(session, owner.id) == 0.9
    assert not show_memory_model(db.engine, owner.id).is_fitted


def test_worse_parameters_change_no_retention_but_tell_what_suits(
    session: Session, bank: BankRow, owner: PersonRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_answers(bank, owner.id, (200, 200))
    foresee(monkeypatch, 0.4, 0.5)
    suit(monkeypatch, 0.93)
    report = fit_memory(db.engine, owner.id, NOW)
    assert report is not None
    assert (report.retention, report.recalled, report.forgotten) == (0.93, 8.0, 25.0)
    assert retention_of(session, owner.id) == 0.9
    take_retention(db.engine, owner.id)
    assert retention_of(session, owner.id) == 0.93
    reset_memory_model(db.engine, owner.id, NOW)
    assert retention_of(session, owner.id) == 0.9


@pytest.mark.parametrize("chosen", [0.85, 0.9])
def test_a_retention_that_the_learner_chose_stays(
    session: Session,
    bank: BankRow,
    owner: PersonRow,
    monkeypatch: pytest.MonkeyPatch,
    chosen: float,
) -> None:
    log_answers(bank, owner.id, (200, 200))
    foresee(monkeypatch, 0.5, 0.4)
    suit(monkeypatch, 0.93)
    fit_memory(db.engine, owner.id, NOW)
    session.rollback()
    session.get_one(PersonRow, owner.id).retention = chosen
    session.commit()
    for suited in (0.93, 0.94):
        suit(monkeypatch, suited)
        fit_memory(db.engine, owner.id, NOW)
        assert retention_of(session, owner.id) == chosen
    reset_memory_model(db.engine, owner.id, NOW)
    assert retention_of(session, owner.id) == chosen


def test_practice_is_scheduled_with_ones_own_parameters(
    session: Session, bank: BankRow, owner: PersonRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_answers(bank, owner.id, (200, 200))
    foresee(monkeypatch, 0.5, 0.4)
    fit_memory(db.engine, owner.id, NOW)
    learner = Learner(owner.id, owner.id, UTC_ZONE)
    turn = next_question(db.engine, learner, bank.id, NOW, "seed")
    assert turn is not None
    assert turn.bank.parameters == OWN
    memory = turn.standing.memory
    own = review(memory, Rating.GOOD, NOW, UTC_ZONE, parameters=OWN)
    usual = review(memory, Rating.GOOD, NOW, UTC_ZONE)
    assert own.stability != usual.stability


def test_a_fitting_is_repeated_only_after_a_day_and_a_fifth_more_answers(
    session: Session, bank: BankRow, owner: PersonRow
) -> None:
    log_answers(bank, owner.id, (200, 200))
    fit_memory(db.engine, owner.id, NOW)
    later = NOW + timedelta(days=2)
    assert who_is_to_fit(db.engine, later) == []
    session.rollback()
    others = session.get_one(BankRow, bank.id)
    log_answers_to_third(others, owner.id, 80)
    assert who_is_to_fit(db.engine, NOW + timedelta(hours=1)) == []
    assert who_is_to_fit(db.engine, later) == [owner.id]


def log_answers_to_third(bank: BankRow, learner: int, count: int) -> None:
    third = bank.questions[2].id
    memories = rebuild(answers := history(count, Random(2)), NOW, UTC_ZONE)
    with db.engine.begin() as connection:
        sitting = SittingsByDay(connection, learner, UTC_ZONE).of(bank.id, NOW)
        joining = [
            Joining(third, sitting, n, answer.at, answer.rating, None, memories[n])
            for n, answer in enumerate(answers)
        ]
        join_answers(connection, learner, joining, "here")


def test_reset_brings_the_standard_schedule_and_its_memories_back(
    session: Session, bank: BankRow, owner: PersonRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_answers(bank, owner.id, (200, 200))
    with db.engine.connect() as connection:
        before = memories_by_question(connection, owner.id)
    foresee(monkeypatch, 0.5, 0.4)
    fit_memory(db.engine, owner.id, NOW)
    reset_memory_model(db.engine, owner.id, NOW)
    assert parameters_of(session, owner.id) is None
    with db.engine.connect() as connection:
        after = memories_by_question(connection, owner.id)
    assert {n: m.stability for n, m in after.items()} == pytest.approx(
        {n: m.stability for n, m in before.items()}
    )
    assert who_is_to_fit(db.engine, NOW + timedelta(days=2)) == []


def test_a_memory_that_the_log_does_not_explain_stays_as_it_is(
    session: Session, bank: BankRow, owner: PersonRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_answers(bank, owner.id, (200, 200))
    odd = bank.questions[0].id
    with db.engine.connect() as connection:
        known = memories_by_question(connection, owner.id)[odd]
    with db.engine.begin() as connection:
        changed = review(known, Rating.EASY, NOW, UTC_ZONE)
        put_memory(connection, owner.id, Known(odd, bank.id, known), changed, NOW)
    foresee(monkeypatch, 0.5, 0.4)
    fit_memory(db.engine, owner.id, NOW)
    with db.engine.connect() as connection:
        assert memories_by_question(connection, owner.id)[odd] == changed


def test_the_worker_fits_by_its_queue(
    session: Session, bank: BankRow, owner: PersonRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_answers(bank, owner.id, (200, 200))
    foresee(monkeypatch, 0.5, 0.4)
    queue = open_queue(":memory:")
    queue.immediate = True
    fit_task(queue, db.engine)(owner.id)
    assert parameters_of(session, owner.id) == OWN


def test_nobody_known_has_nothing_to_show(session: Session) -> None:
    assert show_memory_model(db.engine, None).missing == 400
    assert show_memory_model(db.engine, 12345).missing == 400
    assert fit_memory(db.engine, 12345, NOW) is None
