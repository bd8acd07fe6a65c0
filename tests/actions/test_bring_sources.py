"""Texts are read aside, wait for a look, and become articles all at once or not at all."""

from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from quiz.actions.bring_sources import (
    MOST_SOURCES,
    Linked,
    Material,
    Pasted,
    Place,
    Uploaded,
    bring_sources,
    correct_sources,
    new_batch,
    read_material,
    read_source,
)
from quiz.actions.keep_sources import keep_sources
from quiz.core.article import Article
from quiz.core.imprint import Imprint
from quiz.core.problems import Problem
from quiz.readers.found_text import FoundText
from quiz.storage.banks import NotFound, banks_of
from quiz.storage.desk_tables import SourceRow
from quiz.storage.jobs import next_job
from quiz.storage.people import add_person
from quiz.storage.sources import is_being_read, sources_of
from quiz.storage.tables import ArticleRow, JobRow, PersonRow
from tests.desk_bank import add_desk_bank

FOUND = FoundText("한빛천문대는 2011년에 세워졌다.", Imprint("한빛", date(2019, 10, 7)))


@pytest.fixture
def sessions(app: Flask) -> sessionmaker[Session]:
    found: sessionmaker[Session] = app.extensions["quiz_sessions"]
    return found


def brought(
    session: Session, owner: PersonRow, now: datetime, *materials: Material
) -> tuple[str, list[int]]:
    """Bring materials; return their batch and the ids of what is still to be read."""
    place = Place(new_batch())
    waiting = bring_sources(session, owner.id, materials, place, now)
    return place.batch, [source_id for source_id, _ in waiting]


def counted(session: Session) -> tuple[int, ...]:
    session.rollback()
    return tuple(
        session.scalar(select(func.count()).select_from(table).where(*which)) or 0
        for table, which in (
            (SourceRow, [SourceRow.dropped.is_(None)]),
            (ArticleRow, []),
            (JobRow, []),
        )
    )


def articles(*texts: str) -> list[Article]:
    return [Article(new_batch(), text[:3], text) for text in texts]


def test_a_pasted_text_is_read_at_once_and_recognised(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    text = "문을 연 한빛천문대\n입력 2019.10.07 14:20\n출처: 한빛신문\n한빛천문대는 크다."
    batch, waiting = brought(session, owner, now, Pasted(text))
    [row] = sources_of(session, owner.id, batch)
    assert waiting == []
    assert (row.state, row.title, row.language) == ("ready", "문을 연 한빛천문대", "ko")
    assert (row.date, row.source) == (date(2019, 10, 7), "한빛신문")


def test_a_file_waits_until_it_is_read(
    session: Session, sessions: sessionmaker[Session], owner: PersonRow, now: datetime
) -> None:
    batch, [source_id] = brought(session, owner, now, Uploaded("a.pdf", b""))
    [row] = sources_of(session, owner.id, batch)
    assert is_being_read(row, now)
    assert not is_being_read(row, now + timedelta(minutes=5))
    session.rollback()
    read_source(sessions, source_id, lambda: FOUND)
    session.expire_all()
    assert (row.state, row.text, row.source) == ("ready", FOUND.text, "a.pdf")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [(Problem("At most %(most)d.", most=3), "At most %(most)d."), (OSError(), "log")],
)
def test_what_cannot_be_read_leaves_a_sentence_and_nothing_else(
    session: Session,
    sessions: sessionmaker[Session],
    owner: PersonRow,
    now: datetime,
    error: Exception,
    sentence: str,
) -> None:
    def fail() -> FoundText:
        raise error

    batch, [source_id] = brought(session, owner, now, Uploaded("a.pdf", b""))
    session.rollback()
    read_source(sessions, source_id, fail)
    [row] = sources_of(session, owner.id, batch)
    assert (row.state, row.text) == ("failed", "")
    assert row.problem
    assert sentence in row.problem["sentence"]
    assert counted(session) == (1, 0, 0)


