"""What the practice pages show, in the words of the interface."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flask_babel import gettext as _

from quiz.actions.show_feedback import Feedback
from quiz.actions.sum_up import Summary
from quiz.core.asking import Asked, lines_of
from quiz.core.differences import Piece, letter_pieces
from quiz.core.grading import Grade, Off, Verdict
from quiz.core.markup import has_signs, plain_text
from quiz.core.questions import Answer, AnswerKind, Form
from quiz.core.scheduling import Memory, Rating
from quiz.web.due_words import date_words, due_date_words, in_words, is_days_off
from quiz.web.rich_text import cloze_parts
from quiz.web.words import TRUTH_NAMES

HAN = range(0x3400, 0xA000)
STAYS = "\u2060"  # no line ends here
PARTICLE = re.compile(r"(?:</\w+>)*\w")
JOINED_BEFORE, JOINED_AFTER = re.compile(r"\S{1,3}\Z"), re.compile(r"\S{1,6}")
SEALS = {
    Grade.RIGHT: ("通", ""),
    Grade.CLOSE: ("略", " half"),
    Grade.WRONG: ("不", " open"),
}


@dataclass(frozen=True, slots=True)
class RatingButton:
    """`value` is what the form sends; `is_main` is what holds without a choice."""

    value: str
    label: str
    when: str
    is_main: bool


@dataclass(frozen=True, slots=True)
class MarkedOption:
    text: str
    mark: str  # right, wrong or ""
    note: str
    pieces: tuple[Piece, ...] = ()  # what was written, with its slips marked
    is_typed: bool = False  # by the learner: its signs mean nothing


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart, in its SVG's units."""

    label: str
    count: int
    x: float
    y: float
    height: float


def verdict_words(grade: Grade) -> str:
    words: dict[Grade, str] = {
        Grade.RIGHT: _("That is right"),
        Grade.CLOSE: _("Nearly right"),
        Grade.WRONG: _("That is not right"),
    }
    return words[grade]


def next_time(memory: Memory, now: datetime, zone: ZoneInfo) -> str:
    """Say when the question comes again, as a sentence."""
    when = in_words(memory.due, now, zone)
    if not is_days_off(memory.due, now, zone):
        return str(_("You will be asked again %(when)s.", when=when))
    date = due_date_words(memory.due, now, zone)
    return str(_("Next time: %(date)s, %(when)s.", date=date, when=when))


def what_was_off(verdict: Verdict, grade: Grade) -> str:
    """Say what kept an answer from being right; "" where nothing is known of it."""
    if verdict.grade is not grade:
        return ""  # the question was edited or the learner had the last word
    right, names = plain_text(verdict.expected), ", ".join(map(plain_text, verdict.missing))
    match verdict.off:
        case Off.LETTER:
            return str(_("One letter is off. It is written “%(right)s”.", right=right))
        case Off.UNIT:
            return str(
                _(
                    "The number is right, but its unit is another: %(right)s.",
                    right=right,
                )
            )
        case Off.PART:
            return str(_("Right as far as it goes. In full: %(right)s.", right=right))
        case Off.MEMBERS:
            return members_words(verdict)
        case Off.PLACES:
            return str(_("Out of place: %(names)s.", names=names))
        case Off.PAIRS:
            return str(_("These belong together: %(pairs)s.", pairs=names))
    return ""


def members_words(verdict: Verdict) -> str:
    said = []
    if verdict.missing:
        missing = ", ".join(map(plain_text, verdict.missing))
        said.append(_("Missing: %(names)s.", names=missing))
    if verdict.extra:
        extra = ", ".join(map(plain_text, verdict.extra))
        said.append(_("Does not belong: %(names)s.", names=extra))
    return " ".join(said)


