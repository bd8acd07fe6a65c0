"""What the progress page shows, in the words of the interface."""

from dataclasses import dataclass
from itertools import pairwise
from zoneinfo import ZoneInfo

from flask_babel import gettext as _
from flask_babel import ngettext

from quiz.actions.show_progress import DueDay, KnownDay, ProgressReport
from quiz.core.recall import LASTING
from quiz.core.scheduling import day_start
from quiz.core.study_history import BIN_EDGES, FORTNIGHT, Kept, Regularity, StudyDay
from quiz.web.charts import Bar, Point, bars, height_of, line, lowest_percent
from quiz.web.due_words import date_words

DAYS_BEFORE, DAYS_AFTER = 6, 7  # bars on either side of today
FEW_REVIEWS = 20  # below, a percentage would say more than is known


@dataclass(frozen=True, slots=True)
class LineChart:
    """`past` and `ahead` meet today; `idle` is what comes without practice."""

    past: tuple[Point, ...]
    ahead: tuple[Point, ...]
    idle: tuple[Point, ...]
    told: str


@dataclass(frozen=True, slots=True)
class WeekChart:
    kept: tuple[Point, ...]
    foreseen: tuple[Point, ...]
    goal: float  # y
    low: str
    last: str
    told: str


@dataclass(frozen=True, slots=True)
class BinBar:
    """One row of the calibration: what was expected and what came, as bars."""

    label: str
    reviews: int
    expected: float | None
    came: float | None


def day_words(day: int, zone: ZoneInfo, skeleton: str = "MMMd") -> str:
    return date_words(day_start(day, zone), zone, skeleton)


def percent(part: float | None) -> str:
    return "–" if part is None else f"{part * 100:.0f} %"


def chart_of_knowing(report: ProgressReport) -> LineChart:
    course = report.course
    high = max([each.known for each in course] + [1.0])
    known = line([each.known for each in course], 0, high)
    idle = line([each.idle for each in course], 0, high)
    at = next(n for n, each in enumerate(course) if each.day == report.today)
    return LineChart(known[: at + 1], known[at:], idle[at:], knowing_words(report))


def knowing_words(report: ProgressReport) -> str:
    first, last = report.course[0], report.course[-1]
    return str(
        _(
            "30 days ago %(before)s questions were known, now %(now)s; in 30 days"
            " %(after)s if you go on practising, %(idle)s if you stop.",
            before=round(first.known),
            now=round(report.known_now),
            after=round(last.known),
            idle=round(last.idle),
        )
    )


def chart_of_days(report: ProgressReport, zone: ZoneInfo) -> tuple[Bar, ...]:
    """Lay out what was answered on past days, today with what is left, what is due."""
    past = [
        (each.answers, "b2", label_every_other(each.day, report.today, zone))
        for each in report.days[-DAYS_BEFORE - 1 : -1]
    ]
    done = report.days[-1].answers
    due = [
        (
            each.questions + (done if each.day == report.today else 0),
            "hot" if each.day == report.today else "b1",
            label_every_other(each.day, report.today, zone),
        )
        for each in report.due[: DAYS_AFTER + 1]
    ]
    return bars([*past, *due])


def label_every_other(day: int, today: int, zone: ZoneInfo) -> str:
    if day == today:
        return str(_("Today"))
    return day_words(day, zone, "d") if (day - today) % 2 == 0 else ""


def days_words(report: ProgressReport) -> str:
    past = [each.answers for each in report.days[-DAYS_BEFORE - 1 : -1]]
    ahead = [each.questions for each in report.due[1 : DAYS_AFTER + 1]]
    return str(
        _(
            "Answers in the last %(before)s days: %(past)s; today: %(done)s. Questions due"
            " today: %(today)s; in the %(after)s days after: %(ahead)s.",
            past=sum(past),
            before=len(past),
            done=report.days[-1].answers,
            today=report.due[0].questions,
            ahead=sum(ahead),
            after=len(ahead),
        )
    )


