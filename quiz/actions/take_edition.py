"""An article's text is replaced: its questions are found again, or go to review."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from quiz.core.article import Article, Span
from quiz.core.editions import Anchored, Comparison, Fate, compare_editions, nearest
from quiz.core.plain_data import question_from
from quiz.core.problems import Problem
from quiz.core.questions import Question, Status
from quiz.storage.articles import (
    find_article_of,
    last_edition,
    questions_on,
    replace_article,
    set_article,
)
from quiz.storage.banks import NotFound, change_questions
from quiz.storage.catalogue import questions_by_id
from quiz.storage.deeds import Deed, note_deed
from quiz.storage.desk_tables import EditionRow, SourceRow
from quiz.storage.engine import begin_writing
from quiz.storage.jobs import add_job
from quiz.storage.revisions import contents_before, revisions_at
from quiz.storage.sources import drop_batch, sources_of
from quiz.storage.tables import ArticleRow, BankRow, JobRow, QuestionRow

WHAT = {
    Fate.SAME: "shifted",
    Fate.MOVED: "shifted",
    Fate.CHANGED: "reworded",
    Fate.GONE: "unproved",
}


@dataclass(frozen=True, slots=True)
class NewEdition:
    """A text that waits to replace an article, and what becomes of the questions.

    `rows` are the questions in the order of the comparison.
    """

    article: ArticleRow
    source: SourceRow
    rows: tuple[QuestionRow, ...]
    comparison: Comparison


def compare_edition(session: Session, owner_id: int, batch: str) -> NewEdition:
    """Compare the text of a batch with the article that it is to replace.

    Raises:
        NotFound: there is no such batch, or it is for no article.
        Problem: its text is not read.
    """
    source = sources_of(session, owner_id, batch)[-1]
    if source.article_id is None:
        raise NotFound("edition")
    if not source.text:
        raise Problem("There is no text to compare with.")
    article = find_article_of(session, owner_id, source.article_id)
    rows = tuple(questions_on(session, article, lock=True))
    questions = [row.question for row in rows]
    comparison = compare_editions(article.text, source.text, questions)
    return NewEdition(article, source, rows, comparison)


def take_edition(
    session: Session,
    owner_id: int,
    batch: str,
    now: datetime,
    *,
    keep: Collection[int] = (),
    draft: bool = True,
) -> tuple[BankRow, JobRow | None]:
    """Replace the article; approved questions whose sentence changed go to review.

    Those among `keep` stay approved if the answer still stands in their sentence. With
    `draft`, questions are drafted from the new sentences: the job is returned.

    Raises:
        NotFound, Problem: see `compare_edition`.
    """
    begin_writing(session)
    edition = compare_edition(session, owner_id, batch)
    article, source = edition.article, edition.source
    bank = article.bank
    new = Article(
        article.uid, source.title, source.text, source.language, source.date, source.source
    )
    warnings = warnings_about(article)
    before = set_edition(session, article, new, owner_id, now)
    pairs = zip(edition.rows, edition.comparison.questions, strict=True)
    log_fates(session, bank, list(pairs), set(keep), owner_id, now)
    job = None
    if draft and edition.comparison.added:
        spans = [[span.start, span.end] for span in edition.comparison.added]
        job = add_job(session, article, now, spans)
    note_edition(session, before, warnings, owner_id, now, batch=batch)
    drop_batch(session, owner_id, batch, now)
    session.commit()
    return bank, job


def set_edition(
    session: Session, row: ArticleRow, new: Article, by_id: int, now: datetime
) -> EditionRow:
    """Replace the article, keep what it was, and move the warnings about it along."""
    moved = [moved_warning(each, row.text, new.text) for each in warnings_about(row)]
    warn_of(row, [each for each in moved if each])
    before = replace_article(session, row, new, by_id, now)
    session.flush()
    return before


def warnings_about(row: ArticleRow) -> list[dict[str, Any]]:
    """Return what was warned of in an article; the bank's first needs no name."""
    first = row.bank.articles[0].uid
    return [each for each in row.bank.warnings if each.get("article", first) == row.uid]


