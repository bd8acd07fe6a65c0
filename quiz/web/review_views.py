"""What the review shows: the drafts that are wanted, doubts, the sentence in hand."""

from dataclasses import dataclass, replace
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from quiz.core.article import Span, around
from quiz.core.doubts import Doubt, doubts_about
from quiz.core.plain_data import question_from
from quiz.core.questions import Status
from quiz.storage.catalogue import (
    Wanted,
    article_of,
    places,
    questions_by_id,
    with_same_answer,
)
from quiz.storage.revisions import EDITIONS, revisions_of
from quiz.storage.tables import BankRow, QuestionRow
from quiz.web.addresses import row_id
from quiz.web.database import db
from quiz.web.question_filters import filter_values, wanted_in

DOUBT_NAMES = {
    Doubt.BROKEN: _l("It can't be asked as it stands."),
    Doubt.LOST: _l("Its sentence is no longer in the article."),
    Doubt.WARNED: _l("The drafting warned of this sentence."),
    Doubt.LEAKS: _l("The answer stands in the question."),
    Doubt.TWIN: _l("Another question asks nearly the same."),
    Doubt.LENGTH: _l("The right option stands out by its length."),
}


def wanted_drafts() -> Wanted:
    """Return which drafts an address or a form asks for."""
    known = wanted_in(request.values)
    return Wanted(
        status=Status.DRAFT,
        kind=known.kind,
        form=known.form,
        level=known.level,
        doubt=known.doubt,
    )


def again(wanted: Wanted) -> dict[str, Any]:
    """Return what an address of the review says to ask for the same drafts."""
    return filter_values(replace(wanted, status=None))


def doubts_of(bank: BankRow, row: QuestionRow) -> list[str]:
    """Say what is doubtful about a question."""
    others = with_same_answer(db.session(), bank.id, row.answer)
    known = [other.question for other in others]
    found = doubts_about(row.question, known, bank.grounds)
    return [*edition_note(row), *(str(DOUBT_NAMES[doubt]) for doubt in found)]


def edition_note(row: QuestionRow) -> list[str]:
    """Say why a new edition of its article put a question among the drafts."""
    past = revisions_of(db.session(), row.id)[:2]
    if row.status != Status.DRAFT or len(past) < 2 or past[0].what not in EDITIONS:
        return []
    evidence = question_from(past[1].content).evidence
    before = evidence.quote[:300] if evidence else ""
    if past[0].what == "reworded":
        return [_("Its sentence has changed. Before, it read: “%(before)s”", before=before)]
    if past[0].what == "unproved":
        return [_("Its sentence is gone. It read: “%(before)s”", before=before)]
    return []


@dataclass(frozen=True, slots=True)
class InHand:
    """A sentence of an article that was chosen, with its questions."""

    article: str
    span: Span
    text: str
    questions: tuple[QuestionRow, ...]


def sentence_in_hand(bank: BankRow) -> InHand | None:
    """Return the sentence that the address names by its article and an offset in it."""
    at, uid = request.args.get("at", type=row_id), request.args.get("article", "")
    if request.args.get("at") == "0":
        at = 0
    row = article_of(db.session(), bank.id, uid)
    if at is None or row is None:
        return None
    span = around(row.article.sentences, Span(at, at + 1))
    if span is None:
        return None
    ids = [
        each.id
        for each in places(db.session(), bank.id)
        if each.article == uid and span.start <= each.start < span.end
    ]
    known = questions_by_id(db.session(), ids)
    return InHand(uid, span, span.of(row.text), tuple(known[each] for each in ids))
