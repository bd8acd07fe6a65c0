"""What the pages of a test show, in the words of the interface."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flask_babel import gettext as _

from quiz.actions.take_test import Graded
from quiz.core.asking import lines_of
from quiz.core.grading import Grade
from quiz.core.markup import plain_text
from quiz.core.questions import Form
from quiz.web.practice_views import what_was_off
from quiz.web.words import TRUTH_NAMES, name_answer


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One question of a result; `mark` is right, close, wrong or "" (doesn't count)."""

    number: int
    question_id: int
    prompt: str
    answer: str
    given: str
    off: str
    mark: str


def clock_words(ends: datetime | None, zone: ZoneInfo) -> str:
    """Say at what time a test ends, on the learner's clock."""
    return ends.astimezone(zone).strftime("%H:%M") if ends else ""


def graded_lines(lines: Sequence[Graded]) -> tuple[ResultLine, ...]:
    return tuple(result_line(line) for line in lines)


def result_line(line: Graded) -> ResultLine:
    item, asked = line.item, line.asked
    is_truth = asked.form is Form.TRUTH
    answer = str(TRUTH_NAMES[line.verdict.expected]) if is_truth else ""
    grade = item.grade
    return ResultLine(
        item.number,
        item.question_id,
        asked.statement if is_truth else asked.question.prompt,
        answer or name_answer(asked.question.answer),
        given_words(item.given, asked.form),
        what_was_off(line.verdict, grade) if grade is Grade.CLOSE else "",
        grade.value if grade else "",
    )


def given_words(given: str | None, form: Form) -> str:
    if not given:
        return str(_("no answer"))
    if form is Form.TRUTH:
        return str(TRUTH_NAMES.get(given, given))
    return ", ".join(plain_text(part) or "–" for part in lines_of(given))
