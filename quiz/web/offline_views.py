"""What a device carries along: questions as their pages show them, and how to grade."""

from datetime import datetime
from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from quiz.actions.pack_today import Packed
from quiz.core.asking import Asked, true_statement, typed_answer, typed_text
from quiz.core.grading import Grade, Off, Verdict
from quiz.core.questions import AnswerKind, Form
from quiz.web import practice_views
from quiz.web.due_words import in_words
from quiz.web.practice_pages import question_context
from quiz.web.visitors import visitor_zone

Data = dict[str, Any]


def pack_data(packed: tuple[Packed, ...], now: datetime) -> Data:
    """Return the pack; `made` tells answers to it from earlier ones."""
    return {
        "made": now.isoformat(),
        "csrf": generate_csrf(),
        "words": pack_words(),
        "files": pack_files(packed),
        "questions": [question_data(each, now) for each in packed],
    }


def pack_files(packed: tuple[Packed, ...]) -> list[str]:
    """Return the addresses of the pictures and sounds that the questions show."""
    places = {
        url_for("reading.medium", bank_id=each.turn.bank.id, name=medium.name): None
        for each in packed
        for medium in each.turn.asked.question.media
    }
    return list(places)


def question_data(packed: Packed, now: datetime) -> Data:
    turn, zone = packed.turn, visitor_zone()
    asked = turn.asked
    gloss = practice_views.other_script(asked.question.answer)
    correction = true_statement(asked)
    shown = {"asked": asked, "bank": turn.bank, "source": packed.source}
    when = {
        rating.name.lower(): in_words(memory.due, now, zone)
        for rating, memory in packed.choices.items()
    }
    return {
        "id": turn.standing.question_id,
        "tries": packed.tries,
        "when": when,
        "check": check_data(asked, turn.bank.language),
        "notes": note_templates(asked),
        "page": render_template("practice/question.html", **question_context(turn, now)),
        "answer": render_template(
            "offline/_answer.html", gloss=gloss, correction=correction, **shown
        ),
    }


def check_data(asked: Asked, language: str) -> Data:
    """Return what static/grading.js needs to grade as the core does."""
    question = asked.question
    counted = typed_answer(asked)
    shown = question.answer.shown
    if asked.form is Form.TRUTH:
        shown = "true" if asked.is_true else "false"
    return {
        "form": asked.form.value,
        "kind": question.answer.kind.value,
        "language": language,
        "accepted": list(counted.accepted),
        "items": [list(item) for item in counted.items],
        "tolerance": counted.tolerance,
        "wrong": [typed_text(option.text) for option in question.wrong],
        "shown": shown,
        "may_dispute": asked.form in {Form.TYPED, Form.CLOZE},
    }


def note_templates(asked: Asked) -> dict[str, str]:
    """Return the sentences on what was off; {missing} and {extra} are filled in there."""
    shown = asked.question.answer.shown
    notes = {}
    for off in Off:
        for name, more in (("", {}), ("missing", MISSING), ("extra", EXTRA)):
            verdict = Verdict(Grade.CLOSE, shown, off, **more)
            notes[f"{off.value} {name}".strip()] = practice_views.what_was_off(
                verdict, Grade.CLOSE
            )
    return {name: text for name, text in notes.items() if text}


MISSING: dict[str, Any] = {"missing": ("{missing}",)}
EXTRA: dict[str, Any] = {"extra": ("{extra}",)}


def pack_words() -> Data:
    return {
        "grades": {
            grade.value: {
                "seal": practice_views.SEALS[grade][0],
                "look": practice_views.SEALS[grade][1].strip(),
                "title": practice_views.verdict_words(grade),
            }
            for grade in Grade
        },
        "next": _("Next"),
        "knew": _("I knew it"),
        "again": _("Ask me again"),
        "undo": _("Take back"),
        "dispute": _("I was right"),
        "mine": _("My answer"),
        "mine_right": _("My answer, right"),
        "right": _("Right answer"),
        "kept": _("Kept on this device until the network is back."),
        "left": _("%(done)s of %(all)s", done="{done}", all="{all}"),
        "asked_again": _("You will be asked again in this round."),
        "next_time": _("You will be asked again %(when)s.", when="{when}"),
    }


def is_listed(asked: Asked) -> bool:
    """Tell whether what was shown stands in the answer as a list of options."""
    return asked.form in {Form.CHOICE, Form.SEVERAL, Form.TRUTH}


def members_of(asked: Asked) -> frozenset[str]:
    """Return which of the options shown are right."""
    answer = asked.question.answer
    if asked.form is Form.TRUTH:
        return frozenset({"true" if asked.is_true else "false"})
    if asked.form is Form.SEVERAL and answer.kind is AnswerKind.LIST:
        return frozenset(text for item in answer.items for text in item)
    return frozenset({answer.shown})
