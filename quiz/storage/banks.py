"""Finds, adds and keeps banks, their articles and their questions."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session, object_session

from quiz.core.article import Article
from quiz.core.editions import settled
from quiz.core.plain_data import warning_data
from quiz.core.problems import Problem
from quiz.core.questions import Bank, Question, Status
from quiz.storage.desk_tables import EditionRow, InvitationRow, MembershipRow, SourceRow
from quiz.storage.many_questions import (
    Columns,
    columns_of,
    grounds_of,
    insert_questions,
)
from quiz.storage.media import settle_media
from quiz.storage.revisions import last_number, last_numbers, revision, revision_values
from quiz.storage.tables import (
    ArticleRow,
    AsideRow,
    BankRevisionRow,
    BankRow,
    ExamRow,
    JobRow,
    MediumRow,
    QuestionRow,
    ReportRow,
    ReviewRow,
    RevisionRow,
    SittingRow,
    TestItemRow,
    TestRow,
)


class NotFound(LookupError):
    """What was asked for is not in the database; pages answer with 404."""


def find_bank(session: Session, bank_id: int) -> BankRow:
    bank = session.get(BankRow, bank_id)
    if bank is None:
        raise NotFound("bank")
    return bank


def find_bank_by_uid(session: Session, uid: str) -> BankRow | None:
    return session.scalar(select(BankRow).where(BankRow.uid == uid))


def find_bank_of(session: Session, owner_id: int, bank_id: int) -> BankRow:
    """Return a bank that the teacher owns or edits; others are not found at all."""
    bank = find_bank(session, bank_id)
    if not may_edit(session, owner_id, bank):
        raise NotFound("bank")
    return bank


def may_edit(session: Session, person_id: int, bank: BankRow) -> bool:
    """Tell whether a teacher owns the bank or was invited to edit it."""
    if bank.owner_id == person_id:
        return True
    member = session.get(MembershipRow, (bank.id, person_id))
    return member is not None and member.role == "editor"


def banks_of(session: Session, owner_id: int) -> list[BankRow]:
    """Return the banks of a teacher, the one changed last first."""
    query = select(BankRow).where(BankRow.owner_id == owner_id)
    return list(session.scalars(query.order_by(BankRow.changed.desc(), BankRow.id)))


def find_question(session: Session, question_id: int) -> QuestionRow:
    row = session.get(QuestionRow, question_id)
    if row is None:
        raise NotFound("question")
    return row


def find_question_of(
    session: Session, owner_id: int, question_id: int, *, lock: bool = False
) -> QuestionRow:
    """Return a question of a bank that the teacher edits; `lock` keeps others from it."""
    row = session.get(QuestionRow, question_id, with_for_update=lock)
    if row is None or not may_edit(session, owner_id, row.bank):
        raise NotFound("question")
    return row


def questions_with_uid(session: Session, uid: str) -> list[QuestionRow]:
    """Return the question in every bank that holds it: a copied bank keeps its ids."""
    query = select(QuestionRow).where(QuestionRow.uid == uid).order_by(QuestionRow.id)
    return list(session.scalars(query))


def count_by_status(session: Session, bank_id: int) -> dict[Status, int]:
    """Return how many questions of the bank have each status; every status is there."""
    return counts_by_status(session, [bank_id])[bank_id]


def counts_by_status(
    session: Session, bank_ids: Collection[int]
) -> dict[int, dict[Status, int]]:
    """Return, for each of the banks, how many questions have each status."""
    query = (
        select(QuestionRow.bank_id, QuestionRow.status, func.count())
        .where(QuestionRow.bank_id.in_(bank_ids))
        .group_by(QuestionRow.bank_id, QuestionRow.status)
    )
    counts = {bank_id: dict.fromkeys(Status, 0) for bank_id in bank_ids}
    for bank_id, status, count in session.execute(query):
        counts[bank_id][Status(status)] = count
    return counts


def add_bank(
    session: Session,
    bank: Bank,
    owner_id: int,
    now: datetime,
    columns: list[Columns] | None = None,
) -> BankRow:
    """Add a whole bank. `now` becomes its time of creation, not that of its questions.

    `columns` are its questions' where they were worked out before the write lock.
    """
    row = BankRow(
        uid=bank.id,
        owner_id=owner_id,
        title=bank.title,
        language=bank.language,
        warnings=[warning_data(warning) for warning in bank.warnings],
        created=now,
        changed=now,
        deck=bank.deck,
    )
    session.add(row)
    row.articles.extend(article_row(article) for article in bank.articles)
    session.flush()
    add_files(session, row.id, bank.files)
    if columns is None:
        columns = columns_of(bank.questions, grounds_of(bank))
    insert_questions(session, row.id, 0, columns, owner_id, now)
    touch(row, now)
    return row


def add_files(session: Session, bank_id: int, files: Iterable[tuple[str, bytes]]) -> None:
    """Add pictures and sounds; one that is there already stays as it is."""
    query = select(MediumRow.name).where(MediumRow.bank_id == bank_id)
    there = set(session.scalars(query))
    files = list(files)
    settle_media(session, bank_id, there & {name for name, _ in files})
    session.add_all(
        MediumRow(bank_id=bank_id, name=name, content=content)
        for name, content in files
        if name not in there
    )


def find_file(session: Session, bank_id: int, name: str) -> bytes:
    """Return a picture or sound of a bank."""
    row = session.get(MediumRow, (bank_id, name))
    if row is None:
        raise NotFound("file")
    return row.content


def files_of(session: Session, bank_id: int) -> tuple[tuple[str, bytes], ...]:
    query = select(MediumRow.name, MediumRow.content).order_by(MediumRow.name)
    query = query.where(MediumRow.bank_id == bank_id, MediumRow.waiting.is_(None))
    return tuple((name, content) for name, content in session.execute(query))


def article_row(article: Article) -> ArticleRow:
    return ArticleRow(
        uid=article.id,
        title=article.title,
        language=article.language,
        date=article.date,
        source=article.source,
        text=article.text,
    )


def add_questions(
    session: Session,
    bank: BankRow,
    questions: Iterable[Question],
    by_id: int | None,
    now: datetime,
    what: str = "created",
) -> list[QuestionRow]:
    """Add questions at the end of the bank, each with its first revision.

    `what` is created, or a beginning that can be undone: written, imported or copied.
    """
    session.flush()
    rows, grounds = [], bank.grounds
    for position, question in enumerate(questions, next_position(session, bank.id)):
        row = QuestionRow(position=position, bank=bank)
        row.keep(question, grounds)
        rows.append(row)
    session.add_all(rows)
    session.flush()
    if rows:
        log = [revision_values(row, 1, what, by_id, now) for row in rows]
        session.execute(insert(RevisionRow), log)
    touch(bank, now)
    return rows


def next_position(session: Session, bank_id: int) -> int:
    """Return the position after the bank's last question."""
    last = select(func.max(QuestionRow.position)).where(QuestionRow.bank_id == bank_id)
    at = session.scalar(last)
    return 0 if at is None else at + 1


