"""The order in which questions are asked."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from quiz.core.practice_queue import Candidate, choose_next, new_left_today

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def ago(minutes: float) -> datetime:
    return NOW - timedelta(minutes=minutes)


def test_learning_steps_come_first_then_the_most_overdue_then_new() -> None:
    queue = {
        1: Candidate(1, "a", position=1),
        2: Candidate(2, "b", ago(60)),
        3: Candidate(3, "c", ago(600)),
        4: Candidate(4, "d", ago(1), learning=True),
        5: Candidate(5, "e", position=0),
        6: Candidate(6, "f", ago(-15), learning=True),
    }
    asked = []
    while chosen := choose_next(queue.values(), NOW, 20):
        asked.append(chosen.question)
        del queue[chosen.question]
    assert asked == [4, 3, 2, 5, 1, 6]


def test_nothing_is_asked_before_its_day() -> None:
    assert choose_next([Candidate(1, "a", ago(-1))], NOW, 20) is None
    assert choose_next([Candidate(1, "a", ago(-21), learning=True)], NOW, 20) is None


def test_the_daily_limit_holds_back_new_questions_only() -> None:
    new, due = Candidate(1, "a"), Candidate(2, "b", ago(5))
    assert choose_next([new], NOW, 0) is None
    assert choose_next([new, due], NOW, 0) == due
    assert new_left_today(20, 25) == 0


def test_siblings_wait_while_anything_else_is_left() -> None:
    last = Candidate(1, "same")
    sibling, other = Candidate(2, "same", ago(90)), Candidate(3, "else", ago(5))
    assert choose_next([sibling, other], NOW, 20, last) == other
    assert choose_next([sibling], NOW, 20, last) == sibling


def test_a_sibling_comes_before_the_very_same_question() -> None:
    last = Candidate(1, "same", ago(1), learning=True)
    sibling = Candidate(2, "same")
    assert choose_next([last, sibling], NOW, 20, last) == sibling


@given(
    some.lists(
        some.builds(
            Candidate,
            some.integers(1, 50),
            some.sampled_from("abc"),
            some.none() | some.integers(-100, 100).map(ago),
            some.booleans(),
            some.integers(0, 50),
        ),
        max_size=12,
    ),
    some.integers(0, 3),
    some.sampled_from("abc"),
)
def test_the_evidence_of_one_sentence_never_follows_itself_without_need(
    candidates: list[Candidate], new_left: int, sibling: str
) -> None:
    last = Candidate(0, sibling)
    chosen = choose_next(candidates, NOW, new_left, last)
    alone = [choose_next([each], NOW, new_left) for each in candidates]
    askable = [each for each in alone if each]
    assert (chosen is None) == (not askable)
    if chosen and chosen.sibling == sibling:
        assert all(each.sibling == sibling for each in askable)
