"""Answers per second over Anki's own engine, both in one process. Goal: at least 0.8.

Each fetches the next question and answers it; ours also grades, logs and commits it.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from anki.collection import Collection
from sqlalchemy import create_engine

from benchmarks.answers import prepare
from quiz.actions.answer_question import Given, answer_question
from quiz.actions.show_question import next_question
from quiz.core.learner import Learner
from quiz.storage.engine import prepare_engine

ROUNDS, ANSWERS, GOAL = 5, 300, 0.8


def main() -> bool:
    """Print the ratio and return whether the goal is met."""
    os.environ["ANKI_TEST_MODE"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        theirs, ours = anki_round(Path(folder)), quiz_round(Path(folder))
        rounds = [(per_second(theirs), per_second(ours)) for _ in range(ROUNDS)]
    ratio = statistics.median(own / anki for anki, own in rounds)
    anki, own = (statistics.median(each) for each in zip(*rounds, strict=True))
    sys.stdout.write(
        f"in-process answers: {ratio:.2f} of Anki's engine (goal {GOAL}),"
        f" {own:,.0f}/s over {anki:,.0f}/s\n"
    )
    return ratio >= GOAL


def per_second(answer: Callable[[], None]) -> float:
    start = time.perf_counter()
    for _ in range(ANSWERS):
        answer()
    return ANSWERS / (time.perf_counter() - start)


def anki_round(folder: Path) -> Callable[[], None]:
    collection = Collection(str(folder / "collection.anki2"))
    collection.set_config("fsrs", True)
    deck = collection.decks.id("Numbers")
    assert deck is not None
    limits = collection.decks.config_dict_for_deck_id(deck)
    limits["new"]["perDay"] = limits["rev"]["perDay"] = 9999
    collection.decks.update_config(limits)
    kind = collection.models.by_name("Basic")
    assert kind is not None
    for number in range(ROUNDS * ANSWERS * 2):
        note = collection.new_note(kind)
        note["Front"], note["Back"] = f"What is number {number}?", str(number)
        collection.add_note(note, deck)
    collection.decks.select(deck)

    def answer() -> None:
        card = collection.sched.getCard()
        assert card is not None
        collection.sched.answerCard(card, 3)

    return answer


def quiz_round(folder: Path) -> Callable[[], None]:
    engine = create_engine(f"sqlite:///{folder / 'quiz.db'}")
    prepare_engine(engine)
    learners: list[Learner] = [Learner(None, None, ZoneInfo("UTC"))]

    def answer() -> None:
        learner, now = learners[-1], datetime.now(UTC)
        turn = next_question(engine, learner, 1, now, "seed")
        if turn is None:  # the day's new questions are done: the next learner
            learners.append(Learner(None, None, ZoneInfo("UTC")))
            return answer()
        standing = turn.standing
        text = standing.question.answer.shown
        given = Given(standing.question_id, standing.reps, turn.asked.form, text, "seed")
        answered = answer_question(engine, learner, given, now)
        learners[-1] = Learner(answered.learner_id, None, learner.zone)
        return None

    return answer
