"""A new edition keeps questions, their memories and the way back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session, sessionmaker

from quiz.actions.bring_sources import Pasted, Place, bring_sources, new_batch
from quiz.actions.draft_article import run_draft
from quiz.actions.review_question import review_question
from quiz.actions.take_edition import bring_back_edition, compare_edition, take_edition
from quiz.actions.undo_change import restore_question
from quiz.core.article import Article, Span
from quiz.core.editions import Fate
from quiz.core.questions import Evidence, Question, Status
from quiz.formats.bank_file import read_bank, write_bank
from quiz.language import Draft, Progress
from quiz.storage.articles import editions_of
from quiz.storage.banks import NotFound, whole_bank
from quiz.storage.people import add_person
from quiz.storage.revisions import revisions_of
from quiz.storage.tables import BankRow, MemoryRow, PersonRow, QuestionRow
from tests.desk_bank import add_desk_bank
from tests.samples import TEXT, sample_questions

OLD = TEXT.strip()
FIRST = "한빛천문대는 2011년에 세워졌다."
NEW = "머리말을 새로 넣었다. " + OLD.replace(
    FIRST, "한빛천문대는 2012년에 세워졌다."
).replace("주 망원경의 지름은 80cm이다. ", "")


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id, Status.APPROVED)


def brought(session: Session, owner: PersonRow, bank: BankRow, text: str) -> str:
    place = Place(new_batch(), bank.id, bank.articles[0].id)
    bring_sources(session, owner.id, [Pasted(text)], place, datetime.now(UTC))
    return place.batch


def taken(
    session: Session, owner: PersonRow, bank: BankRow, text: str, **named: object
) -> None:
    batch, owner_id = brought(session, owner, bank, text), owner.id
    take_edition(session, owner_id, batch, datetime.now(UTC), **named)  # type: ignore[arg-type]


def standing(bank: BankRow) -> dict[str, str]:
    """Return the answer's words in the evidence of each question that has any."""
    texts = {row.uid: row.text for row in bank.articles}
    found = {}
    for row in bank.questions:
        evidence = row.question.evidence
        if evidence:
            quote = texts[evidence.article][evidence.start : evidence.end]
            assert quote == evidence.quote
            found[row.uid] = quote[evidence.answer_start : evidence.answer_end]
    return found


def test_questions_follow_their_sentences_and_the_rest_goes_to_review(
    session: Session, owner: PersonRow, bank: BankRow
) -> None:
    before = {row.uid: row.question for row in bank.questions}
    batch = brought(session, owner, bank, NEW)
    edition = compare_edition(session, owner.id, batch)
    pairs = zip(edition.rows, edition.comparison.questions, strict=True)
    fates = {row.uid: each.fate for row, each in pairs}
    assert {Fate.SAME, Fate.CHANGED, Fate.GONE} <= set(fates.values())
    session.rollback()
    take_edition(session, owner.id, batch, datetime.now(UTC), draft=False)
    standing(bank)
    for row in bank.questions:
        fate = fates.get(row.uid, Fate.SAME)
        fine = fate in {Fate.SAME, Fate.MOVED}
        assert row.status == (Status.APPROVED if fine else Status.DRAFT)
        assert row.question.prompt == before[row.uid].prompt
        assert (row.question.evidence is None) == (
            before[row.uid].evidence is None or fate is Fate.GONE
        )
    assert bank.articles[0].text == NEW
    assert read_bank(write_bank(whole_bank(bank))) == whole_bank(bank)


def test_what_learners_remember_stays(
    session: Session, owner: PersonRow, bank: BankRow
) -> None:
    now = datetime.now(UTC)
    for row in bank.questions:
        session.add(
            MemoryRow(
                learner_id=owner.id,
                question_id=row.id,
                bank_id=bank.id,
                state=2,
                stability=3.5,
                difficulty=5.0,
                due=now,
                reviewed=now,
                first_reviewed=now,
                reps=2,
                lapses=0,
            )
        )
    session.commit()
    taken(session, owner, bank, NEW, draft=False)
    assert session.query(MemoryRow).count() == len(bank.questions) == 5


