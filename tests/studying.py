"""A learner who studies for a while, for tests of what the log tells."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from quiz.actions.answer_question import Answered, Given, answer_question
from quiz.actions.show_question import next_question
from quiz.core.learner import Learner
from quiz.core.questions import Form, Question

SEOUL = ZoneInfo("Asia/Seoul")
SEED = "seed"


def knows_all(_question: Question, _day: int) -> bool:
    return True


@dataclass
class Student:
    """Answers by typing, right where `knows` says so, until `until`."""

    engine: Engine
    bank_id: int
    now: datetime
    learner: Learner = Learner(None, None, SEOUL)  # noqa: RUF009  # it is frozen
    knows: Callable[[Question, int], bool] = knows_all

    def answer(self, text: str | None = None, day: int = 0) -> Answered | None:
        """Answer the next question; None where nothing is left."""
        turn = next_question(self.engine, self.learner, self.bank_id, self.now, SEED)
        if turn is None:
            return None
        question = turn.standing.question
        if text is None:
            text = question.answer.shown if self.knows(question, day) else ""
        given = Given(turn.standing.question_id, turn.standing.reps, Form.TYPED, text, SEED)
        answered = answer_question(self.engine, self.learner, given, self.now)
        self.learner = replace(self.learner, id=answered.learner_id)
        self.now += timedelta(seconds=20)
        return answered

    def study(self, days: int, most: int = 40) -> None:
        """Answer all that is asked on each of `days` days from now."""
        start = self.now
        for day in range(days):
            self.now = start + timedelta(days=day)
            for _ in range(most):
                if self.answer(day=day) is None:
                    break
        self.now = start + timedelta(days=days)
