"""A learner sees the next question of a bank."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine

from quiz.actions.plan_day import Day, find_day
from quiz.core.asking import Asked, ask, choose_form
from quiz.core.hints import Hint, hint_for
from quiz.core.learner import Learner
from quiz.core.practice_queue import Candidate, choose_next
from quiz.core.questions import Form
from quiz.core.scheduling import Memory, Rating, preview, review
from quiz.storage.practice_queries import (
    PractisedBank,
    Progress,
    Standing,
    candidates,
    find_practised_bank,
    find_standing,
    last_asked,
    measure_progress,
)
from quiz.storage.study_queries import find_fading, find_mistakes


class Way(StrEnum):
    """How a learner goes through a bank."""

    SPACED = "spaced"
    MISTAKES = "mistakes"  # only what was not right when it was answered last


@dataclass(frozen=True, slots=True)
class Turn:
    """A question to be answered now, with what its page shows around it.

    `undoable` is the id of the answer before, if there is one in this sitting;
    `choices` tell what each rating of a card leads to; `hint` is None where the form
    allows none.
    """

    bank: PractisedBank
    standing: Standing
    asked: Asked
    progress: Progress
    undoable: int | None
    choices: Mapping[Rating, Memory]
    hint: Hint | None


def next_question(
    engine: Engine,
    learner: Learner,
    bank_id: int,
    now: datetime,
    seed: str,
    wanted: int | None = None,
    way: Way = Way.SPACED,
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
            found = questions_on(way, connection, learner, bank_id, now, day)
            chosen = choose_next(found, now, day.allowed, last[1] if last else None)
            if chosen is None:
                return None
            standing = find_standing(connection, learner, chosen.question)
        progress = progress_of(connection, learner, bank_id, day, now, way)
    own = turn_seed(standing.question.id, standing.reps, seed)
    form = choose_form(standing.question, standing.memory, own)
    asked = ask(standing.question, form, own)
    choices: Mapping[Rating, Memory] = {}
    if form is Form.CARD:
        choices = every_rating(standing, learner.zone, standing.memory, now, seed)
    undoable = last[0] if last else None
    hint = hint_for(asked, own)
    return Turn(bank, standing, asked, progress, undoable, choices, hint)


def questions_on(
    way: Way,
    connection: Connection,
    learner: Learner,
    bank_id: int,
    now: datetime,
    day: Day,
) -> list[Candidate]:
    """Return what may be asked in this way of studying."""
    if way is Way.MISTAKES:
        return find_mistakes(connection, learner, bank_id, now)
    with_new = day.allowed.new > 0
    found = list(candidates(connection, learner, bank_id, now, with_new=with_new))
    if day.countdown:
        found += find_fading(connection, learner, bank_id, day.countdown, now, now)
    return found


def wanted_question(
    connection: Connection, learner: Learner, bank_id: int, wanted: int | None
) -> Standing | None:
    if wanted is None:
        return None
    standing = find_standing(connection, learner, wanted)
    return standing if standing.is_approved and standing.bank.id == bank_id else None


def progress_of(
    connection: Connection,
    learner: Learner,
    bank_id: int,
    day: Day,
    now: datetime,
    way: Way = Way.SPACED,
) -> Progress:
    if way is Way.MISTAKES:
        left = len(find_mistakes(connection, learner, bank_id, now))
        return Progress(0, left, 0, left)
    started = day.sitting.started if day.sitting else day.end
    how = (day.done, started, now, day.end, day.allowed)
    progress = measure_progress(connection, learner, bank_id, *how)
    if not day.countdown:
        return progress
    early = len(find_fading(connection, learner, bank_id, day.countdown, now, day.end))
    return replace(
        progress,
        questions=progress.questions + early,
        all_answers=progress.all_answers + early,
    )


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