def test_a_changed_sentence_that_still_proves_can_stay_approved(
    session: Session, owner: PersonRow, bank: BankRow
) -> None:
    text = OLD.replace(
        "주 망원경의 지름은 80cm이다.", "주 망원경의 지름은 정확히 80cm이다."
    )
    [changed] = [row for row in bank.questions if "80" in row.answer]
    keep = [changed.id, bank.questions[0].id]
    taken(session, owner, bank, text, keep=keep, draft=False)
    assert {row.status for row in bank.questions} == {Status.APPROVED}
    assert "80cm" in standing(bank)[changed.uid]


def test_the_earlier_edition_comes_back_with_its_questions(
    session: Session, owner: PersonRow, bank: BankRow
) -> None:
    before = [row.question for row in bank.questions]
    warnings = list(bank.warnings)
    taken(session, owner, bank, NEW, draft=False)
    later = datetime.now(UTC) + timedelta(seconds=1)
    article = bank.articles[0].id
    with pytest.raises(NotFound):
        bring_back_edition(session, owner.id, article, 7, later)
    session.rollback()
    bring_back_edition(session, owner.id, article, 1, later)
    assert bank.articles[0].text == OLD
    assert [replace(row.question, changed=before[0].changed) for row in bank.questions] == [
        replace(each, changed=before[0].changed) for each in before
    ]
    assert [row.number for row in editions_of(session, [article])[article]] == [2, 1]
    assert bank.warnings == warnings


def test_an_edit_made_since_survives_the_way_back(
    session: Session, owner: PersonRow, bank: BankRow
) -> None:
    taken(session, owner, bank, NEW, draft=False)
    later = datetime.now(UTC) + timedelta(seconds=1)
    [gone] = [row for row in bank.questions if "80" in row.answer]
    gone_id, article = gone.id, bank.articles[0].id
    session.rollback()
    review_question(session, owner.id, gone_id, Status.RETIRED, later)
    bring_back_edition(session, owner.id, article, 1, later + timedelta(seconds=1))
    assert session.get_one(QuestionRow, gone_id).status == Status.RETIRED
    standing(bank)


def test_old_versions_never_point_into_the_earlier_text(
    session: Session, owner: PersonRow, bank: BankRow
) -> None:
    first, owner_id = bank.questions[0].id, owner.id
    session.rollback()
    review_question(session, owner_id, first, Status.RETIRED, datetime.now(UTC))
    taken(session, owner, bank, NEW, draft=False)
    later = datetime.now(UTC) + timedelta(seconds=1)
    for row in list(bank.questions):
        whats = [each.what for each in revisions_of(session, row.id)]
        assert whats[-1] == "created"
        row_id = row.id
        session.rollback()
        restore_question(session, owner_id, row_id, 1, later)
        standing(bank)


def test_only_new_sentences_are_drafted(
    app: Flask, session: Session, owner: PersonRow, bank: BankRow
) -> None:
    sessions: sessionmaker[Session] = app.extensions["quiz_sessions"]
    batch, owner_id = brought(session, owner, bank, NEW), owner.id
    _, job = take_edition(session, owner_id, batch, datetime.now(UTC))
    assert job
    assert [Span(*span).of(NEW) for span in job.spans or ()] == ["머리말을 새로 넣었다."]
    there = bank.questions[0]
    job_id, count, taken_id = job.id, len(bank.questions), there.uid
    session.rollback()

    def draft(article: Article, now: datetime, progress: Progress) -> Draft:
        def asked(number: int, start: int, end: int) -> Question:
            quote = article.text[start:end]
            evidence = Evidence(article.id, start, end, quote, 0, 3)
            sample = sample_questions(Status.DRAFT)[number]
            return replace(sample, id=taken_id, evidence=evidence)

        return Draft((asked(0, 0, 12), asked(1, 13, 30)))

    assert run_draft(sessions, job_id, draft)
    session.rollback()
    new = bank.questions[count:]
    assert [row.question.evidence.quote for row in new if row.question.evidence] == [
        NEW[:12]
    ]
    assert new[0].uid != taken_id


def test_an_edition_is_for_an_article_and_its_teacher(
    session: Session, owner: PersonRow, bank: BankRow
) -> None:
    batch, other = (
        brought(session, owner, bank, NEW),
        add_person(session, datetime.now(UTC)).id,
    )
    session.commit()
    with pytest.raises(NotFound):
        compare_edition(session, other, batch)
    place = Place(new_batch(), bank.id)
    session.rollback()
    bring_sources(session, owner.id, [Pasted("글이다.")], place, datetime.now(UTC))
    with pytest.raises(NotFound):
        compare_edition(session, owner.id, place.batch)
