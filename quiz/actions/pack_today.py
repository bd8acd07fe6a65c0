"""Today's questions are packed to be carried along, with what their answers lead to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine

from quiz.actions.join_records import JOINED_SEED
from quiz.actions.plan_day import find_day
from quiz.actions.plan_today import of_today
from quiz.actions.show_question import Turn, every_rating, next_question
from quiz.core.learner import Learner
from quiz.core.scheduling import LEARNING_STEPS, Memory, Rating, State
from quiz.storage.day_queries import due_today, new_today
from quiz.storage.practice_reports import Source, count_banks, find_source

MOST_PACKED = 60  # questions; more than anyone answers in a tunnel


@dataclass(frozen=True, slots=True)
class Packed:
    """A question to be asked without a network.

    `choices` is what each rating leads to, `tries` how many right answers it takes
    until it is done for today.
    """

    turn: Turn
    source: Source | None
    choices: Mapping[Rating, Memory]
    tries: int


def pack_today(
    engine: Engine, learner: Learner, now: datetime, seed: str, reads: str = ""
) -> tuple[Packed, ...]:
    """Return what is to be asked today, due ones first, at most MOST_PACKED.

    As on the first page, a bank not begun waits if it isn't in the language `reads`.
    """
    with engine.connect() as connection:
        wanted = list(wanted_today(connection, learner, now, reads))[:MOST_PACKED]
    packed = []
    for bank_id, question_id in wanted:
        turn = next_question(engine, learner, bank_id, now, seed, question_id)
        if turn is not None and turn.standing.question_id == question_id:
            packed.append(pack(engine, learner, turn, now))
    return tuple(packed)


def wanted_today(
    connection: Connection, learner: Learner, now: datetime, reads: str
) -> Iterator[tuple[int, int]]:
    """Yield (bank, question): all that is due until the day ends, then what is new."""
    new: list[tuple[int, int]] = []
    for counts in of_today(count_banks(connection, learner, now, now), reads):
        day = find_day(connection, learner, counts.id, now)
        told = connection, learner, counts.id, day.span
        if learner.id is not None:
            for question in due_today(*told, MOST_PACKED):
                yield counts.id, question
        unseen = new_today(*told, min(day.allowed.new, MOST_PACKED))
        new += [(counts.id, question) for question in unseen]
    yield from new


def pack(engine: Engine, learner: Learner, turn: Turn, now: datetime) -> Packed:
    standing = turn.standing
    with engine.connect() as connection:
        source = find_source(connection, turn.bank.id, standing.question.evidence)
    choices = every_rating(standing, learner.zone, standing.memory, now, JOINED_SEED)
    return Packed(turn, source, choices, tries_for(standing.memory))


def tries_for(memory: Memory | None) -> int:
    if memory is None:
        return len(LEARNING_STEPS)
    if memory.state is State.LEARNING:
        return max(len(LEARNING_STEPS) - memory.step, 1)
    return 1