def change_question(
    session: Session, row: QuestionRow, new: Question, what: str, by_id: int, now: datetime
) -> RevisionRow:
    """Set the question's new content and log it as a revision.

    `what` is edited, approved, retired, reopened, restored or undone.
    """
    grounds = row.bank.grounds
    new = settled(new, grounds.texts)
    row.keep(replace(new, created=row.created, changed=now), grounds)
    touch(row.bank, now)
    kept = revision(row, last_number(session, row.id) + 1, what, by_id, now)
    session.add(kept)
    return kept


def change_questions(
    session: Session,
    bank: BankRow,
    changes: Iterable[tuple[QuestionRow, Question]],
    what: str,
    by_id: int,
    now: datetime,
) -> None:
    """Set the new content of many questions of a bank as one change."""
    pairs, grounds = list(changes), bank.grounds
    numbers = last_numbers(session, [row.id for row, _ in pairs])
    log = []
    for row, changed in pairs:
        new = settled(changed, grounds.texts)
        row.keep(replace(new, created=row.created, changed=now), grounds)
        number = numbers.get(row.id, 0) + 1
        log.append(revision_values(row, number, what, by_id, now))
    if log:
        session.execute(insert(RevisionRow), log)
    touch(bank, now)


def was_answered(session: Session, bank_id: int) -> bool:
    """Tell whether any answer to the bank was ever logged, even if it was taken back."""
    is_there = select(ReviewRow.id).join(QuestionRow).where(QuestionRow.bank_id == bank_id)
    return session.scalar(is_there.limit(1)) is not None


def check_unanswered(session: Session, bank_id: int) -> None:
    if was_answered(session, bank_id):
        raise Problem(
            "Learners have answered questions of this bank, so it can't be removed. "
            "Make it private instead."
        )


def remove_unanswered_bank(session: Session, bank: BankRow) -> None:
    """Remove a bank with everything in it, as long as nobody has answered it.

    Raises:
        Problem: it was answered; its log and memories are the learners'.
    """
    check_unanswered(session, bank.id)
    its_questions = select(QuestionRow.id).where(QuestionRow.bank_id == bank.id)
    for of_question in (RevisionRow, AsideRow, ReportRow):
        which = of_question.question_id.in_(its_questions)
        session.execute(delete(of_question).where(which))
    its_tests = select(TestRow.id).where(TestRow.bank_id == bank.id)
    session.execute(delete(TestItemRow).where(TestItemRow.test_id.in_(its_tests)))
    its_articles = select(ArticleRow.id).where(ArticleRow.bank_id == bank.id)
    session.execute(delete(EditionRow).where(EditionRow.article_id.in_(its_articles)))
    # A sitting without an answer holds nothing.
    for table in (
        MembershipRow,
        InvitationRow,
        SourceRow,
        JobRow,
        SittingRow,
        ExamRow,
        TestRow,
        QuestionRow,
        ArticleRow,
        MediumRow,
        BankRevisionRow,
    ):
        session.execute(delete(table).where(table.bank_id == bank.id))
    session.expire(bank)
    session.delete(bank)


def touch(bank: BankRow, now: datetime) -> None:
    bank.version += 1
    bank.changed = now


def whole_bank(row: BankRow, *, with_files: bool = True) -> Bank:
    """Return the bank with everything in it, as it leaves for a file or a deck.

    Without its files where only its words are looked at: they may be large.
    """
    session = object_session(row)
    return Bank(
        id=row.uid,
        title=row.title,
        language=row.language,
        articles=tuple(article.article for article in row.articles),
        questions=tuple(question.question for question in row.questions),
        warnings=row.grounds.warnings,
        deck=row.deck,
        files=files_of(session, row.id) if session and with_files else (),
    )
