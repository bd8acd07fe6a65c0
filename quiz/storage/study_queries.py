"""What other ways of studying read: mistakes, what fades before an exam, topics."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from sqlalchemy import Connection, and_, select

from quiz.core.exam import Countdown, fades, is_asked_early
from quiz.core.grading import Grade
from quiz.core.learner import Learner
from quiz.core.leeches import LEECH_FROM
from quiz.core.practice_queue import Candidate
from quiz.core.scheduling import Memory, State
from quiz.storage.memories import COLUMNS, memory_of
from quiz.storage.practice_queries import (
    APPROVED,
    IN_BANK,
    IS_LEARNING,
    LEARNER,
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

TOPICS = (
    select(QUESTION.c.kind, QUESTION.c.labels, MEMORY.c.state)
    .outerjoin_from(
        QUESTION,
        MEMORY,
        and_(MEMORY.c.question_id == QUESTION.c.id, MEMORY.c.learner_id == LEARNER),
    )
    .where(QUESTION.c.bank_id == IN_BANK, APPROVED)
    .order_by(QUESTION.c.position)
)
IN_MARGIN = (
    select(
        QUESTION.c.id,
        QUESTION.c.sibling,
        QUESTION.c.prompt,
        QUESTION.c.answer,
        MEMORY.c.state,
    )
    .outerjoin_from(
        QUESTION,
        MEMORY,
        and_(MEMORY.c.question_id == QUESTION.c.id, MEMORY.c.learner_id == LEARNER),
    )
    .where(QUESTION.c.bank_id == IN_BANK, APPROVED)
    .order_by(QUESTION.c.position)
)
LEECHES = (
    select(QUESTION.c.id, QUESTION.c.prompt, MEMORY.c.lapses)
    .join_from(MEMORY, QUESTION, QUESTION.c.id == MEMORY.c.question_id)
    .where(MINE, APPROVED, NOT_ASIDE, MEMORY.c.lapses >= LEECH_FROM)
    .order_by(MEMORY.c.lapses.desc(), QUESTION.c.position)
    .limit(20)
)
FEW_TIMES, USUAL_SECONDS = 20, 12.0


@dataclass(frozen=True, slots=True)
class Topic:
    """What some of a bank's questions are about; `name` is a tag or a kind of fact."""

    name: str
    questions: int
    learned: int


@dataclass(frozen=True, slots=True)
class MarginQuestion:
    """A question beside the text that proves it, which begins at `start`."""

    id: int
    start: int
    prompt: str
    answer: str
    is_begun: bool
    is_learned: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A question by its prompt; `lapses` is how often it was forgotten."""

    id: int
    prompt: str
    lapses: int = 0


def asked_of_article(
    connection: Connection, learner: Learner, bank_id: int, uid: str
) -> list[MarginQuestion]:
    """Return the approved questions whose evidence stands in an article, in its order."""
    values = {"learner": learner.id, "bank": bank_id}
    found = []
    for row in connection.execute(IN_MARGIN, values):
        article, colon, start = row.sibling.rpartition(":")
        if colon and article == uid:
            is_learned = row.state == int(State.REVIEW)
            told = row.id, int(start), row.prompt, row.answer
            found.append(MarginQuestion(*told, row.state is not None, is_learned))
    return sorted(found, key=lambda question: question.start)


def count_topics(connection: Connection, learner: Learner, bank_id: int) -> list[Topic]:
    """Return the topics of a bank, those with the most questions first."""
    counts: dict[str, list[int]] = {}
    values = {"learner": learner.id, "bank": bank_id}
    for row in connection.execute(TOPICS, values):
        count = counts.setdefault(topic_of(row), [0, 0])
        count[0] += 1
        count[1] += row.state == int(State.REVIEW)
    topics = (Topic(name, all, learned) for name, (all, learned) in counts.items())
    return sorted(topics, key=lambda topic: -topic.questions)


def find_leeches(
    connection: Connection, learner: Learner, bank_id: int, now: datetime
) -> list[Named]:
    """Return what is forgotten again and again, the worst first."""
    values = {"learner": learner.id, "bank": bank_id, "now": now}
    return [Named(*row) for row in connection.execute(LEECHES, values)]


def name_questions(connection: Connection, ids: Collection[int]) -> list[Named]:
    query = select(QUESTION.c.id, QUESTION.c.prompt).where(QUESTION.c.id.in_(ids))
    return [Named(*row) for row in connection.execute(query.order_by(QUESTION.c.position))]


def all_memories(connection: Connection, learner: Learner) -> list[Memory]:
    """Return what the learner knows in all banks."""
    query = (
        select(*COLUMNS)
        .join_from(MEMORY, QUESTION, QUESTION.c.id == MEMORY.c.question_id)
        .where(MEMORY.c.learner_id == learner.id, APPROVED)
    )
    found = (memory_of(row) for row in connection.execute(query))
    return [memory for memory in found if memory]


def seconds_per_answer(connection: Connection, learner: Learner) -> float:
    """Return what an answer takes this learner; a usual time until that is known."""
    query = (
        select(REVIEW.c.seconds)
        .where(REVIEW.c.learner_id == learner.id, REVIEW.c.seconds < 60)
        .order_by(REVIEW.c.id.desc())
        .limit(200)
    )
    times = [seconds for (seconds,) in connection.execute(query)]
    return median(times) + 2 if len(times) >= FEW_TIMES else USUAL_SECONDS


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
