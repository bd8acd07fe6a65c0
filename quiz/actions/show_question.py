"""A learner sees the next question of a bank."""

from collections.abc import Mapping
from dataclasses import dataclass
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
from quiz.storage.day_queries import candidates
from quiz.storage.practice_queries import (
    PractisedBank,
    Progress,
    Standing,
    find_standing,
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
        day = find_day(connection, learner, bank_id, now)
        standing = wanted_question(connection, learner, bank_id, wanted)
        if standing is None:
            found = questions_on(way, connection, learner, day)
            chosen = choose_next(found, now, day.allowed, day.last)
            if chosen is None:
                return None
            standing = find_standing(connection, learner, chosen.question)
        progress = progress_of(connection, learner, day, way)
    own = turn_seed(standing.question.id, standing.reps, seed)
    form = choose_form(standing.question, standing.memory, own)
    asked = ask(standing.question, form, own)
    choices: Mapping[Rating, Memory] = {}
    if form is Form.CARD:
        choices = every_rating(standing, learner.zone, standing.memory, now, seed)
    undoable = day.so_far.last[0] if day.so_far.last else None
    hint = hint_for(asked, own)
    return Turn(day.bank, standing, asked, progress, undoable, choices, hint)


def questions_on(
    way: Way, connection: Connection, learner: Learner, day: Day
) -> list[Candidate]:
    """Return what may be asked in this way of studying."""
    bank_id, now = day.bank.id, day.span.now
    if way is Way.MISTAKES:
        return find_mistakes(connection, learner, bank_id, now)
    found = list(candidates(connection, learner, bank_id, day.span, with_new=day.new > 0))
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
    connection: Connection, learner: Learner, day: Day, way: Way = Way.SPACED
) -> Progress:
    """Tell how far the sitting is, and what is left of the day."""
    bank_id, now = day.bank.id, day.span.now
    if way is Way.MISTAKES:
        mistakes = len(find_mistakes(connection, learner, bank_id, now))
        return Progress(0, mistakes, 0, mistakes)
    early = 0
    if day.countdown:
        told = day.countdown, now, day.span.end
        early = len(find_fading(connection, learner, bank_id, *told))
    left, done = day.left, day.so_far
    due = left.due - day.waiting + early
    return Progress(
        seen=done.seen,
        questions=done.seen + due - left.seen + day.new,
        answers=done.answers,
        all_answers=done.answers + due + left.first_steps + 2 * day.new,
        is_more=left.is_more,
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
