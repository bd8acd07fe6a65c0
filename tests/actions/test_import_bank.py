"""A bank goes out to its file and comes in again the same, through the database."""

from dataclasses import replace
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from sqlalchemy.orm import Session

from quiz.actions.export_bank import export_bank
from quiz.actions.import_bank import import_bank, sound_or_draft
from quiz.core.questions import Bank
from quiz.formats.bank_file import read_bank, write_bank
from quiz.storage.banks import remove_unanswered_bank, whole_bank
from quiz.storage.tables import PersonRow
from tests.formats.test_bank_file import banks


@given(banks())
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_bank_comes_in_and_leaves_again_without_loss(
    session: Session, owner: PersonRow, now: datetime, bank: Bank
) -> None:
    """Only an approved question that can't be asked comes in as a draft."""
    owner_id = owner.id
    session.rollback()
    row = import_bank(session, owner_id, write_bank(bank), now)
    there = replace(bank, questions=tuple(sound_or_draft(q) for q in bank.questions))
    assert whole_bank(row) == there
    assert read_bank(export_bank(session, row.id, "quiz").content) == there
    remove_unanswered_bank(session, row)
    session.commit()


def test_a_bank_that_is_here_comes_in_as_a_copy(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    owner_id = owner.id
    session.rollback()
    empty = Bank("7f0e5f0a-3d59-4b55-8a86-5a1f8a6d2f09", "빈 문제집", "ko")
    first, second = (
        import_bank(session, owner_id, write_bank(empty), now) for _ in range(2)
    )
    assert first.uid == empty.id != second.uid
    assert replace(whole_bank(second), id=empty.id) == empty
