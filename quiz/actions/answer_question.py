"""A learner answers a question, and it is scheduled again.

Everything is read and computed first; then one short transaction writes it. The same
answer sent twice counts once: the memory must still have the number of answers that
the question's page was made with.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from quiz.actions.show_question import reviewed, turn_seed
from quiz.core.asking import Asked, ask, grade_asked
from quiz.core.grading import Grade
from quiz.core.learner import Learner
from quiz.core.pace import pace_of, rating_for
from quiz.core.questions import Form
from quiz.core.scheduling import Memory, Rating, day_number, day_start
from quiz.storage.engine import lock_for_writing
from quiz.storage.memories import add_memory, change_memory
from quiz.storage.people import add_learner
from quiz.storage.practice_queries import Standing, find_standing
from quiz.storage.reviews import (
    Review,
    add_review,
    begin_sitting,
    find_review,
    standing_review,
)

LONGEST_GIVEN = 1000  # characters
RATINGS = {rating.name.lower(): rating for rating in Rating}


@dataclass(frozen=True, slots=True)
class Given:
    """What a learner sent. `reps` and `seed` are those of the page that asked.

    A card is answered with the name of a rating, such as "again" or "good". `seconds`
    passed since the question was shown, None where that is not known.
    """

    question_id: int
    reps: int
    form: Form
    text: str
    seed: str
    hinted: bool = False
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """The learner, who may be new, and the review that counts; None if none does.

    `is_other` tells that the review is of another answer, which came before.
    """

    learner_id: int | None
    bank_id: int
    review_id: int | None
    is_other: bool = False


def answer_question(
    engine: Engine, learner: Learner, given: Given, now: datetime
) -> Answered:
    """Grade the answer, log it and set the next due date, in one transaction.

    `now` is in UTC. An answer to a question that was retired meanwhile doesn't count.

    Raises:
        NotFound: the question isn't there or isn't this learner's.
    """
    with engine.connect() as connection:  # a Session would take half of the time
        today = day_start(day_number(now, learner.zone), learner.zone)
        standing = find_standing(connection, learner, given.question_id, today)
        if not standing.bank.knows_learner:  # a new one, or the database was replaced
            learner = replace(learner, id=None)
        known = earlier_answer(connection, learner, standing, given)
        is_other = known is not None and is_another(connection, known, given.text)
        connection.rollback()  # the lock is taken only now that all has been read
        if known is not None or not standing.is_approved or standing.reps != given.reps:
            return Answered(learner.id, standing.bank.id, known, is_other)
        made = make_review(standing, learner, given, now)
        return write_once(connection, learner, standing, made)


def write_once(
    connection: Connection, learner: Learner, standing: Standing, made: Review
) -> Answered:
    """Write the answer, or return what a second tap stored at the same moment."""
    lock_for_writing(connection)
    try:
        answered = write_answer(connection, learner, standing, made)
    except IntegrityError:
        answered = None
    if answered is not None:
        connection.commit()
        return answered
    connection.rollback()
    found = standing_review(connection, made.learner_id, made.question_id, made.reps)
    is_other = found is not None and is_another(connection, found, made.given)
    return Answered(learner.id, standing.bank.id, found, is_other)


def is_another(connection: Connection, review_id: int, text: str) -> bool:
    """Tell whether the review is not a second tap's but of another text."""
    review = find_review(connection, review_id)
    return review is not None and review.given != text[:LONGEST_GIVEN]


def earlier_answer(
    connection: Connection, learner: Learner, standing: Standing, given: Given
) -> int | None:
    if learner.id is None or standing.reps == given.reps:
        return None
    return standing_review(connection, learner.id, given.question_id, given.reps)


def make_review(
    standing: Standing, learner: Learner, given: Given, now: datetime
) -> Review:
    asked = ask(
        standing.question,
        given.form,
        turn_seed(standing.question.id, given.reps, given.seed),
    )
    text = given.text[:LONGEST_GIVEN]
    grade = grade_asked(asked, text, standing.bank.language).grade
    rating = rating_of(asked, given, grade, standing.memory)
    return Review(
        learner_id=learner.id or 0,
        question_id=standing.question_id,
        sitting_id=standing.sitting_id or 0,
        reps=given.reps,
        at=now,
        form=given.form,
        given=text,
        grade=grade,
        rating=rating,
        before=standing.memory,
        after=reviewed(standing, learner.zone, standing.memory, rating, now, given.seed),
        hinted=given.hinted,
        seconds=given.seconds,
    )


def rating_of(asked: Asked, given: Given, grade: Grade, memory: Memory | None) -> Rating:
    """Return the rating that the answer speaks for; a card's is the learner's own."""
    if given.form is Form.CARD:
        return RATINGS.get(given.text, Rating.AGAIN)
    pace = pace_of(asked, given.seconds, memory)
    return rating_for(grade, hinted=given.hinted, pace=pace)


def write_answer(
    connection: Connection, learner: Learner, standing: Standing, made: Review
) -> Answered | None:
    """Write the answer; None if another one came first."""
    if learner.id is None:
        person = add_learner(connection, made.at, learner.zone.key)
        made = replace(made, learner_id=person)
    if not write_memory(connection, standing, made):
        return None
    if not made.sitting_id:
        sitting = begin_sitting(connection, made.learner_id, standing.bank.id, made.at)
        made = replace(made, sitting_id=sitting)
    review_id = add_review(connection, made)
    return Answered(made.learner_id, standing.bank.id, review_id)


def write_memory(connection: Connection, standing: Standing, made: Review) -> bool:
    if made.before is None:
        bank_id, question_id = standing.bank.id, made.question_id
        add_memory(connection, made.learner_id, question_id, bank_id, made.after)
        return True
    return change_memory(
        connection, made.learner_id, made.question_id, made.reps, made.after
    )