def rating_buttons(
    choices: Mapping[Rating, Memory], now: datetime, zone: ZoneInfo, four: bool = False
) -> tuple[RatingButton, ...]:
    """Return the two or four buttons under a card, which the learner grades."""
    if four:
        return some_buttons(rating_names(), choices, Rating.GOOD, now, zone)
    labels = {Rating.AGAIN: str(_("Did not know")), Rating.GOOD: str(_("Knew it"))}
    return some_buttons(labels, choices, Rating.GOOD, now, zone)


def rating_names() -> dict[Rating, str]:
    return {
        Rating.AGAIN: str(_("Again")),
        Rating.HARD: str(_("Hard")),
        Rating.GOOD: str(_("Good")),
        Rating.EASY: str(_("Easy")),
    }


def feedback_buttons(
    choices: Mapping[Rating, Memory],
    chosen: Rating,
    now: datetime,
    zone: ZoneInfo,
    four: bool = False,
) -> tuple[RatingButton, ...]:
    """Return the way on, with the rating that holds, and the other ratings beside it."""
    if four:
        return some_buttons(rating_names(), choices, chosen, now, zone)
    is_known = chosen is not Rating.AGAIN
    labels = {
        Rating.AGAIN: str(_("Ask me again")),
        chosen if is_known else Rating.GOOD: str(_("I knew it")),
    }
    labels[chosen] = str(_("Next"))
    return some_buttons(labels, choices, chosen, now, zone)


def some_buttons(
    labels: Mapping[Rating, str],
    choices: Mapping[Rating, Memory],
    chosen: Rating,
    now: datetime,
    zone: ZoneInfo,
) -> tuple[RatingButton, ...]:
    """Return the buttons in the order of `labels`, so that keys keep their meaning."""
    return tuple(
        RatingButton(
            rating.name.lower(),
            label,
            in_words(choices[rating].due, now, zone),
            rating is chosen,
        )
        for rating, label in labels.items()
    )


def marked_options(
    asked: Asked, given: str, grade: Grade, verdict: Verdict
) -> tuple[MarkedOption, ...]:
    """Return what was shown or written, marked as a teacher would.

    `grade` is how it counts, which may be the learner's own word. static/marking.js does
    the same on devices without a network.
    """
    if parts := marked_parts(asked, given):
        return parts
    if asked.form is Form.CHOICE:
        shown: Sequence[str] = asked.options
    elif asked.form is Form.TRUTH:
        shown = ("true", "false")
    else:
        shown = ()
    right = verdict.expected
    if not shown or given not in (*shown, ""):
        right = asked.question.answer.shown if asked.form is not Form.TRUTH else right
        return written_answer(given, right, grade, verdict.off)
    return tuple(mark_option(text, right, given) for text in shown)


def marked_parts(asked: Asked, given: str) -> tuple[MarkedOption, ...]:
    """Return an answer of several parts, each marked; () for other forms.

    So too where the question was edited and shows something else by now.
    """
    told = lines_of(given) if given else []
    if asked.form not in {Form.SEVERAL, Form.ORDER, Form.MATCH}:
        return ()
    if not {*told, ""} <= {*asked.options, ""}:
        return ()
    if asked.form is Form.SEVERAL:
        right = {item[0] for item in asked.question.answer.items}
        return tuple(mark_member(text, right, told) for text in asked.options)
    return marked_places(asked, told)


def mark_member(text: str, right: set[str], told: Sequence[str]) -> MarkedOption:
    if text in right:
        note = _("My answer, right") if text in told else _("Right, not chosen")
        return MarkedOption(text, "right", note)
    if text in told:
        return MarkedOption(text, "wrong", _("My answer"))
    return MarkedOption(text, "", "")


def marked_places(asked: Asked, told: Sequence[str]) -> tuple[MarkedOption, ...]:
    """Return each row with what belongs there, and what was put there instead."""
    marked = []
    for place, item in enumerate(asked.question.answer.items):
        right = item[-1] if asked.form is Form.MATCH else item[0]
        mine = told[place] if place < len(told) else ""
        shown = f"{item[0]} – {right}" if asked.form is Form.MATCH else right
        is_off = mine not in {right, ""}
        note = _("My answer: %(given)s", given=plain_text(mine)) if is_off else ""
        marked.append(MarkedOption(shown, "right" if mine == right else "missed", note))
    return tuple(marked)


