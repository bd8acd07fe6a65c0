"""What remembering costs."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from quiz.core.scheduling import Memory, State
from quiz.core.workload import RETENTIONS, minutes_a_day, respaced

NOW, SEOUL = datetime(2030, 1, 1, tzinfo=UTC), ZoneInfo("Asia/Seoul")
MEMORIES = [
    Memory(State.REVIEW, 0, float(days), 5.0, NOW, NOW - timedelta(days=2), 4, 0)
    for days in range(3, 60, 3)
]


def cost(retention: float, new: float = 0.0, memories: list[Memory] = MEMORIES) -> float:
    return minutes_a_day(memories, new, retention, NOW, SEOUL, 12.0)


def test_more_memory_costs_more_minutes() -> None:
    costs = [cost(retention) for retention in RETENTIONS]
    assert costs == sorted(costs)
    assert costs[-1] > 1.5 * costs[0]


def test_new_questions_cost_minutes_too_and_nothing_costs_nothing() -> None:
    assert cost(0.9, new=10) > cost(0.9)
    assert cost(0.9, memories=[]) == 0


def test_the_cost_grows_with_the_memories_and_the_same_costs_the_same() -> None:
    assert cost(0.9) == cost(0.9)
    assert 1.5 < cost(0.9, memories=MEMORIES * 20) / cost(0.9, memories=MEMORIES * 10) < 2.5


def test_at_ninety_percent_a_question_is_due_after_its_stability() -> None:
    memory = respaced(MEMORIES[5], 0.9, None)
    assert abs((memory.due - memory.reviewed).days - memory.stability) <= 1
