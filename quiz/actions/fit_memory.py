"""FSRS is fitted to a learner in the background; taken only if it foretells better.

With its parameters goes the retention that suits, unless the learner chose one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine

from quiz.core.best_retention import BEGUN_WITH, best_retention, effort_of
from quiz.core.fitting import ENOUGH, Fit, fit
from quiz.core.history import Rated, rebuild
from quiz.core.scheduling import Memory, Parameters
from quiz.storage.engine import lock_for_writing
from quiz.storage.fits import (
    FitReport,
    Fitted,
    answers_by_question,
    count_answers,
    find_fitted,
    find_report,
    keep_known,
    keep_parameters,
    keep_report,
    learners_to_fit,
    memories_by_question,
    swap_retention,
)

GROWTH = 1.2  # times the answers of the last fitting
REST = timedelta(days=1)
# A memory that the log doesn't explain stays: it began elsewhere, or was begun anew.
EXPLAINED = 0.1
A_CHOICE = 0.001  # between two retentions


@dataclass(frozen=True, slots=True)
class MemoryModel:
    """What a learner's page tells: answers so far, own parameters, the last fitting.

    `retention` is what they are asked for now.
    """

    answers: int
    parameters: Parameters | None
    report: FitReport | None
    retention: float = BEGUN_WITH

    @property
    def is_fitted(self) -> bool:
        """Tell whether there is something to reset."""
        report = self.report
        return bool(self.parameters or (report and report.adopted_retention))

    @property
    def missing(self) -> int:
        """How many answers are still needed for a fitting."""
        return max(ENOUGH - self.answers, 0)


def who_is_to_fit(engine: Engine, now: datetime) -> list[int]:
    """Return the learners whose log has grown enough to fit FSRS to it, or again."""
    with engine.connect() as connection:
        return learners_to_fit(connection, ENOUGH, GROWTH, REST, now)


def fit_memory(engine: Engine, person_id: int, now: datetime) -> FitReport | None:
    """Fit FSRS to all that the learner answered; take it if it foretells better.

    Then every memory is computed anew, and the retention set that suits, if the learner
    chose none; due dates stay. Returns None where there is no such learner, or too
    little to learn from.
    """
    with engine.connect() as connection:
        person = find_fitted(connection, person_id)
        if person is None:
            return None
        answers = answers_by_question(connection, person_id)
        known = memories_by_question(connection, person_id)
        last = find_report(connection, person_id)
    found = fit(list(answers.values()), now, person.zone, person.parameters)
    report = report_of(found, person, now)
    changed: Mapping[int, Memory] = {}
    if found is not None:
        report = with_retention(report, found, person, last, answers, now)
    if found is not None and found.is_better:
        changed = anew(answers, known, person, found.parameters, now)
    with engine.connect() as connection:
        lock_for_writing(connection)
        if found is not None and found.is_better:
            keep_parameters(connection, person_id, found.parameters)
            if report.adopted_retention and not has_chosen(person, last):
                new = report.adopted_retention
                swap_retention(connection, person_id, person.retention, new)
        keep_all(connection, person_id, changed, report)
        connection.commit()
    return report if found else None


def report_of(found: Fit | None, person: Fitted, now: datetime) -> FitReport:
    if found is None:
        return FitReport(now, person.reviews, 0, None, None, adopted=False)
    losses = (found.loss_before, found.loss_after)
    return FitReport(now, person.reviews, found.held_back, *losses, found.is_better)


def with_retention(
    report: FitReport,
    found: Fit,
    person: Fitted,
    last: FitReport | None,
    answers: Mapping[int, Sequence[Rated]],
    now: datetime,
) -> FitReport:
    """Add the retention that suits; it is taken where the learner chose no other.

    It goes with the parameters: where those foretell no better, nothing changes.
    """
    effort = effort_of(list(answers.values()), now, person.zone)
    suited = best_retention(
        found.parameters if found.is_better else person.parameters, effort
    )
    report = replace(
        report,
        retention=suited,
        recalled=effort.recalled,
        forgotten=effort.forgotten,
        adopted_retention=last.adopted_retention if last else None,
        retention_before=last.retention_before if last else None,
    )
    if has_chosen(person, last) or not found.is_better:
        return report
    before = report.retention_before or person.retention
    return replace(report, adopted_retention=suited, retention_before=before)


def has_chosen(person: Fitted, last: FitReport | None) -> bool:
    """Tell whether the learner set a retention of their own."""
    theirs = (last.adopted_retention if last else None) or BEGUN_WITH
    return abs(person.retention - theirs) > A_CHOICE


def anew(
    answers: Mapping[int, Sequence[Rated]],
    known: Mapping[int, Memory],
    person: Fitted,
    parameters: Parameters | None,
    now: datetime,
) -> Mapping[int, Memory]:
    """Return the memories with other parameters, where the log explains them."""
    changed = {}
    for question_id, memory in known.items():
        log = answers.get(question_id, ())
        if len(log) != memory.reps:
            continue
        how = (now, person.zone, person.retention)
        before = rebuild(log, *how, person.parameters)[-1]
        if abs(before.stability / memory.stability - 1) > EXPLAINED:
            continue
        after = rebuild(log, *how, parameters)[-1]
        changed[question_id] = replace(
            memory, stability=after.stability, difficulty=after.difficulty
        )
    return changed


def keep_all(
    connection: Connection,
    person_id: int,
    memories: Mapping[int, Memory],
    report: FitReport,
) -> None:
    keep_known(connection, person_id, memories)
    keep_report(connection, person_id, report)


def show_memory_model(engine: Engine, person_id: int | None) -> MemoryModel:
    """Return what the learner is scheduled with, and why."""
    if person_id is None:
        return MemoryModel(0, None, None)
    with engine.connect() as connection:
        person = find_fitted(connection, person_id)
        report = find_report(connection, person_id)
    if person is None:
        return MemoryModel(0, None, None)
    return MemoryModel(person.reviews, person.parameters, report, person.retention)


def take_retention(engine: Engine, person_id: int) -> None:
    """Ask for what suits the learner, as they wish; the reset brings back what was."""
    with engine.connect() as connection:
        lock_for_writing(connection)
        person = find_fitted(connection, person_id)
        report = find_report(connection, person_id)
        if person is None or report is None or report.retention is None:
            return
        swap_retention(connection, person_id, person.retention, report.retention)
        taken = replace(
            report, adopted_retention=report.retention, retention_before=person.retention
        )
        keep_report(connection, person_id, taken)
        connection.commit()


def reset_memory_model(engine: Engine, person_id: int, now: datetime) -> None:
    """Go back to the standard parameters and to what the learner wanted to recall before.

    The next fitting waits for more answers.
    """
    with engine.connect() as connection:
        person = find_fitted(connection, person_id)
        last = find_report(connection, person_id)
        if person is None or not (person.parameters or (last and last.adopted_retention)):
            return
        answers = answers_by_question(connection, person_id)
        known = memories_by_question(connection, person_id)
        reviews = count_answers(connection, person_id)
        connection.rollback()
        changed = anew(answers, known, person, None, now)
        lock_for_writing(connection)
        keep_parameters(connection, person_id, None)
        if last and last.adopted_retention and last.retention_before:
            set_before = (last.adopted_retention, last.retention_before)
            swap_retention(connection, person_id, *set_before)
        report = FitReport(now, reviews, 0, None, None, adopted=False)
        keep_all(connection, person_id, changed, report)
        connection.commit()