def test_what_was_taken_away_meanwhile_stays_away(
    session: Session, sessions: sessionmaker[Session], owner: PersonRow, now: datetime
) -> None:
    batch, [source_id] = brought(session, owner, now, Uploaded("a.pdf", b""))
    assert correct_sources(session, owner.id, batch, {}, now, source_id) == []
    read_source(sessions, source_id, lambda: FOUND)
    assert counted(session) == (0, 0, 0)


def test_too_many_texts_are_refused_together(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    place = Place(new_batch())
    bring_sources(session, owner.id, [Pasted("글이다.")] * MOST_SOURCES, place, now)
    with pytest.raises(Problem, match="at most 10"):
        bring_sources(session, owner.id, [Pasted("글이다.")], place, now)
    session.rollback()
    with pytest.raises(Problem, match="empty"):
        brought(session, owner, now, Pasted("글이다."), Pasted(" "))
    assert counted(session) == (MOST_SOURCES, 0, 0)


def test_texts_nobody_went_on_with_are_forgotten_after_a_week(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    brought(session, owner, now, Pasted("옛 글이다."))
    batch, _ = brought(session, owner, now + timedelta(days=8), Pasted("새 글이다."))
    assert counted(session) == (1, 0, 0)
    assert sources_of(session, owner.id, batch)


def test_several_texts_become_one_bank_with_a_job_each(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    batch, _ = brought(session, owner, now, Pasted("하나다."), Pasted("둘이다."))
    given = articles("하나다.", "둘이다.")
    bank, jobs = keep_sources(session, owner.id, batch, given, now, title=" 두  글 ")
    assert bank.title == "두 글"
    assert [row.text for row in bank.articles] == ["하나다.", "둘이다."]
    assert [job.article_id for job in jobs] == [row.id for row in bank.articles]
    assert next_job(session, jobs[0]) == jobs[0].id
    jobs[0].state = "done"
    session.commit()
    assert next_job(session, jobs[0]) == jobs[1].id
    assert counted(session) == (0, 2, 2)


def test_texts_go_into_a_bank_that_is_there(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    bank = add_desk_bank(session, owner.id)
    place = Place(new_batch(), bank.id)
    bring_sources(session, owner.id, [Pasted("둘째 글이다.")], place, now)
    given = articles("둘째 글이다.")
    kept, jobs = keep_sources(session, owner.id, place.batch, given, now, draft=False)
    assert (kept.id, jobs) == (bank.id, [])
    assert [row.text for row in kept.articles][1:] == ["둘째 글이다."]
    assert len(kept.questions) == 5


def test_a_text_that_is_there_already_stops_all_of_them(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    bank = add_desk_bank(session, owner.id)
    there, before = bank.articles[0].text, counted(session)
    place = Place(new_batch(), bank.id)
    bring_sources(session, owner.id, [Pasted(there), Pasted("새 글이다.")], place, now)
    given = articles("새 글이다.", there)
    with pytest.raises(Problem, match="in the bank already"):
        keep_sources(session, owner.id, place.batch, given, now)
    assert counted(session) == (2, *before[1:])


def test_another_teachers_texts_and_banks_are_not_found(
    session: Session, owner: PersonRow, now: datetime
) -> None:
    batch, _ = brought(session, owner, now, Pasted("글이다."))
    bank, other = add_desk_bank(session, owner.id), add_person(session, now).id
    session.commit()
    with pytest.raises(NotFound):
        keep_sources(session, other, batch, articles("글이다."), now)
    session.rollback()
    with pytest.raises(NotFound):
        bring_sources(session, other, [Pasted("글")], Place(batch, bank.id), now)
    session.rollback()
    assert len(banks_of(session, owner.id)) == 1


def test_each_kind_of_material_is_read_in_its_own_way() -> None:
    assert read_material(Pasted("글이다.")).text == "글이다."
    assert read_material(Uploaded("a.md", "# 글".encode())).text == "글"
    with pytest.raises(Problem, match="private network"):
        read_material(Linked("http://127.0.0.1/"))
