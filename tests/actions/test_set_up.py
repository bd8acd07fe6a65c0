"""What a new installation has, and what an older one gets."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.actions.answer_question import Given, answer_question
from quiz.actions.set_up import BUILTIN, set_up
from quiz.actions.show_question import next_question
from quiz.core.learner import Learner
from quiz.storage.banks import remove_unanswered_bank
from quiz.storage.tables import BankRow, MemoryRow, ReviewRow
from quiz.web.database import db

VISITOR = Learner(None, None, ZoneInfo("Asia/Seoul"))


def languages_of(session: Session) -> list[str]:
    return list(session.scalars(select(BankRow.language).order_by(BankRow.id)))


def test_a_new_installation_has_each_built_in_bank_open_to_everyone(
    session: Session, now: datetime
) -> None:
    set_up(session, now)
    assert languages_of(session) == ["ko", "en"]
    assert len(BUILTIN) == 2
    assert all(session.scalars(select(BankRow.is_public)))


def test_starting_again_changes_nothing(session: Session, now: datetime) -> None:
    set_up(session, now)
    before = list(session.execute(select(BankRow.uid, BankRow.version, BankRow.changed)))
    set_up(session, now + timedelta(days=1))
    after = list(session.execute(select(BankRow.uid, BankRow.version, BankRow.changed)))
    assert after == before


def test_an_installation_from_before_the_english_bank_gets_it_and_keeps_its_learners(
    session: Session, now: datetime
) -> None:
    set_up(session, now)
    korean, english = session.scalars(select(BankRow).order_by(BankRow.id))
    remove_unanswered_bank(session, english)  # as if it had never come
    number = korean.id
    session.commit()
    turn = next_question(db.engine, VISITOR, number, now, "seed")
    assert turn
    given = Given(turn.standing.question_id, 0, turn.asked.form, "?", "seed")
    answer_question(db.engine, VISITOR, given, now)
    kept = kept_of_learners(session)
    changed = korean.changed
    session.commit()

    set_up(session, now + timedelta(days=1))
    assert languages_of(session) == ["ko", "en"]
    assert kept_of_learners(session) == kept
    assert len(kept) == 2
    session.refresh(korean)
    assert korean.changed == changed


def kept_of_learners(session: Session) -> list[tuple[object, ...]]:
    """Return every review and memory as it is stored."""
    session.expire_all()
    tables = ReviewRow.__table__, MemoryRow.__table__
    return [tuple(row) for table in tables for row in session.execute(select(table))]
