"""A learner takes a test: answers without feedback, hands it in, sees the result.

Every answer is kept as it is given and can be changed until the test is handed in, by
the learner or by the clock. Only then are the answers graded and logged: they count for
the schedule like any others.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from quiz.actions.answer_question import LONGEST_GIVEN, write_answer
from quiz.actions.know_learner import known_learner
from quiz.actions.show_question import reviewed, turn_seed
from quiz.core.asking import Asked, ask, grade_asked
from quiz.core.drawing import Drawn, draw
from quiz.core.grading import Grade, Verdict
from quiz.core.learner import Learner
from quiz.core.pace import rating_for
from quiz.core.problems import Problem
from quiz.core.questions import Form
from quiz.core.scheduling import day_number, day_start
from quiz.storage.answer_sheets import (
    Item,
    Sheet,
    add_sheet,
    close_sheet,
    drawable_questions,
    find_sheet,
    keep_given,
    keep_grades,
)
from quiz.storage.banks import NotFound
from quiz.storage.engine import lock_for_writing
from quiz.storage.practice_queries import (
    PractisedBank,
    Standing,
    find_practised_bank,
    find_standing,
)
from quiz.storage.reviews import Review

MOST_QUESTIONS = 100
GRACE = timedelta(seconds=15)  # an answer that was on its way when the time was over


@dataclass(frozen=True, slots=True)
class Plan:
    """What a test should be; no topics or forms mean all, no minutes: no time limit."""

    count: int
    topics: frozenset[str] = frozenset()
    forms: frozenset[Form] = frozenset()
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class SheetTurn:
    """One question of a test as it is shown; `sheet` has what was answered so far."""

    bank: PractisedBank
    sheet: Sheet
    item: Item
    asked: Asked


@dataclass(frozen=True, slots=True)
class Graded:
    """One line of a result. `grade` is None where the question doesn't count any more."""

    item: Item
    asked: Asked
    verdict: Verdict


def start_test(
    engine: Engine, learner: Learner, bank_id: int, plan: Plan, now: datetime, seed: str
) -> tuple[int, int]:
    """Draw a test and return the learner's id and the test's.

    Raises:
        NotFound: the bank isn't there or isn't this learner's.
        Problem: no question fits the plan.
    """
    with engine.connect() as connection:
        find_practised_bank(connection, learner, bank_id)
        drawable = drawable_questions(connection, learner, bank_id, now)
        own = f"{seed} {now.isoformat()}"
        count = min(max(plan.count, 1), MOST_QUESTIONS)
        drawn = draw(drawable, count, plan.topics, plan.forms, own)
        if not drawn:
            raise Problem("No question fits. Choose more topics or more forms.")
        connection.rollback()
        lock_for_writing(connection)
        learner_id = known_learner(connection, learner, now)
        test_id = write_sheet(connection, learner_id, bank_id, drawn, plan, now)
        connection.commit()
    return learner_id, test_id


def write_sheet(
    connection: Connection,
    learner_id: int,
    bank_id: int,
    drawn: Iterable[Drawn],
    plan: Plan,
    now: datetime,
) -> int:
    ends = now + timedelta(minutes=plan.minutes) if plan.minutes else None
    return add_sheet(connection, learner_id, bank_id, drawn, now, ends)


def show_item(
    engine: Engine, learner: Learner, test_id: int, number: int, now: datetime
) -> SheetTurn | None:
    """Return a question of the test, or None where the test is over.

    Raises:
        NotFound: the test isn't this learner's, or has no such question.
    """
    with engine.connect() as connection:
        sheet = find_sheet(connection, learner, test_id)
        if is_over(sheet, now):
            return None
        item = item_of(sheet, number)
        standing = find_standing(connection, learner, item.question_id)
    return SheetTurn(standing.bank, sheet, item, asked_in(sheet, standing, item))


