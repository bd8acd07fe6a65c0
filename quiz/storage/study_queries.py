"""What other ways of studying read: mistakes, what fades before an exam, topics."""

from datetime import datetime

from sqlalchemy import Connection, and_, select

from quiz.core.exam import Countdown, fades, is_asked_early
from quiz.core.grading import Grade
from quiz.core.learner import Learner
from quiz.core.practice_queue import Candidate
from quiz.storage.memories import COLUMNS, memory_of
from quiz.storage.practice_queries import (
    APPROVED,
    IS_LEARNING,
    MEMORY,
    MINE,
    NOT_ASIDE,
    QUESTION,
    REVIEW,
    topic_of,
)

NAMES = (QUESTION.c.id, QUESTION.c.sibling, QUESTION.c.kind, QUESTION.c.labels)
IS_LAST = and_(
    REVIEW.c.learner_id == MEMORY.c.learner_id,
    REVIEW.c.question_id == MEMORY.c.question_id,
    REVIEW.c.reps == MEMORY.c.reps - 1,
    REVIEW.c.voided.is_(None),
)
MISTAKES = (
    select(*NAMES, MEMORY.c.reviewed)
    .join_from(MEMORY, QUESTION, QUESTION.c.id == MEMORY.c.question_id)
    .join(REVIEW, IS_LAST)
    .where(MINE, APPROVED, NOT_ASIDE, REVIEW.c.grade != Grade.RIGHT.value)
)
SETTLED = (
    select(*NAMES, *COLUMNS)
    .join_from(MEMORY, QUESTION, QUESTION.c.id == MEMORY.c.question_id)
    .where(MINE, APPROVED, NOT_ASIDE, ~IS_LEARNING)
)


def find_mistakes(
    connection: Connection, learner: Learner, bank_id: int, now: datetime
) -> list[Candidate]:
    """Return the questions that were not right when they were answered last.

    They count as due since then: the oldest mistake comes first.
    """
    values = {"learner": learner.id, "bank": bank_id, "now": now}
    return [
        Candidate(row.id, row.sibling, min(row.reviewed, now), topic=topic_of(row))
        for row in connection.execute(MISTAKES, values)
    ]


def find_fading(
    connection: Connection,
    learner: Learner,
    bank_id: int,
    countdown: Countdown,
    now: datetime,
    due_after: datetime,
) -> list[Candidate]:
    """Return the questions that are due only after a moment but asked now for an exam."""
    values = {"learner": learner.id, "bank": bank_id, "now": now}
    found = []
    for row in connection.execute(SETTLED, values):
        memory = memory_of(row)
        if memory is None or memory.due <= due_after:
            continue
        if is_asked_early(memory, countdown, now):
            at = min(fades(memory), now)
            found.append(Candidate(row.id, row.sibling, at, topic=topic_of(row)))
    return found
