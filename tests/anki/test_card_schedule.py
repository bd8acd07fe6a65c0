"""A learner's progress as Anki takes it over: the same state, log and due date."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from anki.collection import Collection

from quiz.anki.deck import write_deck
from quiz.anki.deck_options import DeckOptions, PastReview, Progress
from quiz.core.questions import Bank
from quiz.core.scheduling import (
    Memory,
    Parameters,
    Rating,
    State,
    day_number,
    day_start,
    review,
)
from tests.anki.engine import card_of, check_database, import_deck, new_collection
from tests.anki.samples import BANK, like

NOW = datetime.now(UTC)
MANY = 1000
SEOUL = ZoneInfo("Asia/Seoul")
OWN: Parameters = (
    0.3, 1.1, 2.9, 9.5, 6.2, 0.9, 3.1, 0.01, 1.7, 0.2, 0.9, 1.5, 0.07, 0.3, 1.6, 0.5,
    1.9, 0.6, 0.1, 0.1, 0.2,
)  # fmt: skip


def history(
    seed: int, zone: ZoneInfo, parameters: Parameters | None, hours: tuple[int, int]
) -> tuple[PastReview, ...]:
    """Return the answers of a learner who is on time, late or early, until now.

    Days later they answer between these hours after the day's start.
    """
    chance, memory, log = Random(seed), None, list[PastReview]()
    begun = day_start(day_number(NOW, zone) - chance.randrange(2, 400), zone)
    at = begun + timedelta(hours=chance.uniform(*hours))
    while at < NOW and len(log) < 25:
        rating = chance.choices(list(Rating), weights=(2, 2, 5, 1))[0]
        after = review(memory, rating, at, zone, 0.9, f"{seed} {len(log)}", parameters)
        log.append(PastReview(at, rating, memory, after))
        memory = after
        if after.state is State.REVIEW:
            hour = chance.choice((hours[0], chance.uniform(*hours)))
            days = chance.choice((0, 0, 0, 1, 9))
            at = after.due + timedelta(days=days, hours=hour)
        else:
            at = after.due + timedelta(seconds=chance.choice((-30, 0, 5, 60)))
    return tuple(log)


def learnt(
    size: int,
    zone: ZoneInfo,
    parameters: Parameters | None = None,
    hours: tuple[int, int] = (0, 23),
) -> tuple[Bank, Progress]:
    """Return a bank with what a learner knows of it."""
    questions = tuple(like(n, prompt=f"물음 {n}") for n in range(1, size + 1))
    logs = {q.id: history(n, zone, parameters, hours) for n, q in enumerate(questions)}
    memories = {key: log[-1].after for key, log in logs.items()}
    progress = Progress(zone, memories, logs, parameters=parameters)
    return replace(BANK, questions=questions), progress


@pytest.fixture
def living_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Lets Anki run in another zone, by TZ."""
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("Asia/Seoul", (0, 23)),
        ("America/New_York", (2, 17)),  # Anki's days have 24 hours when clocks change, too
    ],
)
def test_state_due_date_and_ankis_own_recomputation_agree(
    living_in: pytest.MonkeyPatch, tmp_path: Path, name: str, hours: tuple[int, int]
) -> None:
    living_in.setenv("TZ", name)
    time.tzset()
    anki = new_collection(tmp_path)
    anki.set_config("fsrs", True)
    bank, progress = learnt(MANY, ZoneInfo(name), hours=hours)
    deck = write_deck(bank, DeckOptions(progress=progress))
    assert import_deck(anki, deck, progress=True).new == MANY
    differing = [
        question.id
        for question in bank.questions
        if differences(anki, question.id, progress)
    ]
    assert differing == []
    check_database(anki)
    anki.close()


def differences(anki: Collection, question_id: str, progress: Progress) -> list[object]:
    """Return what Anki knows otherwise, stored or computed anew from its log."""
    card, ours = card_of(anki, question_id), progress.memories[question_id]
    stored, again = card.memory_state, anki.compute_memory_state(card.id)
    assert stored
    found: list[object] = []
    for theirs in (stored, again):
        # Anki keeps four decimals of stability and three of difficulty.
        if theirs.stability != pytest.approx(ours.stability, rel=1e-4, abs=6e-5):
            found.append(theirs)
        if theirs.difficulty != pytest.approx(ours.difficulty, abs=6e-4):
            found.append(theirs)
    if card.due != due_in_anki(anki, ours, progress):
        found.append(card.due)
    if (card.reps, card.lapses) != (ours.reps, ours.lapses):
        found.append(card.reps)
    return found


def due_in_anki(anki: Collection, memory: Memory, progress: Progress) -> int:
    if memory.state is not State.REVIEW:
        return int(memory.due.timestamp())
    today = day_number(datetime.now(UTC), progress.zone)
    return anki.sched.today + day_number(memory.due, progress.zone) - today
