"""Our fuzz against Anki's own, which runs in a process where fuzz is on."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from quiz.core.scheduling import Memory, Rating, State, day_number, day_start, review

UTC_ZONE = ZoneInfo("UTC")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
STABILITIES = (4.0, 12.0, 45.0, 300.0)
CARDS = 120
# Prints, for each stability, the days that Anki would let "good" be, card by card.
SCRIPT = """
import json, sys, time
from anki.cards_pb2 import FsrsMemoryState
from anki.collection import Collection
from anki.consts import CardQueue, CardType
collection = Collection(sys.argv[1])
collection.set_config("fsrs", True)
kind = collection.models.by_name("Basic")
found = {}
for stability in json.loads(sys.argv[2]):
    days = {"hard": set(), "good": set(), "easy": set()}
    for number in range(int(sys.argv[3])):
        note = collection.new_note(kind)
        note["Front"] = f"{stability} {number}"
        collection.add_note(note, 1)
        card = collection.get_card(note.cards()[0].id)
        card.type, card.queue, card.ivl, card.reps = CardType(2), CardQueue(2), 1, 3
        card.due, card.factor = collection.sched.today, 2500
        card.memory_state = FsrsMemoryState(stability=stability, difficulty=5)
        card.last_review_time = int(time.time()) - 86400
        collection.update_card(card)
        states = collection._backend.get_scheduling_states(card.id)
        for name, told in days.items():
            told.add(getattr(states, name).normal.review.scheduled_days)
    found[str(stability)] = {name: sorted(told) for name, told in days.items()}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def anki(
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Mapping[str, list[int]]]:
    path: Path = tmp_path_factory.mktemp("anki") / "collection.anki2"
    without = {k: v for k, v in os.environ.items() if k != "ANKI_TEST_MODE"}
    told = [str(path), json.dumps(STABILITIES), str(CARDS)]
    command = [sys.executable, "-W", "ignore", "-c", SCRIPT, *told]
    done = subprocess.run(command, env=without, capture_output=True, check=True)
    found: Mapping[str, Mapping[str, list[int]]] = json.loads(done.stdout)
    return found


def days_of_ours(stability: float, rating: Rating) -> list[int]:
    """Return the days that our seeds lead to, for the same memory."""
    today = day_start(day_number(NOW, UTC_ZONE), UTC_ZONE)
    ago = NOW - timedelta(days=1)
    memory = Memory(State.REVIEW, 0, stability, 5.0, today, ago, 3, 0)
    seeds = map(str, range(CARDS))
    dues = (review(memory, rating, NOW, UTC_ZONE, seed=each).due for each in seeds)
    return sorted({day_number(due, UTC_ZONE) - day_number(NOW, UTC_ZONE) for due in dues})


@pytest.mark.parametrize("rating", [Rating.HARD, Rating.GOOD, Rating.EASY])
@pytest.mark.parametrize("stability", STABILITIES)
def test_our_fuzz_falls_where_ankis_does(
    anki: Mapping[str, Mapping[str, list[int]]], stability: float, rating: Rating
) -> None:
    theirs = anki[str(stability)][rating.name.lower()]
    ours = days_of_ours(stability, rating)
    chance = (theirs[-1] - theirs[0]) // 8 + 1  # of so many cards none may reach the end
    assert abs(ours[0] - theirs[0]) <= chance
    assert abs(ours[-1] - theirs[-1]) <= chance
    assert len(ours) > 1 or len(theirs) == 1
