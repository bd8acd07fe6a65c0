"""A learner's answers in Anki join those given here, each once and in the order of time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import BinaryIO

from sqlalchemy import Connection, Engine

from quiz.actions.join_records import put_instead
from quiz.anki.collection import Card, Queue
from quiz.anki.collection_reader import CollectionReader
from quiz.anki.log_history import (
    CardHistory,
    histories_of,
    memory_of_card,
    where_anki_stopped,
)
from quiz.anki.package_reader import open_package
from quiz.anki.question_ids import possible_ids
from quiz.core.history import Rated, rebuild, since
from quiz.core.learner import Learner
from quiz.core.problems import Problem
from quiz.core.scheduling import Memory, day_number, day_start
from quiz.storage.engine import lock_for_writing
from quiz.storage.joined_reviews import (
    Joining,
    Known,
    Logged,
    SittingsByDay,
    find_known,
    find_logged,
    is_known,
    join_answers,
    let_teachers_count,
    put_memory,
)
from quiz.storage.memories import forget_memory
from quiz.storage.people import add_learner
from quiz.storage.progress_reports import MemorySettings, find_memory_settings
from quiz.storage.records import standing_log
from quiz.storage.reviews import void_review
from quiz.storage.wishes import set_aside

CARDS_AT_ONCE = 200  # in one transaction: others answer between two of them
# An answer that went to Anki comes back with its time to the second or so.
SAME_ANSWER = timedelta(seconds=2)


@dataclass(slots=True)
class Joined:
    """What came of it: questions that were found here, answers added and known already.

    `forgotten` questions were made new again in Anki, and so they are here.
    """

    learner_id: int | None
    questions: int = 0
    added: int = 0
    known: int = 0
    forgotten: int = 0
    banks: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Joiner:
    """What joining needs at every question."""

    connection: Connection
    collection: CollectionReader
    learner: Learner
    learner_id: int
    settings: MemorySettings
    sittings: SittingsByDay
    now: datetime


def join_reviews(
    engine: Engine, learner: Learner, file: BinaryIO, shared: bool, now: datetime
) -> Joined:
    """Take the answers out of an .apkg or .colpkg whose questions are here.

    `shared` tells that teachers may count them.

    Raises:
        Problem: the file can't be read, or none of its cards belongs here.
    """
    with open_package(file) as package:
        joined = join_collection(engine, learner, package.collection, now)
    if not joined.questions:
        raise Problem(
            "None of the answered cards in this file belongs to a bank here. "
            "Export the deck from Anki with “Include scheduling information” on."
        )
    if joined.learner_id is not None:
        with engine.begin() as connection:
            let_teachers_count(connection, joined.learner_id, shared)
    return joined


def join_collection(
    engine: Engine, learner: Learner, collection: CollectionReader, now: datetime
) -> Joined:
    """Join what was answered in the collection; the same again changes nothing.

    A few questions are one transaction. If it stops between two, the next time does
    the rest.
    """
    guids = {note.id: note.guid for note in collection.notes()}
    joined = Joined(learner.id)
    for histories in in_groups(histories_of(collection), CARDS_AT_ONCE):
        with engine.connect() as connection:
            lock_for_writing(connection)
            cards = cards_here(
                connection, replace(learner, id=joined.learner_id), histories, guids
            )
            if cards:
                join_cards(connection, learner, collection, cards, joined, now)
            connection.commit()
    return joined


def in_groups(
    histories: Iterable[CardHistory], size: int
) -> Iterator[Sequence[CardHistory]]:
    remaining = iter(histories)
    while group := tuple(islice(remaining, size)):
        yield group


def cards_here(
    connection: Connection,
    learner: Learner,
    histories: Sequence[CardHistory],
    guids: dict[int, str],
) -> list[tuple[Known, CardHistory]]:
    """Return the cards whose questions are here and this learner's to practise."""
    ids = [
        possible_ids(guids.get(each.card.note_id, ""), each.card.ordinal)
        for each in histories
    ]
    found = find_known(connection, learner, {uid for pair in ids for uid in pair})
    here: dict[int, tuple[Known, CardHistory]] = {}
    for history, pair in zip(histories, ids, strict=True):
        known = next((found[uid] for uid in pair if uid in found), None)
        if known is not None:
            _, other = here.get(known.question_id, (known, history))
            here[known.question_id] = known, both(other, history)
    return list(here.values())


def both(one: CardHistory, other: CardHistory) -> CardHistory:
    """Return the history of a question with two cards; that of the last answer counts."""
    if one is other:
        return one
    answers = sorted([*one.answers, *other.answers], key=lambda answer: answer.at)
    last = max(one, other, key=lambda each: each.answers[-1:] == tuple(answers[-1:]))
    first = one if one.answers[:1] == tuple(answers[:1]) else other
    return CardHistory(last.card, tuple(answers), first.start, last.forgotten)


def join_cards(
    connection: Connection,
    learner: Learner,
    collection: CollectionReader,
    cards: Sequence[tuple[Known, CardHistory]],
    joined: Joined,
    now: datetime,
) -> None:
    learner_id = joined.learner_id
    if learner_id is None or not is_known(connection, learner_id):
        learner_id = add_learner(connection, now, learner.zone.key)
        joined.learner_id = learner_id
    joiner = Joiner(
        connection,
        collection,
        learner,
        learner_id,
        find_memory_settings(connection, learner_id),
        SittingsByDay(connection, learner_id, learner.zone),
        now,
    )
    logged = find_logged(connection, learner_id, [known.question_id for known, _ in cards])
    for known, history in cards:
        log = logged[known.question_id]
        if is_outdated(known, history, log):
            known, log = begin_anew(joiner, known, history)
            joined.forgotten += 1
        added, repeated = join_card(joiner, known, history, log)
        joined.questions += 1
        joined.added += added
        joined.known += repeated
        joined.banks.add(known.bank_id)


