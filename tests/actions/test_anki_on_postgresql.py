"""A deck from Anki, its answers and the fitting on PostgreSQL: the same statements."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session

from quiz.actions.bring_deck import import_deck
from quiz.actions.fit_memory import fit_memory, reset_memory_model, who_is_to_fit
from quiz.actions.join_reviews import join_reviews
from quiz.actions.sign_in import owner_of_installation
from quiz.core.fitting import Fit
from quiz.core.learner import Learner
from quiz.core.scheduling import STANDARD
from quiz.storage.answer_counts import count_answers_to_bank, hardest_questions
from quiz.storage.banks import find_bank, whole_bank
from quiz.storage.engine import bring_up_to_date, prepare_engine
from quiz.storage.tables import MemoryRow, PersonRow
from tests.anki.random_collections import export, make_collection

NOW = datetime.now(UTC)


@pytest.fixture
def engine(postgresql_url: str) -> Iterator[Engine]:
    engine = create_engine(postgresql_url)
    prepare_engine(engine)
    bring_up_to_date(engine)
    yield engine
    engine.dispose()


def test_a_deck_its_answers_and_a_fitting(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = make_collection(tmp_path, seed=2)
    deck = io.BytesIO(export(collection, tmp_path, "new.colpkg").read_bytes())
    with Session(engine) as session:
        owner = owner_of_installation(session, NOW).id
        session.commit()
        learner = Learner(owner, owner, ZoneInfo("Asia/Seoul"))
        told = (learner, deck, "deck", True, NOW)
        outcome = import_deck(session, engine, *told)
        assert outcome.joined is not None
        assert outcome.joined.added > 5
        assert import_deck(session, engine, *told).added == 0
        bank = find_bank(session, outcome.bank_id)
        assert whole_bank(bank).files
        learners, counts = count_answers_to_bank(session, bank.id)
        assert (learners, counts.answers) == (0, 0)
        session.rollback()
        assert join_reviews(engine, learner, deck, True, NOW).added == 0
        _, counts = count_answers_to_bank(session, bank.id)
        assert counts.in_anki == outcome.joined.added
        assert hardest_questions(session, bank.id, 5)
    monkeypatch.setattr("quiz.actions.fit_memory.ENOUGH", 1)
    assert who_is_to_fit(engine, NOW) == [owner]
    other = tuple(weight * 0.9 for weight in STANDARD)
    monkeypatch.setattr("quiz.actions.fit_memory.fit", lambda *_: Fit(other, 9, 0.5, 0.4))
    report = fit_memory(engine, owner, NOW)
    assert report is not None
    assert report.adopted
    assert who_is_to_fit(engine, NOW) == []
    with Session(engine) as session:
        assert session.get_one(PersonRow, owner).parameters == list(other)
        assert session.scalars(select(MemoryRow)).all()
    reset_memory_model(engine, owner, NOW)
    with Session(engine) as session:
        assert session.get_one(PersonRow, owner).parameters is None
