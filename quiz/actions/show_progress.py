"""A learner sees how much is known, what comes, and what past answers tell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from quiz.core.learner import Learner
from quiz.core.recall import (
    Course,
    count_by_lasting,
    course_of,
    known_at,
    known_if_practised,
    recall,
)
from quiz.core.scheduling import (
    Memory,
    Parameters,
    Rating,
    State,
    day_number,
    day_start,
)
from quiz.core.study_history import (
    Kept,
    PastAnswer,
    Regularity,
    StudyDay,
    by_day,
    by_week,
    calibration,
    kept,
    regularity,
)
from quiz.storage.progress_reports import (
    HardQuestion,
    LoggedAnswer,
    MemorySettings,
    answers_since,
    banks_met,
    count_answers,
    find_memory_settings,
    hardest_questions,
    memories_of,
    sitting_times,
    suspended_questions,
)

WEEKS, DAYS_AHEAD, MOST_HARD = 8, 30, 10
STEP = 3  # days between the points of what is known


@dataclass(frozen=True, slots=True)
class KnownDay:
    """How many questions are known when the learner's day `day` is over.

    `idle` is what stays without any practice; the same as `known` in the past.
    """

    day: int
    known: float
    idle: float


@dataclass(frozen=True, slots=True)
class DueDay:
    day: int
    questions: int


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """Everything on the progress page; `known_now` of `seen` questions.

    `days` and `weeks` end today, `due` begins today with what is late. Days are the
    learner's day numbers.
    """

    today: int
    seen: int
    learned: int
    known_now: float
    answers: int
    settings: MemorySettings
    course: tuple[KnownDay, ...]
    days: tuple[StudyDay, ...]
    weeks: tuple[Kept, ...]
    due: tuple[DueDay, ...]
    bins: tuple[Kept, ...]
    all_kept: Kept
    lasting: Mapping[int, int]
    hardest: tuple[HardQuestion, ...]
    regularity: Regularity


def show_progress(engine: Engine, learner: Learner, now: datetime) -> ProgressReport | None:
    """Return the report at `now` (UTC); None until a first answer was given."""
    if learner.id is None:
        return None
    today = day_number(now, learner.zone)
    since = day_start(today - 7 * WEEKS + 1, learner.zone)
    with engine.connect() as connection:
        answers = count_answers(connection, learner.id)
        if not answers:
            return None
        settings = find_memory_settings(connection, learner.id)
        memories = memories_of(connection, learner.id)
        suspended = suspended_questions(connection, learner.id)
        logged = answers_since(connection, learner.id, since)
        started = sitting_times(connection, learner.id)
        hardest = hardest_questions(connection, learner.id, MOST_HARD)
    past = [past_answer(each, learner, settings.parameters) for each in logged]
    now_known = list(memories.values())
    asked = [memory for id, memory in memories.items() if id not in suspended]
    return ProgressReport(
        today=today,
        seen=len(memories),
        learned=sum(each.state is State.REVIEW for each in now_known),
        known_now=sum(recall(each, now, settings.parameters) for each in now_known),
        answers=answers,
        settings=settings,
        course=course_of_knowing(memories, logged, settings, learner, now),
        days=by_day(past, today - DAYS_AHEAD + 1, today),
        weeks=by_week(past, today, WEEKS),
        due=days_of_due(asked, learner, today),
        bins=calibration(past),
        all_kept=kept(past),
        lasting=count_by_lasting(now_known),
        hardest=tuple(hardest),
        regularity=regularity({day_number(at, learner.zone) for at in started}, today),
    )


def answers_so_far(engine: Engine, learner: Learner) -> int:
    if learner.id is None:
        return 0
    with engine.connect() as connection:
        return count_answers(connection, learner.id)


def banks_begun(engine: Engine, learner: Learner) -> list[tuple[int, str, str]]:
    """Return the banks (id, title, language) of which the learner answered something."""
    if learner.id is None:
        return []
    with engine.connect() as connection:
        return banks_met(connection, learner)


def past_answer(
    logged: LoggedAnswer, learner: Learner, parameters: Parameters | None
) -> PastAnswer:
    before = logged.before
    is_review = before is not None and before.state is State.REVIEW
    return PastAnswer(
        day=day_number(logged.at, learner.zone),
        knew=logged.rating is not Rating.AGAIN,
        is_review=is_review,
        expected=recall(before, logged.at, parameters) if before else 0.0,
    )


def course_of_knowing(
    memories: Mapping[int, Memory],
    logged: Sequence[LoggedAnswer],
    settings: MemorySettings,
    learner: Learner,
    now: datetime,
) -> tuple[KnownDay, ...]:
    """Return what was known in the last 30 days and what will be in the next 30."""
    today, own = day_number(now, learner.zone), settings.parameters
    courses = courses_of(memories, logged)
    numbers = range(today - DAYS_AHEAD, today + DAYS_AHEAD + 1, STEP)
    moments = {n: day_start(n, learner.zone) for n in numbers} | {today: now}
    ahead = [number for number in numbers if number >= today]
    foreseen = known_if_practised(
        list(memories.values()),
        [moments[number] for number in ahead],
        learner.zone,
        settings.retention,
        own,
    )
    practised = dict(zip(ahead, foreseen, strict=True))
    days = []
    for number in numbers:
        idle = known_at(courses, moments[number], own)
        known = idle if number <= today else practised[number]
        days.append(KnownDay(number, known, idle))
    return tuple(days)


def courses_of(
    memories: Mapping[int, Memory], logged: Sequence[LoggedAnswer]
) -> list[Course]:
    answers: dict[int, list[tuple[Memory | None, Memory]]] = defaultdict(list)
    for each in logged:
        answers[each.question_id].append((each.before, each.after))
    return [course_of(memory, answers[id]) for id, memory in memories.items()]


def days_of_due(
    memories: Sequence[Memory], learner: Learner, today: int
) -> tuple[DueDay, ...]:
    counts = dict.fromkeys(range(today, today + DAYS_AHEAD), 0)
    for memory in memories:
        number = max(day_number(memory.due, learner.zone), today)
        if number in counts:
            counts[number] += 1
    return tuple(DueDay(number, count) for number, count in counts.items())
