"""Simulated learners over a year: what is remembered against what was desired."""

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from quiz.core.recall import recall
from quiz.core.scheduling import Memory, Rating, State, review

START = datetime(2030, 1, 1, 9, tzinfo=UTC)
YEAR = timedelta(days=365)
SEOUL = ZoneInfo("Asia/Seoul")
QUESTIONS = 250


def next_morning(due: datetime) -> datetime:
    """Return when somebody who practises every morning meets the question again."""
    at = due.replace(hour=22, minute=30)  # half past seven in Seoul
    return at if at >= due else at + timedelta(days=1)


def practise(retention: float, chance: Random, name: str) -> tuple[int, int]:
    """Answer one question for a year; return the reviews and those remembered."""
    memory: Memory | None = None
    at, reviews, kept = START + chance.randrange(60) * timedelta(days=1), 0, 0
    while at < START + YEAR:
        knows = chance.random() < (recall(memory, at) if memory else 0.6)
        if memory and memory.state is State.REVIEW:
            reviews, kept = reviews + 1, kept + knows
        rating = Rating.GOOD if knows else Rating.AGAIN
        memory = review(memory, rating, at, SEOUL, retention, name)
        at = next_morning(memory.due) if memory.state is State.REVIEW else memory.due
    return reviews, kept


@pytest.mark.parametrize("retention", [0.8, 0.9, 0.95])
def test_a_year_of_practice_keeps_what_was_desired(retention: float) -> None:
    chance = Random(f"year {retention}")
    told = [practise(retention, chance, str(number)) for number in range(QUESTIONS)]
    reviews, kept = (sum(each) for each in zip(*told, strict=True))
    assert reviews > 5 * QUESTIONS
    assert kept / reviews == pytest.approx(retention, abs=0.02)


def test_more_retention_costs_more_reviews() -> None:
    costs = []
    for retention in (0.8, 0.9, 0.97):
        chance = Random("cost")
        told = [practise(retention, chance, str(number)) for number in range(60)]
        costs.append(sum(reviews for reviews, _ in told))
    assert costs == sorted(costs)
    assert costs[2] > 2 * costs[0]
