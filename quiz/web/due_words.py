"""When a question comes again, in words: in 10 minutes, tomorrow, on 30 November."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton
from flask_babel import gettext as _
from flask_babel import ngettext

from quiz.core.scheduling import day_number
from quiz.web.words import choose_language

HOUR, DAY = 3600, 86400
DAYS_IN_MONTH, DAYS_IN_YEAR = 30.4, 365.25


def in_words(due: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Say how far off `due` is, in the learner's days: they end at 04:00."""
    seconds = (due - now).total_seconds()
    days = day_number(due, zone) - day_number(now, zone)
    if days < 1 or seconds < HOUR:
        return minutes_in_words(seconds)
    if days == 1:
        return str(_("tomorrow"))
    if days < 60:
        return str(ngettext("in %(num)d day", "in %(num)d days", days))
    if days < DAYS_IN_YEAR:
        months = round(days / DAYS_IN_MONTH)
        return str(ngettext("in about %(num)d month", "in about %(num)d months", months))
    years = round(days / DAYS_IN_YEAR)
    return str(ngettext("in about %(num)d year", "in about %(num)d years", years))


def minutes_in_words(seconds: float) -> str:
    if seconds <= 0:
        return str(_("now"))
    if seconds < HOUR:
        minutes = max(round(seconds / 60), 1)
        return str(ngettext("in %(num)d minute", "in %(num)d minutes", minutes))
    hours = round(seconds / HOUR)
    return str(ngettext("in %(num)d hour", "in %(num)d hours", hours))


def is_days_off(due: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether a date says more than a number of minutes."""
    return day_number(due, zone) > day_number(now, zone) and due - now > timedelta(hours=1)


def date_words(moment: datetime, zone: ZoneInfo, skeleton: str = "MMMMd") -> str:
    """Say the learner's day of `moment`; the year only where it isn't this one's."""
    return str(format_skeleton(skeleton, local_day(moment, zone), locale=choose_language()))


def due_date_words(due: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Say the date, with its year where that is another than today's."""
    same_year = local_day(due, zone).year == local_day(now, zone).year
    return date_words(due, zone, "MMMMd" if same_year else "yMMMMd")


def today_words(now: datetime, zone: ZoneInfo) -> str:
    """Say the learner's day with its weekday."""
    pattern = {"ko": "M월 d일 EEEE"}.get(choose_language(), "EEEE, MMMM d")
    return format_date(local_day(now, zone), pattern, locale=choose_language())


def local_day(moment: datetime, zone: ZoneInfo) -> datetime:
    return datetime.fromordinal(day_number(moment, zone)).replace(tzinfo=zone)


def time_spent(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return str(ngettext("%(num)d second", "%(num)d seconds", rest))
    return str(_("%(minutes)d min %(seconds)d s", minutes=minutes, seconds=rest))
