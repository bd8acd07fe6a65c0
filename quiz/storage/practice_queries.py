"""What practice reads: who asks, what may be asked next, how far they are.

Constant statements on a connection: this is the path that every question takes.
"""

import json
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Text,
    and_,
    bindparam,
    cast,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from quiz.core.learner import Learner, Settings
from quiz.core.plain_data import question_from
from quiz.core.questions import Question, Status
from quiz.core.scheduling import Memory, Parameters, State
from quiz.storage.banks import NotFound
from quiz.storage.memories import COLUMNS, memory_of
from quiz.storage.prepared import Prepared
from quiz.storage.tables import (
    AsideRow,
    BankRow,
    ExamRow,
    MemoryRow,
    PersonRow,
    QuestionRow,
    ReviewRow,
    SittingRow,
)

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
NEW_A_DAY, RETENTION = Settings().new_a_day, Settings().retention
BANK, MEMORY, PERSON = BankRow.__table__, MemoryRow.__table__, PersonRow.__table__
ASIDE, EXAM = AsideRow.__table__, ExamRow.__table__
QUESTION, REVIEW = QuestionRow.__table__, ReviewRow.__table__
SITTING = SittingRow.__table__
LEARNER: BindParameter[int | None] = bindparam("learner")
IN_BANK: BindParameter[int] = bindparam("bank")
APPROVED = QUESTION.c.status == Status.APPROVED.value
MINE = and_(MEMORY.c.learner_id == LEARNER, MEMORY.c.bank_id == IN_BANK)
WISHED = tuple(each.name for each in fields(Settings))
WISHES = tuple(PERSON.c[name] for name in WISHED)
SETTINGS = (*WISHES, PERSON.c.parameters)
NOW: BindParameter[datetime] = bindparam("now")
NOT_ASIDE = ~exists().where(
    ASIDE.c.learner_id == LEARNER,
    ASIDE.c.question_id == QUESTION.c.id,
    or_(ASIDE.c.until.is_(None), ASIDE.c.until > NOW),
)
# Written out, because a partial index is not taken for a value that is bound.
IS_LEARNING = MEMORY.c.state != literal_column(str(int(State.REVIEW)))

PRACTISED_BANK = Prepared(
    select(
        BANK.c.id,
        BANK.c.title,
        BANK.c.language,
        BANK.c.is_public,
        BANK.c.owner_id,
        EXAM.c.day,
        *SETTINGS,
    )
    .outerjoin_from(BANK, PERSON, PERSON.c.id == LEARNER)
    .outerjoin(EXAM, and_(EXAM.c.learner_id == LEARNER, EXAM.c.bank_id == BANK.c.id))
    .where(BANK.c.id == IN_BANK)
)
SITTING_NOW = (
    select(func.max(SITTING.c.id))
    .where(SITTING.c.learner_id == LEARNER, SITTING.c.bank_id == QUESTION.c.bank_id)
    .where(SITTING.c.started >= bindparam("since"))
    .correlate(QUESTION)
    .scalar_subquery()
)
STANDING = Prepared(
    select(
        SITTING_NOW.label("sitting_id"),
        QUESTION.c.bank_id,
        QUESTION.c.status,
        cast(QUESTION.c.content, Text).label("content"),
        BANK.c.title,
        BANK.c.language,
        BANK.c.is_public,
        BANK.c.owner_id,
        *SETTINGS,
        *COLUMNS,
    )
    .join_from(QUESTION, BANK, BANK.c.id == QUESTION.c.bank_id)
    .outerjoin(PERSON, PERSON.c.id == LEARNER)
    .outerjoin(
        MEMORY,
        and_(MEMORY.c.question_id == QUESTION.c.id, MEMORY.c.learner_id == LEARNER),
    )
    .where(QUESTION.c.id == bindparam("question"))
)


NEVER_SEEN = ~exists().where(
    MEMORY.c.learner_id == LEARNER, MEMORY.c.question_id == QUESTION.c.id
)


@dataclass(frozen=True, slots=True)
class PractisedBank:
    """A bank as one learner practises it. `knows_learner`: their row is in the database.

    `parameters` are FSRS's as fitted to the learner; None where the standard ones hold.
    `exam` is the day for which the learner wants to know all of it.
    """

    id: int
    title: str
    language: str
    settings: Settings
    knows_learner: bool
    parameters: Parameters | None = None
    exam: date | None = None

    @property
    def retention(self) -> float:
        return self.settings.retention

    @property
    def new_a_day(self) -> int:
        return self.settings.new_a_day


@dataclass(frozen=True, slots=True)
class Standing:
    """One question and what one learner knows of it.

    `sitting_id` is the learner's sitting at its bank since the given moment, if any.
    """

    question_id: int
    question: Question
    memory: Memory | None
    is_approved: bool
    bank: PractisedBank
    sitting_id: int | None

    @property
    def reps(self) -> int:
        return self.memory.reps if self.memory else 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sitting is: questions for the words, answers for the line.

    `is_more` tells that more questions are left than were counted.
    """

    seen: int
    questions: int
    answers: int
    all_answers: int
    is_more: bool = False

    @property
    def all_questions(self) -> str:
        return f"{self.questions}+" if self.is_more else str(self.questions)


def find_practised_bank(
    connection: Connection, learner: Learner, bank_id: int
) -> PractisedBank:
    """Return the bank if it is this learner's to practise.

    Raises:
        NotFound: it isn't, or it isn't there.
    """
    values = {"learner": learner.id, "bank": bank_id}
    row = PRACTISED_BANK.first(connection, values)
    if row is None or not may_practise(learner, row.is_public, row.owner_id, row.id):
        raise NotFound("bank")
    return practised_bank(row.id, row, row.day)


def find_standing(
    connection: Connection,
    learner: Learner,
    question_id: int,
    since: datetime = NEVER,
) -> Standing:
    """Return the question, approved or not, if its bank is this learner's to practise.

    Raises:
        NotFound: it isn't, or there is no such question.
    """
    values = {"learner": learner.id, "question": question_id, "since": since}
    row = STANDING.first(connection, values)
    if row is None or not may_practise(learner, row.is_public, row.owner_id, row.bank_id):
        raise NotFound("question")
    return Standing(
        question_id,
        question_in(row.content),
        memory_of(row),
        row.status == Status.APPROVED.value,
        practised_bank(row.bank_id, row),
        row.sitting_id,
    )


@lru_cache(maxsize=4096)
def question_in(content: str) -> Question:
    """Read a question; an edit changes its content, so that what is kept is never old."""
    return question_from(json.loads(content))


def practised_bank(bank_id: int, row: Any, exam: date | None = None) -> PractisedBank:
    """Read the bank with the learner's settings, which a visitor doesn't have yet."""
    known = row.retention is not None
    return PractisedBank(
        bank_id,
        row.title,
        row.language,
        read_settings(row) if known else Settings(),
        known,
        tuple(row.parameters) if row.parameters else None,
        exam,
    )


def read_settings(row: Any) -> Settings:
    """Read a learner's settings from a row that selected WISHES."""
    return Settings(**{name: getattr(row, name) for name in WISHED})


def topic_of(row: Any) -> str:
    """Return what a question is about: its first tag, else what kind of fact it asks."""
    first: str = row.labels.lstrip("\n").partition("\n")[0]
    return first or str(row.kind)


def may_practise(learner: Learner, is_public: bool, owner_id: int, bank_id: int) -> bool:
    """Tell whether a bank is shown to everybody, the teacher's own, or shared with them."""
    return is_public or learner.owner == owner_id or bank_id in learner.shared
