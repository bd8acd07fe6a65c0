"""How each deed of a teacher is taken back: what undoing it needs, and what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.actions.take_edition import put_back
from quiz.core.plain_data import time_from
from quiz.core.questions import Status
from quiz.storage.articles import (
    articles_with,
    drafts_since,
    is_asked,
    last_edition,
    questions_on,
    remove_article,
)
from quiz.storage.banks import change_questions, touch, was_answered
from quiz.storage.deeds import Deed
from quiz.storage.desk_tables import DeedRow, InvitationRow, MembershipRow
from quiz.storage.jobs import add_job, end_job, stop_jobs
from quiz.storage.removed_banks import bring_bank_back, is_removed, put_aside
from quiz.storage.reports import reopen_reports
from quiz.storage.revisions import changed_by_others
from quiz.storage.sources import bring_batch_back
from quiz.storage.tables import ArticleRow, BankRow, PersonRow, QuestionRow, RevisionRow


@dataclass(frozen=True, slots=True)
class Undoing:
    """`can` tells whether nothing has come in between; `do` takes the deed back."""

    can: Callable[[Session, DeedRow], bool]
    do: Callable[[Session, DeedRow, datetime], None]


def can_undo_deed(session: Session, deed: DeedRow) -> bool:
    return UNDOING[Deed(deed.what)].can(session, deed)


def undo_deed(session: Session, deed: DeedRow, now: datetime) -> None:
    """Take a deed back; the caller holds the write lock and commits."""
    UNDOING[Deed(deed.what)].do(session, deed, now)
    if batch := deed.data.get("batch"):
        bring_batch_back(session, deed.by_id, batch, deed.at)
    deed.undone = now


def bank_of(session: Session, deed: DeedRow) -> BankRow | None:
    return session.get(BankRow, deed.bank_id or 0)


def articles_of(session: Session, deed: DeedRow) -> list[ArticleRow]:
    """Return the articles of the deed that are still in its bank."""
    return articles_with(session, deed.bank_id or 0, deed.data["uids"])


# A bank was made: it is removed again, and can be brought back for a day.


def is_nobody_elses(session: Session, deed: DeedRow) -> bool:
    bank = bank_of(session, deed)
    if bank is None or bank.owner_id != deed.by_id or was_answered(session, bank.id):
        return False
    by_others = (
        select(RevisionRow.question_id)
        .join(QuestionRow, QuestionRow.id == RevisionRow.question_id)
        .where(QuestionRow.bank_id == bank.id, RevisionRow.at > deed.at)
        .where(RevisionRow.by_id != deed.by_id)
    )
    return session.scalar(by_others.limit(1)) is None


def unmake(session: Session, deed: DeedRow, now: datetime) -> None:
    bank = session.get_one(BankRow, deed.bank_id)
    put_aside(session, bank, deed.by_id, now, is_undo=True)


def was_removed_on_purpose(session: Session, deed: DeedRow) -> bool:
    return not deed.data["is_undo"] and is_removed(session, deed)


# Texts were added, or a passage was drafted again: what came of them goes.


def are_untouched(session: Session, deed: DeedRow) -> bool:
    articles = articles_of(session, deed)
    ids = [row.id for each in articles for row in questions_on(session, each)]
    return bool(articles) and not changed_by_others(session, ids, deed.by_id)


def take_texts_out(session: Session, deed: DeedRow, now: datetime) -> None:
    for article in articles_of(session, deed):
        bank, uid = article.bank, article.uid
        rows = questions_on(session, article, lock=True)
        retire(session, bank, rows, deed.by_id, now)
        bank.warnings = [each for each in bank.warnings if each.get("article") != uid]
        remove_article(session, article)
        touch(bank, now)


def is_there(session: Session, deed: DeedRow) -> bool:
    return bool(articles_of(session, deed))


def take_drafts_back(session: Session, deed: DeedRow, now: datetime) -> None:
    for article in articles_of(session, deed):
        stop_jobs(session, [article.id])
        drafted = drafts_since(session, article, deed.at)
        retire(session, article.bank, drafted, deed.by_id, now)


def retire(
    session: Session, bank: BankRow, rows: list[QuestionRow], by_id: int, now: datetime
) -> None:
    """Retire questions together with what ties them to their article."""
    questions = [(row, row.question) for row in rows]
    gone = [
        (row, replace(question, status=Status.RETIRED, evidence=None))
        for row, question in questions
    ]
    change_questions(session, bank, gone, "undone", by_id, now)


# An article got another text: the one before comes back.


def is_last_edition(session: Session, deed: DeedRow) -> bool:
    before = last_edition(session, deed.data["article"])
    return before is not None and before.number == deed.data["number"]


def take_edition_back(session: Session, deed: DeedRow, now: datetime) -> None:
    article = session.get_one(ArticleRow, deed.data["article"])
    before = last_edition(session, article.id)
    assert before is not None  # `is_last_edition` has seen it
    stop_jobs(session, [article.id])
    drafted = drafts_since(session, article, deed.at)
    retire(session, article.bank, drafted, deed.by_id, now)
    undone = deed.data["warnings"]
    put_back(session, article, before, deed.by_id, now, undone=undone)


def is_still_unasked(session: Session, deed: DeedRow) -> bool:
    article = session.get(ArticleRow, deed.data["article"])
    return article is not None and not is_asked(session, article)


def put_text_back(session: Session, deed: DeedRow, now: datetime) -> None:
    before, row = deed.data["before"], session.get_one(ArticleRow, deed.data["article"])
    row.title, row.text, row.language, row.source = before["text"]
    row.date = date.fromisoformat(before["date"]) if before["date"] else None
    row.bank.title, row.bank.language = before["bank"]
    stop_jobs(session, [row.id])
    end_job(add_job(session, row, now), now, before["problem"])
    touch(row.bank, now)


# Who shares a bank.


def is_open(session: Session, deed: DeedRow) -> bool:
    return session.get(InvitationRow, deed.data["invitation"]) is not None


def take_link_back(session: Session, deed: DeedRow, _now: datetime) -> None:
    session.delete(session.get_one(InvitationRow, deed.data["invitation"]))


def has_bank(session: Session, deed: DeedRow) -> bool:
    return bank_of(session, deed) is not None


def give_link_back(session: Session, deed: DeedRow, _now: datetime) -> None:
    digest, role, by_id, created, expires = deed.data["link"]
    row = InvitationRow(digest=digest, role=role, by_id=by_id, bank_id=deed.bank_id)
    row.created, row.expires = time_from(created), time_from(expires)
    session.add(row)


def is_member(session: Session, deed: DeedRow) -> bool:
    return session.get(MembershipRow, (deed.bank_id, deed.by_id)) is not None


def leave(session: Session, deed: DeedRow, _now: datetime) -> None:
    row = session.get_one(MembershipRow, (deed.bank_id, deed.by_id))
    if deed.data["before"]:
        row.role = deed.data["before"]
    else:
        session.delete(row)


def is_no_member(session: Session, deed: DeedRow) -> bool:
    key = deed.bank_id, deed.data["member"][0]
    return has_bank(session, deed) and session.get(MembershipRow, key) is None


def bring_member_back(session: Session, deed: DeedRow, _now: datetime) -> None:
    person_id, role, since = deed.data["member"]
    row = MembershipRow(bank_id=deed.bank_id, person_id=person_id, role=role)
    row.since = time_from(since)
    session.add(row)


# What hangs on nothing else.


def always(_session: Session, _deed: DeedRow) -> bool:
    return True


def nothing_more(_session: Session, _deed: DeedRow, _now: datetime) -> None:
    """Do nothing: the texts come back, as those of every deed."""


def call_as_before(session: Session, deed: DeedRow, _now: datetime) -> None:
    session.get_one(PersonRow, deed.by_id).name = deed.data["before"]


def reopen(session: Session, deed: DeedRow, _now: datetime) -> None:
    reopen_reports(session, deed.data["question"], deed.at)


UNDOING: Mapping[Deed, Undoing] = {
    Deed.MADE: Undoing(is_nobody_elses, unmake),
    Deed.REMOVED: Undoing(was_removed_on_purpose, bring_bank_back),
    Deed.ADDED: Undoing(are_untouched, take_texts_out),
    Deed.LEFT_OUT: Undoing(always, nothing_more),
    Deed.DRAFTED: Undoing(is_there, take_drafts_back),
    Deed.CORRECTED: Undoing(is_still_unasked, put_text_back),
    Deed.EDITION: Undoing(is_last_edition, take_edition_back),
    Deed.INVITED: Undoing(is_open, take_link_back),
    Deed.REVOKED: Undoing(has_bank, give_link_back),
    Deed.JOINED: Undoing(is_member, leave),
    Deed.PARTED: Undoing(is_no_member, bring_member_back),
    Deed.CALLED: Undoing(always, call_as_before),
    Deed.SETTLED: Undoing(always, reopen),
}
