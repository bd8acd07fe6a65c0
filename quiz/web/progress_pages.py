"""The page where a learner sees what is known and what comes."""

from datetime import UTC, datetime

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from quiz.actions.show_progress import ProgressReport, show_progress
from quiz.web import progress_views as views
from quiz.web.database import db
from quiz.web.visitors import current_learner

pages = Blueprint("progress", __name__)


@pages.get("/progress")
def show() -> ResponseReturnValue:
    learner = current_learner()
    report = show_progress(db.engine, learner, datetime.now(UTC))
    shown = report_context(report) if report else {}
    return render_template("progress/show.html", report=report, **shown)


def report_context(report: ProgressReport) -> dict[str, object]:
    zone = current_learner().zone
    return {
        "percent": views.percent,
        "knowing": views.chart_of_knowing(report),
        "knowing_table": views.table_of_knowing(report.course, zone),
        "day_bars": views.chart_of_days(report, zone),
        "day_words": views.days_words(report),
        "day_table": views.table_of_days(report.days, zone),
        "due_table": views.table_of_due(report.due, zone),
        "weeks": views.chart_of_weeks(report),
        "bins": views.calibration_rows(report.bins),
        "calibration_words": views.calibration_words(report.all_kept),
        "lasting": views.chart_of_lasting(report),
        "regularity": views.regularity_words(report.regularity),
        "first_day": views.day_words(report.course[0].day, zone),
        "last_day": views.day_words(report.course[-1].day, zone),
    }
