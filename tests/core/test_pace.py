"""Ratings by themselves: from the grade, a hint and the time taken."""

from datetime import UTC, datetime, timedelta

import pytest

from quiz.core.asking import ask
from quiz.core.grading import Grade
from quiz.core.pace import AWAY, Pace, pace_of, rating_for, seconds_needed
from quiz.core.questions import Answer, AnswerKind, Form, Option, Question
from quiz.core.scheduling import Memory, Rating, State

NOW = datetime(2030, 1, 1, tzinfo=UTC)
QUESTION = Question(
    "q",
    "서른 해 동안 섬의 등대를 지킨 사람은 누구인가?",
    Answer(AnswerKind.WORDS, ("한서윤",)),
    wrong=(Option("박도현"), Option("윤가람")),
    forms=(Form.CHOICE, Form.TYPED),
)
KNOWN = Memory(State.REVIEW, 0, 30.0, 5.0, NOW, NOW - timedelta(days=30), 4, 0)
LEARNING = Memory(State.LEARNING, 1, 1.0, 5.0, NOW, NOW - timedelta(minutes=10), 1, 0)
TYPED, CHOICE = ask(QUESTION, Form.TYPED, "s"), ask(QUESTION, Form.CHOICE, "s")


def test_grades_become_ratings() -> None:
    assert [rating_for(grade) for grade in (Grade.RIGHT, Grade.CLOSE, Grade.WRONG)] == [
        Rating.GOOD,
        Rating.HARD,
        Rating.AGAIN,
    ]


@pytest.mark.parametrize("pace", list(Pace))
@pytest.mark.parametrize("grade", list(Grade))
def test_a_hint_never_helps_the_rating(grade: Grade, pace: Pace) -> None:
    assert rating_for(grade, hinted=True, pace=pace) <= rating_for(grade, pace=pace)
    assert rating_for(Grade.RIGHT, hinted=True, pace=pace) is Rating.HARD


def test_only_a_right_answer_is_rated_by_its_pace() -> None:
    assert rating_for(Grade.RIGHT, pace=Pace.QUICK) is Rating.EASY
    assert rating_for(Grade.RIGHT, pace=Pace.SLOW) is Rating.HARD
    for grade in (Grade.CLOSE, Grade.WRONG):
        assert len({rating_for(grade, pace=pace) for pace in Pace}) == 1


def test_who_writes_at_once_is_quick_and_who_broods_is_slow() -> None:
    needed = seconds_needed(TYPED)
    assert 3 < needed < 6
    assert pace_of(TYPED, needed, KNOWN) is Pace.QUICK
    assert pace_of(TYPED, needed * 2, KNOWN) is Pace.USUAL
    assert pace_of(TYPED, needed * 5, KNOWN) is Pace.SLOW


def test_time_says_nothing_while_learning_after_a_break_or_by_recognition() -> None:
    assert pace_of(TYPED, 1.0, LEARNING) is Pace.USUAL
    assert pace_of(TYPED, 60.0, None) is Pace.USUAL
    assert pace_of(TYPED, AWAY + 1.0, KNOWN) is Pace.USUAL
    assert pace_of(TYPED, None, KNOWN) is Pace.USUAL
    assert pace_of(TYPED, -5.0, KNOWN) is Pace.USUAL
    assert pace_of(CHOICE, 0.5, KNOWN) is Pace.USUAL
