"""Anki packages that wait, as files, until their teacher has looked at a preview."""

import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from quiz.anki.package_reader import open_package
from quiz.storage.banks import NotFound

KEPT = timedelta(days=1)
TOKEN = re.compile(r"[0-9a-f]{32}")


def keep_package(folder: Path, owner_id: int, file: BinaryIO, now: datetime) -> str:
    """Keep a file until its teacher has decided, and return its token.

    Raises:
        Problem: it is no Anki package, or a damaged one; then nothing is kept.
    """
    with open_package(file):
        pass
    folder.mkdir(parents=True, exist_ok=True)
    forget_old(folder, now)
    token = secrets.token_hex(16)
    file.seek(0)
    with place_of(folder, owner_id, token).open("wb") as kept:
        shutil.copyfileobj(file, kept)
    return token


def forget_old(folder: Path, now: datetime) -> None:
    for place in folder.glob("*.apkg"):
        if now.timestamp() - place.stat().st_mtime > KEPT.total_seconds():
            place.unlink(missing_ok=True)


def place_of(folder: Path, owner_id: int, token: str) -> Path:
    return folder / f"{owner_id}-{token}.apkg"


@contextmanager
def kept_package(folder: Path, owner_id: int, token: str) -> Iterator[BinaryIO]:
    """Open a file that waits.

    Raises:
        NotFound: it is not this teacher's, or waited too long.
    """
    if not TOKEN.fullmatch(token):
        raise NotFound("file")
    try:
        with place_of(folder, owner_id, token).open("rb") as file:
            yield file
    except FileNotFoundError:
        raise NotFound("file") from None


def forget_package(folder: Path, owner_id: int, token: str) -> None:
    if TOKEN.fullmatch(token):
        place_of(folder, owner_id, token).unlink(missing_ok=True)
