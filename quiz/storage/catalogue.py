"""Looks through the questions of a bank: lists, kinds, the queue of drafts, coverage."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from quiz.core.questions import Status
from quiz.storage.tables import ArticleRow, QuestionRow


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which questions to list; an empty value leaves its filter out."""

    text: str = ""  # in the prompt or the answer
    status: Status | None = None
    kind: str | None = None
    recent_first: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A question by where its evidence begins. `number` counts in the bank, from 1."""

    id: int
    number: int
    status: Status
    article: str
    start: int


def list_questions(
    session: Session, bank_id: int, wanted: Wanted, start: int, count: int
) -> list[QuestionRow]:
    order = (
        (QuestionRow.changed.desc(), QuestionRow.position)
        if wanted.recent_first
        else (QuestionRow.position,)
    )
    query = select(QuestionRow).where(*conditions(bank_id, wanted)).order_by(*order)
    return list(session.scalars(query.offset(start).limit(count)))


def count_questions(session: Session, bank_id: int, wanted: Wanted) -> int:
    query = select(func.count(QuestionRow.id)).where(*conditions(bank_id, wanted))
    return session.scalar(query) or 0


def conditions(bank_id: int, wanted: Wanted) -> list[ColumnElement[bool]]:
    found = [QuestionRow.bank_id == bank_id]
    if wanted.status:
        found.append(QuestionRow.status == wanted.status.value)
    if wanted.kind is not None:
        found.append(QuestionRow.kind == wanted.kind)
    if wanted.text:
        parts = (QuestionRow.prompt, QuestionRow.answer)
        found.append(or_(*(part.icontains(wanted.text, autoescape=True) for part in parts)))
    return found


def kinds_in(session: Session, bank_id: int) -> list[str]:
    """Return the kinds of the bank's questions, the commonest first."""
    query = (
        select(QuestionRow.kind)
        .where(QuestionRow.bank_id == bank_id)
        .group_by(QuestionRow.kind)
        .order_by(func.count().desc(), QuestionRow.kind)
    )
    return list(session.scalars(query))


def draft_places(session: Session, bank_id: int) -> list[tuple[int, int]]:
    """Return the ids and positions of a bank's drafts, in its order."""
    query = (
        select(QuestionRow.id, QuestionRow.position)
        .where(QuestionRow.bank_id == bank_id)
        .where(QuestionRow.status == Status.DRAFT.value)
        .order_by(QuestionRow.position)
    )
    return [(question_id, position) for question_id, position in session.execute(query)]


def lock_drafts(session: Session, bank_id: int) -> list[QuestionRow]:
    """Return the drafts of a bank in its order, and keep others from changing them."""
    query = (
        select(QuestionRow)
        .where(QuestionRow.bank_id == bank_id)
        .where(QuestionRow.status == Status.DRAFT.value)
        .order_by(QuestionRow.position)
    )
    return list(session.scalars(query.with_for_update()))


def questions_by_id(
    session: Session, ids: Collection[int], *, lock: bool = False
) -> dict[int, QuestionRow]:
    """Return the questions by their ids; `lock` keeps others from changing them."""
    query = select(QuestionRow).where(QuestionRow.id.in_(ids))
    query = query.with_for_update() if lock else query
    return {row.id: row for row in session.scalars(query)}


def places(session: Session, bank_id: int) -> list[Place]:
    """Return where the bank's live questions have their evidence, in their order."""
    query = (
        select(
            QuestionRow.id, QuestionRow.position, QuestionRow.status, QuestionRow.sibling
        )
        .where(QuestionRow.bank_id == bank_id)
        .where(QuestionRow.status != Status.RETIRED.value)
        .order_by(QuestionRow.position)
    )
    found = []
    for question_id, position, status, sibling in session.execute(query):
        article, colon, start = sibling.rpartition(":")
        if colon:
            found.append(
                Place(question_id, position + 1, Status(status), article, int(start))
            )
    return found


def article_of(session: Session, bank_id: int, uid: str) -> ArticleRow | None:
    query = select(ArticleRow).where(ArticleRow.bank_id == bank_id, ArticleRow.uid == uid)
    return session.scalar(query)


def first_article(session: Session, bank_id: int) -> ArticleRow | None:
    query = select(ArticleRow).where(ArticleRow.bank_id == bank_id)
    return session.scalar(query.order_by(ArticleRow.id).limit(1))
