"""All that a teacher does at the desk can be taken back, in the order of time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session, sessionmaker

from quiz.actions.bring_sources import (
    Pasted,
    Place,
    bring_sources,
    correct_sources,
    drop_sources,
    new_batch,
)
from quiz.actions.draft_article import correct_article, run_draft
from quiz.actions.draft_passage import draft_passage
from quiz.actions.edit_bank import bring_back, edit_bank, remove_bank
from quiz.actions.import_bank import import_bank
from quiz.actions.keep_sources import keep_sources
from quiz.actions.move_questions import put_into_new
from quiz.actions.report_question import settle
from quiz.actions.review_question import review_question
from quiz.actions.set_up import set_up
from quiz.actions.share_bank import (
    accept_invitation,
    duplicate_bank,
    invite,
    name_teacher,
    part_with,
    revoke,
)
from quiz.actions.take_edition import bring_back_edition, take_edition
from quiz.actions.undo_change import undo_change
from quiz.core.article import Article, Span
from quiz.core.plain_data import question_data
from quiz.core.problems import Problem
from quiz.core.questions import Evidence, Status
from quiz.formats.bank_file import write_bank
from quiz.language import Draft, Progress
from quiz.storage.articles import editions_of
from quiz.storage.bank_history import events_of
from quiz.storage.bank_members import (
    editable_banks,
    members_of,
    name_of,
    open_invitations,
    role_of,
)
from quiz.storage.banks import NotFound, banks_of, find_bank_of, whole_bank
from quiz.storage.catalogue import Wanted
from quiz.storage.people import add_person
from quiz.storage.removed_banks import KEPT
from quiz.storage.reports import add_report, open_reports
from quiz.storage.sources import sources_of
from quiz.storage.tables import ArticleRow, BankRow, JobRow, PersonRow, QuestionRow
from tests.desk_bank import add_desk_bank, draft_bank
from tests.samples import TEXT, sample_questions

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
NEW = TEXT.strip().replace("80cm", "90cm") + " 새로 덧붙인 문장이다."


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id, Status.APPROVED)


def undo(session: Session, by_id: int, now: datetime) -> list[int]:
    session.rollback()
    return undo_change(session, by_id, None, now)


def brought(
    session: Session, owner_id: int, now: datetime, *texts: str, **place: int
) -> str:
    at = Place(new_batch(), **place)
    bring_sources(session, owner_id, [Pasted(text) for text in texts], at, now)
    return at.batch


def contents(bank: BankRow) -> list[dict[str, object]]:
    """Return the questions without the moment of their last change."""
    return [{**question_data(row.question), "changed": ""} for row in bank.questions]


def test_a_removed_bank_is_nobodys_and_comes_back_whole(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    me, bank_id, before = owner.id, bank.id, whole_bank(bank)
    token = invite(session, me, bank_id, "editor", now)
    _, editor = accept_invitation(session, token, None, "김 선생", now)
    remove_bank(session, me, bank_id, now + SECOND)
    for person in (me, editor):
        assert editable_banks(session, person) == []
        with pytest.raises(NotFound):
            find_bank_of(session, person, bank_id)
    with pytest.raises(Problem, match="nothing to undo"):
        undo(session, editor, now + 2 * SECOND)
    undo(session, me, now + 2 * SECOND)
    assert whole_bank(find_bank_of(session, editor, bank_id)) == before
    assert banks_of(session, me) == [bank]


def test_a_removed_bank_is_gone_for_good_after_a_day_and_stays_away(
    session: Session, now: datetime
) -> None:
    set_up(session, now)
    [builtin, *_] = session.query(BankRow).order_by(BankRow.id)
    me, bank_id, uid = builtin.owner_id, builtin.id, builtin.uid
    session.rollback()
    remove_bank(session, me, bank_id, now)
    set_up(session, now + KEPT / 2)
    assert session.get(BankRow, bank_id) is not None
    session.rollback()
    set_up(session, now + KEPT + SECOND)
    assert session.get(BankRow, bank_id) is None
    assert not session.query(BankRow).filter_by(uid=uid).count()
    assert not session.query(QuestionRow).filter_by(bank_id=bank_id).count()


def test_a_new_bank_goes_away_again_and_its_texts_wait(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    me = owner.id
    batch = brought(session, me, now, "하나다.")
    article = Article("1", "하나", "하나다.", "ko")
    made, _ = keep_sources(session, me, batch, [article], now + SECOND)
    made_id = made.id
    with pytest.raises(NotFound):
        sources_of(session, me, batch)
    undo(session, me, now + 2 * SECOND)
    assert banks_of(session, me) == []
    assert [row.text for row in sources_of(session, me, batch)] == ["하나다."]
    session.rollback()
    bring_back(session, me, made_id, now + DAY)  # a slip of the finger loses nothing
    assert find_bank_of(session, me, made_id).articles[0].text == "하나다."


def test_banks_from_a_file_or_as_a_copy_are_unmade(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    me, bank_id = owner.id, bank.id
    session.rollback()
    import_bank(session, me, write_bank(draft_bank()), now)
    duplicate_bank(session, me, bank_id, "사본", now + SECOND)
    assert len(banks_of(session, me)) == 3
    undo(session, me, now + 2 * SECOND)
    assert len(banks_of(session, me)) == 2
    undo(session, me, now + 3 * SECOND)
    assert banks_of(session, me) == [bank]
    with pytest.raises(NotFound):
        bring_back(session, me, bank_id, now + 4 * SECOND)


def test_questions_moved_into_a_new_bank_come_back_and_the_bank_goes(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    me, bank_id, before = owner.id, bank.id, contents(bank)
    session.rollback()
    put_into_new(session, me, bank_id, Wanted(tag="사람"), "사람들", now)
    assert len(bank.questions) < 5
    undo(session, me, now + SECOND)
    assert contents(bank) == before
    assert banks_of(session, me) == [bank]


def test_texts_that_were_added_go_with_what_was_drafted_from_them(
    app: Flask, session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    sessions: sessionmaker[Session] = app.extensions["quiz_sessions"]
    me, bank_id, before = owner.id, bank.id, contents(bank)
    batch = brought(session, me, now, "새 글이다.", bank_id=bank_id)
    start = datetime.now(UTC)
    article = Article("new", "새 글", "새 글이다.", "ko")
    _, [job] = keep_sources(session, me, batch, [article], start)
    job_id = job.id
    session.rollback()
    assert run_draft(sessions, job_id, draft_one)
    assert len(bank.questions) == 6
    undo(session, me, start + SECOND)
    assert len(bank.articles) == 1
    assert contents(bank)[:5] == before
    assert bank.questions[5].status == Status.RETIRED
    assert bank.questions[5].question.evidence is None
    assert session.query(JobRow).count() == 0
    assert [row.text for row in sources_of(session, me, batch)] == ["새 글이다."]


def draft_one(article: Article, now: datetime, progress: Progress) -> Draft:
    """Stand in for the drafting: one question, of the start of the article."""
    evidence = Evidence(article.id, 0, 3, article.text[:3], 0, 1)
    sample = sample_questions(Status.DRAFT)[0]
    return Draft((replace(sample, id=f"{article.id}-1", evidence=evidence),))


def test_a_worker_whose_text_was_taken_back_keeps_nothing(
    app: Flask, session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    sessions: sessionmaker[Session] = app.extensions["quiz_sessions"]
    me, bank_id = owner.id, bank.id
    batch = brought(session, me, now, "새 글이다.", bank_id=bank_id)
    article = Article("new", "새 글", "새 글이다.", "ko")
    _, [job] = keep_sources(session, me, batch, [article], datetime.now(UTC))
    job_id = job.id
    session.rollback()

    def draft(article: Article, now: datetime, progress: Progress) -> Draft:
        undo(session, me, datetime.now(UTC))
        return draft_one(article, now, progress)

    assert run_draft(sessions, job_id, draft)
    session.rollback()
    assert (len(bank.questions), len(bank.articles)) == (5, 1)


def test_a_new_edition_is_taken_back_and_then_what_was_before_it(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    me, bank_id, first = owner.id, bank.id, bank.questions[0].id
    article_id, before, old = bank.articles[0].id, contents(bank), bank.articles[0].text
    session.rollback()
    review_question(session, me, first, Status.RETIRED, now)
    batch = brought(session, me, now, NEW, bank_id=bank_id, article_id=article_id)
    take_edition(session, me, batch, now + SECOND)
    review_question(session, me, first, Status.DRAFT, now + 2 * SECOND)
    undo(session, me, now + 3 * SECOND)  # the decision
    assert bank.articles[0].text == NEW
    undo(session, me, now + 4 * SECOND)  # the edition
    assert bank.articles[0].text == old
    assert session.query(JobRow).count() == 0
    assert sources_of(session, me, batch)[0].text == NEW
    assert bank.questions[0].status == Status.RETIRED
    assert editions_of(session, [article_id])[article_id] == []
    undo(session, me, now + 5 * SECOND)  # the decision before
    assert contents(bank) == before


def test_editions_and_the_way_back_are_undone_one_after_another(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    me, bank_id, article_id = owner.id, bank.id, bank.articles[0].id
    before, old, warned = contents(bank), bank.articles[0].text, list(bank.warnings)
    second = NEW.replace("2011년", "2012년").replace("90cm", "70cm")
    for number, text in enumerate((NEW, second)):
        batch = brought(session, me, now, text, bank_id=bank_id, article_id=article_id)
        take_edition(session, me, batch, now + number * SECOND, draft=False)
    bring_back_edition(session, me, article_id, 2, now + 2 * SECOND)
    for number, text in enumerate((second, NEW, old)):
        undo(session, me, now + (3 + number) * SECOND)
        assert bank.articles[0].text == text
    assert contents(bank) == before
    assert bank.warnings == warned


def test_an_edition_that_another_replaced_since_is_not_taken_back(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    me, bank_id, article_id = owner.id, bank.id, bank.articles[0].id
    token = invite(session, me, bank_id, "editor", now - DAY)
    _, editor = accept_invitation(session, token, None, "김 선생", now - DAY)
    mine = brought(session, me, now, NEW, bank_id=bank_id, article_id=article_id)
    take_edition(session, me, mine, now)
    place = {"bank_id": bank_id, "article_id": article_id}
    theirs = brought(session, editor, now, "다른 글.", **place)
    take_edition(session, editor, theirs, now + SECOND)
    with pytest.raises(Problem, match="nothing to undo"):
        undo(session, me, now + 2 * SECOND)
    undo(session, editor, now + 2 * SECOND)
    assert bank.articles[0].text == NEW


def test_a_passage_drafted_again_and_a_corrected_text_are_taken_back(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    me, bank_id, uid = owner.id, bank.id, bank.articles[0].uid
    session.rollback()
    draft_passage(session, me, bank_id, uid, Span(0, 10), now)
    undo(session, me, now + SECOND)
    assert session.query(JobRow).count() == 0
    batch = brought(session, me, now, "없다.", bank_id=bank_id)
    article = Article("empty", "빈 글", "없다.", "ko")
    _, [job] = keep_sources(session, me, batch, [article], now + 2 * SECOND)
    job.state, job.problem, job_id = "failed", {"sentence": "x", "values": {}}, job.id
    session.commit()
    better = Article("x", "고친 글", "고쳤다.", "ko")
    correct_article(session, me, job_id, better, now + 3 * SECOND)
    undo(session, me, now + 4 * SECOND)
    row = session.query(ArticleRow).filter_by(uid="empty").one()
    assert (row.title, row.text) == ("빈 글", "없다.")
    assert [each.state for each in session.query(JobRow)] == ["failed"]


def test_texts_left_out_come_back_to_where_they_waited(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    me = owner.id
    batch = brought(session, me, now, "하나다.", "둘이다.")
    second = sources_of(session, me, batch)[1].id
    session.rollback()
    correct_sources(session, me, batch, {}, now, second)
    drop_sources(session, me, batch, now + SECOND)
    with pytest.raises(NotFound):
        sources_of(session, me, batch)
    undo(session, me, now + 2 * SECOND)
    assert [row.text for row in sources_of(session, me, batch)] == ["하나다."]
    undo(session, me, now + 3 * SECOND)
    assert [row.text for row in sources_of(session, me, batch)] == ["하나다.", "둘이다."]


def test_sharing_is_undone_step_by_step(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    me, bank_id = owner.id, bank.id
    session.rollback()
    token = invite(session, me, bank_id, "reader", now)
    _, reader = accept_invitation(session, token, None, "김 선생", now + SECOND)
    [link] = open_invitations(session, bank_id, now)
    link_id = link.id
    session.rollback()
    revoke(session, me, bank_id, link_id, now + 2 * SECOND)
    part_with(session, me, bank_id, reader, now + 3 * SECOND)
    name_teacher(session, me, "박 선생", now + 4 * SECOND)
    undo(session, me, now + 5 * SECOND)
    assert name_of(session, me) == ""
    undo(session, me, now + 6 * SECOND)
    assert [(p.name, row.role) for p, row in members_of(session, bank_id)] == [
        ("김 선생", "reader")
    ]
    undo(session, me, now + 7 * SECOND)
    again = accept_invitation(session, token, None, "이 선생", now + 8 * SECOND)[1]
    undo(session, again, now + 9 * SECOND)
    assert role_of(session, again, bank) == ""
    session.rollback()
    part_with(session, reader, bank_id, reader, now + 10 * SECOND)
    undo(session, reader, now + 11 * SECOND)
    assert role_of(session, reader, bank) == "reader"


def test_a_made_link_is_taken_back(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    me, bank_id = owner.id, bank.id
    session.rollback()
    token = invite(session, me, bank_id, "reader", now)
    undo(session, me, now + SECOND)
    with pytest.raises(NotFound):
        accept_invitation(session, token, None, "김 선생", now + SECOND)


def test_settled_reports_are_open_again(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    me, bank_id, first = owner.id, bank.id, bank.questions[0].id
    add_report(session.connection(), me, first, "wrong", "", now)
    session.commit()
    settle(session, me, first, now + SECOND)
    assert open_reports(session, bank_id) == []
    undo(session, me, now + 2 * SECOND)
    assert [each.row.id for each in open_reports(session, bank_id)] == [first]


def test_undo_goes_by_time_through_all_banks_and_only_what_was_meant(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    me, bank_id, first = owner.id, bank.id, bank.questions[0].id
    session.rollback()
    other = duplicate_bank(session, me, bank_id, "사본", now - DAY).id
    review_question(session, me, first, Status.RETIRED, now)
    edit_bank(session, me, other, "새 이름", False, now + SECOND)
    with pytest.raises(Problem, match="Something else was changed last"):
        undo_change(session, me, None, now + 2 * SECOND, seen=now)
    session.rollback()
    undo_change(session, me, None, now + 2 * SECOND, seen=now + SECOND)
    assert find_bank_of(session, me, other).title == "사본"
    assert undo(session, me, now + 3 * SECOND) == [first]
    with pytest.raises(Problem, match="nothing to undo"):
        undo(session, me, now + 4 * SECOND)


def test_deeds_are_told_in_the_history_and_old_ones_stay(
    session: Session, owner: PersonRow, bank: BankRow, now: datetime
) -> None:
    me, bank_id = owner.id, bank.id
    session.rollback()
    invite(session, me, bank_id, "reader", now)
    stranger = add_person(session, now).id
    session.commit()
    events = events_of(session, bank_id, now + DAY, 10)
    assert [each.what for each in events[0].deeds] == ["invited"]
    assert events[0].by_id == me
    for person, moment in ((stranger, now + SECOND), (me, now + timedelta(hours=2))):
        with pytest.raises(Problem, match="nothing to undo"):
            undo(session, person, moment)
