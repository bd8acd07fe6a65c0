"""What a card's log in Anki says of its memory: which answers count, and from where on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import groupby

from quiz.anki.collection import Card, CardType, LogEntry, LogKind, Queue
from quiz.anki.collection_reader import CollectionReader
from quiz.core.history import Rated
from quiz.core.scheduling import (
    LEARNING_STEPS,
    STANDARD,
    Memory,
    Rating,
    State,
    day_start,
    engine_for,
)

DAY = 86400  # seconds
OLD_RETENTION = 0.9  # what Anki takes SM-2's intervals to have aimed at
STARTING_EASE = 2.5
LOWEST_EASE = 1.1  # below it, the log's factor holds FSRS's difficulty
FIRST_MOMENT = 1_000_000_000  # larger numbers are Unix seconds, smaller ones days
STATES = {
    CardType.LEARNING: State.LEARNING,
    CardType.REVIEW: State.REVIEW,
    CardType.RELEARNING: State.RELEARNING,
}


@dataclass(frozen=True, slots=True)
class CardHistory:
    """A card's answers that count, in order. `start` is what the first of them left.

    It is there where the log doesn't reach back to when the card was learned. `forgotten`
    is when the card was last made new again by hand: nothing from before it counts.
    """

    card: Card
    answers: tuple[Rated, ...]
    start: Memory | None = None
    forgotten: datetime | None = None


def histories_of(collection: CollectionReader) -> Iterator[CardHistory]:
    """Yield the history of every card that was answered or put aside, by its id."""
    logs = groupby(collection.log_by_card(), key=lambda entry: entry.card_id)
    next_log = next(logs, None)
    for card in collection.cards():
        while next_log is not None and next_log[0] < card.id:
            next_log = next(logs, None)
        entries: Sequence[LogEntry] = ()
        if next_log is not None and next_log[0] == card.id:
            entries = tuple(next_log[1])
        if entries or card.type != CardType.NEW or card.queue < Queue.NEW:
            yield history_of(card, entries)


def history_of(card: Card, entries: Sequence[LogEntry]) -> CardHistory:
    counted, is_complete = counted_entries(entries)
    answers = tuple(map(rated, counted))
    start = None if is_complete or not counted else start_of(counted[0])
    resets = [entry.id for entry in entries if is_reset(entry)]
    return CardHistory(card, answers, start, moment(resets[-1]) if resets else None)


def rated(entry: LogEntry) -> Rated:
    """Return an answer of the log; one that took no time was logged without it."""
    seconds = entry.taken / 1000 if entry.taken > 0 else None
    return Rated(moment(entry.id), Rating(entry.button), seconds)


def counted_entries(entries: Sequence[LogEntry]) -> tuple[list[LogEntry], bool]:
    """Return the entries from which Anki computes, and whether they begin with learning.

    What stands before the last time that the card was learned, or forgotten by hand,
    doesn't count; nor do practice without effect and lines that nobody answered.
    """
    learned = graded = None
    for place in reversed(range(len(entries))):
        entry = entries[place]
        if is_without_effect(entry):
            continue
        if entry.button and (entry.interval >= 1 or entry.interval <= -DAY):
            graded = place
        if entry.button and entry.kind == LogKind.LEARNING:
            learned = place
        elif learned is not None:
            break
        elif is_reset(entry):
            if graded is None:
                return [], False
            break
    first = learned if learned is not None else graded
    if first is None:
        return [], False
    rest = entries[first:]
    counted = [e for e in rest if 1 <= e.button <= 4 and not is_without_effect(e)]
    return counted, learned is not None


def is_without_effect(entry: LogEntry) -> bool:
    """Tell whether the card was only looked at in a filtered deck."""
    return entry.kind == LogKind.FILTERED and entry.factor == 0


def is_reset(entry: LogEntry) -> bool:
    """Tell whether the card was made new again by hand."""
    return entry.kind == LogKind.MANUAL and entry.factor == 0


def start_of(entry: LogEntry) -> Memory:
    """Infer what was known after an answer with which an incomplete log begins."""
    days = entry.interval if entry.interval >= 0 else -entry.interval // DAY
    known = from_ease(entry.factor, days)
    at = moment(entry.id)
    due = at + timedelta(days=max(days, 1))
    return Memory(State.REVIEW, 0, known[0], known[1], due, at, 1, 0)


def from_ease(factor: int, days: int) -> tuple[float, float]:
    """Return stability and difficulty for an ease in thousandths and an interval."""
    ease = factor / 1000 or STARTING_EASE
    known = engine_for(STANDARD).memory_state_from_sm2(ease, max(days, 1), OLD_RETENTION)
    if ease <= LOWEST_EASE:
        return known.stability, (ease - 0.1) * 9 + 1
    return known.stability, known.difficulty


def moment(milliseconds: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)


def where_anki_stopped(
    memory: Memory, card: Card, collection: CollectionReader, zone: tzinfo
) -> Memory:
    """Return `memory` in the state, step and due time that Anki has it in."""
    state = STATES.get(CardType(card.type)) if card.type in set(CardType) else None
    due = due_of(card, collection, zone)
    if state is None or due is None:
        return memory
    return replace(memory, state=state, step=step_of(card), due=due)


def memory_of_card(card: Card, collection: CollectionReader, zone: tzinfo) -> Memory | None:
    """Return what a card knows of itself, for one whose log is lost; None if it's new."""
    due = due_of(card, collection, zone)
    if card.type not in STATES or due is None:
        return None
    stability, difficulty = card.stability, card.difficulty
    if stability is None or difficulty is None:
        stability, difficulty = from_ease(card.factor, card.interval)
    wait = timedelta(days=max(card.interval, 0))
    last = moment(card.last_review * 1000) if card.last_review else due - wait
    reps, lapses = max(card.reps, 1), max(card.lapses, 0)
    known = Memory(State.REVIEW, 0, stability, difficulty, due, last, reps, lapses)
    return where_anki_stopped(known, card, collection, zone)


def due_of(card: Card, collection: CollectionReader, zone: tzinfo) -> datetime | None:
    """Return when a card is due, in UTC; one in a filtered deck as in its own deck."""
    due = card.due
    if card.original_deck and card.original_due and card.queue != Queue.LEARNING:
        due = card.original_due
    if due >= FIRST_MOMENT:
        return moment(due * 1000)
    try:
        return day_start(first_day(collection, zone) + due, zone)
    except (ValueError, OverflowError):  # an odd number in a strange file
        return None


def first_day(collection: CollectionReader, zone: tzinfo) -> int:
    """Return the number of the day from which the collection counts."""
    if collection.minutes_west is not None:
        zone = timezone(timedelta(minutes=-collection.minutes_west))
    return datetime.fromtimestamp(collection.created, zone).date().toordinal()


def step_of(card: Card) -> int:
    """Return the learning step for the steps that Anki says are left."""
    if card.type != CardType.LEARNING:
        return 0
    return max(len(LEARNING_STEPS) - max(card.left % 1000, 1), 0)
