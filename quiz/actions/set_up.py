"""An installation is set up: its owner, and the banks that come with the program."""

from datetime import datetime
from importlib.resources import files

from sqlalchemy.orm import Session

from quiz.actions.sign_in import owner_of_installation
from quiz.formats.bank_file import read_bank
from quiz.storage.banks import add_bank, find_bank_by_uid


def set_up(session: Session, now: datetime) -> None:
    """Add the owner and each built-in bank that is not there yet."""
    owner = owner_of_installation(session, now)
    for file in sorted(files("quiz").joinpath("builtin").iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".quiz.json"):
            continue
        bank = read_bank(file.read_bytes())
        if find_bank_by_uid(session, bank.id) is None:
            add_bank(session, bank, owner.id, now).is_public = True
    session.commit()
