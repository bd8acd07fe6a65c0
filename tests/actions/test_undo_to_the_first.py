"""Whatever a teacher does within the hour can be undone, step by step, to the first."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from quiz.actions.bring_sources import Pasted, Place, bring_sources, new_batch
from quiz.actions.edit_bank import edit_bank
from quiz.actions.edit_many import edit_many, replace_text
from quiz.actions.edit_question import add_question
from quiz.actions.import_rows import import_rows, paste_table
from quiz.actions.keep_sources import keep_sources
from quiz.actions.move_questions import put_into_new, put_questions
from quiz.actions.review_question import review_question
from quiz.actions.share_bank import duplicate_bank, invite
from quiz.actions.take_edition import bring_back_edition, take_edition
from quiz.actions.undo_change import restore_bank, undo_change
from quiz.core.article import Article
from quiz.core.bulk_edits import BulkEdit
from quiz.core.plain_data import question_data
from quiz.core.problems import Problem
from quiz.core.questions import Status
from quiz.core.text_replacing import Replacement
from quiz.formats.question_columns import Column
from quiz.storage.articles import last_edition
from quiz.storage.banks import banks_of
from quiz.storage.catalogue import Wanted
from quiz.storage.tables import BankRow, PersonRow
from tests.desk_bank import add_desk_bank
from tests.samples import TEXT, sample_questions

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@dataclass(slots=True)
class Teacher:
    """Somebody at the desk with two banks; each deed is a second after the one before."""

    session: Session
    id: int
    banks: tuple[int, int]
    now: datetime

    def tick(self) -> datetime:
        self.session.rollback()
        self.now += SECOND
        return self.now

    def decide(self) -> None:
        first = self.session.get_one(BankRow, self.banks[0]).questions[:1]
        for row in first:
            review_question(self.session, self.id, row.id, Status.RETIRED, self.tick())

    def tag(self) -> None:
        edit = BulkEdit(add_tags=(f"{self.now:%M%S}",))
        edit_many(self.session, self.id, self.banks[0], Wanted(), edit, self.tick())

    def replace(self) -> None:
        wanted = Replacement("한빛", f"한빛{self.now.second}")
        replace_text(self.session, self.id, self.banks[0], Wanted(), wanted, self.tick())

    def write(self) -> None:
        question = sample_questions(Status.DRAFT)[1]
        add_question(self.session, self.id, self.banks[0], question, self.tick())

    def rows(self) -> None:
        table = paste_table(f"{self.now:%M%S}인가?\t그렇다")
        columns, at = [Column.QUESTION, Column.ANSWER], self.tick()
        bank = self.banks[0]
        import_rows(self.session, self.id, bank, table, columns, at, has_head=False)

    def move(self, *, copy: bool = False) -> None:
        one, other = self.banks
        chosen = Wanted(status=Status.DRAFT)
        at = self.tick()
        put_questions(self.session, self.id, one, chosen, other, at, copy=copy)

    def copy(self) -> None:
        self.move(copy=True)

    def split(self) -> None:
        at = self.tick()
        put_into_new(self.session, self.id, self.banks[0], Wanted(), "따로", at)

    def rename(self) -> None:
        title = f"{self.now:%M%S}"
        edit_bank(self.session, self.id, self.banks[0], title, False, self.tick())

    def restore(self) -> None:
        start = self.now - DAY / 2
        restore_bank(self.session, self.id, self.banks[0], start, self.tick())

    def duplicate(self) -> None:
        duplicate_bank(self.session, self.id, self.banks[0], "사본", self.tick())

    def bring(self) -> None:
        text = f"{self.now:%M%S}번째 글이다."
        batch = self.waiting(text, self.banks[0])
        article = Article(new_batch(), "글", text, "ko")
        keep_sources(self.session, self.id, batch, [article], self.tick(), draft=False)

    def edition(self) -> None:
        bank = self.session.get_one(BankRow, self.banks[0])
        text = TEXT.strip().replace("80cm", f"{self.now.second + 10}cm")
        batch = self.waiting(text, bank.id, bank.articles[0].id)
        take_edition(self.session, self.id, batch, self.tick())

    def bring_back(self) -> None:
        article = self.session.get_one(BankRow, self.banks[0]).articles[0]
        if before := last_edition(self.session, article.id):
            number, key, at = before.number, article.id, self.tick()
            bring_back_edition(self.session, self.id, key, number, at)

    def share(self) -> None:
        invite(self.session, self.id, self.banks[0], "reader", self.tick())

    def waiting(self, text: str, bank_id: int, article_id: int | None = None) -> str:
        place = Place(new_batch(), bank_id, article_id)
        self.session.rollback()
        bring_sources(self.session, self.id, [Pasted(text)], place, self.now)
        return place.batch

    def undo(self) -> None:
        undo_change(self.session, self.id, None, self.tick())


DEEDS: tuple[Callable[[Teacher], Any], ...] = (
    Teacher.decide,
    Teacher.tag,
    Teacher.replace,
    Teacher.write,
    Teacher.rows,
    Teacher.move,
    Teacher.copy,
    Teacher.split,
    Teacher.rename,
    Teacher.restore,
    Teacher.duplicate,
    Teacher.bring,
    Teacher.edition,
    Teacher.bring_back,
    Teacher.share,
    Teacher.undo,
)


@pytest.fixture
def banks(session: Session, owner: PersonRow) -> tuple[int, int]:
    one = add_desk_bank(session, owner.id).id
    other = duplicate_bank(session, owner.id, one, "다른 것", owner.created - DAY).id
    return one, other


def state(session: Session, owner_id: int) -> dict[int, Any]:
    """Return all that is in a teacher's banks, without what began and was retired."""
    session.rollback()
    session.expire_all()
    found = {}
    for bank in banks_of(session, owner_id):
        questions = [
            question_data(replace(row.question, changed=row.created))
            for row in bank.questions
            if row.status != Status.RETIRED
        ]
        texts = [(row.uid, row.title, row.text) for row in bank.articles]
        found[bank.id] = (bank.title, bank.is_public, texts, questions)
    return found


@given(st.lists(st.sampled_from(DEEDS), max_size=6))
@settings(
    deadline=None,
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_all_that_was_done_is_undone_to_the_first(
    session: Session,
    owner: PersonRow,
    banks: tuple[int, int],
    deeds: list[Callable[[Teacher], Any]],
) -> None:
    # The banks are shared by all examples: each goes on days after the one before.
    newest = max(bank.changed for bank in session.query(BankRow))
    teacher = Teacher(session, owner.id, banks, max(newest, owner.created) + DAY)
    before = state(session, teacher.id)
    teacher.edition()
    for deed in deeds:
        with suppress(Problem):
            deed(teacher)
    undo_all(teacher)
    assert state(session, teacher.id) == before


def undo_all(teacher: Teacher) -> None:
    """Undo until there is nothing left."""
    for _ in range(30):
        try:
            teacher.undo()
        except Problem:
            return
    pytest.fail("undo never comes to an end")
