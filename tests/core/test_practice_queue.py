"""The order in which questions are asked."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from quiz.core.practice_queue import (
    Allowance,
    Candidate,
    choose_next,
    new_left_today,
    piles_up,
    reviews_left_today,
)

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
    while chosen := choose_next(queue.values(), NOW, Allowance(20)):
        asked.append(chosen.question)
        del queue[chosen.question]
    assert asked == [4, 3, 2, 5, 1, 6]


def test_nothing_is_asked_before_its_day() -> None:
    assert choose_next([Candidate(1, "a", ago(-1))], NOW, Allowance(20)) is None
    assert (
        choose_next([Candidate(1, "a", ago(-21), learning=True)], NOW, Allowance(20))
        is None
    )


def test_the_daily_limit_holds_back_new_questions_only() -> None:
    new, due = Candidate(1, "a"), Candidate(2, "b", ago(5))
    assert choose_next([new], NOW, Allowance(0)) is None
    assert choose_next([new, due], NOW, Allowance(0)) == due
    assert new_left_today(20, 25) == 0


def test_siblings_wait_while_anything_else_is_left() -> None:
    last = Candidate(1, "same")
    sibling, other = Candidate(2, "same", ago(90)), Candidate(3, "else", ago(5))
    assert choose_next([sibling, other], NOW, Allowance(20), last) == other
    assert choose_next([sibling], NOW, Allowance(20), last) == sibling


def test_a_sibling_comes_before_the_very_same_question() -> None:
    last = Candidate(1, "same", ago(1), learning=True)
    sibling = Candidate(2, "same")
    assert choose_next([last, sibling], NOW, Allowance(20), last) == sibling


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
    chosen = choose_next(candidates, NOW, Allowance(new_left), last)
    alone = [choose_next([each], NOW, Allowance(new_left)) for each in candidates]
    askable = [each for each in alone if each]
    assert (chosen is None) == (not askable)
    if chosen and chosen.sibling == sibling:
        assert all(each.sibling == sibling for each in askable)


def test_a_days_reviews_end_at_their_limit_but_learning_goes_on() -> None:
    due, learning = Candidate(1, "a", ago(60)), Candidate(2, "b", ago(1), learning=True)
    assert choose_next([due, learning], NOW, Allowance(0, reviews=0)) == learning
    assert choose_next([due], NOW, Allowance(0, reviews=0)) is None
    assert choose_next([due], NOW, Allowance(0, reviews=1)) == due
    assert (reviews_left_today(None, 9), reviews_left_today(10, 12)) == (None, 0)


def test_mixed_topics_alternate_and_never_change_what_is_due() -> None:
    last = Candidate(9, "z", topic="people")
    same, other = (
        Candidate(1, "a", ago(60), topic="people"),
        Candidate(2, "b", ago(30), topic="dates"),
    )
    new = Candidate(3, "c", position=0, topic="places")
    mixed, plain = Allowance(5, mixes_topics=True), Allowance(5)
    assert choose_next([same, other, new], NOW, mixed, last) == other
    assert choose_next([same, new], NOW, mixed, last) == same
    assert choose_next([same, other, new], NOW, plain, last) == same


def test_new_questions_pause_when_reviews_pile_up() -> None:
    assert piles_up(waiting=80, done_today=30, pause_at=100)
    assert not piles_up(waiting=80, done_today=20, pause_at=100)
    assert not piles_up(waiting=9999, done_today=0, pause_at=None)
