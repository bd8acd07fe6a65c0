"""The throw-away PostgreSQL server, and what is said where there is none."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, make_url, text

from tests import postgresql, prepare
from tests.browser import NoBrowserError
from tests.debian import DebianError
from tests.postgresql import NoPostgresqlError, find_programs, prepare_postgresql, version


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without PostgreSQL on which nothing may be installed."""
    monkeypatch.delenv("QUIZ_TEST_POSTGRESQL", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(postgresql, "FOLDERS", ())
    monkeypatch.setattr(postgresql, "can_install", lambda: False)
    find_programs.cache_clear()
    yield
    find_programs.cache_clear()


def programs(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in ("initdb", "pg_ctl"):
        (folder / name).touch(mode=0o755)
    return folder


def test_a_test_gets_an_empty_database_in_utf8(postgresql_url: str) -> None:
    engine = create_engine(postgresql_url)
    with engine.connect() as connection:
        tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        assert connection.scalar(text(tables)) == 0
        assert connection.scalar(text("SHOW server_encoding")) == "UTF8"
        assert connection.scalar(text("SELECT '한글'")) == "한글"
    engine.dispose()


def test_a_database_is_gone_after_its_test(
    pytester: pytest.Pytester, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Runs a test of its own on the same server and looks for its database afterwards."""
    pytester.makeconftest('pytest_plugins = ["tests.postgresql"]')
    pytester.makepyfile(
        """
        from pathlib import Path
        def test_one(postgresql_url):
            Path("database").write_text(postgresql_url)
        """
    )
    monkeypatch.setenv("QUIZ_TEST_POSTGRESQL", postgresql_url)
    pytester.runpytest_inprocess("-p", "no:playwright").assert_outcomes(passed=1)
    used = make_url((pytester.path / "database").read_text())
    assert used.database != make_url(postgresql_url).database
    address = used.set(drivername="postgresql").render_as_string(hide_password=False)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(address)


def test_the_newest_server_is_taken(tmp_path: Path) -> None:
    folders = [programs(tmp_path / number / "bin") for number in ("9", "17", "15")]
    assert max(folders, key=version) == tmp_path / "17" / "bin"


@pytest.mark.usefixtures("bare_machine")
def test_a_server_in_debians_folder_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = programs(tmp_path / "postgresql" / "17" / "bin")
    monkeypatch.setattr(postgresql, "FOLDERS", (f"{tmp_path}/postgresql/*/bin",))
    assert find_programs() == folder


@pytest.mark.usefixtures("bare_machine")
def test_without_a_server_a_sentence_says_what_to_do() -> None:
    with pytest.raises(NoPostgresqlError, match="QUIZ_TEST_POSTGRESQL=") as caught:
        prepare_postgresql()
    assert "\n" not in str(caught.value)


@pytest.mark.usefixtures("bare_machine")
def test_root_on_debian_installs_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def install(*packages: str) -> None:
        assert packages == ("postgresql",)
        programs(tmp_path / "15" / "bin")

    monkeypatch.setattr(postgresql, "can_install", lambda: True)
    monkeypatch.setattr(postgresql, "install", install)
    monkeypatch.setattr(postgresql, "FOLDERS", (f"{tmp_path}/*/bin",))
    prepare_postgresql()
    assert find_programs() == tmp_path / "15" / "bin"


@pytest.mark.usefixtures("bare_machine")
def test_a_failed_installation_names_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*packages: str) -> None:
        raise DebianError("apt-get update: no network")

    monkeypatch.setattr(postgresql, "can_install", lambda: True)
    monkeypatch.setattr(postgresql, "install", fail)
    with pytest.raises(NoPostgresqlError, match="no network"):
        prepare_postgresql()


@pytest.mark.usefixtures("bare_machine")
@pytest.mark.parametrize(
    ("ci", "outcome"),
    [("", {"skipped": 1, "passed": 1}), ("true", {"errors": 1, "passed": 1})],
)
def test_a_missing_server_is_told_at_the_end_and_fails_in_ci(
    ci: str,
    outcome: dict[str, int],
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytester.makeconftest('pytest_plugins = ["tests.postgresql"]')
    pytester.makepyfile(
        "def test_one(postgresql_url):\n    pass\ndef test_two():\n    pass\n"
    )
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(postgresql, "not_run", [])
    result = pytester.runpytest_inprocess("-p", "no:playwright")
    result.assert_outcomes(**outcome)
    told = "1 PostgreSQL tests did not run" in result.stdout.str()
    assert told is not bool(ci)


@pytest.mark.usefixtures("bare_machine")
@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_prepare_lets_a_person_do_without_postgresql_but_not_ci(
    ci: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare, "prepare_browser", lambda: None)
    monkeypatch.setenv("CI", ci)
    assert prepare.main() == status


def test_prepare_fails_without_a_browser(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise NoBrowserError("Install Chrome.")

    monkeypatch.setattr(prepare, "prepare_browser", fail)
    assert prepare.main() == 1
    assert capsys.readouterr().err == "Install Chrome.\n"
