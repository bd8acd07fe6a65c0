"""What a device carries along: questions as their pages show them, and how to grade."""

from datetime import datetime
from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from quiz.actions.pack_today import Packed
from quiz.core.asking import Asked, true_statement, typed_answer, typed_text
from quiz.core.grading import Grade, Off, Verdict
from quiz.core.markup import plain_text
from quiz.core.pace import AWAY, pace_bounds
from quiz.core.questions import Form
from quiz.core.scheduling import State
from quiz.web import practice_views
from quiz.web.due_words import in_words
from quiz.web.practice_pages import question_context
from quiz.web.rich_text import rich
from quiz.web.visitors import visitor_zone
from quiz.web.words import TRUTH_NAMES

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
    asked, memory = turn.asked, turn.standing.memory
    when = {
        rating.name.lower(): in_words(memory.due, now, zone)
        for rating, memory in packed.choices.items()
    }
    page = question_context(turn, now)
    return {
        "id": turn.standing.question_id,
        "tries": packed.tries,
        "in_steps": memory is None or memory.state is not State.REVIEW,
        "pace": pace_bounds(asked, memory),
        "four": turn.bank.settings.four_buttons,
        "when": when,
        "check": check_data(asked, turn.bank.language),
        "texts": texts_data(asked),
        "page": render_template("practice/question.html", **page),
        "hinted": turn.hint
        and render_template("practice/question.html", **page | {"hint": turn.hint}),
        "answer": render_template(
            "offline/_answer.html",
            asked=asked,
            bank=turn.bank,
            source=packed.source,
            correction=true_statement(asked),
        ),
    }


def texts_data(asked: Asked) -> Data:
    """Return how the texts are shown that marks are put to, as HTML and on one line.

    Those that are shown as they are stored are left out.
    """
    question = asked.question
    pairs = [" – ".join(item) for item in question.answer.items if len(item) > 1]
    members = [text for item in question.answer.items for text in item]
    texts = {*asked.options, *pairs, *members, question.answer.shown}
    return {
        "html": {text: str(rich(text)) for text in texts if rich(text) != text},
        "plain": {text: plain_text(text) for text in texts if plain_text(text) != text},
        "gloss": practice_views.other_script(question.answer),
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
        "options": list(asked.options),
        "may_dispute": asked.form in {Form.TYPED, Form.CLOZE},
    }


def note_templates() -> dict[str, str]:
    """Return the sentences on what was off; the device fills in the names in braces."""
    notes = {}
    for off in Off:
        for name, more in (("", {}), ("missing", MISSING), ("extra", EXTRA)):
            verdict = Verdict(Grade.CLOSE, "{right}", off, **more)
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
        "ratings": {
            rating.name.lower(): name
            for rating, name in practice_views.rating_names().items()
        },
        "notes": note_templates(),
        "away": AWAY,
        "next": _("Next"),
        "knew": _("I knew it"),
        "again": _("Ask me again"),
        "undo": _("Take back"),
        "undone": _("Your answer was taken back. Here is the question again."),
        "dispute": _("I was right"),
        "say": _("Read aloud"),
        **{value: str(name) for value, name in TRUTH_NAMES.items()},
        "mine": _("My answer"),
        "mine_right": _("My answer, right"),
        "given": _("My answer: %(given)s", given="{given}"),
        "right": _("Right answer"),
        "not_chosen": _("Right, not chosen"),
        "as_written": _("As written"),
        "kept": _("Kept on this device until the network is back."),
        "left": _("%(done)s of %(all)s", done="{done}", all="{all}"),
        "next_time": _("You will be asked again %(when)s.", when="{when}"),
    }
