"""Two devices' records become one: every answer finds its place by its time.

The log is never changed: an answer that something else now precedes is voided, and one
with the same time, words and rating takes its place.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Engine

from quiz.core.learner import Learner
from quiz.core.problems import Problem
from quiz.core.replay import Schedule, Step, replay
from quiz.storage.engine import lock_for_writing
from quiz.storage.progress_reports import count_answers, find_memory_settings
from quiz.storage.records import (
    empty_person,
    find_memory_bank,
    find_person,
    forget_record,
    hand_over,
    put_memory,
    questions_of_both,
    standing_log,
)
from quiz.storage.reviews import Review, add_review, void_review

JOINED_SEED = "joined"  # fuzz must not depend on which device was first


def may_join(engine: Engine, person_id: int, other_id: int | None) -> int:
    """Return how many answers of the other record would come along; 0 if none may."""
    if other_id is None or other_id == person_id:
        return 0
    with engine.connect() as connection:
        other = find_person(connection, other_id)
        if other is None or other.is_owner or other.moved_to is not None:
            return 0
        return count_answers(connection, other_id)


def follow_record(engine: Engine, learner: Learner, now: datetime) -> int | None:
    """Return whose record this learner's cookie leads to now.

    What was answered under the old number since it was joined comes along.
    """
    if learner.id is None:
        return None
    with engine.connect() as connection:
        person = find_person(connection, learner.id)
        if person is None or person.moved_to is None:
            return learner.id
        left = count_answers(connection, learner.id)
    if left:
        join_records(engine, replace(learner, id=person.moved_to), learner.id, now)
    return person.moved_to


def join_records(engine: Engine, learner: Learner, other_id: int, now: datetime) -> None:
    """Let `learner` have all that the other record holds; that one leads here from now.

    Raises:
        Problem: the other record can't go into this one.
    """
    with engine.connect() as connection:
        lock_for_writing(connection)
        person_id = learner.id or 0
        person, other = (find_person(connection, id) for id in (person_id, other_id))
        if person is None or other is None or person_id == other_id:
            raise Problem("These records can't be joined.")
        if other.is_owner or other.moved_to not in {None, person_id} or person.moved_to:
            raise Problem("These records can't be joined.")
        for question_id in questions_of_both(connection, person_id, other_id):
            join_question(connection, learner, other_id, question_id, now)
        hand_over(connection, other_id, person_id)
        forget_record(connection, other_id, keep_way_in=False)
        empty_person(connection, other_id, now, moved_to=person_id)
        connection.commit()


def join_question(
    connection: Connection, learner: Learner, other_id: int, question_id: int, now: datetime
) -> None:
    person_id = learner.id or 0
    log = standing_log(connection, [person_id, other_id], question_id)
    if log:
        rebuild(connection, learner, question_id, log, now)


def rebuild(
    connection: Connection,
    learner: Learner,
    question_id: int,
    log: Sequence[Review],
    now: datetime,
) -> list[int]:
    """Make the learner's log of a question be `log`, and the memory what it leads to.

    `log` is in order of time; what isn't the learner's yet has another `learner_id`,
    what isn't stored yet has no id. Return the ids of the reviews that now count.
    """
    person_id = learner.id or 0
    schedule = schedule_of(connection, learner, question_id)
    start = next((each.before for each in log if each.id), None)
    steps = [
        Step(each.at, each.rating, each.before, each.after, is_new(each, person_id))
        for each in log
    ]
    replayed, ids = replay(steps, start, schedule), []
    for each, (before, after) in zip(log, replayed, strict=True):
        reps = before.reps if before else 0
        moved = replace(each, learner_id=person_id, reps=reps, before=before, after=after)
        stays = moved == each and bool(each.id)
        ids.append(each.id if stays else put_instead(connection, moved, now))
    put_memory(connection, person_id, question_id, replayed[-1][1], log[0].at)
    return ids


def schedule_of(connection: Connection, learner: Learner, question_id: int) -> Schedule:
    settings = find_memory_settings(connection, learner.id or 0)
    _, question = find_memory_bank(connection, question_id)
    retention, own = settings.retention, settings.parameters
    return Schedule(learner.zone, retention, own, f"{JOINED_SEED} {question}")


def is_new(review: Review, person_id: int) -> bool:
    return not review.id or review.learner_id != person_id


def put_instead(connection: Connection, moved: Review, now: datetime) -> int:
    """Void the review that `moved` was and add it as it is now."""
    if moved.id:
        void_review(connection, moved.id, now)
        moved = replace(moved, sent_id=None)  # the voided one keeps it
    return add_review(connection, moved)
