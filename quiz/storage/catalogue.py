"""Looks through the questions of a bank: lists, kinds, the queue of drafts, coverage."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, UnaryExpression, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from quiz.core.doubts import Grounds
from quiz.core.near_duplicates import Brief, with_twins
from quiz.core.questions import Form, Status, plain
from quiz.storage.revisions import in_chunks
from quiz.storage.tables import ArticleRow, QuestionRow, joined

# Bands of difficulty, from 0 (easy) to 1: at least the first, less than the second.
LEVELS: Mapping[str, tuple[float, float]] = {
    "easy": (0.0, 0.35),
    "medium": (0.35, 0.65),
    "hard": (0.65, 2.0),
}
Column = InstrumentedAttribute[Any] | UnaryExpression[Any]
ORDERS: Mapping[str, Column] = {
    "recent": QuestionRow.changed.desc(),
    "prompt": QuestionRow.prompt,
    "answer": QuestionRow.answer,
    "status": QuestionRow.status,
    "kind": QuestionRow.kind,
    "hardest": QuestionRow.difficulty.desc(),
    "easiest": QuestionRow.difficulty,
}


def level_of(difficulty: float) -> str:
    """Return the band of LEVELS that a difficulty is in."""
    return next(name for name, (_, less) in LEVELS.items() if difficulty < less)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which questions to list; an empty value leaves its filter out."""

    text: str = ""  # in the prompt or the answer
    status: Status | None = None
    kind: str | None = None
    tag: str = ""
    form: Form | None = None
    level: str = ""  # of LEVELS
    order: str = ""  # of ORDERS; else as in the bank
    doubt: bool | None = None  # only those with a doubt, or only those without


EVERYTHING = Wanted()
MOST_TWINS = 50
Chosen = Collection[int] | Wanted  # questions by their ids, or all that are wanted


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
    query = ordered(
        select(QuestionRow).where(*conditions(session, bank_id, wanted)), wanted.order
    )
    return list(session.scalars(query.offset(start).limit(count)))


def ordered(query: Select[QuestionRow], order: str = "") -> Select[QuestionRow]:
    if order in ORDERS:
        return query.order_by(ORDERS[order], QuestionRow.position, QuestionRow.id)
    return query.order_by(QuestionRow.position, QuestionRow.id)


def chosen_questions(
    session: Session, bank_id: int, chosen: Chosen, *, lock: bool = False
) -> list[QuestionRow]:
    """Return the chosen questions of the bank in its order; strange ids are left out.

    `lock` keeps others from changing them.
    """
    query = select(QuestionRow)
    if isinstance(chosen, Wanted):
        query = query.where(*conditions(session, bank_id, chosen))
    else:
        known = questions_by_id(session, chosen, lock=lock).values()
        mine = (row for row in known if row.bank_id == bank_id)
        return sorted(mine, key=lambda row: (row.position, row.id))
    query = ordered(query)
    return list(session.scalars(query.with_for_update() if lock else query))


def count_questions(session: Session, bank_id: int, wanted: Wanted) -> int:
    is_so = conditions(session, bank_id, wanted)
    query = select(func.count(QuestionRow.id)).where(*is_so)
    return session.scalar(query) or 0


def conditions(session: Session, bank_id: int, wanted: Wanted) -> list[ColumnElement[bool]]:
    found = [QuestionRow.bank_id == bank_id]
    if wanted.status:
        found.append(QuestionRow.status == wanted.status.value)
    if wanted.kind is not None:
        found.append(QuestionRow.kind == wanted.kind)
    if wanted.tag:
        found.append(QuestionRow.labels.contains(joined([wanted.tag]), autoescape=True))
    if wanted.form:
        found.append(QuestionRow.forms.contains(joined([wanted.form]), autoescape=True))
    if wanted.level in LEVELS:
        least, less = LEVELS[wanted.level]
        found.append(QuestionRow.difficulty >= least)
        found.append(QuestionRow.difficulty < less)
    if wanted.text:
        parts = (QuestionRow.prompt, QuestionRow.answer)
        found.append(or_(*(part.icontains(wanted.text, autoescape=True) for part in parts)))
    if wanted.doubt is not None:
        doubtful = is_doubtful(session, bank_id)
        found.append(doubtful if wanted.doubt else ~doubtful)
    return found