def is_outdated(known: Known, history: CardHistory, logged: Sequence[Logged]) -> bool:
    """Tell whether the question was made new again in Anki after what counts here."""
    if history.forgotten is None or known.memory is None:
        return False
    counting = [answer.at for answer in logged if answer.counts]
    return min(counting, default=known.memory.reviewed) < history.forgotten


def begin_anew(
    joiner: Joiner, known: Known, history: CardHistory
) -> tuple[Known, list[Logged]]:
    """Void what was answered before; what was answered here since is the beginning."""
    connection, question_id = joiner.connection, known.question_id
    forget_memory(connection, joiner.learner_id, question_id, reps_of(known))
    standing = standing_log(connection, [joiner.learner_id], question_id)
    rated = [Rated(review.at, review.rating, review.seconds) for review in standing]
    answers = since(rated, history.forgotten)
    settings, zone = joiner.settings, joiner.learner.zone
    how = (joiner.now, zone, settings.retention, settings.parameters)
    memories, memory = rebuild(answers, *how), None
    for review in standing[: len(standing) - len(answers)]:
        void_review(connection, review.id, joiner.now)
    for reps, review in enumerate(standing[len(standing) - len(answers) :]):
        before, memory = memory, memories[reps]
        moved = replace(review, reps=reps, before=before, after=memory)
        put_instead(connection, moved, joiner.now)
    anew = replace(known, memory=None)
    if memory is not None:
        put_memory(connection, joiner.learner_id, anew, memory, answers[0].at)
    logged = find_logged(connection, joiner.learner_id, [question_id])[question_id]
    return replace(known, memory=memory), logged


def reps_of(known: Known) -> int:
    return known.memory.reps if known.memory else 0


def join_card(
    joiner: Joiner, known: Known, history: CardHistory, logged: Sequence[Logged]
) -> tuple[int, int]:
    """Join one card's answers; return how many were added, and how many were here."""
    new = new_answers(history.answers, logged, joiner.now)
    if new or known.memory is None:
        keep_aside(joiner, known, history.card)
    if new:
        join_new(joiner, known, history, logged, new)
    elif known.memory is None and not history.answers:
        memory = memory_of_card(history.card, joiner.collection, joiner.learner.zone)
        if memory is not None and memory.reviewed <= joiner.now:
            first = memory.reviewed
            put_memory(joiner.connection, joiner.learner_id, known, memory, first)
    return len(new), len(history.answers) - len(new)


def keep_aside(joiner: Joiner, known: Known, card: Card) -> None:
    """Set aside what is suspended in Anki, and for today what is buried there."""
    if card.queue >= Queue.NEW:
        return
    until, zone = None, joiner.learner.zone
    if card.queue != Queue.SUSPENDED:
        until = day_start(day_number(joiner.now, zone) + 1, zone)
    set_aside(joiner.connection, joiner.learner_id, known.question_id, until)


def new_answers(
    answers: Sequence[Rated], logged: Sequence[Logged], now: datetime
) -> list[Rated]:
    """Return those that are not in the log, not even as taken back, nor in the future."""
    return [
        answer
        for answer in answers
        if answer.at <= now
        and not any(abs(answer.at - known.at) < SAME_ANSWER for known in logged)
    ]


def join_new(
    joiner: Joiner,
    known: Known,
    history: CardHistory,
    logged: Sequence[Logged],
    new: Sequence[Rated],
) -> None:
    here = [Rated(answer.at, answer.rating) for answer in logged if answer.counts]
    answers = sorted([*here, *new], key=lambda answer: answer.at)
    memories = memories_after(joiner, known, history, answers, is_first_here=bool(here))
    is_new = set(map(id, new))
    join_answers(
        joiner.connection,
        joiner.learner_id,
        [
            Joining(
                known.question_id,
                joiner.sittings.of(known.bank_id, answer.at),
                place,
                answer.at,
                answer.rating,
                memories[place - 1] if place else None,
                memories[place],
                answer.seconds,
            )
            for place, answer in enumerate(answers)
            if id(answer) in is_new
        ],
        "anki",
    )
    memory, zone = memories[-1], joiner.learner.zone
    if id(answers[-1]) in is_new:
        memory = where_anki_stopped(memory, history.card, joiner.collection, zone)
    put_memory(joiner.connection, joiner.learner_id, known, memory, answers[0].at)


def memories_after(
    joiner: Joiner,
    known: Known,
    history: CardHistory,
    answers: Sequence[Rated],
    *,
    is_first_here: bool,
) -> tuple[Memory, ...]:
    """Rebuild the memory after each answer of both sides."""
    settings, zone = joiner.settings, joiner.learner.zone

    def after(answers: Sequence[Rated], start: Memory | None) -> tuple[Memory, ...]:
        how = (settings.retention, settings.parameters, start)
        return rebuild(answers, joiner.now, zone, *how)

    before = known.memory
    if is_first_here or (before is not None and before.reviewed > answers[0].at):
        return after(answers, None)
    if history.start is not None and history.start.reviewed == answers[0].at:
        return (history.start, *after(answers[1:], history.start))
    return after(answers, before)
