"""Practice towards a day on which everything should be known.

The memories keep their own schedule, so that it holds again when the day is over. Until
then questions are asked earlier where they would fall below 90 % before the day is over,
and new ones are begun in time.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from math import ceil

from quiz.core.scheduling import Memory, State, day_number, day_start


@dataclass(frozen=True, slots=True)
class Countdown:
    """`days` are left before the day of the exam, 0 on the day itself.

    What falls below 90 % until `horizon` (UTC) is asked now.
    """

    days: int
    horizon: datetime


def count_down(exam: date | None, now: datetime, zone: tzinfo) -> Countdown | None:
    """Return how far off the exam is; None where there is none or it is over.

    On the last day before it, what would fall below 90 % on the day itself is asked too.
    """
    if exam is None:
        return None
    today = day_number(now, zone)
    days = exam.toordinal() - today
    if days < 0:
        return None
    horizon = day_start(exam.toordinal() + 1, zone) if days <= 1 else now
    return Countdown(days, horizon)


def fades(memory: Memory) -> datetime:
    """Return when recall falls to 90 %: that is what FSRS calls stability."""
    most = (datetime.max.replace(tzinfo=UTC) - memory.reviewed) / timedelta(days=1)
    return memory.reviewed + timedelta(days=min(memory.stability, most - 1))


def is_asked_early(memory: Memory, countdown: Countdown, now: datetime) -> bool:
    """Tell whether a question that isn't due should be asked for the exam.

    What was asked today keeps until tomorrow: asking it again would teach nothing.
    """
    if memory.state is not State.REVIEW or memory.due <= now:
        return False
    rested = now - memory.reviewed >= timedelta(hours=12)
    return rested and fades(memory) <= countdown.horizon


def new_for_exam(unseen: int, countdown: Countdown) -> int:
    """Return how many new questions today takes, so that the last day is for review."""
    if countdown.days == 0:
        return 0
    return ceil(unseen / max(countdown.days - 1, 1))