def chart_of_weeks(report: ProgressReport) -> WeekChart:
    kept = [week.retention for week in report.weeks]
    foreseen = [week.foreseen for week in report.weeks]
    low = lowest_percent([*kept, *foreseen])
    goal = report.settings.retention
    return WeekChart(
        line(kept, low, 1),
        line(foreseen, low, 1),
        height_of(goal, low, 1),
        percent(low),
        percent(next((part for part in reversed(kept) if part is not None), None)),
        weeks_words(kept, goal),
    )


def weeks_words(kept: list[float | None], goal: float) -> str:
    weeks = ", ".join(percent(part) for part in kept if part is not None)
    return str(_("By week: %(weeks)s. Goal: %(goal)s.", weeks=weeks, goal=percent(goal)))


def calibration_rows(bins: tuple[Kept, ...]) -> tuple[BinBar, ...]:
    """Return the bins that have reviews, the likeliest first."""
    edges = pairwise(BIN_EDGES)
    rows = [
        BinBar(bin_label(low, high), each.reviews, each.foreseen, each.retention)
        for (low, high), each in zip(edges, bins, strict=True)
        if each.reviews
    ]
    return tuple(reversed(rows))


def bin_label(low: float, high: float) -> str:
    if low == 0:
        return str(_("below %(part)s", part=percent(high)))
    return f"{low * 100:.0f}–{percent(high)}"


def calibration_words(kept: Kept) -> str:
    """Say in a sentence how good the predictions were; "" where too little is known."""
    if kept.reviews < FEW_REVIEWS or kept.foreseen is None or kept.retention is None:
        return ""
    off = kept.retention - kept.foreseen
    values = {"foreseen": percent(kept.foreseen), "came": percent(kept.retention)}
    if abs(off) < 0.03:
        return str(_("Expected %(foreseen)s, remembered %(came)s: they agree.", **values))
    if off > 0:
        sentence = _(
            "Expected %(foreseen)s, remembered %(came)s: you keep more than expected.",
            **values,
        )
    else:
        sentence = _(
            "Expected %(foreseen)s, remembered %(came)s: questions come a little late"
            " for you.",
            **values,
        )
    return str(sentence)


def chart_of_lasting(report: ProgressReport) -> tuple[tuple[str, int, float], ...]:
    """Return (label, questions, width) of lying bars; 184 is the widest."""
    labels = {
        0: _("hours"),
        1: _("a day"),
        7: _("a week"),
        30: _("a month"),
        90: _("three months"),
        365: _("a year"),
    }
    most = max([*report.lasting.values(), 1])
    return tuple(
        (str(labels[days]), report.lasting[days], 170.0 * report.lasting[days] / most)
        for days in (0, *LASTING)
    )


def regularity_words(found: Regularity) -> str:
    """Say how regularly someone practises, without counting what was missed."""
    said = [
        _(
            "You practised on %(days)s of the last %(all)s days.",
            days=found.of_fortnight,
            all=FORTNIGHT,
        )
        if found.of_fortnight
        else _("Good to see you again. What you know has waited for you.")
    ]
    if found.running > 1:
        said.append(
            ngettext(
                "%(num)d day in a row now.", "%(num)d days in a row now.", found.running
            )
        )
    if found.longest > max(found.running, 1):
        said.append(
            ngettext(
                "Your longest run was %(num)d day.",
                "Your longest run was %(num)d days.",
                found.longest,
            )
        )
    return " ".join(str(each) for each in said)


def table_of_days(
    days: tuple[StudyDay, ...], zone: ZoneInfo
) -> list[tuple[str, int, int, str]]:
    """Return (date, answers, reviews, remembered) of days with answers, newest first."""
    return [
        (
            day_words(each.day, zone),
            each.answers,
            each.kept.reviews,
            percent(each.kept.retention),
        )
        for each in reversed(days)
        if each.answers
    ]


def table_of_due(due: tuple[DueDay, ...], zone: ZoneInfo) -> list[tuple[str, int]]:
    return [(day_words(each.day, zone), each.questions) for each in due if each.questions]


def table_of_knowing(
    course: tuple[KnownDay, ...], zone: ZoneInfo
) -> list[tuple[str, int, int]]:
    return [
        (day_words(each.day, zone), round(each.known), round(each.idle)) for each in course
    ]
