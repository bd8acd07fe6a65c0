"""A learner's progress as Anki takes it over: the same state, log and due date."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from anki.collection import Collection

from quiz.anki.card_schedule import log_time
from quiz.anki.deck import write_deck
from quiz.anki.deck_options import DeckOptions, PastReview, Preset, Progress
from quiz.core.questions import Bank
from quiz.core.scheduling import (
    Memory,
    Parameters,
    Rating,
    State,
    day_number,
    day_start,
    preview,
    review,
)
from tests.anki.engine import card_of, check_database, import_deck, new_collection
from tests.anki.samples import BANK, like
from tests.core.test_scheduling import as_anki_stores, told_by_anki, told_by_us

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


LiveIn = Callable[[str], None]


@pytest.fixture
def live_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveIn]:
    """Lets Anki run in another zone, by TZ, which it looks up once a second."""

    def move(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()
        time.sleep(1.05)

    yield move
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
    live_in: LiveIn, tmp_path: Path, name: str, hours: tuple[int, int]
) -> None:
    live_in(name)
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


def test_with_the_preset_the_learners_own_parameters_hold_in_anki(
    live_in: LiveIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_in(SEOUL.key)
    anki = new_collection(tmp_path)
    anki.set_config("fsrs", True)
    bank, progress = learnt(100, SEOUL, OWN)
    options = DeckOptions(progress=progress, preset=Preset(20, 0.9, OWN))
    import_deck(anki, write_deck(bank, options), progress=True, presets=True)
    ids = [question.id for question in bank.questions]
    assert [each for each in ids if differences(anki, each, progress)] == []
    anki.close()


def test_practice_goes_on_in_anki_where_it_stopped_here(
    live_in: LiveIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of the four answers leads to the same interval, early, due or late."""
    live_in(SEOUL.key)
    monkeypatch.setenv("ANKI_TEST_MODE", "1")  # no fuzz
    anki = new_collection(tmp_path)
    anki.set_config("fsrs", True)
    bank, progress = learnt(MANY, SEOUL)
    import_deck(anki, write_deck(bank, DeckOptions(progress=progress)), progress=True)
    for question in bank.questions:
        states = anki._backend.get_scheduling_states(card_of(anki, question.id).id)
        theirs = [
            told_by_anki(each)[:2]
            for each in (states.again, states.hard, states.good, states.easy)
        ]
        known = as_anki_stores(progress.memories[question.id])
        ours = preview(known, datetime.now(UTC), SEOUL)
        assert theirs == [told_by_us(each)[:2] for each in ours.values()], known
    anki.close()


def test_the_first_second_of_a_day_is_logged_as_the_next_one() -> None:
    """Anki counts the very second in which a day begins with the day before."""
    begins = day_start(day_number(NOW, SEOUL), SEOUL)
    second = int(begins.timestamp()) * 1000
    assert log_time(begins, SEOUL) == second + 1000
    assert log_time(begins + timedelta(milliseconds=999), SEOUL) == second + 1000
    assert log_time(begins + timedelta(milliseconds=1500), SEOUL) == second + 1500
    assert log_time(begins - timedelta(milliseconds=1), SEOUL) == second - 1


def test_reviews_of_one_instant_are_all_logged(tmp_path: Path) -> None:
    anki = new_collection(tmp_path)
    bank, progress = learnt(20, SEOUL)
    one = next(iter(progress.reviews.values()))
    same = replace(progress, reviews=dict.fromkeys(progress.reviews, one))
    import_deck(anki, write_deck(bank, DeckOptions(progress=same)), progress=True)
    assert anki.db
    assert anki.db.scalar("select count() from revlog") == 20 * len(one)
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