def mark_option(text: str, right: str, given: str) -> MarkedOption:
    shown = str(TRUTH_NAMES.get(text, text))
    if text == right:
        note = _("My answer, right") if text == given else _("Right answer")
        return MarkedOption(shown, "right", note)
    if text == given:
        return MarkedOption(shown, "wrong", _("My answer"))
    return MarkedOption(shown, "", "")


def written_answer(
    given: str, right: str, grade: Grade, off: Off | None
) -> tuple[MarkedOption, ...]:
    mark = "right" if grade is Grade.RIGHT else "wrong"
    shown = plain_text(right)
    slips = letter_pieces(given, shown) if off is Off.LETTER else ()
    mine = MarkedOption(given, mark, _("My answer"), slips, is_typed=True)
    answer = MarkedOption(right, "right", _("Right answer"))
    if grade is Grade.RIGHT and given:
        return (
            (mine,) if given == shown else (mine, MarkedOption(right, "", _("As written")))
        )
    return (mine, answer) if given else (answer,)


def option_feedback(feedback: Feedback) -> str:
    """Return what the teacher says to those who chose this wrong option."""
    chosen = feedback.review.given
    options = feedback.asked.question.wrong
    return next((option.feedback for option in options if option.text == chosen), "")


def other_script(answer: Answer) -> str:
    """Return the first accepted variant in Chinese characters, to stand as a gloss."""
    if answer.kind is not AnswerKind.WORDS:
        return ""
    variants = answer.accepted[1:]
    return next((text for text in variants if all(ord(c) in HAN for c in text)), "")


def remark_for(asked: Asked) -> str:
    """Say what a typed answer may look like."""
    answer = asked.question.answer
    match answer.kind:
        case AnswerKind.NUMBER:
            return str(_("The digits must be right; the unit may be left out."))
        case AnswerKind.DATE:
            return str(_("In any usual way of writing dates."))
        case AnswerKind.LIST:
            return str(
                _(
                    "%(count)s answers, in any order, with commas between them.",
                    count=len(answer.items),
                )
            )
        case AnswerKind.ORDER:
            return str(_("In their order, with commas between them."))
    if other_script(answer):
        return str(_("In Hangul or in Chinese characters. Spacing does not count."))
    return str(_("Spacing, case and particles do not count."))


def around_hole(asked: Asked) -> tuple[str, str, str, str]:
    """Cut a cloze around its gap so that what is written to the gap stays with it.

    A line must not break between the gap and its particle: the two middle parts are
    what adjoins it, the outer ones the rest.
    """
    if has_signs(asked.question.cloze):
        before, _gap, after = cloze_parts(asked.question.cloze)
        return before, "", STAYS if PARTICLE.match(after) else "", after
    head, tail = JOINED_BEFORE.search(asked.before), JOINED_AFTER.match(asked.after)
    at, to = head.start() if head else len(asked.before), tail.end() if tail else 0
    return asked.before[:at], asked.before[at:], asked.after[:to], asked.after[to:]


def chart_of(summary: Summary, zone: ZoneInfo) -> tuple[Bar, ...]:
    """Lay out today's rest and the coming days as bars in a drawing of 320 by 118."""
    most = max([day.questions for day in summary.coming] + [1])
    width, gap, base, tallest = 26.0, 40.0, 100.0, 84.0
    bars = []
    for number, day in enumerate(summary.coming):
        height = tallest * day.questions / most
        x = (gap - width) / 2 + number * gap
        label = date_words(day.date, zone, "E") if number else str(_("Today"))
        bars.append(Bar(label, day.questions, x + width / 2, base - height, height))
    return tuple(bars)
