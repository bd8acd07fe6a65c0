"""How quickly an answer came, against what reading and writing it takes."""

from enum import StrEnum

from quiz.core.asking import Asked
from quiz.core.grading import Grade
from quiz.core.questions import Form
from quiz.core.scheduling import Memory, Rating, State

AWAY = 300  # seconds: whoever takes longer was doing something else
START, A_SECOND_READ, A_LETTER_WRITTEN = 1.5, 15, 0.35  # seconds, letters, seconds
SLOW_TIMES, SLOW_AT_LEAST = 4, 15


class Pace(StrEnum):
    QUICK = "quick"
    USUAL = "usual"
    SLOW = "slow"


def pace_of(asked: Asked, seconds: float | None, memory: Memory | None) -> Pace:
    """Tell how quickly it was answered; usual where that says nothing of the memory."""
    bounds = pace_bounds(asked, memory)
    if seconds is None or not 0 < seconds < AWAY or bounds is None:
        return Pace.USUAL
    quick, slow = bounds
    if seconds <= quick:
        return Pace.QUICK
    return Pace.SLOW if seconds > slow else Pace.USUAL


def pace_bounds(asked: Asked, memory: Memory | None) -> tuple[float, float] | None:
    """Return up to how many seconds an answer is quick, and from how many it is slow.

    While a question is being learned it was seen minutes ago, and an option that is
    picked at once may be recognised without being remembered: neither is quick.
    """
    if memory is None or memory.state is not State.REVIEW:
        return None
    needed = seconds_needed(asked)
    quick = needed if asked.form in {Form.CLOZE, Form.TYPED} else 0
    return quick, max(SLOW_TIMES * needed, SLOW_AT_LEAST)


def seconds_needed(asked: Asked) -> float:
    """Return what one who knows the answer at once takes to read and to give it."""
    text = asked.statement or asked.before + asked.after or asked.question.prompt
    shown = (text, *asked.options, *asked.rows)
    seconds = START + sum(map(len, shown)) / A_SECOND_READ
    if asked.form in {Form.CLOZE, Form.TYPED}:
        seconds += A_LETTER_WRITTEN * len(asked.question.answer.shown)
    return seconds


def rating_for(grade: Grade, *, hinted: bool = False, pace: Pace = Pace.USUAL) -> Rating:
    """Tell FSRS what an answer means until the learner says otherwise.

    A hint lowers the rating by one; without one, a quick right answer was easy and a
    slow one hard.
    """
    if grade is Grade.WRONG:
        return Rating.AGAIN
    if grade is Grade.CLOSE:
        return Rating.AGAIN if hinted else Rating.HARD
    if hinted or pace is Pace.SLOW:
        return Rating.HARD
    return Rating.EASY if pace is Pace.QUICK else Rating.GOOD
