"""What the log and the memories of a learner tell."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from quiz.actions.overrule_answer import undo_answer
from quiz.actions.show_progress import ProgressReport, show_progress
from quiz.core.questions import Question, Status
from quiz.storage.tables import AsideRow, PersonRow, QuestionRow
from quiz.web.database import db
from tests.practice_bank import QUESTIONS, add_practice_bank
from tests.studying import SEOUL, Student


@pytest.fixture
def student(session: Session, owner: PersonRow, now: datetime) -> Student:
    bank = add_practice_bank(session, owner.id)
    return Student(db.engine, bank.id, now)


def report_of(student: Student) -> ProgressReport:
    report = show_progress(student.engine, student.learner, student.now)
    assert report
    return report


def test_without_an_answer_there_is_nothing_to_report(student: Student) -> None:
    assert show_progress(student.engine, student.learner, student.now) is None


def test_the_first_day_tells_what_was_learned(student: Student) -> None:
    while student.answer():
        pass
    report = report_of(student)
    assert (report.seen, report.learned, report.answers) == (5, 5, 10)
    assert report.known_now == pytest.approx(5, abs=0.1)
    assert report.days[-1].answers == 10
    assert report.all_kept.reviews == 0
    assert sum(each.questions for each in report.due) == 5
    assert report.course[0].known == 0
    assert report.regularity.of_fortnight == 1


def forgets_the_first(question: Question, day: int) -> bool:
    return day < 3 or question.id != QUESTIONS[0].id


def test_weeks_of_study_tell_what_was_kept_and_what_is_hard(student: Student) -> None:
    student.knows = forgets_the_first
    student.study(40)
    report = report_of(student)
    kept = report.all_kept
    assert 0 < kept.remembered < kept.reviews
    assert kept.retention
    assert kept.foreseen
    assert 0.8 < kept.foreseen < 1
    assert sum(week.reviews for week in report.weeks) == kept.reviews
    assert sum(each.reviews for each in report.bins) == kept.reviews
    assert [each.prompt for each in report.hardest] == [QUESTIONS[0].prompt]
    assert report.hardest[0].lapses == kept.reviews - kept.remembered
    idle, known = report.course[-1].idle, report.course[-1].known
    assert idle < report.known_now <= 5
    assert idle <= known


def test_what_was_taken_back_does_not_count(student: Student) -> None:
    student.answer()
    second = student.answer()
    assert second
    assert second.review_id
    undo_answer(student.engine, student.learner, second.review_id, student.now)
    report = report_of(student)
    assert (report.seen, report.answers, report.days[-1].answers) == (1, 1, 1)


def test_a_retired_question_is_not_known_any_more(
    student: Student, session: Session
) -> None:
    while student.answer():
        pass
    session.rollback()
    row = session.query(QuestionRow).first()
    assert row
    row.status = Status.RETIRED.value
    session.commit()
    report = report_of(student)
    assert (report.seen, report.answers) == (4, 10)


def test_a_question_set_aside_is_known_but_not_due(
    student: Student, session: Session
) -> None:
    while student.answer():
        pass
    session.rollback()
    session.add(AsideRow(learner_id=student.learner.id, question_id=1, until=None))
    session.commit()
    report = report_of(student)
    assert report.seen == 5
    assert sum(each.questions for each in report.due) == 4


def test_what_is_late_is_due_today(student: Student) -> None:
    while student.answer():
        pass
    student.now += timedelta(days=60)
    report = report_of(student)
    assert report.due[0].questions == 5
    assert report.today == (student.now.astimezone(SEOUL)).toordinal()
    assert report.regularity.running == 0