def answer_item(
    engine: Engine,
    learner: Learner,
    test_id: int,
    number: int,
    given: str,
    now: datetime,
) -> bool:
    """Keep the answer; an empty one takes it out. Tell whether the test is still open.

    Raises:
        NotFound: the test isn't this learner's, or has no such question.
    """
    with engine.connect() as connection:
        lock_for_writing(connection)
        sheet = find_sheet(connection, learner, test_id)
        item_of(sheet, number)
        if is_over(sheet, now - GRACE):
            return False
        text = given[:LONGEST_GIVEN]
        keep_given(connection, test_id, number, text if text.strip() else None, now)
        connection.commit()
    return True


def hand_in(engine: Engine, learner: Learner, test_id: int, now: datetime) -> Sheet:
    """Grade the test and log its answers, once; return it as it stands then.

    Raises:
        NotFound: the test isn't this learner's.
    """
    with engine.connect() as connection:
        lock_for_writing(connection)
        sheet = find_sheet(connection, learner, test_id)
        when = min(now, sheet.ends) if sheet.ends else now
        if close_sheet(connection, test_id, when):
            grades = {}
            for item in sorted(sheet.items, key=lambda item: item.at or when):
                standing = find_standing(connection, learner, item.question_id)
                if not standing.is_approved:
                    continue  # retired meanwhile: it counts for nobody
                verdict = grade_item(sheet, standing, item)
                grades[item.number] = verdict.grade, verdict.credit
                log_item(connection, learner, standing, item, verdict.grade, sheet)
            keep_grades(connection, test_id, grades)
            connection.commit()
            sheet = find_sheet(connection, learner, test_id)
    return sheet


def log_item(
    connection: Connection,
    learner: Learner,
    standing: Standing,
    item: Item,
    grade: Grade,
    sheet: Sheet,
) -> None:
    """Log the answer, unless there is none or the question was practised since."""
    known = standing.memory
    if item.given is None or item.at is None or (known and known.reviewed >= item.at):
        return
    today = day_start(day_number(item.at, learner.zone), learner.zone)
    standing = find_standing(connection, learner, item.question_id, today)
    rating = rating_for(grade)
    after = reviewed(standing, learner.zone, known, rating, item.at, seed_of(sheet))
    made = Review(
        learner_id=sheet.learner_id,
        question_id=item.question_id,
        sitting_id=standing.sitting_id or 0,
        reps=standing.reps,
        at=item.at,
        form=item.form,
        given=item.given,
        grade=grade,
        rating=rating,
        before=known,
        after=after,
    )
    with suppress(IntegrityError), connection.begin_nested():  # answered this instant
        write_answer(connection, learner, standing, made)


def show_result(
    engine: Engine, learner: Learner, test_id: int
) -> tuple[PractisedBank, Sheet, tuple[Graded, ...]]:
    """Return the test with each of its questions, its answer and what was given.

    Raises:
        NotFound: the test isn't this learner's.
    """
    with engine.connect() as connection:
        sheet = find_sheet(connection, learner, test_id)
        bank = find_practised_bank(connection, learner, sheet.bank_id)
        lines = []
        for item in sheet.items:
            standing = find_standing(connection, learner, item.question_id)
            asked, verdict = (
                asked_in(sheet, standing, item),
                grade_item(sheet, standing, item),
            )
            lines.append(Graded(item, asked, verdict))
    return bank, sheet, tuple(lines)


def is_over(sheet: Sheet, now: datetime) -> bool:
    return sheet.handed_in is not None or (sheet.ends is not None and now >= sheet.ends)


def item_of(sheet: Sheet, number: int) -> Item:
    if not 1 <= number <= len(sheet.items):
        raise NotFound("question")
    return sheet.items[number - 1]


def asked_in(sheet: Sheet, standing: Standing, item: Item) -> Asked:
    return ask(
        standing.question, item.form, turn_seed(standing.question.id, 0, seed_of(sheet))
    )


def grade_item(sheet: Sheet, standing: Standing, item: Item) -> Verdict:
    asked = asked_in(sheet, standing, item)
    return grade_asked(asked, item.given or "", standing.bank.language)


def seed_of(sheet: Sheet) -> str:
    return f"test {sheet.id}"
