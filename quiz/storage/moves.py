"""Moves questions from bank to bank with all that learners remember of them."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quiz.core.article import Article
from quiz.storage.banks import article_row, next_position
from quiz.storage.media import settle_media
from quiz.storage.revisions import Place, in_chunks, last_numbers, revision
from quiz.storage.tables import BankRow, MediumRow, MemoryRow, QuestionRow


def move_questions(
    session: Session,
    rows: Iterable[QuestionRow],
    target: BankRow,
    by_id: int,
    now: datetime,
) -> None:
    """Put questions at the end of another bank, each with a revision."""
    moving, start = list(rows), next_position(session, target.id)
    places = {row.id: (target.id, start + n) for n, row in enumerate(moving)}
    put_into_place(session, moving, places, "moved", by_id, now)


def put_into_place(
    session: Session,
    rows: Collection[QuestionRow],
    places: Mapping[int, Place],
    what: str,
    by_id: int,
    now: datetime,
) -> None:
    """Put each question where `places` says, and note where it was."""
    ids = [row.id for row in rows]
    numbers = last_numbers(session, ids)
    targets = {place[0] for place in places.values()}
    grounds = {each: session.get_one(BankRow, each).grounds for each in targets}
    for row in rows:
        before = row.bank_id, row.position
        row.bank_id, row.position = places[row.id]
        row.keep(row.question, grounds[row.bank_id])
        number = numbers.get(row.id, 0) + 1
        session.add(revision(row, number, what, by_id, now, before))
    session.flush()
    for bank_id in targets:
        there = [each for each in ids if places[each][0] == bank_id]
        for some in in_chunks(there):
            memories = update(MemoryRow).where(MemoryRow.question_id.in_(some))
            session.execute(memories.values(bank_id=bank_id))
    session.expire_all()


def uids_in(session: Session, bank_id: int) -> set[str]:
    """Return the ids that the bank's questions bear in files and decks."""
    query = select(QuestionRow.uid).where(QuestionRow.bank_id == bank_id)
    return set(session.scalars(query))


def bring_along(
    session: Session, rows: Collection[QuestionRow], source: BankRow, target: BankRow
) -> tuple[dict[str, str], list[Article]]:
    """Copy the articles and media that the questions rest on, where they are missing.

    Where the target has another edition of an article, it gets this one too, under a
    new id: returns the new ids by the old ones, and the articles that were added.
    """
    contents = [row.content for row in rows]
    cited = {each["evidence"]["article"] for each in contents if each.get("evidence")}
    has = {row.uid: row.text for row in target.articles}
    renamed, added = {}, []
    for row in source.articles:
        if row.uid not in cited or has.get(row.uid) == row.text:
            continue
        article = row.article
        if row.uid in has:
            renamed[row.uid] = str(uuid4())
            article = replace(article, id=renamed[row.uid])
        target.articles.append(article_row(article))
        added.append(article)
    bring_media(session, json.dumps(contents, ensure_ascii=False), source.id, target.id)
    session.flush()
    return renamed, added


def bring_media(session: Session, told: str, source_id: int, target_id: int) -> None:
    """Copy the media whose names are told."""
    names = select(MediumRow.name).where(MediumRow.bank_id == source_id)
    there = set(
        session.scalars(select(MediumRow.name).where(MediumRow.bank_id == target_id))
    )
    for name in session.scalars(names):
        if name not in told:
            continue
        if name in there:
            settle_media(session, target_id, [name])
        else:
            medium = session.get_one(MediumRow, (source_id, name))
            session.add(MediumRow(bank_id=target_id, name=name, content=medium.content))
