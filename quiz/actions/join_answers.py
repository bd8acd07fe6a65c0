"""Answers that were given without a network join the log, in order of their time.

Each has an id of the device's own: sent twice, it counts once. Arrived in any order,
they end the same, because each finds its place by its time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from quiz.actions.answer_question import LONGEST_GIVEN, Given, make_review
from quiz.actions.join_records import rebuild
from quiz.actions.overrule_answer import may_dispute
from quiz.core.grading import Grade
from quiz.core.learner import Learner
from quiz.core.scheduling import Rating, day_number, day_start
from quiz.storage.banks import NotFound
from quiz.storage.engine import lock_for_writing
from quiz.storage.people import add_learner
from quiz.storage.practice_queries import Standing, find_standing
from quiz.storage.records import find_sent, sitting_between, standing_log
from quiz.storage.reviews import Review, begin_sitting

LONGEST_ID = 64  # characters
SAME_WITHIN = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer as a device kept it: when it was given (UTC), and what was said of it.

    `rating` is the learner's own, where one was chosen; `disputed`: I was right.
    """

    id: str
    at: datetime
    given: Given
    rating: Rating | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of it; `grade` is None where it doesn't count: its question is gone."""

    id: str
    learner_id: int | None
    grade: Grade | None


def join_answer(engine: Engine, learner: Learner, sent: Sent, now: datetime) -> Joined:
    """Put the answer into the log, in one transaction; once, however often it is sent."""
    try:
        return write_sent(engine, learner, sent, now)
    except IntegrityError:  # the same one, at the same moment
        return write_sent(engine, learner, sent, now)


def write_sent(engine: Engine, learner: Learner, sent: Sent, now: datetime) -> Joined:
    at = min(sent.at, now)  # a device's clock may be ahead
    with engine.connect() as connection:
        lock_for_writing(connection)
        try:
            standing = find_standing(connection, learner, sent.given.question_id)
        except NotFound:
            return Joined(sent.id, learner.id, None)
        if not standing.bank.knows_learner:
            learner = replace(learner, id=None)
        known = find_sent(connection, learner.id, sent.id)
        if known is not None:
            return Joined(sent.id, learner.id, known)
        log = standing_log(connection, [learner.id or 0], standing.question_id)
        if (there := arrived_before(log, sent)) is not None:
            return Joined(sent.id, learner.id, there.grade)
        if not standing.is_approved:
            return Joined(sent.id, learner.id, None)
        if learner.id is None:
            learner = replace(learner, id=add_learner(connection, at, learner.zone.key))
        made = as_told(make_review(standing, learner, sent.given, at), sent)
        made = in_sitting(connection, learner, standing, made)
        whole = sorted([*log, made], key=lambda each: each.at)
        rebuild(connection, learner, made.question_id, whole, now)
        connection.commit()
    return Joined(sent.id, learner.id, made.grade)


def arrived_before(log: Sequence[Review], sent: Sent) -> Review | None:
    """Return the same answer where it came by itself, and only its feedback was lost."""
    given = sent.given
    for each in log:
        is_same = each.reps == given.reps and each.given == given.text[:LONGEST_GIVEN]
        if is_same and each.sent_id is None and abs(each.at - sent.at) < SAME_WITHIN:
            return each
    return None


def as_told(made: Review, sent: Sent) -> Review:
    """Return the review as the learner wanted it to count."""
    made = replace(made, sent_id=sent.id)
    if sent.disputed and may_dispute(made):
        return replace(made, grade=Grade.RIGHT, rating=Rating.GOOD, disputed=True)
    return replace(made, rating=sent.rating) if sent.rating else made


def in_sitting(
    connection: Connection, learner: Learner, standing: Standing, made: Review
) -> Review:
    """Let the review belong to the sitting of its own day."""
    number = day_number(made.at, learner.zone)
    start, end = (day_start(day, learner.zone) for day in (number, number + 1))
    bank_id = standing.bank.id
    found = sitting_between(connection, made.learner_id, bank_id, start, end)
    if found is None:
        found = begin_sitting(connection, made.learner_id, bank_id, made.at)
    return replace(made, sitting_id=found)