def warn_of(row: ArticleRow, warnings: list[dict[str, Any]]) -> None:
    about = warnings_about(row)
    others = [each for each in row.bank.warnings if each not in about]
    row.bank.warnings = [*others, *warnings]


def note_edition(
    session: Session,
    before: EditionRow,
    warnings: list[dict[str, Any]],
    by_id: int,
    now: datetime,
    **data: Any,
) -> None:
    """Log that an article was replaced; `before` and `warnings` are what it was."""
    row = session.get_one(ArticleRow, before.article_id)
    known = {"title": row.title, "article": row.id, "number": before.number, **data}
    note_deed(session, Deed.EDITION, by_id, now, row.bank_id, warnings=warnings, **known)


def log_fates(
    session: Session,
    bank: BankRow,
    pairs: Iterable[tuple[QuestionRow, Anchored]],
    keep: set[int],
    owner_id: int,
    now: datetime,
) -> None:
    """Set what each question has become, as revisions that say how."""
    by_what: dict[str, list[tuple[QuestionRow, Question]]] = {}
    for row, anchored in pairs:
        new = anchored.question
        if row.id in keep and anchored.fate is Fate.CHANGED and anchored.answer_stands:
            new = replace(new, status=Status(row.status))
        by_what.setdefault(WHAT[anchored.fate], []).append((row, new))
    for what, changes in by_what.items():
        change_questions(session, bank, changes, what, owner_id, now)


def moved_warning(warning: dict[str, Any], old: str, new: str) -> dict[str, Any] | None:
    """Return the warning at its passages' new places; None where one is gone."""
    spans = []
    for start, end in warning.get("spans", ()):
        at = nearest(new, Span(start, end).of(old), start)
        if at is None:
            return None
        spans.append([at, at + end - start])
    return {**warning, "spans": spans}


def bring_back_edition(
    session: Session, owner_id: int, article_id: int, number: int, now: datetime
) -> BankRow:
    """Put the last edition before this one back, with the questions as they were then.

    What was done to questions since stays where it doesn't hang on the text.

    Raises:
        NotFound: there is no such article, or its last earlier edition is another.
    """
    begin_writing(session)
    article = find_article_of(session, owner_id, article_id)
    before = last_edition(session, article_id)
    if before is None or before.number != number:
        raise NotFound("edition")
    warnings = warnings_about(article)
    replaced = put_back(session, article, before, owner_id, now)
    note_edition(session, replaced, warnings, owner_id, now, is_back=True)
    session.commit()
    return article.bank


def put_back(
    session: Session,
    article: ArticleRow,
    before: EditionRow,
    by_id: int,
    now: datetime,
    *,
    undone: list[dict[str, Any]] | None = None,
) -> EditionRow:
    """Put an edition back, and the questions as they were where nothing came since.

    Returns the edition that was set aside. Where the replacing is undone, it is as if
    it had never been; `undone` then are the warnings of before.
    """
    old = Article(
        article.uid, before.title, before.text, before.language, before.date, before.source
    )
    rows = questions_on(session, article, lock=True)
    found = compare_editions(article.text, old.text, [row.question for row in rows])
    untouched = as_they_were(session, article.bank_id, before.at)
    if undone is None:
        before = set_edition(session, article, old, by_id, now)
    else:
        set_article(article, old)
        warn_of(article, undone)
        session.delete(before)
    there = {
        row.id: anchored.question
        for row, anchored in zip(rows, found.questions, strict=True)
    }
    lost = questions_by_id(session, untouched.keys() - there.keys(), lock=True)
    known = {row.id: row for row in rows} | lost
    as_before = [(row, untouched[key]) for key, row in known.items() if key in untouched]
    anew = [(row, there[key]) for key, row in known.items() if key not in untouched]
    what = "reverted" if undone is None else "undone"
    change_questions(session, article.bank, as_before, what, by_id, now)
    change_questions(session, article.bank, anew, "reverted", by_id, now)
    return before


def as_they_were(session: Session, bank_id: int, at: datetime) -> dict[int, Question]:
    """Return what questions were before the edition of `at`, if nothing came since."""
    last = revisions_at(session, bank_id, at)
    before = contents_before(session, last)
    return {each: question_from(content) for each, content in before.items()}
