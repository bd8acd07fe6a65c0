"""What practice reads: who asks, what may be asked next, how far they are.

Constant statements on a connection: this is the path that every question takes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal,
    select,
    union_all,
)

from quiz.core.learner import Learner
from quiz.core.plain_data import question_from
from quiz.core.practice_queue import LEARN_AHEAD, Candidate
from quiz.core.questions import Question, Status
from quiz.core.scheduling import Memory, Parameters, State
from quiz.storage.banks import NotFound
from quiz.storage.memories import COLUMNS, memory_of
from quiz.storage.tables import (
    BankRow,
    MemoryRow,
    PersonRow,
    QuestionRow,
    ReviewRow,
    SittingRow,
)

FEW = 12  # candidates of a kind: enough to keep siblings apart
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
NEW_A_DAY, RETENTION = 20, 0.9  # until a learner has settings of their own
BANK, MEMORY, PERSON = BankRow.__table__, MemoryRow.__table__, PersonRow.__table__
QUESTION, REVIEW = QuestionRow.__table__, ReviewRow.__table__
SITTING = SittingRow.__table__
LEARNER: BindParameter[int | None] = bindparam("learner")
IN_BANK: BindParameter[int] = bindparam("bank")
APPROVED = QUESTION.c.status == Status.APPROVED.value
MINE = and_(MEMORY.c.learner_id == LEARNER, MEMORY.c.bank_id == IN_BANK)
SETTINGS = (PERSON.c.new_a_day, PERSON.c.retention, PERSON.c.parameters)
IS_LEARNING = MEMORY.c.state != int(State.REVIEW)

PRACTISED_BANK = (
    select(
        BANK.c.id,
        BANK.c.title,
        BANK.c.language,
        BANK.c.is_public,
        BANK.c.owner_id,
        *SETTINGS,
    )
    .outerjoin_from(BANK, PERSON, PERSON.c.id == LEARNER)
    .where(BANK.c.id == IN_BANK)
)
SITTING_NOW = (
    select(func.max(SITTING.c.id))
    .where(SITTING.c.learner_id == LEARNER, SITTING.c.bank_id == QUESTION.c.bank_id)
    .where(SITTING.c.started >= bindparam("since"))
    .correlate(QUESTION)
    .scalar_subquery()
)
STANDING = (
    select(
        SITTING_NOW.label("sitting_id"),
        QUESTION.c.bank_id,
        QUESTION.c.status,
        QUESTION.c.content,
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
        MEMORY, and_(MEMORY.c.question_id == QUESTION.c.id, MEMORY.c.learner_id == LEARNER)
    )
    .where(QUESTION.c.id == bindparam("question"))
)


def due_query(*, learning: bool) -> Select[tuple[int, str, datetime, bool]]:
    until: BindParameter[datetime] = bindparam("ahead" if learning else "now")
    return (
        select(
            QUESTION.c.id,
            QUESTION.c.sibling,
            MEMORY.c.due,
            literal(learning).label("learning"),
        )
        .join_from(MEMORY, QUESTION, QUESTION.c.id == MEMORY.c.question_id)
        .where(MINE, APPROVED, IS_LEARNING if learning else ~IS_LEARNING)
        .where(MEMORY.c.due <= until)
        .order_by(MEMORY.c.due)
        .limit(FEW)
    )


DUE = union_all(
    select(due_query(learning=True).subquery("learning")),
    select(due_query(learning=False).subquery("due")),
)
NEVER_SEEN = ~exists().where(
    MEMORY.c.learner_id == LEARNER, MEMORY.c.question_id == QUESTION.c.id
)
NEW = (
    select(QUESTION.c.id, QUESTION.c.sibling, QUESTION.c.position)
    .where(QUESTION.c.bank_id == IN_BANK, APPROVED, NEVER_SEEN)
    .order_by(QUESTION.c.position)
    .limit(FEW)
)
BEGUN = select(func.count()).where(MINE, MEMORY.c.first_reviewed >= bindparam("since"))
LAST = (
    select(REVIEW.c.id, REVIEW.c.question_id, QUESTION.c.sibling)
    .join_from(REVIEW, QUESTION, QUESTION.c.id == REVIEW.c.question_id)
    .where(REVIEW.c.sitting_id == bindparam("sitting"), REVIEW.c.voided.is_(None))
    .order_by(REVIEW.c.id.desc())
    .limit(1)
)
ANSWERED = select(
    func.count().label("answers"), func.count(REVIEW.c.question_id.distinct()).label("seen")
).where(REVIEW.c.sitting_id == bindparam("sitting"), REVIEW.c.voided.is_(None))
FIRST_STEP = and_(MEMORY.c.state == int(State.LEARNING), MEMORY.c.step == 0)
LEFT = (
    select(
        func.count().label("due"),
        func.coalesce(func.sum(case((FIRST_STEP, 2), else_=1)), 0).label("answers"),
        func.coalesce(
            func.sum(case((MEMORY.c.reviewed >= bindparam("started"), 1), else_=0)), 0
        ).label("seen"),
    )
    .join_from(MEMORY, QUESTION, QUESTION.c.id == MEMORY.c.question_id)
    .where(MINE, APPROVED, MEMORY.c.due < bindparam("day_end"))
)
UNSEEN = select(func.count()).select_from(
    select(QUESTION.c.id)
    .where(QUESTION.c.bank_id == IN_BANK, APPROVED, NEVER_SEEN)
    .limit(bindparam("most"))
    .subquery()
)


@dataclass(frozen=True, slots=True)
class PractisedBank:
    """A bank as one learner practises it. `knows_learner`: their row is in the database.

    `parameters` are FSRS's as fitted to the learner; None where the standard ones hold.
    """

    id: int
    title: str
    language: str
    new_a_day: int
    retention: float
    knows_learner: bool
    parameters: Parameters | None = None


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
    """How far a sitting is: questions for the words, answers for the line."""

    seen: int
    questions: int
    answers: int
    all_answers: int


def find_practised_bank(
    connection: Connection, learner: Learner, bank_id: int
) -> PractisedBank:
    """Return the bank if it is this learner's to practise.

    Raises:
        NotFound: it isn't, or it isn't there.
    """
    values = {"learner": learner.id, "bank": bank_id}
    row = connection.execute(PRACTISED_BANK, values).first()
    if row is None or not may_practise(learner, row.is_public, row.owner_id):
        raise NotFound("bank")
    return practised_bank(row.id, row)


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
    row = connection.execute(STANDING, values).first()
    if row is None or not may_practise(learner, row.is_public, row.owner_id):
        raise NotFound("question")
    return Standing(
        question_id,
        question_from(row.content),
        memory_of(row),
        row.status == Status.APPROVED.value,
        practised_bank(row.bank_id, row),
        row.sitting_id,
    )


def practised_bank(bank_id: int, row: Any) -> PractisedBank:
    """Read the bank with the learner's settings, which a visitor doesn't have yet."""
    known = row.retention is not None
    return PractisedBank(
        bank_id,
        row.title,
        row.language,
        row.new_a_day if known else NEW_A_DAY,
        row.retention if known else RETENTION,
        known,
        tuple(row.parameters) if row.parameters else None,
    )


def may_practise(learner: Learner, is_public: bool, owner_id: int) -> bool:
    return is_public or learner.owner == owner_id


def candidates(
    connection: Connection, learner: Learner, bank_id: int, now: datetime
) -> Iterator[Candidate]:
    """Yield the first few questions of each kind that may be asked at `now`."""
    values = {"learner": learner.id, "bank": bank_id}
    if learner.id is not None:
        times = {"now": now, "ahead": now + LEARN_AHEAD}
        for row in connection.execute(DUE, values | times):
            yield Candidate(row.id, row.sibling, row.due, bool(row.learning))
    for row in connection.execute(NEW, values):
        yield Candidate(row.id, row.sibling, position=row.position)


def begun_since(
    connection: Connection, learner: Learner, bank_id: int, since: datetime
) -> int:
    """Count the questions that were new to the learner after `since`."""
    values = {"learner": learner.id, "bank": bank_id, "since": since}
    return connection.execute(BEGUN, values).scalar_one()


def last_asked(connection: Connection, sitting_id: int) -> tuple[int, Candidate] | None:
    """Return the last review's id and its question."""
    row = connection.execute(LAST, {"sitting": sitting_id}).first()
    return (row.id, Candidate(row.question_id, row.sibling)) if row else None


def measure_progress(
    connection: Connection,
    learner: Learner,
    bank_id: int,
    sitting: tuple[int, datetime] | None,
    day_end: datetime,
    new_left: int,
) -> Progress:
    """Count what was answered in this sitting and what is left until `day_end` (UTC)."""
    sitting_id, started = sitting or (0, day_end)
    done = connection.execute(ANSWERED, {"sitting": sitting_id}).one()
    values = {"learner": learner.id, "bank": bank_id}
    left = connection.execute(LEFT, values | {"day_end": day_end, "started": started}).one()
    new = connection.execute(UNSEEN, values | {"most": new_left}).scalar_one()
    return Progress(
        seen=done.seen,
        questions=done.seen + left.due - left.seen + new,
        answers=done.answers,
        all_answers=done.answers + left.answers + 2 * new,
    )
