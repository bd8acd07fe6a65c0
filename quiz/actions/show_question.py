"""A learner sees the next question of a bank."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine

from quiz.core.asking import Asked, ask, choose_form
from quiz.core.learner import Learner
from quiz.core.practice_queue import choose_next, new_left_today
from quiz.core.questions import Form
from quiz.core.scheduling import Memory, Rating, day_number, day_start, preview, review
from quiz.storage.practice_queries import (
    PractisedBank,
    Progress,
    Standing,
    begun_since,
    candidates,
    find_practised_bank,
    find_standing,
    last_asked,
    measure_progress,
)
from quiz.storage.reviews import Sitting, find_sitting


@dataclass(frozen=True, slots=True)
class Turn:
    """A question to be answered now, with what its page shows around it.

    `undoable` is the id of the answer before, if there is one in this sitting;
    `choices` tell what each rating of a card leads to.
    """

    bank: PractisedBank
    standing: Standing
    asked: Asked
    progress: Progress
    undoable: int | None
    choices: Mapping[Rating, Memory]


@dataclass(frozen=True, slots=True)
class Day:
    """A learner's day in one bank, as far as its sitting and limits go."""

    start: datetime
    end: datetime
    sitting: Sitting | None
    new_left: int


def next_question(
    engine: Engine,
    learner: Learner,
    bank_id: int,
    now: datetime,
    seed: str,
    wanted: int | None = None,
) -> Turn | None:
    """Return the question to ask at `now` (UTC), or None when the day's work is done.

    The same `seed` shows it in the same way. `wanted` comes first if it may be asked:
    an answer was taken back.

    Raises:
        NotFound: the bank isn't there or isn't this learner's.
    """
    with engine.connect() as connection:
        bank = find_practised_bank(connection, learner, bank_id)
        day = find_day(connection, learner, bank, now)
        last = last_asked(connection, day.sitting.id) if day.sitting else None
        standing = wanted_question(connection, learner, bank_id, wanted)
        if standing is None:
            found = list(candidates(connection, learner, bank_id, now))
            chosen = choose_next(found, now, day.new_left, last[1] if last else None)
            if chosen is None:
                return None
            standing = find_standing(connection, learner, chosen.question)
        progress = progress_of(connection, learner, bank_id, day)
    asked = asked_this_time(standing, seed)
    choices: Mapping[Rating, Memory] = {}
    if asked.form is Form.CARD:
        choices = every_rating(standing, learner.zone, standing.memory, now, seed)
    return Turn(bank, standing, asked, progress, last[0] if last else None, choices)


def find_day(
    connection: Connection, learner: Learner, bank: PractisedBank, now: datetime
) -> Day:
    number = day_number(now, learner.zone)
    start, end = day_start(number, learner.zone), day_start(number + 1, learner.zone)
    if learner.id is None:
        return Day(start, end, None, bank.new_a_day)
    begun = begun_since(connection, learner, bank.id, start)
    sitting = find_sitting(connection, learner.id, bank.id, start)
    return Day(start, end, sitting, new_left_today(bank.new_a_day, begun))


def wanted_question(
    connection: Connection, learner: Learner, bank_id: int, wanted: int | None
) -> Standing | None:
    if wanted is None:
        return None
    standing = find_standing(connection, learner, wanted)
    return standing if standing.is_approved and standing.bank.id == bank_id else None


def progress_of(
    connection: Connection, learner: Learner, bank_id: int, day: Day
) -> Progress:
    sitting = (day.sitting.id, day.sitting.started) if day.sitting else None
    return measure_progress(connection, learner, bank_id, sitting, day.end, day.new_left)


def asked_this_time(standing: Standing, seed: str) -> Asked:
    """Show the question in the form and order that belong to this repetition."""
    own = turn_seed(standing.question.id, standing.reps, seed)
    form = choose_form(standing.question, standing.memory, own)
    return ask(standing.question, form, own)


def reviewed(
    standing: Standing,
    zone: ZoneInfo,
    memory: Memory | None,
    rating: Rating,
    now: datetime,
    seed: str,
) -> Memory:
    """Return what a rating leads to; the same `seed` fuzzes in the same way."""
    own = turn_seed(standing.question.id, memory.reps if memory else 0, seed)
    bank = standing.bank
    return review(memory, rating, now, zone, bank.retention, own, bank.parameters)


def every_rating(
    standing: Standing, zone: ZoneInfo, memory: Memory | None, now: datetime, seed: str
) -> Mapping[Rating, Memory]:
    """Return what each rating leads to, for the buttons."""
    own = turn_seed(standing.question.id, memory.reps if memory else 0, seed)
    bank = standing.bank
    return preview(memory, now, zone, bank.retention, own, bank.parameters)


def turn_seed(question: str, reps: int, seed: str) -> str:
    return f"{seed} {question} {reps}"
