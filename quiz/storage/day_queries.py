"""A learner's day in one bank: where they stand, what is left, what may come next.

Of the questions of one sentence ("siblings") one is asked a day, as Anki buries siblings:
a new one or a review waits until tomorrow when another was answered today or is in its
learning steps; a new one also waits for another's review.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Boolean,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from quiz.core.learner import Learner
from quiz.core.practice_queue import LEARN_AHEAD, Candidate
from quiz.core.scheduling import State
from quiz.storage.banks import NotFound
from quiz.storage.practice_queries import (
    APPROVED,
    ASIDE,
    BANK,
    EXAM,
    IN_BANK,
    IS_LEARNING,
    LEARNER,
    MEMORY,
    MINE,
    NEVER_SEEN,
    NOT_ASIDE,
    NOW,
    PERSON,
    QUESTION,
    REVIEW,
    SETTINGS,
    SITTING,
    PractisedBank,
    may_practise,
    practised_bank,
    topic_of,
)
from quiz.storage.prepared import Prepared

FEW = 12  # candidates of a kind: enough to keep siblings and topics apart
FEW_NEW = 6  # in the bank's order: enough to keep siblings apart
MOST_COUNTED = 100  # questions left today; counting on would take longer than asking
DAY_START: BindParameter[datetime] = bindparam("day_start", type_=MEMORY.c.due.type)
DAY_END: BindParameter[datetime] = bindparam("day_end", type_=MEMORY.c.due.type)
BURIES: BindParameter[bool] = bindparam("buries", type_=Boolean())


def situation_query() -> Select[Any]:
    """Bank, settings, exam, sitting, how much of it is done, and what was asked last."""
    earlier, logged = SITTING.alias("earlier"), REVIEW.alias("logged")
    mine = earlier.c.learner_id == LEARNER, earlier.c.bank_id == IN_BANK
    last_sitting = select(func.max(earlier.c.id)).where(
        *mine, earlier.c.started >= DAY_START
    )
    counts = logged.c.sitting_id == SITTING.c.id, logged.c.voided.is_(None)
    begun = select(func.count()).where(MINE, MEMORY.c.first_reviewed >= DAY_START)
    answers = select(func.count()).where(*counts)
    seen = select(func.count(logged.c.question_id.distinct())).where(*counts)
    last = select(func.max(logged.c.id)).where(*counts)
    return (
        select(
            *(BANK.c.id, BANK.c.title, BANK.c.language, BANK.c.is_public),
            *(BANK.c.owner_id, EXAM.c.day, *SETTINGS),
            *(SITTING.c.id.label("sitting_id"), SITTING.c.started),
            begun.scalar_subquery().label("begun"),
            answers.correlate(SITTING).scalar_subquery().label("answers"),
            seen.correlate(SITTING).scalar_subquery().label("seen"),
            *(REVIEW.c.id.label("last_id"), REVIEW.c.question_id.label("last_question")),
            *(QUESTION.c.sibling, QUESTION.c.kind, QUESTION.c.labels),
        )
        .outerjoin_from(BANK, PERSON, PERSON.c.id == LEARNER)
        .outerjoin(EXAM, and_(EXAM.c.learner_id == LEARNER, EXAM.c.bank_id == BANK.c.id))
        .outerjoin(SITTING, SITTING.c.id == last_sitting.scalar_subquery())
        .outerjoin(REVIEW, REVIEW.c.id == last.correlate(SITTING).scalar_subquery())
        .outerjoin(QUESTION, QUESTION.c.id == REVIEW.c.question_id)
        .where(BANK.c.id == IN_BANK)
    )


def apart(*, new: bool) -> ColumnElement[bool]:
    """Tell of a question that no sibling keeps it waiting until tomorrow."""
    other, known, wish = QUESTION.alias("other"), MEMORY.alias("known"), ASIDE.alias("wish")
    is_aside = exists().where(
        wish.c.learner_id == LEARNER,
        wish.c.question_id == other.c.id,
        or_(wish.c.until.is_(None), wish.c.until > NOW),
    )
    comes = known.c.state != int(State.REVIEW)
    if new:
        comes = or_(comes, known.c.due < DAY_END)
    is_asked = and_(other.c.status == "approved", ~is_aside, comes)
    keeps_waiting = exists().where(
        other.c.bank_id == IN_BANK,
        other.c.sibling == QUESTION.c.sibling,
        other.c.id != QUESTION.c.id,
        known.c.learner_id == LEARNER,
        known.c.question_id == other.c.id,
        or_(known.c.reviewed >= DAY_START, is_asked),
    )
    return or_(~BURIES, ~keeps_waiting)


REVIEW_APART, NEW_APART = apart(new=False), apart(new=True)
ONE_A_DAY = case((BURIES, QUESTION.c.sibling), else_=cast(QUESTION.c.id, Text))


def left_query() -> Select[Any]:
    """Count what is left today, at most so much of it."""
    due = (
        select(
            *(MEMORY.c.state, MEMORY.c.step, MEMORY.c.reviewed, ONE_A_DAY.label("which")),
        )
        .join_from(MEMORY, QUESTION, QUESTION.c.id == MEMORY.c.question_id)
        .where(MINE, APPROVED, NOT_ASIDE, MEMORY.c.due < DAY_END)
        .where(or_(IS_LEARNING, REVIEW_APART))
        .limit(bindparam("most_due", type_=Integer()))
        .subquery("due_today")
    )
    unseen = (
        select(ONE_A_DAY.label("which"))
        .distinct()
        .where(QUESTION.c.bank_id == IN_BANK, APPROVED, NEVER_SEEN, NOT_ASIDE, NEW_APART)
        .limit(bindparam("most_new", type_=Integer()))
        .subquery("unseen")
    )
    is_review = due.c.state == int(State.REVIEW)
    first_step = and_(due.c.state == int(State.LEARNING), due.c.step == 0)
    was_seen = due.c.reviewed >= bindparam("started", type_=MEMORY.c.due.type)
    return select(
        func.count().label("rows"),
        total(~is_review).label("learning"),
        total(first_step).label("first_steps"),
        func.count(case((is_review, due.c.which)).distinct()).label("reviews"),
        total(was_seen).label("seen"),
        select(func.count()).select_from(unseen).scalar_subquery().label("unseen"),
    ).select_from(due)


def total(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def due_query(*, learning: bool) -> Select[Any]:
    """The first few that are due; those in learning steps a little ahead of time.

    A review is due on a day: who has travelled since need not wait for its hour.
    """
    ahead = MEMORY.c.due <= bindparam("ahead", type_=MEMORY.c.due.type)
    in_time = ahead if learning else MEMORY.c.due < DAY_END
    of_kind = IS_LEARNING if learning else and_(~IS_LEARNING, REVIEW_APART)
    return (
        select(
            *(QUESTION.c.id, QUESTION.c.sibling, QUESTION.c.kind, QUESTION.c.labels),
            *(MEMORY.c.due, literal(learning).label("learning"), QUESTION.c.position),
        )
        .join_from(MEMORY, QUESTION, QUESTION.c.id == MEMORY.c.question_id)
        .where(MINE, APPROVED, of_kind, NOT_ASIDE, in_time)
        .order_by(MEMORY.c.due)
        .limit(FEW)
    )


def new_query() -> Select[Any]:
    """The first few that were never seen."""
    return (
        select(
            *(QUESTION.c.id, QUESTION.c.sibling, QUESTION.c.kind, QUESTION.c.labels),
            cast(null(), MEMORY.c.due.type).label("due"),
            *(literal(False).label("learning"), QUESTION.c.position),
        )
        .where(QUESTION.c.bank_id == IN_BANK, APPROVED, NEVER_SEEN, NOT_ASIDE, NEW_APART)
        .order_by(QUESTION.c.position)
        .limit(bindparam("few_new", type_=Integer()))
    )


SITUATION, LEFT = Prepared(situation_query()), Prepared(left_query())
NEXT = Prepared(
    union_all(
        select(due_query(learning=True).subquery("in_steps")),
        select(due_query(learning=False).subquery("to_review")),
        select(new_query().subquery("never_seen")),
    )
)


@dataclass(frozen=True, slots=True)
class Span:
    """A moment in a learner's day; `buries` tells that siblings wait for tomorrow."""

    now: datetime
    start: datetime
    end: datetime
    buries: bool = False

    def values(self, learner: Learner, bank_id: int) -> dict[str, Any]:
        return {
            "learner": learner.id,
            "bank": bank_id,
            "now": self.now,
            "day_start": self.start,
            "day_end": self.end,
            "buries": self.buries,
        }