def is_doubtful(session: Session, bank_id: int) -> ColumnElement[bool]:
    """Return what is true of the bank's questions that one should look at twice."""
    twins = with_twins(in_brief(session, bank_id))
    has_twin = (QuestionRow.id.in_(some) for some in in_chunks(twins))
    return or_(func.coalesce(QuestionRow.doubts, "") != "", *has_twin)


def in_brief(session: Session, bank_id: int) -> Iterator[Brief]:
    """Yield in short what the bank asks, without reading its questions whole."""
    columns = QuestionRow.id, QuestionRow.status, QuestionRow.prompt, QuestionRow.answers
    query = select(*columns).where(QuestionRow.bank_id == bank_id)
    for question_id, status, prompt, answers in session.execute(query):
        folded = frozenset(filter(None, answers.split("\n")))
        yield Brief(question_id, plain(prompt), folded, status != Status.RETIRED)


def look_for_doubts(session: Session) -> None:
    """Look for the doubts of questions that were kept before doubts were."""
    query = select(QuestionRow).where(QuestionRow.doubts.is_(None))
    grounds: dict[int, Grounds] = {}
    for row in session.scalars(query):
        known = grounds.get(row.bank_id) or row.bank.grounds
        grounds[row.bank_id] = known
        row.keep(row.question, known)


def kinds_in(session: Session, bank_id: int) -> list[str]:
    """Return the kinds of the bank's questions, the commonest first."""
    query = (
        select(QuestionRow.kind)
        .where(QuestionRow.bank_id == bank_id)
        .group_by(QuestionRow.kind)
        .order_by(func.count().desc(), QuestionRow.kind)
    )
    return list(session.scalars(query))


def tags_in(session: Session, bank_id: int) -> list[str]:
    """Return the tags of the bank's questions, the commonest first."""
    query = select(QuestionRow.labels).where(
        QuestionRow.bank_id == bank_id, QuestionRow.labels != ""
    )
    counted = Counter(
        tag for labels in session.scalars(query) for tag in labels.split("\n") if tag
    )
    return sorted(counted, key=lambda tag: (-counted[tag], tag))


def draft_places(
    session: Session, bank_id: int, wanted: Wanted = EVERYTHING
) -> list[tuple[int, int]]:
    """Return the ids and positions of a bank's drafts that are wanted, in its order."""
    query = (
        select(QuestionRow.id, QuestionRow.position)
        .where(*conditions(session, bank_id, wanted))
        .where(QuestionRow.status == Status.DRAFT.value)
        .order_by(QuestionRow.position)
    )
    return [(question_id, position) for question_id, position in session.execute(query)]


def lock_drafts(
    session: Session, bank_id: int, chosen: Chosen = EVERYTHING
) -> list[QuestionRow]:
    """Return the chosen drafts in the bank's order; nobody else can change them now."""
    rows = chosen_questions(session, bank_id, chosen, lock=True)
    return [row for row in rows if row.status == Status.DRAFT]


def with_same_answer(session: Session, bank_id: int, answer: str) -> list[QuestionRow]:
    """Return the bank's questions whose shown answer is that one."""
    query = select(QuestionRow).where(
        QuestionRow.bank_id == bank_id, QuestionRow.answer == answer
    )
    return list(session.scalars(query.order_by(QuestionRow.position).limit(MOST_TWINS)))


def questions_by_id(
    session: Session, ids: Collection[int], *, lock: bool = False
) -> dict[int, QuestionRow]:
    """Return the questions by their ids; `lock` keeps others from changing them."""
    found = {}
    for some in in_chunks(ids):
        query = select(QuestionRow).where(QuestionRow.id.in_(some))
        query = query.with_for_update() if lock else query
        found.update({row.id: row for row in session.scalars(query)})
    return found


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
