"""A PostgreSQL server for the tests: a given one, or a private one that is thrown away."""

import functools
import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, make_url

from tests.debian import DebianError, can_install, install

# Where the server's programs lie when they are not on PATH: Debian, Red Hat, macOS.
FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/Applications/Postgres.app/Contents/Versions/latest/bin",
)
# Throw-away data need not survive a power cut; a socket needs no free port.
OPTIONS = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c timezone=UTC"
START_SECONDS = 60
WAY_OUT = (
    "install PostgreSQL's server (initdb, pg_ctl) or name a running one with"
    " QUIZ_TEST_POSTGRESQL=postgresql+psycopg://USER:PASSWORD@HOST/DATABASE."
)
not_run: list[str] = []


class NoPostgresqlError(RuntimeError):
    """There is no PostgreSQL for the tests; the message says what to do."""


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[URL]:
    """Give the address of a server on which databases may be created."""
    if given := os.environ.get("QUIZ_TEST_POSTGRESQL"):
        yield make_url(given).set(drivername="postgresql+psycopg")
        return
    try:
        programs = find_programs()
    except NoPostgresqlError as reason:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(reason))
    with private_server(programs) as url:
        yield url


@pytest.fixture
def postgresql_url(postgresql_server: URL) -> Iterator[str]:
    """Give the SQLAlchemy address of an empty database, dropped after the test."""
    name = f"quiz_test_{uuid.uuid4().hex}"
    administer(postgresql_server, f"CREATE DATABASE {name}")
    yield postgresql_server.set(database=name).render_as_string(hide_password=False)
    administer(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and "PostgreSQL" in str(report.longrepr):
        not_run.append(report.nodeid)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not_run:
        sentence = f"{len(not_run)} PostgreSQL tests did not run: {WAY_OUT}"
        terminalreporter.write_line(sentence, red=True, bold=True)


def prepare_postgresql() -> None:
    """Install a server where there is none and we may.

    Raises:
        NoPostgresqlError: there is still none.
    """
    if os.environ.get("QUIZ_TEST_POSTGRESQL"):
        return
    try:
        find_programs()
    except NoPostgresqlError:
        if not can_install():
            raise
        try:
            install("postgresql")
        except DebianError as reason:
            raise NoPostgresqlError(f"{reason}; {WAY_OUT}") from reason
        find_programs()


@functools.cache
def find_programs() -> Path:
    """Return the folder of the newest initdb and pg_ctl.

    Raises:
        NoPostgresqlError: they are not installed.
    """
    if found := shutil.which("pg_ctl"):
        folder = Path(found).resolve().parent
        if (folder / "initdb").exists():
            return folder
    folders = [path for pattern in FOLDERS for path in Path("/").glob(pattern[1:])]
    complete = [path for path in folders if (path / "initdb").exists()]
    if not complete:
        raise NoPostgresqlError(f"There is no PostgreSQL on this machine: {WAY_OUT}")
    return max(complete, key=version)


def version(folder: Path) -> int:
    """Return the number in a path such as /usr/lib/postgresql/15/bin, else 0."""
    digits = "".join(c for c in folder.parent.name if c.isdigit())
    return int(digits or 0)


@contextmanager
def private_server(programs: Path) -> Iterator[URL]:
    """Run a server on a socket in a temporary folder that only it can enter."""
    user = server_user()
    # A socket's whole path has at most 103 characters: not under pytest's long folders.
    with tempfile.TemporaryDirectory(prefix="quiz-pg-", dir=short_folder()) as name:
        folder = Path(name)
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        login = ("--username=quiz", "--auth=trust", "--encoding=UTF8", "--locale=C")
        as_user(user, folder, programs / "initdb", "-D", data, "--no-sync", *login)
        control = (programs / "pg_ctl", "-D", data, "--wait")
        options = f"{OPTIONS} -c unix_socket_directories='{folder}'"
        log = folder / "log"
        as_user(user, folder, *control, "start", "-l", log, "-o", options)
        try:
            query = {"host": str(folder)}
            yield URL.create("postgresql+psycopg", "quiz", database="postgres", query=query)
        finally:
            as_user(user, folder, *control, "stop", "-m", "immediate")


def short_folder() -> str | None:
    return "/tmp" if Path("/tmp").is_dir() else None


def server_user() -> str | None:
    """Return who runs the server if it can't be us: PostgreSQL refuses to run as root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return "postgres" if is_root else None


def as_user(user: str | None, folder: Path, *command: object) -> None:
    words: Sequence[str] = [str(word) for word in command]
    # Output goes to a file: the server would keep a pipe open for ever.
    with tempfile.TemporaryFile("w+") as output:
        done = subprocess.run(
            words,
            user=user,
            group=user,
            extra_groups=[] if user else None,
            cwd=folder,
            env={**os.environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            timeout=START_SECONDS,
        )
        output.seek(0)
        if done.returncode:
            raise NoPostgresqlError(f"{words[0]} failed: {output.read().strip()}")


def administer(server: URL, statement: str) -> None:
    """Run one statement outside a transaction, as CREATE DATABASE demands."""
    address = server.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement.encode())