@dataclass(frozen=True, slots=True)
class Situation:
    """A bank as its learner finds it on a day.

    `answers` were given in today's sitting, to `seen` questions; `begun` of them were
    new. `last` is the id of the last answer and its question.
    """

    bank: PractisedBank
    sitting_id: int | None
    started: datetime | None
    begun: int
    answers: int
    seen: int
    last: tuple[int, Candidate] | None


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a day: in learning steps, to review, never seen.

    `first_steps` of what is `learning` are on the first step, `seen` of it was answered
    before in this sitting. `is_more` tells that there is more than was counted.
    """

    learning: int
    first_steps: int
    reviews: int
    unseen: int
    seen: int
    is_more: bool

    @property
    def due(self) -> int:
        return self.learning + self.reviews


def find_situation(
    connection: Connection, learner: Learner, bank_id: int, day_start: datetime
) -> Situation:
    """Return the bank, if it is this learner's to practise, and their day so far.

    Raises:
        NotFound: it isn't, or it isn't there.
    """
    values = {"learner": learner.id, "bank": bank_id, "day_start": day_start}
    row = SITUATION.first(connection, values)
    if row is None or not may_practise(learner, row.is_public, row.owner_id, row.id):
        raise NotFound("bank")
    last = None
    if row.last_id is not None:
        question = Candidate(row.last_question, row.sibling, topic=topic_of(row))
        last = row.last_id, question
    bank = practised_bank(row.id, row, row.day)
    sitting = row.sitting_id, row.started
    return Situation(bank, *sitting, row.begun, row.answers, row.seen, last)


def count_left(
    connection: Connection,
    learner: Learner,
    bank_id: int,
    span: Span,
    started: datetime | None,
    most_new: int,
    most: int = MOST_COUNTED,
) -> Left:
    """Count what is left until the day ends: at most `most` due and `most_new` new."""
    limits = {"most_due": most + 1, "most_new": most_new, "started": started or span.end}
    row = LEFT.first(connection, span.values(learner, bank_id) | limits)
    counts = row.learning, row.first_steps, row.reviews, row.unseen, row.seen
    return Left(*counts, is_more=row.rows > most)


def candidates(
    connection: Connection,
    learner: Learner,
    bank_id: int,
    span: Span,
    *,
    with_new: bool = True,
) -> Iterator[Candidate]:
    """Yield the first few questions of each kind that may be asked now."""
    values = span.values(learner, bank_id)
    values |= {"ahead": span.now + LEARN_AHEAD, "few_new": FEW_NEW if with_new else 0}
    for row in NEXT.rows(connection, values):
        due = min(row.due, span.now) if row.due and not row.learning else row.due
        told = row.id, row.sibling, due, bool(row.learning), row.position
        yield Candidate(*told, topic=topic_of(row))


def due_today(
    connection: Connection, learner: Learner, bank_id: int, span: Span, most: int
) -> list[int]:
    """Return the questions due before the day ends, the longest due first."""
    query = (
        select(MEMORY.c.question_id, ONE_A_DAY.label("which"), IS_LEARNING.label("steps"))
        .join(QUESTION, QUESTION.c.id == MEMORY.c.question_id)
        .where(MINE, APPROVED, NOT_ASIDE, or_(IS_LEARNING, REVIEW_APART))
        .where(MEMORY.c.due < DAY_END)
        .order_by(MEMORY.c.due)
        .limit(most)
    )
    rows = connection.execute(query, span.values(learner, bank_id)).all()
    first = {row.which: row.question_id for row in reversed(rows) if not row.steps}
    return [r.question_id for r in rows if r.steps or first[r.which] == r.question_id]


def new_today(
    connection: Connection, learner: Learner, bank_id: int, span: Span, most: int
) -> list[int]:
    """Return the first questions that the learner hasn't met."""
    query = (
        select(QUESTION.c.id, ONE_A_DAY.label("which"))
        .where(QUESTION.c.bank_id == IN_BANK, APPROVED, NEVER_SEEN, NOT_ASIDE, NEW_APART)
        .order_by(QUESTION.c.position)
    )
    first: dict[str, int] = {}
    for row in connection.execute(query, span.values(learner, bank_id)):
        if len(first) == most:
            break
        first.setdefault(row.which, row.id)
    return list(first.values())
