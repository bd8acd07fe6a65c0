"""What a log in Anki says of a memory, against what Anki computes from the same log."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from anki.collection import Collection

from quiz.anki.collection_reader import CollectionReader, open_collection
from quiz.anki.log_history import (
    due_of,
    histories_of,
    memory_of_card,
)
from quiz.core.history import Rated, rebuild
from quiz.core.scheduling import Memory
from tests.anki.random_collections import make_collection
from tests.core.anki_log import collection_with

SEOUL = ZoneInfo("Asia/Seoul")
CARDS = 250
# Button, interval in days, factor and kind of lines as they stand in old logs.
LINES = (
    *((button, 3, 2500, 1) for button in (1, 2, 3, 4)),
    *((button, -600, 0, 0) for button in (1, 3)),
    (3, 1, 2500, 0),
    (1, -600, 550, 2),
    (3, 10, 700, 1),
    (3, 4, 0, 3),  # looked at without effect
    (3, 4, 2300, 3),
    (0, 0, 0, 4),  # forgotten by hand
    (0, 12, 2500, 4),  # set to a date
    (0, 9, 2500, 5),
    (3, -90_000, 2500, 1),
)


def odd_log(seed: int) -> Sequence[tuple[int, ...]]:
    """Return rows of a review log, many of which don't count or lack their beginning."""
    chance, rows, now = Random(seed), [], datetime.now(UTC)
    for card in range(CARDS):
        at = now - timedelta(days=chance.uniform(200, 900))
        for _ in range(chance.randrange(1, 9)):
            button, interval, factor, kind = chance.choice(LINES)
            number = int(at.timestamp() * 1000)
            rows.append(
                (number, 1_500_000_000_000 + card, -1, button, interval, 1, factor, 9, kind)
            )
            at += timedelta(
                minutes=2, days=chance.choice((0, 0, 1, 5, 30)) * chance.random()
            )
    return rows


@contextmanager
def reading(collection: Collection) -> Iterator[CollectionReader]:
    """Close Anki's collection and open its file as ours."""
    place = Path(collection.path)
    collection.close(downgrade=False)
    with open_collection(place) as read:
        yield read


@pytest.mark.parametrize("seed", range(4))
def test_anki_computes_the_same_memory_from_odd_and_incomplete_logs(
    seed: int, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    with collection_with(tmp_path, SEOUL, now, [()] * CARDS) as collection:
        assert collection.db
        collection.db.executemany(
            "insert into revlog values (?,?,?,?,?,?,?,?,?)", odd_log(seed)
        )
        theirs = {
            card: collection.compute_memory_state(card)
            for card in collection.find_cards("")
        }
        with reading(collection) as read:
            ours = {history.card.id: history for history in histories_of(read)}
        collection.reopen()
    incomplete = 0
    for card, their in theirs.items():
        history = ours[card]
        if not history.answers:
            continue  # Anki then goes by the card alone
        incomplete += history.start is not None
        known = remembered(history.answers, history.start, now)
        assert known.stability == pytest.approx(their.stability, rel=1e-4), card
        assert known.difficulty == pytest.approx(their.difficulty, rel=1e-4), card
    assert incomplete > 20


def remembered(answers: Sequence[Rated], start: Memory | None, now: datetime) -> Memory:
    if start is None:
        return rebuild(answers, now, SEOUL)[-1]
    rest = rebuild(answers[1:], now, SEOUL, start=start)
    return rest[-1] if rest else start


def test_a_card_without_a_log_is_known_by_its_ease_and_interval(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    with collection_with(tmp_path, SEOUL, now, [()] * 3) as collection:
        assert collection.db
        for place, (factor, interval) in enumerate(((2500, 30), (1300, 4), (3000, 400))):
            collection.db.execute(
                "update cards set factor = ?, ivl = ?, due = 5 where id = ?",
                *(factor, interval, 1_500_000_000_000 + place),
            )
        with reading(collection) as read:
            known = [memory_of_card(each.card, read, SEOUL) for each in histories_of(read)]
        collection.reopen()
    first, hard, easy = (memory for memory in known if memory is not None)
    assert [first.stability, hard.stability, easy.stability] == pytest.approx([30, 4, 400])
    assert hard.difficulty > first.difficulty > easy.difficulty
    assert [(m.due - m.reviewed).days for m in (first, hard, easy)] == [30, 4, 400]


@pytest.mark.parametrize("seed", range(6))
def test_a_card_is_due_when_anki_says(seed: int, tmp_path: Path) -> None:
    collection = make_collection(tmp_path, seed)
    today, cutoff = collection.sched.today, collection.sched.day_cutoff
    with reading(collection) as read:
        checked = 0
        for history in histories_of(read):
            card, utc = history.card, ZoneInfo("UTC")
            if card.type != 2:
                continue
            days = (card.original_due or card.due) - today
            due = due_of(card, read, utc)
            assert due is not None
            assert (
                due.date()
                == (datetime.fromtimestamp(cutoff, UTC) + timedelta(days=days - 1)).date()
            )
            checked += 1
        assert seed or checked
